// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <thread>

#include "contract/engines.hpp"
#include "muster/storage/ledger_store.hpp"

using namespace muster;
using namespace muster::storage;
using contract::append_one;
using contract::entry_numbered;
using contract::some_hash;
using contract::trouble_of;

namespace {

std::int64_t head_number(Transaction& tx) {
    const auto found = head(tx);
    return found ? found->number : 0;
}

}  // namespace

TEST_CASE("storage: an appended entry comes back byte for byte") {
    contract::on_every_engine([](Database& database, const std::string&) {
        CHECK_FALSE(head(*database.begin(Access::read)));
        append_one(database, 1);
        append_one(database, 2);
        const auto tx = database.begin(Access::read);
        const auto found = entry(*tx, 2);
        REQUIRE(found);
        CHECK(found->number == 2);
        CHECK(found->first == 2);
        CHECK(found->kind == "issue");
        CHECK(found->recorded_at == "2026-03-01T06:41:12.345Z");
        CHECK(found->line == "line-2");
        CHECK(found->leaf == some_hash(2));
        CHECK_FALSE(entry(*tx, 3));
        const auto newest = head(*tx);
        REQUIRE(newest);
        CHECK(newest->number == 2);
        CHECK(newest->root == some_hash(2));
        CHECK(newest->peaks == std::vector{some_hash(1)});
        CHECK(newest->note == "note");
        std::string kinds;
        each_of_kind(*tx, "issue", 1, [&](const StoredEntry& e) {
            kinds += e.line;
            return true;
        });
        CHECK(kinds == "line-2");
        CHECK(leaves(*tx, 2, 5) == std::vector{some_hash(2)});
        std::string lines;
        each_line(*tx, 1, 1,
                  [&](std::int64_t number, const std::string& line, const std::string& leaf) {
                      lines += std::to_string(number) + line + leaf;
                      return true;
                  });
        CHECK(lines == "1line-1" + some_hash(1));
    });
}

TEST_CASE("storage: a line of 256 KiB is kept whole") {
    contract::on_every_engine([](Database& database, const std::string&) {
        StoredEntry large = entry_numbered(1);
        large.line.assign(256 * 1024, 'x');
        const auto tx = database.begin(Access::append);
        append(*tx, large);
        CHECK(entry(*tx, 1)->line == large.line);
    });
}

TEST_CASE("storage: a transaction that was not committed leaves nothing") {
    contract::on_every_engine([](Database& database, const std::string&) {
        {
            const auto tx = database.begin(Access::append);
            append(*tx, entry_numbered(1));
            put_meta(*tx, "colour", "blue");
        }
        const auto tx = database.begin(Access::read);
        CHECK_FALSE(entry(*tx, 1));
        CHECK_FALSE(meta(*tx, "colour"));
    });
}

TEST_CASE("storage: the engine itself refuses to change or forget the ledger") {
    contract::on_every_engine([](Database& database, const std::string&) {
        append_one(database, 1);
        {
            const auto tx = database.begin(Access::append);
            add_checkpoint(*tx, 1, "note");
            tx->commit();
        }
        std::vector<std::string> attempts{
            "UPDATE muster.ledger SET line = 'other' WHERE number = 1",
            "DELETE FROM muster.ledger WHERE number = 1",
            "UPDATE muster.checkpoint SET note = 'other'",
            "DELETE FROM muster.checkpoint",
            "DELETE FROM muster.ledger_head",
            "INSERT INTO muster.ledger_head VALUES (2, 9, '', '', '', '')",
        };
        if (database.engine() == "sqlite") {
            attempts.emplace_back(
                "INSERT OR REPLACE INTO muster.ledger VALUES (1, 1, 'k', 't', 'l', 'h')");
            attempts.emplace_back("INSERT OR REPLACE INTO muster.checkpoint VALUES (1, 'other')");
        } else {
            attempts.emplace_back("TRUNCATE muster.ledger");
            attempts.emplace_back("TRUNCATE muster.checkpoint");
            attempts.emplace_back("TRUNCATE muster.ledger_head");
            attempts.emplace_back(
                "SET LOCAL session_replication_role = replica; DELETE FROM muster.ledger");
        }
        for (const std::string& attempt : attempts) {
            CAPTURE(attempt);
            const auto tx = database.begin(Access::append);
            CHECK(trouble_of([&] { tx->script(attempt); }) == StorageTrouble::refused);
        }
        CHECK(entry(*database.begin(Access::read), 1)->line == "line-1");
    });
}

TEST_CASE("storage: the engine itself refuses a number that is not the next") {
    contract::on_every_engine([](Database& database, const std::string&) {
        append_one(database, 1);
        for (const std::int64_t number : {0, 1, 3, -1}) {
            CAPTURE(number);
            const auto tx = database.begin(Access::append);
            CHECK(trouble_of([&] { append(*tx, entry_numbered(number)); }) ==
                  StorageTrouble::refused);
        }
    });
}

TEST_CASE("storage: a head without its entry, or going back, is our own fault") {
    contract::on_every_engine([](Database& database, const std::string&) {
        append_one(database, 1);
        append_one(database, 2);
        const auto tx = database.begin(Access::append);
        CHECK_THROWS_AS(save_head(*tx, {3, "", "", {}, ""}), std::logic_error);
        CHECK_THROWS_AS(save_head(*tx, {1, "", "", {}, ""}), std::logic_error);
        CHECK_NOTHROW(save_head(*tx, {2, "t", "", {}, "signed"}));
    });
}

TEST_CASE("storage: two writers never take the same number") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        const auto write = [&] {
            const auto own = open_database(address, Access::append, std::chrono::seconds{60});
            for (int i = 0; i < 25; ++i) {
                const auto tx = own->begin(Access::append);
                const std::int64_t number = head_number(*tx) + 1;
                append(*tx, entry_numbered(number));
                save_head(*tx, {number, "t", "", {}, ""});
                tx->commit();
            }
        };
        std::thread one{write};
        std::thread two{write};
        one.join();
        two.join();
        const auto tx = database.begin(Access::read);
        CHECK(head_number(*tx) == 50);
        CHECK(leaves(*tx, 1, 100).size() == 50);
    });
}

TEST_CASE("storage: a second writer is told that the ledger is being written") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        const auto other = open_database(address, Access::append, std::chrono::milliseconds{50});
        const auto first = database.begin(Access::append);
        CHECK(trouble_of([&] { other->begin(Access::append); }) == StorageTrouble::locked);
        CHECK_NOTHROW(other->begin(Access::read));
        append(*first, entry_numbered(1));
        save_head(*first, {1, "t", "", {}, ""});
        first->commit();
        CHECK(head_number(*other->begin(Access::append)) == 1);
    });
}

TEST_CASE("storage: a reader sees the ledger as it was when it began") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        append_one(database, 1);
        const auto other = open_database(address, Access::read);
        const auto reader = other->begin(Access::read);
        append_one(database, 2);
        CHECK(head_number(*reader) == 1);
        CHECK_FALSE(entry(*reader, 2));
        append_one(database, 3);
        CHECK(head_number(*reader) == 1);
    });
}

TEST_CASE("storage: a reader cannot write, and a connection has one transaction at a time") {
    contract::on_every_engine([](Database& database, const std::string& address) {
        {
            const auto tx = database.begin(Access::read);
            CHECK(trouble_of([&] { put_meta(*tx, "a", "b"); }) == StorageTrouble::read_only);
        }
        const auto other = open_database(address, Access::read);
        CHECK(trouble_of([&] { other->begin(Access::append); }) == StorageTrouble::read_only);
        const auto tx = database.begin(Access::append);
        CHECK_THROWS_AS(database.begin(Access::read), std::logic_error);
        put_meta(*tx, "a", "b");
        tx->commit();
        CHECK_THROWS_AS(meta(*tx, "a"), std::logic_error);
        CHECK(meta(*database.begin(Access::read), "a") == "b");
    });
}

TEST_CASE("storage: checkpoints are found by size") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        CHECK_FALSE(latest_checkpoint(*tx));
        add_checkpoint(*tx, 3, "three");
        add_checkpoint(*tx, 7, "seven\n\n— muster x\n");
        CHECK(checkpoint_at(*tx, 3) == "three");
        CHECK_FALSE(checkpoint_at(*tx, 4));
        CHECK(latest_checkpoint(*tx)->note == "seven\n\n— muster x\n");
        CHECK(latest_checkpoint(*tx, 6)->size == 3);
        CHECK_FALSE(latest_checkpoint(*tx, 2));
        CHECK(trouble_of([&] { add_checkpoint(*tx, 3, "again"); }) == StorageTrouble::refused);
    });
}

TEST_CASE("storage: a tile grows by its next hash only") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        for (std::int64_t i = 0; i < 258; ++i) add_tile_hash(*tx, 1, i, some_hash(i));
        REQUIRE(load_tile(*tx, 1, 0).size() == 256);
        CHECK(load_tile(*tx, 1, 0).back() == some_hash(255));
        CHECK(load_tile(*tx, 1, 1) == std::vector{some_hash(256), some_hash(257)});
        CHECK(load_tile(*tx, 2, 0).empty());
        CHECK_THROWS_AS(add_tile_hash(*tx, 1, 257, some_hash(1)), std::logic_error);
        CHECK_THROWS_AS(add_tile_hash(*tx, 1, 259, some_hash(1)), std::logic_error);
        CHECK_THROWS_AS(add_tile_hash(*tx, 1, 258, "short"), std::logic_error);
        save_tile(*tx, 2, 0, {some_hash(9)});
        CHECK(load_tile(*tx, 2, 0) == std::vector{some_hash(9)});
        for (std::int64_t i = 1; i <= 257; ++i) append(*tx, entry_numbered(i));
        CHECK(load_tile(*tx, 0, 0).size() == 256);
        CHECK(load_tile(*tx, 0, 1) == std::vector{some_hash(257)});
    });
}

TEST_CASE("storage: a request is answered once, and then from the record") {
    contract::on_every_engine([](Database& database, const std::string&) {
        {
            const auto tx = database.begin(Access::append);
            CHECK_FALSE(find_request(*tx, "ab"));
            put_request(*tx, {"ab", 7, some_hash(1), "{\"ok\":true}"});
            tx->commit();
        }
        {
            const auto tx = database.begin(Access::append);
            CHECK(trouble_of([&] {
                      put_request(*tx, {"ab", 8, some_hash(2), "{}"});
                  }) == StorageTrouble::refused);
        }
        const auto found = find_request(*database.begin(Access::read), "ab");
        REQUIRE(found);
        CHECK(found->first == 7);
        CHECK(found->digest == some_hash(1));
        CHECK(found->result == "{\"ok\":true}");
    });
}

TEST_CASE("storage: the clock of the engine is an instant, and does not go back") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const core::Instant one = clock_of(*tx);
        const core::Instant two = clock_of(*tx);
        CHECK(one.ms > core::instant_of("2024-01-01T00:00:00.000Z")->ms);
        CHECK(two >= one);
    });
}
