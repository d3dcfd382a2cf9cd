// SPDX-License-Identifier: MIT
#include "cells.hpp"

#include <array>
#include <vector>

#include "folding.hpp"
#include "muster/files/decimal_text.hpp"
#include "synonyms.hpp"

namespace muster::intake {

namespace {

using Kind = files::Cell::Kind;
constexpr std::int64_t quantity_max = 999'999'999;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return -1;
    int value = 0;
    for (const char c : digits) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

int month_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> months{
        "JANUARY", "FEBRUARY", "MARCH",     "APRIL",   "MAY",      "JUNE",
        "JULY",    "AUGUST",   "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"};
    const std::string sought = upper(std::string{word});
    if (sought.size() < 3) return -1;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (months[i].starts_with(sought) || (sought == "SEPT" && i == 8))
            return static_cast<int>(i) + 1;
    return -1;
}

/// The parts of a written date, a time of day after it cut off.
std::vector<std::string_view> date_parts(std::string_view text) {
    if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ') &&
        text.find(':') != std::string_view::npos)
        text = text.substr(0, 10);
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find_first_of("/.-, ");
        if (end != 0) parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

std::string_view without_ordinal(std::string_view day) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (day.size() > 2 && day.ends_with(ending)) return day.substr(0, day.size() - 2);
    return day;
}

int year_of(std::string_view digits) {
    const int year = small_number(digits);
    if (digits.size() == 4) return year;
    if (digits.size() != 2 || year < 0) return -1;
    return year <= 69 ? 2000 + year : 1900 + year;
}

int day_or_month(std::string_view digits) {
    return digits.size() > 2 ? -1 : small_number(digits);
}

/// Text that a spreadsheet made of a date: a month by name, slashes, or a four-digit year.
bool looks_like_date(std::string_view text) {
    if (!date_of_text(text)) return false;
    if (text.find('/') != std::string_view::npos) return true;
    for (const auto part : date_parts(text))
        if (part.size() == 4 || month_of(part) > 0) return true;
    return false;
}

/// `1,234,567` without its commas; anything else as it is.
std::string without_thousands(const std::string& text) {
    const auto first = text.find(',');
    if (first == std::string::npos || first == 0 || first > 3) return text;
    std::string digits = text.substr(0, first);
    for (std::size_t at = first; at < text.size(); at += 4) {
        if (text[at] != ',' || text.size() - at < 4) return text;
        for (std::size_t i = 1; i <= 3; ++i)
            if (!is_digit(text[at + i])) return text;
        digits += text.substr(at + 1, 3);
    }
    return digits;
}

}  // namespace

std::string shown(const files::Cell* cell) {
    if (cell == nullptr) return {};
    if (cell->kind == Kind::date && cell->moment) return core::text_of(cell->moment->day);
    if (cell->kind == Kind::number || cell->kind == Kind::date) {
        const auto decimal = files::decimal_of(cell->text);
        return decimal ? decimal->text() : cell->text;
    }
    return trimmed(cell->text);
}

bool is_blank(const files::Cell* cell, bool marks_too) {
    if (cell == nullptr || cell->kind == Kind::empty) return true;
    const std::string text = shown(cell);
    return text.empty() || (marks_too && cell->kind == Kind::text && is_blank_mark(text));
}

bool holds_date(const files::Cell* cell) {
    if (cell == nullptr) return false;
    return cell->kind == Kind::date || (cell->kind == Kind::text && looks_like_date(shown(cell)));
}

bool holds_number(const files::Cell* cell) {
    if (cell == nullptr) return false;
    if (cell->kind == Kind::number) return true;
    // What a CSV keeps of a long serial that Excel took for a number: 1.23457E+11.
    const std::string text = shown(cell);
    return cell->kind == Kind::text && text.find("E+") != std::string::npos &&
           files::decimal_of(text).has_value();
}

std::optional<core::Date> date_of_text(std::string_view text) {
    const std::string plain = trimmed(text);
    const auto parts = date_parts(plain);
    if (parts.size() != 3) return std::nullopt;
    core::CivilDate civil{-1, -1, -1};
    if (parts[0].size() == 4) {
        civil = {year_of(parts[0]), day_or_month(parts[1]), day_or_month(parts[2])};
        if (is_letter(parts[1].front())) civil.month = month_of(parts[1]);
    } else if (is_letter(parts[1].front())) {
        civil = {year_of(parts[2]), month_of(parts[1]), day_or_month(without_ordinal(parts[0]))};
    } else if (is_letter(parts[0].front())) {
        civil = {year_of(parts[2]), month_of(parts[0]), day_or_month(without_ordinal(parts[1]))};
    } else {
        civil = {year_of(parts[2]), day_or_month(parts[1]), day_or_month(parts[0])};
    }
    return core::date_of(civil);
}

DateReading date_in(const files::Cell* cell) {
    if (is_blank(cell, true)) return {};
    if (cell->kind == Kind::date && cell->moment) return {cell->moment->day, false};
    if (cell->kind == Kind::number) {
        static const core::Date from = *core::date_of(core::CivilDate{1950, 1, 1});
        static const core::Date to = *core::date_of(core::CivilDate{2099, 12, 31});
        const auto moment = files::date_of_serial(cell->text);
        if (moment && moment->day >= from && moment->day <= to) return {moment->day, false};
        return {std::nullopt, true};
    }
    if (cell->kind == Kind::text)
        if (const auto day = date_of_text(cell->text)) return {day, false};
    return {std::nullopt, true};
}

QuantityReading quantity_in(const files::Cell* cell) {
    if (cell == nullptr || (cell->kind != Kind::number && cell->kind != Kind::text))
        return {0, "quantity_not_number"};
    const auto decimal = files::decimal_of(without_thousands(shown(cell)));
    if (!decimal) return {0, "quantity_not_number"};
    if (!decimal->fraction.empty()) return {0, "quantity_not_whole"};
    if (decimal->negative) return {0, "quantity_negative"};
    const auto value = decimal->whole_number();
    if (!value || *value > quantity_max) return {0, "quantity_not_number"};
    return {*value, {}};
}

}  // namespace muster::intake
