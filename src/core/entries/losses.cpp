// SPDX-License-Identifier: MIT
#include "muster/core/entries/losses.hpp"

#include <algorithm>

#include "core/move_rules.hpp"

namespace muster::core {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t escalation_hours_max = 8'760;

CaseId loss_of(EntryNumber number) {
    return created_id<CaseId>('z', number);
}

}  // namespace

Decision decide_one(const ReportedMissing& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "report_missing"};
    ReportedMissing whole = body;
    rules.need_lines(body.items.size() + body.stock.size());
    rules.need(body.circumstances, "what is known of it");
    const HolderId to{loss_of(context.next).value};
    rules.check_items(whole.items, to);
    rules.check_stock(whole.stock, to);
    whole.escalate_at =
        Instant{context.happened_at.ms +
                std::clamp<std::int64_t>(policy_number(facts, "missing_escalation_hours", 24), 0,
                                         escalation_hours_max) *
                    ms_per_hour};
    return rules.answer(whole);
}

void apply_one(const ReportedMissing& body, const Entry& entry, Changes& changes) {
    const CaseId loss = loss_of(entry.number);
    Case opened;
    opened.key = loss.value;
    opened.sort = "loss";
    opened.opened = entry.number;
    opened.since = entry.happened_at;
    opened.by = entry.by;
    opened.due = body.escalate_at;
    opened.state = "open";
    changes.put(opened);
    carry_items(changes, body.items, "report_missing", entry.number, loss);
    carry_stock(changes, body.stock, entry.number, loss);
}

namespace {

// What the loss still lacks: exactly that is decided, whatever was asked.
void fill_missing(const Facts& facts, LossDecided& whole) {
    whole.items.clear();
    whole.stock.clear();
    const HolderId loss{whole.loss.value};
    for (const CaseLine& line : facts.all<CaseLine>(whole.loss.value + "/")) {
        if (line.open == 0) continue;
        if (line.subject.starts_with("i-"))
            whole.items.push_back({ItemId{line.subject}, loss, loss, {}});
        else
            whole.stock.push_back({StockId{line.subject}, line.open, {}, {}, loss, {}});
    }
}

void check_decider(MoveRules& rules, const Case& loss) {
    bool had_it = person_of(rules.facts(), loss.by.value) == rules.author();
    for (const CaseLine& line : rules.facts().all<CaseLine>(loss.key + "/"))
        had_it = had_it || (line.from.value.starts_with("o-") &&
                            person_of(rules.facts(), line.from.value) == rules.author());
    if (had_it)
        rules.stop(Refusal::decider_reported_it, loss.key,
                   {{"user", user_words(rules.facts(), rules.context().by.value)}});
}

}  // namespace

Decision decide_one(const LossDecided& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::approve)) return *no;
    MoveRules rules{facts, context, "recover"};
    LossDecided whole = body;
    if (body.outcome != "lost" && body.outcome != "stolen")
        rules.stop(Refusal::purpose_unknown, "", {{"purpose", body.outcome}});
    rules.need(body.reference, "the reference of the crime or the report");
    rules.need(body.reason, "the reason");
    const auto loss = rules.open_case(body.loss, "loss");
    if (!loss) return rules.answer(whole);
    if (loss->state != "open")
        rules.stop(Refusal::case_closed, body.loss.value,
                   {{"case", case_words(facts, body.loss.value)}});
    check_decider(rules, *loss);
    fill_missing(facts, whole);
    return rules.answer(whole);
}

// A lost weapon stays on the register, missing, for ever or until it is recovered; rounds that are
// lost leave the book.
void apply_one(const LossDecided& body, const Entry& entry, Changes& changes) {
    for (const StockLine& line : body.stock)
        add_stock(changes, line.from, line.stock, -line.quantity, 0, entry.number);
    for (CaseLine& line : changes.all<CaseLine>(body.loss.value + "/")) {
        if (line.open == 0) continue;
        line.outcome = body.outcome;
        changes.put(line);
    }
    auto loss = changes.find<Case>(body.loss.value);
    if (!loss) return;
    loss->state = body.outcome;
    loss->reference = body.reference;
    changes.put(*loss);
}

namespace {

// What was written off as lost comes from outside the book again.
void take_found(MoveRules& rules, Recovered& whole) {
    rules.take_stock(whole.stock, HolderId{whole.loss.value}, HolderId{whole.to.value},
                     "recovered_over");
}

void take_written_off(MoveRules& rules, Recovered& whole) {
    for (StockLine& line : whole.stock) {
        line.to = HolderId{whole.to.value};
        const auto lost = rules.facts().find<CaseLine>(whole.loss.value + "/" + line.stock.value);
        if (!lost)
            rules.stop(Refusal::not_of_case, line.stock.value,
                       {{"case", case_words(rules.facts(), whole.loss.value)}});
        else if (line.quantity > lost->open)
            rules.open_discrepancy("recovered_over", line.stock.value, whole.to.value, lost->open,
                                   line.quantity);
        if (line.quantity <= 0) rules.stop(Refusal::quantity_not_positive, line.stock.value);
        line.booked.reset();
        if (lost && line.quantity > lost->open) line.booked = lost->open;
    }
}

// Whose it was does not say that it is here again: that would close their own draw.
void check_not_whose(MoveRules& rules, const Recovered& body) {
    const auto lines = rules.facts().all<CaseLine>(body.loss.value + "/");
    for (const CaseLine& line : lines)
        if (!body.loss.empty() && line.from.value.starts_with("o-"))
            rules.check_not_self(OfficerId{line.from.value});
}

}  // namespace

Decision decide_one(const Recovered& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "recover"};
    Recovered whole = body;
    rules.need_lines(body.items.size() + body.stock.size());
    rules.need(body.where, "where and how it was found");
    rules.check_second(body.second);
    rules.check_place(body.to);
    const auto loss = rules.open_case_or_import(body.loss, "loss", body.stock);
    if (!loss) return rules.answer(whole);
    check_not_whose(rules, body);
    rules.check_items(whole.items, HolderId{body.to.value});
    rules.check_under(whole.items, body.loss);
    if (loss->state == "open")
        take_found(rules, whole);
    else
        take_written_off(rules, whole);
    return rules.answer(whole);
}

void apply_one(const Recovered& body, const Entry& entry, Changes& changes) {
    carry_items(changes, body.items, "recover", entry.number);
    carry_stock(changes, body.stock, entry.number, {}, body.loss);
    await_fit(changes, body.items, entry);
}

}  // namespace muster::core
