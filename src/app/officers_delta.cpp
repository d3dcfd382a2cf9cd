// SPDX-License-Identifier: MIT
#include <algorithm>
#include <sstream>

#include "app/delta_plan.hpp"
#include "muster/core/codes.hpp"

namespace muster::app {
namespace {

std::string name_of(const intake::OfficerRow& row) {
    return row.forename.empty() ? row.surname : row.forename + " " + row.surname;
}

std::set<std::string> words_in(const std::string& text) {
    std::istringstream stream{core::normal_code(text)};
    std::set<std::string> words;
    for (std::string word; stream >> word;) words.insert(word);
    return words;
}

// Somebody who marries keeps a forename. A number given to the next recruit keeps nothing.
bool is_another_person(const std::string& before, const std::string& now) {
    const auto old_words = words_in(before);
    const auto new_words = words_in(now);
    return !old_words.empty() && !new_words.empty() &&
           std::none_of(new_words.begin(), new_words.end(),
                        [&](const std::string& word) { return old_words.contains(word); });
}

void add_words(std::string& words, const std::string& more) {
    words += (words.empty() ? "" : "; ") + more;
}

bool differs(const core::OfficerChanged& change) {
    return change.name || change.rank || change.unit || change.active;
}

/// One staff list against the officers of the ledger.
class OfficersPlan {
public:
    explicit OfficersPlan(const PlanFrom& from) : from_{from}, officers_{from.facts} {}

    DeltaPlan make() {
        for (const intake::OfficerRow& row : from_.file.officers) {
            named_.insert(core::normal_code(row.collar));
            take(row);
        }
        if (from_.file.is_whole)
            absent_leave();
        else if (!from_.request.partial)
            plan_.warnings.push_back(from_.whole("absence_not_judged", {}));
        judge_leavers();
        return std::move(plan_);
    }

private:
    void take(const intake::OfficerRow& row) {
        const core::Officer* officer = officers_.find(row.collar);
        if (row.left) {
            if (officer != nullptr && officer->active)
                leave(*officer);
            else
                ++plan_.unchanged;
            return;
        }
        if (officer == nullptr) return add(row);
        const std::string name = name_of(row);
        const auto before = from_.facts.disclosed(officer->name.digest);
        const bool other = before && is_another_person(*before, name);
        // A leaver's number is given out again; of somebody at work a person must say which it is.
        if (other && !officer->active) return add(row);
        if (other && is_stopped(row, *before, name)) return;
        change(row, *officer, before, name);
    }

    bool is_stopped(const intake::OfficerRow& row, const std::string& before,
                    const std::string& now) {
        const char* field = from_.file.column(row.sheet, "name").empty() ? "surname" : "name";
        ImportFault fault =
            from_.cell(row.sheet, row.row, field, "officer_replaced",
                       {{"collar", row.collar}, {"before", before}, {"found", now}});
        fault.confirmable = true;
        if (from_.file.confirmed.contains(fault.cell())) {
            plan_.confirmed.push_back(fault.cell() + " " + fault.code);
            return false;
        }
        plan_.faults.push_back(std::move(fault));
        ++plan_.skipped;
        return true;
    }

    void add(const intake::OfficerRow& row) {
        plan_.bodies.emplace_back(
            core::OfficerAdded{{},
                               {},
                               core::private_text(row.collar),
                               core::private_text(name_of(row)),
                               row.rank_code.empty() ? row.rank : row.rank_code,
                               row.unit});
        const std::string unit = row.unit.empty() ? "" : ", " + row.unit;
        plan_.note({"new",
                    title_of(row.rank_code.empty() ? row.rank : row.rank_code) + " " + row.collar,
                    name_of(row) + unit,
                    {}});
    }

    void change(const intake::OfficerRow& row, const core::Officer& officer,
                const std::optional<std::string>& before, const std::string& name) {
        core::OfficerChanged change = change_of(officer);
        const std::string rank = row.rank_code.empty() ? row.rank : row.rank_code;
        // A name that was erased is not brought back by a list that still has it.
        if (before && !name.empty() && *before != name) change.name = core::private_text(name);
        if (!rank.empty() && rank != officer.rank) change.rank = rank;
        if (!row.unit.empty() && row.unit != officer.unit) change.unit = row.unit;
        if (!officer.active) change.active = true;
        if (!differs(change)) {
            ++plan_.unchanged;
            return;
        }
        plan_.note({"changed",
                    core::officer_words(from_.facts, officer.key),
                    words_of(change, officer, before, name),
                    {}});
        plan_.bodies.emplace_back(std::move(change));
    }

    std::string title_of(const std::string& rank) const {
        const auto known = from_.facts.find<core::Reference>("rank/" + rank);
        return known ? known->title : rank;
    }

    std::string words_of(const core::OfficerChanged& change, const core::Officer& officer,
                         const std::optional<std::string>& before, const std::string& name) const {
        std::string words;
        if (change.active) add_words(words, "back at work");
        if (change.name) add_words(words, "name " + *before + " to " + name);
        if (change.rank)
            add_words(words, "rank " + title_of(officer.rank) + " to " + title_of(*change.rank));
        if (change.unit)
            add_words(words, "unit " + (officer.unit.empty() ? "none" : officer.unit) + " to " +
                                 *change.unit);
        return words;
    }

    core::OfficerChanged change_of(const core::Officer& officer) const {
        core::OfficerChanged change;
        change.officer = core::OfficerId{officer.key};
        change.source = from_.source();
        change.as_at = from_.file.as_at;
        return change;
    }

    void leave(const core::Officer& officer) {
        core::OfficerChanged change = change_of(officer);
        change.active = false;
        plan_.bodies.emplace_back(std::move(change));
        std::vector<std::string> held;
        for (const auto& line : from_.facts.all<core::OpenLine>(officer.key + "/"))
            held.push_back(core::subject_words(from_.facts, line.subject));
        std::string names;
        for (const std::string& one : held) names += (names.empty() ? "" : ", ") + one;
        const auto name = from_.facts.disclosed(officer.name.digest);
        plan_.note(
            {"left", core::officer_words(from_.facts, officer.key), name.value_or(""), names});
        if (held.empty()) return;
        plan_.warnings.push_back(
            from_.whole("leaver_holds", {{"officer", core::officer_words(from_.facts, officer.key)},
                                         {"count", std::to_string(held.size())},
                                         {"held", names}}));
    }

    void absent_leave() {
        for (const auto& [collar, same] : officers_.all())
            if (same.front().active && !named_.contains(collar)) leave(same.front());
    }

    void judge_leavers() {
        const auto at_work =
            std::count_if(officers_.all().begin(), officers_.all().end(),
                          [](const auto& officer) { return officer.second.front().active; });
        if (from_.request.confirm_leavers || !too_many(plan_.ended, at_work)) return;
        plan_.faults.push_back(
            from_.whole("leavers_many", {{"gone", std::to_string(plan_.ended)},
                                         {"all", std::to_string(at_work)},
                                         {"percent", std::to_string(leavers_percent_max)}}));
        plan_.stopped = true;
    }

    const PlanFrom& from_;
    OfficersByCollar officers_;
    std::set<std::string> named_;
    DeltaPlan plan_;
};

}  // namespace

DeltaPlan plan_officers(const PlanFrom& from) {
    return OfficersPlan{from}.make();
}

}  // namespace muster::app
