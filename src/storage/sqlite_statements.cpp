// SPDX-License-Identifier: MIT
#include "sqlite_statements.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace muster::storage {
namespace {

void refuse_zero_byte(const std::string& text) {
    if (text.find('\0') != text.npos)
        throw std::logic_error{"a text with a zero byte cannot be stored"};
}

// SQLiteCpp does not say it of its own statements.
bool can_write(SQLite::Database& db, const std::string& sql) {
    sqlite3_stmt* asked = nullptr;
    const int outcome = sqlite3_prepare_v2(db.getHandle(), sql.c_str(), -1, &asked, nullptr);
    const bool writes = outcome != SQLITE_OK || sqlite3_stmt_readonly(asked) == 0;
    sqlite3_finalize(asked);
    return writes;
}

}  // namespace

PreparedSqlite::PreparedSqlite(SQLite::Database& db, const Statement& named)
    : sql{named.sql}, statement{db, sql}, writes{can_write(db, sql)} {
    const int count = statement.getBindParameterCount();
    for (int i = 1; i <= count; ++i) {
        const int place = statement.getIndex(("$" + std::to_string(i)).c_str());
        if (place == 0)
            throw std::logic_error{std::string{named.name} + " has a parameter between " +
                                   "$1 and the last that it does not use"};
        places.push_back(place);
    }
}

RunningSqlite::RunningSqlite(PreparedSqlite& prepared, std::span<const Value> values)
    : prepared_{prepared} {
    if (values.size() != prepared.places.size())
        throw std::logic_error{"a statement was given another number of values than it has"};
    SQLite::Statement& statement = prepared.statement;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int place = prepared.places[i];
        if (const auto* number = std::get_if<std::int64_t>(&values[i])) {
            statement.bind(place, *number);
        } else if (const auto* text = std::get_if<std::string>(&values[i])) {
            refuse_zero_byte(*text);
            statement.bindNoCopy(place, *text);
        } else {
            statement.bind(place);
        }
    }
    prepared.busy = true;
}

RunningSqlite::~RunningSqlite() {
    // Its error, where there is one, was already thrown by step().
    prepared_.statement.tryReset();
    prepared_.busy = false;
}

Row RunningSqlite::row() const {
    const int count = prepared_.statement.getColumnCount();
    Row row;
    row.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const SQLite::Column column = prepared_.statement.getColumn(i);
        if (column.isNull())
            row.emplace_back();
        else if (column.isInteger())
            row.emplace_back(std::int64_t{column.getInt64()});
        else if (column.isText())
            row.emplace_back(column.getString());
        else
            throw std::logic_error{std::string{"cast this column to BIGINT or TEXT: "} +
                                   column.getName()};
    }
    return row;
}

PreparedSqlite& SqliteStatements::idle(const Statement& statement) {
    const auto found = kept_.find(statement.sql);
    if (found != kept_.end())
        for (const auto& prepared : found->second)
            if (!prepared->busy) return *prepared;
    auto fresh = std::make_unique<PreparedSqlite>(db_, statement);
    PreparedSqlite& prepared = *fresh;
    Same& same = found != kept_.end() ? found->second : kept_[prepared.sql];
    same.push_back(std::move(fresh));
    return prepared;
}

}  // namespace muster::storage
