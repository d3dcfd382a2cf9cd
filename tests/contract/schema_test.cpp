// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "contract/engines.hpp"
#include "muster/storage/schema_check.hpp"

using namespace muster;
using namespace muster::storage;
using contract::trouble_of;

namespace {

void run(Database& database, const std::string& sql) {
    const auto tx = database.begin(Access::append);
    tx->script(sql);
    tx->commit();
}

std::string findings(Database& database) {
    std::string all;
    for (const SchemaFinding& finding : check_schema(database))
        all += finding.object + " " + finding.words + (finding.readable ? "\n" : " UNREADABLE\n");
    return all;
}

}  // namespace

TEST_CASE("storage: a new ledger has the schema that the migrations make, and nothing else") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        CHECK(findings(database) == "");
        contract::append_one(database, 1);
        CHECK(findings(database) == "");
        CHECK_NOTHROW(open_database(address));
    });
}

TEST_CASE("storage: a dropped or changed trigger or index is named, and the ledger still opens") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        const bool sqlite = database.engine() == "sqlite";
        if (sqlite) {
            run(database,
                "DROP TRIGGER ledger_no_update; DROP INDEX item_model;"
                "DROP TRIGGER ledger_no_delete; CREATE TRIGGER ledger_no_delete BEFORE DELETE ON "
                "ledger BEGIN SELECT 1; END; CREATE TABLE extra (x TEXT)");
            CHECK(findings(database) ==
                  "index item_model is missing.\n"
                  "trigger ledger_no_delete is not as Muster made it.\n"
                  "trigger ledger_no_update is missing.\n"
                  "table extra was not made by Muster.\n");
        } else {
            run(database,
                "DROP TRIGGER ledger_no_change ON muster.ledger; DROP INDEX muster.item_model;"
                "DROP TRIGGER ledger_next ON muster.ledger; CREATE TRIGGER ledger_next BEFORE "
                "INSERT ON "
                "muster.ledger FOR EACH ROW WHEN (false) EXECUTE FUNCTION muster.refuse_gap();"
                "ALTER TABLE muster.ledger ENABLE ALWAYS TRIGGER ledger_next;"
                "ALTER TABLE muster.checkpoint DISABLE TRIGGER checkpoint_no_change;"
                "CREATE OR REPLACE FUNCTION muster.refuse_change() RETURNS trigger LANGUAGE "
                "plpgsql AS "
                "'BEGIN RETURN NULL; END'; CREATE TABLE muster.extra (x TEXT);"
                "ALTER TABLE muster.ledger_head DROP CONSTRAINT ledger_head_one;"
                "CREATE OR REPLACE VIEW muster.server_clock AS SELECT CAST('2001' AS text) AS now");
            CHECK(findings(database) ==
                  "table extra was not made by Muster.\n"
                  "trigger ledger_next is not as Muster made it.\n"
                  "trigger ledger_no_change is missing.\n"
                  "index item_model is missing.\n"
                  "function refuse_change is not as Muster made it.\n"
                  "view server_clock is not as Muster made it.\n"
                  "constraint ledger_head_one is missing.\n"
                  "trigger checkpoint_no_change is switched off.\n");
        }
        CHECK_NOTHROW(open_database(address, Access::read));
        CHECK_NOTHROW(open_database(address));
    });
}

TEST_CASE(
    "storage: a ledger without one of its tables or columns is damaged, and the object named") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        run(database, "ALTER TABLE item RENAME COLUMN serial TO number_on_it");
        try {
            open_database(address, Access::read);
            FAIL("it opened");
        } catch (const StorageError& error) {
            CHECK(error.kind() == StorageTrouble::damaged);
            CHECK(std::string{error.what()}.find("item") != std::string::npos);
        }
        run(database, "ALTER TABLE item RENAME COLUMN number_on_it TO serial; DROP TABLE hold");
        try {
            open_database(address);
            FAIL("it opened");
        } catch (const StorageError& error) {
            CHECK(error.kind() == StorageTrouble::damaged);
            CHECK(std::string{error.what()}.find("table hold is missing") != std::string::npos);
        }
    });
}

TEST_CASE("storage: a newer schema, and a database that wants a newer program, are refused") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        run(database,
            "UPDATE muster.meta SET \"value\" = '0.1.1' WHERE \"name\" = 'minimum_program'");
        CHECK(trouble_of([&] { open_database(address); }) == StorageTrouble::older_program_refused);
        CHECK_NOTHROW(open_database(address, Access::read));
        run(database, "UPDATE muster.meta SET \"value\" = '999' WHERE \"name\" = 'schema'");
        CHECK(trouble_of([&] { open_database(address, Access::read); }) == StorageTrouble::newer);
        CHECK(trouble_of([&] { upgrade_database(address); }) == StorageTrouble::newer);
        run(database, "UPDATE muster.meta SET \"value\" = 'x' WHERE \"name\" = 'schema'");
        CHECK(trouble_of([&] { open_database(address); }) == StorageTrouble::damaged);
    });
}

TEST_CASE(
    "storage: a ledger of an older Muster is upgraded to today's schema, and only when asked") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        // What migration 3 made is taken away again: a ledger as it was after migration 2.
        const auto drop_facts = [&] {
            std::string sql = "DROP TABLE movement_line;";
            for (std::size_t i = 0; i < core::table_count; ++i)
                sql += "DROP TABLE " + std::string{core::table_name(static_cast<core::Table>(i))} +
                       ";";
            return sql;
        };
        contract::append_one(database, 1);
        run(database,
            drop_facts() + "UPDATE muster.meta SET \"value\" = '2' WHERE \"name\" = 'schema'");
        CHECK(trouble_of([&] { open_database(address); }) == StorageTrouble::needs_upgrade);
        CHECK(upgrade_database(address));
        const auto upgraded = open_database(address);
        CHECK(findings(*upgraded) == "");
        CHECK(entry(*upgraded->begin(Access::read), 1)->line == "line-1");
        CHECK_FALSE(upgrade_database(address));
    });
}

TEST_CASE("storage: a ledger is never made over another") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        contract::append_one(database, 1);
        CHECK(trouble_of([&] { create_database(address); }) == StorageTrouble::exists);
        CHECK(entry(*database.begin(Access::read), 1)->line == "line-1");
    });
}
