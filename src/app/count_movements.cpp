// SPDX-License-Identifier: MIT
#include "app/count_movements.hpp"

#include "muster/core/movement_line.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {

std::vector<core::EntryNumber> movements_beside(storage::Transaction& tx,
                                                const core::Stocktake& count,
                                                const std::string& subject,
                                                const core::LocationId& place,
                                                core::EntryNumber until) {
    constexpr std::int64_t rows_max = 50;
    std::vector<core::EntryNumber> numbers;
    for (const core::MovementLine& row :
         storage::movements_page(tx, {subject, ""}, {count.started, 0}, rows_max))
        if (row.entry < until && (row.from.value == place.value || row.to.value == place.value))
            numbers.push_back(row.entry);
    return numbers;
}

}  // namespace muster::app
