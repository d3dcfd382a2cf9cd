// SPDX-License-Identifier: MIT
#include <array>
#include <map>

#include "app/basket.hpp"
#include "muster/app/count_results.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/tables.hpp"

/// The book equation over the whole ledger, from the same rows as the pack's sheet, so that screen,
/// paper and pack cannot differ.
namespace muster::app {
namespace {

using Object = core::Value::Object;

/// Members of a row and the column of the sheet each comes from.
constexpr std::array<std::pair<const char*, std::size_t>, 12> figures{{{"opening", 6},
                                                                       {"received", 7},
                                                                       {"returned", 8},
                                                                       {"found", 9},
                                                                       {"issued", 10},
                                                                       {"expended", 11},
                                                                       {"transferred", 12},
                                                                       {"destroyed", 13},
                                                                       {"lost", 14},
                                                                       {"book", 15},
                                                                       {"register", 16},
                                                                       {"difference", 17}}};

std::int64_t figure_of(const core::SheetCell& cell) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    return number != nullptr ? *number : 0;
}

}  // namespace

core::Result<Listing> book_equations(OpenLedger& ledger, const ListRequest& request) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (no) return;
        const core::MemoryFacts nothing;
        core::PeriodSource source;
        source.opening = &nothing;
        source.closing = &facts;
        source.each_entry = [&tx](const std::function<void(const core::Entry&)>& visit) {
            each_entry_from(tx, 1, [&](const core::Entry& entry) {
                visit(entry);
                return true;
            });
        };
        std::map<std::string, Object> whole;
        std::map<std::string, std::map<std::string, std::int64_t>> sums;
        core::PeriodSheets{source}.each_row(
            core::SheetId::reconciliation, [&](const core::SheetRow& row) {
                const std::string stock = core::cell_text(row.at(1));
                const std::string words = core::subject_words(facts, stock);
                if (!request.filter.empty() && core::normal_code(words).find(core::normal_code(
                                                   request.filter)) == std::string::npos)
                    return;
                Object object{{"subject", words}, {"holder", core::cell_text(row.at(5))}};
                for (const auto& [name, column] : figures) {
                    object.emplace(name, figure_of(row.at(column)));
                    sums[stock][name] += figure_of(row.at(column));
                }
                listing.rows.emplace_back(std::move(object));
                whole[stock] = Object{{"subject", words}, {"holder", "force-wide"}};
            });
        for (auto& [stock, object] : whole) {
            for (const auto& [name, sum] : sums[stock]) object.emplace(name, sum);
            listing.rows.emplace_back(std::move(object));
        }
    });
    if (no) return std::move(*no);
    return listing;
}

}  // namespace muster::app
