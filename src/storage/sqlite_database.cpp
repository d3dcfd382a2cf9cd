// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "engines.hpp"
#include "migrations.hpp"
#include "muster_sql/statements.hpp"
#include "sqlite_errors.hpp"
#include "sqlite_file.hpp"
#include "sqlite_statements.hpp"

namespace muster::storage {
namespace {

// The statements say muster.item, as PostgreSQL needs; the name must outlive the connection.
constexpr const char* schema_name = "muster";

constexpr Statement begin_read{"begin_read", "BEGIN"};
constexpr Statement begin_append{"begin_append", "BEGIN IMMEDIATE"};
constexpr Statement first_read{"first_read", "PRAGMA schema_version"};
constexpr Statement end_with_commit{"end_with_commit", "COMMIT"};

void refuse_above_bound(std::size_t rows, const Statement& statement) {
    if (rows > query_rows_max)
        throw std::logic_error{std::string{statement.name} + " has no bound: use each"};
}

/// One open file, and the one transaction it may have.
struct SqliteConnection {
    SqliteConnection(const std::string& name, int flags, std::chrono::milliseconds lock_timeout,
                     std::string shown)
        : path{std::move(shown)},
          db{name, flags, static_cast<int>(lock_timeout.count())},
          statements{db} {}

    /// `PRAGMA query_only` for each transaction would do the same, and make SQLite prepare every
    /// statement again.
    PreparedSqlite& idle(const Statement& statement) {
        PreparedSqlite& prepared = statements.idle(statement);
        if (reads_only && prepared.writes)
            throw StorageError{StorageTrouble::read_only,
                               "The ledger at " + path + " was opened for reading only."};
        return prepared;
    }

    std::vector<Row> rows(const Statement& statement, std::span<const Value> values) {
        return with_sqlite_errors(path, [&] {
            RunningSqlite running{idle(statement), values};
            std::vector<Row> all;
            while (running.step()) {
                all.push_back(running.row());
                refuse_above_bound(all.size(), statement);
            }
            return all;
        });
    }

    /// For what comes with every transaction: prepared once, its rows passed over.
    void run(const Statement& statement) { RunningSqlite{idle(statement), {}}.step(); }

    std::string path;
    SQLite::Database db;
    SqliteStatements statements;
    bool in_transaction = false;
    bool reads_only = false;  ///< this transaction may not write, on either engine
};

class SqliteTransaction final : public Transaction {
public:
    SqliteTransaction(SqliteConnection& connection, Access access) : connection_{connection} {
        if (connection.in_transaction)
            throw std::logic_error{"this connection already has a transaction"};
        with_sqlite_errors(connection.path, [&] { start(access); });
        connection.in_transaction = true;
    }

    ~SqliteTransaction() override {
        if (!open_) return;
        ended();
        if (sqlite3_get_autocommit(connection_.db.getHandle()) != 0) return;
        // Nothing was committed, so nothing is lost where even this fails: SQLite rolls back when
        // the file is next opened.
        connection_.db.tryExec("ROLLBACK");
    }

    std::vector<Row> query(const Statement& statement, std::span<const Value> values) override {
        require_open();
        return connection_.rows(statement, values);
    }

    void each(const Statement& statement, std::span<const Value> values,
              const std::function<bool(const Row&)>& visit) override {
        require_open();
        const auto step = [&](auto&& work) { return with_sqlite_errors(connection_.path, work); };
        const std::vector<Value> kept{values.begin(), values.end()};
        PreparedSqlite& prepared = *step([&] { return &connection_.idle(statement); });
        RunningSqlite running{prepared, kept};
        while (step([&] { return running.step(); }))
            if (!visit(running.row())) return;
    }

    std::int64_t execute(const Statement& statement, std::span<const Value> values) override {
        require_open();
        return with_sqlite_errors(connection_.path, [&]() -> std::int64_t {
            RunningSqlite running{connection_.idle(statement), values};
            if (running.step())
                throw std::logic_error{std::string{statement.name} + " gives rows: use query"};
            return sqlite3_changes(connection_.db.getHandle());
        });
    }

    void script(std::string_view sql) override {
        require_open();
        if (connection_.reads_only) throw std::logic_error{"a script needs Access::append"};
        with_sqlite_errors(connection_.path, [&] { connection_.db.exec(std::string{sql}); });
    }

    void commit() override {
        require_open();
        with_sqlite_errors(connection_.path, [&] { connection_.run(end_with_commit); });
        open_ = false;
        ended();
    }

private:
    void ended() {
        connection_.in_transaction = false;
        connection_.reads_only = false;
    }

    void start(Access access) {
        const bool appends = access == Access::append;
        connection_.run(appends ? begin_append : begin_read);
        // SQLite's snapshot begins with the first read, not with BEGIN.
        if (!appends) connection_.run(first_read);
        connection_.reads_only = !appends;
    }

    void require_open() const {
        if (!open_) throw std::logic_error{"this transaction was committed"};
    }

    SqliteConnection& connection_;
    bool open_ = true;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(const std::string& name, int flags, std::chrono::milliseconds lock_timeout,
                   const std::string& path)
        : connection_{name, flags, lock_timeout, path} {
        prepare_connection();
    }

    std::unique_ptr<Transaction> begin(Access access) override {
        if (access == Access::append && !may_append)
            throw StorageError{StorageTrouble::read_only, "The ledger at " + connection_.path +
                                                              " was opened for reading only."};
        return std::make_unique<SqliteTransaction>(connection_, access);
    }

    std::vector<Row> run_alone(const Statement& statement, std::span<const Value> values) override {
        if (connection_.in_transaction)
            throw std::logic_error{"this statement must run outside a transaction"};
        return connection_.rows(statement, values);
    }

    std::string_view engine() const override { return "sqlite"; }
    std::string address() const override { return connection_.path; }

    void write_ahead() {
        with_sqlite_errors(connection_.path,
                           [&] { connection_.db.exec("PRAGMA journal_mode = WAL"); });
    }

    bool may_append = true;

private:
    void prepare_connection() {
        with_sqlite_errors(connection_.path, [&] {
            sqlite3* handle = connection_.db.getHandle();
            sqlite3_db_config(handle, SQLITE_DBCONFIG_MAINDBNAME, schema_name);
            sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
            sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
            sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
            // recursive_triggers: else INSERT OR REPLACE removes a row and no trigger hears of it.
            connection_.db.exec(
                "PRAGMA trusted_schema = OFF; PRAGMA recursive_triggers = ON;"
                "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
        });
    }

    SqliteConnection connection_;
};

/// A path as SQLite's URI takes it: what has a meaning in a URI is written as its code.
std::string uri_of(const std::string& path) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 0x0FU];
        } else {
            uri += c;
        }
    }
    return uri;
}

std::unique_ptr<SqliteDatabase> connect(const std::string& path, const Opening& opening,
                                        SqliteFileUse use) {
    const bool alone = use == SqliteFileUse::read_alone;
    const int flags = use == SqliteFileUse::write ? SQLite::OPEN_READWRITE
                      : alone                     ? SQLite::OPEN_READONLY | SQLite::OPEN_URI
                                                  : SQLite::OPEN_READONLY;
    // Immutable: SQLite would else make its log and lock beside a file whose folder is read-only.
    const std::string name = alone ? uri_of(path) + "?immutable=1" : path;
    return with_sqlite_errors(path, [&] {
        return std::make_unique<SqliteDatabase>(name, flags, opening.lock_timeout, path);
    });
}

void refuse_unless_versions(Database& database) {
    const auto versions = database.run_alone(sql::sqlite_versions, {});
    if (versions.front().front() != Value{std::int64_t{sqlite_application}})
        throw StorageError{StorageTrouble::foreign,
                           database.address() + " is not a Muster ledger."};
}

void apply_all_migrations(Database& database) {
    const auto tx = database.begin(Access::append);
    apply_migrations(*tx, database.engine(), 0);
    tx->commit();
}

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const Opening& opening) {
    const SqliteFileUse use = inspect_sqlite_file(path, opening.access);
    auto database = connect(path, opening, use);
    refuse_unless_versions(*database);
    if (opening.access == Access::append) database->write_ahead();
    database->may_append = opening.access == Access::append;
    return database;
}

std::unique_ptr<Database> create_sqlite(const std::string& path) {
    namespace fs = std::filesystem;
    inspect_new_sqlite_path(path);
    // "x": two programs that create at once do not both get the file.
    std::FILE* made = std::fopen(path.c_str(), "wbx");
    if (made == nullptr)
        throw StorageError{StorageTrouble::exists,
                           "A ledger at " + path + " cannot be made: the file cannot be created."};
    std::fclose(made);
    // Names of people are in it; the log beside it gets the same rights from SQLite.
    std::error_code ignored_on_odd_disks;
    fs::permissions(path, fs::perms::others_all, fs::perm_options::remove, ignored_on_odd_disks);
    try {
        auto database = connect(path, Opening{}, SqliteFileUse::write);
        database->write_ahead();
        apply_all_migrations(*database);
        // The mark of a Muster ledger has to be in the file itself before anybody opens it.
        database->run_alone(sql::sqlite_empty_wal, {});
        return database;
    } catch (const std::exception&) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path + suffix, ignored);
        throw;
    }
}

std::unique_ptr<Database> sqlite_in_memory() {
    auto database = std::make_unique<SqliteDatabase>(
        ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, lock_timeout_default, "memory");
    apply_all_migrations(*database);
    return database;
}

}  // namespace muster::storage
