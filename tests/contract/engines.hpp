// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <string>

#include "muster/storage/database.hpp"
#include "muster/storage/ledger_store.hpp"

/// A new ledger on every engine, for a promise that all of them make.
namespace muster::contract {

/// A folder of the test's own, gone with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    const std::string& folder() const { return folder_; }

private:
    std::string folder_;
};

/// Runs `check` on an empty ledger of each engine at hand, with the address to open it again.
void on_every_engine(
    const std::function<void(storage::Database&, const std::string& address)>& check);

/// The empty database for tests, its schema muster dropped; empty where there is none.
std::string empty_postgres();

/// Appends an entry of that number, line and leaf `line-<number>`, in a transaction of its own.
void append_one(storage::Database& database, std::int64_t number);
storage::StoredEntry entry_numbered(std::int64_t number);
/// A digest in shape: 64 hex digits that differ for different numbers.
std::string some_hash(std::int64_t number);

/// The kind of the StorageError that `work` throws; fails the test where it throws none.
storage::StorageTrouble trouble_of(const std::function<void()>& work);

}  // namespace muster::contract
