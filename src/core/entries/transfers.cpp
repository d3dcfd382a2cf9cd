// SPDX-License-Identifier: MIT
#include "muster/core/entries/transfers.hpp"

#include <algorithm>

#include "core/move_rules.hpp"
#include "core/training.hpp"

namespace muster::core {
namespace {

bool is_quarantine(const Facts& facts, const LocationId& place) {
    const auto found = facts.find<Location>(place.value);
    return found && found->sort == "quarantine";
}

CaseId consignment_of(EntryNumber number) {
    return created_id<CaseId>('t', number);
}

// What is on hold, unsafe or recalled may go to quarantine, and nowhere else.
std::string_view step_of(const Transferred& body, const Facts& facts) {
    if (body.in_transit) return "send";
    return is_quarantine(facts, body.to) ? "quarantine" : "transfer";
}

constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t transit_hours_max = 8'760;

}  // namespace

Decision decide_one(const Transferred& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, step_of(body, facts)};
    Transferred whole = body;
    rules.need_lines(body.items.size() + body.stock.size());
    rules.check_place(body.to);
    rules.check_second(body.second, body.in_transit ? "send" : "transfer");
    const HolderId to{body.in_transit ? consignment_of(context.next).value : body.to.value};
    rules.check_items(whole.items, to);
    rules.check_stock(whole.stock, to);
    for (const StockLine& line : whole.stock)
        if (line.from == to) rules.stop(Refusal::line_repeated, line.stock.value);
    // An officer's stock comes back as a return, with their signature.
    for (const StockLine& line : whole.stock)
        if (!line.from.empty() && !facts.row(Table::location, line.from.value))
            rules.stop(Refusal::code_wrong_kind, line.stock.value,
                       {{"code", holder_words(facts, line.from.value)}, {"wanted", "a location"}});
    whole.due.reset();
    if (body.in_transit)
        whole.due = Instant{context.happened_at.ms +
                            std::clamp<std::int64_t>(policy_number(facts, "transit_hours", 24), 0,
                                                     transit_hours_max) *
                                ms_per_hour};
    return rules.answer(whole);
}

void apply_one(const Transferred& body, const Entry& entry, Changes& changes) {
    if (!body.in_transit) {
        carry_items(changes, body.items, "transfer", entry.number);
        return carry_stock(changes, body.stock, entry.number);
    }
    const CaseId consignment = consignment_of(entry.number);
    Case sent;
    sent.key = consignment.value;
    sent.sort = "consignment";
    sent.opened = entry.number;
    sent.since = entry.happened_at;
    sent.by = entry.by;
    sent.to = body.to;
    sent.due = body.due;
    sent.state = "open";
    changes.put(sent);
    carry_items(changes, body.items, "send", entry.number, consignment);
    carry_stock(changes, body.stock, entry.number, consignment);
}

Decision decide_one(const TransitReceived& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "arrive"};
    TransitReceived whole = body;
    rules.check_second(body.second);
    // Nothing at all may have arrived: then the whole consignment is short.
    if (!body.complete) rules.need_lines(body.items.size() + body.stock.size());
    const auto sent = rules.open_case(body.consignment, "consignment");
    if (!sent) return rules.answer(whole);
    if (person_of(facts, sent->by.value) == rules.author())
        rules.stop(Refusal::receiver_is_sender, context.by.value,
                   {{"user", user_words(facts, context.by.value)}});
    const HolderId to{sent->to.value};
    rules.check_items(whole.items, to);
    for (const ItemLine& line : whole.items) {
        const auto item = facts.find<Item>(line.item.value);
        if (item && item->under != body.consignment)
            rules.open_discrepancy("transit_not_sent", line.item.value, item->holder.value, 0, 1);
    }
    rules.take_stock(whole.stock, HolderId{body.consignment.value}, to, "transit_over");
    if (body.complete)
        rules.compare_case(body.consignment, whole.items, whole.stock, "transit_short");
    return rules.answer(whole);
}

void apply_one(const TransitReceived& body, const Entry& entry, Changes& changes) {
    carry_items(changes, body.items, "arrive", entry.number);
    carry_stock(changes, body.stock, entry.number);
    close_short(changes, body.consignment, body.complete);
}

Decision decide_one(const StockExpended& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "transfer"};
    StockExpended whole = body;
    rules.need_lines(body.lines.size());
    rules.check_second(body.second, "expend");
    const bool officer = body.from.value.starts_with("o-");
    if (officer)
        rules.check_not_self(OfficerId{body.from.value});
    else
        rules.check_place(LocationId{body.from.value});
    std::vector<StockLine> used;
    for (const Expended& line : body.lines) {
        used.push_back({line.stock, line.quantity, {}, {}, {}, {}});
        if (!facts.row(Table::reference, "expenditure/" + line.reason))
            rules.stop(Refusal::purpose_unknown, line.reason, {{"purpose", line.reason}});
        std::vector<DiscrepancyOpened> found;
        check_used(facts, line, body.from.value, context, found);
        for (const DiscrepancyOpened& one : found)
            rules.open_discrepancy(one.sort, one.subject, one.holder, one.expected, one.found);
    }
    rules.take_stock(used, body.from, {}, "expend_over");
    for (std::size_t i = 0; i < used.size(); ++i) whole.lines[i].booked = used[i].booked;
    return rules.answer(whole);
}

void apply_one(const StockExpended& body, const Entry& entry, Changes& changes) {
    std::vector<StockLine> used;
    for (const Expended& line : body.lines)
        used.push_back({line.stock, line.quantity, {}, line.booked, body.from, {}});
    carry_stock(changes, used, entry.number);
}

Decision decide_one(const ItemAssigned& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "assign"};
    std::vector<ItemLine> lines{{body.item, {}, {}, {}}};
    rules.check_items_alone(lines);
    if (!body.officer.empty()) {
        const auto officer = facts.find<Officer>(body.officer.value);
        if (!officer)
            rules.stop(Refusal::code_unknown, body.officer.value);
        else if (!officer->active)
            rules.stop(Refusal::officer_left, body.officer.value,
                       {{"officer", officer_words(facts, body.officer.value)}});
    }
    return rules.answer(body);
}

void apply_one(const ItemAssigned& body, const Entry&, Changes& changes) {
    auto item = changes.find<Item>(body.item.value);
    if (!item) return;
    item->assigned_to = body.officer;
    changes.put(*item);
}

}  // namespace muster::core
