// SPDX-License-Identifier: MIT
#include "cells.hpp"

#include <algorithm>
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

bool is_weekday(std::string_view word) {
    const std::string key = words_key(word);
    for (const std::string_view day :
         {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        if (key.size() >= 3 && day.starts_with(key)) return true;
    return key == "tues" || key == "weds" || key == "thurs";
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

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// `31DEC28` in its three parts.
void divide_solid(std::vector<std::string_view>& parts) {
    const std::string_view solid = parts.front();
    const auto first = std::find_if_not(solid.begin(), solid.end(), is_digit);
    const auto second = std::find_if(first, solid.end(), is_digit);
    if (first == solid.begin() || first == second || second == solid.end()) return;
    const auto at = static_cast<std::size_t>(first - solid.begin());
    const auto end = static_cast<std::size_t>(second - solid.begin());
    parts = {solid.substr(0, at), solid.substr(at, end - at), solid.substr(end)};
}

/// The parts of a written date, a weekday before it and a time of day after it cut off.
std::vector<std::string_view> date_parts(std::string_view text) {
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const auto end = text.find_last_of(" T", colon);
        if (end != std::string_view::npos) text = text.substr(0, end);
    }
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find_first_of("/.-, '");
        if (end != 0) parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    if (parts.size() == 4 && is_weekday(parts[0])) parts.erase(parts.begin());
    std::erase_if(parts, [](std::string_view part) { return part == "the" || part == "of"; });
    if (parts.size() == 1) divide_solid(parts);
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

/// What Excel shows of a serial such as MAR03 that it took for a date: `3-Mar`, `Mar-03`.
bool looks_like_short_date(std::string_view text) {
    const auto hyphen = text.find('-');
    if (hyphen == std::string_view::npos || text.find('-', hyphen + 1) != std::string_view::npos)
        return false;
    std::string_view day = text.substr(0, hyphen);
    std::string_view month = text.substr(hyphen + 1);
    if (!is_digits(day)) std::swap(day, month);
    return day.size() <= 2 && is_digits(day) && month.size() == 3 && is_letter(month.front()) &&
           month_of_word(month) > 0;
}

/// Text that a spreadsheet made of a date: a month by name, slashes, or a four-digit year.
bool looks_like_date(std::string_view text) {
    if (looks_like_short_date(text)) return true;
    // 12MAR45 may as well be engraved.
    if (text.find_first_of("/.-, ") == std::string_view::npos || !date_of_text(text)) return false;
    if (text.find('/') != std::string_view::npos) return true;
    for (const auto part : date_parts(text))
        if (part.size() == 4 || month_of_word(part) > 0) return true;
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
        std::string digits = digits_held(cell);
        const std::string& format = cell->format;
        const bool is_of_zeros = format.find_first_not_of('0') == std::string::npos;
        if (is_of_zeros && digits.size() < format.size() && is_digits(digits))
            digits.insert(0, format.size() - digits.size(), '0');
        return digits;
    }
    return trimmed(cell->text);
}

std::string digits_held(const files::Cell* cell) {
    const auto decimal = files::decimal_of(cell->text);
    return decimal ? decimal->text() : cell->text;
}

std::string without_guard(std::string text, bool apostrophe_too) {
    if (text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"') &&
        text.find('"', 2) == text.size() - 1)
        return trimmed(std::string_view{text}.substr(2, text.size() - 3));
    if (apostrophe_too && text.size() > 1 && text.front() == '\'' &&
        text.find_first_not_of('\'') != std::string::npos)
        return trimmed(std::string_view{text}.substr(1));
    return text;
}

bool is_blank(const files::Cell* cell, bool marks_too) {
    if (cell == nullptr || cell->kind == Kind::empty) return true;
    if (cell->kind != Kind::text) return cell->text.empty();
    return marks_too ? is_blank_mark(cell->text) : trimmed(cell->text).empty();
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
    if (cell->kind != Kind::text) return false;
    if (text.find(',') != std::string::npos && is_digits(without_thousands(text))) return true;
    return text.find("E+") != std::string::npos && files::decimal_of(text).has_value();
}

std::optional<core::Date> month_end_in(const files::Cell* cell) {
    if (is_blank(cell, true)) return std::nullopt;
    int year = -1;
    int month = -1;
    if (cell->kind == Kind::date && cell->moment) {
        const auto civil = core::civil_of(cell->moment->day);
        if (civil.day != 1 || cell->format.find_first_of("dDhH") != std::string::npos ||
            cell->format.find_first_of("yY") == std::string::npos)
            return std::nullopt;
        year = civil.year;
        month = civil.month;
    } else if (cell->kind == Kind::text) {
        const std::string text = shown(cell);
        const auto parts = date_parts(text);
        if (parts.size() != 2) return std::nullopt;
        const bool year_first = parts[0].size() == 4 && is_digits(parts[0]);
        const auto& named = parts[year_first ? 1 : 0];
        year = year_of(parts[year_first ? 0 : 1]);
        month = is_letter(named.front()) ? month_of_word(named) : day_or_month(named);
    }
    if (year < 1950 || month < 1 || month > 12) return std::nullopt;
    const auto next = core::date_of(
        core::CivilDate{month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1});
    return next ? std::optional{core::Date{next->days - 1}} : std::nullopt;
}

std::optional<core::Date> date_of_text(std::string_view text) {
    const std::string plain = trimmed(text);
    const auto parts = date_parts(plain);
    if (parts.size() != 3) return std::nullopt;
    core::CivilDate civil{-1, -1, -1};
    if (parts[0].size() == 4 && is_digits(parts[0])) {
        civil = {year_of(parts[0]), day_or_month(parts[1]), day_or_month(parts[2])};
        if (is_letter(parts[1].front())) civil.month = month_of_word(parts[1]);
    } else if (is_letter(parts[1].front())) {
        civil = {year_of(parts[2]), month_of_word(parts[1]),
                 day_or_month(without_ordinal(parts[0]))};
    } else if (is_letter(parts[0].front())) {
        civil = {year_of(parts[2]), month_of_word(parts[0]),
                 day_or_month(without_ordinal(parts[1]))};
    } else {
        civil = {year_of(parts[2]), day_or_month(parts[1]), day_or_month(parts[0])};
    }
    return core::date_of(civil);
}

DateOrder date_order(const files::Cell& cell) {
    constexpr std::size_t longest = 30;
    if (cell.kind != Kind::text || cell.text.size() > longest) return DateOrder::none;
    const std::string plain = trimmed(cell.text);
    const auto parts = date_parts(plain);
    if (parts.size() != 3 || parts[0].size() > 2 || !is_digits(parts[0]) || !is_digits(parts[1]))
        return DateOrder::none;
    const int year = year_of(parts[2]);
    const int first = day_or_month(parts[0]);
    const int second = day_or_month(parts[1]);
    const bool day_first = core::date_of(core::CivilDate{year, second, first}).has_value();
    const bool month_first = core::date_of(core::CivilDate{year, first, second}).has_value();
    if (day_first && month_first) return first == second ? DateOrder::none : DateOrder::either;
    return day_first     ? DateOrder::day_first
           : month_first ? DateOrder::month_first
                         : DateOrder::none;
}

namespace {

/// 20140406, as some systems export days.
std::optional<core::Date> date_of_eight_digits(std::string_view text) {
    if (text.size() != 8 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return core::date_of(core::CivilDate{small_number(text.substr(0, 4)),
                                         small_number(text.substr(4, 2)),
                                         small_number(text.substr(6, 2))});
}

/// The number of a spreadsheet that means a day of our time.
std::optional<files::DayTime> day_of_number(const std::string& text, files::Epoch epoch) {
    static const core::Date from = *core::date_of(core::CivilDate{1950, 1, 1});
    static const core::Date to = *core::date_of(core::CivilDate{2099, 12, 31});
    const auto moment = files::date_of_serial(text, epoch);
    if (moment && moment->day >= from && moment->day <= to) return moment;
    if (const auto day = date_of_eight_digits(text)) return files::DayTime{*day, 0};
    return std::nullopt;
}

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;
constexpr std::int64_t ms_per_day = 24 * ms_per_hour;

/// `14:30`, `14:30:05`, `14.30`, `1430`, `2:30 pm`, with or without `hrs`.
std::optional<std::int64_t> time_of_text(std::string_view text) {
    std::string key = words_key(text);  // digits and letters, one space between
    bool afternoon = false;
    bool has_half = false;
    for (const std::string_view ending : {"z", "hrs", "hours", "h", "pm", "am"}) {
        if (!std::string_view{key}.ends_with(ending)) continue;
        has_half = ending == "pm" || ending == "am";
        afternoon = ending == "pm";
        key.resize(key.size() - ending.size());
        break;
    }
    while (!key.empty() && key.back() == ' ') key.pop_back();
    std::vector<std::string> parts{""};
    for (const char c : key) {
        if (c == ' ')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    if (parts.size() == 1 && (parts[0].size() == 3 || parts[0].size() == 4))
        parts = {parts[0].substr(0, parts[0].size() - 2), parts[0].substr(parts[0].size() - 2)};
    if (parts.size() == 1 && has_half) parts.emplace_back("00");
    if (parts.size() < 2 || parts.size() > 4) return std::nullopt;
    int hour = small_number(parts[0]);
    const int minute = small_number(parts[1]);
    const int second = parts.size() > 2 ? small_number(parts[2]) : 0;
    if (has_half && (hour < 1 || hour > 12)) return std::nullopt;
    if (has_half) hour = hour % 12 + (afternoon ? 12 : 0);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    return hour * ms_per_hour + minute * ms_per_minute + second * 1'000;
}

/// The time of day in a cell of its own; nothing where it says something that is none.
std::optional<std::int64_t> time_in(const files::Cell* cell) {
    if (is_blank(cell, true)) return 0;
    if (cell->kind == Kind::number || cell->kind == Kind::date) {
        // A fraction of a day. Some day or other is put before it, since none may stand alone.
        const auto decimal = files::decimal_of(cell->text);
        if (decimal && !decimal->negative && !(decimal->fraction.empty() && decimal->whole != "0"))
            if (const auto moment = files::date_of_serial("40000." + decimal->fraction + "0"))
                return moment->ms;
    }
    return time_of_text(shown(cell));
}

core::Instant instant_of_uk(core::Date day, std::int64_t ms) {
    const std::int64_t local = day.days * ms_per_day + ms;
    const core::Instant in_summer{local - ms_per_hour};
    return core::is_uk_summer_time(in_summer) ? in_summer : core::Instant{local};
}

}  // namespace

DateReading date_in(const files::Cell* cell, files::Epoch epoch) {
    if (is_blank(cell, true)) return {};
    if (cell->kind == Kind::date && cell->moment) return {cell->moment->day, false};
    if (cell->kind == Kind::number) {
        const auto moment = day_of_number(shown(cell), epoch);
        return moment ? DateReading{moment->day, false} : DateReading{std::nullopt, true};
    }
    if (cell->kind == Kind::text) {
        if (const auto day = date_of_text(cell->text)) return {day, false};
        if (const auto day = date_of_eight_digits(shown(cell))) return {day, false};
    }
    return {std::nullopt, true};
}

MomentReading moment_in(const files::Cell* day, const files::Cell* time, files::Epoch epoch) {
    if (is_blank(day, true)) return {};
    const auto date = date_in(day, epoch);
    auto ms = time_in(time);
    if (!date.day || !ms) return {std::nullopt, true, date.day.has_value()};
    if (!is_blank(time, true)) return {instant_of_uk(*date.day, *ms), false};
    if (day->kind == Kind::date && day->moment)
        return {instant_of_uk(*date.day, day->moment->ms), false};
    if (day->kind == Kind::number) {
        const auto moment = day_of_number(shown(day), epoch);
        return {instant_of_uk(*date.day, moment ? moment->ms : 0), false};
    }
    const std::string text = shown(day);
    const auto colon = text.find(':');
    if (colon == std::string::npos) return {instant_of_uk(*date.day, 0), false};
    const auto start = text.find_last_of(" T", colon);
    ms = time_of_text(std::string_view{text}.substr(start == std::string::npos ? 0 : start + 1));
    if (!ms) return {std::nullopt, true, false};
    if (text.ends_with('Z')) return {core::Instant{date.day->days * ms_per_day + *ms}, false};
    return {instant_of_uk(*date.day, *ms), false};
}

QuantityReading quantity_in(const files::Cell* cell) {
    if (cell == nullptr || (cell->kind != Kind::number && cell->kind != Kind::text))
        return {0, "quantity_not_number"};
    const auto decimal = files::decimal_of(without_thousands(shown(cell)));
    if (!decimal) return {0, "quantity_not_number"};
    if (!decimal->fraction.empty()) return {0, "quantity_not_whole"};
    if (decimal->negative) return {0, "quantity_negative"};
    const auto value = decimal->whole_number();
    if (!value || *value > quantity_max) return {0, "quantity_too_large"};
    return {*value, {}};
}

bool says_yes(const files::Cell* cell) {
    return !is_blank(cell, true) && !is_no(shown(cell));
}

}  // namespace muster::intake
