// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "app/kept_facts.hpp"
#include "muster/core/people_facts.hpp"

using namespace muster;

namespace {

/// Facts that count how often they were asked.
class Counted final : public core::Facts {
public:
    std::optional<core::Row> row(core::Table table, const std::string& key) const override {
        ++asked;
        return facts.row(table, key);
    }
    void rows(core::Table table, const std::string& prefix,
              const std::function<bool(const core::Row&)>& visit) const override {
        ++asked;
        facts.rows(table, prefix, visit);
    }
    std::optional<std::string> disclosed(const std::string& digest) const override {
        return facts.disclosed(digest);
    }
    void put(const std::string& name, const std::string& value) {
        facts.put(core::Table::setting, core::row_of(core::Setting{name, value, 1}));
    }

    core::MemoryFacts facts;
    mutable int asked = 0;
};

std::vector<std::string> names(const core::Facts& facts, const std::string& prefix) {
    std::vector<std::string> found;
    for (const core::Setting& each : facts.all<core::Setting>(prefix)) found.push_back(each.key);
    return found;
}

}  // namespace

TEST_CASE("kept facts: what was asked once is not asked again, an absent row included") {
    Counted below;
    below.put("a.one", "1");
    const app::KeptFacts facts{below};
    for (int i = 0; i < 3; ++i) {
        CHECK(facts.find<core::Setting>("a.one")->value == "1");
        CHECK_FALSE(facts.find<core::Setting>("a.two"));
        CHECK(names(facts, "a.") == std::vector<std::string>{"a.one"});
        CHECK(names(facts, "b.").empty());
    }
    CHECK(below.asked == 4);
}

TEST_CASE("kept facts: what is written below is seen once they forget") {
    Counted below;
    below.put("a.one", "1");
    app::KeptFacts facts{below};
    CHECK(facts.find<core::Setting>("a.one")->value == "1");
    CHECK(names(facts, "a.").size() == 1);
    below.put("a.one", "2");
    below.put("a.two", "2");
    facts.forget();
    CHECK(facts.find<core::Setting>("a.one")->value == "2");
    CHECK(names(facts, "a.").size() == 2);
}

TEST_CASE("kept facts: a look that stopped, and one that is long, is asked again") {
    Counted below;
    for (int i = 100; i < 150; ++i) below.put("a." + std::to_string(i), "x");
    const app::KeptFacts facts{below};
    int seen = 0;
    facts.rows(core::Table::setting, "a.", [&](const core::Row&) { return ++seen < 2; });
    CHECK(seen == 2);
    CHECK(names(facts, "a.").size() == 50);
    CHECK(names(facts, "a.").size() == 50);
    CHECK(below.asked == 3);
}

TEST_CASE("kept facts: a visitor may ask for more, and for the same") {
    Counted below;
    below.put("a.one", "1");
    below.put("a.two", "2");
    const app::KeptFacts facts{below};
    for (int round = 0; round < 2; ++round) {
        std::vector<std::size_t> found;
        facts.rows(core::Table::setting, "a.", [&](const core::Row&) {
            found.push_back(names(facts, "a.").size());
            for (int i = 0; i < 500; ++i)
                static_cast<void>(facts.find<core::Setting>("none." + std::to_string(i)));
            return true;
        });
        CHECK(found == std::vector<std::size_t>{2, 2});
    }
}
