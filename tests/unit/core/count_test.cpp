// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

using Lines = std::vector<std::string>;

/// A count of the rack and the safe by Kim and Ben, blind; batch A is 1000, B 500 by the book.
struct Counting : StockedArmoury {
    CountId count = begin({rack, safe});

    CountId begin(const std::vector<LocationId>& scope) {
        CountStarted start;
        start.sort = "full";
        start.scope = scope;
        start.counter_a = UserId{"u-kim"};
        start.counter_b = UserId{"u-ben"};
        return created_id<CountId>('c', apply_all("u-mia", start));
    }
    SeenLine seen(const LocationId& place, const std::string& subject,
                  std::int64_t quantity) const {
        SeenLine line;
        line.location = place;
        line.subject = subject;
        line.quantity = quantity;
        return line;
    }
    SeenLine skip(const LocationId& place) const {
        SeenLine line = seen(place, "-", 0);
        line.skipped = private_text("key broken");
        return line;
    }
    SeenLine unknown(const LocationId& place, const char* label) const {
        SeenLine line = seen(place, "?", 1);
        line.label = private_text(label);
        return line;
    }
    std::vector<SeenLine> whole_rack() const {
        return {seen(rack, pistol_1.value, 1), seen(rack, pistol_2.value, 1),
                seen(rack, carbine_1.value, 1), seen(rack, carbine_2.value, 1)};
    }
    std::vector<SeenLine> whole_safe(std::int64_t a = 1'000, std::int64_t b = 500) const {
        return {seen(safe, batch_a.value, a), seen(safe, batch_b.value, b),
                seen(safe, old_batch.value, 20), seen(safe, magazine.value, 40)};
    }
    std::vector<SeenLine> everything() const { return joined(whole_rack(), whole_safe()); }
    static std::vector<SeenLine> joined(std::vector<SeenLine> one,
                                        const std::vector<SeenLine>& other) {
        one.insert(one.end(), other.begin(), other.end());
        return one;
    }
    CountSubmitted sheet(const char* counter, const std::vector<SeenLine>& lines) const {
        return {count, UserId{counter}, 1, 1, lines};
    }
    void submit(const char* counter, const std::vector<SeenLine>& lines) {
        apply_all(counter, sheet(counter, lines));
    }
    void submit_both(const std::vector<SeenLine>& lines) {
        submit("u-kim", lines);
        submit("u-ben", lines);
    }
    /// Every line that did not agree, as `result subject expected moved counted`.
    Lines reconciled() {
        const EntryNumber number = apply_all("u-mia", CountReconciled{count, 1, 1, {}});
        Lines lines;
        for (const ResultLine& line :
             std::get<CountReconciled>(entries[static_cast<std::size_t>(number - 1)].body).lines) {
            if (line.result == "agreed") {
                ++agreed;
                continue;
            }
            lines.push_back(line.result + " " + line.subject + " " + std::to_string(line.expected) +
                            " " + std::to_string(line.moved) + " " + std::to_string(line.counted));
        }
        return lines;
    }
    std::string close_verdict() {
        return verdict("u-mia", CountClosed{count, UserId{"u-ben"}, 0, 0, ""});
    }
    CountClosed close() {
        const EntryNumber number =
            apply_all("u-mia", CountClosed{count, UserId{"u-ben"}, 0, 0, ""});
        return std::get<CountClosed>(entries[static_cast<std::size_t>(number - 1)].body);
    }
    int agreed = 0;
};

}  // namespace

TEST_CASE("count: a count that agrees keeps its agreed lines and closes with nothing open") {
    Counting desk;
    desk.submit_both(desk.everything());
    CHECK(desk.reconciled().empty());
    CHECK(desk.agreed == 8);
    const CountClosed closed = desk.close();
    CHECK(closed.agreed == 8);
    CHECK(closed.variances == 0);
    CHECK(closed.certificate == "Counted blind by two people as the book stood at entry " +
                                    desk.count.value.substr(2) + ": 8 lines agreed, 0 did not.");
    CHECK(desk.discrepancies().empty());
    CHECK(desk.fact<Stocktake>(desk.count.value).state == "closed");
    CHECK(desk.facts.all<StocktakeScope>().empty());
    CHECK(desk.facts.all<StocktakeExpected>().empty());
    CHECK(desk.facts.all<StocktakeLine>().empty());
    CHECK(desk.facts.all<StocktakeResult>().empty());
}

TEST_CASE("count: the scope is a place and all below it; the ledger position is the start") {
    Counting desk;
    const EntryNumber number = desk.next();
    CountStarted start;
    start.scope = {desk.site};
    start.counter_a = UserId{"u-kim"};
    start.counter_b = UserId{"u-ben"};
    CHECK(desk.verdict("u-mia", start) == "count_overlaps");
    Counting other;
    other.submit_both(other.everything());
    other.reconciled();
    other.close();
    other.count = other.begin({other.site});
    CHECK(other.facts.all<StocktakeScope>().size() == 5);
    CHECK(other.fact<Stocktake>(other.count.value).started > number);
}

TEST_CASE("count: six results") {
    Counting desk;
    // Seen in the rack: pistol 1 (agreed). Pistol 2 in the safe (elsewhere in scope). The carbine
    // of the vehicle in the rack (elsewhere out of scope). Carbine 1 nowhere (not found). A thing
    // nobody knows (unknown). Carbine 2 moved while the count ran (excluded).
    ItemRegistered item;
    item.model = desk.carbine;
    item.serial = "XX0009";
    item.home = desk.vehicle;
    item.location_status = "in_vehicle_safe";
    item.condition_status = "serviceable";
    const ItemId visitor = created_id<ItemId>('i', desk.apply_all("u-mia", item));
    desk.apply_all("u-ann", desk.issue({desk.carbine_2}));
    const SeenLine unknown = desk.unknown(desk.rack, "XX 1234, no tag");
    desk.submit_both(Counting::joined(
        {desk.seen(desk.rack, desk.pistol_1.value, 1), desk.seen(desk.safe, desk.pistol_2.value, 1),
         desk.seen(desk.rack, visitor.value, 1), unknown},
        desk.whole_safe()));
    const std::string digest = "?" + pretended_digest("XX 1234, no tag").substr(0, 16);
    const Lines lines = desk.reconciled();
    CHECK(lines == Lines{"unknown " + digest + " 0 0 1",
                         "elsewhere_in_scope " + desk.pistol_2.value + " 1 0 0",
                         "not_found " + desk.carbine_1.value + " 1 0 0",
                         "excluded " + desk.carbine_2.value + " 1 -1 0",
                         "elsewhere_out_of_scope " + visitor.value + " 0 0 1",
                         "elsewhere_in_scope " + desk.pistol_2.value + " 0 0 1"});
    const std::size_t items = desk.facts.all<Item>().size();
    CHECK(desk.close().variances == 4);
    CHECK(desk.discrepancies() == Lines{"count_unknown " + digest + " 0 1",
                                        "count_not_found " + desk.carbine_1.value + " 1 0",
                                        "count_elsewhere " + visitor.value + " 0 1",
                                        "count_elsewhere " + desk.pistol_2.value + " 0 1"});
    // Counting never edits the register.
    CHECK(desk.facts.all<Item>().size() == items);
    CHECK(desk.fact<Item>(desk.pistol_2.value).holder.value == desk.rack.value);
    CHECK(desk.fact<Item>(desk.carbine_1.value).location_status == "in_store");
}

TEST_CASE("count: batches do not net; three over and three short are two variances") {
    Counting desk;
    desk.submit_both(Counting::joined(desk.whole_rack(), desk.whole_safe(1'003, 497)));
    CHECK(desk.reconciled() == Lines{"unknown " + desk.batch_a.value + " 1000 0 1003",
                                     "not_found " + desk.batch_b.value + " 500 0 497"});
    CHECK(desk.close().variances == 2);
    CHECK(desk.discrepancies() == Lines{"count_surplus " + desk.batch_a.value + " 1000 1003",
                                        "count_not_found " + desk.batch_b.value + " 500 497"});
    CHECK(desk.balance(desk.safe.value, desk.batch_a.value) == 1'000);
}

TEST_CASE("count: one batch short here and over there in the scope is two variances as well") {
    Counting desk;
    auto lines = Counting::joined(desk.whole_rack(), desk.whole_safe(990));
    lines.push_back(desk.seen(desk.rack, desk.batch_a.value, 10));
    desk.submit_both(lines);
    CHECK(desk.reconciled() == Lines{"elsewhere_in_scope " + desk.batch_a.value + " 0 0 10",
                                     "not_found " + desk.batch_a.value + " 1000 0 990"});
    CHECK(desk.close().variances == 2);
}

TEST_CASE("count: movement while it runs is shown beside the line, never netted away") {
    const auto lines_when_counted = [](std::int64_t counted) {
        Counting desk;
        desk.apply_all("u-ann", desk.issue({}, {Counting::of(desk.batch_a, 45)}));
        desk.submit_both(Counting::joined(desk.whole_rack(), desk.whole_safe(counted)));
        Lines lines = desk.reconciled();
        lines.push_back("variances " + std::to_string(desk.close().variances));
        for (std::string& line : lines)
            if (const auto at = line.find(desk.batch_a.value); at != line.npos)
                line.replace(at, desk.batch_a.value.size(), "A");
        return lines;
    };
    // Counted before the movement: as the book was at the start.
    CHECK(lines_when_counted(1'000) == Lines{"variances 0"});
    // Counted after: not agreed with the book at the start, but explained.
    CHECK(lines_when_counted(955) == Lines{"excluded A 1000 -45 955", "variances 0"});
    CHECK(lines_when_counted(954) == Lines{"not_found A 1000 -45 954", "variances 1"});
    CHECK(lines_when_counted(999) == Lines{"not_found A 1000 -45 999", "variances 1"});
}

TEST_CASE("count: an item that went and came back while it ran was there, or is not found") {
    Counting desk;
    desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
    desk.apply_all("u-ben", desk.giving_back({desk.pistol_1}));
    CHECK(desk.fact<StocktakeMoved>(desk.count.value + "/" + desk.rack.value + "/" +
                                    desk.pistol_1.value)
              .quantity == 0);
    auto lines = desk.everything();
    lines.erase(lines.begin());
    desk.submit_both(lines);
    CHECK(desk.reconciled() == Lines{"not_found " + desk.pistol_1.value + " 1 0 0"});
}

TEST_CASE("count: a place nobody looked at is uncounted, never missing, and cannot be closed") {
    Counting desk;
    desk.submit("u-kim", desk.everything());
    desk.submit("u-ben", desk.whole_safe());
    CHECK(desk.reconciled().size() == 4);
    for (const StocktakeResult& line : desk.facts.all<StocktakeResult>())
        CHECK(line.result == (line.location == desk.rack ? "uncounted" : "agreed"));
    CHECK(desk.close_verdict() == "count_not_reconciled");
    CHECK(desk.discrepancies().empty());
}

TEST_CASE("count: an empty place must be looked at too") {
    Counting desk;
    desk.submit_both(desk.everything());
    desk.reconciled();
    desk.close();
    desk.count = desk.begin({desk.vehicle, desk.rack});
    desk.submit("u-kim", Counting::joined(desk.whole_rack(), {desk.seen(desk.vehicle, "-", 0)}));
    desk.submit("u-ben", desk.whole_rack());
    CHECK(desk.reconciled() == Lines{"uncounted - 0 0 0"});
    CHECK(desk.close_verdict() == "count_not_reconciled");
}

TEST_CASE("count: skipped by both with a reason is excluded; by one alone the third must look") {
    Counting both;
    const auto sheet = Counting::joined(both.whole_safe(), {both.skip(both.rack)});
    both.submit_both(sheet);
    CHECK(both.reconciled().size() == 4);
    CHECK(both.close().variances == 0);

    Counting one;
    one.submit("u-kim", sheet);
    // Ben looked at the rack and saw only three of the four.
    auto three = one.everything();
    three.erase(three.begin());
    one.submit("u-ben", three);
    const Lines lines = one.reconciled();
    CHECK(lines.size() == 4);
    for (const std::string& line : lines) CHECK(line.starts_with("disagreed"));
    CHECK(one.close_verdict() == "count_not_reconciled");
    one.submit("u-sue", three);
    CHECK(one.reconciled() == Lines{"not_found " + one.pistol_1.value + " 1 0 0"});
}

TEST_CASE("count: a place that two of three skipped is excluded") {
    Counting desk;
    const auto skipping = Counting::joined(desk.whole_safe(), {desk.skip(desk.rack)});
    desk.submit("u-kim", skipping);
    desk.submit("u-ben", desk.everything());
    desk.submit("u-sue", skipping);
    for (const std::string& line : desk.reconciled()) CHECK(line.starts_with("excluded"));
    CHECK(desk.agreed == 4);
}

TEST_CASE("count: counters who differ need a third person, who decides") {
    Counting desk;
    desk.submit("u-kim", desk.everything());
    CHECK(desk.verdict("u-sue", desk.sheet("u-sue", desk.everything())) == "counter_not_of_count");
    CHECK(desk.verdict("u-mia", CountReconciled{desk.count, 1, 1, {}}) == "count_unfinished");
    desk.submit("u-ben", Counting::joined(desk.whole_rack(), desk.whole_safe(999)));
    CHECK(desk.reconciled() == Lines{"disagreed " + desk.batch_a.value + " 1000 0 0"});
    CHECK(desk.close_verdict() == "count_not_reconciled");
    desk.submit("u-sue", desk.whole_safe(998));
    // Handed in after it was reconciled: it must be reconciled again.
    CHECK(desk.close_verdict() == "count_not_reconciled");
    CHECK(desk.reconciled() == Lines{"not_found " + desk.batch_a.value + " 1000 0 998"});
    CHECK(desk.verdict("u-ann", desk.sheet("u-ann", desk.everything())) == "counter_not_of_count");
    CHECK(desk.close().variances == 1);
}

TEST_CASE("count: the third person is another human than the two") {
    Counting desk;
    desk.apply_all("u-admin", UserAdded{UserId{"u-kim2"}, PersonId{"p-kim"}, private_text("kim2")});
    desk.apply_all("u-admin", RoleGranted{UserId{"u-kim2"}, "counter", UserId{"u-mia"}});
    desk.submit_both(desk.everything());
    CHECK(desk.verdict("u-kim2", desk.sheet("u-kim2", desk.everything())) ==
          "counter_not_of_count");
}

TEST_CASE("count: a sighting that the third person did not confirm hides no missing item") {
    Counting desk;
    auto kim = desk.everything();
    kim.erase(kim.begin());
    const auto without = kim;
    // Kim believes to have seen pistol 1 in the safe; Ben and the third saw it nowhere.
    kim.push_back(desk.seen(desk.safe, desk.pistol_1.value, 1));
    desk.submit("u-kim", kim);
    desk.submit("u-ben", without);
    CHECK(desk.reconciled() == Lines{"not_found " + desk.pistol_1.value + " 1 0 0",
                                     "disagreed " + desk.pistol_1.value + " 0 0 0"});
    desk.submit("u-sue", without);
    CHECK(desk.reconciled() == Lines{"not_found " + desk.pistol_1.value + " 1 0 0"});
    desk.close();
    CHECK(desk.discrepancies() == Lines{"count_not_found " + desk.pistol_1.value + " 1 0"});
}

TEST_CASE("count: two counters who are two humans with the power to count") {
    StockedArmoury desk;
    CountStarted start;
    start.scope = {desk.rack};
    const auto by = [&](const char* a, const char* b) {
        start.counter_a = UserId{a};
        start.counter_b = UserId{b};
        return desk.verdict("u-mia", start);
    };
    CHECK(by("u-kim", "u-ben") == "allowed");
    CHECK(by("u-kim", "u-kim") == "count_needs_two");
    CHECK(by("u-kim", "u-aud") == "power_missing");
    CHECK(by("u-kim", "") == "user_unknown");
    start.scope = {};
    CHECK(by("u-kim", "u-ben") == "basket_empty");
    start.scope = {LocationId{"l-999"}};
    CHECK(by("u-kim", "u-kim") == "code_unknown");
    desk.apply_all("u-admin", UserAdded{UserId{"u-kim2"}, PersonId{"p-kim"}, private_text("kim2")});
    desk.apply_all("u-admin", RoleGranted{UserId{"u-kim2"}, "counter", UserId{"u-mia"}});
    start.scope = {desk.rack};
    CHECK(by("u-kim", "u-kim2") == "count_needs_two");
}

TEST_CASE("count: a sheet is handed in once, by its counter, of places in the scope") {
    Counting desk;
    CHECK(desk.verdict("u-ben", desk.sheet("u-kim", desk.everything())) == "counter_not_of_count");
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", {})) == "basket_empty");
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", {desk.seen(desk.vehicle, "-", 0)})) ==
          "location_outside_count");
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", {desk.seen(desk.rack, "i-999", 1)})) ==
          "code_unknown");
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", {desk.seen(desk.safe, desk.batch_a.value,
                                                               -1)})) == "quantity_not_positive");
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", {desk.seen(desk.rack, desk.pistol_1.value,
                                                               2)})) == "line_repeated");
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", {desk.seen(desk.rack, desk.pistol_1.value, 1),
                                                     desk.seen(desk.rack, desk.pistol_1.value,
                                                               1)})) == "line_repeated");
    desk.submit("u-kim", desk.everything());
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", desk.everything())) ==
          "counter_submitted_already");
}

TEST_CASE("count: a sheet in parts is one sheet; nothing is added once its last part is in") {
    Counting desk;
    const auto part = [&](std::int64_t number, std::int64_t parts,
                          const std::vector<SeenLine>& lines) {
        return CountSubmitted{desk.count, UserId{"u-kim"}, number, parts, lines};
    };
    CHECK(desk.verdict("u-kim", part(2, 2, desk.whole_safe())) == "counter_submitted_already");
    CHECK(desk.verdict("u-kim", part(0, 2, desk.whole_safe())) == "counter_submitted_already");
    CHECK(desk.verdict("u-kim", part(3, 2, desk.whole_safe())) == "counter_submitted_already");
    desk.apply_all("u-kim", part(1, 2, desk.whole_rack()));
    desk.submit("u-ben", desk.everything());
    CHECK(desk.verdict("u-mia", CountReconciled{desk.count, 1, 1, {}}) == "count_unfinished");
    CHECK(desk.verdict("u-kim", part(1, 2, desk.whole_safe())) == "counter_submitted_already");
    CHECK(desk.verdict("u-kim", part(2, 3, desk.whole_safe())) == "counter_submitted_already");
    CHECK(desk.verdict("u-kim", part(2, 2, desk.whole_rack())) == "line_repeated");
    desk.apply_all("u-kim", part(2, 2, desk.whole_safe()));
    CHECK(desk.reconciled().empty());
    CHECK(desk.agreed == 8);
    CHECK(desk.verdict("u-kim", part(2, 2, {desk.seen(desk.rack, "-", 0)})) ==
          "counter_submitted_already");
    CHECK(desk.verdict("u-kim", part(3, 3, {desk.seen(desk.rack, "-", 0)})) ==
          "counter_submitted_already");
    desk.close();
    CHECK(desk.facts.all<StocktakeLine>().empty());
}

TEST_CASE("count: closing takes two humans, and ends it for ever") {
    Counting desk;
    desk.submit_both(desk.everything());
    CHECK(desk.close_verdict() == "count_not_reconciled");
    desk.reconciled();
    const auto close = [&](const char* second) {
        return desk.verdict("u-mia", CountClosed{desk.count, UserId{second}, 0, 0, ""});
    };
    CHECK(close("") == "second_missing");
    CHECK(close("u-mia") == "second_counted");
    CHECK(close("u-aud") == "power_missing");
    CHECK(close("u-ben") == "allowed");
    desk.close();
    CHECK(close("u-ben") == "count_closed");
    CHECK(desk.verdict("u-kim", desk.sheet("u-kim", desk.everything())) == "count_closed");
    CHECK(desk.verdict("u-mia", CountReconciled{desk.count, 1, 1, {}}) == "count_closed");
    CHECK(desk.verdict("u-mia", CountReconciled{CountId{"c-999"}, 1, 1, {}}) == "count_unknown");
}

TEST_CASE("count: what the counters are answered does not depend on what the book expects") {
    // Two registers that differ only in quantities and places give the same verdicts while blind.
    Counting one, other;
    other.apply_all("u-ann", other.issue({other.pistol_1}, {Counting::of(other.batch_a, 45)}));
    for (const auto& lines : {one.everything(),
                              one.whole_safe(1),
                              {one.seen(one.rack, "-", 0)},
                              {one.seen(one.safe, one.pistol_1.value, 1)},
                              {one.unknown(one.rack, "label")}})
        CHECK(one.verdict("u-kim", one.sheet("u-kim", lines)) ==
              other.verdict("u-kim", other.sheet("u-kim", lines)));
}

TEST_CASE("count: more than 500 lines are reconciled in parts, all of them kept") {
    StockedArmoury desk;
    std::vector<SeenLine> lines;
    CountStarted start;
    start.sort = "full";
    start.blind = false;
    start.scope = {desk.rack};
    start.counter_a = UserId{"u-kim"};
    start.counter_b = UserId{"u-ben"};
    for (int i = 0; i < 600; ++i) desk.add_item(desk.pistol, "ZZ" + std::to_string(i), "");
    const CountId count = created_id<CountId>('c', desk.apply_all("u-mia", start));
    for (const Held& held : desk.facts.all<Held>(desk.rack.value + "/")) {
        SeenLine line;
        line.location = desk.rack;
        line.subject = held.item.value;
        line.quantity = 1;
        lines.push_back(line);
    }
    for (const char* counter : {"u-kim", "u-ben"})
        desk.apply_all(counter, CountSubmitted{count, UserId{counter}, 1, 1, lines});
    CHECK(desk.verdict("u-mia", CountReconciled{count, 2, 2, {}}) == "follows_only");
    const EntryNumber number = desk.apply_all("u-mia", CountReconciled{count, 1, 1, {}});
    CHECK(desk.next() == number + 2);
    CHECK(desk.facts.all<StocktakeResult>().size() == 604);
    desk.apply_all("u-mia", CountClosed{count, UserId{"u-ben"}, 0, 0, ""});
    CHECK(std::get<CountClosed>(desk.entries.back().body)
              .certificate.starts_with("Counted by two people"));
}
