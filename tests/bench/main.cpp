// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "bench/limits.hpp"
#include "bench/register_workbook.hpp"
#include "muster/files/whole_file.hpp"

/// muster_bench [BENCHMARK OPTIONS]: what is measured in one process (benchmarks.cpp)
/// muster_bench make-register ROWS FILE · limit-xml WORKBOOK · limit-bulk ROWS FOLDER · limit-csv
/// FILE: one run of a limit as a whole process, which bench.py measures from outside.
namespace {

int run_word(const std::vector<std::string>& words) {
    using namespace muster;
    if (words.size() == 3 && words[0] == "make-register") {
        bench::write_register(words[2], std::stoll(words[1]));
    } else if (words.size() == 2 && words[0] == "limit-xml") {
        std::printf("%lld nodes\n",
                    static_cast<long long>(bench::walk_xml(bench::first_sheet(words[1])).nodes));
    } else if (words.size() == 3 && words[0] == "limit-bulk") {
        bench::LimitDatabase{words[2]}.bulk(std::stoll(words[1]));
    } else if (words.size() == 2 && words[0] == "limit-csv") {
        std::printf("%lld fields\n",
                    static_cast<long long>(bench::walk_csv(files::read_file(words[1]))));
    } else {
        std::fputs("muster_bench: see the head of tests/bench/main.cpp\n", stderr);
        return 2;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1 && argv[1][0] != '-') return run_word({argv + 1, argv + argc});
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    return benchmark::RunSpecifiedBenchmarks() == 0 ? 1 : 0;
}
