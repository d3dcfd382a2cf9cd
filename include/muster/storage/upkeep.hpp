// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/storage/database.hpp"

namespace muster::storage {

/// What the engine itself finds broken, a sentence each; empty where all is well. SQLite's whole
/// integrity_check: quick_check misses an index that hides rows (DESIGN §4). On PostgreSQL, which
/// keeps page checksums of its own, invalid indexes.
std::vector<std::string> integrity_findings(Database& database);

/// Writes the file anew, so that what was erased is gone from its free pages too. On PostgreSQL,
/// a full VACUUM of the tables that permit erasure.
void compact(Database& database);

/// A whole, consistent copy of an SQLite ledger into a new file, while others go on writing. Throws
/// StorageError `exists` where the file exists, and `other` on PostgreSQL, which has tools for it.
void copy_database(Database& database, const std::string& path);

}  // namespace muster::storage
