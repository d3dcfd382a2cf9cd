// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "contract/engines.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/storage/lists.hpp"
#include "muster/storage/private_store.hpp"
#include "muster/storage/stored_facts.hpp"

using namespace muster;
using namespace muster::storage;
using contract::some_hash;

namespace {

core::Item item(const std::string& key, const std::string& model, const std::string& serial,
                const std::string& tag, const std::string& holder) {
    core::Item made;
    made.key = key;
    made.model.value = model;
    made.serial = serial;
    made.tag = tag;
    made.holder.value = holder;
    made.location_status = "in_store";
    made.condition_status = "serviceable";
    return made;
}

core::Officer officer(const std::string& key, std::int64_t collar, std::int64_t name, bool active) {
    core::Officer made;
    made.key = key;
    made.person.value = "p" + key;
    made.collar.digest = some_hash(collar);
    made.name.digest = some_hash(name);
    made.rank = "constable";
    made.unit = "ARV";
    made.active = active;
    return made;
}

/// Three items, two batches' balances, three officers of whom two share a collar, one user.
void make_armoury(Transaction& tx) {
    const StoredFacts facts{tx};
    core::Changes changes{facts};
    core::Location rack;
    rack.key = "l-3";
    rack.name = "Rack 2";
    rack.sort = "rack";
    changes.put(rack);
    core::Model pistol;
    pistol.key = "m-1";
    pistol.name = "Example 9mm Pistol";
    changes.put(pistol);
    changes.put(item("i-1", "m-1", "AB100%1", "T-1", "l-3"));
    changes.put(item("i-2", "m-1", "ZZ_9", "T-2", "o-1"));
    changes.put(item("i-3", "m-9", "QQ", "lost tag", ""));
    changes.put(core::Hold{"i-1/8", "i-1", "recall", 8});
    changes.put(core::Hold{"i-1/9", "i-1", "evidence", 9});
    changes.put(core::Hold{"i-1/10", "i-1", "recall", 10});
    core::Batch batch;
    batch.key = "b-7";
    batch.model.value = "m-1";
    batch.number = "LOT-22";
    batch.expiry = core::date_of("2027-01-31");
    batch.box_size = 50;
    batch.use = "training";
    changes.put(batch);
    changes.put(core::Hold{"b-7/8", "b-7", "recall", 8});
    changes.put(core::Balance{"l-3/b-7", {"l-3"}, {"b-7"}, 120, 2});
    changes.put(core::Balance{"l-30/b-7", {"l-30"}, {"b-7"}, 5, 0});
    changes.put(core::Balance{"l-3/m-1", {"l-3"}, {"m-1"}, 4, 0});
    changes.put(core::Balance{"o-1/b-7", {"o-1"}, {"b-7"}, 0, 0});
    changes.put(officer("o-1", 1, 2, true));
    changes.put(officer("o-2", 3, 4, false));
    changes.put(officer("o-3", 5, 6, true));
    core::User user;
    user.key = "u-1";
    user.name.digest = some_hash(7);
    changes.put(user);
    save(tx, changes);
    save_disclosure(tx, some_hash(1), "1", "4471");
    save_disclosure(tx, some_hash(2), "2", "A. Example");
    save_disclosure(tx, some_hash(3), "3", "4471");
    save_disclosure(tx, some_hash(5), "5", "X9");
    save_disclosure(tx, some_hash(7), "7", "Hale");
}

std::string items(const std::vector<RegisterRow>& rows) {
    std::string all;
    for (const RegisterRow& row : rows) all += row.item + " ";
    return all;
}

core::MovementLine movement(std::int64_t entry, std::int64_t line, const std::string& subject,
                            const std::string& officer_id) {
    core::MovementLine made;
    made.entry = entry;
    made.line = line;
    made.kind = "issue";
    made.happened_at = *core::instant_of("2026-03-01T06:41:12.345Z");
    made.recorded_at = *core::instant_of("2026-03-01T06:42:00.000Z");
    made.subject = subject;
    made.officer.value = officer_id;
    made.from.value = "l-3";
    made.by.value = "u-1";
    made.purpose = "operational";
    return made;
}

std::string places(const std::vector<core::MovementLine>& lines) {
    std::string all;
    for (const auto& line : lines)
        all += std::to_string(line.entry) + "." + std::to_string(line.line) + " ";
    return all;
}

}  // namespace

TEST_CASE("lists: the register shows each item with its model, holder and holds") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        make_armoury(*tx);
        const auto rows = register_page(*tx, "", "", 10);
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].item == "i-1");
        CHECK(rows[0].model == "Example 9mm Pistol");
        CHECK(rows[0].holder.sort == "location");
        CHECK(rows[0].holder.name == "Rack 2");
        CHECK(rows[0].holds == std::vector<std::string>{"evidence", "recall"});
        CHECK(rows[1].holder.sort == "officer");
        CHECK(rows[1].holder.collar == "4471");
        CHECK(rows[1].holder.collar_digest == some_hash(1));
        CHECK(rows[1].holds.empty());
        CHECK(rows[2].holder.sort.empty());
        CHECK(rows[2].model.empty());
        CHECK(items(register_of_holder(*tx, "o-1", "", 10)) == "i-2 ");
        erase_disclosure(*tx, some_hash(1));
        CHECK_FALSE(register_page(*tx, "", "i-1", 1).at(0).holder.collar);
    });
}

TEST_CASE("lists: a filter is a part of serial, tag or model name, taken literally") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        make_armoury(*tx);
        const auto found = [&](const std::string& filter) {
            return items(register_page(*tx, filter, "", 10));
        };
        CHECK(found("ab1") == "i-1 ");
        CHECK(found("0%1") == "i-1 ");
        CHECK(found("0%") == "i-1 ");
        CHECK(found("%Z") == "");
        CHECK(found("Z_9") == "i-2 ");
        CHECK(found("b_1") == "");
        CHECK(found("\\") == "");
        CHECK(found("PISTOL") == "i-1 i-2 ");
        CHECK(found("LOST") == "i-3 ");
        CHECK(found(std::string(2000, 'x')) == "");
        CHECK(register_count(*tx, "") == 3);
        CHECK(register_count(*tx, "pistol") == 2);
        CHECK(register_count(*tx, std::string(2000, 'x')) == 0);
    });
}

TEST_CASE("lists: pages follow each other without gap or repeat") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        core::Changes changes{facts};
        for (int i = 0; i < 25; ++i)
            changes.put(item("i-" + std::to_string(100 + i), "", "S", "T", "l-3"));
        save(*tx, changes);
        std::string after;
        int seen = 0;
        for (auto page = register_page(*tx, "", "", 7); !page.empty();
             page = register_page(*tx, "", after, 7)) {
            for (const auto& row : page) CHECK(row.item == "i-" + std::to_string(100 + seen++));
            after = page.back().item;
        }
        CHECK(seen == 25);
        CHECK_THROWS_AS(register_page(*tx, "", "", 0), std::logic_error);
        CHECK_THROWS_AS(register_page(*tx, "", "", 10'001), std::logic_error);
    });
}

TEST_CASE("lists: balances are shown by holder, those of nothing left out") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        make_armoury(*tx);
        const auto all = balances_page(*tx, "", "", 10);
        REQUIRE(all.size() == 3);
        CHECK(all[0].key == "l-3/b-7");
        CHECK(all[0].batch_number == "LOT-22");
        CHECK(all[0].model == "Example 9mm Pistol");
        CHECK(all[0].quantity == 120);
        CHECK(all[0].boxes == 2);
        CHECK(all[0].expiry == "2027-01-31");
        CHECK(all[0].holder.name == "Rack 2");
        CHECK(all[0].holds == std::vector<std::string>{"recall"});
        CHECK_FALSE(all[1].batch_number);
        CHECK(all[1].model == "Example 9mm Pistol");
        CHECK(balances_page(*tx, "l-3", "", 10).size() == 2);
        CHECK(balances_page(*tx, "l-3", "l-3/b-7", 10).at(0).key == "l-3/m-1");
        CHECK(balances_page(*tx, "l-30", "", 10).at(0).quantity == 5);
        const auto batches = batches_page(*tx, "lot", "", 10);
        REQUIRE(batches.size() == 1);
        CHECK(batches[0].quantity == 125);
        CHECK(batches[0].use == "training");
        CHECK(batches[0].holds == std::vector<std::string>{"recall"});
        CHECK(batches_page(*tx, "none", "", 10).empty());
    });
}

TEST_CASE("lists: movements are found by subject and officer, forwards and backwards") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const core::MovementLine whole = movement(5, 1, "i-1", "o-1");
        add_movement_lines(*tx, {whole, movement(5, 2, "b-7", "o-1"), movement(9, 1, "i-1", "o-2"),
                                 movement(10, 1, "i-2", "")});
        CHECK(core::value_of(movements_page(*tx, {"i-1", "o-1"}, {}, 9).at(0)) ==
              core::value_of(whole));
        CHECK(places(movements_page(*tx, {}, {}, 9)) == "5.1 5.2 9.1 10.1 ");
        CHECK(places(movements_page(*tx, {}, {5, 1}, 2)) == "5.2 9.1 ");
        CHECK(places(movements_page(*tx, {"i-1", ""}, {}, 9)) == "5.1 9.1 ");
        CHECK(places(movements_page(*tx, {"i-1", "o-2"}, {}, 9)) == "9.1 ");
        CHECK(places(movements_page(*tx, {"", "o-1"}, {5, 1}, 9)) == "5.2 ");
        CHECK(places(movements_before(*tx, {}, {}, 9)) == "10.1 9.1 5.2 5.1 ");
        CHECK(places(movements_before(*tx, {}, {9, 1}, 1)) == "5.2 ");
        CHECK(places(movements_before(*tx, {"i-1", ""}, {}, 9)) == "9.1 5.1 ");
        CHECK(places(movements_before(*tx, {"", "o-1"}, {}, 9)) == "5.2 5.1 ");
    });
}

TEST_CASE("lists: discrepancies name what they are about, and can be had by state") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        make_armoury(*tx);
        const StoredFacts facts{*tx};
        core::Changes changes{facts};
        const core::Instant when = *core::instant_of("2026-03-01T06:41:12.345Z");
        changes.put(
            core::Discrepancy{"d-1", "return_short", "b-7", "o-1", 30, 28, 5, "open", when});
        changes.put(core::Discrepancy{"d-2", "count", "i-1", "l-3", 1, 0, 6, "approved", when});
        changes.put(core::Discrepancy{"d-3", "count", "?x", "", 0, 1, 6, "open", when});
        save(*tx, changes);
        const auto all = discrepancies_page(*tx, "", "", 10);
        REQUIRE(all.size() == 3);
        CHECK(all[0].batch_number == "LOT-22");
        CHECK(all[0].model == "Example 9mm Pistol");
        CHECK(all[0].holder.collar == "4471");
        CHECK(all[0].opened_at == "2026-03-01T06:41:12.345Z");
        CHECK(all[1].serial == "AB100%1");
        CHECK_FALSE(all[2].model);
        const auto open = discrepancies_page(*tx, "open", "d-1", 10);
        REQUIRE(open.size() == 1);
        CHECK(open[0].discrepancy == "d-3");
    });
}

TEST_CASE("lists: deployments come by log number, with their commander where disclosed") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        core::Changes changes{facts};
        const auto record = [&](const std::string& log, const char* decision, std::int64_t who) {
            core::Deployment made;
            made.key = log;
            made.log = log;
            made.started = *core::instant_of("2026-03-01T22:15:00.000Z");
            made.decision = decision;
            made.level = "tactical";
            made.arv = true;
            made.since = 12;
            if (who != 0) made.commander = core::PrivateText{some_hash(who), {}};
            changes.put(made);
        };
        record("FD-3", "declined", 9);
        record("FD-1", "authorised", 8);
        record("FD-2", "declined", 0);
        save(*tx, changes);
        save_disclosure(*tx, some_hash(8), "8", "Insp Example");
        const auto all = deployments_page(*tx, "", "", 10);
        REQUIRE(all.size() == 3);
        CHECK(all[0].log == "FD-1");
        CHECK(all[0].commander == "Insp Example");
        CHECK(all[0].arv);
        CHECK_FALSE(all[0].discharge);
        CHECK_FALSE(all[0].ended);
        CHECK(all[0].since == 12);
        CHECK_FALSE(all[1].commander_digest);
        CHECK(all[2].commander_digest == some_hash(9));
        CHECK_FALSE(all[2].commander);
        CHECK(deployments_page(*tx, "", "FD-1", 1).at(0).log == "FD-2");
        CHECK(deployments_page(*tx, "declined", "", 10).size() == 2);
        CHECK(deployments_page(*tx, "d-3", "", 10).size() == 1);
        CHECK(deployments_page(*tx, "%", "", 10).empty());
        CHECK(deployments_page(*tx, std::string(2000, 'x'), "", 10).empty());
    });
}

TEST_CASE("lists: officers and users are found by private words, the active one first") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        make_armoury(*tx);
        const auto page = officers_page(*tx, "", 10);
        REQUIRE(page.size() == 3);
        CHECK(page[0].collar == "4471");
        CHECK(page[0].name == "A. Example");
        CHECK_FALSE(page[1].active);
        CHECK_FALSE(page[1].name);
        CHECK(officers_by_collar(*tx, "4471") == std::vector<std::string>{"o-1", "o-2"});
        CHECK(officer_by_collar(*tx, "4471") == "o-1");
        CHECK(officer_by_collar(*tx, "x9") == "o-3");
        CHECK_FALSE(officer_by_collar(*tx, "44"));
        CHECK(user_by_name(*tx, "HALE") == "u-1");
        CHECK_FALSE(user_by_name(*tx, std::string(65, 'a')));
        CHECK(users_page(*tx, "", 10).at(0).name == "Hale");
        const StoredFacts facts{*tx};
        core::Changes changes{facts};
        changes.put(officer("o-2", 3, 4, true));
        save(*tx, changes);
        CHECK_FALSE(officer_by_collar(*tx, "4471"));
    });
}

TEST_CASE("lists: what is overdue comes first where it is longest overdue") {
    contract::on_every_engine([](Database& database, const std::string&) {
        const auto tx = database.begin(Access::append);
        const StoredFacts facts{*tx};
        core::Changes changes{facts};
        const auto open = [&](const std::string& key, const char* due) {
            core::OpenLine line;
            line.key = key;
            if (due != nullptr) line.due = core::instant_of(due);
            changes.put(line);
        };
        open("o-1/1/i-1", "2026-03-02T00:00:00.000Z");
        open("o-1/2/i-2", "2026-03-01T00:00:00.000Z");
        open("o-1/3/i-3", "2026-03-09T00:00:00.000Z");
        open("o-1/4/i-4", nullptr);
        save(*tx, changes);
        const auto due = open_lines_due(*tx, "2026-03-05T00:00:00.000Z", 10);
        REQUIRE(due.size() == 2);
        CHECK(due[0].key == "o-1/2/i-2");
        CHECK(due[1].key == "o-1/1/i-1");
    });
}
