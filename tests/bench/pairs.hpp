// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <functional>
#include <vector>

namespace muster::bench {

/// How long something took: on the wall, and on the processor.
struct Took {
    double wall_ms = 0;
    double cpu_ms = 0;
};
Took timed(const std::function<void()>& work);

/// Limit and product, run in turns.
struct Pairs {
    std::vector<Took> limit;
    std::vector<Took> product;
};

/// Puts the medians of both, and of the pairs' ratios product ÷ limit, among the benchmark's
/// counters, with the 99th per cent of each in place of the median where there are 100 or more.
void tell(const Pairs& pairs, benchmark::State& state);

}  // namespace muster::bench
