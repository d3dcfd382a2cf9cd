// SPDX-License-Identifier: MIT
#include "bench/pairs.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <stdexcept>

namespace muster::bench {
namespace {

double at_part(std::vector<double> values, std::size_t hundredths) {
    if (values.empty()) throw std::logic_error{"nothing was measured"};
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * hundredths / 100)];
}

std::vector<double> all(const std::vector<Took>& took, double Took::*which) {
    std::vector<double> values;
    for (const Took& one : took) values.push_back(one.*which);
    return values;
}

std::vector<double> ratios(const Pairs& pairs, double Took::*which) {
    std::vector<double> values;
    for (std::size_t i = 0; i < pairs.limit.size(); ++i)
        values.push_back(pairs.product[i].*which / pairs.limit[i].*which);
    return values;
}

}  // namespace

Took timed(const std::function<void()>& work) {
    const auto wall = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    work();
    const std::clock_t cpu_end = std::clock();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - wall;
    return {took.count(), static_cast<double>(cpu_end - cpu) * 1000.0 / CLOCKS_PER_SEC};
}

void tell(const Pairs& pairs, benchmark::State& state) {
    state.counters["limit_ms"] = at_part(all(pairs.limit, &Took::wall_ms), 50);
    state.counters["product_ms"] = at_part(all(pairs.product, &Took::wall_ms), 50);
    state.counters["ratio"] = at_part(ratios(pairs, &Took::wall_ms), 50);
    state.counters["limit_cpu_ms"] = at_part(all(pairs.limit, &Took::cpu_ms), 50);
    state.counters["product_cpu_ms"] = at_part(all(pairs.product, &Took::cpu_ms), 50);
    if (pairs.limit.size() < 100) return;
    state.counters["limit_p99_ms"] = at_part(all(pairs.limit, &Took::wall_ms), 99);
    state.counters["product_p99_ms"] = at_part(all(pairs.product, &Took::wall_ms), 99);
}

}  // namespace muster::bench
