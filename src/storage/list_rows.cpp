// SPDX-License-Identifier: MIT
#include "list_rows.hpp"

#include <array>
#include <stdexcept>

#include "muster_sql/statements.hpp"
#include "rows.hpp"

namespace muster::storage {

void require_limit(std::int64_t limit) {
    if (limit < 1 || limit > static_cast<std::int64_t>(query_rows_max))
        throw std::logic_error{"a page has 1 to 10,000 rows"};
}

HolderShown holder_at(const Row& row, std::size_t column) {
    HolderShown shown;
    shown.holder = text_or_empty_at(row, column);
    const auto location = optional_text_at(row, column + 1);
    const auto officer = optional_text_at(row, column + 2);
    shown.sort = location ? "location" : officer ? "officer" : "";
    shown.name = location.value_or(std::string{});
    shown.collar_digest = optional_text_at(row, column + 3);
    shown.collar = optional_text_at(row, column + 4);
    return shown;
}

std::vector<std::string> holds_at(Transaction& tx, const Row& row, std::size_t column,
                                  const std::string& subject) {
    std::vector<std::string> reasons;
    if (number_at(row, column) == 0) return reasons;
    for (const Row& hold : tx.query(sql::hold_reasons, std::array{Value{subject}}))
        reasons.push_back(text_at(hold, 0));
    return reasons;
}

std::optional<std::string> only_one(const std::vector<Row>& rows) {
    if (rows.empty()) return std::nullopt;
    const bool second_counts =
        rows.size() > 1 && (number_at(rows[1], 1) != 0 || number_at(rows[0], 1) == 0);
    if (second_counts) return std::nullopt;
    return text_at(rows.front(), 0);
}

}  // namespace muster::storage
