// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>

#include "fuzz/harness.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/canonical.hpp"
#include "support/stocked_armoury.hpp"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const fs::path corpus = fs::path{MUSTER_SOURCE_DIR} / "tests/fuzz/corpus";

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

}  // namespace

TEST_CASE("fuzz: every seed and every crash ever found keeps each reader's promises") {
    for (const fuzz::Harness& harness : fuzz::harnesses()) {
        const auto seeds = files_in(corpus / harness.name);
        CHECK_MESSAGE(!seeds.empty(), harness.name << " has no corpus");
        for (const fs::path& seed : seeds) {
            INFO(seed.string());
            const std::string bytes = files::read_file(seed.string());
            CHECK_NOTHROW(harness.run(bytes));
            // Cut short, every seed is another hostile file.
            for (std::size_t part = 0; part < 8; ++part)
                CHECK_NOTHROW(
                    harness.run(std::string_view{bytes}.substr(0, bytes.size() * part / 8)));
        }
    }
}

TEST_CASE("fuzz: no corpus lies forgotten without its harness") {
    for (const auto& folder : fs::directory_iterator{corpus})
        CHECK_NOTHROW(fuzz::harness_named(folder.path().filename().string()));
    CHECK_THROWS(fuzz::harness_named("nobody"));
}

TEST_CASE("fuzz: the parts of a text are told apart") {
    using Parts = fuzz::Parts;
    CHECK(fuzz::parts_of("").empty());
    CHECK(fuzz::parts_of("no mark").empty());
    CHECK(fuzz::parts_of("=== a").size() == 1);
    CHECK(fuzz::parts_of("=== a\none\n\n=== b\n=== c\nthree") ==
          Parts{{"a", "one\n"}, {"b", ""}, {"c", "three"}});
}

// Run by hand where an entry's format gained a version: fuzz_tests --no-skip -tc="*are written
// anew"
TEST_CASE("fuzz: the seeds of the rules are written anew" * doctest::skip()) {
    testing::StockedArmoury armoury;
    const auto write = [&](const char* name, const char* by, core::Body body) {
        const std::size_t before = armoury.entries.size();
        armoury.apply_all(by, std::move(body));
        std::string text;
        for (std::size_t i = before; i < armoury.entries.size(); ++i)
            text += ledger::canonical(core::value_of(armoury.entries[i])) + "\n";
        fs::create_directories(corpus / "rules");
        files::write_file_atomically((corpus / "rules" / name).string(), text);
    };
    const auto drawn = armoury.of(armoury.batch_a, 45);
    write("issued", "u-ann", armoury.issue({armoury.carbine_1, armoury.pistol_1}, {drawn}));
    write("returned_short", "u-ann",
          armoury.giving_back({armoury.carbine_1}, {armoury.of(armoury.batch_a, 44)}));
    core::CountStarted started;
    started.sort = "quantity";
    started.scope = {armoury.safe};
    started.counter_a = core::UserId{"u-kim"};
    started.counter_b = core::UserId{"u-sue"};
    write("count_started", "u-kim", started);
    core::CountSubmitted submitted;
    submitted.count = core::created_id<core::CountId>('c', armoury.entries.back().number);
    submitted.counter = core::UserId{"u-kim"};
    submitted.lines.push_back({armoury.safe, armoury.batch_a.value, 900, {}, {}, {}});
    write("count_submitted", "u-kim", submitted);
    write("period_closed", "u-mia", core::PeriodClosed{"2026", 0, std::string(64, '0')});
    write("granted", "u-cfi", testing::grant_of(armoury.pc, "pistol"));
}
