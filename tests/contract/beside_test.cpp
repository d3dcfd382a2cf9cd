// SPDX-License-Identifier: MIT
// Another program that looks at a ledger while this one has it open.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "contract/engines.hpp"

using namespace muster;
using namespace muster::storage;
using contract::append_one;

namespace {

std::int64_t newest_entry(const std::string& path) {
    const auto database = open_database(path, {});
    const auto tx = database->begin(Access::read);
    const auto newest = head(*tx);
    return newest ? newest->number : 0;
}

}  // namespace

TEST_CASE("storage: what is acknowledged stays, whoever looks at the ledger meanwhile") {
    if (std::system("sqlite3 -version >/dev/null 2>&1") != 0) {
        MESSAGE("sqlite3 is ABSENT: nothing was judged");
        return;
    }
    const contract::TemporaryFolder folder;
    const std::string path = folder.path("armoury.db");
    const auto counter = create_database(path);
    append_one(*counter, 1);
    // A window has several connections; opening the second must not take the first one's locks.
    const auto list = open_database(path, {});
    CHECK(newest_entry(path) == 1);
    const std::string look = "sqlite3 '" + path + "' .tables >/dev/null";
    REQUIRE(std::system(look.c_str()) == 0);
    CHECK(std::filesystem::exists(path + "-wal"));
    append_one(*counter, 2);
    CHECK(newest_entry(path) == 2);
}
