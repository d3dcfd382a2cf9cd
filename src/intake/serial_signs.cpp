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

/// The figures at its end, as a number; -1 where there are none or too many.
int figures_at_end(std::string_view serial) {
    constexpr std::size_t figures_max = 9;
    const auto last = serial.find_last_not_of("0123456789");
    const auto figures = last == std::string_view::npos ? serial : serial.substr(last + 1);
    if (figures.empty() || figures.size() > figures_max) return -1;
    int number = 0;
    for (const char c : figures) number = number * 10 + (c - '0');
    return number;
}

/// `1001-1010` and `AB100-110`: figures that go on from the end of the first.
bool is_range(std::string_view one, std::string_view other) {
    constexpr std::size_t shortest = 2;
    constexpr int longest = 500;
    if (other.size() < shortest || !std::all_of(other.begin(), other.end(), is_digit)) return false;
    const auto last = one.find_last_not_of("0123456789");
    const auto figures = last == std::string_view::npos ? one.size() : one.size() - last - 1;
    if (figures < other.size()) return false;
    const int from = figures_at_end(one.substr(one.size() - other.size()));
    const int to = figures_at_end(other);
    return from >= 0 && to > from && to - from <= longest;
}

bool has_word(std::string_view serial, std::string_view word) {
    const std::string text = " " + std::string{serial} + " ";
    return text.find(" " + std::string{word} + " ") != std::string::npos;
}

/// `1234*`, `#1234`, `S/N 1234`: somebody marked it, or wrote what it is.
bool has_sign_about_it(std::string_view serial) {
    if (serial.ends_with('*') || serial.ends_with('?')) return true;
    for (const std::string_view start :
         {"#", "*", "?", "NO.", "NO:", "NO ", "NUMBER", "S/N", "S.N.", "SN:", "SN.", "SN ", "SER.",
          "SER:", "SER ", "SERIAL"})
        if (serial.starts_with(start)) return true;
    return false;
}

}  // namespace

bool is_several_serials(std::string_view serial) {
    // What reads like a formula has its own warning, and its brackets are no remark.
    if (!serial.empty() && std::string_view{"=@+-"}.find(serial.front()) != std::string_view::npos)
        return false;
    if (serial.find_first_of("(),;&\n+") != std::string_view::npos) return true;
    if (has_sign_about_it(serial)) return true;
    for (const std::string_view word :
         {"TO", "AND", "OR", "WAS", "NOW", "FORMERLY", "NOT", "OLD", "SEE", "SPARE", "SCRAPPED",
          "SCRAP", "PENDING", "BLANK", "DESTROYED", "EX"})
        if (has_word(serial, word)) return true;
    if (is_pair_with_blank(serial)) return true;
    const auto sign = serial.find_first_of("-/:");
    if (sign == std::string_view::npos) return false;
    const std::string one = trimmed(serial.substr(0, sign));
    const std::string other = trimmed(serial.substr(sign + 1));
    return are_alike(one, other) || (serial[sign] == '-' && is_range(one, other));
}

bool has_strange_letter(std::string_view serial) {
    const auto is_strange = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::any_of(serial.begin(), serial.end(), is_strange)) return true;
    const auto escape = serial.find("_X00");
    return escape != std::string_view::npos && serial.size() > escape + 6 &&
           serial[escape + 6] == '_';
}

bool has_small_l(std::string_view text) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto others =
        std::count_if(text.begin(), text.end(), [&](char c) { return is_small(c) && c != 'l'; });
    return others == 0 && text.find('l') != std::string_view::npos;
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
