// SPDX-License-Identifier: MIT
#include "app/count_movements.hpp"

#include "app/basket.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {

std::vector<core::EntryNumber> movements_beside(storage::Transaction& tx,
                                                const core::Stocktake& count,
                                                const std::string& subject,
                                                const core::LocationId& place,
                                                core::EntryNumber until) {
    constexpr std::int64_t page_rows = 200;
    constexpr std::size_t shown_max = 50;
    std::vector<core::EntryNumber> numbers;
    storage::MovementKey after{count.started, 0};
    while (numbers.size() < shown_max) {
        const auto page = storage::movements_page(tx, {subject, ""}, after, page_rows);
        for (const core::MovementLine& row : page) {
            if (row.entry >= until || numbers.size() == shown_max) return numbers;
            if (row.from.value == place.value || row.to.value == place.value)
                numbers.push_back(row.entry);
        }
        if (std::ssize(page) < page_rows) break;
        after = {page.back().entry, page.back().line};
    }
    return numbers;
}

std::string label_on_sheets(storage::Transaction& tx, const core::Facts& facts,
                            const core::Stocktake& count, const std::string& subject) {
    std::string label;
    storage::each_of_kind(
        tx, core::CountSubmitted::kind, count.started, [&](const storage::StoredEntry& stored) {
            const auto entry = entry_of(tx, stored.number);
            if (!entry) return true;
            const auto& sheet = std::get<core::CountSubmitted>(entry->body);
            if (sheet.count.value != count.key) return true;
            for (const core::SeenLine& line : sheet.lines)
                if (line.label && subject == "?" + line.label->digest.substr(0, 16))
                    label = facts.disclosed(line.label->digest).value_or("(withheld)");
            return label.empty();
        });
    return label;
}

std::string seen_words(storage::Transaction& tx, const core::Facts& facts,
                       const core::Stocktake& count, const std::string& subject) {
    if (!subject.starts_with("?")) return core::subject_words(facts, subject);
    const std::string label = label_on_sheets(tx, facts, count, subject);
    return label.empty() ? "Unknown thing" : "Unknown: " + label;
}

}  // namespace muster::app
