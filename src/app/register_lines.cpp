// SPDX-License-Identifier: MIT
#include <algorithm>

#include "muster/app/listing.hpp"
#include "muster/core/codes.hpp"
#include "muster/storage/lists.hpp"

/// The Register screen's pages.
namespace muster::app {

std::vector<RegisterLine> register_page(OpenLedger& ledger, const std::string& filter,
                                        const std::string& after, std::int64_t limit,
                                        const std::optional<core::UserId>& viewer) {
    std::vector<RegisterLine> lines;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        const bool blind = refuse_blind(facts, viewer).has_value();
        for (const auto& row : storage::register_page(
                 tx, filter, after, std::clamp<std::int64_t>(limit, 1, list_rows_max))) {
            std::string holds;
            for (const std::string& hold : row.holds) holds += (holds.empty() ? "" : ", ") + hold;
            RegisterLine line{row.item,
                              row.tag,
                              row.model,
                              row.serial,
                              core::holder_words(facts, row.holder.holder),
                              row.position,
                              row.location_status,
                              row.condition_status,
                              holds};
            for (std::string* text : {&line.location_status, &line.condition_status})
                std::replace(text->begin(), text->end(), '_', ' ');
            if (blind)
                line.holder = line.position = line.location_status = line.holds =
                    "in a blind count";
            lines.push_back(std::move(line));
        }
    });
    return lines;
}

std::int64_t register_count(OpenLedger& ledger, const std::string& filter) {
    std::int64_t count = 0;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        count = storage::register_count(tx, filter);
    });
    return count;
}

}  // namespace muster::app
