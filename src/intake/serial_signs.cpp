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

/// `AA555 BB666`; `G 1234` is one serial.
bool is_pair_with_blank(std::string_view serial) {
    const auto blank = serial.find(' ');
    if (blank == std::string_view::npos) return false;
    return !letters_before_figures(serial.substr(0, blank)).empty() &&
           !letters_before_figures(trimmed(serial.substr(blank + 1))).empty();
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
    if (serial.find_first_of("(),;&\n+") != std::string_view::npos) return true;
    for (const std::string_view word : {"TO", "AND", "OR", "WAS", "NOW", "FORMERLY", "NOT"})
        if (has_word(serial, word)) return true;
    if (is_pair_with_blank(serial)) return true;
    const auto sign = serial.find_first_of("-/:");
    if (sign == std::string_view::npos) return false;
    return are_alike(trimmed(serial.substr(0, sign)), trimmed(serial.substr(sign + 1)));
}

bool has_strange_letter(std::string_view serial) {
    const auto is_strange = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::any_of(serial.begin(), serial.end(), is_strange)) return true;
    const auto escape = serial.find("_X00");
    return escape != std::string_view::npos && serial.size() > escape + 6 &&
           serial[escape + 6] == '_';
}

bool has_control_sign(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == '\x7f';
    });
}

bool is_no_serial(std::string_view serial) {
    for (const std::string_view error :
         {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})
        if (serial == error) return true;
    return !serial.empty() && serial.find_first_not_of('0') == std::string_view::npos;
}

bool is_written_number(std::string_view serial) {
    const auto point = serial.find('.');
    return point != std::string_view::npos && point > 0 && point + 1 < serial.size() &&
           std::all_of(serial.begin(), serial.begin() + static_cast<std::ptrdiff_t>(point),
                       is_digit) &&
           serial.find_first_not_of('0', point + 1) == std::string_view::npos;
}

}  // namespace muster::intake
