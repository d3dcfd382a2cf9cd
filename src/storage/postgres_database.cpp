// SPDX-License-Identifier: MIT
#include "engines.hpp"

#ifdef MUSTER_POSTGRES

#include <pqxx/pqxx>

#include <optional>
#include <stdexcept>
#include <type_traits>
#include <unordered_map>

#include "migrations.hpp"
#include "muster_sql/statements.hpp"
#include "postgres_errors.hpp"
#include "rows.hpp"

namespace muster::storage {
namespace {

using Texts = std::vector<std::optional<std::string>>;
using Appending = pqxx::transaction<pqxx::read_committed, pqxx::read_write>;
using Reading = pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>;

constexpr int rows_per_fetch = 500;

// A reader keeps nobody waiting, so it may think for as long as it likes. The snapshot begins with
// the first statement that reads.
constexpr const char* begin_reading =
    "SET LOCAL idle_in_transaction_session_timeout = 0; VALUES (1)";

Texts texts_of(std::span<const Value> values) {
    Texts texts;
    texts.reserve(values.size());
    for (const Value& value : values) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            texts.emplace_back(std::to_string(*number));
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            // libpq takes a text up to its zero byte, and would drop the rest unasked.
            if (text->find('\0') != text->npos)
                throw std::logic_error{"a text with a zero byte cannot be stored"};
            texts.emplace_back(*text);
        } else {
            texts.emplace_back();
        }
    }
    return texts;
}

// A type that SQLite would not give back the same way is refused, not converted.
Value value_of(const pqxx::field& field) {
    constexpr pqxx::oid int8 = 20, int2 = 21, int4 = 23, text = 25, varchar = 1043;
    if (field.is_null()) return {};
    switch (field.type()) {
        case int8:
        case int2:
        case int4:
            return std::int64_t{field.as<long long>()};
        case text:
        case varchar:
            return std::string{field.c_str(), field.size()};
        default:
            throw std::logic_error{std::string{"cast this column to BIGINT or TEXT: "} +
                                   field.name()};
    }
}

Row row_of(const pqxx::row& record) {
    Row row;
    row.reserve(record.size());
    for (const auto& field : record) row.push_back(value_of(field));
    return row;
}

std::vector<Row> rows_of(const pqxx::result& result, const Statement& statement) {
    if (result.size() > query_rows_max)
        throw std::logic_error{std::string{statement.name} + " has no bound: use each"};
    std::vector<Row> rows;
    rows.reserve(result.size());
    for (const auto& record : result) rows.push_back(row_of(record));
    return rows;
}

/// One connection, what it has prepared, and the one transaction it may have.
struct PostgresConnection {
    PostgresConnection(const std::string& address, const Opening& opening)
        : shown{without_password(address)}, link{address} {
        // Not printed: the sentences of StorageError say what matters.
        quiet.emplace(link);
        const std::string timeout = "'" + std::to_string(opening.lock_timeout.count()) + "ms'";
        // Kept by libpqxx, which sets them again should it have to connect again. pg_temp last:
        // a temporary table must never stand in for one of ours.
        link.set_variable("search_path", "muster, pg_temp");
        link.set_variable("lock_timeout", timeout);
        link.set_variable("idle_in_transaction_session_timeout", "'10s'");
        link.set_variable("standard_conforming_strings", "on");
        link.set_variable("client_encoding", "'UTF8'");
        link.set_variable("synchronous_commit", "on");
    }

    pqxx::result run(pqxx::transaction_base& work, const Statement& statement,
                     std::span<const Value> values) {
        const std::string name{statement.name};
        // Its name alone would not do: what is prepared under it must be this text.
        const auto [at, fresh] = prepared.emplace(name, statement.sql);
        if (fresh)
            link.prepare(name, at->second);
        else if (at->second != statement.sql)
            throw std::logic_error{"two statements are named " + name};
        return work.exec_prepared(name, pqxx::prepare::make_dynamic_params(texts_of(values)));
    }

    std::string shown;
    pqxx::connection link;
    std::optional<pqxx::quiet_errorhandler> quiet;
    std::unordered_map<std::string, std::string> prepared;
    bool in_transaction = false;
    std::int64_t cursors = 0;
};

class PostgresTransaction final : public Transaction {
public:
    PostgresTransaction(PostgresConnection& connection, Access access, bool lock)
        : connection_{connection} {
        if (connection.in_transaction)
            throw std::logic_error{"this connection already has a transaction"};
        with_postgres_errors(connection.shown, [&] {
            if (access == Access::append)
                work_ = std::make_unique<Appending>(connection.link);
            else
                work_ = std::make_unique<Reading>(connection.link);
            if (access == Access::append && lock)
                connection_.run(*work_, sql::postgres_lock_head, {});
            else
                work_->exec(begin_reading);
        });
        connection.in_transaction = true;
    }

    ~PostgresTransaction() override {
        if (open_) connection_.in_transaction = false;
    }

    std::vector<Row> query(const Statement& statement, std::span<const Value> values) override {
        return guarded(
            [&] { return rows_of(connection_.run(*work_, statement, values), statement); });
    }

    void each(const Statement& statement, std::span<const Value> values,
              const std::function<bool(const Row&)>& visit) override {
        const std::string cursor = "muster_" + std::to_string(++connection_.cursors);
        guarded([&] {
            work_->exec_params(
                "DECLARE " + cursor + " NO SCROLL CURSOR FOR " + std::string{statement.sql},
                pqxx::prepare::make_dynamic_params(texts_of(values)));
        });
        const std::string fetch =
            "FETCH FORWARD " + std::to_string(rows_per_fetch) + " FROM " + cursor;
        bool wanted = true;
        while (wanted) {
            const pqxx::result page = guarded([&] { return work_->exec(fetch); });
            for (const auto& record : page)
                if (wanted) wanted = visit(row_of(record));
            if (page.size() < rows_per_fetch) break;
        }
        guarded([&] { work_->exec("CLOSE " + cursor); });
    }

    std::int64_t execute(const Statement& statement, std::span<const Value> values) override {
        return guarded([&]() -> std::int64_t {
            const pqxx::result result = connection_.run(*work_, statement, values);
            if (result.columns() > 0)
                throw std::logic_error{std::string{statement.name} + " gives rows: use query"};
            return static_cast<std::int64_t>(result.affected_rows());
        });
    }

    void script(std::string_view sql) override {
        guarded([&] { work_->exec(std::string{sql}); });
    }

    void commit() override {
        guarded([&] { work_->commit(); });
        open_ = false;
        connection_.in_transaction = false;
        work_.reset();
    }

private:
    template <class Work>
    std::invoke_result_t<Work> guarded(Work&& work) {
        if (!open_) throw std::logic_error{"this transaction was committed"};
        return with_postgres_errors(connection_.shown, std::forward<Work>(work));
    }

    PostgresConnection& connection_;
    std::unique_ptr<pqxx::transaction_base> work_;
    bool open_ = true;
};

class PostgresDatabase final : public Database {
public:
    PostgresDatabase(const std::string& address, const Opening& opening)
        : connection_{address, opening}, access_{opening.access} {}

    std::unique_ptr<Transaction> begin(Access access) override {
        if (access == Access::append && access_ == Access::read)
            throw StorageError{StorageTrouble::read_only, "The ledger at " + connection_.shown +
                                                              " was opened for reading only."};
        return std::make_unique<PostgresTransaction>(connection_, access, true);
    }

    /// An append before there is a head to lock: for create_postgres.
    std::unique_ptr<Transaction> begin_first() {
        return std::make_unique<PostgresTransaction>(connection_, Access::append, false);
    }

    std::vector<Row> run_alone(const Statement& statement, std::span<const Value> values) override {
        if (connection_.in_transaction)
            throw std::logic_error{"this statement must run outside a transaction"};
        return with_postgres_errors(connection_.shown, [&] {
            pqxx::nontransaction work{connection_.link};
            return rows_of(connection_.run(work, statement, values), statement);
        });
    }

    std::string_view engine() const override { return "postgresql"; }
    std::string address() const override { return connection_.shown; }

private:
    PostgresConnection connection_;
    Access access_;
};

std::unique_ptr<PostgresDatabase> connect(const std::string& address, const Opening& opening) {
    const std::string shown = without_password(address);
    auto database = with_postgres_errors(
        shown, [&] { return std::make_unique<PostgresDatabase>(address, opening); });
    if (text_at(database->run_alone(sql::postgres_encoding, {}).front(), 0) != "UTF8")
        throw StorageError{
            StorageTrouble::foreign,
            "The database at " + shown + " does not keep its texts as UTF-8. Make one that does."};
    return database;
}

bool has(Database& database, const Statement& statement) {
    return number_at(database.run_alone(statement, {}).front(), 0) > 0;
}

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& address, const Opening& opening) {
    auto database = connect(address, opening);
    if (!has(*database, sql::postgres_has_schema))
        throw StorageError{StorageTrouble::missing,
                           "There is no ledger in the database at " + database->address() + "."};
    if (!has(*database, sql::postgres_has_meta))
        throw StorageError{StorageTrouble::foreign, "The schema muster in the database at " +
                                                        database->address() +
                                                        " is not a Muster ledger."};
    return database;
}

std::unique_ptr<Database> create_postgres(const std::string& address) {
    auto database = connect(address, Opening{});
    if (has(*database, sql::postgres_has_schema))
        throw StorageError{StorageTrouble::exists,
                           "The database at " + database->address() +
                               " already has a schema muster. Nothing was changed."};
    const auto tx = database->begin_first();
    tx->script("CREATE SCHEMA muster");
    apply_migrations(*tx, database->engine(), 0);
    tx->commit();
    return database;
}

}  // namespace muster::storage

#else

namespace muster::storage {
namespace {

[[noreturn]] void refuse() {
    throw StorageError{StorageTrouble::other,
                       "This Muster was built without PostgreSQL; it opens ledgers in files."};
}

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string&, const Opening&) {
    refuse();
}
std::unique_ptr<Database> create_postgres(const std::string&) {
    refuse();
}

}  // namespace muster::storage

#endif
