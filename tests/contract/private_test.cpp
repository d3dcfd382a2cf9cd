// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "contract/engines.hpp"
#include "muster/storage/private_store.hpp"
#include "muster/storage/upkeep.hpp"

using namespace muster;
using namespace muster::storage;
using contract::some_hash;

TEST_CASE("storage: people are found by their words whatever the case of A to Z") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        save_disclosure(*tx, some_hash(1), "[\"s\",\"PC 4471\"]", "PC 4471");
        save_disclosure(*tx, some_hash(2), "[\"t\",\"pc 4471\"]", "pc 4471");
        save_disclosure(*tx, some_hash(3), "[\"u\",\"É\"]", "É");
        const std::string longest(64, 'x');
        save_disclosure(*tx, some_hash(4), "l", longest);
        save_disclosure(*tx, some_hash(5), "m", longest + "x");
        CHECK(people_by_word(*tx, "Pc 4471") == std::vector{some_hash(1), some_hash(2)});
        CHECK(people_by_word(*tx, "É") == std::vector{some_hash(3)});
        CHECK(people_by_word(*tx, "é").empty());
        CHECK(people_by_word(*tx, std::string(64, 'X')) == std::vector{some_hash(4)});
        CHECK(people_by_word(*tx, longest + "x").empty());
        save_disclosure(*tx, some_hash(1), "other", "other");
        CHECK(disclosure(*tx, some_hash(1))->line == "[\"s\",\"PC 4471\"]");
        std::string all;
        each_disclosure(*tx, [&](const StoredDisclosure& d) {
            all += d.digest.back();
            return true;
        });
        CHECK(all == "12345");
    });
}

TEST_CASE("storage: failures are counted until the credential locks") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        CHECK(count_failure(*tx, "u-1", 3) == 0);
        put_credential(*tx, {"u-1", "00ff", "scrypt$…", 0, false});
        put_credential(*tx, {"u-2", "01", "r", 2, true});
        CHECK(count_failure(*tx, "u-1", 3) == 1);
        CHECK(count_failure(*tx, "u-1", 3) == 2);
        CHECK_FALSE(credential(*tx, "u-1")->locked);
        clear_failures(*tx, "u-1");
        CHECK(credential(*tx, "u-1")->failed == 0);
        for (int i = 1; i <= 3; ++i) CHECK(count_failure(*tx, "u-1", 3) == i);
        CHECK(credential(*tx, "u-1")->locked);
        clear_failures(*tx, "u-1");
        CHECK(credential(*tx, "u-1")->locked);
        CHECK(credential(*tx, "u-1")->record == "scrypt$…");
        std::string holders;
        each_credential(*tx, [&](const CredentialRecord& c) {
            holders += c.holder;
            return true;
        });
        CHECK(holders == "u-1u-2");
    });
}

TEST_CASE("storage: a counter's drafts are listed to nobody else") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        put_draft(*tx, {"c-1/l-2/1", "a", "u-1"});
        put_draft(*tx, {"c-1/l-2/2", "b", "u-2"});
        put_draft(*tx, {"c-10/l-2/1", "c", "u-1"});
        put_draft(*tx, {"c-1/l-2/1", "A", "u-1"});
        const auto listed = [&](const std::string& owner) {
            std::string values;
            each_draft(*tx, owner, "c-1/", [&](const Draft& d) {
                values += d.value;
                return true;
            });
            return values;
        };
        CHECK(listed("u-1") == "A");
        CHECK(listed("u-2") == "b");
        CHECK(listed("u-3").empty());
        std::string all;
        each_draft_of_all(*tx, "c-1/", [&](const Draft& d) {
            all += d.value;
            return true;
        });
        CHECK(all == "Ab");
        remove_draft(*tx, "c-1/l-2/2");
        CHECK(listed("u-2").empty());
        CHECK(remove_drafts(*tx, "c-1/") == 1);
        CHECK(draft(*tx, "c-10/l-2/1")->value == "c");
        CHECK_FALSE(draft(*tx, "c-1/l-2/1"));
    });
}

TEST_CASE("storage: an attachment comes back in the order of its parts, and can be erased") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        put_attachment_part(*tx, some_hash(1), 1, "bbbb");
        put_attachment_part(*tx, some_hash(1), 0, "aaaa");
        std::string all;
        each_attachment_part(*tx, some_hash(1), [&](const std::string& part) {
            all += part;
            return true;
        });
        CHECK(all == "aaaabbbb");
        CHECK(erase_attachment(*tx, some_hash(1)) == 2);
    });
}

TEST_CASE("storage: compacting and the engine's own check leave the ledger as it is") {
    contract::on_every_engine([](Database& database, const std::string&) {
        contract::append_one(database, 1);
        CHECK_NOTHROW(compact(database));
        CHECK(integrity_findings(database).empty());
        CHECK(entry(*database.begin(Access::read), 1)->line == "line-1");
    });
}
