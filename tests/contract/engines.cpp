// SPDX-License-Identifier: MIT
#include "contract/engines.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#ifdef MUSTER_POSTGRES
#include <pqxx/pqxx>
#endif

namespace muster::contract {

namespace fs = std::filesystem;
using namespace storage;

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "muster-contract-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::permissions(folder_, fs::perms::owner_all, fs::perm_options::add, ignored);
    fs::remove_all(folder_, ignored);
}

std::string empty_postgres() {
    const char* address = std::getenv("MUSTER_TEST_POSTGRES");
#ifdef MUSTER_POSTGRES
    if (address != nullptr) {
        pqxx::connection link{address};
        const pqxx::quiet_errorhandler quiet{link};
        pqxx::work work{link};
        work.exec("DROP SCHEMA IF EXISTS muster CASCADE");
        work.commit();
        return address;
    }
#endif
    static bool said = false;
    if (!said)
        std::printf(
            "contract: %s; these promises were checked on SQLite alone\n",
            address == nullptr ? "MUSTER_TEST_POSTGRES is not set" : "built without PostgreSQL");
    said = true;
    return {};
}

void on_every_engine(const std::function<void(Database&, const std::string&)>& check) {
    {
        const TemporaryFolder folder;
        const std::string address = folder.path("ledger.db");
        const auto database = create_database(address);
        INFO("sqlite");
        check(*database, address);
    }
    const std::string postgres = empty_postgres();
    if (!postgres.empty()) {
        const auto database = create_database(postgres);
        INFO("postgresql");
        check(*database, postgres);
    }
}

std::string some_hash(std::int64_t number) {
    std::array<char, 65> text{};
    std::snprintf(text.data(), text.size(), "%064llx", static_cast<unsigned long long>(number));
    return text.data();
}

StoredEntry entry_numbered(std::int64_t number) {
    return {number,
            number,
            number % 2 == 0 ? "issue" : "return",
            "2026-03-01T06:41:12.345Z",
            "line-" + std::to_string(number),
            some_hash(number)};
}

void append_one(Database& database, std::int64_t number) {
    const auto tx = database.begin(Access::append);
    append(*tx, entry_numbered(number));
    save_head(*tx, {number, "2026-03-01T06:41:12.345Z", some_hash(number), {some_hash(1)}, "note"});
    tx->commit();
}

StorageTrouble trouble_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const StorageError& error) {
        INFO(error.what());
        INFO(error.cause());
        const std::string sentence = error.what();
        CHECK(sentence.size() > 20);
        CHECK(sentence.back() == '.');
        return error.kind();
    }
    FAIL("no StorageError was thrown");
    return StorageTrouble::other;
}

}  // namespace muster::contract
