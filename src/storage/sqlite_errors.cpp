// SPDX-License-Identifier: MIT
#include "sqlite_errors.hpp"

#include <sqlite3.h>

namespace muster::storage {

StorageError sqlite_error(const SQLite::Exception& error, const std::string& path) {
    const std::string ledger = "The ledger at " + path;
    const auto say = [&](StorageTrouble kind, const std::string& words) {
        return StorageError{kind, words, error.what()};
    };
    switch (error.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return say(StorageTrouble::locked,
                       ledger +
                           " is being written by another program, which did not finish in "
                           "time. Nothing was saved; try again.");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return say(StorageTrouble::read_only,
                       ledger + " may be read here but not written. Nothing was saved.");
        case SQLITE_FULL:
            return say(StorageTrouble::full, "There is no room left on the disk for " + ledger +
                                                 ". Nothing was saved; make room and try again.");
        case SQLITE_CORRUPT:
            return say(StorageTrouble::damaged,
                       ledger + " is damaged. Restore it from a backup, and keep this file.");
        case SQLITE_NOTADB:
            return say(StorageTrouble::foreign, path + " is not a Muster ledger.");
        case SQLITE_CANTOPEN:
            return say(StorageTrouble::other, ledger + " cannot be opened.");
        case SQLITE_CONSTRAINT:
            return say(StorageTrouble::refused,
                       "The ledger at " + path + " refused a change: " + error.what() + ".");
        default:
            return say(StorageTrouble::other, ledger + " cannot be used: " + error.what() + ".");
    }
}

}  // namespace muster::storage
