// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "muster/core/policies.hpp"
#include "unit/core/played_armoury.hpp"

using namespace muster::testing;
using Desk = PlayedArmoury;

namespace {

ItemReceived delivery_under(const Desk& desk, const CaseId& loan) {
    ItemReceived body = delivery(desk, "VISITOR1");
    body.loan = loan;
    return body;
}

}  // namespace

TEST_CASE("policies: each that asks for a second person stops some movement without one") {
    std::size_t policies = 0;
    for (const PolicyRule& rule : policy_rules()) {
        if (!std::string_view{rule.name}.starts_with("second_person_at.")) continue;
        ++policies;
        CAPTURE(rule.name);
        Desk desk;
        LoanOpened loan;
        loan.direction = "in";
        loan.other = "Other Force";
        loan.due = day("2026-12-01");
        loan.to = desk.rack;
        LoanReturned back;
        back.loan = created_id<CaseId>('n', desk.apply_all("u-ann", loan));
        desk.apply_all("u-ann", delivery_under(desk, back.loan));
        const auto is_stopped = [&](const char* by, const Body& body) {
            const auto stops = desk.stops(by, body);
            return std::any_of(stops.begin(), stops.end(), [](const RefusedLine& line) {
                return line.refusal == Refusal::second_missing;
            });
        };
        const auto stopped = [&] {
            bool any = is_stopped("u-ann", loan) || is_stopped("u-ann", back);
            for (const Movement& each : item_movements())
                any = any || is_stopped(each.by, each.make(desk.facts, desk, desk.pistol_1.value));
            for (const Movement& each : stock_movements())
                any = any || is_stopped(each.by, each.make(desk.facts, desk, desk.batch_a.value));
            return any;
        };
        desk.apply_all("u-admin", PolicySet{"second_person_at_issue", "no", UserId{"u-mia"}});
        CHECK_FALSE(stopped());
        desk.apply_all("u-admin", PolicySet{rule.name, "yes", UserId{"u-mia"}});
        CHECK(stopped());
    }
    CHECK(policies == 12);
}

TEST_CASE("receive: a serial read twice alike, blanks and case apart, enters the register") {
    Desk desk;
    ItemReceived body = delivery(desk, "ab 12");
    body.serial_again = " AB  12";
    const EntryNumber number = desk.apply_all("u-ann", body);
    const Item item = desk.item(created_id<ItemId>('i', number));
    CHECK(item.serial == "ab 12");
    CHECK(item.location_status == "in_store");
    CHECK(text_of(*item.acquired) == "2026-03-02");
    CHECK(things_called(desk.facts, "T-77").size() == 1);
    CHECK(desk.lines(number)[0].kind == "receive");
    CHECK(desk.lines(number)[0].reference == "PO-1");
    CHECK(desk.verdict("u-ann", delivery(desk, "AB 12")) == "name_taken");
    body = delivery(desk, "OTHER");
    CHECK(desk.verdict("u-ann", body) == "name_taken");  // the tag
    body.tag.clear();
    body.serial = body.serial_again = " ";
    CHECK(desk.verdict("u-ann", body) == "detail_missing");
    body.serial = body.serial_again = "OTHER";
    body.model = desk.round;
    CHECK(desk.verdict("u-ann", body) == "code_wrong_kind");
    body.model = ModelId{"m-999"};
    CHECK(desk.verdict("u-ann", body) == "code_unknown");
    CHECK(desk.verdict("u-cfi", delivery(desk, "Q1")) == "power_missing");
}

TEST_CASE("receive: a new batch with its seals, then more of the same batch, then counted stock") {
    Desk desk;
    StockReceived body;
    body.model = desk.round;
    body.number = "B-NEW";
    body.expiry = day("2031-01-31");
    body.box_size = 50;
    body.location = desk.safe;
    body.quantity = 120;
    body.seals = {"S-1", "S-2"};
    const EntryNumber number = desk.apply_all("u-ann", body);
    const BatchId batch = created_id<BatchId>('b', number);
    CHECK(desk.balance(desk.safe.value, batch.value) == 120);
    CHECK(desk.fact<Balance>(desk.safe.value + "/" + batch.value).boxes == 2);
    CHECK(desk.facts.all<Seal>(batch.value + "/").size() == 2);
    body.expiry.reset();
    body.box_size = 0;
    body.seals = {"S-3"};
    body.quantity = 50;
    const EntryNumber more = desk.apply_all("u-ann", body);
    CHECK(desk.lines(more)[0].subject == batch.value);
    CHECK(desk.balance(desk.safe.value, batch.value) == 170);
    body.seals = {"S-4", "s-4"};
    body.quantity = 100;
    CHECK(desk.verdict("u-ann", body) == "seal_taken");
    body.seals = {"S-5"};
    body.boxes = 2;
    CHECK(desk.verdict("u-ann", body) == "detail_missing");
    body.boxes = 3;
    body.seals.clear();
    CHECK(desk.verdict("u-ann", body) == "quantity_not_positive");
    StockReceived counted;
    counted.model = desk.magazine;
    counted.location = desk.safe;
    counted.quantity = 5;
    desk.apply_all("u-ann", counted);
    CHECK(desk.balance(desk.safe.value, desk.magazine.value) == 45);
    counted.number = "whatever";
    CHECK(desk.verdict("u-ann", counted) == "allowed");
}

TEST_CASE("transfer: at once, to a vehicle's safe and back; a held item to quarantine only") {
    Desk desk;
    const EntryNumber number = desk.play("transfer", desk.pistol_1);
    CHECK(desk.item(desk.pistol_1).location_status == "in_vehicle_safe");
    CHECK(desk.lines(number)[0].kind == "transfer");
    CHECK(desk.lines(number)[0].to.value == desk.vehicle.value);
    desk.play("hold", desk.pistol_1);
    CHECK(desk.verdict("u-ann",
                       Transferred{desk.the(desk.pistol_1), {}, desk.rack, false, {}, {}, {}}) ==
          "item_on_hold");
    desk.apply_all("u-ann",
                   Transferred{desk.the(desk.pistol_1), {}, desk.quarantine, false, {}, {}, {}});
    CHECK(desk.item(desk.pistol_1).holder.value == desk.quarantine.value);
    Transferred stock{{}, {Desk::of(desk.batch_a, 5)}, desk.rack, false, {}, {}, {}};
    stock.stock[0].from.value = desk.rack.value;
    CHECK(desk.verdict("u-ann", stock) == "line_repeated");
    stock.stock[0].from.value = desk.pc.value;
    CHECK(desk.verdict("u-ann", stock) == "code_wrong_kind");
}

TEST_CASE("transit: open until another receives it; what does not come is a discrepancy") {
    Desk desk;
    Transferred sent{
        desk.the(desk.pistol_1), {Desk::of(desk.batch_a, 30)}, desk.vehicle, true, {}, {}, {}};
    sent.items.push_back({desk.pistol_2, {}, {}, {}});
    const EntryNumber number = desk.apply_all("u-ann", sent);
    const CaseId consignment = created_id<CaseId>('t', number);
    CHECK(desk.item(desk.pistol_1).location_status == "in_transit");
    CHECK(desk.item(desk.pistol_1).holder.value == consignment.value);
    CHECK(desk.balance(consignment.value, desk.batch_a.value) == 30);
    CHECK(desk.fact<Case>(consignment.value).due->ms == desk.now.ms + 24 * 3'600'000);
    desk.apply_all("u-ben",
                   TransitReceived{consignment, desk.the(desk.pistol_1), {}, false, {}, {}});
    CHECK(desk.item(desk.pistol_1).location_status == "in_vehicle_safe");
    CHECK(desk.fact<Case>(consignment.value).state == "open");
    CHECK(desk.discrepancies().empty());
    desk.apply_all("u-ben",
                   TransitReceived{consignment, {}, {Desk::of(desk.batch_a, 28)}, true, {}, {}});
    CHECK(desk.discrepancies() ==
          std::vector<std::string>{"transit_short " + desk.batch_a.value + " 30 28",
                                   "transit_short " + desk.pistol_2.value + " 1 0"});
    CHECK(desk.fact<Case>(consignment.value).state == "closed_short");
    CHECK(desk.balance(consignment.value, desk.batch_a.value) == 2);
    CHECK(desk.item(desk.pistol_2).location_status == "in_transit");
    // It turns up after all.
    desk.apply_all(
        "u-ben",
        TransitReceived{
            consignment, desk.the(desk.pistol_2), {Desk::of(desk.batch_a, 2)}, false, {}, {}});
    CHECK(desk.fact<Case>(consignment.value).state == "closed");
    CHECK(desk.facts.all<CaseLine>().empty());
}

TEST_CASE("transit: more than was sent, and what was never sent, are discrepancies") {
    Desk desk;
    desk.play("send", desk.pistol_1);
    const EntryNumber number = desk.play("send", desk.batch_a);
    const CaseId consignment = created_id<CaseId>('t', number);
    desk.apply_all(
        "u-ben",
        TransitReceived{
            consignment, desk.the(desk.pistol_1), {Desk::of(desk.batch_a, 12)}, true, {}, {}});
    CHECK(desk.discrepancies() ==
          std::vector<std::string>{"transit_not_sent " + desk.pistol_1.value + " 0 1",
                                   "transit_over " + desk.batch_a.value + " 9 12"});
    CHECK(desk.balance(desk.rack.value, desk.batch_a.value) == 9);
}

TEST_CASE("loan: out, acknowledged there, part back, the rest short") {
    Desk desk;
    LoanOpened lent{"out",
                    "Other Force",
                    day("2026-04-01"),
                    "MA-7",
                    desk.the(desk.pistol_1),
                    {Desk::of(desk.batch_a, 10)},
                    {},
                    {},
                    {}};
    const EntryNumber number = desk.apply_all("u-ann", lent);
    const CaseId loan = created_id<CaseId>('n', number);
    CHECK(desk.item(desk.pistol_1).location_status == "on_loan_out");
    CHECK(desk.fact<Case>(loan.value).acknowledged == 0);
    LoanAcknowledged there{loan, "handover", private_text("Sgt Other"), "R-3"};
    const EntryNumber acknowledged = desk.apply_all("u-ann", there);
    CHECK(desk.fact<Case>(loan.value).acknowledged == acknowledged);
    CHECK(desk.verdict("u-ann", there) == "case_closed");
    there.what = "wedding";
    CHECK(desk.verdict("u-ann", there) == "code_unknown");
    desk.apply_all(
        "u-ann",
        LoanReturned{
            loan, desk.the(desk.pistol_1), {Desk::of(desk.batch_a, 9)}, desk.rack, true, {}, {}});
    CHECK(desk.item(desk.pistol_1).location_status == "in_store");
    CHECK(desk.discrepancies() ==
          std::vector<std::string>{"loan_short " + desk.batch_a.value + " 10 9"});
    CHECK(desk.fact<Case>(loan.value).state == "closed_short");
    lent.due = day("2026-03-01");
    CHECK(desk.verdict("u-ann", lent) == "detail_missing");
    lent.due = day("2026-04-01");
    lent.direction = "sideways";
    CHECK(desk.verdict("u-ann", lent) == "code_unknown");
}

TEST_CASE("loan: a visitor's item is held in, outside our own, never issued, and goes back") {
    Desk desk;
    LoanOpened in{"in", "Other Force", day("2026-04-01"), "MA-8", {}, {}, desk.rack, {}, {}};
    const CaseId loan = created_id<CaseId>('n', desk.apply_all("u-ann", in));
    ItemReceived body = delivery(desk, "VIS-1");
    body.loan = loan;
    const ItemId visitor = created_id<ItemId>('i', desk.apply_all("u-ann", body));
    CHECK(desk.item(visitor).location_status == "on_loan_in");
    CHECK(desk.item(visitor).owner == "Other Force");
    CHECK(desk.verdict("u-ann", desk.issue({visitor})) == "item_not_available");
    desk.play("transfer", visitor);
    CHECK(desk.item(visitor).location_status == "on_loan_in");
    desk.play("missing", visitor);
    desk.play("recover", visitor);
    CHECK(desk.item(visitor).location_status == "on_loan_in");
    CHECK(desk.item(visitor).under == loan);
    const EntryNumber back =
        desk.apply_all("u-ann", LoanReturned{loan, desk.the(visitor), {}, {}, true, {}, {}});
    CHECK(desk.item(visitor).location_status == "gone_back");
    CHECK(desk.lines(back)[0].to.empty());
    CHECK(desk.fact<Case>(loan.value).state == "closed");
    CHECK(desk.discrepancies().empty());
    body.tag.clear();
    CHECK(desk.verdict("u-ann", body) == "name_taken");  // it is known here, and borrowed again:
    in.items = desk.the(visitor);
    in.other = "Third Force";
    CHECK(desk.verdict("u-ann", in) == "not_of_case");
    in.other = "other force";
    desk.apply_all("u-ann", in);
    CHECK(desk.item(visitor).location_status == "on_loan_in");
}

TEST_CASE("loan: a borrowed batch may have our own number, and no more goes back than came") {
    Desk desk;
    LoanOpened in{"in", "Other Force", day("2026-04-01"), "", {}, {}, desk.safe, {}, {}};
    const CaseId loan = created_id<CaseId>('n', desk.apply_all("u-ann", in));
    StockReceived body;
    body.model = desk.round;
    body.number = "B-A";
    body.expiry = day("2030-01-31");
    body.location = desk.safe;
    body.quantity = 40;
    body.loan = loan;
    const BatchId batch = created_id<BatchId>('b', desk.apply_all("u-ann", body));
    CHECK(desk.fact<Batch>(batch.value).owner == "Other Force");
    CHECK(desk.verdict(
              "u-ann",
              LoanOpened{
                  "out", "Third", day("2026-04-01"), "", {}, {Desk::of(batch, 1)}, {}, {}, {}}) ==
          "not_of_case");
    CHECK(desk.verdict("u-ann",
                       LoanReturned{loan, {}, {Desk::of(desk.batch_a, 1)}, {}, false, {}, {}}) ==
          "not_of_case");
    CHECK(desk.verdict("u-ann", LoanReturned{loan, {}, {Desk::of(batch, 41)}, {}, false, {}, {}}) ==
          "balance_too_low");
    desk.apply_all("u-ann", LoanReturned{loan, {}, {Desk::of(batch, 40)}, {}, false, {}, {}});
    CHECK(desk.fact<Case>(loan.value).state == "closed");
}

TEST_CASE("maintenance: out, in, and fit by another person; then it can be issued") {
    Desk desk;
    const EntryNumber out = desk.play("maintenance out", desk.pistol_1);
    CHECK(desk.item(desk.pistol_1).location_status == "at_maintenance");
    CHECK(desk.item(desk.pistol_1).condition_status == "under_repair");
    CHECK(desk.lines(out)[0].kind == "maintenance_out");
    desk.play("maintenance in", desk.pistol_1);
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "item_unserviceable");
    FitForIssue fit{desk.the(desk.pistol_1), {}, "INS-1", day("2027-03-01")};
    CHECK(desk.verdict("u-ann", fit) == "signer_received_it");
    fit.signed_by = UserId{"u-ben"};
    desk.apply_all("u-ann", fit);
    CHECK(desk.item(desk.pistol_1).condition_status == "serviceable");
    CHECK(text_of(*desk.item(desk.pistol_1).last_inspected) == "2026-03-02");
    CHECK(text_of(*desk.item(desk.pistol_1).next_inspection) == "2027-03-01");
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "allowed");
    desk.play("defect", desk.pistol_1);
    fit.next_inspection = day("2026-03-01");
    CHECK(desk.verdict("u-ann", fit) == "detail_missing");
    fit.signed_by = UserId{"u-cfi"};
    CHECK(desk.verdict("u-ann", fit) == "power_missing");
}

TEST_CASE("maintenance: on a bench of ours the item lies there, under its repair") {
    Desk desk;
    const EntryNumber number = desk.apply_all(
        "u-ann",
        MaintenanceOpened{desk.the(desk.pistol_1), desk.safe, "", {}, private_text("service")});
    CHECK(desk.item(desk.pistol_1).holder.value == desk.safe.value);
    CHECK(desk.item(desk.pistol_1).under.value == "w-" + std::to_string(number));
    CHECK(desk.verdict(
              "u-ann",
              MaintenanceOpened{desk.the(desk.pistol_2), {}, " ", {}, private_text("service")}) ==
          "detail_missing");
}

TEST_CASE("swap: a mounted part goes wherever its item goes, and never alone") {
    Desk desk;
    const ItemId optic = desk.add_item(desk.pistol, "OPT-1", "");
    desk.play("mount", optic);
    CHECK(desk.item(optic).mounted_on == desk.carbine_2);
    const EntryNumber number = desk.apply_all("u-ann", desk.issue({desk.carbine_2}));
    CHECK(desk.item(optic).holder.value == desk.pc.value);
    CHECK(desk.lines(number).size() == 2);
    CHECK(desk.facts.all<OpenLine>(desk.pc.value + "/").size() == 2);
    desk.apply_all("u-ben", desk.giving_back({desk.carbine_2}));
    CHECK(desk.item(optic).holder.value == desk.rack.value);
    CHECK(desk.facts.all<OpenLine>(desk.pc.value + "/").empty());
    CHECK(desk.discrepancies().empty());
    PartSwapped body;
    body.host = desk.carbine_2;
    body.removed = optic;
    body.to = desk.safe;
    desk.apply_all("u-ann", body);
    CHECK(desk.item(optic).mounted_on.empty());
    CHECK(desk.item(optic).holder.value == desk.safe.value);
    CHECK(desk.facts.all<Mounted>().empty());
    body = {};
    body.host = desk.carbine_2;
    CHECK(desk.verdict("u-ann", body) == "basket_empty");
    body.fitted = desk.carbine_2;
    CHECK(desk.verdict("u-ann", body) == "line_repeated");
    desk.play("mount", optic);
    body.host = optic;
    body.fitted = desk.pistol_1;
    CHECK(desk.verdict("u-ann", body) == "item_is_mounted");
    body.host = desk.carbine_1;
    body.fitted = desk.carbine_2;
    CHECK(desk.verdict("u-ann", body) == "item_is_mounted");
}

TEST_CASE("expend: outside a return, from a place or an officer; over and unreferenced are kept") {
    Desk desk;
    desk.play("expend", desk.batch_a);
    CHECK(desk.balance(desk.safe.value, desk.batch_a.value) == 998);
    CHECK(desk.discrepancies().empty());
    desk.apply_all("u-ann", desk.issue({}, {Desk::of(desk.batch_a, 10)}));
    StockExpended body;
    body.from.value = desk.pc.value;
    body.lines = {{StockId{desk.batch_a.value}, 4, "misfire", {}, {}}};
    desk.apply_all("u-ann", body);
    CHECK(desk.balance(desk.pc.value, desk.batch_a.value) == 6);
    CHECK(desk.facts.all<OpenLine>(desk.pc.value + "/")[0].quantity == 6);
    body.lines = {{StockId{desk.batch_a.value}, 9, "training", {}, {}}};
    const EntryNumber number = desk.apply_all("u-ann", body);
    CHECK(desk.lines(number)[0].quantity == 6);
    CHECK(desk.discrepancies() ==
          std::vector<std::string>{"reference_missing " + desk.batch_a.value + " 4 0",
                                   "expend_over " + desk.batch_a.value + " 6 9"});
    body.lines[0].reason = "fun";
    CHECK(desk.verdict("u-ann", body) == "purpose_unknown");
    body.lines[0].reason = "test";
    body.from.value = desk.ann_officer.value;
    CHECK(desk.verdict("u-ann", body) == "receive_from_self");
    body.from.value = "l-999";
    CHECK(desk.verdict("u-ann", body) == "code_unknown");
}
