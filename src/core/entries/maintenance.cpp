// SPDX-License-Identifier: MIT
#include "muster/core/entries/maintenance.hpp"

#include "core/move_rules.hpp"
#include "muster/core/mounted.hpp"

namespace muster::core {
namespace {

CaseId repair_of(EntryNumber number) {
    return created_id<CaseId>('w', number);
}

}  // namespace

Decision decide_one(const DefectReported& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "report_defect"};
    DefectReported whole = body;
    rules.need_lines(body.items.size());
    rules.need(body.defect, "what is wrong");
    rules.check_items_alone(whole.items);
    return rules.answer(whole);
}

void apply_one(const DefectReported& body, const Entry&, Changes& changes) {
    change_condition(changes, body.items, "report_defect");
}

Decision decide_one(const MaintenanceOpened& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "to_maintenance"};
    MaintenanceOpened whole = body;
    rules.need_lines(body.items.size());
    rules.need(body.defect, "what is to be done");
    if (body.to.empty())
        rules.need(body.workshop, "the bench it goes to, or the workshop");
    else
        rules.check_place(body.to);
    rules.check_items(whole.items,
                      HolderId{body.to.empty() ? repair_of(context.next).value : body.to.value});
    return rules.answer(whole);
}

void apply_one(const MaintenanceOpened& body, const Entry& entry, Changes& changes) {
    const CaseId repair = repair_of(entry.number);
    Case opened;
    opened.key = repair.value;
    opened.sort = "repair";
    opened.opened = entry.number;
    opened.since = entry.happened_at;
    opened.by = entry.by;
    opened.to = body.to;
    opened.other = body.workshop;
    if (body.due) opened.due = end_of(*body.due);
    opened.state = "open";
    changes.put(opened);
    carry_items(changes, body.items, "to_maintenance", entry.number, repair);
}

Decision decide_one(const MaintenanceClosed& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "from_maintenance"};
    MaintenanceClosed whole = body;
    rules.need_lines(body.items.size());
    rules.need(body.work, "what was done");
    rules.check_place(body.to);
    rules.check_items(whole.items, HolderId{body.to.value});
    return rules.answer(whole);
}

void apply_one(const MaintenanceClosed& body, const Entry& entry, Changes& changes) {
    carry_items(changes, body.items, "from_maintenance", entry.number);
    await_fit(changes, body.items, entry);
}

namespace {

// The parts that came back on an item are signed fit with it.
void add_waiting_parts(const Facts& facts, std::vector<ItemLine>& lines) {
    std::vector<ItemLine> all = lines;
    carry_mounted(facts, all);
    for (std::size_t i = lines.size(); i < all.size(); ++i)
        if (facts.row(Table::unfit, all[i].item.value)) lines.push_back(all[i]);
}

}  // namespace

// Whoever took it in does not also sign it fit (DOMAIN §8).
Decision decide_one(const FitForIssue& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    FitForIssue whole = body;
    if (whole.signed_by.empty()) whole.signed_by = context.by;
    if (const auto no = refuse_without(facts, whole.signed_by, Power::handle)) return *no;
    MoveRules rules{facts, context, "sign_fit"};
    rules.need_lines(body.items.size());
    add_waiting_parts(facts, whole.items);
    rules.check_items_alone(whole.items);
    const PersonId signer = person_of(facts, whole.signed_by.value);
    for (const ItemLine& line : whole.items) {
        const auto waiting = facts.find<Unfit>(line.item.value);
        if (waiting && person_of(facts, waiting->received_by.value) == signer)
            rules.stop(Refusal::signer_received_it, line.item.value,
                       {{"user", user_words(facts, whole.signed_by.value)}});
    }
    if (body.next_inspection && *body.next_inspection < rules.today())
        rules.stop(Refusal::detail_missing, "",
                   {{"detail", "a day of the next inspection that is still to come"}});
    return rules.answer(whole);
}

void apply_one(const FitForIssue& body, const Entry& entry, Changes& changes) {
    change_condition(changes, body.items, "sign_fit");
    for (const ItemLine& line : body.items) {
        changes.remove<Unfit>(line.item.value);
        auto item = changes.find<Item>(line.item.value);
        if (!item) continue;
        item->last_inspected = uk_date(entry.happened_at);
        item->next_inspection = body.next_inspection;
        item->inspected_at = item->rounds;
        changes.put(*item);
    }
}

namespace {

void check_removed(MoveRules& rules, const PartSwapped& body) {
    const auto part = rules.facts().find<Item>(body.removed.value);
    if (!part) return rules.stop(Refusal::code_unknown, body.removed.value);
    if (part->mounted_on != body.host)
        rules.stop(Refusal::part_not_mounted, body.removed.value,
                   {{"host", item_words(rules.facts(), body.host.value)}});
    rules.check_place(body.to);
}

// One level: what is mounted carries nothing itself, so that no circle can be built.
void check_fitted(MoveRules& rules, PartSwapped& body, const Context& context) {
    MoveRules part_rules{rules.facts(), context, "swap_part"};
    std::vector<ItemLine> parts{{body.fitted, {}, {}, {}}};
    part_rules.check_items_alone(parts);
    rules.take_stops(part_rules);
    body.fitted_from = parts.front().from;
    const auto part = rules.facts().find<Item>(body.fitted.value);
    if (part && !part->mounted_on.empty())
        rules.stop(Refusal::item_is_mounted, body.fitted.value,
                   {{"host", item_words(rules.facts(), part->mounted_on.value)}});
    for (const Mounted& other : rules.facts().all<Mounted>(body.fitted.value + "/"))
        rules.stop(Refusal::item_is_mounted, other.part.value,
                   {{"host", item_words(rules.facts(), body.fitted.value)}});
}

}  // namespace

Decision decide_one(const PartSwapped& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "swap_on"};
    PartSwapped whole = body;
    rules.need_lines((body.fitted.empty() ? 0U : 1U) + (body.removed.empty() ? 0U : 1U));
    std::vector<ItemLine> hosts{{body.host, {}, {}, {}}};
    rules.check_items_alone(hosts);
    whole.host_holder = hosts.front().from;
    const auto host = facts.find<Item>(body.host.value);
    if (host && !host->mounted_on.empty())
        rules.stop(Refusal::item_is_mounted, body.host.value,
                   {{"host", item_words(facts, host->mounted_on.value)}});
    if (body.fitted == body.host || (!body.fitted.empty() && body.fitted == body.removed))
        rules.stop(Refusal::line_repeated, body.fitted.value);
    whole.fitted_from = {};
    if (!body.removed.empty()) check_removed(rules, body);
    if (body.removed.empty()) whole.to = {};
    if (!body.fitted.empty()) check_fitted(rules, whole, context);
    return rules.answer(whole);
}

void apply_one(const PartSwapped& body, const Entry& entry, Changes& changes) {
    const auto host = changes.find<Item>(body.host.value);
    if (!host) return;
    if (!body.removed.empty()) {
        mount_part(changes, body.removed, {});
        const HolderId to{body.to.value};
        if (const auto part = changes.find<Item>(body.removed.value))
            move_item(changes, *part, to, status_in(changes, to), entry.number);
    }
    if (body.fitted.empty()) return;
    mount_part(changes, body.fitted, body.host);
    auto part = changes.find<Item>(body.fitted.value);
    if (!part) return;
    if (!host->under.empty() && host->under != part->under)
        changes.put(CaseLine{host->under.value + "/" + part->key, host->under, part->key, 1, 1,
                             part->holder, part->location_status, part->under, ""});
    move_item(changes, *part, host->holder, host->location_status, entry.number, host->under);
}

}  // namespace muster::core
