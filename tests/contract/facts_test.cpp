// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "contract/engines.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/storage/private_store.hpp"
#include "muster/storage/stored_facts.hpp"
#include "muster_sql/statements.hpp"

using namespace muster;
using namespace muster::storage;

namespace {

std::vector<core::Table> all_tables() {
    std::vector<core::Table> tables;
    for (std::size_t i = 0; i < core::table_count; ++i)
        tables.push_back(static_cast<core::Table>(i));
    return tables;
}

/// A row of that table whose columns all differ. Where `empty`, the optional ones are null and the
/// others differ from those of the row that is not.
core::Row some_row(core::Table table, const std::string& key, bool empty) {
    core::Row row;
    std::int64_t number = empty ? 200 : 100;
    for (const core::Column& column : core::columns_of(table)) {
        ++number;
        if (row.empty())
            row.emplace_back(key);
        else if (empty && column.optional)
            row.emplace_back();
        else if (column.type == "integer")
            row.emplace_back(number);
        else
            row.emplace_back(column.name + " é " + std::to_string(number));
    }
    return row;
}

core::Location location(const std::string& key) {
    core::Location made;
    made.key = key;
    made.name = "Rack " + key;
    made.sort = "rack";
    return made;
}

std::vector<std::string> keys(const core::Facts& facts, const std::string& prefix) {
    std::vector<std::string> found;
    facts.rows(core::Table::location, prefix, [&](const core::Row& row) {
        found.push_back(std::get<std::string>(row.front()));
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("storage: a fact of every table is saved, read, changed and removed") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        for (const core::Table table : all_tables()) {
            const std::string name{core::table_name(table)};
            CAPTURE(name);
            const auto put = [&](const core::Row& row) {
                for (const Statement& statement : sql::all_shared)
                    if (statement.name == name + "_put") tx->execute(statement, row);
            };
            put(some_row(table, "kéy/1", false));
            CHECK(facts.row(table, "kéy/1") == some_row(table, "kéy/1", false));
            put(some_row(table, "kéy/1", true));
            put(some_row(table, "kéy/2", false));
            CHECK(facts.row(table, "kéy/1") == some_row(table, "kéy/1", true));
            std::vector<core::Row> rows;
            facts.rows(table, "kéy/", [&](const core::Row& row) {
                rows.push_back(row);
                return true;
            });
            CHECK(rows ==
                  std::vector{some_row(table, "kéy/1", true), some_row(table, "kéy/2", false)});
            CHECK(facts.row(table, "kéy/3") == std::nullopt);
        }
        clear_facts(*tx);
        for (const core::Table table : all_tables())
            CHECK(facts.row(table, "kéy/1") == std::nullopt);
    });
}

TEST_CASE("storage: the columns of every table of facts are core's, in its order") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::read);
        for (const core::Table table : all_tables()) {
            const std::string name{core::table_name(table)};
            CAPTURE(name);
            std::vector<std::string> found;
            if (database.engine() == "sqlite") {
                for (const Row& row : tx->query(sql::sqlite_columns, std::array{Value{name}}))
                    found.push_back(std::get<std::string>(row[0]) + " " +
                                    std::get<std::string>(row[1]) +
                                    (row[2] == Value{std::int64_t{1}} ? "" : " null"));
            } else {
                for (const Row& row : tx->query(sql::postgres_columns, {}))
                    if (row[0] == Value{name})
                        found.push_back(
                            std::get<std::string>(row[1]) +
                            (std::get<std::string>(row[2]) == "text" ? " TEXT" : " INTEGER") +
                            (row[3] == Value{std::int64_t{1}} ? "" : " null"));
            }
            std::vector<std::string> wanted;
            for (const core::Column& column : core::columns_of(table))
                wanted.push_back(column.name + (column.type == "integer" ? " INTEGER" : " TEXT") +
                                 (column.optional && !wanted.empty() ? " null" : ""));
            CHECK(found == wanted);
        }
    });
}

TEST_CASE("storage: saved changes are what core meant, removals included") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        core::Changes first{facts};
        first.put(location("l-1"));
        first.put(location("l-2"));
        save(*tx, first);
        CHECK(keys(facts, "") == std::vector<std::string>{"l-1", "l-2"});
        core::Changes second{facts};
        second.remove<core::Location>("l-1");
        core::Location changed = location("l-2");
        changed.name = "Safe";
        changed.parent = core::LocationId{"l-1"};
        second.put(changed);
        save(*tx, second);
        CHECK(keys(facts, "") == std::vector<std::string>{"l-2"});
        CHECK(core::row_of(*facts.find<core::Location>("l-2")) == core::row_of(changed));
    });
}

TEST_CASE("storage: a prefix finds its keys and no others, sorted by bytes") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        core::Changes changes{facts};
        const std::vector<std::string> sorted{"A",
                                              "A/",
                                              "A/\x7F",
                                              "A/a",
                                              "A/b",
                                              "A/é",
                                              "A/漢",
                                              "A/\xF0\x9F\x94\x92",
                                              "A0",
                                              "AB",
                                              "a",
                                              "b",
                                              "é",
                                              "z\xED\x9F\xBF"
                                              "1",
                                              "z\xEE\x80\x80"};
        std::vector<std::string> by_bytes = sorted;
        std::sort(by_bytes.begin(), by_bytes.end());
        for (auto at = sorted.rbegin(); at != sorted.rend(); ++at) changes.put(location(*at));
        save(*tx, changes);
        CHECK(keys(facts, "") == by_bytes);
        for (const std::string prefix : {"A/", "A", "A/é", "z\xED\x9F\xBF", "A/\x7F", "q"}) {
            CAPTURE(prefix);
            std::vector<std::string> wanted;
            for (const std::string& key : by_bytes)
                if (key.compare(0, prefix.size(), prefix) == 0) wanted.push_back(key);
            CHECK(keys(facts, prefix) == wanted);
        }
    });
}

TEST_CASE(
    "storage: more rows than a page are visited once each, while the visitor reads and writes") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        core::Changes changes{facts};
        for (int i = 0; i < 2100; ++i) changes.put(location("x/" + std::to_string(10000 + i)));
        save(*tx, changes);
        int seen = 0;
        facts.rows(core::Table::location, "x/", [&](const core::Row& row) {
            const std::string key = std::get<std::string>(row.front());
            REQUIRE(key == "x/" + std::to_string(10000 + seen));
            ++seen;
            if (seen % 500 == 0) {
                CHECK(facts.row(core::Table::location, key) == row);
                core::Changes removal{facts};
                removal.remove<core::Location>(key);
                save(*tx, removal);
            }
            return true;
        });
        CHECK(seen == 2100);
        CHECK(keys(facts, "x/").size() == 2096);
        facts.rows(core::Table::location, "x/", [&](const core::Row&) { return ++seen < 2110; });
        CHECK(seen == 2110);
    });
}

TEST_CASE("storage: a disclosed text is found until it is erased") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        const auto made = ledger::disclose(std::string(16, 's'), "PC 1");
        CHECK(facts.disclosed(made.digest) == std::nullopt);
        save_disclosure(*tx, made.digest, made.line, "PC 1");
        CHECK(facts.disclosed(made.digest) == "PC 1");
        CHECK(erase_disclosure(*tx, made.digest) == 1);
        CHECK(facts.disclosed(made.digest) == std::nullopt);
    });
}
