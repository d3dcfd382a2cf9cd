// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/core/movement_line.hpp"
#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

using Desk = StockedArmoury;

std::string codes_of(const std::vector<RefusedLine>& lines) {
    std::string codes;
    for (const RefusedLine& line : lines)
        codes += (codes.empty() ? "" : " ") + std::string{words_of(line.refusal).code};
    return codes;
}

std::string stops_of(Desk& force, const Issued& issued, const char* by = "u-ann") {
    return codes_of(force.stops(by, issued));
}

const Issued& issued_at(const Desk& force, EntryNumber number) {
    return std::get<Issued>(force.entries[static_cast<std::size_t>(number - 1)].body);
}

OverrideOffer offer(const char* by, const char* reason = "told by radio") {
    return {UserId{by}, private_text(reason)};
}

}  // namespace

TEST_CASE("issue: three people, a current authorisation: issued, numbered, open with the officer") {
    Desk force;
    const EntryNumber number = force.apply_all(
        "u-ann",
        force.issue({force.carbine_1}, {Desk::of(force.batch_a, 30), Desk::of(force.magazine, 2)}));
    const Item item = force.fact<Item>(force.carbine_1.value);
    CHECK(item.holder.value == "o-4471");
    CHECK(item.location_status == "issued");
    CHECK(item.moved == number);
    CHECK(force.balance(force.safe.value, force.batch_a.value) == 970);
    CHECK(force.balance("o-4471", force.batch_a.value) == 30);
    CHECK(force.balance("o-4471", force.magazine.value) == 2);
    const auto open = force.facts.all<OpenLine>("o-4471/");
    REQUIRE(open.size() == 3);
    for (const OpenLine& line : open) {
        CHECK(line.issue == number);
        CHECK(line.due == Instant{force.now.ms + 24 * 3'600'000});
        CHECK(line.purpose == "operational");
    }
    CHECK(force.disorder().empty());
}

TEST_CASE("issue: what is filled in by the rules cannot be given from outside") {
    Desk force;
    Issued asked = force.issue({force.pistol_1}, {Desk::of(force.batch_a, 10)});
    asked.items[0] = {force.pistol_1, HolderId{"l-99"}, HolderId{"l-98"}, EntryNumber{3}};
    asked.stock[0].booked = 1;
    asked.stock[0].to = HolderId{"o-5502"};
    asked.due = Instant{1};
    asked.overrides = {{"item_on_hold", force.pistol_1.value, UserId{"u-sue"}, private_text("x")}};
    const Issued made = issued_at(force, force.apply_all("u-ann", asked));
    CHECK(made.items[0].from.value == force.rack.value);
    CHECK(made.items[0].to.value == "o-4471");
    CHECK_FALSE(made.items[0].issue);
    CHECK_FALSE(made.stock[0].booked);
    CHECK(made.stock[0].to.value == "o-4471");
    CHECK(made.due->ms > force.now.ms);
    CHECK(made.overrides.empty());
}

TEST_CASE("issue: an authorisation counts to the end of its last day, by UK clocks") {
    Desk force;
    const Issued pistol = force.issue({force.pistol_1});
    AuthorisationGranted grant = grant_of(force.pc, "pistol");
    grant.to = day("2026-05-31");
    force.apply_all("u-cfi", grant);
    grant.from = day("2026-07-01");
    grant.to = day("2026-07-31");
    grant.as_at = day("2026-07-15");
    force.apply_all("u-cfi", grant);
    const auto verdict_at = [&](const char* moment) {
        force.now = at(moment);
        return force.verdict("u-ann", pistol);
    };
    CHECK(verdict_at("2026-06-30T22:59:59.999Z") == "authorisation_not_started");
    CHECK(verdict_at("2026-06-30T23:00:00.000Z") == "allowed");
    CHECK(verdict_at("2026-07-31T22:59:59.999Z") == "allowed");
    CHECK(verdict_at("2026-07-31T23:00:00.000Z") == "authorisation_expired");
    const auto stops = force.stops("u-ann", pistol);
    CHECK(sentence_of(stops.front()) ==
          "STOP: pistol authorisation of PC 4471 ended 31 Jul 2026. Put Pistol P1 XX0001 (T-1) "
          "back; the CFI can renew it.");
}

TEST_CASE("issue: a paper issue is judged by the day it happened, and due from then") {
    Desk force;
    AuthorisationGranted grant = grant_of(force.pc, "pistol");
    grant.to = day("2026-03-01");
    force.apply_all("u-cfi", grant);
    CHECK(force.verdict("u-ann", force.issue({force.pistol_1})) == "authorisation_expired");
    force.happened_at = at("2026-03-01T20:00:00.000Z");
    const EntryNumber number = force.apply_all("u-ann", force.issue({force.pistol_1}));
    CHECK(issued_at(force, number).due == at("2026-03-02T20:00:00.000Z"));
}

TEST_CASE("issue: a pistol-only officer with a carbine in the basket: that line alone stops") {
    Desk force;
    Issued asked = force.issue({force.pistol_1, force.carbine_1});
    asked.officer = force.pistol_only;
    const auto stops = force.stops("u-ann", asked);
    CHECK(codes_of(stops) == "authorisation_absent");
    CHECK(stops.front().subject == force.carbine_1.value);
}

TEST_CASE("issue: every stop is reported, the gravest first") {
    Desk force;
    force.apply_all("u-ann", force.issue({force.pistol_1}));
    force.apply_all("u-cfi", AuthorisationSuspended{force.pc, "carbine", private_text("inquiry")});
    Issued asked = force.issue({force.pistol_1, force.carbine_1},
                               {Desk::of(force.batch_a, 5'000), Desk::of(force.old_batch, 0)});
    asked.second = UserId{"u-ann"};
    asked.confirmed.reset();
    CHECK(stops_of(force, asked) ==
          "quantity_not_positive second_is_issuer confirmation_missing item_already_out "
          "authorisation_suspended balance_too_low batch_expired");
}

TEST_CASE("issue: suspended says `see CFI` and nothing of the reason") {
    Desk force;
    force.apply_all("u-cfi", AuthorisationSuspended{force.pc, {}, private_text("inquiry")});
    const auto stops = force.stops("u-ann", force.issue({force.pistol_1, force.carbine_1}));
    CHECK(codes_of(stops) == "authorisation_suspended authorisation_suspended");
    CHECK(sentence_of(stops[0]) == "STOP: pistol authorisation of PC 4471 is suspended: see CFI.");
}

TEST_CASE("issue: issuer, second person and officer are three humans, whatever their accounts") {
    Desk force;
    Issued own = force.issue({force.pistol_1});
    own.officer = force.ann_officer;
    CHECK(stops_of(force, own) == "issue_to_self");
    // Ann's officer drawn through Ben, with Ann as second person.
    own.second = UserId{"u-ann"};
    CHECK(stops_of(force, own, "u-ben") == "second_is_officer");
    force.apply_all("u-admin",
                    UserAdded{UserId{"u-ann2"}, PersonId{"p-ann"}, private_text("ann2")});
    force.apply_all("u-admin", RoleGranted{UserId{"u-ann2"}, "armourer", UserId{"u-mia"}});
    Issued twice = force.issue({force.pistol_1});
    twice.second = UserId{"u-ann2"};
    CHECK(stops_of(force, twice) == "second_is_issuer");
    own.second = UserId{"u-ben"};
    CHECK(stops_of(force, own, "u-ann2") == "issue_to_self");
    twice.second = UserId{"u-kim"};
    CHECK(stops_of(force, twice) == "second_lacks_power");
    twice.second = UserId{"u-none"};
    CHECK(stops_of(force, twice) == "second_lacks_power");
}

TEST_CASE("issue: no second person only where policy says so") {
    Desk force;
    Issued alone = force.issue({force.pistol_1});
    alone.second = {};
    CHECK(stops_of(force, alone) == "second_missing");
    force.apply_all("u-admin", PolicySet{"second_person_at_issue", "no", UserId{"u-mia"}});
    CHECK(stops_of(force, alone).empty());
}

TEST_CASE("issue: who granted it today may not issue against it, by any of their accounts") {
    Desk force;
    force.apply_all("u-admin", RoleGranted{UserId{"u-cfi"}, "armourer", UserId{"u-mia"}});
    force.apply_all("u-cfi", grant_of(force.pc, "pistol"));
    const Issued pistol = force.issue({force.pistol_1});
    CHECK(stops_of(force, pistol, "u-cfi") == "granted_today_by_issuer");
    CHECK(stops_of(force, pistol, "u-ann").empty());
    force.apply_all("u-admin",
                    UserAdded{UserId{"u-cfi2"}, PersonId{"p-cfi"}, private_text("cfi2")});
    force.apply_all("u-admin", RoleGranted{UserId{"u-cfi2"}, "armourer", UserId{"u-mia"}});
    CHECK(stops_of(force, pistol, "u-cfi2") == "granted_today_by_issuer");
    force.now = at("2026-03-03T09:00:00.000Z");
    CHECK(stops_of(force, pistol, "u-cfi").empty());
}

TEST_CASE("issue: statuses that stop an item") {
    struct Case {
        const char* place;
        const char* condition;
        const char* code;
    };
    Desk force;
    int serial = 0;
    for (const Case& one :
         {Case{"missing", "serviceable", "item_missing"},
          Case{"at_maintenance", "under_repair", "item_unserviceable item_at_maintenance"},
          Case{"in_store", "defective", "item_unserviceable"},
          Case{"in_store", "awaiting_disposal", "item_unserviceable"},
          Case{"in_store", "inspection_due", ""}, Case{"in_vehicle_safe", "serviceable", ""},
          Case{"seized", "serviceable", "item_not_available"},
          Case{"in_transit", "serviceable", "item_not_available"},
          Case{"on_loan_out", "serviceable", "item_not_available"},
          Case{"disposed", "serviceable", "item_not_available"}}) {
        CAPTURE(one.place);
        CAPTURE(one.condition);
        ItemRegistered item;
        item.model = force.pistol;
        item.serial = "YY" + std::to_string(++serial);
        item.home = force.rack;
        item.location_status = one.place;
        item.condition_status = one.condition;
        const ItemId id = created_id<ItemId>('i', force.apply_all("u-mia", item));
        CHECK(stops_of(force, force.issue({id})) == one.code);
    }
}

TEST_CASE("issue: the holder of an item that is out is named") {
    Desk force;
    force.apply_all("u-ann", force.issue({force.pistol_1}));
    Issued again = force.issue({force.pistol_1});
    again.officer = force.pistol_only;
    const auto stops = force.stops("u-ann", again);
    REQUIRE(codes_of(stops) == "item_already_out");
    CHECK(sentence_of(stops[0]).find("is with PC 4471") != std::string::npos);
}

TEST_CASE("issue: an operational issue asks for its authority by policy, training for its course") {
    Desk force;
    Issued asked = force.issue({force.pistol_1});
    force.apply_all("u-admin", PolicySet{"operational_authority", "specific", UserId{"u-mia"}});
    CHECK(stops_of(force, asked) == "deployment_to_follow");
    force.apply_all("u-admin", PolicySet{"deployment_review", "yes", UserId{"u-mia"}});
    Issued overridden = asked;
    overridden.offer = OverrideOffer{UserId{"u-sue"}, private_text("called out")};
    const auto bodies = force.decided("u-ann", overridden);
    REQUIRE(bodies.has_value());
    REQUIRE(bodies.value().size() == 2);
    CHECK(std::get<DiscrepancyOpened>(bodies.value()[1]).sort == "deployment_to_follow");
    asked.deployment = "LOG 7";
    CHECK(stops_of(force, asked).empty());
    asked.purpose = "training";
    asked.deployment.reset();
    CHECK(stops_of(force, asked) == "course_missing");
    asked.course = "C-12";
    CHECK(stops_of(force, asked).empty());
}

TEST_CASE("issue: two lines of a batch from one place cannot take together more than is there") {
    Desk force;
    Issued asked = force.issue({}, {Desk::of(force.batch_b, 300), Desk::of(force.batch_b, 300)});
    CHECK(stops_of(force, asked) == "line_repeated");
    asked.stock[1].from = HolderId{force.safe.value};
    CHECK(stops_of(force, asked) == "line_repeated");
    CHECK(stops_of(force, force.issue({force.pistol_1, force.pistol_1})) ==
          "line_repeated same_kind_held");
}

TEST_CASE("issue: a batch in two places is taken from each, and is one open line") {
    Desk force;
    force.apply_all("u-mia", CountedRegistered{force.magazine, force.rack, 5});
    Issued asked = force.issue({}, {Desk::of(force.magazine, 40), Desk::of(force.magazine, 5)});
    asked.stock[0].from = HolderId{force.safe.value};
    asked.stock[1].from = HolderId{force.rack.value};
    force.apply_all("u-ann", asked);
    CHECK(force.balance("o-4471", force.magazine.value) == 45);
    const auto open = force.facts.all<OpenLine>();
    REQUIRE(open.size() == 1);
    CHECK(open[0].quantity == 45);
    CHECK(force.disorder().empty());
}

TEST_CASE("issue: munitions are drawn from a place, never from another officer or quarantine") {
    Desk force;
    force.apply_all("u-ann", force.issue({}, {Desk::of(force.batch_a, 30)}));
    Issued from_officer = force.issue({}, {Desk::of(force.batch_a, 10)});
    from_officer.officer = force.pistol_only;
    from_officer.stock[0].from = HolderId{"o-4471"};
    CHECK(stops_of(force, from_officer) == "code_wrong_kind");
    BatchRegistered caged;
    caged.model = force.round;
    caged.number = "B-Q";
    caged.use = "operational";
    caged.location = force.quarantine;
    caged.quantity = 100;
    const BatchId batch = created_id<BatchId>('b', force.apply_all("u-mia", caged));
    CHECK(stops_of(force, force.issue({}, {Desk::of(batch, 1)})) == "balance_too_low");
}

TEST_CASE("issue: sealed boxes lie within the quantity and are there") {
    Desk force;
    const auto boxes = [&](const BatchId& batch, std::int64_t quantity, std::int64_t number) {
        Issued asked = force.issue({}, {Desk::of(batch, quantity)});
        asked.stock[0].boxes = number;
        return stops_of(force, asked);
    };
    CHECK(boxes(force.batch_a, 100, 2).empty());
    CHECK(boxes(force.batch_a, 100, 3) == "quantity_not_positive");
    CHECK(boxes(force.batch_a, 100, -1) == "quantity_not_positive");
    CHECK(boxes(force.batch_b, 600, 11) == "balance_too_low balance_too_low");
    Issued magazines = force.issue({}, {Desk::of(force.magazine, 2)});
    magazines.stock[0].boxes = 1;
    CHECK(stops_of(force, magazines) == "quantity_not_positive");
    Issued two = force.issue({}, {Desk::of(force.batch_a, 100)});
    two.stock[0].boxes = 2;
    force.apply_all("u-ann", two);
    CHECK(force.fact<Balance>("o-4471/" + force.batch_a.value).boxes == 2);
    CHECK(force.fact<Balance>(force.safe.value + "/" + force.batch_a.value).boxes == 18);
}

TEST_CASE("issue: what is handed out loose opens sealed boxes in the book") {
    Desk force;
    force.apply_all("u-ann", force.issue({}, {Desk::of(force.batch_b, 30)}));
    const Balance left = force.fact<Balance>(force.safe.value + "/" + force.batch_b.value);
    CHECK(left.quantity == 470);
    CHECK(left.boxes == 9);
}

TEST_CASE("overrides: an offer answers every overridable stop, each recorded with its subject") {
    Desk force;
    force.apply_all("u-ann", force.issue({force.pistol_1}));
    Issued asked = force.issue({force.pistol_2}, {Desk::of(force.old_batch, 1)});
    CHECK(stops_of(force, asked) == "batch_expired same_kind_held");
    asked.offer = offer("u-sue");
    const Issued& made = issued_at(force, force.apply_all("u-ann", asked));
    REQUIRE(made.overrides.size() == 2);
    CHECK(made.overrides[0].stop == "same_kind_held");
    CHECK(made.overrides[0].subject == force.pistol_2.value);
    CHECK(made.overrides[1].stop == "batch_expired");
    CHECK(made.overrides[1].subject == force.old_batch.value);
    CHECK(made.overrides[1].by.value == "u-sue");
    CHECK(made.overrides[1].reason.digest == pretended_digest("told by radio"));
}

TEST_CASE("overrides: no offer answers a hard stop, and none is recorded where nothing stopped") {
    Desk force;
    Issued asked = force.issue({force.carbine_1}, {Desk::of(force.old_batch, 1)});
    asked.officer = force.pistol_only;
    asked.offer = offer("u-sue");
    CHECK(stops_of(force, asked) == "authorisation_absent");
    Issued sound = force.issue({force.pistol_1});
    sound.offer = offer("u-sue");
    const Issued& made = issued_at(force, force.apply_all("u-ann", sound));
    CHECK_FALSE(made.offer);
    CHECK(made.overrides.empty());
}

TEST_CASE("overrides: by another human with the power and a reason in words") {
    Desk force;
    Issued asked = force.issue({}, {Desk::of(force.old_batch, 1)});
    const auto by = [&](const OverrideOffer& offered) {
        asked.offer = offered;
        return stops_of(force, asked);
    };
    CHECK(by(offer("u-sue")).empty());
    CHECK(by(offer("u-mia")).empty());
    CHECK(by(offer("u-ben")) == "override_lacks_power batch_expired");
    CHECK(by(offer("u-ann")) == "override_lacks_power batch_expired");
    CHECK(by(offer("u-none")) == "override_lacks_power batch_expired");
    CHECK(by(offer("")) == "override_by_missing batch_expired");
    CHECK(by(offer("u-sue", " \n")) == "override_reason_missing batch_expired");
    asked.offer = offer("u-sue");
    CHECK(stops_of(force, asked, "u-sue") == "override_lacks_power batch_expired");
    force.apply_all("u-cfi", OfficerAdded{OfficerId{"o-sue"}, PersonId{"p-sue"}, private_text("8"),
                                          private_text("S"), "pc", "F"});
    asked.officer = OfficerId{"o-sue"};
    CHECK(stops_of(force, asked) == "override_lacks_power batch_expired");
}

TEST_CASE("overrides: old authorisation data is counted in days, by policy") {
    Desk force;
    const Issued pistol = force.issue({force.pistol_1});
    force.now = at("2026-03-31T12:00:00.000Z");
    CHECK(stops_of(force, pistol).empty());
    force.now = at("2026-04-01T12:00:00.000Z");
    CHECK(stops_of(force, pistol) == "authorisation_data_old");
    force.apply_all("u-admin", PolicySet{"authorisation_data_days", "31", UserId{"u-mia"}});
    CHECK(stops_of(force, pistol).empty());
}

TEST_CASE("overrides: another's personal issue can be overridden, one's own is no stop") {
    Desk force;
    Item item = force.fact<Item>(force.pistol_1.value);
    item.assigned_to = force.pistol_only;
    force.facts.put(Table::item, row_of(item));
    CHECK(stops_of(force, force.issue({force.pistol_1})) == "item_assigned_to_other");
    Issued own = force.issue({force.pistol_1});
    own.officer = force.pistol_only;
    CHECK(stops_of(force, own).empty());
}

TEST_CASE("issue: a batch is good on its last day and expired the day after") {
    Desk force;
    const Issued asked = force.issue({}, {Desk::of(force.old_batch, 1)});
    force.now = at("2026-02-28T23:59:59.000Z");
    CHECK(stops_of(force, asked).empty());
    force.now = at("2026-03-01T00:00:00.000Z");
    CHECK(stops_of(force, asked) == "batch_expired");
}

TEST_CASE("issue: due back by policy of the purpose; nought means never, nonsense the usual day") {
    Desk force;
    const auto due_with = [&](const char* hours) {
        // An older ledger may hold what no policy takes today.
        force.facts.put(Table::setting, row_of(Setting{"due_back_hours.operational", hours, 1}));
        const auto bodies = force.decided("u-ann", force.issue({force.pistol_1}));
        const auto& due = std::get<Issued>(bodies.value().front()).due;
        return due ? (due->ms - force.now.ms) / 3'600'000 : -1;
    };
    CHECK(due_with("12") == 12);
    CHECK(due_with("0") == -1);
    CHECK(due_with("-4") == -1);
    CHECK(due_with("soon") == 24);
    CHECK(due_with("9000000000000000000") == 87'600);
}

TEST_CASE("issue: the lines of the movement say who gave what to whom, numbered from one") {
    Desk force;
    Issued asked = force.issue({force.pistol_1}, {Desk::of(force.batch_a, 30)});
    asked.deployment = "LOG 7";
    const EntryNumber number = force.apply_all("u-ann", asked);
    const auto lines = movement_lines(force.entries.back());
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].entry == number);
    CHECK(lines[0].line == 1);
    CHECK(lines[1].line == 2);
    CHECK(lines[0].kind == "issue");
    CHECK(lines[0].subject == force.pistol_1.value);
    CHECK(lines[0].from.value == force.rack.value);
    CHECK(lines[1].from.value == force.safe.value);
    CHECK(lines[1].quantity == 30);
    for (const MovementLine& line : lines) {
        CHECK(line.to.value == "o-4471");
        CHECK(line.by.value == "u-ann");
        CHECK(line.second.value == "u-ben");
        CHECK(line.reference == "LOG 7");
    }
}

TEST_CASE("issue: on paper it happened: a supervisor records it past a stop") {
    Desk force;
    force.apply_all("u-sue", AuthorisationSuspended{force.pc, "pistol", private_text("why")});
    Issued asked = force.issue({force.pistol_1});
    asked.offer = OverrideOffer{UserId{"u-sue"}, private_text("drawn before the suspension")};
    CHECK(force.verdict("u-ann", asked) == "authorisation_suspended");
    force.happened_at = at("2026-03-02T06:00:00.000Z");
    asked.offer.reset();
    CHECK(force.verdict("u-ann", asked) == "authorisation_suspended");
    asked.offer = OverrideOffer{UserId{"u-sue"}, private_text("drawn before the suspension")};
    const EntryNumber number = force.apply_all("u-ann", asked);
    const Issued made = issued_at(force, number);
    REQUIRE(made.overrides.size() == 1);
    CHECK(made.overrides[0].stop == "authorisation_suspended");
    const auto found = std::get<DiscrepancyOpened>(force.entries.back().body);
    CHECK(found.sort == "late_past_stop");
    CHECK(found.subject == force.pistol_1.value);
    CHECK(found.beside == number);
    // What was not there cannot have been issued.
    force.happened_at = at("2026-03-02T06:10:00.000Z");
    CHECK(force.verdict("u-ann", asked) == "item_already_out");
}

TEST_CASE("issue: a clock that stands before the day of the grant stops nobody") {
    Desk force;
    force.apply_all("u-cfi", grant_of(force.pc, "pistol"));
    const Instant today = force.now;
    force.now = at("2000-01-01T00:05:00.000Z");
    CHECK(force.verdict("u-ann", force.issue({force.pistol_1})) == "allowed");
    force.now = today;
    AuthorisationGranted later = grant_of(force.pc, "pistol");
    later.from = day("2026-03-02");
    force.apply_all("u-cfi", later);
    force.happened_at = at("2026-02-20T06:00:00.000Z");
    CHECK(force.verdict("u-ann", force.issue({force.pistol_1})) != "allowed");
}
