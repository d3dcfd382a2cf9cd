// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/storage/lists.hpp"

namespace muster::storage {

/// Throws std::logic_error unless a page of `limit` rows can be asked for.
void require_limit(std::int64_t limit);

/// The five columns of a holder in data/queries/lists.sql, from `column` on.
HolderShown holder_at(const Row& row, std::size_t column);

/// Why a subject is held; asked only where the count of holds at `column` is not 0.
std::vector<std::string> holds_at(Transaction& tx, const Row& row, std::size_t column,
                                  const std::string& subject);

/// The only active id among rows {id, active} sorted active first, or the only one.
std::optional<std::string> only_one(const std::vector<Row>& rows);

}  // namespace muster::storage
