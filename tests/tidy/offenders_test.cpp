// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tidy/faults.hpp"
#include "tidy/rules.hpp"

using namespace muster::tidy;

namespace {

const std::string head = "// SPDX-License-Identifier: MIT\n";

/// The rules broken, each once for each time it was broken.
std::vector<std::string> broken(const std::string& path, const std::string& text) {
    std::vector<std::string> rules;
    for (const auto& fault : faults_in(source_text(path, text))) rules.push_back(fault.rule);
    return rules;
}

std::string lines(int count, const std::string& line) {
    std::string text;
    for (int i = 0; i < count; ++i) text += line + "\n";
    return text;
}

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("tidy: a file without its licence line or pragma is caught") {
    CHECK(broken("src/core/x.cpp", "int x;\n") == Rules{"licence"});
    CHECK(broken("src/core/x.hpp", head + "int x;\n") == Rules{"pragma once"});
    CHECK(broken("src/core/x.hpp", head + "#pragma once\nint x;\n").empty());
}

TEST_CASE("tidy: long lines, files and functions are caught at one past the limit") {
    const auto body = [](int count) {
        return "int f(int a) {\n" + lines(count - 2, "++a;") + "}\n";
    };
    CHECK(broken("src/core/x.cpp", head + std::string(100, '/') + "\n").empty());
    CHECK(broken("src/core/x.cpp", head + std::string(101, '/') + "\n") == Rules{"columns"});
    CHECK(broken("src/core/x.cpp", head + lines(499, "")).empty());
    CHECK(broken("src/core/x.cpp", head + lines(500, "")) == Rules{"file size"});
    CHECK(broken("src/core/x.cpp", head + body(70)).empty());
    CHECK(broken("src/core/x.cpp", head + body(71)) == Rules{"function size"});
    CHECK(broken("src/core/x.cpp", head + "namespace a {\nclass B {\n" + body(71) + "};\n}\n") ==
          Rules{"function size"});
    CHECK(
        broken("src/core/x.cpp", head + "const T t{\n" + lines(90, "{1, f(2)},") + "};\n").empty());
}

TEST_CASE("tidy: a hundred characters that take more bytes are not too long") {
    std::string line = "// ";
    for (int i = 0; i < 97; ++i) line += "\u00e9";
    CHECK(broken("src/core/x.cpp", head + line + "\n").empty());
}

TEST_CASE("tidy: names that say nothing are caught") {
    for (const auto& suffix : empty_suffixes) {
        CHECK(broken("src/core/x.cpp", head + "class Stock" + suffix + " {};\n") == Rules{"name"});
    }
    CHECK(broken("src/core/x.cpp", head + "struct IClock {};\n") == Rules{"name"});
    CHECK(broken("src/core/x.cpp", head + "struct IssueRequest {};\nstruct Item {};\n").empty());
}

TEST_CASE("tidy: another layer's private header and a way up are caught") {
    CHECK(broken("src/app/x.cpp", head + "#include \"storage/engine.hpp\"\n") == Rules{"layer"});
    CHECK(broken("src/storage/x.cpp", head + "#include \"storage/engine.hpp\"\n").empty());
    CHECK(broken("src/core/x.cpp", head + "#include \"../ui/frame.hpp\"\n") == Rules{"layer"});
}

TEST_CASE("tidy: an owner may include its library and a test may include any") {
    for (const auto& table : {libraries, standard_headers}) {
        for (const auto& [header, owners] : table) {
            const auto include = head + "#include <" + header + ">\n";
            for (const auto& owner : owners) {
                CHECK(broken("src/" + owner + "/x.cpp", include).empty());
            }
            CHECK(broken("tests/unit/core/x_test.cpp", include).empty());
        }
    }
}

TEST_CASE("tidy: words in comments and strings are not code, and digits hold no literal") {
    CHECK(
        broken("src/core/x.cpp", head + "// a double\nauto s = \"double\"; /* float */\n").empty());
    CHECK(broken("src/core/x.cpp", head + "auto n = 1'000; double d;\n").size() == 1);
    const std::string statement = std::string{"SEL"} + "ECT 1";
    CHECK(broken("src/app/x.cpp", head + "// " + statement + "\n").empty());
    CHECK(broken("src/app/x.cpp", head + "auto s = R\"(" + statement + ")\";\n").size() == 1);
    CHECK(broken("src/core/x.cpp", head + "int doubled; int a_float;\n").empty());
}

TEST_CASE("tidy: where everything may be caught, a ban holds its tongue") {
    const auto text = head + "try {} catch (...) {}\n";
    CHECK(broken("src/cli/main.cpp", text).empty());
    CHECK(broken("src/cli/issue.cpp", text).size() == 1);
}
