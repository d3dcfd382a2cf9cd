// SPDX-License-Identifier: MIT
#include "muster/core/entries/confirmations.hpp"

#include <algorithm>

#include "core/move_rules.hpp"
#include "muster/core/counter_facts.hpp"

namespace muster::core {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

Refused unknown_officer(const OfficerId& officer) {
    return refused(Refusal::code_unknown, officer.value,
                   {{"code", officer.empty() ? "The officer" : officer.value}});
}

Refused unconfirmed(const Facts& facts, const OfficerId& officer) {
    return refused(Refusal::confirmation_missing, officer.value,
                   {{"officer", officer_words(facts, officer.value)}});
}

}  // namespace

Decision decide_one(const IssueConfirmed& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::issue)) return *no;
    const auto row = facts.find<MovementMode>(number_key(body.issue));
    if (!row || row->mode != "urgent" || row->confirmed != 0)
        return refused(Refusal::not_provisional, "", {{"entry", std::to_string(body.issue)}});
    if (person_of(facts, row->officer.value) == person_of(facts, context.by.value))
        return refused(Refusal::receive_from_self, row->officer.value);
    IssueConfirmed whole = body;
    whole.officer = row->officer;
    if (!body.confirmed || body.confirmed->basket != row->basket)
        return unconfirmed(facts, whole.officer);
    return alone(whole);
}

void apply_one(const IssueConfirmed& body, const Entry& entry, Changes& changes) {
    auto row = changes.find<MovementMode>(number_key(body.issue));
    if (!row) return;
    row->confirmed = entry.number;
    changes.put(*row);
}

Decision decide_one(const FunctionTested& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, body.passed ? "test" : "fail_test"};
    FunctionTested whole = body;
    rules.need_lines(body.items.size());
    rules.check_items_alone(whole.items);
    if (!body.passed && !body.note)
        rules.stop(Refusal::detail_missing, "", {{"detail", "what was wrong"}});
    if (!body.passed && body.note) rules.need(*body.note, "what was wrong");
    constexpr std::int64_t full = 100;
    if (body.battery && (*body.battery < 0 || *body.battery > full))
        rules.stop(Refusal::value_unknown, "",
                   {{"name", "The battery's charge"},
                    {"value", std::to_string(*body.battery)},
                    {"takes", "0 to 100 per cent"}});
    return rules.answer(whole);
}

void apply_one(const FunctionTested& body, const Entry& entry, Changes& changes) {
    if (!body.passed) change_condition(changes, body.items, "fail_test");
    const Date day = uk_date(entry.happened_at);
    for (const ItemLine& line : body.items) {
        // What is keyed later from paper does not undo the test of today.
        const auto before = changes.find<FunctionTest>(line.item.value);
        if (!before || before->on <= day)
            changes.put(FunctionTest{line.item.value, day, body.passed, entry.by, entry.number});
    }
}

Decision decide_one(const AttestationAsked& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    if (!facts.row(Table::officer, body.officer.value)) return unknown_officer(body.officer);
    if (facts.all<OpenLine>(body.officer.value + "/").empty())
        return refused(Refusal::basket_empty, body.officer.value);
    AttestationAsked whole = body;
    const std::int64_t days = policy_number(facts, "attestation_answer_days", 14);
    whole.due = Instant{context.happened_at.ms + std::min<std::int64_t>(days, 365) * ms_per_day};
    return alone(whole);
}

void apply_one(const AttestationAsked& body, const Entry& entry, Changes& changes) {
    Attestation row =
        changes.find<Attestation>(body.officer.value)
            .value_or(Attestation{body.officer.value, 0, std::nullopt, 0, std::nullopt});
    row.asked = entry.number;
    row.due = body.due;
    changes.put(row);
}

namespace {

/// Completes what an officer confirms with every line they have open, and opens a discrepancy for
/// each that they see otherwise.
std::optional<Refused> complete(Attested& whole, const Facts& facts, const Context& context,
                                std::vector<Body>& beside) {
    std::map<std::string, std::int64_t> open, seen;
    for (const OpenLine& line : facts.all<OpenLine>(whole.officer.value + "/"))
        open[line.subject] += line.quantity;
    if (open.empty()) return refused(Refusal::basket_empty, whole.officer.value);
    for (const HeldLine& line : whole.lines) {
        if (!open.contains(line.subject))
            return refused(Refusal::code_unknown, line.subject,
                           {{"code", subject_words(facts, line.subject)}});
        if (line.seen.value_or(0) < 0)
            return refused(Refusal::quantity_not_positive, line.subject,
                           {{"subject", subject_words(facts, line.subject)}});
        if (line.seen) seen[line.subject] = *line.seen;
    }
    whole.lines.clear();
    for (const auto& [subject, quantity] : open) {
        HeldLine line{subject, quantity, {}};
        const auto told = seen.find(subject);
        if (told != seen.end() && told->second != quantity) {
            line.seen = told->second;
            beside.emplace_back(DiscrepancyOpened{"attested_otherwise", subject,
                                                  whole.officer.value, quantity, told->second,
                                                  context.next});
        }
        whole.lines.push_back(line);
    }
    return std::nullopt;
}

}  // namespace

Decision decide_one(const Attested& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::issue)) return *no;
    if (!facts.row(Table::officer, body.officer.value)) return unknown_officer(body.officer);
    if (person_of(facts, body.officer.value) == person_of(facts, context.by.value))
        return refused(Refusal::receive_from_self, body.officer.value);
    Attested whole = body;
    std::vector<Body> beside;
    if (auto no = complete(whole, facts, context, beside)) return std::move(*no);
    if (!body.confirmed) return unconfirmed(facts, body.officer);
    std::vector<Body> bodies{Body{whole}};
    bodies.insert(bodies.end(), beside.begin(), beside.end());
    return bodies;
}

void apply_one(const Attested& body, const Entry& entry, Changes& changes) {
    Attestation row =
        changes.find<Attestation>(body.officer.value)
            .value_or(Attestation{body.officer.value, 0, std::nullopt, 0, std::nullopt});
    row.due.reset();
    row.answered = entry.number;
    row.answered_at = entry.happened_at;
    changes.put(row);
}

}  // namespace muster::core
