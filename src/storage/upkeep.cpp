// SPDX-License-Identifier: MIT
#include "muster/storage/upkeep.hpp"

#include <array>
#include <filesystem>

#include "muster_sql/statements.hpp"
#include "rows.hpp"

namespace muster::storage {

namespace {

std::vector<Row> own_check(Database& database) {
    const bool sqlite = database.engine() == "sqlite";
    return database.run_alone(sqlite ? sql::sqlite_integrity : sql::postgres_indexes, {});
}

}  // namespace

std::vector<std::string> integrity_findings(Database& database) {
    std::vector<std::string> findings;
    const bool sqlite = database.engine() == "sqlite";
    try {
        for (const Row& row : own_check(database)) {
            if (sqlite && text_at(row, 0) != "ok") findings.push_back(text_at(row, 0));
            if (!sqlite && number_at(row, 2) == 0)
                findings.push_back("index " + text_at(row, 0) + " is not valid");
        }
    } catch (const StorageError& error) {
        // Too broken for the check to reach its end: that is its answer.
        if (error.kind() != StorageTrouble::damaged) throw;
        findings.push_back(error.cause());
    }
    return findings;
}

void compact(Database& database) {
    if (database.engine() == "sqlite") {
        database.run_alone(sql::sqlite_compact, {});
        // The log still holds pages as they were before.
        database.run_alone(sql::sqlite_empty_wal, {});
    } else {
        database.run_alone(sql::postgres_compact, {});
    }
}

void copy_database(Database& database, const std::string& path) {
    if (database.engine() != "sqlite")
        throw StorageError{
            StorageTrouble::other,
            "A ledger on PostgreSQL is copied by pg_dump or the server's own backup."};
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        throw StorageError{StorageTrouble::exists,
                           "There is already something at " + path + ". Nothing was changed."};
    database.run_alone(sql::sqlite_copy, std::array{Value{path}});
}

}  // namespace muster::storage
