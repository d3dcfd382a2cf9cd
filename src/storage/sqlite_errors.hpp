// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "muster/storage/storage_error.hpp"

namespace muster::storage {

/// What SQLite said, as a sentence about the ledger at `path`.
StorageError sqlite_error(const SQLite::Exception& error, const std::string& path);

/// Runs `work`; what SQLite throws in it leaves as a StorageError.
template <class Work>
auto with_sqlite_errors(const std::string& path, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw sqlite_error(error, path);
    }
}

}  // namespace muster::storage
