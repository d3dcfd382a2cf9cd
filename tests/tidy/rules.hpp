// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace muster::tidy {

using Names = std::set<std::string>;

/// The arrows between layers: what each may include besides the standard library.
inline const std::map<std::string, Names> layers_allowed{
    {"core", {"core"}},
    {"ledger", {"core", "ledger"}},
    {"files", {"core", "ledger", "files"}},
    {"storage", {"core", "ledger", "files", "storage"}},
    {"report", {"core", "ledger", "files", "report"}},
    {"intake", {"core", "ledger", "files", "intake"}},
    {"pack", {"core", "ledger", "files", "pack"}},
    {"app", {"core", "ledger", "files", "storage", "report", "intake", "pack", "app"}},
    {"cli", {"core", "app", "cli"}},
    {"ui", {"core", "app", "ui"}},
    {"verify", {"core", "ledger", "files", "pack", "verify"}},
};

/// A library's headers by how they begin, and the only layers that may know it.
struct Owned {
    std::string prefix;
    Names owners;
};
inline const std::vector<Owned> libraries{
    {"wx/", {"ui"}},          {"gtk/", {"ui"}},
    {"atk/", {"ui"}},         {"SQLiteCpp/", {"storage"}},
    {"sqlite3", {"storage"}}, {"pqxx", {"storage"}},
    {"libpq", {"storage"}},   {"xlsxwriter", {"report"}},
    {"cairo", {"report"}},    {"ft2build", {"report"}},
    {"freetype", {"report"}}, {"zint", {"report"}},
    {"zip.h", {"files"}},     {"libxml/", {"files"}},
    {"csv.h", {"files"}},     {"qpdf/", {"files"}},
    {"openssl/", {"ledger"}}, {"nlohmann/", {"ledger"}},
    {"utf8proc", {"ledger"}}, {"boost/program_options", {"cli", "verify"}},
};

/// Standard headers that only some may know (matched whole): what clang 14 cannot read is for
/// nobody; files, threads and standard streams are not for every layer.
inline const std::vector<Owned> standard_headers{
    {"format", {}},
    {"expected", {}},
    {"ranges", {}},
    {"source_location", {}},
    {"regex", {"intake"}},
    {"filesystem",
     {"ledger", "files", "storage", "report", "intake", "pack", "app", "cli", "ui", "verify"}},
    {"fstream",
     {"ledger", "files", "storage", "report", "intake", "pack", "app", "cli", "ui", "verify"}},
    {"iostream", {"cli", "verify"}},
    {"thread", {"app", "ui", "storage"}},
    {"mutex",
     {"ledger", "files", "storage", "report", "intake", "pack", "app", "cli", "ui", "verify"}},
    {"future", {"app", "ui", "storage"}},
    {"condition_variable", {"app", "ui", "storage"}},
};

/// Where a ban looks.
enum class View { Code, Strings, Lines };

/// Words that may not stand in files whose path begins with one of `in`, unless it begins with one
/// of `except`; and the offender (path, line) that proves the ban.
struct Ban {
    std::string why;
    View view;
    std::vector<std::string> words;
    std::vector<std::string> in;
    std::vector<std::string> except;
    std::string offender_path;
};

inline const std::vector<std::string> everywhere{"src/", "include/", "tests/"};
inline const std::vector<std::string> product{"src/", "include/"};
inline const std::vector<std::string> exact_layers{"src/core/", "include/muster/core/",
                                                   "src/storage/", "include/muster/storage/"};

// The words are broken in two so that this file does not offend against itself.
// clang-format off
inline const std::vector<Ban> bans{
    {"only the outermost places catch everything: each main, the window's loop, Background",
     View::Code, {"catch (" "...)"}, everywhere,
     {"src/cli/main.cpp", "src/verify/main.cpp", "src/ui/main.cpp", "src/ui/application.cpp",
      "src/app/background.cpp", "src/ui/background.cpp"},
     "src/storage/x.cpp"},
    {"stock is counted, never approximated",
     View::Code, {"dou" "ble", "flo" "at"}, exact_layers, {}, "include/muster/core/x.hpp"},
    {"time comes from the injected clock",
     View::Code, {"system_" "clock", "time(nullptr" ")", "gettime" "ofday", "clock_" "gettime"},
     everywhere,
     {"src/app/clock", "src/app/system_clock", "src/verify/main.cpp", "tests/tidy/"},
     "src/app/issue.cpp"},
    {"core knows no clock at all",
     View::Code, {"steady_" "clock", "high_resolution_" "clock", "utc_" "clock"},
     {"src/core/", "include/muster/core/"}, {}, "src/core/x.cpp"},
    {"nobody sleeps: wait for the effect",
     View::Code,
     {"sleep_" "for", "sleep_" "until", "wx" "Sleep", "wxMilli" "Sleep", "u" "sleep", "sle" "ep("},
     everywhere, {"tests/e2e/"}, "tests/unit/core/x_test.cpp"},
    {"no notes to ourselves: an issue, or done",
     View::Lines, {"TO" "DO", "FIX" "ME", "X" "XX"}, everywhere, {}, "src/pack/x.cpp"},
    {"SQL stands in data/queries and data/migrations, once",
     View::Strings,
     {"SEL" "ECT ", "INS" "ERT INTO ", "DEL" "ETE FROM ", "UPD" "ATE ", "CRE" "ATE TABLE ",
      "DR" "OP TABLE ", "ALT" "ER TABLE "},
     everywhere,
     {"tests/contract/", "tests/unit/storage/", "tests/scenarios/", "tests/golden/", "tests/e2e/",
      "tests/support/", "tests/bench/"},
     "src/app/x.cpp"},
    {"views do not compile with clang 14 and this standard library",
     View::Code, {"std::vie" "ws", "ranges::vie" "ws"}, everywhere, {}, "src/intake/x.cpp"},
    {"a header opens no namespace for others",
     View::Code, {"using name" "space std"}, everywhere, {}, "include/muster/app/x.hpp"},
};
// clang-format on

/// Type names that say nothing.
inline const std::vector<std::string> empty_suffixes{"Manager", "Helper", "Util",
                                                     "Utils",   "Info",   "Impl"};

constexpr int file_lines_max = 500;
constexpr int function_lines_max = 70;
constexpr int columns_max = 100;

}  // namespace muster::tidy
