// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/count_team.hpp"
#include "muster/core/oversight_facts.hpp"
#include "support/stocked_armoury.hpp"

namespace muster::testing {

/// A stocked armoury that keeps the rules of a team and runs clocks on what does not add up.
struct CountingArmoury : StockedArmoury {
    CountingArmoury() {
        for (const char* sort : {"spot", "blind", "quantity", "full", "munitions"})
            apply_all("u-admin", ReferenceSet{"count_sort", sort, sort, {}, {}, UserId{"u-mia"}});
        for (const auto& [name, value] :
             {std::pair{"count_team_rules", "yes"}, std::pair{"count_outsider.blind", "yes"},
              std::pair{"report_hours.critical", "1"}, std::pair{"report_hours.high", "24"},
              std::pair{"count_days.quantity", "1"}})
            apply_all("u-admin", PolicySet{name, value, UserId{"u-mia"}});
    }

    CountStarted plan(const char* a = "u-kim", const char* b = "u-ben",
                      const char* sort = "spot") const {
        return {sort, true, {rack}, UserId{a}, UserId{b}};
    }
    SeenLine saw(const LocationId& place, const std::string& subject, std::int64_t quantity) const {
        SeenLine line;
        line.location = place;
        line.subject = subject;
        line.quantity = quantity;
        return line;
    }
    /// All that the book has at a place, but for `less` of `subject`.
    std::vector<SeenLine> whole(const LocationId& place, const std::string& subject = {},
                                std::int64_t less = 0) const {
        std::vector<SeenLine> lines;
        for (const Held& held : facts.all<Held>(place.value + "/"))
            if (held.item.value != subject) lines.push_back(saw(place, held.item.value, 1));
        for (const Balance& balance : facts.all<Balance>(place.value + "/"))
            lines.push_back(saw(place, balance.stock.value,
                                balance.quantity - (balance.stock.value == subject ? less : 0)));
        lines.push_back(saw(place, "-", 0));
        return lines;
    }
    CountId start(CountStarted body) {
        return created_id<CountId>('c', apply_all("u-mia", std::move(body)));
    }
    void hand_in(const CountId& count, const char* counter, std::vector<SeenLine> lines) {
        apply_all(counter, CountSubmitted{count, UserId{counter}, 1, 1, std::move(lines)});
    }
    void compare(const CountId& count) { apply_all("u-mia", CountReconciled{count, 1, 1, {}}); }
    void close(const CountId& count) {
        apply_all("u-mia", CountClosed{count, UserId{"u-sue"}, 0, 0, ""});
    }
    /// A count by both that ends with what they saw.
    CountId counted(CountStarted body, const std::vector<SeenLine>& lines) {
        const CountId count = start(std::move(body));
        for (const UserId& counter :
             {fact<Stocktake>(count.value).counter_a, fact<Stocktake>(count.value).counter_b})
            hand_in(count, counter.value.c_str(), lines);
        compare(count);
        close(count);
        return count;
    }
    /// The only discrepancy that is not approved.
    DiscrepancyId open_one() const {
        std::string id;
        for (const Discrepancy& one : facts.all<Discrepancy>())
            if (one.state != "approved") id = one.key;
        return DiscrepancyId{id};
    }
    DiscrepancyId short_pistol() {
        counted(plan(), whole(rack, pistol_1.value));
        return open_one();
    }
    void note(const DiscrepancyId& id) {
        apply_all("u-sue",
                  DiscrepancyNoted{id, "note", private_text("the bench was searched"), {}});
    }
    void resolve(const DiscrepancyId& id, std::optional<std::int64_t> adjustment = {},
                 const char* by = "u-sue") {
        note(id);
        apply_all(by, DiscrepancyResolved{
                          id, "clerical", private_text("a slip of the pen"), {}, adjustment});
    }
    static DiscrepancyApproved approval(const DiscrepancyId& id) { return {id, "", {}, "", {}}; }
};

}  // namespace muster::testing
