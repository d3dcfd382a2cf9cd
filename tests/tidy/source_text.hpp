// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::tidy {

/// One source file: its path from the root of the repository, and its lines seen three ways.
/// All three have the same number of lines.
struct SourceText {
    std::string path;
    std::vector<std::string> lines;    ///< as they stand
    std::vector<std::string> code;     ///< without comments, literals left as empty quotes
    std::vector<std::string> strings;  ///< what stands in literals, a quote after each
};

/// A function body: the line of its opening brace (from 1) and how many lines it spans.
struct FunctionSpan {
    int first_line;
    int line_count;
};

/// Splits a text into the three views. Understands comments, character, string and raw literals.
SourceText source_text(std::string path, std::string_view text);

/// The function bodies of a file: every outermost block that is not a namespace, type or table.
std::vector<FunctionSpan> functions_of(const SourceText& source);

/// Whether `word` stands in `text` as a word of its own (no identifier character touches it).
bool has_word(std::string_view text, std::string_view word);

/// Characters, not bytes: a long dash is one column.
int columns_of(std::string_view line);

}  // namespace muster::tidy
