// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <algorithm>
#include <set>

#include "muster/core/result.hpp"

using namespace muster::core;

TEST_CASE("refusals: the table has every refusal, once, in the order of precedence") {
    const auto& table = refusal_words();
    REQUIRE(table.size() == static_cast<std::size_t>(Refusal::follows_only) + 1);
    std::set<std::string> codes;
    for (std::size_t i = 0; i < table.size(); ++i) {
        CAPTURE(table[i].code);
        CHECK(static_cast<std::size_t>(table[i].refusal) == i);
        CHECK(&words_of(table[i].refusal) == &table[i]);
        const std::string code = table[i].code;
        CHECK(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == code.npos);
        CHECK(codes.insert(code).second);
    }
}

TEST_CASE("refusals: of every two neighbours the graver one is told first") {
    const auto& table = refusal_words();
    for (std::size_t i = 1; i < table.size(); ++i) {
        Refused both{{{table[i].refusal, "lighter", {}},
                      {table[i - 1].refusal, "graver", {}},
                      {table[i].refusal, "lighter, later", {}}}};
        sort_by_precedence(both);
        CAPTURE(table[i].code);
        CHECK(both.gravest() == table[i - 1].refusal);
        CHECK(both.lines[1].subject == "lighter");
        CHECK(both.lines[2].subject == "lighter, later");
    }
}

TEST_CASE("refusals: every sentence is one for a person, with its blanks closed") {
    for (const RefusalWords& row : refusal_words()) {
        CAPTURE(row.code);
        const std::string sentence = row.sentence;
        CHECK(sentence.size() > 20);
        CHECK(sentence.back() == '.');
        CHECK(std::count(sentence.begin(), sentence.end(), '{') ==
              std::count(sentence.begin(), sentence.end(), '}'));
        const std::string filled = sentence_of({row.refusal, "i-7", {}});
        CHECK(filled.find_first_of("{}") == filled.npos);
    }
}

TEST_CASE("refusals: the stops of DOMAIN and the rules of a team can be overridden, and no other") {
    std::vector<std::string> overridable;
    for (const RefusalWords& row : refusal_words())
        if (row.severity == Severity::overridable) overridable.emplace_back(row.code);
    CHECK(overridable == std::vector<std::string>{"authorisation_data_old", "batch_expired",
                                                  "same_kind_held", "item_assigned_to_other",
                                                  "frozen_for_count", "deployment_to_follow",
                                                  "count_both_custodians", "count_lead_again",
                                                  "count_outsider_missing"});
}

TEST_CASE("refusals: blanks are filled with words, else with the subject, else with `this`") {
    CHECK(sentence_of({Refusal::name_taken, "i-7", {{"name", "Rack 2"}}}) ==
          "Rack 2 exists already. Choose another, or use the one there is.");
    CHECK(sentence_of({Refusal::name_taken, "i-7", {}}).starts_with("i-7 exists"));
    CHECK(sentence_of({Refusal::name_taken, "", {}}).starts_with("this exists"));
    // Words from outside are not read as blanks.
    CHECK(
        sentence_of({Refusal::name_taken, "", {{"name", "{name}"}}}).starts_with("{name} exists"));
}

TEST_CASE("refusals: the gravest comes first, and equals keep their order") {
    Refused refused{{{Refusal::balance_too_low, "b-1", {}},
                     {Refusal::item_on_hold, "i-2", {}},
                     {Refusal::user_unknown, "u-1", {}},
                     {Refusal::item_on_hold, "i-1", {}}}};
    sort_by_precedence(refused);
    CHECK(refused.gravest() == Refusal::user_unknown);
    CHECK(refused.lines[1].subject == "i-2");
    CHECK(refused.lines[2].subject == "i-1");
    CHECK(refused.lines[3].refusal == Refusal::balance_too_low);
}
