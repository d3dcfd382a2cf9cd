// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "core/serial_range.hpp"
#include "unit/core/played_armoury.hpp"

using namespace muster::testing;
using Desk = PlayedArmoury;

TEST_CASE("seize: from an officer, rounds as found; out of issue, in holdings, with a review day") {
    Desk desk;
    desk.apply_all("u-ann", desk.issue({desk.pistol_1}, {Desk::of(desk.batch_a, 15)}));
    Seized body;
    body.items = desk.the(desk.pistol_1);
    body.stock = {Desk::of(desk.batch_a, 16)};
    body.officer = desk.pc;
    body.exhibit = "AB/1";
    body.seal = "S-1";
    body.receiver = private_text("DS Sample");
    const EntryNumber number = desk.apply_all("u-ann", body);
    const CaseId seizure = created_id<CaseId>('s', number);
    CHECK(desk.item(desk.pistol_1).location_status == "seized");
    CHECK(desk.item(desk.pistol_1).holder.value == seizure.value);
    CHECK(desk.balance(seizure.value, desk.batch_a.value) == 15);
    CHECK(desk.discrepancies() ==
          std::vector<std::string>{"seized_over " + desk.batch_a.value + " 15 16"});
    CHECK(desk.facts.all<OpenLine>(desk.pc.value + "/").empty());
    CHECK(text_of(*desk.fact<Case>(seizure.value).due) == "2026-05-31T22:59:59.999Z");
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "item_not_available");
    CHECK(desk.lines(number)[0].reference == "AB/1");
    desk.play("end seizure", desk.pistol_1);
    CHECK(desk.item(desk.pistol_1).condition_status == "under_repair");
    CHECK(desk.fact<Case>(seizure.value).state == "open");
    body.items = desk.the(desk.pistol_2);
    body.stock.clear();
    body.officer = {};
    body.place = desk.rack;
    CHECK(desk.verdict("u-ann", body) == "code_wrong_kind");
    body.place = desk.quarantine;
    desk.apply_all("u-ann", body);
    CHECK(desk.item(desk.pistol_2).holder.value == desk.quarantine.value);
    body.items = desk.the(desk.carbine_1);
    body.review = day("2026-03-01");
    CHECK(desk.verdict("u-ann", body) == "detail_missing");
}

TEST_CASE("hold: a range in one act, each released by its own inspection, by another person") {
    Desk desk;
    HoldPlaced body;
    body.reason = "recall";
    body.model = desk.pistol;
    body.serial_from = "xx0001";
    body.serial_to = "XX0002";
    body.notice = "TN-4";
    const EntryNumber number = desk.apply_all("u-ann", body);
    CHECK(desk.lines(number).size() == 2);
    CHECK(desk.lines(number)[0].purpose == "recall");
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "item_on_hold");
    CHECK(desk.verdict("u-sue", HoldReleased{desk.pistol_1.value, 0, "INS", {}}) ==
          "power_missing");
    CHECK(desk.verdict("u-mia", HoldReleased{desk.pistol_1.value, 0, "", {}}) == "detail_missing");
    desk.apply_all("u-mia", HoldReleased{desk.pistol_1.value, 0, "INS-1", {}});
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "allowed");
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_2})) == "item_on_hold");
    CHECK(desk.verdict("u-mia", HoldReleased{desk.pistol_1.value, 0, "INS-1", {}}) ==
          "case_unknown");
    desk.play("hold", desk.pistol_2);
    CHECK(desk.verdict("u-mia", HoldReleased{desk.pistol_2.value, 0, "INS-2", {}}) ==
          "code_ambiguous");
    CHECK(desk.verdict("u-mia", HoldReleased{desk.pistol_2.value, number, "INS-2", {}}) ==
          "allowed");
    body = {};
    body.reason = "because";
    body.batches = {StockId{desk.batch_a.value}};
    CHECK(desk.verdict("u-ann", body) == "purpose_unknown");
    body.reason = "recall";
    desk.apply_all("u-ann", body);
    CHECK(desk.verdict("u-ann", desk.issue({}, {Desk::of(desk.batch_a, 1)})) == "batch_on_hold");
    body.batches.push_back(body.batches[0]);
    CHECK(desk.verdict("u-ann", body) == "line_repeated");
    body.batches = {StockId{"b-999"}};
    CHECK(desk.verdict("u-ann", body) == "code_unknown");
    body.batches.clear();
    CHECK(desk.verdict("u-ann", body) == "basket_empty");
}

TEST_CASE("serial range: the same letters around a number; leading zeros and case do not matter") {
    const auto holds = [](const char* first, const char* last, const char* serial) {
        const auto range = SerialRange::of(first, last);
        return range && range->holds(serial);
    };
    CHECK(holds("G36-0099", "G36-0101", "g36-100"));
    CHECK(holds("A7B", "A12B", "A0010b"));
    CHECK_FALSE(holds("A7B", "A12B", "A10"));
    CHECK_FALSE(holds("A7", "A12", "A13"));
    CHECK_FALSE(holds("A7", "A12", "A6"));
    CHECK_FALSE(holds("A7", "A12", "B10"));
    CHECK_FALSE(holds("A7", "A12", "A"));
    CHECK(holds("A0", "A0", "A00"));
    CHECK_FALSE(SerialRange::of("A12", "A7"));
    CHECK_FALSE(SerialRange::of("A", "B"));
    CHECK_FALSE(SerialRange::of("", ""));
}

TEST_CASE(
    "missing: the last custodian is frozen, the clock runs, another decides, and it returns") {
    Desk desk;
    desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
    const EntryNumber number = desk.play("missing", desk.pistol_1);
    const CaseId loss = created_id<CaseId>('z', number);
    CHECK(desk.item(desk.pistol_1).location_status == "missing");
    const CaseLine frozen = desk.fact<CaseLine>(loss.value + "/" + desk.pistol_1.value);
    CHECK(frozen.from.value == desk.pc.value);
    CHECK(frozen.status == "issued");
    CHECK(desk.facts.all<OpenLine>(desk.pc.value + "/").empty());
    CHECK(desk.fact<Case>(loss.value).due->ms == desk.now.ms + 24 * 3'600'000);
    CHECK(desk.verdict("u-ben", LossDecided{loss, "lost", "CR", {}, {}, private_text("x")}) ==
          "power_missing");
    const EntryNumber lost = desk.play("lose", desk.pistol_1);
    CHECK(desk.lines(lost)[0].kind == "lose");
    CHECK(desk.item(desk.pistol_1).location_status == "missing");
    CHECK(desk.fact<Case>(loss.value).state == "lost");
    CHECK(desk.verdict("u-mia", LossDecided{loss, "stolen", "CR", {}, {}, private_text("x")}) ==
          "case_closed");
    desk.play("recover", desk.pistol_1);
    CHECK(desk.item(desk.pistol_1).location_status == "in_store");
    CHECK(desk.item(desk.pistol_1).condition_status == "under_repair");
    CHECK(desk.fact<CaseLine>(frozen.key).from.value == desk.pc.value);
    CHECK(desk.fact<CaseLine>(frozen.key).outcome == "recovered");
    CHECK(desk.fact<Case>(loss.value).state == "closed");
    CHECK(desk.verdict("u-mia", LossDecided{loss, "mislaid", "CR", {}, {}, private_text("x")}) ==
          "purpose_unknown");
}

TEST_CASE("missing: rounds leave the book when they are lost, and come back when recovered") {
    Desk desk;
    const CaseId loss = created_id<CaseId>('z', desk.play("missing", desk.batch_a));
    CHECK(desk.balance(loss.value, desk.batch_a.value) == 5);
    desk.play("lose", desk.batch_a);
    CHECK(desk.balance(loss.value, desk.batch_a.value) == 0);
    Recovered body{loss, {}, {Desk::of(desk.batch_a, 7)}, desk.safe, private_text("van"), {}};
    desk.apply_all("u-ann", body);
    CHECK(desk.balance(desk.safe.value, desk.batch_a.value) == 1'000);
    CHECK(desk.discrepancies() ==
          std::vector<std::string>{"recovered_over " + desk.batch_a.value + " 5 7"});
    const CaseId open = created_id<CaseId>('z', desk.play("missing", desk.batch_a));
    body.loss = open;
    body.stock = {Desk::of(desk.batch_a, 5)};
    desk.apply_all("u-ann", body);
    CHECK(desk.fact<Case>(open.value).state == "closed");
    desk.play("missing", desk.batch_b);
    body.loss = created_id<CaseId>('z', desk.next() - 1);
    CHECK(desk.verdict("u-ann", body) == "allowed");  // over: a discrepancy, nothing booked
}

TEST_CASE("custody: what is away under something else is not taken in by a return") {
    for (const char* step : {"missing", "seize", "lend", "send", "give up", "maintenance out"}) {
        CAPTURE(step);
        Desk desk;
        desk.play(step, desk.pistol_1);
        const std::string status = desk.item(desk.pistol_1).location_status;
        const std::string verdict = desk.verdict("u-ben", desk.giving_back({desk.pistol_1}));
        CHECK(verdict == (status == "in_store" ? "allowed" : "status_forbids"));
    }
}

TEST_CASE("missing: whose it was does not say that it is here again") {
    Desk desk;
    desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
    ReportedMissing gone{{{desk.pistol_1, {}, {}, {}}}, {}, private_text("left in a car"), {}};
    const CaseId loss = created_id<CaseId>('z', desk.apply_all("u-ben", gone));
    Item item = desk.fact<Item>(desk.pistol_1.value);
    CHECK(item.location_status == "missing");
    const Recovered found{loss,      {{desk.pistol_1, {}, {}, {}}}, {},
                          desk.rack, private_text("van"),           {}};
    CHECK(desk.verdict("u-ann", found) == "allowed");
    desk.facts.put(Table::officer, [&] {
        Officer officer = desk.fact<Officer>(desk.pc.value);
        officer.person = PersonId{"p-ann"};
        return row_of(officer);
    }());
    CHECK(desk.verdict("u-ann", found) == "receive_from_self");
    CHECK(desk.verdict("u-ben", found) == "allowed");
}

TEST_CASE("dispose: approved first, then before two witnesses; it leaves the totals") {
    Desk desk;
    CHECK(desk.verdict("u-ann",
                       DisposalMarked{desk.the(desk.pistol_1), false, private_text("worn"), {}}) ==
          "approver_missing");
    desk.play("give up", desk.pistol_1);
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "item_unserviceable");
    const EntryNumber number = desk.play("dispose", desk.pistol_1);
    CHECK(desk.item(desk.pistol_1).location_status == "disposed");
    CHECK(desk.item(desk.pistol_1).holder.value == "x-" + std::to_string(number));
    CHECK(desk.lines(number)[0].to.empty());
    CHECK(desk.lines(number)[0].reference == "CERT-1");
    desk.play("give up", desk.pistol_2);
    desk.apply_all("u-ann", DisposalMarked{desk.the(desk.pistol_2), true, private_text("kept"),
                                           UserId{"u-mia"}});
    CHECK(desk.item(desk.pistol_2).condition_status == "under_repair");
    CHECK(desk.verdict("u-ann", FitForIssue{desk.the(desk.pistol_2), {}, "", {}}) ==
          "signer_received_it");
    desk.play("quarantine", desk.batch_a);
    desk.play("dispose", desk.batch_a);
    CHECK(desk.balance(desk.quarantine.value, desk.batch_a.value) == 1);
}
