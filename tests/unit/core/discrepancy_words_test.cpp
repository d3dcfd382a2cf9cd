// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "muster/core/discrepancy_words.hpp"

using namespace muster::core;

TEST_CASE("discrepancies: each sort has words, in order of its code") {
    std::string before;
    for (const DiscrepancySort& sort : discrepancy_sorts()) {
        CAPTURE(sort.code);
        CHECK(before < sort.code);
        before = sort.code;
        CHECK(std::string{sort.title}.size() > 5);
        CHECK(std::string{sort.ask}.back() == '.');
        CHECK(discrepancy_sort(sort.code) == &sort);
    }
    CHECK(discrepancy_title("return_short") == "Less came back than was out");
    CHECK(discrepancy_sort("of_a_later_program") == nullptr);
    CHECK(discrepancy_title("of_a_later_program") == "of_a_later_program");
}

TEST_CASE("discrepancies: no sort has words that no rule opens") {
    // That every sort opened has words, `Armoury::take` checks with each entry of each test.
    std::string rules;
    for (const auto& each :
         std::filesystem::recursive_directory_iterator{MUSTER_SOURCE_DIR "/src/core"}) {
        if (each.path().extension() != ".cpp") continue;
        if (each.path().filename() == "discrepancy_words.cpp") continue;
        std::ifstream file{each.path()};
        rules.append(std::istreambuf_iterator<char>{file}, {});
    }
    for (const DiscrepancySort& sort : discrepancy_sorts()) {
        CAPTURE(sort.code);
        CHECK(rules.find('"' + std::string{sort.code} + '"') != rules.npos);
    }
}
