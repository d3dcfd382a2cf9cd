// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muster::core {

/// A moment, in milliseconds of UTC since 1970. Its text is always `2026-03-01T06:41:12.345Z`.
struct Instant {
    std::int64_t ms = 0;
    auto operator<=>(const Instant&) const = default;
};

/// A calendar day, in days since 1970-01-01. Its text is always `2026-03-01`.
///
/// Authorisations, expiries and inspections are UK local dates, inclusive (FORMATS §1).
struct Date {
    std::int64_t days = 0;
    auto operator<=>(const Date&) const = default;
};

/// A year, month and day as people write them; may name no real day.
struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    auto operator<=>(const CivilDate&) const = default;
};

std::string text_of(Instant instant);
std::string text_of(Date date);
/// Reads exactly the form that `text_of` writes; anything else is nothing.
std::optional<Instant> instant_of(std::string_view text);
std::optional<Date> date_of(std::string_view text);

/// The day of that civil date, or nothing where there is none (31 April, month 13, before 1900,
/// after 2999).
std::optional<Date> date_of(CivilDate civil);
CivilDate civil_of(Date date);

/// UK clocks are an hour ahead of UTC from the last Sunday of March to that of October, 01:00 UTC.
bool is_uk_summer_time(Instant instant);
/// The day on a clock in the United Kingdom at `instant`.
Date uk_date(Instant instant);
/// Date and time on such a clock, `2026-03-01 06:41`.
std::string uk_time_text(Instant instant);
/// A date for people: `28 Feb 2026`.
std::string people_text(Date date);

}  // namespace muster::core
