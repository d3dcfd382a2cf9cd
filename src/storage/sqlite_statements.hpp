// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "muster/storage/database.hpp"

namespace muster::storage {

/// A statement ready to run, and where its parameters are.
struct PreparedSqlite {
    PreparedSqlite(SQLite::Database& db, const Statement& named);

    std::string sql;
    SQLite::Statement statement;
    std::vector<int> places;  ///< of `$1`, `$2` …: SQLite numbers them by first appearance
    bool writes = false;
    bool busy = false;
};

/// A statement in use, its parameters bound. The values must outlive it: texts are not copied.
class RunningSqlite {
public:
    RunningSqlite(PreparedSqlite& prepared, std::span<const Value> values);
    RunningSqlite(const RunningSqlite&) = delete;
    RunningSqlite& operator=(const RunningSqlite&) = delete;
    ~RunningSqlite();

    /// Goes on to the next row; false after the last.
    bool step() { return prepared_.statement.executeStep(); }
    Row row() const;

private:
    PreparedSqlite& prepared_;
};

/// The statements of one connection, each prepared once for as many as run at the same time.
class SqliteStatements {
public:
    explicit SqliteStatements(SQLite::Database& db) : db_{db} {}
    PreparedSqlite& idle(const Statement& statement);

private:
    SQLite::Database& db_;
    using Same = std::vector<std::unique_ptr<PreparedSqlite>>;
    std::unordered_map<std::string_view, Same> kept_;  ///< by the text that each keeps
};

}  // namespace muster::storage
