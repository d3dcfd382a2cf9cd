// SPDX-License-Identifier: MIT
#include "app/screens/last_count.hpp"

#include <algorithm>

#include "app/basket.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {
namespace {

// A person waits for it: sheets further back are for the count's own page.
constexpr core::EntryNumber entries_looked_through = 20'000;

std::string words_of(const core::Facts& facts, const core::Entry& entry, const std::string& item) {
    const auto* sheet = std::get_if<core::CountSubmitted>(&entry.body);
    if (sheet == nullptr) return {};
    const auto count = facts.find<core::Stocktake>(sheet->count.value);
    if (!count || count->state != "closed") return {};
    const auto seen = std::find_if(
        sheet->lines.begin(), sheet->lines.end(),
        [&](const core::SeenLine& line) { return line.subject == item && line.quantity > 0; });
    if (seen == sheet->lines.end()) return {};
    return core::uk_time_text(entry.happened_at) + ", " +
           core::holder_words(facts, seen->location.value) + ", by " +
           core::user_words(facts, sheet->counter.value);
}

}  // namespace

std::string last_count_words(const Desk& desk, const std::string& item) {
    const auto head = storage::head(desk.tx);
    const core::EntryNumber newest = head ? head->number : 0;
    const core::EntryNumber from = std::max<core::EntryNumber>(1, newest - entries_looked_through);
    std::vector<core::EntryNumber> sheets;
    const std::string named = "\"" + item + "\"";
    storage::each_of_kind(desk.tx, core::CountSubmitted::kind, from,
                          [&](const storage::StoredEntry& entry) {
                              if (entry.line.find(named) != std::string::npos)
                                  sheets.push_back(entry.number);
                              return true;
                          });
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet)
        if (const auto entry = entry_of(desk.tx, *sheet))
            if (std::string words = words_of(desk.facts, *entry, item); !words.empty())
                return words;
    return from == 1 ? "never"
                     : "not within the last " + grouped(entries_looked_through) + " entries";
}

}  // namespace muster::app
