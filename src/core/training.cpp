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

void check_download(const Facts& facts, const Expended& line, const std::string& holder,
                    const Context& context, std::vector<DiscrepancyOpened>& discrepancies) {
    const auto batch = facts.find<Batch>(line.stock.value);
    const auto model = facts.find<Model>(batch ? batch->model.value : line.stock.value);
    if (!model || !policy_names(facts, "download_categories", model->category)) return;
    // What was destroyed was not fired.
    if (line.reason == "destroyed") return;
    if (line.download && !normal_code(*line.download).empty()) return;
    discrepancies.push_back(
        {"download_missing", line.stock.value, holder, line.quantity, 0, context.next});
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
