// SPDX-License-Identifier: MIT
#include "muster/core/entries/loans.hpp"

#include "core/move_rules.hpp"

namespace muster::core {
namespace {

CaseId loan_of(EntryNumber number) {
    return created_id<CaseId>('n', number);
}

// Where a visitor's item is once its owner has it again: nowhere with us.
HolderId gone(EntryNumber number) {
    return created_id<HolderId>('x', number);
}

void check_borrowed_again(MoveRules& rules, const LoanOpened& body) {
    for (const ItemLine& line : body.items) {
        const auto item = rules.facts().find<Item>(line.item.value);
        if (item && normal_code(item->owner.value_or("")) != normal_code(body.other))
            rules.stop(Refusal::not_of_case, line.item.value,
                       {{"case", "a loan from " + body.other}});
    }
}

void check_lent(MoveRules& rules, const LoanOpened& body) {
    for (const StockLine& line : body.stock) {
        const auto batch = rules.facts().find<Batch>(line.stock.value);
        if (batch && batch->owner)
            rules.stop(Refusal::not_of_case, line.stock.value, {{"case", "our own stock"}});
        if (!line.from.empty() && !rules.facts().row(Table::location, line.from.value))
            rules.stop(
                Refusal::code_wrong_kind, line.stock.value,
                {{"code", holder_words(rules.facts(), line.from.value)}, {"wanted", "a location"}});
    }
}

}  // namespace

Decision decide_one(const LoanOpened& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    const bool out = body.direction == "out";
    MoveRules rules{facts, context, out ? "lend" : "borrow"};
    LoanOpened whole = body;
    if (!out && body.direction != "in")
        rules.stop(Refusal::code_unknown, "", {{"code", "direction " + body.direction}});
    rules.need(body.other, "the other force");
    rules.check_second(body.second);
    if (body.due < rules.today())
        rules.stop(Refusal::detail_missing, "", {{"detail", "a last day that is still to come"}});
    if (out) {
        rules.need_lines(body.items.size() + body.stock.size());
        const HolderId to{loan_of(context.next).value};
        rules.check_items(whole.items, to);
        rules.check_stock(whole.stock, to);
        check_lent(rules, whole);
    } else {
        rules.check_place(body.to);
        rules.check_items(whole.items, HolderId{body.to.value});
        check_borrowed_again(rules, body);
        if (!body.stock.empty())
            rules.stop(Refusal::code_wrong_kind, body.stock.front().stock.value,
                       {{"wanted", "a receipt under the loan"}});
    }
    return rules.answer(whole);
}

void apply_one(const LoanOpened& body, const Entry& entry, Changes& changes) {
    const CaseId loan = loan_of(entry.number);
    Case opened;
    opened.key = loan.value;
    opened.sort = "loan_" + body.direction;
    opened.opened = entry.number;
    opened.since = entry.happened_at;
    opened.by = entry.by;
    opened.to = body.to;
    opened.other = body.other;
    opened.person = body.contact;
    opened.reference = body.reference;
    opened.due = end_of(body.due);
    opened.state = "open";
    // Whoever borrows has it in hand: this end of a loan in is acknowledged by its receipt.
    if (body.direction == "in") opened.acknowledged = entry.number;
    changes.put(opened);
    carry_items(changes, body.items, body.direction == "out" ? "lend" : "borrow", entry.number,
                loan);
    carry_stock(changes, body.stock, entry.number, loan);
}

Decision decide_one(const LoanAcknowledged& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "lend"};
    const auto loan = facts.find<Case>(body.loan.value);
    if (!loan || !loan->sort.starts_with("loan_"))
        rules.stop(Refusal::case_unknown, body.loan.value,
                   {{"case", body.loan.value}, {"wanted", "loan"}});
    if (body.what != "handover" && body.what != "return")
        rules.stop(Refusal::code_unknown, "", {{"code", "acknowledgement of " + body.what}});
    rules.need(body.who, "who confirmed it there");
    const EntryNumber before = !loan                   ? 0
                               : body.what == "return" ? loan->return_acknowledged
                                                       : loan->acknowledged;
    if (before != 0)
        rules.stop(Refusal::case_closed, body.loan.value,
                   {{"case", "the acknowledgement in entry " + std::to_string(before)}});
    return rules.answer(body);
}

void apply_one(const LoanAcknowledged& body, const Entry& entry, Changes& changes) {
    auto loan = changes.find<Case>(body.loan.value);
    if (!loan) return;
    (body.what == "return" ? loan->return_acknowledged : loan->acknowledged) = entry.number;
    changes.put(*loan);
}

namespace {

// What was lent came back: an observation.
void take_back(MoveRules& rules, LoanReturned& whole) {
    const HolderId to{whole.to.value};
    rules.check_place(whole.to);
    rules.check_items(whole.items, to);
    rules.check_under(whole.items, whole.loan);
    rules.take_stock(whole.stock, HolderId{whole.loan.value}, to, "loan_over");
}

// What was borrowed goes to its owner: it must be here, and be theirs.
void give_back(MoveRules& rules, LoanReturned& whole, EntryNumber number) {
    whole.to = {};
    rules.check_items(whole.items, gone(number));
    rules.check_under(whole.items, whole.loan);
    rules.check_stock(whole.stock, {});
    for (const StockLine& line : whole.stock) {
        const auto lent = rules.facts().find<CaseLine>(whole.loan.value + "/" + line.stock.value);
        if (!lent)
            rules.stop(Refusal::not_of_case, line.stock.value,
                       {{"case", case_words(rules.facts(), whole.loan.value)}});
        else if (line.quantity > lent->open)
            rules.stop(Refusal::balance_too_low, line.stock.value,
                       {{"available", std::to_string(lent->open)},
                        {"asked", std::to_string(line.quantity)}});
    }
}

}  // namespace

Decision decide_one(const LoanReturned& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    const auto known = facts.find<Case>(body.loan.value);
    const bool out = !known || known->sort != "loan_in";
    MoveRules rules{facts, context, out ? "loan_back" : "give_back"};
    LoanReturned whole = body;
    rules.check_second(body.second);
    if (!body.complete) rules.need_lines(body.items.size() + body.stock.size());
    if (!rules.open_case_or_import(body.loan, out ? "loan_out" : "loan_in", body.stock))
        return rules.answer(whole);
    if (out)
        take_back(rules, whole);
    else
        give_back(rules, whole, context.next);
    if (body.complete) rules.compare_case(body.loan, whole.items, whole.stock, "loan_short");
    return rules.answer(whole);
}

void apply_one(const LoanReturned& body, const Entry& entry, Changes& changes) {
    const bool out = !body.to.empty();
    carry_items(changes, body.items, out ? "loan_back" : "give_back", entry.number);
    carry_stock(changes, body.stock, entry.number, {}, body.loan);
    close_short(changes, body.loan, body.complete);
    auto loan = changes.find<Case>(body.loan.value);
    // Whoever gets their own back has it in hand.
    if (loan && out && loan->state != "open") {
        loan->return_acknowledged = entry.number;
        changes.put(*loan);
    }
}

}  // namespace muster::core
