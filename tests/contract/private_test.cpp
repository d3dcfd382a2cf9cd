// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "contract/engines.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/storage/private_store.hpp"
#include "muster/storage/storage_error.hpp"
#include "muster/storage/upkeep.hpp"

using namespace muster;
using namespace muster::storage;
using contract::some_hash;

namespace {

/// Keeps a text and gives its digest.
std::string keep(Transaction& tx, const std::string& text) {
    const auto made = ledger::disclose(std::string(16, 's'), text);
    save_disclosure(tx, made.digest, made.line, text);
    return made.digest;
}

}  // namespace

TEST_CASE("storage: people are found by their words whatever the case of A to Z") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const std::string longest(64, 'x');
        std::map<std::string, std::string> digests;
        for (const std::string& text : {std::string{"PC 4471"}, std::string{"pc 4471"},
                                        std::string{"É"}, longest, longest + "x"})
            digests[text] = keep(*tx, text);
        std::vector<std::string> both{digests["PC 4471"], digests["pc 4471"]};
        std::sort(both.begin(), both.end());
        CHECK(people_by_word(*tx, "Pc 4471") == both);
        CHECK(people_by_word(*tx, "É") == std::vector{digests["É"]});
        CHECK(people_by_word(*tx, "é").empty());
        CHECK(people_by_word(*tx, std::string(64, 'X')) == std::vector{digests[longest]});
        CHECK(people_by_word(*tx, longest + "x").empty());
        save_disclosure(*tx, digests["É"], "other", "other");
        CHECK(disclosure(*tx, digests["É"])->text == "É");
        std::size_t all = 0;
        each_disclosure(*tx, [&](const StoredDisclosure&) { return ++all < 100; });
        CHECK(all == 5);
    });
}

TEST_CASE("storage: a text that its digest does not commit to is not used") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const auto made = ledger::disclose(std::string(16, 's'), "PC 4471");
        save_disclosure(*tx, made.digest, made.line, "PC 5541");
        CHECK_THROWS_AS(disclosure(*tx, made.digest), StorageError);
        CHECK_THROWS_AS(people_by_word(*tx, "PC 5541"), StorageError);
        CHECK(has_disclosure(*tx, made.digest));
        CHECK_FALSE(has_disclosure(*tx, some_hash(1)));
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
