// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "muster/core/facts.hpp"
#include "muster/storage/storage_error.hpp"

/// The seam between Muster and its two engines, SQLite and PostgreSQL (DESIGN §4). It lies below
/// the SQL: every statement exists once, in data/queries.
namespace muster::storage {

/// Null, a 64-bit number or a text. Digests, instants and dates are texts; there is nothing else.
using Value = core::Scalar;
using Row = core::Row;

/// One named statement from data/queries; `$1`, `$2` … are its parameters.
struct Statement {
    std::string_view name;
    std::string_view sql;
};

/// What a transaction, or a whole connection, is for.
enum class Access { read, append };

/// More rows than `query` hands over at once; what has no bound goes through `each`.
inline constexpr std::size_t query_rows_max = 10'000;

/// One unit of work. Rolls back when destroyed unless `commit` returned.
///
/// Every member throws StorageError where the engine fails, and std::logic_error where the caller
/// does: a parameter too few, a text with a zero byte, use after commit.
class Transaction {
public:
    Transaction() = default;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    virtual ~Transaction() = default;

    /// All rows. Throws std::logic_error above `query_rows_max` rows.
    virtual std::vector<Row> query(const Statement& statement, std::span<const Value> values) = 0;
    /// Visits the rows one by one, with constant memory, until `visit` returns false. Meanwhile
    /// `visit` may read by this transaction, but not write.
    virtual void each(const Statement& statement, std::span<const Value> values,
                      const std::function<bool(const Row&)>& visit) = 0;
    /// Runs a statement that gives no rows; returns how many rows it changed.
    virtual std::int64_t execute(const Statement& statement, std::span<const Value> values) = 0;
    /// Runs several statements without parameters: migrations, tests.
    virtual void script(std::string_view sql) = 0;
    /// When this returns the work is on disk. When it throws nothing was saved, except where
    /// PostgreSQL's connection broke: then the sentence says that it is not known.
    virtual void commit() = 0;
};

/// One connection to a ledger. For one thread at a time, one transaction at a time.
class Database {
public:
    Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    virtual ~Database() = default;

    /// `Access::append` admits one writer at a time, over every program that has the ledger open,
    /// so that a number is never given out twice; StorageError `locked` where the other did not
    /// finish in time. `Access::read` sees the ledger as it is now, whatever is appended meanwhile.
    virtual std::unique_ptr<Transaction> begin(Access access) = 0;
    /// Runs one statement outside any transaction, as integrity checks and VACUUM need.
    virtual std::vector<Row> run_alone(const Statement& statement,
                                       std::span<const Value> values) = 0;
    /// `sqlite` or `postgresql`.
    virtual std::string_view engine() const = 0;
    /// Where it is, for a person: a path, or a URL without its password.
    virtual std::string address() const = 0;
};

/// How long an append waits for another writer.
inline constexpr std::chrono::milliseconds lock_timeout_default{5000};

/// Opens a ledger that exists: `PATH`, `sqlite:PATH` or `postgresql://…`.
///
/// `Access::read` can open an SQLite file that may not be written; its `begin(Access::append)` then
/// throws. Throws StorageError, and changes nothing, where the ledger is missing, foreign, damaged,
/// newer, needs an upgrade, read-only (for `append`), or an SQLite file on a network drive.
/// Triggers and indexes that are not as they should be do not stop it: see check_schema.
std::unique_ptr<Database> open_database(
    const std::string& address, Access access = Access::append,
    std::chrono::milliseconds lock_timeout = lock_timeout_default);

/// Makes an empty ledger and opens it. Throws StorageError `exists` where a file, or on PostgreSQL
/// a schema `muster`, is already there. A PostgreSQL database must exist; a failure leaves nothing.
std::unique_ptr<Database> create_database(const std::string& address);

/// Brings a ledger made by an older Muster up to this one, in one transaction; false where it is
/// there already.
bool upgrade_database(const std::string& address);

}  // namespace muster::storage
