// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "muster/core/transitions.hpp"
#include "unit/core/every_movement.hpp"

using namespace muster::testing;

namespace {

struct Named {
    const char* step;
    const char* movement;  ///< in item_movements
    const char* letter;    ///< of the case it is under; empty where none
};

const std::vector<Named>& steps() {
    static const std::vector<Named> all{
        {"transfer", "transfer", ""},
        {"send", "send", ""},
        {"arrive", "arrive", "t"},
        {"lend", "lend", ""},
        {"loan_back", "loan back", "n"},
        {"report_defect", "defect", ""},
        {"to_maintenance", "maintenance out", ""},
        {"from_maintenance", "maintenance in", ""},
        {"sign_fit", "fit", ""},
        {"swap_part", "mount", ""},
        {"seize", "seize", ""},
        {"end_seizure", "end seizure", "s"},
        {"report_missing", "missing", ""},
        {"recover", "recover", "z"},
        {"give_up", "give up", ""},
        {"dispose", "dispose", ""},
        {"assign", "assign", ""},
        {"hold", "hold", ""},
        {"issue", "issue", ""},
    };
    return all;
}

std::string sort_of(char letter) {
    return letter == 't'   ? "consignment"
           : letter == 'n' ? "loan_out"
           : letter == 's' ? "seizure"
                           : "loss";
}

/// Puts the item into that pair of statuses, under a case where the step needs one.
void put_into(StockedArmoury& desk, const ItemId& id, std::string_view place,
              std::string_view condition, const std::string& letter,
              const std::string& owner = {}) {
    Item item = desk.fact<Item>(id.value);
    item.location_status = place;
    item.condition_status = condition;
    if (!owner.empty()) item.owner = owner;
    if (!letter.empty()) {
        item.under.value = letter + "-7";
        Case under;
        under.key = item.under.value;
        under.sort = owner.empty() ? sort_of(letter[0]) : "loan_in";
        under.opened = 7;
        under.by = UserId{"u-ann"};
        under.to = desk.rack;
        under.state = "open";
        desk.facts.put(Table::away_case, row_of(under));
        desk.facts.put(Table::away_line, row_of(CaseLine{item.under.value + "/" + item.key,
                                                         item.under,
                                                         item.key,
                                                         1,
                                                         1,
                                                         HolderId{desk.rack.value},
                                                         "in_store",
                                                         {},
                                                         ""}));
    }
    desk.facts.put(Table::item, row_of(item));
}

bool holds(const Statuses& statuses, std::string_view status) {
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

/// What the table says of a pair, as the code of the refusal or `allowed`.
std::string by_table(const Transition& row, std::string_view place, std::string_view condition) {
    if (!holds(row.from, place)) return "status_forbids";
    if (!holds(row.conditions, condition)) return "condition_forbids";
    return "allowed";
}

struct Asked {
    std::string by;
    Body body;
};

/// The location status that the table says the item is left in.
std::string left_in(const Transition& row, std::string_view before, const Item& now,
                    const std::string& owner, const StockedArmoury& desk) {
    if (row.to.empty()) return std::string{before};
    if (row.to == "host") return desk.fact<Item>(now.mounted_on.value).location_status;
    if (row.to != "place") return std::string{row.to};
    if (!owner.empty()) return "on_loan_in";
    return now.holder.value == desk.vehicle.value ? "in_vehicle_safe" : "in_store";
}

/// Every pair of statuses: allowed as the table says and nowhere else, and what it leaves.
void check_step(const char* step, const std::string& letter, const std::string& owner,
                const std::function<Asked(const StockedArmoury&)>& ask) {
    const Transition& row = transition(step);
    for (const std::string_view place : location_statuses())
        for (const std::string_view condition : condition_statuses()) {
            const std::string pair =
                std::string{step} + ": " + std::string{place} + ", " + std::string{condition};
            CAPTURE(pair);
            StockedArmoury desk;
            put_into(desk, desk.pistol_1, place, condition, letter, owner);
            const Asked asked = ask(desk);
            const std::string expected = by_table(row, place, condition);
            const std::string verdict = desk.verdict(asked.by, asked.body);
            if (std::string_view{step} == "issue") {
                CHECK((verdict == "allowed") == (expected == "allowed"));
            } else {
                CHECK(verdict == expected);
            }
            if (expected != "allowed") continue;
            StockedArmoury held;
            put_into(held, held.pistol_1, place, condition, letter, owner);
            held.facts.put(Table::hold, row_of(Hold{held.pistol_1.value + "/9", held.pistol_1.value,
                                                    "unsafe", 9}));
            CHECK(held.verdict(asked.by, asked.body) ==
                  (row.despite_hold ? "allowed" : "item_on_hold"));
            desk.apply_all(asked.by, asked.body);
            const Item now = desk.fact<Item>(desk.pistol_1.value);
            const std::string left{row.condition.empty() ? condition : row.condition};
            CHECK(now.condition_status == left);
            CHECK(now.location_status == left_in(row, place, now, owner, desk));
            CHECK(desk.disorder().empty());
        }
}

Asked the_movement(const char* name, const StockedArmoury& desk) {
    for (const Movement& movement : item_movements())
        if (std::string_view{movement.name} == name)
            return {movement.by, movement.make(desk.facts, desk, desk.pistol_1.value)};
    throw std::logic_error{"no such movement"};
}

}  // namespace

TEST_CASE("transitions: every pair of statuses is allowed by the table, or refused with a code") {
    for (const Named& named : steps()) {
        // An issue has policy's second person; without one every pair would be refused.
        check_step(named.step, named.letter, "", [&](const StockedArmoury& desk) {
            Asked asked = the_movement(named.movement, desk);
            if (auto* issued = std::get_if<Issued>(&asked.body)) issued->second = UserId{"u-ben"};
            return asked;
        });
    }
}

TEST_CASE("transitions: quarantine, a part's host, keeping after all, and visitors' items") {
    const auto line = [](const StockedArmoury& desk) {
        return std::vector<ItemLine>{{desk.pistol_1, {}, {}, {}}};
    };
    check_step("quarantine", "", "", [&](const StockedArmoury& desk) {
        return Asked{"u-ann", Transferred{line(desk), {}, desk.quarantine, false, {}, {}, {}}};
    });
    check_step("swap_on", "", "", [&](const StockedArmoury& desk) {
        PartSwapped body;
        body.host = desk.pistol_1;
        body.fitted = desk.pistol_2;
        return Asked{"u-ann", body};
    });
    for (const bool passed : {true, false})
        check_step(passed ? "test" : "fail_test", "", "", [&](const StockedArmoury& desk) {
            return Asked{"u-ann", FunctionTested{line(desk), passed, {}, private_text("seen")}};
        });
    check_step("keep", "", "", [&](const StockedArmoury& desk) {
        return Asked{"u-ann",
                     DisposalMarked{line(desk), true, private_text("needed"), UserId{"u-mia"}}};
    });
    check_step("borrow", "", "Other Force", [&](const StockedArmoury& desk) {
        return Asked{
            "u-ann",
            LoanOpened{
                "in", "Other Force", day("2026-12-01"), "", line(desk), {}, desk.rack, {}, {}}};
    });
    check_step("give_back", "n", "Other Force", [&](const StockedArmoury& desk) {
        return Asked{"u-ann", LoanReturned{CaseId{"n-7"}, line(desk), {}, {}, false, {}, {}}};
    });
}

TEST_CASE("transitions: every row of the table is named once, played above, and readable") {
    std::set<std::string> played{"quarantine", "swap_on", "test",     "fail_test",
                                 "keep",       "borrow",  "give_back"};
    for (const Named& named : steps()) played.insert(named.step);
    std::set<std::string> rows;
    for (const Transition& row : transitions()) {
        CAPTURE(row.step);
        CHECK(rows.insert(row.step).second);
        CHECK_FALSE(std::string{row.words}.empty());
        CHECK_FALSE(row.from.empty());
        for (const std::string_view status : row.from) CHECK(holds(location_statuses(), status));
        for (const std::string_view status : row.conditions)
            CHECK(holds(condition_statuses(), status));
        CHECK((row.to.empty() || row.to == "place" || row.to == "host" ||
               holds(location_statuses(), row.to)));
        CHECK((row.condition.empty() || holds(condition_statuses(), row.condition)));
    }
    CHECK(rows == played);
    CHECK_THROWS_AS(transition("teleport"), std::logic_error);
}

TEST_CASE("transitions: nothing leaves `disposed`, and only its owner's return `gone_back`") {
    for (const Transition& row : transitions()) {
        CHECK_FALSE(holds(row.from, "disposed"));
        if (std::string_view{row.step} != "borrow") CHECK_FALSE(holds(row.from, "gone_back"));
    }
    CHECK(location_statuses().size() == 11);
    CHECK(status_words(Statuses{"in_store", "issued", "seized"}) == "in store, issued or seized");
}
