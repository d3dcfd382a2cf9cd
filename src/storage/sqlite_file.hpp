// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "muster/storage/database.hpp"

/// What is found out about a file before SQLite touches it, so that a file that is not ours, or may
/// not be written, keeps every byte.
namespace muster::storage {

/// `MSTR`, in bytes 68 to 71 of the file (the migrations set it).
inline constexpr std::uint32_t sqlite_application = 1297306706;

enum class SqliteFileUse {
    write,      ///< may be written
    read,       ///< may be read only; another program's log beside it is read too
    read_alone  ///< may be read only, and nothing lies beside it
};

/// Throws StorageError unless `path` is a Muster ledger that `access` may have.
SqliteFileUse inspect_sqlite_file(const std::string& path, Access access);

/// Throws StorageError where a new ledger cannot be made at `path`: something is there, or its
/// folder is missing, read-only or on a network drive.
void inspect_new_sqlite_path(const std::string& path);

/// Whether a file system of that type (Linux, statfs) is reached over a network, or by FUSE, which
/// cannot be told from one: locks cannot be trusted there.
bool is_network_file_system(std::uint64_t type);

}  // namespace muster::storage
