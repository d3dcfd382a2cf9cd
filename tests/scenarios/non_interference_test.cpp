// SPDX-License-Identifier: MIT
// Two armouries that differ only in what the book says of stock. Whoever counts blind must be told
// the same bytes by both, whatever they ask: lists, scans, sheets, refusals.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "cli/cli.hpp"
#include "cli/command.hpp"
#include "muster/core/time.hpp"

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

const fs::path fixtures = fs::path{MUSTER_SOURCE_DIR} / "tests/scenarios";

std::string content_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// An armoury whose register and batches are those of the scenarios, but for the stock told.
class Armoury {
public:
    Armoury(const char* name, const std::string& rounds, const std::string& device_place)
        : home_{fs::path{MUSTER_BINARY_DIR} / "non_interference" / name} {
        fs::remove_all(home_);
        fs::create_directories(home_);
        std::string batches = content_of(fixtures / "batches.csv");
        replace_all(batches, "A-100,2029-12-31,500,8", "A-100,2029-12-31," + rounds + ",8");
        std::ofstream{home_ / "batches.csv"} << batches;
        std::string items = content_of(fixtures / "items.csv");
        // The safe's first item stands first, so that both make their places in the same order.
        const std::string last = items.substr(items.find("T-2,"));
        items.erase(items.find("T-2,"));
        items.insert(items.find('\n') + 1, last);
        replace_all(items, "SAMPLE201,HQ Armoury,R3-01,In store",
                    "SAMPLE201,HQ Armoury,R3-01," + device_place);
        std::ofstream{home_ / "items.csv"} << items;
        fs::copy_file(fixtures / "officers.csv", home_ / "officers.csv");
        for (const char* who : {"admin", "armourer", "relief", "supervisor", "manager", "senior",
                                "outsider", "ledger", "ca"}) {
            const fs::path secret = home_ / (std::string{who} + ".secret");
            std::ofstream{secret} << who << " has a long secret\n";
            fs::permissions(secret, fs::perms::owner_read | fs::perms::owner_write);
            secrets_.push_back("--secret-file");
            secrets_.push_back(std::string{who} + "=" + secret.string());
        }
        begin();
    }

    /// What a command answers, with the folder's name and what commits to the whole ledger taken
    /// out of it.
    std::string ask(const std::string& user, Words words) {
        now_.ms += 60'000;
        for (std::string& word : words) replace_all(word, "{home}", home_.string());
        for (const std::string& word :
             {std::string{"--json"}, std::string{"--as"}, user, std::string{"--db"},
              (home_ / "armoury.db").string(), std::string{"--now"}, muster::core::text_of(now_),
              std::string{"--seed"}, std::to_string(++asked_)})
            words.push_back(word);
        words.insert(words.end(), secrets_.begin(), secrets_.end());
        std::ostringstream out, err;
        exit_ = muster::cli::run(words, out, err);
        std::string answer = std::to_string(exit_) + " " + out.str() + err.str();
        replace_all(answer, home_.string(), "HOME");
        static const std::regex commitments{R"re("(short|checkpoint)":"(\\.|[^"\\])*")re"};
        return std::regex_replace(answer, commitments, "\"$1\":\"\"");
    }
    std::string file(const char* name) const { return content_of(home_ / name); }
    void forget(const char* name) { fs::remove(home_ / name); }
    int exit() const { return exit_; }

private:
    void must(const std::string& user, const Words& words) {
        const std::string answer = ask(user, words);
        REQUIRE_MESSAGE(exit_ == 0, answer);
    }
    void begin() {
        must("admin", {"init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                       "--admin", "admin"});
        for (const char* kind : {"officers", "items", "batches"})
            must("admin", {"import", kind, "{home}/" + std::string{kind} + ".csv"});
        for (const auto& [name, role] :
             {std::pair{"armourer", "armourer"}, std::pair{"relief", "armourer"},
              std::pair{"supervisor", "supervisor"}, std::pair{"manager", "armoury_manager"},
              std::pair{"outsider", "counter"}})
            must("admin", {"user", "add", name, "--role", role});
        must("admin", {"setup", "close"});
        const Words start{"count",     "start",  "--location", "HQ Armoury",
                          "--counter", "relief", "--counter",  "outsider"};
        const std::string answer = ask("manager", start);
        REQUIRE_MESSAGE(exit_ == 0, answer);
    }

    fs::path home_;
    Words secrets_;
    muster::core::Instant now_ = *muster::core::instant_of("2026-03-02T06:00:00.000Z");
    int asked_ = 0;
    int exit_ = 0;
};

std::string count_of(const std::string& answer) {
    std::smatch found;
    REQUIRE(std::regex_search(answer, found, std::regex{R"re("count":"c-(\d+)")re"}));
    return found[1];
}

// What these say is a digest of the whole ledger, with every private value's salt under it: nobody
// can take stock out of it.
const std::set<std::string> digests{"ledger verify", "ledger checkpoint", "ledger prove",
                                    "ledger replay"};

}  // namespace

TEST_CASE("blind: two armouries that differ only in stock tell a counter the same bytes") {
    Armoury one{"one", "500", "In store"};
    Armoury other{"other", "493", "ARV safe"};
    // They do differ for whoever may know.
    CHECK(one.ask("manager", {"holdings"}) != other.ask("manager", {"holdings"}));
    const std::string count = count_of(one.ask("relief", {"counts"}));
    CHECK(count_of(other.ask("relief", {"counts"})) == count);

    const auto same = [&](const Words& words) {
        std::string line;
        for (const std::string& word : words) line += word + " ";
        CAPTURE(line);
        CHECK(one.ask("relief", words) == other.ask("relief", words));
    };
    // Scans of what is there, is elsewhere, is too many, is unknown, twice.
    same({"count", "scan", count, "--location", "HQ Armoury", "--item", "P-1", "--item", "P-2"});
    same({"count", "scan", count, "--location", "HQ Armoury", "--item", "P-1"});
    same({"count", "scan", count, "--location", "HQ Armoury", "--batch", "A-100:500"});
    same({"count", "scan", count, "--location", "HQ Armoury", "--item", "NOTHING-LIKE-IT"});
    same({"count", "scan", count, "--location", "ARV safe", "--item", "P-1", "--unknown", "x"});
    same({"count", "mine", count});
    same({"count", "show", count});
    same({"count", "sheets", count, "--out", "{home}/sheets.pdf"});
    CHECK(one.exit() == 0);
    CHECK(one.file("sheets.pdf") == other.file("sheets.pdf"));
    CHECK(one.file("sheets.pdf").starts_with("%PDF"));
    same({"ledger", "export", "--out", "{home}/lines.jsonl"});
    CHECK(one.exit() == 3);
    same({"count", "reconcile", count});
    same({"receipt", "3"});
    same({"discrepancy", "show", "d-1"});

    int asked = 0;
    for (const muster::cli::Command& command : muster::cli::commands()) {
        using muster::cli::Needs;
        if (command.needs == Needs::nothing || command.needs == Needs::commit) continue;
        if (digests.contains(command.name)) continue;
        for (const char* word : {"", "P-1", "A-100", "1", "items"}) {
            Words words;
            std::istringstream name{command.name};
            for (std::string part; name >> part;) words.push_back(part);
            if (*word != '\0') words.emplace_back(word);
            for (const muster::cli::Option& option : command.options)
                if (std::string_view{option.name} == "out") {
                    words.insert(words.end(), {"--out", "{home}/written"});
                }
            same(words);
            CHECK(one.file("written") == other.file("written"));
            one.forget("written");
            other.forget("written");
            ++asked;
        }
    }
    CHECK(asked > 100);
    // Once the sheet is handed in as well, and the other counter is still at it.
    same({"count", "submit", count});
    same({"count", "mine", count});
    CHECK(one.ask("outsider", {"holdings"}) == other.ask("outsider", {"holdings"}));
}
