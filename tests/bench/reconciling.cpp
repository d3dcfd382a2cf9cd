// SPDX-License-Identifier: MIT
#include <stdexcept>

#include "bench/pairs.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/entry.hpp"
#include "muster/core/facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"

/// A count of 5,000 items and 200 batches, two sheets of it, compared with the book by the rules;
/// the limit reads the same rows once, in the order they stand, and adds their quantities up.
namespace muster::bench {
namespace {

constexpr std::int64_t items = 5'000;
constexpr std::int64_t batches = 200;
constexpr std::int64_t places = 50;
const core::CountId count{"c-1"};
const std::vector<core::UserId> counters{{"u-2"}, {"u-3"}};

std::string numbered(const char* prefix, std::int64_t number) {
    return prefix + std::to_string(10'000 + number);
}

/// Puts what both counters saw; each fiftieth thing one of them did not see.
void put_line(core::MemoryFacts& facts, const std::string& place, const std::string& subject,
              std::int64_t quantity, bool expected, bool both) {
    const core::LocationId at{place};
    const std::string key = count.value + "/" + place + "/" + subject;
    if (expected)
        facts.put(core::Table::stocktake_expected,
                  core::row_of(core::StocktakeExpected{key, count, at, subject, quantity}));
    for (const core::UserId& who : counters)
        if (both || who == counters.front())
            facts.put(core::Table::stocktake_line,
                      core::row_of(core::StocktakeLine{key + "/" + who.value, count, at, subject,
                                                       who, quantity, std::nullopt}));
}

core::MemoryFacts counted() {
    core::MemoryFacts facts;
    for (const char* user : {"u-1", "u-2", "u-3"}) {
        core::User who;
        who.key = user;
        facts.put(core::Table::user, core::row_of(who));
        core::Role role;
        role.key = std::string{user} + "/armoury_manager";
        role.user = core::UserId{user};
        role.role = "armoury_manager";
        facts.put(core::Table::role, core::row_of(role));
    }
    core::Stocktake taken;
    taken.key = count.value;
    taken.started = 1;
    taken.counter_a = counters[0];
    taken.counter_b = counters[1];
    taken.sort = "full";
    taken.state = "open";
    facts.put(core::Table::stocktake, core::row_of(taken));
    for (std::int64_t i = 0; i < places; ++i) {
        const std::string place = numbered("l-", i);
        facts.put(core::Table::stocktake_scope,
                  core::row_of(core::StocktakeScope{place + "/" + count.value, count,
                                                    core::LocationId{place}}));
    }
    for (std::int64_t i = 0; i < items; ++i)
        put_line(facts, numbered("l-", i % places), numbered("i-", i), 1, i % 100 != 0,
                 i % 50 != 0);
    for (std::int64_t i = 0; i < batches; ++i)
        put_line(facts, numbered("l-", i % places), numbered("b-", i), 500 + i, true, i % 50 != 0);
    return facts;
}

std::int64_t one_pass(const core::Facts& facts) {
    std::int64_t sum = 0;
    const std::string prefix = count.value + "/";
    facts.rows(core::Table::stocktake_expected, prefix, [&](const core::Row& row) {
        sum += core::fact_of<core::StocktakeExpected>(row).quantity;
        return true;
    });
    facts.rows(core::Table::stocktake_line, prefix, [&](const core::Row& row) {
        sum += core::fact_of<core::StocktakeLine>(row).quantity;
        return true;
    });
    return sum;
}

std::size_t compared(const core::Facts& facts) {
    core::Context context;
    context.by = core::UserId{"u-1"};
    context.next = 2;
    const auto decided = core::decide(core::CountReconciled{count, 1, 1, {}}, facts, context);
    if (!decided) throw std::runtime_error{core::words_of(decided.error().gravest()).code};
    std::size_t lines = 0;
    for (const core::Body& body : decided.value())
        lines += std::get<core::CountReconciled>(body).lines.size();
    return lines;
}

void reconcile_beside_pass(benchmark::State& state) {
    const core::MemoryFacts facts = counted();
    Pairs pairs;
    for (auto _ : state)
        for (int i = 0; i < 20; ++i) {
            pairs.limit.push_back(timed([&] {
                if (one_pass(facts) == 0) throw std::runtime_error{"nothing was read"};
            }));
            pairs.product.push_back(timed([&] {
                if (compared(facts) != items + batches)
                    throw std::runtime_error{"not every line was compared"};
            }));
        }
    tell(pairs, state);
}
BENCHMARK(reconcile_beside_pass)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace muster::bench
