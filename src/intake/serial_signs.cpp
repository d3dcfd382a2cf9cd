// SPDX-License-Identifier: MIT
#include "serial_signs.hpp"

#include <algorithm>

#include "folding.hpp"

namespace muster::intake {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The letters that it begins with; empty where figures do not follow them to its end.
std::string_view letters_before_figures(std::string_view serial) {
    const auto first = std::find_if(serial.begin(), serial.end(), is_digit);
    const auto count = static_cast<std::size_t>(first - serial.begin());
    const bool is_plain =
        std::all_of(serial.begin(), first, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool ends = first != serial.end() && std::all_of(first, serial.end(), is_digit);
    return is_plain && ends ? serial.substr(0, count) : std::string_view{};
}

/// Two parts that are serials of one make: the same letters, then figures.
bool are_alike(std::string_view one, std::string_view other) {
    const auto letters = letters_before_figures(one);
    return !letters.empty() && letters == letters_before_figures(other);
}

bool has_word(std::string_view serial, std::string_view word) {
    const std::string text = " " + std::string{serial} + " ";
    return text.find(" " + std::string{word} + " ") != std::string::npos;
}

}  // namespace

bool is_several_serials(std::string_view serial) {
    // What reads like a formula has its own warning, and its brackets are no remark.
    if (!serial.empty() && std::string_view{"=@+-"}.find(serial.front()) != std::string_view::npos)
        return false;
    if (serial.find_first_of("(),;&\n") != std::string_view::npos) return true;
    for (const std::string_view word : {"TO", "AND", "OR", "WAS", "NOW", "FORMERLY", "NOT"})
        if (has_word(serial, word)) return true;
    const auto sign = serial.find_first_of("-/:");
    if (sign == std::string_view::npos) return false;
    return are_alike(trimmed(serial.substr(0, sign)), trimmed(serial.substr(sign + 1)));
}

bool has_strange_letter(std::string_view serial) {
    return std::any_of(serial.begin(), serial.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace muster::intake
