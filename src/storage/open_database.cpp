// SPDX-License-Identifier: MIT
#include "engines.hpp"
#include "migrations.hpp"

namespace muster::storage {
namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

bool is_postgres(std::string_view address) {
    return address.rfind("postgresql://", 0) == 0 || address.rfind("postgres://", 0) == 0;
}

std::string path_of(const std::string& address) {
    return address.rfind(sqlite_scheme, 0) == 0 ? address.substr(sqlite_scheme.size()) : address;
}

std::unique_ptr<Database> open_any(const std::string& address, const Opening& opening) {
    if (is_postgres(address)) return open_postgres(address, opening);
    return open_sqlite(path_of(address), opening);
}

}  // namespace

std::unique_ptr<Database> open_database(const std::string& address, Access access,
                                        std::chrono::milliseconds lock_timeout) {
    auto database = open_any(address, {access, lock_timeout});
    refuse_unless_usable(*database, access);
    return database;
}

std::unique_ptr<Database> create_database(const std::string& address) {
    if (is_postgres(address)) return create_postgres(address);
    return create_sqlite(path_of(address));
}

bool upgrade_database(const std::string& address) {
    const auto database = open_any(address, Opening{});
    const auto tx = database->begin(Access::append);
    const int schema = schema_version(*tx, database->address());
    if (schema > newest_migration())
        throw StorageError{StorageTrouble::newer, "The ledger at " + database->address() +
                                                      " was made by a newer Muster than this one."};
    if (schema == newest_migration()) return false;
    apply_migrations(*tx, database->engine(), schema);
    tx->commit();
    return true;
}

}  // namespace muster::storage
