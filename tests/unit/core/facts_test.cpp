// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <set>

#include "muster/core/count_facts.hpp"
#include "muster/core/counter_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"

using namespace muster::core;

namespace {

Setting setting(const std::string& key, const std::string& value = "v") {
    return {key, value, 1};
}

std::string keys(const Facts& facts, const std::string& prefix = {}) {
    std::string list;
    for (const Setting& each : facts.all<Setting>(prefix))
        list += each.key + "=" + each.value + " ";
    return list;
}

MemoryFacts base() {
    MemoryFacts facts;
    for (const char* key : {"b", "d", "da", "db", "f"})
        facts.put(Table::setting, row_of(setting(key)));
    return facts;
}

template <class T>
void check_row(T fact) {
    const Row row = row_of(fact);
    CAPTURE(table_name(T::table));
    CHECK(row_of(fact_of<T>(row)) == row);
    const Value value = value_of_row(T::table, row);
    std::vector<ShapeFault> faults;
    CHECK(row_of_value(T::table, value, faults) == row);
    CHECK(faults.empty());
    CHECK(columns_of(T::table).size() == row.size());
}

}  // namespace

TEST_CASE("facts: changes overlay the base in key order; new, changed and removed alike") {
    const MemoryFacts facts = base();
    Changes changes{facts};
    CHECK(changes.empty());
    changes.put(setting("a"));
    changes.put(setting("c"));
    changes.put(setting("d", "new"));
    changes.put(setting("g"));
    changes.remove<Setting>("db");
    changes.remove<Setting>("never");
    CHECK(keys(changes) == "a=v b=v c=v d=new da=v f=v g=v ");
    CHECK(keys(facts) == "b=v d=v da=v db=v f=v ");
    CHECK_FALSE(changes.find<Setting>("db"));
    CHECK(changes.find<Setting>("d")->value == "new");
    CHECK(changes.find<Setting>("b")->value == "v");
    CHECK_FALSE(changes.empty());
}

TEST_CASE("facts: a prefix takes what begins with it, from base and changes, and nothing else") {
    const MemoryFacts facts = base();
    Changes changes{facts};
    changes.put(setting("dc"));
    changes.put(setting("c"));
    changes.put(setting("e"));
    CHECK(keys(changes, "d") == "d=v da=v db=v dc=v ");
    CHECK(keys(changes, "dd").empty());
    changes.remove<Setting>("d");
    CHECK(keys(changes, "d") == "da=v db=v dc=v ");
    CHECK(keys(Changes{changes}, "d") == "da=v db=v dc=v ");
}

TEST_CASE("facts: a visitor that has enough is not called again, wherever the rows come from") {
    const MemoryFacts facts = base();
    Changes changes{facts};
    changes.put(setting("a"));
    changes.put(setting("z"));
    for (int wanted = 1; wanted <= 7; ++wanted) {
        int visited = 0;
        changes.rows(Table::setting, "", [&](const Row&) { return ++visited < wanted; });
        CHECK(visited == wanted);
    }
}

TEST_CASE("facts: what was removed and put again is there; saving leaves the changes empty") {
    MemoryFacts facts = base();
    Changes changes{facts};
    changes.remove<Setting>("b");
    changes.put(setting("b", "again"));
    changes.put(setting("x"));
    changes.remove<Setting>("x");
    changes.remove<Setting>("f");
    changes.save_to(facts);
    CHECK(changes.empty());
    CHECK(keys(facts) == "b=again d=v da=v db=v ");
    CHECK(keys(changes) == keys(facts));
}

TEST_CASE("facts: memory facts are equal when their rows are") {
    MemoryFacts one = base();
    const MemoryFacts other = base();
    CHECK(one == other);
    one.remove(Table::setting, "b");
    CHECK_FALSE(one == other);
    one.put(Table::setting, row_of(setting("b")));
    CHECK(one == other);
    one.disclose("aa", "text");
    CHECK(one == other);
    CHECK(one.disclosed("aa") == "text");
    CHECK_FALSE(one.disclosed("bb"));
}

TEST_CASE("facts: a row of every table reads back from its object form") {
    check_row(Force{});
    check_row(setting("a"));
    check_row(Reference{"rank/pc", "rank", "pc", "PC", "", ""});
    check_row(User{"u-1", PersonId{"p-1"}, PrivateText{std::string(64, 'a'), {}}, false, {}});
    check_row(Role{});
    check_row(Credential{});
    check_row(Officer{});
    check_row(Authorisation{});
    check_row(Location{});
    check_row(Model{});
    check_row(Item{});
    Item item;
    item.key = "i-1";
    item.acquired = Date{20'000};
    check_row(item);
    check_row(Held{});
    check_row(Hold{});
    check_row(Batch{});
    check_row(Balance{"l-1/b-1", HolderId{"l-1"}, StockId{"b-1"}, 5, 0});
    check_row(Code{});
    OpenLine open;
    open.due = Instant{5};
    check_row(open);
    check_row(Discrepancy{});
    check_row(Stocktake{});
    check_row(StocktakeScope{});
    check_row(StocktakeExpected{});
    check_row(StocktakeMoved{});
    check_row(StocktakeLine{});
    check_row(StocktakeResult{});
    check_row(Period{});
    check_row(ImportFile{});
    check_row(Certificate{});
    check_row(Deployment{});
    Deployment declined;
    declined.ended = Instant{7};
    declined.reason = PrivateText{std::string(64, 'b'), {}};
    check_row(declined);
    check_row(Kit{});
    check_row(KitLine{});
    MovementMode urgent;
    urgent.until = Instant{9};
    check_row(urgent);
    check_row(FunctionTest{});
    check_row(Attestation{});
    Attestation asked;
    asked.due = Instant{9};
    check_row(asked);
    open.since = Instant{3};
    check_row(open);
    item.rounds = 400;
    check_row(item);
    Stocktake frozen;
    frozen.frozen = true;
    check_row(frozen);
}

TEST_CASE("facts: every table has a name of its own, and a key that is a text") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < table_count; ++i) {
        const Table table = static_cast<Table>(i);
        CHECK_FALSE(table_name(table).empty());
        CHECK(names.insert(table_name(table)).second);
        REQUIRE_FALSE(columns_of(table).empty());
        CHECK(columns_of(table).front().type == "text");
        CHECK_FALSE(columns_of(table).front().optional);
        for (const Column& column : columns_of(table)) CHECK_FALSE(column.meaning.empty());
    }
    CHECK(static_cast<std::size_t>(Table::clock_alarm) + 1 == table_count);
}

TEST_CASE("facts: an object that is no row of its table has faults") {
    const auto faults_of = [](const Value& value) {
        std::vector<ShapeFault> faults;
        row_of_value(Table::batch, value, faults);
        return faults.size();
    };
    const Batch batch{"b-1", ModelId{"m-1"}, "N", Date{20'000}, 50, "operational", ""};
    const Value good = value_of_row(Table::batch, row_of(batch));
    CHECK(faults_of(good) == 0);
    const auto with = [&](const char* name, const Value& value) {
        Value changed = good;
        std::get<Value::Object>(changed.data).insert_or_assign(name, value);
        return changed;
    };
    CHECK(faults_of(with("expiry", "2026-02-30")) == 1);
    CHECK(faults_of(with("expiry", 5)) > 0);
    CHECK(faults_of(with("box_size", "50")) == 1);
    CHECK(faults_of(with("number", 5)) == 1);
    CHECK(faults_of(with("colour", "red")) == 1);
    CHECK(faults_of(Value{"text"}) > 0);
    Value lacking = good;
    std::get<Value::Object>(lacking.data).erase("number");
    CHECK(faults_of(lacking) == 1);
    std::get<Value::Object>(lacking.data).erase("expiry");
    CHECK(faults_of(lacking) == 1);
}
