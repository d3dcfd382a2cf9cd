// SPDX-License-Identifier: MIT
#include "muster/core/entries/holds.hpp"

#include <algorithm>

#include "core/move_rules.hpp"
#include "core/serial_range.hpp"

namespace muster::core {
namespace {

const std::set<std::string>& hold_reasons() {
    static const std::set<std::string> reasons{"evidence", "pip", "recall", "unsafe"};
    return reasons;
}

std::string hold_key(const std::string& subject, EntryNumber number) {
    return subject + "/" + std::to_string(number);
}

// One act for the whole range: nobody types forty serials, and none is forgotten.
void add_range(MoveRules& rules, HoldPlaced& whole) {
    if (whole.model.empty()) return;
    const Facts& facts = rules.facts();
    const auto model = facts.find<Model>(whole.model.value);
    if (!model) return rules.stop(Refusal::code_unknown, whole.model.value);
    const std::map<std::string, std::string> words{
        {"model", model->name}, {"first", whole.serial_from}, {"last", whole.serial_to}};
    const auto range = SerialRange::of(whole.serial_from, whole.serial_to);
    if (!range) return rules.stop(Refusal::range_unclear, whole.model.value, words);
    bool any = false;
    for (const Item& item : facts.all<Item>()) {
        if (item.model != whole.model || !range->holds(item.serial)) continue;
        if (item.location_status == "disposed" || item.location_status == "gone_back") continue;
        any = true;
        const ItemId id{item.key};
        if (std::find(whole.items.begin(), whole.items.end(), id) == whole.items.end())
            whole.items.push_back(id);
    }
    if (!any) rules.stop(Refusal::range_empty, whole.model.value, words);
}

}  // namespace

Decision decide_one(const HoldPlaced& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "hold"};
    HoldPlaced whole = body;
    if (!hold_reasons().contains(body.reason))
        rules.stop(Refusal::purpose_unknown, "", {{"purpose", body.reason}});
    if (body.model.empty()) rules.need_lines(body.items.size() + body.batches.size());
    std::vector<ItemLine> named;
    for (const ItemId& item : body.items) named.push_back({item, {}, {}, {}});
    rules.check_items_alone(named);
    std::set<std::string> seen;
    for (const StockId& batch : body.batches) {
        if (!facts.row(Table::batch, batch.value)) rules.stop(Refusal::code_unknown, batch.value);
        if (!seen.insert(batch.value).second) rules.stop(Refusal::line_repeated, batch.value);
    }
    add_range(rules, whole);
    return rules.answer(whole);
}

void apply_one(const HoldPlaced& body, const Entry& entry, Changes& changes) {
    const auto hold = [&](const std::string& subject) {
        changes.put(Hold{hold_key(subject, entry.number), subject, body.reason, entry.number});
        changes.put(Placer{hold_key(subject, entry.number), entry.by});
    };
    for (const ItemId& item : body.items) hold(item.value);
    for (const StockId& batch : body.batches) hold(batch.value);
}

Decision decide_one(const HoldReleased& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::release_hold)) return *no;
    MoveRules rules{facts, context, "hold"};
    HoldReleased whole = body;
    rules.need(body.inspection, "the reference of its own inspection");
    const auto holds = facts.all<Hold>(body.subject + "/");
    if (whole.hold == 0 && holds.size() == 1) whole.hold = holds.front().since;
    const auto named = std::find_if(holds.begin(), holds.end(),
                                    [&](const Hold& hold) { return hold.since == whole.hold; });
    if (holds.size() > 1 && whole.hold == 0) {
        std::string choices;
        for (const Hold& hold : holds)
            choices += (choices.empty() ? "" : ", ") + std::to_string(hold.since) + " (" +
                       hold.reason + ")";
        rules.stop(
            Refusal::code_ambiguous, body.subject,
            {{"code", "The hold on " + subject_words(facts, body.subject)}, {"choices", choices}});
    } else if (named == holds.end()) {
        rules.stop(Refusal::case_unknown, body.subject,
                   {{"wanted", "hold on"}, {"case", subject_words(facts, body.subject)}});
    } else if (const auto placer = facts.find<Placer>(named->key);
               placer && person_of(facts, placer->user.value) == rules.author()) {
        rules.stop(Refusal::releaser_placed_hold, body.subject,
                   {{"user", user_words(facts, context.by.value)}});
    }
    return rules.answer(whole);
}

void apply_one(const HoldReleased& body, const Entry&, Changes& changes) {
    changes.remove<Hold>(hold_key(body.subject, body.hold));
    changes.remove<Placer>(hold_key(body.subject, body.hold));
}

}  // namespace muster::core
