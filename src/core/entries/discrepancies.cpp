// SPDX-License-Identifier: MIT
#include "muster/core/entries/discrepancies.hpp"

#include <algorithm>

#include "core/moves.hpp"
#include "core/rules.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/oversight_facts.hpp"

/// What does not add up: opened beside what showed it, looked into, resolved, approved.
namespace muster::core {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;

std::string action_key(const DiscrepancyId& id, EntryNumber entry) {
    return id.value + "/" + number_key(entry);
}

// Somebody who handles, counts or approves may look into what does not add up; others read.
std::optional<Refused> refuse_looking(const Facts& facts, const UserId& user) {
    for (const Power power : {Power::count, Power::approve, Power::handle})
        if (has_power(facts, user, power)) return std::nullopt;
    return refuse_without(facts, user, Power::count);
}

std::optional<Refused> refuse_state(const Facts& facts, const DiscrepancyId& id,
                                    const std::string& wanted) {
    const auto found = facts.find<Discrepancy>(id.value);
    if (!found) return refused(Refusal::discrepancy_unknown, id.value, {{"discrepancy", id.value}});
    if (found->state == wanted) return std::nullopt;
    return refused(Refusal::discrepancy_not_open, id.value,
                   {{"discrepancy", id.value}, {"state", found->state}, {"wanted", wanted}});
}

bool is_blank(const PrivateText& words) {
    // A ledger line has the digest only; at the desk the text is at hand.
    return words.text && normal_code(*words.text).empty();
}

Refused lacks(const std::string& id, const char* what) {
    return refused(Refusal::detail_missing, id, {{"detail", what}});
}

std::optional<Refused> refuse_adjustment(const Facts& facts, const Discrepancy& found,
                                         const std::optional<std::int64_t>& adjustment) {
    if (!adjustment) return std::nullopt;
    const bool quantity = found.subject.starts_with("b-") || found.subject.starts_with("m-");
    if (!quantity || !facts.row(Table::location, found.holder))
        return lacks(found.key,
                     "a batch at a place: items are reported missing or recovered instead, and "
                     "nothing else has a balance");
    const auto balance = facts.find<Balance>(found.holder + "/" + found.subject);
    if ((balance ? balance->quantity : 0) + *adjustment < 0)
        return refused(Refusal::balance_too_low, found.subject,
                       {{"subject", subject_words(facts, found.subject)},
                        {"available", std::to_string(balance ? balance->quantity : 0)},
                        {"asked", std::to_string(-*adjustment)}});
    return std::nullopt;
}

bool counted_in(const Facts& facts, const CountId& id, const UserId& user) {
    const auto count = facts.find<Stocktake>(id.value);
    if (!count) return false;
    const PersonId person = person_of(facts, user.value);
    for (const UserId& counter : {count->counter_a, count->counter_b, count->counter_third})
        if (!counter.empty() && person_of(facts, counter.value) == person) return true;
    return false;
}

void note_action(Changes& changes, const DiscrepancyId& id, const Entry& entry, const char* action,
                 std::optional<PrivateText> note, std::optional<std::string> evidence = {}) {
    changes.put(DiscrepancyAction{action_key(id, entry.number), id, entry.number, entry.happened_at,
                                  entry.by, action, std::move(note), std::move(evidence)});
}

}  // namespace

// A discrepancy is never recorded by itself: it stands beside what did not add up.
Decision decide_one(const DiscrepancyOpened&, const Facts&, const Context&) {
    return refused(Refusal::follows_only, "", {{"kind", DiscrepancyOpened::kind}});
}

void apply_one(const DiscrepancyOpened& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<DiscrepancyId>('d', entry.number);
    Discrepancy found{id.value,   body.sort,   body.subject, body.holder,      body.expected,
                      body.found, body.beside, "open",       entry.happened_at};
    if (keeps_team_rules(changes)) {
        found.severity = severity_of(changes, body.sort, body.subject);
        const std::int64_t hours = policy_number(changes, "report_hours." + *found.severity, 0);
        if (hours > 0) found.due = Instant{entry.recorded_at.ms + hours * ms_per_hour};
        found.found_by = entry.by;
        if (body.sort.starts_with("count_"))
            for (const Stocktake& count : changes.all<Stocktake>())
                if (count.closed == body.beside) found.count = CountId{count.key};
    }
    changes.put(found);
}

Decision decide_one(const DiscrepancyAssigned& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_looking(facts, context.by)) return *no;
    if (auto no = refuse_inactive(facts, body.to)) return *no;
    if (auto no = refuse_state(facts, body.discrepancy, "open")) return *no;
    return alone(body);
}

void apply_one(const DiscrepancyAssigned& body, const Entry& entry, Changes& changes) {
    if (auto found = changes.find<Discrepancy>(body.discrepancy.value)) {
        found->assigned = body.to;
        changes.put(*found);
    }
    note_action(changes, body.discrepancy, entry, "assigned", std::nullopt);
}

Decision decide_one(const DiscrepancyNoted& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_looking(facts, context.by)) return *no;
    const auto found = facts.find<Discrepancy>(body.discrepancy.value);
    if (!found)
        return refused(Refusal::discrepancy_unknown, body.discrepancy.value,
                       {{"discrepancy", body.discrepancy.value}});
    if (body.action != "note" && body.action != "evidence" && body.action != "reported")
        return refused(
            Refusal::value_unknown, body.action,
            {{"name", "Action"}, {"value", body.action}, {"takes", "note, evidence or reported"}});
    if (is_blank(body.note)) return lacks(body.discrepancy.value, "words that say what was done");
    if (body.action == "evidence" && !body.evidence)
        return lacks(body.discrepancy.value, "the file that is the evidence");
    return alone(body);
}

void apply_one(const DiscrepancyNoted& body, const Entry& entry, Changes& changes) {
    auto found = changes.find<Discrepancy>(body.discrepancy.value);
    if (found && body.action == "reported" && !found->reported) {
        found->reported = entry.happened_at;
        changes.put(*found);
    }
    note_action(changes, body.discrepancy, entry, body.action.c_str(), body.note, body.evidence);
}

namespace {

// A loss is in the book, or it is none: a weapon is reported missing first, rounds are taken off.
std::optional<Refused> refuse_loss_in_words(const Facts& facts, const Discrepancy& found) {
    if (policy(facts, "loss_in_book", "no") != "yes") return std::nullopt;
    const std::string outcome = found.outcome.value_or("");
    if (outcome != "loss" && outcome != "theft") return std::nullopt;
    if (const auto item = facts.find<Item>(found.subject)) {
        if (item->location_status != "in_store" && item->location_status != "issued" &&
            item->location_status != "in_vehicle_safe")
            return std::nullopt;
        return refused(Refusal::status_forbids, item->key,
                       {{"status", status_words(item->location_status)},
                        {"holder", holder_words(facts, item->holder.value)},
                        {"step", "a loss"},
                        {"wanted", "reported missing"}});
    }
    const bool stock = found.subject.starts_with("b-") || found.subject.starts_with("m-");
    if (!stock || found.adjustment.value_or(0) != 0) return std::nullopt;
    return lacks(found.key, "by how much the book changes for what is lost");
}

}  // namespace

Decision decide_one(const DiscrepancyResolved& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_looking(facts, context.by)) return *no;
    const std::string& id = body.discrepancy.value;
    if (auto no = refuse_state(facts, body.discrepancy, "open")) return *no;
    const std::vector<std::string> outcomes{"found", "clerical", "loss", "theft"};
    if (std::find(outcomes.begin(), outcomes.end(), body.outcome) == outcomes.end())
        return refused(Refusal::value_unknown, body.outcome,
                       {{"name", "Outcome"},
                        {"value", body.outcome},
                        {"takes", "found, clerical, loss or theft"}});
    if (is_blank(body.words)) return lacks(id, "words that say what became of it");
    const auto actions = facts.all<DiscrepancyAction>(id + "/");
    if (std::none_of(actions.begin(), actions.end(),
                     [](const DiscrepancyAction& each) { return each.action != "assigned"; }))
        return lacks(id, "a note or a piece of evidence of what was looked into");
    if (auto no = refuse_adjustment(facts, *facts.find<Discrepancy>(id), body.adjustment))
        return *no;
    return alone(body);
}

void apply_one(const DiscrepancyResolved& body, const Entry& entry, Changes& changes) {
    auto found = changes.find<Discrepancy>(body.discrepancy.value);
    if (!found) return;
    found->state = "resolved";
    found->outcome = body.outcome;
    found->adjustment = body.adjustment;
    found->resolved_by = entry.by;
    found->resolved_at = entry.happened_at;
    changes.put(*found);
    note_action(changes, body.discrepancy, entry, "resolved", body.words);
    if (!body.lessons) return;
    DiscrepancyAction lessons{action_key(body.discrepancy, entry.number) + "l",
                              body.discrepancy,
                              entry.number,
                              entry.happened_at,
                              entry.by,
                              "lessons",
                              body.lessons,
                              std::nullopt};
    changes.put(lessons);
}

Decision decide_one(const DiscrepancyApproved& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_without(facts, context.by, Power::approve)) return *no;
    if (auto no = refuse_state(facts, body.discrepancy, "resolved")) return *no;
    const Discrepancy found = *facts.find<Discrepancy>(body.discrepancy.value);
    const std::string name = user_words(facts, context.by.value);
    if (person_of(facts, found.resolved_by.value) == person_of(facts, context.by.value))
        return refused(Refusal::approver_is_requester, context.by.value, {{"approver", name}});
    if (counted_in(facts, found.count, context.by))
        return refused(Refusal::approver_counted, context.by.value,
                       {{"user", name}, {"count", found.count.value}});
    if (auto no = refuse_adjustment(facts, found, found.adjustment)) return *no;
    if (auto no = refuse_loss_in_words(facts, found)) return *no;
    DiscrepancyApproved approved = body;
    approved.outcome = found.outcome.value_or("");
    approved.adjustment = found.adjustment;
    approved.subject = found.subject;
    approved.holder = HolderId{found.holder};
    return alone(approved);
}

void apply_one(const DiscrepancyApproved& body, const Entry& entry, Changes& changes) {
    auto found = changes.find<Discrepancy>(body.discrepancy.value);
    if (!found) return;
    found->state = "approved";
    found->approved_by = entry.by;
    changes.put(*found);
    if (body.adjustment && *body.adjustment != 0)
        add_stock(changes, body.holder, StockId{body.subject}, *body.adjustment, 0, entry.number);
    note_action(changes, body.discrepancy, entry, "approved", std::nullopt);
}

}  // namespace muster::core
