// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "contract/engines.hpp"
#include "muster_sql/statements.hpp"

using namespace muster;
using namespace muster::storage;

namespace {

std::size_t parameters_of(const Statement& statement) {
    std::size_t most = 0;
    for (std::size_t at = statement.sql.find('$'); at != statement.sql.npos;
         at = statement.sql.find('$', at + 1))
        most = std::max(most, static_cast<std::size_t>(std::atoi(statement.sql.data() + at + 1)));
    return most;
}

// A number does for every parameter: both engines take it for a text where a text is meant.
void try_statement(Database& database, const Statement& statement) {
    CAPTURE(statement.name);
    const std::vector<Value> values(parameters_of(statement), Value{std::int64_t{7}});
    const auto tx = database.begin(Access::append);
    CHECK_NOTHROW(tx->query(statement, values));
}

bool refused_on_purpose(const Statement& statement) {
    // The seventh entry of an empty ledger.
    return statement.name == "ledger_append";
}

bool runs_alone(const Statement& statement) {
    return statement.name.find("compact") != statement.name.npos ||
           statement.name.find("sqlite_copy") == 0 || statement.name.find("sqlite_empty_wal") == 0;
}

}  // namespace

TEST_CASE("storage: every named statement runs on every engine that it is for") {
    contract::on_every_engine([](Database& database, const std::string&) {
        for (const Statement& statement : sql::all_shared)
            if (!refused_on_purpose(statement)) try_statement(database, statement);
        const bool sqlite = database.engine() == "sqlite";
        if (sqlite) {
            for (const Statement& statement : sql::all_sqlite)
                if (!runs_alone(statement)) try_statement(database, statement);
        } else {
            for (const Statement& statement : sql::all_postgres)
                if (!runs_alone(statement)) try_statement(database, statement);
        }
    });
}

TEST_CASE("storage: numbers, texts and nulls come back as they were, in every script") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const std::string text = "O'Brien \"Ñ\" 漢字 \xF0\x9F\x94\x92 %_\\ $1 ; -- \n end";
        {
            const auto tx = database.begin(Access::append);
            tx->execute(sql::open_line_put,
                        std::vector<Value>{text, Value{}, INT64_MIN, text, INT64_MAX, "", Value{},
                                           Value{}, Value{}, Value{}});
            tx->commit();
        }
        const auto tx = database.begin(Access::read);
        const auto rows = tx->query(sql::open_line_get, std::array{Value{text}});
        REQUIRE(rows.size() == 1);
        CHECK(rows.front() == Row{text, Value{}, INT64_MIN, text, INT64_MAX, "", Value{}, Value{},
                                  Value{}, Value{}});
    });
}

TEST_CASE("storage: a text with a zero byte and a wrong number of values are our own faults") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::read);
        const std::string zero{"a\0b", 3};
        CHECK_THROWS_AS(tx->query(sql::meta_get, std::array{Value{zero}}), std::logic_error);
        if (database.engine() == "sqlite")
            CHECK_THROWS_AS(tx->query(sql::meta_get, {}), std::logic_error);
    });
}

TEST_CASE(
    "storage: a query without bound is refused, and each visits all of it and stops when told") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const std::int64_t many = static_cast<std::int64_t>(query_rows_max) + 1;
        const auto tx = database.begin(Access::append);
        for (std::int64_t i = 1; i <= many; ++i) add_checkpoint(*tx, i, "n");
        CHECK_THROWS_AS(tx->query(sql::checkpoint_from, std::array{Value{std::int64_t{1}}}),
                        std::logic_error);
        CHECK(tx->query(sql::checkpoint_from, std::array{Value{std::int64_t{2}}}).size() ==
              query_rows_max);
        std::int64_t seen = 0;
        each_checkpoint(*tx, 1, [&](const StoredCheckpoint& c) { return c.size == ++seen; });
        CHECK(seen == many);
        each_checkpoint(*tx, 1, [&](const StoredCheckpoint& c) {
            seen = c.size;
            return c.size < 3;
        });
        CHECK(seen == 3);
    });
}

TEST_CASE("storage: a visitor may read by the same statement meanwhile") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        for (std::int64_t i = 1; i <= 3; ++i) add_checkpoint(*tx, i, "n" + std::to_string(i));
        std::string seen;
        each_checkpoint(*tx, 1, [&](const StoredCheckpoint& outer) {
            each_checkpoint(*tx, outer.size, [&](const StoredCheckpoint& inner) {
                seen += inner.note;
                return true;
            });
            return true;
        });
        CHECK(seen == "n1n2n3n2n3n3");
    });
}
