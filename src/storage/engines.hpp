// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "muster/storage/database.hpp"

namespace muster::storage {

/// How a ledger that exists is opened.
struct Opening {
    Access access = Access::append;
    std::chrono::milliseconds lock_timeout = lock_timeout_default;
};

/// Both open what is a Muster ledger by its mark, whatever its schema; see refuse_unless_usable.
std::unique_ptr<Database> open_sqlite(const std::string& path, const Opening& opening);
std::unique_ptr<Database> open_postgres(const std::string& address, const Opening& opening);

/// Both make a ledger with every migration applied, or throw and leave nothing.
std::unique_ptr<Database> create_sqlite(const std::string& path);
std::unique_ptr<Database> create_postgres(const std::string& address);

/// An empty ledger in memory: what the schema ought to be.
std::unique_ptr<Database> sqlite_in_memory();

}  // namespace muster::storage
