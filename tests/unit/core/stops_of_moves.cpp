// SPDX-License-Identifier: MIT
#include "unit/core/every_movement.hpp"
#include "unit/core/every_stop.hpp"

namespace muster::testing {
namespace {

using Desk = StockedArmoury;

std::vector<ItemLine> the(const ItemId& item) {
    return {{item, {}, {}, {}}};
}

Request asked(Desk& desk, const char* movement, const char* by = nullptr) {
    for (const Movement& each : item_movements())
        if (std::string_view{each.name} == movement)
            return {by != nullptr ? by : each.by, each.make(desk.facts, desk, desk.pistol_1.value)};
    throw std::logic_error{"no such movement"};
}

void play(Desk& desk, const char* movement) {
    const Request request = asked(desk, movement);
    desk.apply_all(request.by, request.body);
}

ItemReceived delivery(const Desk& desk, const char* serial, const char* again) {
    ItemReceived body;
    body.model = desk.pistol;
    body.serial = serial;
    body.serial_again = again;
    body.home = desk.rack;
    return body;
}

StockReceived rounds(const Desk& desk, const char* number) {
    StockReceived body;
    body.model = desk.round;
    body.number = number;
    body.expiry = day("2030-01-31");
    body.box_size = 50;
    body.use = "operational";
    body.location = desk.safe;
    body.quantity = 50;
    body.seals = {"S-9"};
    return body;
}

HoldPlaced range(const Desk& desk, const char* first, const char* last) {
    HoldPlaced body;
    body.reason = "recall";
    body.model = desk.pistol;
    body.serial_from = first;
    body.serial_to = last;
    return body;
}

Corrected correction(const Desk& desk, EntryNumber of, const char* kind) {
    Corrected body;
    body.of = of;
    body.of_kind = kind;
    body.reason = private_text("wrong rack");
    body.approver = UserId{"u-mia"};
    body.reversed = {
        {desk.pistol_1.value, 1, HolderId{desk.vehicle.value}, HolderId{desk.rack.value}, {}}};
    return body;
}

EntryNumber moved(Desk& desk) {
    return desk.apply_all("u-ann",
                          Transferred{the(desk.pistol_1), {}, desk.vehicle, false, {}, {}, {}});
}

VehicleChecked check_of(const Desk& desk, const OfficerId& from, const OfficerId& to) {
    const Confirmation confirmed{desk.now, "pin", std::string(64, 'a')};
    VehicleChecked body;
    body.place = desk.vehicle;
    body.stage = "handover";
    body.from = from;
    body.to = to;
    body.confirmed_from = confirmed;
    body.confirmed_to = confirmed;
    return body;
}

void mount(Desk& desk) {
    PartSwapped body;
    body.host = desk.carbine_1;
    body.fitted = desk.pistol_1;
    desk.apply_all("u-ann", body);
}

}  // namespace

std::vector<Stopped> stopped_by_names_of_moves() {
    return {
        {Refusal::serial_differs,
         [](Desk& desk) {
             return Request{"u-ann", delivery(desk, "NEW01", "NEWO1")};
         }},
        {Refusal::serial_differs,
         [](Desk& desk) {
             ItemCorrected body;
             body.item = desk.pistol_1;
             body.serial = "XX0009";
             body.reason = private_text("typo");
             body.approver = UserId{"u-mia"};
             return Request{"u-sue", body};
         }},
        {Refusal::seal_taken,
         [](Desk& desk) {
             desk.apply_all("u-ann", rounds(desk, "B-NEW"));
             return Request{"u-ann", rounds(desk, "B-NEW")};
         }},
        {Refusal::batch_differs,
         [](Desk& desk) {
             StockReceived body = rounds(desk, "B-A");
             body.expiry = day("2031-01-31");
             return Request{"u-ann", body};
         }},
        {Refusal::range_unclear,
         [](Desk& desk) {
             return Request{"u-ann", range(desk, "XX0005", "YY0009")};
         }},
        {Refusal::range_empty,
         [](Desk& desk) {
             return Request{"u-ann", range(desk, "XX7000", "XX7999")};
         }},
    };
}

std::vector<Stopped> stopped_by_cases_and_details() {
    return {
        {Refusal::case_unknown, [](Desk& desk) { return asked(desk, "arrive"); }},
        {Refusal::case_closed,
         [](Desk& desk) {
             const CaseId sent{"t-" + std::to_string(desk.next())};
             play(desk, "send");
             play(desk, "arrive");
             return Request{"u-ben", TransitReceived{sent, the(desk.pistol_1), {}, false, {}, {}}};
         }},
        {Refusal::not_of_case,
         [](Desk& desk) {
             const CaseId first{"n-" + std::to_string(desk.next())};
             play(desk, "lend");
             desk.apply_all("u-ann", LoanOpened{"out",
                                                "Third Force",
                                                day("2026-12-01"),
                                                "",
                                                the(desk.pistol_2),
                                                {},
                                                {},
                                                {},
                                                {}});
             return Request{"u-ann",
                            LoanReturned{first, the(desk.pistol_2), {}, desk.rack, false, {}, {}}};
         }},
        {Refusal::code_ambiguous,
         [](Desk& desk) {
             play(desk, "hold");
             play(desk, "hold");
             return Request{"u-mia", HoldReleased{desk.pistol_1.value, 0, "INS-1", {}}};
         }},
        {Refusal::detail_missing,
         [](Desk& desk) {
             Request request = asked(desk, "seize");
             std::get<Seized>(request.body).exhibit = " ";
             return request;
         }},
        {Refusal::detail_missing,
         [](Desk& desk) {
             Request request = asked(desk, "missing");
             std::get<ReportedMissing>(request.body).circumstances = private_text("");
             return request;
         }},
    };
}

std::vector<Stopped> stopped_pairs_of_moves() {
    return {
        {Refusal::receiver_is_sender,
         [](Desk& desk) {
             play(desk, "send");
             return asked(desk, "arrive", "u-ann");
         }},
        {Refusal::signer_received_it,
         [](Desk& desk) {
             play(desk, "maintenance out");
             play(desk, "maintenance in");
             return asked(desk, "fit", "u-ann");
         }},
        {Refusal::witnesses_not_two,
         [](Desk& desk) {
             play(desk, "give up");
             Request request = asked(desk, "dispose");
             std::get<Disposed>(request.body).witness_b = UserId{"u-ben"};
             return request;
         }},
        {Refusal::witnesses_not_two,
         [](Desk& desk) {
             play(desk, "give up");
             return asked(desk, "dispose", "u-ben");
         }},
        {Refusal::second_lacks_power,
         [](Desk& desk) {
             play(desk, "give up");
             Request request = asked(desk, "dispose");
             std::get<Disposed>(request.body).witness_b = UserId{"u-aud"};
             return request;
         }},
        {Refusal::decider_reported_it,
         [](Desk& desk) {
             const Request missing = asked(desk, "missing", "u-mia");
             desk.apply_all(missing.by, missing.body);
             return asked(desk, "lose");
         }},
        {Refusal::releaser_placed_hold,
         [](Desk& desk) {
             const Request hold = asked(desk, "hold", "u-mia");
             desk.apply_all(hold.by, hold.body);
             return asked(desk, "release");
         }},
    };
}

std::vector<Stopped> stopped_handovers() {
    return {
        {Refusal::handover_to_self,
         [](Desk& desk) {
             return Request{"u-ann", DutyHandedOver{desk.site, UserId{"u-ann"}, {}, {}}};
         }},
        {Refusal::handover_to_self,
         [](Desk& desk) {
             return Request{"u-ann", check_of(desk, desk.pc, desk.pc)};
         }},
        {Refusal::not_on_duty,
         [](Desk& desk) {
             desk.apply_all("u-ann", DutyHandedOver{desk.site, UserId{"u-ben"}, {}, {}});
             return Request{"u-sue", DutyHandedOver{desk.site, UserId{"u-ann"}, {}, {}}};
         }},
        {Refusal::confirmation_missing,
         [](Desk& desk) {
             VehicleChecked body = check_of(desk, desk.pc, desk.pistol_only);
             body.confirmed_to.reset();
             return Request{"u-ann", body};
         }},
        {Refusal::second_missing,
         [](Desk& desk) {
             desk.apply_all("u-admin",
                            PolicySet{"second_person_at.transfer", "yes", UserId{"u-mia"}});
             return asked(desk, "transfer");
         }},
    };
}

std::vector<Stopped> stopped_moves() {
    return {
        {Refusal::status_forbids,
         [](Desk& desk) {
             play(desk, "lend");
             return asked(desk, "transfer");
         }},
        {Refusal::condition_forbids, [](Desk& desk) { return asked(desk, "dispose"); }},
        {Refusal::item_is_mounted,
         [](Desk& desk) {
             mount(desk);
             return asked(desk, "transfer");
         }},
        {Refusal::item_is_mounted,
         [](Desk& desk) {
             mount(desk);
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::part_not_mounted,
         [](Desk& desk) {
             PartSwapped body;
             body.host = desk.carbine_1;
             body.removed = desk.pistol_1;
             body.to = desk.rack;
             return Request{"u-ann", body};
         }},
        {Refusal::quarantine_only,
         [](Desk& desk) {
             Disposed body{{},
                           {Desk::of(desk.batch_a, 5)},
                           "destroyed",
                           "CERT",
                           UserId{"u-ben"},
                           UserId{"u-sue"},
                           {}};
             return Request{"u-ann", body};
         }},
        {Refusal::not_reversible,
         [](Desk& desk) {
             return Request{"u-sue", correction(desk, moved(desk), "seized")};
         }},
        {Refusal::corrected_already,
         [](Desk& desk) {
             const EntryNumber of = moved(desk);
             desk.apply_all("u-sue", correction(desk, of, "transferred"));
             return Request{"u-sue", correction(desk, of, "transferred")};
         }},
        {Refusal::moved_since,
         [](Desk& desk) {
             const EntryNumber of = moved(desk);
             play(desk, "defect");
             desk.apply_all("u-ann",
                            Transferred{the(desk.pistol_1), {}, desk.rack, false, {}, {}, {}});
             return Request{"u-sue", correction(desk, of, "transferred")};
         }},
        {Refusal::joint_count_missing,
         [](Desk& desk) {
             desk.apply_all("u-admin",
                            PolicySet{"joint_count_at_handover", "yes", UserId{"u-mia"}});
             return Request{"u-ann", DutyHandedOver{desk.site, UserId{"u-ben"}, {}, {}}};
         }},
        {Refusal::handover_differs,
         [](Desk& desk) {
             moved(desk);
             return Request{"u-ann", check_of(desk, desk.pc, desk.pistol_only)};
         }},
    };
}

}  // namespace muster::testing
