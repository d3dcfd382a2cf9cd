// SPDX-License-Identifier: MIT
// Runs every *.txt beside this file through the command table of musterctl. A scenario's lines:
//   at DATE TIME[:SECONDS]      the clock from here on; it moves on a minute a command
//   USER: COMMAND WORDS        a command line, as that user; `{count}` is the count begun last,
//                              `{number}` the last movement, `{NAME}` one that was remembered,
//   `{discrepancy}` the first that a command opened last, `{import}` the entry of the last import,
//   `{folder}` where this file lies, `{home}` a folder of the scenario's own
//   wrong secret WHO           WHO gives a wrong secret from here on (right secret WHO: the right
//   one) and indented below a command, what must have come of it: done · refused CODE · exit N ·
//   says WORDS · result MEMBER VALUE · stops N · discrepancies N · overrides CODE · rows N · row N
//   MEMBER VALUE · faults N · warnings N · imported N · held N · remember NAME (the movement's
//   number)
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "cli/cli.hpp"
#include "muster/core/result.hpp"
#include "muster/core/time.hpp"
#include "muster/ledger/canonical.hpp"
#include "scenarios/server.hpp"

namespace {

namespace fs = std::filesystem;
using muster::core::Value;

const fs::path folder = fs::path{MUSTER_SOURCE_DIR} / "tests/scenarios";

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream file{path};
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// Words as a shell splits them: blanks part them, double quotes keep them together.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false, any = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted, any = true;
        else if (c == ' ' && !quoted) {
            if (any) words.push_back(word);
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any) words.push_back(word);
    return words;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// One armoury in a folder of its own, played by lines.
class Stage {
public:
    /// On SQLite in that folder, or on a server's database, whose keys lie there.
    explicit Stage(fs::path home, std::string server = {})
        : home_{std::move(home)},
          address_{server.empty() ? (home_ / "armoury.db").string() : std::move(server)} {
        fs::create_directories(home_);
        fs::current_path(home_);
    }

    void begin() {
        for (const char* who : {"ledger", "ca"}) secret(who);
        now_ = *muster::core::instant_of("2026-03-02T06:00:00.000Z");
        play(
            "admin: init --practice --force \"Example Force\" --armoury \"HQ Armoury\" --admin "
            "admin");
        CHECK_MESSAGE(exit_ == 0, answer_);
    }

    void play(const std::string& line) {
        if (line.empty() || line.front() == '#') return;
        INFO(line);
        if (line.front() == ' ') return expect(line.substr(line.find_first_not_of(' ')));
        if (line.starts_with("at ")) {
            const std::string time = line.substr(14);
            now_ = *muster::core::instant_of(line.substr(3, 10) + "T" + time +
                                             (time.size() == 5 ? ":00" : "") + ".000Z");
            return;
        }
        if (line.starts_with("wrong secret "))
            return write_secret(line.substr(13), "999999 is not it");
        if (line.starts_with("right secret ")) return secret(line.substr(13));
        run(line);
    }

    void finish() {
        run("admin: ledger verify");
        CHECK_MESSAGE(exit_ == 0, answer_);
    }

private:
    void write_secret(const std::string& who, const std::string& text) {
        std::string name = who;
        replace_all(name, ":", "-");
        const fs::path path = home_ / (name + ".secret");
        std::ofstream{path} << text << '\n';
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    }
    void secret(const std::string& who) {
        write_secret(
            who, who.starts_with("officer:") ? "80" + who.substr(8) : who + " has a long secret");
    }

    void run(const std::string& line) {
        const auto colon = line.find(": ");
        REQUIRE(colon != std::string::npos);
        const std::string user = line.substr(0, colon);
        std::string command = line.substr(colon + 2);
        replace_all(command, "{count}", count_);
        for (const auto& [name, number] : numbers_) replace_all(command, "{" + name + "}", number);
        replace_all(command, "{import}", import_);
        replace_all(command, "{folder}", folder.string());
        replace_all(command, "{home}", home_.string());
        now_.ms += 60'000;
        std::vector<std::string> words = words_of(command);
        for (const std::string& word :
             {std::string{"--json"}, std::string{"--as"}, user, std::string{"--db"}, address_,
              std::string{"--now"}, muster::core::text_of(now_)})
            words.push_back(word);
        // Everybody who is named could give their secret; a command asks only whom it needs.
        for (const std::string who :
             {"admin",        "armourer",     "relief",       "supervisor",   "manager",
              "cfi",          "senior",       "outsider",     "eve",          "able",
              "easy",         "charlie",      "ledger",       "ca",           "officer:1001",
              "officer:1002", "officer:1003", "officer:1004", "officer:1005", "officer:2001"}) {
            std::string name = who;
            replace_all(name, ":", "-");
            const fs::path path = home_ / (name + ".secret");
            if (!fs::exists(path)) secret(who);
            words.push_back("--secret-file");
            words.push_back(who + "=" + path.string());
        }
        std::ostringstream out, err;
        exit_ = muster::cli::run(words, out, err);
        answer_ = out.str() + err.str();
        std::string document = out.str();
        if (!document.empty() && document.back() == '\n') document.pop_back();
        const auto read = muster::ledger::read_canonical(document);
        value_ = std::holds_alternative<Value>(read) ? std::get<Value>(read) : Value{};
        CHECK_MESSAGE(std::holds_alternative<Value>(read), answer_);
        if (const Value* result = value_.member("result"))
            if (const Value* count = result->member("count"))
                count_ = std::to_string(*count->number());
        if (const Value* number = at("result", "number"); number != nullptr && number->number())
            numbers_["number"] = std::to_string(*number->number());
        if (const Value* opened = at("result", "discrepancies"); size_of(opened) > 0)
            if (const std::string* id = opened->array()->front().text())
                numbers_["discrepancy"] = *id;
        const Value* entries = value_.member("entries");
        if (at("result", "imported") != nullptr && size_of(entries) > 0)
            numbers_["number"] = import_ = std::to_string(*entries->array()->front().number());
    }

    const Value* at(const char* first, const char* second) const {
        const Value* member = value_.member(first);
        return member != nullptr ? member->member(second) : nullptr;
    }
    std::size_t size_of(const Value* list) const {
        return list != nullptr && list->array() != nullptr ? list->array()->size() : 0;
    }

    void expect(const std::string& line) {
        INFO(line);
        INFO(answer_);
        const auto words = words_of(line);
        const std::string& what = words.at(0);
        const auto rest = [&](std::size_t from) {
            std::string text;
            for (std::size_t i = from; i < words.size(); ++i)
                text += (text.empty() ? "" : " ") + words[i];
            return text;
        };
        if (what == "done")
            CHECK(exit_ == 0);
        else if (what == "exit")
            CHECK(exit_ == std::stoi(words.at(1)));
        else if (what == "refused") {
            CHECK((exit_ == 3 || exit_ == 1));
            const Value* code = at("refusal", "code");
            REQUIRE(code != nullptr);
            CHECK(*code->text() == words.at(1));
        } else if (what == "stops")
            CHECK(size_of(at("refusal", "lines")) == std::stoul(words.at(1)));
        else if (what == "says")
            expect_words(rest(1));
        else if (what == "result") {
            const Value* member = at("result", words.at(1).c_str());
            REQUIRE(member != nullptr);
            CHECK((member->number() != nullptr ? std::to_string(*member->number())
                                               : *member->text()) == rest(2));
        } else if (what == "discrepancies")
            CHECK(size_of(at("result", "discrepancies")) == std::stoul(words.at(1)));
        else if (what == "overrides") {
            REQUIRE(size_of(at("result", "overrides")) == 1);
            CHECK(*at("result", "overrides")->array()->front().text() == words.at(1));
        } else if (what == "rows")
            CHECK(size_of(value_.member("rows")) == std::stoul(words.at(1)));
        else if (what == "faults" || what == "warnings")
            CHECK(size_of(value_.member(what)) == std::stoul(words.at(1)));
        else if (what == "imported" || what == "held" || what == "reversed") {
            REQUIRE(at("result", what.c_str()) != nullptr);
            CHECK(std::to_string(*at("result", what.c_str())->number()) == words.at(1));
        } else if (what == "remember")
            numbers_[words.at(1)] = numbers_["number"];
        else if (what == "row")
            expect_row(std::stoul(words.at(1)), words.at(2), rest(3));
        else
            FAIL("a scenario says what nobody understands: " << line);
    }

    // "1 agreed" looks into a count's totals; other words may stand anywhere in the answer.
    void expect_words(const std::string& text) {
        const auto blank = text.find(' ');
        const Value* totals = at("result", "totals");
        if (totals != nullptr && blank != std::string::npos &&
            totals->member(text.substr(blank + 1)) != nullptr) {
            CHECK(std::to_string(*totals->member(text.substr(blank + 1))->number()) ==
                  text.substr(0, blank));
            return;
        }
        const bool plain = answer_.find(text) != std::string::npos;
        const bool recorded = text == "Recorded" && at("result", "recorded") != nullptr;
        CHECK((plain || recorded));
    }

    void expect_row(std::size_t number, const std::string& name, const std::string& wanted) {
        const Value* rows = value_.member("rows");
        REQUIRE(size_of(rows) >= number);
        const Value* member = rows->array()->at(number - 1).member(name);
        REQUIRE(member != nullptr);
        const std::string found = member->text() != nullptr    ? *member->text()
                                  : member->truth() != nullptr ? *member->truth() ? "yes" : "no"
                                                               : std::to_string(*member->number());
        CHECK(found == wanted);
    }

    fs::path home_;
    std::string address_;
    muster::core::Instant now_;
    int exit_ = -1;
    std::string answer_, count_, import_;
    std::map<std::string, std::string> numbers_;
    Value value_;
};

struct Scenario {
    std::string title;
    std::vector<std::string> lines;
};

std::vector<Scenario> scenarios() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Scenario> all;
    for (const fs::path& file : files)
        for (const std::string& line : lines_of(file)) {
            if (line.starts_with("scenario "))
                all.push_back({file.stem().string() + ": " + line.substr(9), {}});
            else if (!all.empty())
                all.back().lines.push_back(line);
        }
    return all;
}

/// Refusals that no command line can meet, and what does meet them.
const std::set<std::string> met_elsewhere{
    "practice_only",         // a usage error before any rule: cli
    "follows_only",          // no command makes such an entry by itself: core
    "import_has_faults",     // the faults themselves are the answer: app
    "pack_not_of_force",     // packs take long to build: golden
    "preparer_is_signer",    // likewise
    "period_unknown",        // asked of who has a certified key: golden
};

}  // namespace

TEST_CASE("scenarios: every refusal that a command can meet stands in one") {
    std::set<std::string> met;
    for (const Scenario& scenario : scenarios())
        for (const std::string& line : scenario.lines)
            for (const std::string mark : {"  refused ", "  says "})
                if (line.starts_with(mark)) met.insert(line.substr(mark.size()));
    for (const muster::core::RefusalWords& row : muster::core::refusal_words()) {
        if (row.severity == muster::core::Severity::warning) continue;
        CAPTURE(std::string{row.code});
        CHECK(met.contains(row.code) != met_elsewhere.contains(row.code));
    }
}

TEST_CASE("scenarios: what happens at an armoury comes out as its people expect") {
    const fs::path home = fs::path{MUSTER_BINARY_DIR} / "scenarios";
    fs::remove_all(home);
    const auto all = scenarios();
    REQUIRE(all.size() >= 20);
    // The armoury is built once; every scenario plays on a copy of it.
    {
        Stage stage{home / "armoury"};
        stage.begin();
        for (const std::string& line : lines_of(folder / "armoury.setup")) stage.play(line);
        stage.finish();
    }
    std::size_t number = 0;
    for (const Scenario& scenario : all) {
        const fs::path place = home / std::to_string(++number);
        fs::copy(home / "armoury", place);
        INFO(scenario.title);
        Stage stage{place};
        stage.play("at 2026-03-02 09:00");
        for (const std::string& line : scenario.lines) stage.play(line);
        stage.finish();
    }
}

TEST_CASE("scenarios: they come out the same on PostgreSQL") {
    using namespace muster::scenarios;
    if (server_database().empty()) {
        MESSAGE("MUSTER_TEST_POSTGRES names no server; the scenarios were played on SQLite alone");
        return;
    }
    const fs::path home = fs::path{MUSTER_BINARY_DIR} / "scenarios_postgres";
    fs::remove_all(home);
    {
        make_server_database(false);
        Stage stage{home / "armoury", server_database()};
        stage.begin();
        for (const std::string& line : lines_of(folder / "armoury.setup")) stage.play(line);
        stage.finish();
        keep_server_database();
    }
    std::size_t number = 0;
    for (const Scenario& scenario : scenarios()) {
        const fs::path place = home / std::to_string(++number);
        fs::copy(home / "armoury", place);
        INFO(scenario.title);
        make_server_database(true);
        Stage stage{place, server_database()};
        stage.play("at 2026-03-02 09:00");
        for (const std::string& line : scenario.lines) stage.play(line);
        stage.finish();
    }
}
