// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>

#include "fuzz/harness.hpp"
#include "muster/files/whole_file.hpp"

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
