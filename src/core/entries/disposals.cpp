// SPDX-License-Identifier: MIT
#include "muster/core/entries/disposals.hpp"

#include "core/move_rules.hpp"

namespace muster::core {

Decision decide_one(const DisposalMarked& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    MoveRules rules{facts, context, body.withdrawn ? "keep" : "give_up"};
    DisposalMarked whole = body;
    rules.need_lines(body.items.size());
    rules.need(body.reason, "the reason");
    rules.check_items_alone(whole.items);
    for (const ItemLine& line : whole.items)
        for (const Mounted& part : facts.all<Mounted>(line.item.value + "/"))
            if (!body.withdrawn)
                rules.stop(Refusal::item_is_mounted, part.part.value,
                           {{"host", item_words(facts, line.item.value)}});
    return rules.answer(whole);
}

void apply_one(const DisposalMarked& body, const Entry& entry, Changes& changes) {
    change_condition(changes, body.items, body.withdrawn ? "keep" : "give_up");
    if (body.withdrawn) await_fit(changes, body.items, entry);
}

namespace {

void check_witnesses(MoveRules& rules, const Disposed& body) {
    const PersonId a = person_of(rules.facts(), body.witness_a.value);
    const PersonId b = person_of(rules.facts(), body.witness_b.value);
    if (a.empty() || b.empty() || a == b || a == rules.author() || b == rules.author())
        return rules.stop(Refusal::witnesses_not_two);
    for (const UserId& witness : {body.witness_a, body.witness_b})
        if (!has_power(rules.facts(), witness, Power::witness))
            rules.stop(Refusal::second_lacks_power, witness.value,
                       {{"second", user_words(rules.facts(), witness.value)}});
}

// Munitions are given up by being moved to quarantine.
void check_quarantine(MoveRules& rules, const std::vector<StockLine>& lines) {
    for (const StockLine& line : lines) {
        const auto place = rules.facts().find<Location>(line.from.value);
        if (!place || place->sort != "quarantine")
            rules.stop(
                Refusal::quarantine_only, line.stock.value,
                {{"place", line.from.empty() ? "no place that is named"
                                             : holder_words(rules.facts(), line.from.value)}});
    }
}

}  // namespace

Decision decide_one(const Disposed& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "dispose"};
    Disposed whole = body;
    rules.need_lines(body.items.size() + body.stock.size());
    rules.need(body.method, "the method");
    rules.need(body.certificate, "the reference of the certificate");
    check_witnesses(rules, body);
    rules.check_items(whole.items, created_id<HolderId>('x', context.next));
    rules.check_stock(whole.stock, {});
    check_quarantine(rules, whole.stock);
    return rules.answer(whole);
}

void apply_one(const Disposed& body, const Entry& entry, Changes& changes) {
    carry_items(changes, body.items, "dispose", entry.number);
    carry_stock(changes, body.stock, entry.number);
}

}  // namespace muster::core
