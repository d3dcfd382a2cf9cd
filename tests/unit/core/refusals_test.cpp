// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "unit/core/every_stop.hpp"

using namespace muster::testing;

namespace {

using Desk = StockedArmoury;

CountStarted count_of(const Desk& desk, const char* a = "u-kim", const char* b = "u-ben") {
    return {"spot", true, {desk.rack}, UserId{a}, UserId{b}};
}

CountSubmitted sheet(const CountId& count, const char* counter, const LocationId& place) {
    SeenLine line;
    line.location = place;
    line.subject = "-";
    return {count, UserId{counter}, 1, 1, {line}};
}

std::vector<Stopped> every_stop() {
    std::vector<Stopped> all;
    for (const auto& part :
         {stopped_people(), stopped_pairs(), stopped_names(), stopped_values(), hard_stops(),
          overridable_stops(), stopped_by_names_of_moves(), stopped_pairs_of_moves(),
          stopped_by_cases_and_details(), stopped_handovers(), stopped_moves(), stopped_counts(),
          stopped_papers(), stopped_at_the_hatch(), stopped_teams(), stopped_supervision()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// The refusals that a source names, `Refusal::code` each.
std::set<std::string> named_in(const std::filesystem::path& source) {
    std::ifstream file{source};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const std::string mark = "Refusal::";
    std::set<std::string> codes;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at)) {
        at += mark.size();
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
        codes.insert(text.substr(at, end - at));
    }
    return codes;
}

std::string blanks_left(const RefusedLine& line) {
    std::string left;
    const std::string sentence = words_of(line.refusal).sentence;
    for (std::size_t at = sentence.find('{'); at != sentence.npos;
         at = sentence.find('{', at + 1)) {
        const std::string blank = sentence.substr(at + 1, sentence.find('}', at) - at - 1);
        if (!line.words.contains(blank)) left += blank + " ";
    }
    return left;
}

}  // namespace

TEST_CASE("refusals: each stops what it is for, with every blank of its sentence filled") {
    for (const Stopped& one : every_stop()) {
        const std::string code = words_of(one.refusal).code;
        CAPTURE(code);
        Desk desk;
        const Request request = one.make(desk);
        const auto lines = desk.stops(request.by, request.body);
        REQUIRE_FALSE(lines.empty());
        CHECK(std::string{words_of(lines.front().refusal).code} == code);
        for (const RefusedLine& line : lines) CHECK(blanks_left(line) == "");
    }
}

TEST_CASE("refusals: whatever refusal the rules name, a request here is stopped by it") {
    std::set<std::string> exercised;
    for (const Stopped& one : every_stop()) exercised.insert(words_of(one.refusal).code);
    std::set<std::string> named;
    const std::filesystem::path core = std::filesystem::path{MUSTER_SOURCE_DIR} / "src/core";
    for (const auto& file : std::filesystem::recursive_directory_iterator{core})
        if (file.is_regular_file()) named.merge(named_in(file.path()));
    CHECK(named.size() > 50);
    // A warning stops nothing.
    for (const RefusalWords& row : refusal_words())
        if (row.severity == Severity::warning) named.erase(row.code);
    for (const std::string& code : named) {
        CAPTURE(code);
        CHECK(exercised.contains(code));
    }
}

TEST_CASE("refusals: a refused request changes nothing") {
    for (const Stopped& one : every_stop()) {
        Desk desk;
        const Request request = one.make(desk);
        const MemoryFacts before = desk.facts;
        desk.stops(request.by, request.body);
        CHECK(desk.facts == before);
    }
}

TEST_CASE("precedence: who asks comes before what is asked, and that before everything else") {
    Desk desk;
    const auto verdict = [&](const char* by, const Body& body) { return desk.verdict(by, body); };
    CountStarted count = count_of(desk, "u-kim", "u-kim");
    count.scope = {LocationId{"l-999"}};
    CHECK(verdict("u-aud", count) == "power_missing");
    CHECK(verdict("u-mia", count) == "code_unknown");
    CHECK(verdict("u-aud", sheet(CountId{"c-9"}, "u-ben", desk.rack)) == "power_missing");
    CHECK(verdict("u-admin", RoleGranted{UserId{"u-none"}, "king", {}}) == "user_unknown");
    CHECK(verdict("u-admin", RoleGranted{UserId{"u-ann"}, "king", {}}) == "approver_missing");
    CHECK(verdict("u-mia", LocationAdded{"Rack 2", "rack", LocationId{"l-999"}}) == "code_unknown");
    CHECK(verdict("u-mia", ModelAdded{"", "Pistol P1", "none", "", "item", ""}) == "code_unknown");
    CHECK(verdict("u-mia", ModelAdded{"", "New", "pistol", "", "weighed", ""}) == "code_unknown");
    CHECK(verdict("u-mia", CountClosed{CountId{"c-9"}, {}, 0, 0, ""}) == "second_missing");
}

TEST_CASE("ledger: entry 1 is made by the administrator it creates, and there is one") {
    MemoryFacts empty;
    Initialised begun;
    begun.administrator = UserId{"u-admin"};
    begun.person = PersonId{"p-admin"};
    const auto code = [&](const char* by, EntryNumber next) {
        const Instant now = at("2026-03-02T09:00:00.000Z");
        const Context context{now, now, UserId{by}, {}, next, {}};
        const auto bodies = decide(begun, empty, context);
        return bodies ? "allowed" : words_of(bodies.error().gravest()).code;
    };
    CHECK(code("u-admin", 1) == std::string{"allowed"});
    CHECK(code("u-other", 1) == std::string{"user_unknown"});
    CHECK(code("", 1) == std::string{"user_unknown"});
    CHECK(code("u-admin", 2) == std::string{"name_taken"});
}

TEST_CASE("ledger: a period begins where the last one ended, whatever was said") {
    Desk desk;
    const EntryNumber one = desk.apply_all("u-mia", PeriodClosed{"one", 77, std::string(64, 'a')});
    desk.apply_all("u-ann", SignedIn{UserId{"u-ann"}, 0});
    const EntryNumber two = desk.apply_all("u-mia", PeriodClosed{"two", 77, std::string(64, 'b')});
    CHECK(desk.fact<Period>("one").first == 1);
    CHECK(desk.fact<Period>("one").last == one);
    CHECK(desk.fact<Period>("two").first == one + 1);
    CHECK(desk.fact<Period>("two").last == two);
}
