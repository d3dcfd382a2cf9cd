// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tidy/faults.hpp"
#include "tidy/rules.hpp"

using namespace muster::tidy;
namespace fs = std::filesystem;
using Rules = std::set<std::string>;

namespace {

const fs::path root{MUSTER_SOURCE_DIR};

std::string read(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

std::vector<fs::path> sources() {
    std::vector<fs::path> found;
    for (const auto* top : {"include", "src", "tests"}) {
        for (const auto& file : fs::recursive_directory_iterator{root / top}) {
            const auto suffix = file.path().extension();
            if (suffix == ".cpp" || suffix == ".hpp") found.push_back(file.path());
        }
    }
    return found;
}

/// The faults of a planted file, as the rule names that caught it.
Rules caught(const std::string& path, const std::string& body) {
    const bool header = path.ends_with(".hpp");
    Rules rules;
    const std::string head = "// SPDX-License-Identifier: MIT\n";
    for (const auto& fault :
         faults_in(source_text(path, head + (header ? "#pragma once\n" : "") + body))) {
        rules.insert(fault.rule);
    }
    return rules;
}

}  // namespace

TEST_CASE("tidy: no source breaks a rule") {
    for (const auto& path : sources()) {
        const auto relative = fs::relative(path, root).generic_string();
        for (const auto& fault : faults_in(source_text(relative, read(path)))) {
            FAIL_CHECK(fault.where << ": " << fault.words);
        }
    }
}

TEST_CASE("tidy: every source is compiled, so that no test lies forgotten") {
    const auto commands = read(fs::path{MUSTER_BINARY_DIR} / "compile_commands.json");
    REQUIRE(commands.find("tidy_test.cpp") != commands.npos);
    const bool windows = commands.find("/src/ui/") != commands.npos;
    for (const auto& path : sources()) {
        const auto relative = fs::relative(path, root).generic_string();
        const bool window = relative.starts_with("src/ui/") || relative.starts_with("tests/e2e/");
        if (path.extension() != ".cpp" || (window && !windows)) continue;
        CHECK_MESSAGE(is_compiled(relative, commands), relative << " is in no CMakeLists.txt");
    }
    CHECK_FALSE(is_compiled("tests/unit/core/forgotten_test.cpp", commands));
}

TEST_CASE("tidy: a folder of sources opens with what it is and must not do") {
    for (const auto& [layer, unused] : layers_allowed) {
        const auto path = root / "src" / layer / "CMakeLists.txt";
        if (fs::exists(path)) CHECK_MESSAGE(opens_with_prose(read(path)), layer);
    }
    CHECK_FALSE(opens_with_prose("# SPDX-License-Identifier: MIT\nmuster_layer(core)\n"));
}

TEST_CASE("tidy: each arrow, library and ban catches its planted offender") {
    for (const auto& [layer, allowed] : layers_allowed) {
        for (const auto& [other, unused] : layers_allowed) {
            const auto faults =
                caught("src/" + layer + "/x.cpp", "#include \"muster/" + other + "/y.hpp\"\n");
            CHECK(faults == (allowed.contains(other) ? Rules{} : Rules{"layer"}));
        }
    }
    for (const auto& table : {libraries, standard_headers}) {
        for (const auto& [header, unused] : table) {
            CHECK(caught("src/core/x.cpp", "#include <" + header + ">\n") == Rules{"library"});
        }
    }
    for (const auto& ban : bans) {
        for (const auto& word : ban.words) {
            const auto text = ban.view == View::Strings ? "auto s = \"" + word + "x\";" : word;
            CHECK_MESSAGE(caught(ban.offender_path, text + "\n") == Rules{ban.why}, word);
        }
    }
}
