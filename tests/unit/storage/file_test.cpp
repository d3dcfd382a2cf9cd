// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "storage/migrations.hpp"
#include "storage/postgres_errors.hpp"
#include "storage/sqlite_file.hpp"

using namespace muster::storage;

TEST_CASE("storage: file systems behind a network are known, and a disk's are not among them") {
    for (const std::uint64_t type : {0x6969U, 0x517BU, 0xFF534D42U, 0xFE534D42U, 0x65735546U})
        CHECK(is_network_file_system(type));
    for (const std::uint64_t type : {0xEF53U, 0x01021994U, 0x9123683EU, 0x58465342U, 0x794C7630U})
        CHECK_FALSE(is_network_file_system(type));
}

TEST_CASE("storage: a migration is written in each engine's own words") {
    const std::string sql =
        "CREATE TABLE a (x TEXT, y BIGINT, CONTEXT TEXT) /* keyed */;\n"
        "CREATE TABLE b (TEXTS BIGINT) /* numbered */;";
    CHECK(in_dialect(sql, "sqlite") ==
          "CREATE TABLE a (x TEXT, y INTEGER, CONTEXT TEXT) STRICT, WITHOUT ROWID;\n"
          "CREATE TABLE b (TEXTS INTEGER) STRICT;");
    CHECK(
        in_dialect(sql, "postgresql") ==
        "CREATE TABLE a (x TEXT COLLATE \"C\", y BIGINT, CONTEXT TEXT COLLATE \"C\") /* keyed */;\n"
        "CREATE TABLE b (TEXTS BIGINT) /* numbered */;");
}

#ifdef MUSTER_POSTGRES
TEST_CASE("storage: an address is shown without its password") {
    CHECK(without_password("postgresql://u:secret@host:5432/db?x=1") ==
          "postgresql://u@host:5432/db?x=1");
    CHECK(without_password("postgresql://u:p@ss@host/db") == "postgresql://u@host/db");
    CHECK(without_password("postgresql://u@host:5432/db") == "postgresql://u@host:5432/db");
    CHECK(without_password("postgresql://host:5432/db") == "postgresql://host:5432/db");
    CHECK(without_password("postgresql:///db?user=u&password=secret&host=h") ==
          "postgresql:///db?user=u&password=…&host=h");
    CHECK(without_password("postgresql:///db?password=secret") == "postgresql:///db?password=…");
}
#endif
