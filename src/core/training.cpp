// SPDX-License-Identifier: MIT
#include "core/training.hpp"

#include <algorithm>
#include <set>

#include "muster/core/policies.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

/// What of a return was drawn for training.
std::set<std::string> drawn_for_training(const Facts& facts, const Returned& returned) {
    std::set<std::string> named, drawn;
    for (const StockLine& line : returned.stock) named.insert(line.stock.value);
    for (const Expended& line : returned.expended) named.insert(line.stock.value);
    for (const OpenLine& open : facts.all<OpenLine>(returned.officer.value + "/"))
        if (open.purpose == "training" && named.contains(open.subject)) drawn.insert(open.subject);
    return drawn;
}

bool says_something(const std::optional<std::string>& text) {
    return text && !normal_code(*text).empty();
}

bool lacks_download(const Facts& facts, const Expended& line) {
    const auto batch = facts.find<Batch>(line.stock.value);
    const auto model = facts.find<Model>(batch ? batch->model.value : line.stock.value);
    // What was destroyed was not fired.
    return model && policy_names(facts, "download_categories", model->category) &&
           line.reason != "destroyed" && !says_something(line.download);
}

}  // namespace

void check_training(const Facts& facts, const Context& context, const Returned& returned,
                    std::vector<DiscrepancyOpened>& discrepancies) {
    if (policy(facts, "training_consumption", "no") != "yes") return;
    const auto drawn = drawn_for_training(facts, returned);
    if (drawn.empty()) return;
    const auto open = [&](const char* sort, const std::string& subject, std::int64_t expected,
                          std::int64_t found) {
        discrepancies.push_back(
            {sort, subject, returned.officer.value, expected, found, context.next});
    };
    std::map<std::string, std::int64_t> used, told;
    for (const Expended& line : returned.expended)
        if (drawn.contains(line.stock.value)) used[line.stock.value] += line.quantity;
    for (const Attendee& line : returned.attendees) told[line.stock.value] += line.quantity;
    for (const auto& [stock, quantity] : used)
        if (told[stock] != quantity) open("attendees_differ", stock, quantity, told[stock]);
    for (const auto& [stock, quantity] : told)
        if (!used.contains(stock)) open("attendees_differ", stock, 0, quantity);
    if (!returned.partial && !returned.range_declared.value_or(false))
        open("range_undeclared", *drawn.begin(), 1, 0);
}

void check_used(const Facts& facts, const Expended& line, const std::string& holder,
                const Context& context, std::vector<DiscrepancyOpened>& discrepancies) {
    const auto ask = [&](const char* sort) {
        discrepancies.push_back({sort, line.stock.value, holder, line.quantity, 0, context.next});
    };
    const bool needs_reference = line.reason != "training" && line.reason != "test";
    if (needs_reference && !says_something(line.reference)) ask("reference_missing");
    if (lacks_download(facts, line)) ask("download_missing");
    if (line.reason == "unintentional_discharge" &&
        policy(facts, "discharge_review", "no") == "yes")
        ask("discharge_review");
}

void add_rounds(Changes& changes, const std::string& id, std::int64_t rounds) {
    auto item = changes.find<Item>(id);
    if (!item) return;
    item->rounds = item->rounds.value_or(0) + rounds;
    const auto model = changes.find<Model>(item->model.value);
    const std::int64_t limit =
        model ? policy_number(changes, "inspection_rounds." + model->category, 0) : 0;
    const std::int64_t since = *item->rounds - item->inspected_at.value_or(0);
    if (limit > 0 && since >= limit && item->condition_status == "serviceable")
        item->condition_status = "inspection_due";
    changes.put(*item);
}

}  // namespace muster::core
