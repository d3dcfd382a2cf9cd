// SPDX-License-Identifier: MIT
#include "tidy/faults.hpp"

#include <algorithm>
#include <regex>

#include "tidy/rules.hpp"

namespace muster::tidy {
namespace {

bool begins_with_any(const std::string& path, const std::vector<std::string>& prefixes) {
    return std::ranges::any_of(prefixes, [&](const auto& p) { return path.starts_with(p); });
}

/// The layer of a product file; of a test only "tidy" matters, others may include what they judge.
std::string layer_of(const std::string& path) {
    for (const std::string top : {"src/", "include/muster/", "tests/"}) {
        if (!path.starts_with(top)) continue;
        const auto layer = path.substr(top.size(), path.find('/', top.size()) - top.size());
        return top == "tests/" ? "tests" : layer;
    }
    return "";
}

/// A line's faults go through here, so that every one has a place.
class Report {
public:
    explicit Report(const SourceText& source) : source_{source} {}
    void add(std::size_t line, const std::string& rule, const std::string& words) {
        faults_.push_back({rule, source_.path + ":" + std::to_string(line + 1), words});
    }
    std::vector<RuleFault> take() { return std::move(faults_); }

private:
    const SourceText& source_;
    std::vector<RuleFault> faults_;
};

void check_include(const std::string& layer, const std::string& line, std::size_t n, Report& out) {
    static const std::regex include{R"re(^\s*#\s*include\s+["<]([^">]+)[">])re"};
    static const std::regex ours{R"re(^(muster/)?([a-z]+)/)re"};
    std::smatch found;
    if (line.find('#') == line.npos || !std::regex_search(line, found, include)) return;
    const std::string header = found[1];
    if (header.starts_with("..")) out.add(n, "layer", "no way up: include from the root");
    if (layer == "tests") return;
    if (std::regex_search(header, found, ours) && layers_allowed.contains(found[2])) {
        const std::string other = found[2];
        const bool open = found[1].matched;
        if (!layers_allowed.at(layer).contains(other)) {
            out.add(n, "layer", layer + " may not include " + header);
        } else if (!open && other != layer) {
            out.add(n, "layer", header + " is private to " + other);
        }
    }
    const auto forbid = [&](const Owned& owned, bool meant) {
        if (meant && !owned.owners.contains(layer)) {
            out.add(n, "library", "<" + header + "> is not for " + layer);
        }
    };
    for (const auto& owned : libraries) forbid(owned, header.starts_with(owned.prefix));
    for (const auto& owned : standard_headers) forbid(owned, header == owned.prefix);
}

void check_bans(const SourceText& source, Report& out) {
    for (const auto& ban : bans) {
        if (!begins_with_any(source.path, ban.in) || begins_with_any(source.path, ban.except))
            continue;
        const auto& lines = ban.view == View::Code      ? source.code
                            : ban.view == View::Strings ? source.strings
                                                        : source.lines;
        for (std::size_t n = 0; n < lines.size(); ++n) {
            for (const auto& word : ban.words) {
                if (has_word(lines[n], word)) out.add(n, ban.why, word + ": " + ban.why);
            }
        }
    }
}

void check_names(const SourceText& source, Report& out) {
    static const std::regex type{R"re(\b(?:class|struct|enum)\s+(\w+))re"};
    for (std::size_t n = 0; n < source.code.size(); ++n) {
        const auto& line = source.code[n];
        std::smatch found;
        if ((line.find("class ") == line.npos && line.find("struct ") == line.npos) ||
            !std::regex_search(line, found, type)) {
            continue;
        }
        const std::string name = found[1];
        const bool interface_name = name.size() > 2 && name[0] == 'I' &&
                                    std::isupper(static_cast<unsigned char>(name[1])) != 0 &&
                                    std::islower(static_cast<unsigned char>(name[2])) != 0;
        const bool empty = std::ranges::any_of(
            empty_suffixes, [&](const auto& suffix) { return name.ends_with(suffix); });
        if (interface_name || empty) out.add(n, "name", name + ": say what it is");
    }
}

void check_sizes(const SourceText& source, Report& out) {
    for (std::size_t n = 0; n < source.lines.size(); ++n) {
        if (columns_of(source.lines[n]) > columns_max) out.add(n, "columns", "over 100 columns");
    }
    if (std::ssize(source.lines) > file_lines_max) out.add(0, "file size", "over 500 lines: split");
    for (const auto& [first_line, line_count] : functions_of(source)) {
        if (line_count > function_lines_max) {
            out.add(static_cast<std::size_t>(first_line) - 1, "function size",
                    "a function of " + std::to_string(line_count) + " lines");
        }
    }
}

void check_head(const SourceText& source, Report& out) {
    if (source.lines[0] != "// SPDX-License-Identifier: MIT") {
        out.add(0, "licence", "the first line is not the licence line");
    }
    const bool header = source.path.ends_with(".hpp");
    if (header && std::ranges::find(source.code, "#pragma once") == source.code.end()) {
        out.add(0, "pragma once", "a header without #pragma once");
    }
}

}  // namespace

std::vector<RuleFault> faults_in(const SourceText& source) {
    Report out{source};
    check_head(source, out);
    const auto layer = layer_of(source.path);
    for (std::size_t n = 0; n < source.lines.size(); ++n) {
        check_include(layer, source.lines[n], n, out);
    }
    check_bans(source, out);
    check_names(source, out);
    check_sizes(source, out);
    return out.take();
}

bool is_compiled(std::string_view path, std::string_view compile_commands) {
    return compile_commands.find("/" + std::string{path} + "\"") != compile_commands.npos;
}

bool opens_with_prose(std::string_view cmake_lists) {
    const std::string licence = "# SPDX-License-Identifier: MIT\n";
    if (cmake_lists.starts_with(licence)) cmake_lists.remove_prefix(licence.size());
    return cmake_lists.starts_with("# ") && cmake_lists.find('\n') > 30;
}

}  // namespace muster::tidy
