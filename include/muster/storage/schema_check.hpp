// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/storage/database.hpp"

namespace muster::storage {

/// One thing of the schema that is not as the migrations made it.
struct SchemaFinding {
    std::string object;  ///< `trigger ledger_no_update`, `column item.serial` …
    std::string words;   ///< a sentence: missing, changed, disabled, not Muster's
    bool readable;       ///< whether the ledger can still be read: true for triggers and indexes
};

/// Compares every table, column, index, trigger and view with what the migrations make. Empty where
/// all is well. For `ledger verify` and `health`.
std::vector<SchemaFinding> check_schema(Database& database);

}  // namespace muster::storage
