// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/core/count_team.hpp"
#include "muster/core/movement_line.hpp"
#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

using Desk = StockedArmoury;
using Lines = std::vector<std::string>;

/// A desk where PC 4471 has a pistol and 45 rounds of batch A.
struct AfterIssue : StockedArmoury {
    EntryNumber issued = apply_all("u-ann", issue({pistol_1}, {of(batch_a, 45)}));
    std::string batch = batch_a.value;

    Returned rounds(std::int64_t quantity) const {
        return giving_back({}, {of(batch_a, quantity)});
    }
    const Returned& made() const {
        for (std::size_t i = entries.size(); i-- > 0;)
            if (const auto* returned = std::get_if<Returned>(&entries[i].body)) return *returned;
        throw std::logic_error{"no return"};
    }
    std::int64_t still_open(const std::string& subject) const {
        std::int64_t quantity = 0;
        for (const OpenLine& line : facts.all<OpenLine>("o-4471/"))
            if (line.subject == subject) quantity += line.quantity;
        return quantity;
    }
};

Expended used(const BatchId& batch, std::int64_t quantity, const char* reason,
              const char* reference = nullptr) {
    Expended line;
    line.stock = StockId{batch.value};
    line.quantity = quantity;
    line.reason = reason;
    if (reference != nullptr) line.reference = reference;
    return line;
}

}  // namespace

TEST_CASE("return: all of it back closes the draw and leaves nothing to explain") {
    AfterIssue desk;
    desk.apply_all("u-ben", desk.giving_back({desk.pistol_1}, {Desk::of(desk.batch_a, 45)}));
    CHECK(desk.discrepancies().empty());
    CHECK(desk.facts.all<OpenLine>().empty());
    CHECK(desk.balance("o-4471", desk.batch) == 0);
    CHECK(desk.balance(desk.safe.value, desk.batch) == 1'000);
    CHECK(desk.fact<Item>(desk.pistol_1.value).location_status == "in_store");
    CHECK(desk.made().items[0].issue == desk.issued);
    CHECK(desk.made().items[0].from.value == "o-4471");
    CHECK(desk.made().items[0].to.value == desk.rack.value);
    CHECK_FALSE(desk.made().stock[0].booked);
    CHECK(desk.disorder().empty());
}

TEST_CASE("return: short is never blocked nor balanced: what came is taken, the rest is opened") {
    AfterIssue desk;
    const EntryNumber number = desk.apply_all("u-ben", desk.rounds(44));
    CHECK(desk.discrepancies() == Lines{"return_short " + desk.batch + " 45 44"});
    const auto found = desk.facts.all<Discrepancy>();
    CHECK(found[0].opened_by == number);
    CHECK(found[0].key == "d-" + std::to_string(number + 1));
    CHECK(found[0].holder == "o-4471");
    CHECK(found[0].state == "open");
    CHECK(desk.still_open(desk.batch) == 0);
    // The officer still answers for the one by the book.
    CHECK(desk.balance("o-4471", desk.batch) == 1);
    CHECK(desk.balance(desk.safe.value, desk.batch) == 999);
}

TEST_CASE("return: nothing back of a named line is a shortage of all of it") {
    AfterIssue desk;
    desk.apply_all("u-ben", desk.rounds(0));
    CHECK(desk.discrepancies() == Lines{"return_short " + desk.batch + " 45 0"});
    CHECK(desk.balance("o-4471", desk.batch) == 45);
    CHECK(movement_lines(desk.entries[desk.entries.size() - 2]).empty());
}

TEST_CASE("return: over is a discrepancy too, and the book takes no more than it gave") {
    AfterIssue desk;
    desk.apply_all("u-ben", desk.rounds(46));
    CHECK(desk.discrepancies() == Lines{"return_over " + desk.batch + " 45 46"});
    CHECK(desk.made().stock[0].quantity == 46);
    CHECK(desk.made().stock[0].booked == 45);
    CHECK(desk.balance(desk.safe.value, desk.batch) == 1'000);
    CHECK(desk.balance("o-4471", desk.batch) == 0);
    CHECK(movement_lines(desk.entries[desk.entries.size() - 2])[0].quantity == 45);
}

TEST_CASE("return: what was short and turns up later is over its open lines, and is booked") {
    AfterIssue desk;
    desk.apply_all("u-ben", desk.rounds(44));
    desk.apply_all("u-ben", desk.rounds(1));
    CHECK(desk.discrepancies() ==
          Lines{"return_short " + desk.batch + " 45 44", "return_over " + desk.batch + " 0 1"});
    CHECK_FALSE(desk.made().stock[0].booked);
    CHECK(desk.balance("o-4471", desk.batch) == 0);
    // No open line says where it was drawn from, so it lies at the armoury itself.
    CHECK(desk.balance("l-1", desk.batch) == 1);
    CHECK(desk.balance(desk.safe.value, desk.batch) == 999);
}

TEST_CASE("return: partial keeps a lesser line open, oldest draw first") {
    AfterIssue desk;
    desk.apply_all("u-ann", desk.issue({}, {Desk::of(desk.batch_a, 20)}));
    Returned some = desk.rounds(50);
    some.partial = true;
    desk.apply_all("u-ben", some);
    CHECK(desk.discrepancies().empty());
    const auto open = desk.facts.all<OpenLine>("o-4471/");
    REQUIRE(open.size() == 2);  // the pistol and what is left of the younger draw
    CHECK(desk.still_open(desk.batch) == 15);
    CHECK(open[1].issue > desk.issued);
    desk.apply_all("u-ben", desk.rounds(15));
    CHECK(desk.discrepancies().empty());
    CHECK(desk.still_open(desk.batch) == 0);
}

TEST_CASE("return: a line that is not named stays open") {
    AfterIssue desk;
    desk.apply_all("u-ben", desk.giving_back({desk.pistol_1}));
    CHECK(desk.discrepancies().empty());
    CHECK(desk.still_open(desk.batch) == 45);
    CHECK(desk.balance("o-4471", desk.batch) == 45);
}

TEST_CASE("return: expended without a reference stands, and a discrepancy asks for it") {
    AfterIssue desk;
    Returned back = desk.rounds(43);
    back.expended = {used(desk.batch_a, 2, "operational")};
    desk.apply_all("u-ben", back);
    CHECK(desk.discrepancies() == Lines{"reference_missing " + desk.batch + " 2 0"});
    CHECK(desk.balance("o-4471", desk.batch) == 0);
    CHECK(desk.balance(desk.safe.value, desk.batch) == 998);
}

TEST_CASE("return: which reasons ask for a reference, an empty one being none") {
    struct Case {
        const char* reason;
        const char* reference;
        bool asks;
    };
    for (const Case& one : {Case{"operational", "R-1", false}, Case{"operational", "  ", true},
                            Case{"unintentional_discharge", nullptr, true},
                            Case{"misfire", nullptr, true}, Case{"destroyed", nullptr, true},
                            Case{"training", nullptr, false}, Case{"test", nullptr, false}}) {
        CAPTURE(one.reason);
        AfterIssue desk;
        Returned back = desk.rounds(44);
        back.expended = {used(desk.batch_a, 1, one.reason, one.reference)};
        desk.apply_all("u-ben", back);
        CHECK(desk.discrepancies().size() == (one.asks ? 1 : 0));
    }
}

TEST_CASE("return: an unintentional discharge is counted apart in the movement") {
    AfterIssue desk;
    Returned back = desk.rounds(42);
    back.expended = {used(desk.batch_a, 2, "operational", "R-1"),
                     used(desk.batch_a, 1, "unintentional_discharge", "R-2")};
    desk.apply_all("u-ben", back);
    CHECK(desk.discrepancies().empty());
    const auto lines = movement_lines(desk.entries.back());
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].kind == "expend");
    CHECK(lines[1].purpose == "operational");
    CHECK(lines[2].purpose == "unintentional_discharge");
    CHECK(lines[2].reference == "R-2");
    CHECK(lines[2].quantity == 1);
    CHECK(lines[2].to.empty());
}

TEST_CASE("return: an unintentional discharge is reviewed where policy says so, reference or not") {
    AfterIssue desk;
    desk.apply_all("u-admin", PolicySet{"discharge_review", "yes", UserId{"u-mia"}});
    Returned back = desk.rounds(44);
    back.expended = {used(desk.batch_a, 1, "unintentional_discharge", "R-2")};
    desk.apply_all("u-ben", back);
    REQUIRE(desk.discrepancies().size() == 1);
    const auto found = desk.facts.all<Discrepancy>();
    REQUIRE(found.size() == 1);
    CHECK(found[0].sort == "discharge_review");
    CHECK(found[0].holder == desk.pc.value);
    CHECK(severity_of(desk.facts, found[0].sort, found[0].subject) == "high");
}

TEST_CASE("return: returned and expended together cannot exceed what the book has") {
    AfterIssue desk;
    Returned back = desk.rounds(40);
    back.expended = {used(desk.batch_a, 4, "training"), used(desk.batch_a, 4, "training")};
    desk.apply_all("u-ben", back);
    CHECK(desk.discrepancies() == Lines{"return_over " + desk.batch + " 45 48"});
    CHECK_FALSE(desk.made().stock[0].booked);
    CHECK_FALSE(desk.made().expended[0].booked);
    CHECK(desk.made().expended[1].booked == 1);
    CHECK(desk.balance("o-4471", desk.batch) == 0);
    CHECK(desk.balance(desk.safe.value, desk.batch) == 995);
}

TEST_CASE("return: what was never out is taken and opens a discrepancy") {
    AfterIssue desk;
    desk.apply_all("u-ben", desk.giving_back({desk.pistol_2}));
    CHECK(desk.discrepancies() == Lines{"return_not_out " + desk.pistol_2.value + " 0 1"});
    CHECK_FALSE(desk.made().items[0].issue);
    desk.apply_all("u-ben", desk.giving_back({}, {Desk::of(desk.batch_b, 3)}));
    CHECK(desk.discrepancies().back() == "return_over " + desk.batch_b.value + " 0 3");
    CHECK(desk.made().stock[0].booked == 0);
    CHECK(desk.balance(desk.safe.value, desk.batch_b.value) == 500);
}

TEST_CASE("return: scanning a held weapon names the officer") {
    AfterIssue desk;
    Returned back = desk.giving_back({desk.pistol_1}, {Desk::of(desk.batch_a, 45)});
    back.officer = {};
    desk.apply_all("u-ben", back);
    CHECK(desk.made().officer.value == "o-4471");
    CHECK(desk.discrepancies().empty());
    Returned rounds = desk.rounds(1);
    rounds.officer = {};
    CHECK(desk.verdict("u-ben", rounds) == "code_unknown");
}

TEST_CASE("return: brought by somebody else is allowed, both named") {
    AfterIssue desk;
    Returned back = desk.giving_back({desk.pistol_1});
    back.brought_by = desk.pistol_only;
    desk.apply_all("u-ben", back);
    CHECK(desk.made().officer.value == "o-4471");
    CHECK(desk.made().brought_by.value == "o-5502");
    CHECK(desk.discrepancies().empty());
}

TEST_CASE("return: an item that another officer has leaves that officer, and is flagged") {
    AfterIssue desk;
    Returned back = desk.giving_back({desk.pistol_1});
    back.officer = desk.pistol_only;
    desk.apply_all("u-ben", back);
    CHECK(desk.discrepancies() == Lines{"return_not_out " + desk.pistol_1.value + " 0 1"});
    CHECK(desk.still_open(desk.pistol_1.value) == 0);
    CHECK(desk.fact<Item>(desk.pistol_1.value).holder.value == desk.rack.value);
    CHECK(desk.disorder().empty());
}

TEST_CASE("return: nobody receives from themselves, nor what they themselves hold") {
    Desk desk;
    Issued to_ann = desk.issue({desk.pistol_1});
    to_ann.officer = desk.ann_officer;
    to_ann.second = UserId{"u-sue"};
    desk.apply_all("u-ben", to_ann);
    Returned own = desk.giving_back({desk.pistol_1});
    own.officer = desk.ann_officer;
    CHECK(desk.verdict("u-ann", own) == "receive_from_self");
    own.officer = {};
    CHECK(desk.verdict("u-ann", own) == "receive_from_self");
    own.officer = desk.pc;  // in another's name
    CHECK(desk.verdict("u-ann", own) == "receive_from_self");
    Returned brought = desk.giving_back({desk.carbine_1});
    brought.brought_by = desk.ann_officer;
    CHECK(desk.verdict("u-ann", brought) == "receive_from_self");
    own.officer = desk.ann_officer;
    CHECK(desk.verdict("u-ben", own) == "allowed");
}

TEST_CASE("return: a second person is a third human who may witness") {
    AfterIssue desk;
    const auto second = [&](const char* user) {
        Returned back = desk.giving_back({desk.pistol_1});
        back.second = UserId{user};
        return desk.verdict("u-ben", back);
    };
    CHECK(second("u-ann") == "allowed");
    CHECK(second("u-ben") == "second_is_issuer");
    CHECK(second("u-kim") == "second_lacks_power");
    Returned back = desk.giving_back({desk.pistol_1});
    back.brought_by = desk.ann_officer;
    back.second = UserId{"u-ann"};
    CHECK(desk.verdict("u-ben", back) == "second_is_officer");
}

TEST_CASE("return: slips of the keys are all named, the gravest first") {
    AfterIssue desk;
    Returned back = desk.giving_back({desk.pistol_1, desk.pistol_1, ItemId{"i-999"}},
                                     {Desk::of(desk.batch_a, -1), Desk::of(BatchId{"b-999"}, 1)});
    back.expended = {used(desk.batch_a, 0, "lost in the post")};
    std::string codes;
    for (const RefusedLine& line : desk.stops("u-ben", back))
        codes += std::string{words_of(line.refusal).code} + " ";
    CHECK(codes ==
          "code_unknown code_unknown quantity_not_positive quantity_not_positive "
          "line_repeated purpose_unknown ");
    CHECK(desk.verdict("u-ben", Returned{}) == "basket_empty");
}

TEST_CASE("return: only a place takes things back") {
    AfterIssue desk;
    Returned back = desk.giving_back({desk.pistol_1});
    back.items[0].to = HolderId{"o-5502"};
    CHECK(desk.verdict("u-ben", back) == "code_wrong_kind");
    back.items[0].to = HolderId{"l-999"};
    CHECK(desk.verdict("u-ben", back) == "code_wrong_kind");
    back.items[0].to = HolderId{desk.vehicle.value};
    desk.apply_all("u-ben", back);
    CHECK(desk.fact<Item>(desk.pistol_1.value).location_status == "in_vehicle_safe");
    Returned rounds = desk.rounds(45);
    rounds.stock[0].to = HolderId{"o-5502"};
    CHECK(desk.verdict("u-ben", rounds) == "code_wrong_kind");
    rounds.stock[0].to = {};
    rounds.officer = OfficerId{"u-ann"};
    CHECK(desk.verdict("u-ben", rounds) == "code_unknown");
}

TEST_CASE("return: sealed boxes come back sealed, as far as the book takes them") {
    Desk desk;
    Issued out = desk.issue({}, {Desk::of(desk.batch_a, 100)});
    out.stock[0].boxes = 2;
    desk.apply_all("u-ann", out);
    const std::string at_safe = desk.safe.value + "/" + desk.batch_a.value;
    CHECK(desk.fact<Balance>(at_safe).boxes == 18);
    const auto back = [&](std::int64_t quantity, std::int64_t boxes) {
        Returned returned = desk.giving_back({}, {Desk::of(desk.batch_a, quantity)});
        returned.stock[0].boxes = boxes;
        return returned;
    };
    CHECK(desk.verdict("u-ben", back(100, 3)) == "quantity_not_positive");
    CHECK(desk.verdict("u-ben", back(100, -1)) == "quantity_not_positive");
    desk.apply_all("u-ben", back(100, 2));
    CHECK(desk.fact<Balance>(at_safe).boxes == 20);
    // Three boxes are brought where the book knows of twenty rounds: no box is booked.
    desk.apply_all("u-ann", desk.issue({}, {Desk::of(desk.batch_a, 20)}));
    CHECK(desk.fact<Balance>(at_safe).boxes == 19);
    desk.apply_all("u-ben", back(150, 3));
    CHECK(desk.fact<Balance>(at_safe).quantity == 1'000);
    CHECK(desk.fact<Balance>(at_safe).boxes == 19);
}

TEST_CASE("return: a leaver gives back, but may draw no more") {
    AfterIssue desk;
    Officer leaver = desk.fact<Officer>("o-4471");
    leaver.active = false;
    desk.facts.put(Table::officer, row_of(leaver));
    CHECK(desk.verdict("u-ann", desk.issue({desk.carbine_1})) == "officer_left");
    CHECK(desk.verdict("u-ben", desk.giving_back({desk.pistol_1})) == "allowed");
}

TEST_CASE("return: a discrepancy is never recorded by itself") {
    Desk desk;
    CHECK(desk.verdict("u-mia", DiscrepancyOpened{"return_short", "b-1", "o-1", 2, 1, 3}) ==
          "follows_only");
}
