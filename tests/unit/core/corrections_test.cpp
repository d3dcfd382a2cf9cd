// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/core/played_armoury.hpp"

using namespace muster::testing;
using Desk = PlayedArmoury;

TEST_CASE("correct: a wrong issue is reversed and the right one entered; both stay readable") {
    Desk desk;
    const EntryNumber wrong = desk.apply_all("u-ann", desk.issue({desk.carbine_1}));
    Corrected body;
    body.of = wrong;
    body.of_kind = "issued";
    body.officer = desk.pc;
    body.purpose = "operational";
    body.reason = private_text("label misread");
    body.approver = UserId{"u-mia"};
    const HolderId officer{desk.pc.value}, rack{desk.rack.value};
    body.reversed = {{desk.carbine_1.value, 1, officer, rack, {}}};
    body.entered = {{desk.carbine_2.value, 1, rack, officer, {}}};
    CHECK(desk.verdict("u-ann", body) == "power_missing");
    const EntryNumber number = desk.apply_all("u-sue", body);
    CHECK(desk.item(desk.carbine_1).location_status == "in_store");
    CHECK(desk.item(desk.carbine_2).location_status == "issued");
    CHECK(desk.facts.all<OpenLine>(desk.pc.value + "/")[0].subject == desk.carbine_2.value);
    CHECK(desk.lines(number)[0].purpose == "reversed");
    CHECK(desk.lines(number)[1].purpose == "entered");
    CHECK(desk.fact<Correction>("0000000000" + std::to_string(wrong)).by == number);
    CHECK(std::get<Issued>(desk.entries[static_cast<std::size_t>(wrong - 1)].body).items[0].item ==
          desk.carbine_1);
    // The correction itself was wrong.
    Corrected again = body;
    again.of = number;
    again.of_kind = "corrected";
    again.reversed = {{desk.carbine_2.value, 1, officer, rack, {}}};
    again.entered = {{desk.carbine_1.value, 1, rack, officer, {}}};
    desk.apply_all("u-sue", again);
    CHECK(desk.item(desk.carbine_1).location_status == "issued");
}

TEST_CASE("correct: a return that never was opens its line again; balances must allow it") {
    Desk desk;
    const EntryNumber issue =
        desk.apply_all("u-ann", desk.issue({desk.pistol_1}, {Desk::of(desk.batch_a, 15)}));
    const EntryNumber back =
        desk.apply_all("u-ben", desk.giving_back({desk.pistol_1}, {Desk::of(desk.batch_a, 15)}));
    Corrected body;
    body.of = back;
    body.of_kind = "returned";
    body.officer = desk.pc;
    body.reason = private_text("another officer's");
    body.approver = UserId{"u-mia"};
    const HolderId officer{desk.pc.value}, rack{desk.rack.value}, safe{desk.safe.value};
    body.reversed = {{desk.pistol_1.value, 1, rack, officer, issue},
                     {desk.batch_a.value, 15, safe, officer, issue}};
    desk.apply_all("u-sue", body);
    const auto open = desk.facts.all<OpenLine>(desk.pc.value + "/");
    REQUIRE(open.size() == 2);
    CHECK(open[0].issue == issue);
    CHECK(open[0].quantity == 15);
    Corrected more = body;
    more.of = issue;
    more.of_kind = "issued";
    more.reversed = {{desk.batch_a.value, 16, officer, safe, {}}};
    CHECK(desk.verdict("u-sue", more) == "balance_too_low");
    more.reversed[0].quantity = 0;
    CHECK(desk.verdict("u-sue", more) == "quantity_not_positive");
    more.reversed[0].subject = "b-999";
    CHECK(desk.verdict("u-sue", more) == "code_unknown");
    more.reversed.clear();
    CHECK(desk.verdict("u-sue", more) == "basket_empty");
    more.of = 99'999;
    CHECK(desk.verdict("u-sue", more) == "code_unknown");
    add_user(desk, "pcs", {});
    more = body;
    more.of = issue;
    more.approver = UserId{"u-acc"};
    more.officer = desk.ann_officer;
    CHECK(desk.verdict("u-sue", more) == "moved_since");
}

TEST_CASE("correct: what was received in error leaves the register, and serials are put right") {
    Desk desk;
    const EntryNumber number = desk.apply_all("u-ann", delivery(desk, "WRONG1"));
    const std::string item = created_id<ItemId>('i', number).value;
    ItemCorrected fix;
    fix.item.value = item;
    fix.serial = "RIGHT1";
    fix.serial_again = "right1";
    fix.tag = "T-1";
    fix.reason = private_text("typo");
    fix.approver = UserId{"u-mia"};
    CHECK(desk.verdict("u-sue", fix) == "name_taken");
    fix.tag = "T-78";
    desk.apply_all("u-sue", fix);
    CHECK(things_called(desk.facts, "WRONG1").empty());
    CHECK(things_called(desk.facts, "T-77").empty());
    CHECK(things_called(desk.facts, "RIGHT1").size() == 1);
    CHECK(std::get<ItemCorrected>(desk.entries.back().body).serial_before == "WRONG1");
    fix.item.value = "i-999";
    CHECK(desk.verdict("u-sue", fix) == "code_unknown");
    fix = {};
    fix.item.value = item;
    fix.reason = private_text("x");
    fix.approver = UserId{"u-mia"};
    CHECK(desk.verdict("u-sue", fix) == "basket_empty");
    Corrected gone;
    gone.of = number;
    gone.of_kind = "item_received";
    gone.unregistered = {item};
    gone.reason = private_text("not ours");
    gone.approver = UserId{"u-mia"};
    desk.apply_all("u-sue", gone);
    CHECK_FALSE(desk.facts.find<Item>(item));
    CHECK(desk.lines(desk.next() - 1)[0].kind == "correct");
    CHECK(desk.verdict("u-sue", gone) == "code_unknown");
}

TEST_CASE("correct: evidence, or what carries a part, is not taken off the register") {
    Desk desk;
    const EntryNumber number = desk.apply_all("u-ann", delivery(desk, "HOST1"));
    const ItemId host = created_id<ItemId>('i', number);
    Corrected gone;
    gone.of = number;
    gone.of_kind = "item_received";
    gone.unregistered = {host.value};
    gone.reason = private_text("not ours");
    gone.approver = UserId{"u-mia"};
    desk.play("hold", host);
    CHECK(desk.verdict("u-sue", gone) == "item_on_hold");
    desk.play("release", host);
    PartSwapped mounted;
    mounted.host = host;
    mounted.fitted = desk.pistol_2;
    desk.apply_all("u-ann", mounted);
    CHECK(desk.verdict("u-sue", gone) == "item_is_mounted");
    PartSwapped taken_off;
    taken_off.host = host;
    taken_off.removed = desk.pistol_2;
    taken_off.to = desk.rack;
    desk.apply_all("u-ann", taken_off);
    CHECK(desk.verdict("u-sue", gone) == "allowed");
}

TEST_CASE("undo: an item that is taken back leaves nothing of its hold behind") {
    Desk desk;
    desk.play("hold", desk.pistol_1);
    REQUIRE(desk.facts.all<Placer>().size() == 1);
    RegistrationReversed gone;
    gone.subject = desk.pistol_1.value;
    desk.apply_all("u-mia", gone);
    CHECK(desk.facts.all<Hold>().empty());
    CHECK(desk.facts.all<Placer>().empty());
}

TEST_CASE("handover: the duty goes on from who has it, with a joint count where policy says") {
    Desk desk;
    desk.apply_all("u-ann", DutyHandedOver{desk.site, UserId{"u-ben"}, {}, {}});
    CHECK(desk.fact<Duty>(desk.site.value).user.value == "u-ben");
    desk.apply_all("u-admin", PolicySet{"joint_count_at_handover", "yes", UserId{"u-mia"}});
    Stocktake count;
    count.key = "c-9";
    count.started = desk.next();
    count.sort = "handover";
    count.state = "closed";
    desk.facts.put(Table::stocktake, row_of(count));
    DutyHandedOver body{desk.site, UserId{"u-ann"}, CountId{"c-9"}, {}};
    CHECK(desk.verdict("u-ben", body) == "allowed");
    count.started = 1;
    desk.facts.put(Table::stocktake, row_of(count));
    CHECK(desk.verdict("u-ben", body) == "joint_count_missing");
    body.to = UserId{"u-kim"};
    CHECK(desk.verdict("u-ben", body) == "power_missing");
}

TEST_CASE("handover: a vehicle's safe that agrees closes; one that differs needs a discrepancy") {
    Desk desk;
    desk.play("transfer", desk.pistol_1);
    desk.apply_all("u-ann",
                   Transferred{{}, {Desk::of(desk.batch_a, 30)}, desk.vehicle, false, {}, {}, {}});
    const Confirmation confirmed{desk.now, "pin", std::string(64, 'a')};
    VehicleChecked body;
    body.place = desk.vehicle;
    body.stage = "start";
    body.from = desk.pistol_only;  // nobody goes off at the start
    body.to = desk.pc;
    body.confirmed_to = confirmed;
    body.items = {desk.pistol_1};
    body.stock = {Desk::of(desk.batch_a, 30)};
    desk.apply_all("u-ann", body);
    CHECK(std::get<VehicleChecked>(desk.entries.back().body).from.empty());
    CHECK(desk.discrepancies().empty());
    body.items = {desk.pistol_2};
    body.stock[0].quantity = 28;
    CHECK(desk.stops("u-ann", body).size() == 3);
    CHECK(desk.verdict("u-ann", body) == "handover_differs");
    body.explanation = private_text(" ");
    CHECK(desk.verdict("u-ann", body) == "detail_missing");
    body.explanation = private_text("two rounds short, pistol swapped");
    desk.apply_all("u-ann", body);
    CHECK(desk.discrepancies().size() == 3);
    CHECK(desk.item(desk.pistol_2).holder.value == desk.rack.value);
    body.items.push_back(desk.pistol_2);
    CHECK(desk.verdict("u-ann", body) == "line_repeated");
    body.items = {ItemId{"i-999"}};
    CHECK(desk.verdict("u-ann", body) == "code_unknown");
    body.items.clear();
    body.stage = "lunch";
    CHECK(desk.verdict("u-ann", body) == "purpose_unknown");
    body.stage = "end";
    CHECK(desk.verdict("u-ann", body) == "confirmation_missing");
    body.place = desk.rack;
    CHECK(desk.verdict("u-ann", body) == "code_wrong_kind");
}

TEST_CASE("assign: set aside is not issued; another officer's draw is stopped") {
    Desk desk;
    const EntryNumber number = desk.play("assign", desk.pistol_1);
    CHECK(desk.item(desk.pistol_1).location_status == "in_store");
    CHECK(desk.lines(number)[0].kind == "assign");
    Issued other = desk.issue({desk.pistol_1});
    other.officer = desk.pistol_only;
    CHECK(desk.verdict("u-ann", other) == "item_assigned_to_other");
    desk.apply_all("u-ann", ItemAssigned{desk.pistol_1, {}});
    CHECK(desk.verdict("u-ann", other) == "allowed");
    CHECK(desk.verdict("u-ann", ItemAssigned{desk.pistol_1, OfficerId{"o-none"}}) ==
          "code_unknown");
}

TEST_CASE("late entry: what happened before is recorded now, with both times") {
    Desk desk;
    desk.happened_at = Instant{desk.now.ms - 3'600'000};
    const EntryNumber number = desk.play("transfer", desk.pistol_1);
    const MovementLine line = desk.lines(number)[0];
    CHECK(line.happened_at.ms == desk.now.ms - 3'600'000);
    CHECK(line.recorded_at == desk.now);
}

TEST_CASE("movements: the entries alone make the same facts again") {
    Desk desk;
    for (const Movement& each : item_movements()) {
        const auto bodies = desk.decided(each.by, each.make(desk.facts, desk, desk.pistol_1.value));
        if (bodies) desk.apply_decided(each.by, bodies.value());
    }
    CHECK(desk.replayed() == desk.facts);
}
