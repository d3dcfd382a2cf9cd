// SPDX-License-Identifier: MIT
#include "muster/core/entries/handovers.hpp"

#include <algorithm>

#include "core/attendance.hpp"
#include "core/move_rules.hpp"
#include "muster/core/count_facts.hpp"

namespace muster::core {
namespace {

void check_joint_count(MoveRules& rules, const DutyHandedOver& body,
                       const std::optional<Duty>& duty) {
    if (policy(rules.facts(), "joint_count_at_handover", "no") != "yes") return;
    const auto count = rules.facts().find<Stocktake>(body.count.value);
    const EntryNumber since = duty ? duty->since : 0;
    if (!count || count->sort != "handover" || count->state != "closed" || count->started <= since)
        rules.stop(Refusal::joint_count_missing);
}

}  // namespace

Decision decide_one(const DutyHandedOver& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    if (const auto no = refuse_without(facts, body.to, Power::handle)) return *no;
    MoveRules rules{facts, context, "transfer"};
    rules.check_place(body.place);
    const auto duty = facts.find<Duty>(body.place.value);
    const bool is_own = duty && person_of(facts, duty->user.value) == rules.author();
    const bool to_self = person_of(facts, body.to.value) == rules.author();
    if (body.alone) {
        rules.need(*body.alone, "why nobody hands the duty over");
        if (is_own || !to_self) rules.stop(Refusal::handover_to_self, body.to.value);
        if (duty && !is_own)
            rules.open_discrepancy("duty_taken_alone", duty->user.value, body.place.value, 1, 0);
    } else {
        if (to_self) rules.stop(Refusal::handover_to_self, body.to.value);
        if (duty && !is_own)
            rules.stop(Refusal::not_on_duty, context.by.value,
                       {{"holder", user_words(facts, duty->user.value)},
                        {"place", holder_words(facts, body.place.value)},
                        {"user", user_words(facts, context.by.value)}});
    }
    check_joint_count(rules, body, duty);
    for (const MovementMode& row : unconfirmed_at(facts, context.armoury))
        rules.open_discrepancy("urgent_unconfirmed", "movement " + std::to_string(row.movement),
                               row.officer.value, 1, 0);
    return rules.answer(body);
}

void apply_one(const DutyHandedOver& body, const Entry& entry, Changes& changes) {
    changes.put(Duty{body.place.value, body.to, entry.number});
    for (MovementMode& row : unconfirmed_at(changes, entry.armoury)) {
        row.handover = entry.number;
        changes.put(row);
    }
}

namespace {

/// One check of a vehicle's safe while it is decided.
class SafeCheck {
public:
    SafeCheck(const VehicleChecked& seen, const Facts& facts, const Context& context)
        : rules_{facts, context, "transfer"}, facts_{facts}, checked_{seen} {}

    Decision decide() {
        rules_.check_place_sort(checked_.place, {"vehicle_safe"}, "a vehicle's safe");
        check_crew();
        check_slips();
        if (!rules_.allows()) return rules_.answer(checked_);
        compare();
        const bool explained = checked_.explanation.has_value();
        if (explained) rules_.need(*checked_.explanation, "what is known of the difference");
        for (const SafeDifference& one : checked_.differences) {
            const char* sort = one.found < one.expected ? "vehicle_short" : "vehicle_over";
            rules_.open_discrepancy(sort, one.subject, checked_.place.value, one.expected,
                                    one.found);
            if (!explained)
                rules_.stop(Refusal::handover_differs, one.subject,
                            {{"expected", std::to_string(one.expected)},
                             {"found", std::to_string(one.found)}});
        }
        return rules_.answer(checked_);
    }

private:
    // Off-going and on-coming both sign; at the start there is nobody off-going, at the end nobody
    // on-coming.
    void check_crew() {
        const std::string& stage = checked_.stage;
        if (stage != "start" && stage != "handover" && stage != "end")
            return rules_.stop(Refusal::purpose_unknown, "", {{"purpose", stage}});
        if (stage == "start") checked_.from = {};
        if (stage == "end") checked_.to = {};
        const auto check = [&](const OfficerId& officer, bool confirmed) {
            const auto known = facts_.find<Officer>(officer.value);
            if (!known)
                rules_.stop(Refusal::code_unknown, officer.value,
                            {{"code", officer.empty() ? "the officer who checks" : officer.value}});
            else if (!known->active)
                rules_.stop(Refusal::officer_left, officer.value,
                            {{"officer", officer_words(facts_, officer.value)}});
            if (!confirmed) rules_.stop(Refusal::confirmation_missing, officer.value);
        };
        if (stage != "start") check(checked_.from, checked_.confirmed_from.has_value());
        if (stage != "end") check(checked_.to, checked_.confirmed_to.has_value());
        const PersonId from = person_of(facts_, checked_.from.value);
        if (!from.empty() && from == person_of(facts_, checked_.to.value))
            rules_.stop(Refusal::handover_to_self, checked_.to.value);
    }

    void check_slips() {
        std::set<std::string> seen;
        const auto once = [&](const std::string& subject) {
            if (!seen.insert(subject).second) rules_.stop(Refusal::line_repeated, subject);
        };
        for (const ItemId& item : checked_.items) {
            if (!facts_.row(Table::item, item.value))
                rules_.stop(Refusal::code_unknown, item.value);
            once(item.value);
        }
        for (const StockLine& line : checked_.stock) {
            if (!facts_.row(Table::batch, line.stock.value) &&
                !facts_.row(Table::model, line.stock.value))
                rules_.stop(Refusal::code_unknown, line.stock.value);
            if (line.quantity < 0) rules_.stop(Refusal::quantity_not_positive, line.stock.value);
            once(line.stock.value);
        }
    }

    // What nobody names was not seen.
    void compare() {
        std::map<std::string, SafeDifference> all;
        const auto at = [&](const std::string& subject) -> SafeDifference& {
            return all.try_emplace(subject, SafeDifference{subject, 0, 0}).first->second;
        };
        for (const Held& held : facts_.all<Held>(checked_.place.value + "/"))
            at(held.item.value).expected = 1;
        for (const Balance& balance : facts_.all<Balance>(checked_.place.value + "/"))
            at(balance.stock.value).expected = balance.quantity;
        for (const ItemId& item : checked_.items) at(item.value).found = 1;
        for (const StockLine& line : checked_.stock) at(line.stock.value).found = line.quantity;
        checked_.differences.clear();
        for (const auto& [subject, one] : all)
            if (one.expected != one.found) checked_.differences.push_back(one);
    }

    MoveRules rules_;
    const Facts& facts_;
    VehicleChecked checked_;
};

}  // namespace

Decision decide_one(const VehicleChecked& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    return SafeCheck{body, facts, context}.decide();
}

// A check moves nothing: what differs is a discrepancy beside it.
void apply_one(const VehicleChecked&, const Entry&, Changes&) {}

}  // namespace muster::core
