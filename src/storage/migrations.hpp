// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "muster/storage/database.hpp"

namespace muster::storage {

/// The number of the newest migration this program knows.
int newest_migration();

/// A migration's text as `engine` takes it: see the head of 0001_ledger.sql.
std::string in_dialect(std::string_view sql, std::string_view engine);

/// Applies the migrations after number `from`, in order, and says so in `meta`.
void apply_migrations(Transaction& tx, std::string_view engine, int from);

/// Refuses, with a StorageError, a ledger that this program may not open for that: newer, needing
/// an upgrade, closed to programs as old as this one, or without a table that it needs.
void refuse_unless_usable(Database& database, Access access);

/// The number of the last migration applied, from `meta`. Throws StorageError `damaged`.
int schema_version(Transaction& tx, const std::string& address);

}  // namespace muster::storage
