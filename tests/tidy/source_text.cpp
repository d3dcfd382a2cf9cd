// SPDX-License-Identifier: MIT
#include "tidy/source_text.hpp"

#include <algorithm>
#include <cctype>

namespace muster::tidy {
namespace {

bool is_identifier(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Reads a text once from left to right and shares it out over the views.
class Splitter {
public:
    Splitter(SourceText& out, std::string_view text) : out_{out}, text_{text} {}

    void run() {
        next_line();
        while (at_ < text_.size()) {
            if (starts("//")) {
                skip_until("\n", 0);
            } else if (starts("/*")) {
                skip_until("*/", 2);
            } else if (starts("R\"") && (at_ == 0 || !is_identifier(text_[at_ - 1]))) {
                raw_literal();
            } else if (text_[at_] == '"' || (text_[at_] == '\'' && !in_number())) {
                literal(text_[at_]);
            } else {
                take(out_.code);
            }
        }
    }

private:
    bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    /// 1'000'000 holds no character literal.
    bool in_number() const { return at_ > 0 && is_identifier(text_[at_ - 1]); }

    void next_line() {
        out_.lines.emplace_back();
        out_.code.emplace_back();
        out_.strings.emplace_back();
    }
    void advance(std::vector<std::string>* view) {
        const char c = text_[at_++];
        if (c == '\n') return next_line();
        out_.lines.back() += c;
        if (view != nullptr) view->back() += c;
    }
    void take(std::vector<std::string>& view) { advance(&view); }

    void skip_until(std::string_view end, std::size_t also) {
        const auto found = text_.find(end, at_ + also);
        const auto stop = found == text_.npos ? text_.size() : found + also;
        while (at_ < stop) advance(nullptr);
    }
    void literal(char quote) {
        take(out_.code);
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
            if (text_[at_] == '\\') take(out_.strings);
            if (at_ < text_.size()) take(out_.strings);
        }
        out_.strings.back() += '"';
        if (at_ < text_.size()) take(out_.code);
    }
    void raw_literal() {
        const auto open = text_.find('(', at_);
        if (open == text_.npos) return take(out_.code);
        const auto end = ")" + std::string{text_.substr(at_ + 2, open - at_ - 2)} + "\"";
        const auto close = std::min(text_.find(end, open), text_.size());
        while (at_ <= open) advance(nullptr);
        while (at_ < close) take(out_.strings);
        for (std::size_t i = 0; i < end.size() && at_ < text_.size(); ++i) advance(nullptr);
        out_.strings.back() += '"';
        out_.code.back() += "\"\"";
    }

    SourceText& out_;
    std::string_view text_;
    std::size_t at_ = 0;
};

/// What a `{` opens, told from the words since the last statement ended.
enum class Block { Scope, Function, Table };

Block block_after(std::string_view statement) {
    while (!statement.empty() && statement.back() == ' ') statement.remove_suffix(1);
    const bool called = statement.find('(') != statement.npos;
    if (statement.ends_with("=")) return Block::Table;
    if (called && !has_word(statement, "extern")) return Block::Function;
    for (const auto* word : {"namespace", "class", "struct", "union", "enum", "extern"}) {
        if (has_word(statement, word)) return Block::Scope;
    }
    return Block::Table;
}

}  // namespace

SourceText source_text(std::string path, std::string_view text) {
    SourceText out{std::move(path), {}, {}, {}};
    Splitter{out, text}.run();
    // A last line that ends in a newline is not followed by another line.
    if (out.lines.size() > 1 && out.lines.back().empty()) {
        out.lines.pop_back();
        out.code.pop_back();
        out.strings.pop_back();
    }
    return out;
}

std::vector<FunctionSpan> functions_of(const SourceText& source) {
    std::vector<FunctionSpan> found;
    std::vector<Block> open;
    std::string statement;
    int first_line = 0;
    for (std::size_t n = 0; n < source.code.size(); ++n) {
        const auto& line = source.code[n];
        if (line.starts_with("#")) continue;
        const int number = static_cast<int>(n) + 1;
        for (const char c : line) {
            if (c == '{') {
                const bool outer =
                    std::ranges::all_of(open, [](Block b) { return b == Block::Scope; });
                open.push_back(outer ? block_after(statement) : Block::Table);
                if (open.back() == Block::Function) first_line = number;
                statement.clear();
            } else if (c == '}' && !open.empty()) {
                if (open.back() == Block::Function) {
                    found.push_back({first_line, number - first_line + 1});
                }
                open.pop_back();
                statement.clear();
            } else if (c == ';') {
                statement.clear();
            } else {
                statement += c;
            }
        }
        statement += ' ';
    }
    return found;
}

bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool joined_before = at > 0 && is_identifier(text[at - 1]) && is_identifier(word[0]);
        const bool joined_after =
            end < text.size() && is_identifier(text[end]) && is_identifier(word.back());
        if (!joined_before && !joined_after) return true;
    }
    return false;
}

int columns_of(std::string_view line) {
    return static_cast<int>(std::ranges::count_if(
        line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace muster::tidy
