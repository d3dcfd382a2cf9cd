// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "muster/storage/schema_check.hpp"

namespace muster::storage {

std::vector<SchemaFinding> sqlite_schema_findings(Database& database);
std::vector<SchemaFinding> postgres_schema_findings(Database& database);

/// One column as the migrations make it.
struct ExpectedColumn {
    std::string name;
    bool is_text = false;
    bool required = false;
    std::int64_t key_place = 0;  ///< 1, 2 … in the primary key; 0 outside it
};
/// Every table and its columns, in order, as the migrations make them.
std::map<std::string, std::vector<ExpectedColumn>> expected_tables();

inline constexpr const char* is_missing = "is missing.";
inline constexpr const char* is_changed = "is not as Muster made it.";
inline constexpr const char* is_not_ours = "was not made by Muster.";

}  // namespace muster::storage
