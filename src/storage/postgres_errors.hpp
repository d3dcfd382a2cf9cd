// SPDX-License-Identifier: MIT
#pragma once

#ifdef MUSTER_POSTGRES

#include <pqxx/pqxx>

#include <string>

#include "muster/storage/storage_error.hpp"

namespace muster::storage {

/// A `postgresql://` address as it may be shown: without its password.
std::string without_password(const std::string& address);

/// What the server said, as a sentence about the ledger at `shown`.
StorageError postgres_error(const pqxx::sql_error& error, const std::string& shown);
/// The connection could not be made, or broke.
StorageError postgres_error(const pqxx::broken_connection& error, const std::string& shown);
/// The connection broke while a transaction was being committed.
StorageError postgres_error(const pqxx::in_doubt_error& error, const std::string& shown);

/// Runs `work`; what libpqxx throws in it leaves as a StorageError, or, where it says that we used
/// it wrongly, as a std::logic_error.
template <class Work>
auto with_postgres_errors(const std::string& shown, Work&& work) {
    try {
        return work();
    } catch (const pqxx::in_doubt_error& error) {
        throw postgres_error(error, shown);
    } catch (const pqxx::broken_connection& error) {
        throw postgres_error(error, shown);
    } catch (const pqxx::sql_error& error) {
        throw postgres_error(error, shown);
    } catch (const pqxx::failure& error) {
        throw StorageError{StorageTrouble::other, "The ledger at " + shown + " cannot be used.",
                           error.what()};
    }
}

}  // namespace muster::storage

#endif
