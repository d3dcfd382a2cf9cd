// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
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

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// What the rules say, without what names a sort and opens none: its words, the codes of refusals
/// and policies, and how grave each is.
std::string rules_that_open() {
    const std::set<std::string> only_name{"discrepancy_words.cpp", "refusal_words.cpp",
                                          "policies.cpp"};
    std::string rules;
    for (const auto& each :
         std::filesystem::recursive_directory_iterator{MUSTER_SOURCE_DIR "/src/core"})
        if (each.path().extension() == ".cpp" && !only_name.contains(each.path().filename()))
            rules += text_of(each.path());
    const std::size_t begin = rules.find("std::string severity_of(");
    REQUIRE(begin != rules.npos);
    rules.erase(begin, rules.find("\n}", begin) - begin);
    return std::regex_replace(rules, std::regex{"policy\\([^)]*\\)"}, "");
}

}  // namespace

TEST_CASE("discrepancies: no sort has words that no rule opens") {
    // That every sort opened has words, `Armoury::take` checks with each entry of each test.
    const std::string rules = rules_that_open();
    for (const DiscrepancySort& sort : discrepancy_sorts()) {
        CAPTURE(sort.code);
        CHECK(rules.find('"' + std::string{sort.code} + '"') != rules.npos);
    }
}
