// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace muster::storage {

/// What kept the ledger from being opened, read or written.
enum class StorageTrouble {
    missing,                ///< there is no such file, server or database
    locked,                 ///< another program is writing and did not finish in time
    read_only,              ///< may be read, may not be written
    newer,                  ///< made by a newer Muster than this one
    older_program_refused,  ///< the database does not let a program as old as this one write
    needs_upgrade,          ///< made by an older Muster: see upgrade_database
    foreign,                ///< something else than a Muster ledger
    damaged,                ///< a Muster ledger that is broken
    full,                   ///< no room on the disk
    network_path,           ///< an SQLite file on a network drive, where locks cannot be trusted
    exists,                 ///< create_database found something already there
    refused,                ///< the database refused a change: the ledger is append-only
    other,
};

/// The world failed: a disk, a file, a server. `what()` is a sentence for a person.
class StorageError : public std::runtime_error {
public:
    /// `cause` is the engine's own message, for whoever repairs it; may be empty.
    StorageError(StorageTrouble kind, const std::string& sentence, std::string cause = {})
        : std::runtime_error{sentence}, kind_{kind}, cause_{std::move(cause)} {}

    StorageTrouble kind() const { return kind_; }
    /// The engine's own words; empty where Muster itself found the trouble.
    const std::string& cause() const { return cause_; }

private:
    StorageTrouble kind_;
    std::string cause_;
};

}  // namespace muster::storage
