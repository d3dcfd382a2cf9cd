// SPDX-License-Identifier: MIT
#include "muster/core/entries/corrections.hpp"

#include <algorithm>

#include "core/move_rules.hpp"
#include "muster/core/counter_facts.hpp"

namespace muster::core {
namespace {

// What has an opposite of its own (a seizure, a loan, a loss, a hold) is put right by that.
bool is_reversible(const std::string& kind) {
    static const std::set<std::string> kinds{
        "issued",           "returned",        "transferred",
        "stock_expended",   "item_registered", "item_received",
        "batch_registered", "stock_received",  "counted_registered",
        "corrected"};
    return kinds.contains(kind);
}

/// One correction while it is decided: the lines are taken back and entered one after the other, as
/// the book will.
class CorrectionDecision {
public:
    CorrectionDecision(const Corrected& asked, const Facts& facts, const Context& context)
        : rules_{facts, context, "transfer"}, facts_{facts}, context_{context}, whole_{asked} {}

    Decision decide() {
        rules_.need(whole_.reason, "the reason");
        rules_.need_lines(whole_.reversed.size() + whole_.unregistered.size());
        check_original();
        check_officer();
        for (const CorrectionLine& line : whole_.reversed) reverse(line);
        for (const std::string& subject : whole_.unregistered) unregister(subject);
        for (const CorrectionLine& line : whole_.entered) enter(line);
        std::vector<Body> bodies;
        auto answered = rules_.answer(whole_);
        if (!answered) return answered;
        bodies = std::move(answered).value();
        for (RegistrationReversed& gone : gone_) bodies.emplace_back(std::move(gone));
        return bodies;
    }

private:
    std::map<std::string, std::string> entry_words() const {
        return {{"entry", std::to_string(whole_.of)}};
    }

    void check_original() {
        if (whole_.of < 1 || whole_.of >= context_.next)
            rules_.stop(Refusal::code_unknown, "",
                        {{"code", "entry " + std::to_string(whole_.of)}});
        if (!is_reversible(whole_.of_kind)) rules_.stop(Refusal::not_reversible, "", entry_words());
        if (const auto before = facts_.find<Correction>(number_key(whole_.of))) {
            auto words = entry_words();
            words["by"] = std::to_string(before->by);
            rules_.stop(Refusal::corrected_already, "", words);
        }
    }

    // Nobody puts their own draw right, or approves that.
    void check_officer() {
        std::set<std::string> officers{whole_.officer.value};
        for (const auto* lines : {&whole_.reversed, &whole_.entered})
            for (const CorrectionLine& line : *lines)
                for (const std::string& holder : {line.from.value, line.to.value})
                    if (holder.starts_with("o-")) officers.insert(holder);
        officers.erase("");
        for (const std::string& officer : officers) {
            const PersonId person = person_of(facts_, officer);
            if (person.empty()) {
                rules_.stop(Refusal::code_unknown, officer);
            } else if (person == rules_.author() ||
                       person == person_of(facts_, whole_.approver.value)) {
                rules_.stop(Refusal::issue_to_self, officer);
            }
        }
    }

    std::string holder_of(const Item& item) {
        const auto moved = items_.find(item.key);
        return moved == items_.end() ? item.holder.value : moved->second;
    }

    std::int64_t& balance(const std::string& holder, const std::string& stock) {
        const auto [at, is_new] = balances_.try_emplace(holder + "/" + stock, 0);
        if (is_new) at->second = balance_of(facts_, HolderId{holder}, StockId{stock}).quantity;
        return at->second;
    }

    void reverse(const CorrectionLine& line) {
        const auto item = facts_.find<Item>(line.subject);
        // What went into a case comes out of it by the case's own opposite.
        if (is_case(line.from.value) || is_case(line.to.value) || (item && !item->under.empty()))
            rules_.stop(Refusal::not_reversible, line.subject, entry_words());
        if (item) {
            if (item->moved != whole_.of || holder_of(*item) != line.from.value)
                rules_.stop(Refusal::moved_since, line.subject, entry_words());
            items_[item->key] = line.to.value;
        } else {
            move_stock(line);
        }
    }

    void unregister(const std::string& subject) {
        RegistrationReversed gone;
        gone.subject = subject;
        if (const auto item = facts_.find<Item>(subject)) {
            if (item->moved != whole_.of) rules_.stop(Refusal::moved_since, subject, entry_words());
            if (!item->under.empty()) rules_.stop(Refusal::not_reversible, subject, entry_words());
            // What is evidence, or carries something, is not taken off the register unseen.
            for (const Hold& hold : facts_.all<Hold>(subject + "/"))
                rules_.stop(Refusal::item_on_hold, subject, {{"hold", hold.reason}});
            for (const Mounted& mounted : facts_.all<Mounted>(subject + "/"))
                rules_.stop(Refusal::item_is_mounted, mounted.part.value,
                            {{"host", item_words(facts_, subject)}});
            gone.holder = item->holder;
            gone.quantity = 1;
            gone_.push_back(gone);
            return;
        }
        rules_.stop(Refusal::code_unknown, subject);
    }

    void enter(const CorrectionLine& line) {
        check_target(line);
        const auto item = facts_.find<Item>(line.subject);
        if (!item) return move_stock(line);
        const std::string& status = item->location_status;
        const bool reversed = items_.contains(item->key);
        if (holder_of(*item) != line.from.value ||
            (!reversed && status != "in_store" && status != "in_vehicle_safe" &&
             status != "issued"))
            rules_.stop(Refusal::status_forbids, item->key,
                        {{"status", status_words(status)},
                         {"holder", holder_words(facts_, item->holder.value)},
                         {"step", "this line"},
                         {"wanted", "with " + holder_words(facts_, line.from.value)}});
        items_[item->key] = line.to.value;
        judge_draw(*item, line);
    }

    // It happened, so that it is recorded; but what would have stopped it at the counter is looked
    // into.
    void judge_draw(const Item& item, const CorrectionLine& line) {
        if (!line.to.value.starts_with("o-") || was_there(line)) return;
        const auto model = facts_.find<Model>(item.model.value);
        const std::string wanted = model ? model->authorisation : "";
        const auto held = facts_.find<Authorisation>(line.to.value + "/" + wanted);
        const bool may_hold = wanted.empty() || (held && is_in_force(*held, context_));
        const bool fit =
            item.condition_status == "serviceable" || item.condition_status == "inspection_due";
        if (!may_hold || !fit || !facts_.all<Hold>(item.key + "/").empty())
            rules_.open_discrepancy("corrected_past_stop", item.key, line.to.value, 0, 1);
    }

    // The same thing went to the same officer before the correction.
    bool was_there(const CorrectionLine& line) const {
        return std::any_of(whole_.reversed.begin(), whole_.reversed.end(),
                           [&](const CorrectionLine& back) {
                               return back.subject == line.subject && back.from == line.to;
                           });
    }

    void check_target(const CorrectionLine& line) {
        for (const std::string& holder : {line.from.value, line.to.value})
            if (!holder.empty() && !facts_.row(Table::location, holder) &&
                !facts_.row(Table::officer, holder))
                rules_.stop(Refusal::code_unknown, holder);
        const bool is_item = line.subject.starts_with("i-");
        if (is_item && (line.to.empty() || line.from.empty()))
            rules_.stop(Refusal::code_unknown, line.subject, {{"code", "where it went"}});
    }

    void move_stock(const CorrectionLine& line) {
        if (!facts_.row(Table::batch, line.subject) && !facts_.row(Table::model, line.subject))
            return rules_.stop(Refusal::code_unknown, line.subject);
        // What never moved is still owed: such a line takes nothing back but the debt.
        const bool owes_only = line.quantity == 0 && line.owed.value_or(0) > 0;
        if (line.quantity <= 0 && !owes_only)
            rules_.stop(Refusal::quantity_not_positive, line.subject);
        if (!line.from.empty()) {
            std::int64_t& there = balance(line.from.value, line.subject);
            if (line.quantity > there)
                rules_.stop(over_balance(facts_, context_.by, line.subject, std::to_string(there),
                                         std::to_string(line.quantity)));
            there -= line.quantity;
        }
        if (!line.to.empty()) balance(line.to.value, line.subject) += line.quantity;
    }

    MoveRules rules_;
    const Facts& facts_;
    const Context& context_;
    Corrected whole_;
    std::map<std::string, std::string> items_;  ///< who holds an item, as the lines go on
    std::map<std::string, std::int64_t> balances_;
    std::vector<RegistrationReversed> gone_;
};

void carry_line(Changes& changes, const CorrectionLine& line, const Corrected& body,
                EntryNumber number) {
    const bool from_officer = line.from.value.starts_with("o-");
    const bool to_officer = line.to.value.starts_with("o-");
    if (from_officer)
        close_open_lines(changes, OfficerId{line.from.value}, line.subject,
                         line.owed.value_or(line.quantity), true);
    if (const auto item = changes.find<Item>(line.subject)) {
        move_item(changes, *item, line.to, to_officer ? "issued" : status_in(changes, line.to),
                  number);
    } else {
        const StockId stock{line.subject};
        const bool moves = line.quantity != 0;
        if (moves && !line.from.empty())
            add_stock(changes, line.from, stock, -line.quantity, 0, number);
        if (moves && !line.to.empty()) add_stock(changes, line.to, stock, line.quantity, 0, number);
    }
    // Who owes nothing by it has no line open.
    const std::int64_t owed = line.owed.value_or(line.quantity);
    if (!to_officer || owed == 0) return;
    const OfficerId officer{line.to.value};
    const EntryNumber issue = line.issue.value_or(number);
    const std::string key = open_line_key(officer, issue, line.subject);
    OpenLine open = changes.find<OpenLine>(key).value_or(
        OpenLine{key,
                 officer,
                 issue,
                 line.subject,
                 0,
                 body.purpose.empty() ? "operational" : body.purpose,
                 body.due,
                 LocationId{from_officer ? "" : line.from.value},
                 {},
                 body.since});
    open.quantity += owed;
    changes.put(open);
}

}  // namespace

Decision decide_one(const Corrected& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::correct)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    return CorrectionDecision{body, facts, context}.decide();
}

void apply_one(const Corrected& body, const Entry& entry, Changes& changes) {
    for (const auto* lines : {&body.reversed, &body.entered})
        for (const CorrectionLine& line : *lines) carry_line(changes, line, body, entry.number);
    changes.put(Correction{number_key(body.of), body.of, entry.number});
    // What was taken back waits for nobody's confirmation.
    if (auto row = changes.find<MovementMode>(number_key(body.of));
        row && row->mode == "urgent" && row->confirmed == 0) {
        row->confirmed = entry.number;
        changes.put(*row);
    }
}

Decision decide_one(const ItemCorrected& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::correct)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    MoveRules rules{facts, context, "hold"};
    ItemCorrected whole = body;
    rules.need(body.reason, "the reason");
    if (!body.serial && !body.tag && !body.position) rules.need_lines(0);
    const auto item = facts.find<Item>(body.item.value);
    if (!item) {
        rules.stop(Refusal::code_unknown, body.item.value);
        return rules.answer(whole);
    }
    whole.serial_before = item->serial;
    const auto taken = [&](const std::string& code, const char* sort) {
        for (const Code& named : things_called(facts, code, {sort}))
            if (named.thing != item->key) rules.stop(Refusal::name_taken, code, {{"name", code}});
    };
    if (body.serial) {
        rules.need(*body.serial, "a serial number");
        if (normal_code(*body.serial) != normal_code(body.serial_again.value_or("")))
            rules.stop(
                Refusal::serial_differs, "",
                {{"first", *body.serial}, {"second", body.serial_again.value_or("nothing")}});
        const auto model = facts.find<Model>(item->model.value);
        taken((model ? model->name : item->model.value) + "/" + *body.serial, "model_serial");
    }
    if (body.tag && !normal_code(*body.tag).empty()) taken(*body.tag, "tag");
    return rules.answer(whole);
}

void apply_one(const ItemCorrected& body, const Entry&, Changes& changes) {
    auto item = changes.find<Item>(body.item.value);
    if (!item) return;
    unname_item(changes, *item);
    if (body.serial) item->serial = *body.serial;
    if (body.tag) item->tag = *body.tag;
    if (body.position) item->position = *body.position;
    changes.put(*item);
    name_item(changes, *item);
}

}  // namespace muster::core
