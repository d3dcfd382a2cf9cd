// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/comparison.hpp"
#include "muster/core/codes.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

constexpr std::int64_t page_rows = 1'000;

std::optional<core::Batch> batch_of(const core::Facts& facts, const intake::BatchRow& row) {
    std::optional<core::Batch> batch;
    for (const core::Code& code :
         core::things_called(facts, model_spelling(facts, row.model) + "/" + row.batch_number)) {
        if (!code.thing.starts_with("b-")) continue;
        if (batch) return std::nullopt;
        batch = facts.find<core::Batch>(code.thing);
    }
    return batch;
}

}  // namespace

BatchComparison::BatchComparison(storage::Transaction& tx, const core::Facts& facts,
                                 CompareReport& report)
    : facts_{facts}, report_{report} {
    for (std::string after;;) {
        const auto rows = storage::balances_page(tx, "", after, page_rows);
        for (const auto& row : rows)
            if (row.batch_number && row.holder.sort == "location")
                balances_[row.stock].push_back({row.holder.holder, row.quantity, row.boxes});
        if (static_cast<std::int64_t>(rows.size()) < page_rows) break;
        after = rows.back().key;
    }
}

void BatchComparison::take(const intake::BatchRow& row) {
    if (const auto batch = batch_of(facts_, row)) return compare(row, *batch);
    ++report_.counts["batch"].only_in_file;
    report_.differences.push_back({"batch",
                                   "only_in_file",
                                   row.model + " " + row.batch_number,
                                   {},
                                   {},
                                   {},
                                   {},
                                   row.sheet,
                                   row.row});
}

// Rounds that an officer has out are nobody's shelf: a register of places does not count them.
void BatchComparison::compare(const intake::BatchRow& row, const core::Batch& batch) {
    seen_.insert(batch.key);
    RowComparison fields{report_, "batch", core::stock_words(facts_, batch.key), row.sheet,
                         row.row};
    std::int64_t quantity = 0, boxes = 0;
    for (const There& there : balances_[batch.key]) {
        const auto places = places_around(facts_, there.holder);
        const bool here = row.location.empty() ||
                          std::any_of(places.begin(), places.end(), [&](const std::string& place) {
                              return core::normal_code(place) == core::normal_code(row.location);
                          });
        if (!here) continue;
        quantity += there.quantity;
        boxes += there.boxes;
    }
    fields.number("quantity", row.quantity, quantity);
    fields.number("sealed boxes", row.sealed_boxes, boxes);
    fields.day("expiry", row.expiry, batch.expiry);
    fields.text("use", row.use, batch.use);
    if (row.box_size != 0) fields.number("box size", row.box_size, batch.box_size);
    fields.close();
}

void BatchComparison::finish() {
    for (const auto& [batch, there] : balances_) {
        if (seen_.contains(batch) || there.empty()) continue;
        ++report_.counts["batch"].only_in_ledger;
        report_.differences.push_back(
            {"batch", "only_in_ledger", core::stock_words(facts_, batch), {}, {}, {}, {}, {}, 0});
    }
}

}  // namespace muster::app
