// SPDX-License-Identifier: MIT
#include "muster/core/time.hpp"

#include <array>

namespace muster::core {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t ms_per_hour = 3'600'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

// Days since 1970-01-01 of a proleptic Gregorian date, by shifting the year to begin in March.
std::int64_t days_of(int year, int month, int day) {
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = floor_div(y, 400);
    const std::int64_t year_of_era = y - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

std::string padded(std::int64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// The digits of `text` at `at`, or -1 where one of them is none.
int digits(std::string_view text, std::size_t at, std::size_t length) {
    int number = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

// 01:00 UTC on the last Sunday of that month.
std::int64_t last_sunday_ms(int year, int month) {
    const std::int64_t last = days_of(year, month, days_in_month(year, month));
    const std::int64_t weekday = (last + 4) % 7;  // 1970-01-01 was a Thursday; 0 is Sunday
    return (last - weekday) * ms_per_day + ms_per_hour;
}

}  // namespace

CivilDate civil_of(Date date) {
    const std::int64_t shifted = date.days + 719'468;
    const std::int64_t era = floor_div(shifted, 146'097);
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_index = (5 * day_of_year + 2) / 153;
    CivilDate civil;
    civil.day = static_cast<int>(day_of_year - (153 * month_index + 2) / 5 + 1);
    civil.month = static_cast<int>(month_index < 10 ? month_index + 3 : month_index - 9);
    civil.year = static_cast<int>(year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0));
    return civil;
}

std::optional<Date> date_of(CivilDate civil) {
    if (civil.year < 1900 || civil.year > 2999 || civil.month < 1 || civil.month > 12 ||
        civil.day < 1)
        return std::nullopt;
    if (civil.day > days_in_month(civil.year, civil.month)) return std::nullopt;
    return Date{days_of(civil.year, civil.month, civil.day)};
}

std::string text_of(Date date) {
    const CivilDate civil = civil_of(date);
    return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2);
}

std::string text_of(Instant instant) {
    const std::int64_t days = floor_div(instant.ms, ms_per_day);
    const std::int64_t ms = instant.ms - days * ms_per_day;
    return text_of(Date{days}) + "T" + padded(ms / ms_per_hour, 2) + ":" +
           padded(ms / 60'000 % 60, 2) + ":" + padded(ms / 1'000 % 60, 2) + "." +
           padded(ms % 1'000, 3) + "Z";
}

std::optional<Date> date_of(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const CivilDate civil{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
    return date_of(civil);
}

std::optional<Instant> instant_of(std::string_view text) {
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != '.' || text[23] != 'Z')
        return std::nullopt;
    const auto date = date_of(text.substr(0, 10));
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2), ms = digits(text, 20, 3);
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
        ms < 0)
        return std::nullopt;
    return Instant{date->days * ms_per_day + hour * ms_per_hour + minute * 60'000 + second * 1'000 +
                   ms};
}

bool is_uk_summer_time(Instant instant) {
    const int year = civil_of(Date{floor_div(instant.ms, ms_per_day)}).year;
    return instant.ms >= last_sunday_ms(year, 3) && instant.ms < last_sunday_ms(year, 10);
}

Date uk_date(Instant instant) {
    const std::int64_t local = instant.ms + (is_uk_summer_time(instant) ? ms_per_hour : 0);
    return Date{floor_div(local, ms_per_day)};
}

std::string uk_time_text(Instant instant) {
    const Instant local{instant.ms + (is_uk_summer_time(instant) ? ms_per_hour : 0)};
    std::string text = text_of(local).substr(0, 16);
    text[10] = ' ';
    return text;
}

std::string people_text(Date date) {
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const CivilDate civil = civil_of(date);
    return std::to_string(civil.day) + " " + months.at(static_cast<std::size_t>(civil.month - 1)) +
           " " + std::to_string(civil.year);
}

}  // namespace muster::core
