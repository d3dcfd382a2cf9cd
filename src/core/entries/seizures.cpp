// SPDX-License-Identifier: MIT
#include "muster/core/entries/seizures.hpp"

#include <algorithm>

#include "core/move_rules.hpp"

namespace muster::core {
namespace {

constexpr std::int64_t review_days_max = 3'650;

CaseId seizure_of(EntryNumber number) {
    return created_id<CaseId>('s', number);
}

Date review_day(const MoveRules& rules) {
    return Date{rules.today().days +
                std::clamp<std::int64_t>(policy_number(rules.facts(), "seizure_review_days", 90), 1,
                                         review_days_max)};
}

// Rounds as found, by whose they were: the officer's, or of the place that each line names.
void take_rounds(MoveRules& rules, Seized& whole, const HolderId& seizure) {
    if (!whole.officer.empty())
        return rules.take_stock(whole.stock, HolderId{whole.officer.value}, seizure, "seized_over");
    rules.check_stock(whole.stock, seizure);
}

}  // namespace

Decision decide_one(const Seized& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "seize"};
    Seized whole = body;
    rules.need_lines(body.items.size() + body.stock.size());
    rules.need(body.exhibit, "the exhibit number");
    rules.need(body.seal, "the number of the seal");
    rules.need(body.receiver, "the name of who receives it");
    rules.check_second(body.second);
    rules.check_not_self(body.officer);
    if (!body.place.empty())
        rules.check_place_sort(body.place, {"evidence", "quarantine"},
                               "an evidence or quarantine cage");
    const HolderId seizure{seizure_of(context.next).value};
    rules.check_items(whole.items, body.place.empty() ? seizure : HolderId{body.place.value});
    rules.check_second_is_not(body.second, body.officer.value);
    for (const ItemLine& line : whole.items) {
        if (!line.from.value.starts_with("o-") || line.from.value == body.officer.value) continue;
        rules.check_not_self(OfficerId{line.from.value});
        rules.check_second_is_not(body.second, line.from.value);
    }
    take_rounds(rules, whole, seizure);
    if (!whole.review) whole.review = review_day(rules);
    if (*whole.review < rules.today())
        rules.stop(Refusal::detail_missing, "", {{"detail", "a review day that is still to come"}});
    return rules.answer(whole);
}

void apply_one(const Seized& body, const Entry& entry, Changes& changes) {
    const CaseId seizure = seizure_of(entry.number);
    Case opened;
    opened.key = seizure.value;
    opened.sort = "seizure";
    opened.opened = entry.number;
    opened.since = entry.happened_at;
    opened.by = entry.by;
    opened.to = body.place;
    opened.other = body.reference;
    opened.person = body.receiver;
    opened.reference = body.exhibit;
    opened.seal = body.seal;
    if (body.review) opened.due = end_of(*body.review);
    opened.acknowledged = entry.number;
    opened.state = "open";
    changes.put(opened);
    carry_items(changes, body.items, "seize", entry.number, seizure);
    carry_stock(changes, body.stock, entry.number, seizure);
}

Decision decide_one(const SeizureEnded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "end_seizure"};
    SeizureEnded whole = body;
    rules.need_lines(body.items.size() + body.stock.size());
    rules.need(body.authority, "the investigator's release");
    rules.check_second(body.second);
    rules.check_place(body.to);
    if (!rules.open_case_or_import(body.seizure, "seizure", body.stock)) return rules.answer(whole);
    const HolderId to{body.to.value};
    rules.check_items(whole.items, to);
    rules.check_under(whole.items, body.seizure);
    rules.take_stock(whole.stock, HolderId{body.seizure.value}, to, "seizure_over");
    return rules.answer(whole);
}

void apply_one(const SeizureEnded& body, const Entry& entry, Changes& changes) {
    carry_items(changes, body.items, "end_seizure", entry.number);
    carry_stock(changes, body.stock, entry.number);
    await_fit(changes, body.items, entry);
}

}  // namespace muster::core
