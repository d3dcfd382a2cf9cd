// SPDX-License-Identifier: MIT
// Files and servers that are not a ledger, or not one that may be written: each is refused in a
// sentence, and keeps every byte.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "contract/engines.hpp"
#include "muster/storage/schema_check.hpp"
#include "muster/storage/upkeep.hpp"

using namespace muster;
using namespace muster::storage;
using contract::append_one;
using contract::TemporaryFolder;
using contract::trouble_of;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream{path, std::ios::binary} << bytes;
}

void run_sqlite(const std::string& path, const std::string& sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

/// Everything in the folder: names and bytes.
std::string contents(const TemporaryFolder& folder) {
    std::vector<std::string> files;
    for (const auto& file : fs::directory_iterator{folder.folder()})
        files.push_back(file.path().string() + ":" + bytes_of(file.path().string()));
    std::sort(files.begin(), files.end());
    std::string all;
    for (const auto& file : files) all += file + "\n";
    return all;
}

std::string sentence_of(const std::string& path) {
    try {
        open_database(path, Access::read);
    } catch (const StorageError& error) {
        return error.what();
    }
    return {};
}

/// Opening `path` fails with `kind`, for reading as for writing, and changes nothing in the folder.
void check_refused(const TemporaryFolder& folder, const std::string& path, StorageTrouble kind) {
    const std::string before = contents(folder);
    CHECK(trouble_of([&] { open_database(path, Access::append); }) == kind);
    CHECK(trouble_of([&] { open_database("sqlite:" + path, Access::read); }) == kind);
    CHECK(contents(folder) == before);
}

std::string new_ledger(const TemporaryFolder& folder) {
    const std::string path = folder.path("ledger.db");
    append_one(*create_database(path), 1);
    return path;
}

}  // namespace

TEST_CASE("bad database: what is missing is not made") {
    const TemporaryFolder folder;
    check_refused(folder, folder.path("none.db"), StorageTrouble::missing);
    check_refused(folder, folder.path("no/such/folder.db"), StorageTrouble::missing);
    CHECK(trouble_of([&] { create_database(folder.path("no/such/folder.db")); }) ==
          StorageTrouble::missing);
}

TEST_CASE("bad database: a text, an empty file and a folder are no ledgers") {
    const TemporaryFolder folder;
    write(folder.path("notes.txt"),
          "This is a note about the armoury, longer than a header of a database is, "
          "which has one hundred bytes at least.");
    check_refused(folder, folder.path("notes.txt"), StorageTrouble::foreign);
    write(folder.path("empty.db"), "");
    check_refused(folder, folder.path("empty.db"), StorageTrouble::foreign);
    CHECK(sentence_of(folder.path("empty.db")).find("is empty") != std::string::npos);
    check_refused(folder, folder.folder(), StorageTrouble::foreign);
    write(folder.path("short.db"), std::string{"SQLite format 3\0 and no more", 28});
    check_refused(folder, folder.path("short.db"), StorageTrouble::damaged);
    CHECK(trouble_of([&] { create_database(folder.path("notes.txt")); }) == StorageTrouble::exists);
    CHECK(trouble_of([&] { create_database(folder.path("empty.db")); }) == StorageTrouble::exists);
}

TEST_CASE("bad database: another program's database is left as it is") {
    const TemporaryFolder folder;
    const std::string path = folder.path("other.db");
    run_sqlite(path, "CREATE TABLE ledger (x); INSERT INTO ledger VALUES (1)");
    check_refused(folder, path, StorageTrouble::foreign);
    CHECK(sentence_of(path).find("of another program") != std::string::npos);
}

TEST_CASE("bad database: a ledger of a newer Muster is left as it is") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    run_sqlite(path, "PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
    check_refused(folder, path, StorageTrouble::newer);
}

TEST_CASE("bad database: a ledger that breaks off or was overwritten is damaged") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    const std::string whole = bytes_of(path);
    write(path, whole.substr(0, 8192));
    CHECK(trouble_of([&] { open_database(path); }) == StorageTrouble::damaged);
    CHECK(trouble_of([&] { open_database(path, Access::read); }) == StorageTrouble::damaged);
    std::string noise = whole;
    std::fill(noise.begin() + 100, noise.begin() + 8192, '\xA5');
    write(path, noise);
    CHECK(trouble_of([&] { open_database(path); }) == StorageTrouble::damaged);
}

TEST_CASE("bad database: what a broken page hides is found by the engine's own check") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    {
        const auto database = open_database(path);
        const auto tx = database->begin(Access::append);
        for (std::int64_t i = 2; i <= 2000; ++i) append(*tx, contract::entry_numbered(i));
        tx->commit();
    }
    CHECK(integrity_findings(*open_database(path)).empty());
    std::string bytes = bytes_of(path);
    const std::size_t at = bytes.rfind("line-2000");
    REQUIRE(at != bytes.npos);
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at / 4096 * 4096), 16, '\xFF');
    write(path, bytes);
    const auto database = open_database(path, Access::read);
    CHECK_FALSE(integrity_findings(*database).empty());
    CHECK(trouble_of([&] { entry(*database->begin(Access::read), 2000); }) ==
          StorageTrouble::damaged);
}

TEST_CASE("bad database: a read-only file is listed and verified, and never written") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    for (const std::string& what : {path, folder.folder()}) {
        CAPTURE(what == path);
        const auto allowed = fs::status(what).permissions();
        fs::permissions(what,
                        fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                        fs::perm_options::remove);
        const std::string before = contents(folder);
        CHECK(trouble_of([&] { open_database(path); }) == StorageTrouble::read_only);
        {
            const auto database = open_database(path, Access::read);
            const auto tx = database->begin(Access::read);
            CHECK(entry(*tx, 1)->line == "line-1");
            CHECK(trouble_of([&] { put_meta(*tx, "a", "b"); }) == StorageTrouble::read_only);
        }
        CHECK(check_schema(*open_database(path, Access::read)).empty());
        if (what == folder.folder())
            CHECK(trouble_of([&] { create_database(folder.path("new.db")); }) ==
                  StorageTrouble::read_only);
        CHECK(contents(folder) == before);
        fs::permissions(what, allowed);
    }
}

TEST_CASE("bad database: a file name with signs of a URI is opened as it is written") {
    const TemporaryFolder folder;
    const std::string path = folder.path("a?b#c%41 é.db");
    append_one(*create_database(path), 1);
    fs::permissions(path, fs::perms::owner_read);
    CHECK(entry(*open_database(path, Access::read)->begin(Access::read), 1)->line == "line-1");
}

TEST_CASE("bad database: reading leaves no bytes of a ledger changed, nor files beside it") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    const std::string before = contents(folder);
    CHECK(entry(*open_database(path, Access::read)->begin(Access::read), 1)->line == "line-1");
    CHECK(contents(folder) == before);
}

TEST_CASE("bad database: a full disk saves nothing and says so") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    const auto database = open_database(path);
    {
        const auto tx = database->begin(Access::append);
        tx->script("PRAGMA max_page_count = 150");
        StoredEntry large = contract::entry_numbered(2);
        large.line.assign(600'000, 'x');
        CHECK(trouble_of([&] { append(*tx, large); }) == StorageTrouble::full);
    }
    CHECK_FALSE(entry(*database->begin(Access::read), 2));
    append_one(*database, 2);
    CHECK(entry(*database->begin(Access::read), 2)->line == "line-2");
    CHECK(integrity_findings(*database).empty());
}

TEST_CASE("bad database: a ledger that another program holds for itself is locked, not damaged") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    sqlite3* holder = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &holder) == SQLITE_OK);
    REQUIRE(sqlite3_exec(holder, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr,
                         nullptr, nullptr) == SQLITE_OK);
    const std::string before = bytes_of(path);
    const std::chrono::milliseconds short_time{20};
    CHECK(trouble_of([&] { open_database(path, Access::append, short_time); }) ==
          StorageTrouble::locked);
    CHECK(trouble_of([&] { open_database(path, Access::read, short_time); }) ==
          StorageTrouble::locked);
    CHECK(bytes_of(path) == before);
    sqlite3_close(holder);
    CHECK_NOTHROW(open_database(path));
}

TEST_CASE("bad database: a new ledger may not be read by everybody on the computer") {
    const TemporaryFolder folder;
    const auto database = create_database(folder.path("ledger.db"));
    append_one(*database, 1);
    for (const auto& file : fs::directory_iterator{folder.folder()}) {
        CAPTURE(file.path().string());
        CHECK((file.status().permissions() & fs::perms::others_all) == fs::perms::none);
    }
}

TEST_CASE("bad database: a copy is whole, opens, and is never made over another file") {
    const TemporaryFolder folder;
    const auto database = open_database(new_ledger(folder));
    const std::string copy = folder.path("copy.db");
    copy_database(*database, copy);
    const auto opened = open_database(copy);
    CHECK(check_schema(*opened).empty());
    CHECK(entry(*opened->begin(Access::read), 1)->line == "line-1");
    CHECK(trouble_of([&] { copy_database(*database, copy); }) == StorageTrouble::exists);
}

TEST_CASE("bad database: what was erased and compacted is in no byte of the file") {
    const TemporaryFolder folder;
    const std::string path = new_ledger(folder);
    const std::string secret = "Constable Nobody-Remembers";
    {
        const auto database = open_database(path);
        {
            const auto tx = database->begin(Access::append);
            put_meta(*tx, "private", secret);
            tx->commit();
        }
        {
            const auto tx = database->begin(Access::append);
            put_meta(*tx, "private", "");
            tx->commit();
        }
        compact(*database);
    }
    CHECK(contents(folder).find(secret) == std::string::npos);
}

TEST_CASE(
    "bad database: servers and databases that are not there are named without their password") {
    const TemporaryFolder folder;
    try {
        open_database("postgresql://muster:hunter2@/muster?host=" + folder.folder());
        FAIL("it opened");
    } catch (const StorageError& error) {
        CHECK(std::string{error.what()}.find("hunter2") == std::string::npos);
        CHECK(std::string{error.what()}.find("muster@") != std::string::npos);
    }
    for (const char* odd : {"postgresql://%zz", "postgresql://host:port/db",
                            "postgresql://?no=such", "postgresql://"})
        CHECK(trouble_of([&] { open_database(odd); }) == StorageTrouble::other);
    const std::string postgres = contract::empty_postgres();
    if (postgres.empty()) return;
    CHECK(trouble_of([&] { open_database(postgres); }) == StorageTrouble::missing);
    CHECK(trouble_of([&] { open_database(postgres + "&dbname=none_such"); }) ==
          StorageTrouble::missing);
    {
        const auto database = create_database(postgres);
        const auto tx = database->begin(Access::append);
        tx->script(
            "DROP SCHEMA muster CASCADE; CREATE SCHEMA muster; CREATE TABLE muster.other (x TEXT)");
        tx->commit();
    }
    CHECK(trouble_of([&] { open_database(postgres); }) == StorageTrouble::foreign);
    CHECK(trouble_of([&] { create_database(postgres); }) == StorageTrouble::exists);
}
