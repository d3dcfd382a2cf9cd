// SPDX-License-Identifier: MIT
#include "muster/app/scan_text.hpp"

#include <algorithm>
#include <utility>

namespace muster::app {
namespace {

constexpr std::size_t code_length_max = 64;
constexpr std::size_t quantity_digits_max = 9;

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<std::string> scan_text(std::string_view typed) {
    std::string code{trimmed(typed)};
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const auto on_labels = [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || c == ' ' || c == '.' || c == '/' ||
               c == '-';
    };
    if (code.empty() || code.size() > code_length_max) return std::nullopt;
    if (!std::all_of(code.begin(), code.end(), on_labels)) return std::nullopt;
    return code;
}

std::optional<std::int64_t> typed_quantity(std::string_view typed) {
    const std::string_view digits = trimmed(typed);
    if (digits.empty() || digits.size() > quantity_digits_max) return std::nullopt;
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
    std::int64_t number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    return number;
}

void KeyBursts::key(std::int64_t at_ms) {
    run_ = run_ > 0 && at_ms - last_ms_ < gap_ms ? run_ + 1 : 1;
    last_ms_ = at_ms;
}

bool KeyBursts::ends_burst(std::int64_t at_ms) const {
    return is_burst() && at_ms - last_ms_ < gap_ms;
}

ControlKeys::Verdict ControlKeys::key(std::int64_t at_ms, bool control, bool enter) {
    const bool fast = at_ms - last_ms_ < KeyBursts::gap_ms;
    const bool after_control = std::exchange(last_control_, control);
    last_ms_ = at_ms;
    if (voided_ && fast) {
        voided_ = !enter;
        return Verdict::swallowed;
    }
    voided_ = fast && (control || after_control) && !enter;
    return fast && (control || after_control) ? Verdict::voids : Verdict::passes;
}

}  // namespace muster::app
