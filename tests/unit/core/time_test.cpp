// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <array>

#include "muster/core/time.hpp"

using namespace muster::core;

namespace {

Instant at(const char* text) {
    const auto instant = instant_of(text);
    REQUIRE_MESSAGE(instant, text);
    return *instant;
}

// Counted day by day, so that nothing is shared with the code under test.
bool is_leap(int year) {
    if (year % 400 == 0) return true;
    if (year % 100 == 0) return false;
    return year % 4 == 0;
}

}  // namespace

TEST_CASE("time: every day of two hundred years is the day after the one before, there and back") {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    REQUIRE(date_of(CivilDate{1970, 1, 1}) == Date{0});
    std::int64_t days = date_of(CivilDate{1900, 1, 1})->days;
    CHECK(days == -25'567);
    int wrong = 0;
    for (int year = 1900; year < 2100; ++year)
        for (int month = 1; month <= 12; ++month) {
            const int length =
                month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
            for (int day = 1; day <= length; ++day, ++days) {
                const CivilDate civil{year, month, day};
                const Date date{days};
                const bool same = date_of(civil) == date && civil_of(date) == civil &&
                                  date_of(text_of(date)) == date;
                wrong += same ? 0 : 1;
            }
            wrong += date_of(CivilDate{year, month, length + 1}) ? 1 : 0;
        }
    CHECK(wrong == 0);
    CHECK(days == 47'482);  // 1 January 2100
}

TEST_CASE("time: an impossible date is no date") {
    for (const CivilDate civil :
         {CivilDate{2026, 2, 29}, CivilDate{1900, 2, 29}, CivilDate{2026, 4, 31},
          CivilDate{2026, 13, 1}, CivilDate{2026, 0, 1}, CivilDate{2026, 1, 0},
          CivilDate{2026, 1, -1}, CivilDate{1899, 12, 31}, CivilDate{3000, 1, 1}})
        CHECK_FALSE(date_of(civil));
    CHECK(date_of(CivilDate{2000, 2, 29}));
    CHECK(date_of(CivilDate{2999, 12, 31}));
}

TEST_CASE("time: a date's text is read in its one form only") {
    CHECK(text_of(*date_of("2026-03-01")) == "2026-03-01");
    for (const char* text : {"", "2026-3-1", "2026-03-1", "26-03-01", "2026/03/01", "2026-03-01 ",
                             " 2026-03-01", "+026-03-01", "2026-03-0a", "2026-02-30", "-026-03-01",
                             "2026-03-01T00:00:00.000Z", "01-03-2026"})
        CHECK_MESSAGE(!date_of(std::string_view{text}), text);
}

TEST_CASE("time: an instant's text is read in its one form only, and reads back to the ms") {
    CHECK(text_of(at("2026-03-01T06:41:12.345Z")) == "2026-03-01T06:41:12.345Z");
    CHECK(at("1970-01-01T00:00:00.000Z").ms == 0);
    CHECK(at("1969-12-31T23:59:59.999Z").ms == -1);
    CHECK(text_of(Instant{-1}) == "1969-12-31T23:59:59.999Z");
    for (const char* text :
         {"", "2026-03-01T06:41:12Z", "2026-03-01T06:41:12.34Z", "2026-03-01T06:41:12.3456Z",
          "2026-03-01 06:41:12.345Z", "2026-03-01T06:41:12.345z", "2026-03-01T06:41:12.345+",
          "2026-03-01T24:00:00.000Z", "2026-03-01T23:60:00.000Z", "2026-03-01T23:59:60.000Z",
          "2026-02-29T00:00:00.000Z", "2026-03-01T06-41-12.345Z", "2026-03-01T06:41:12,345Z",
          "2026-03-01T0a:41:12.345Z", "2026-03-01T06:41:12.-45Z", "2026-03-01t06:41:12.345Z"})
        CHECK_MESSAGE(!instant_of(text), text);
    // Every 37 hours or so, so that all hours, minutes and milliseconds have their turn.
    int wrong = 0;
    const std::int64_t end = at("2100-01-01T00:00:00.000Z").ms;
    for (std::int64_t ms = at("1900-01-01T00:00:00.000Z").ms; ms < end; ms += 133'456'789)
        wrong += instant_of(text_of(Instant{ms})) == Instant{ms} ? 0 : 1;
    CHECK(wrong == 0);
}

TEST_CASE("time: summer time in the UK begins and ends at 01:00 UTC on the last Sundays") {
    struct Year {
        const char* begins;
        const char* ends;
    };
    for (const Year& year : {Year{"2026-03-29", "2026-10-25"}, Year{"2025-03-30", "2025-10-26"},
                             Year{"2024-03-31", "2024-10-27"}, Year{"2027-03-28", "2027-10-31"},
                             Year{"2030-03-31", "2030-10-27"}, Year{"2099-03-29", "2099-10-25"}}) {
        const auto one_o_clock = [](const char* date) {
            return at((std::string{date} + "T01:00:00.000Z").c_str());
        };
        const Instant begins = one_o_clock(year.begins);
        const Instant ends = one_o_clock(year.ends);
        CHECK_FALSE(is_uk_summer_time(Instant{begins.ms - 1}));
        CHECK(is_uk_summer_time(begins));
        CHECK(is_uk_summer_time(Instant{ends.ms - 1}));
        CHECK_FALSE(is_uk_summer_time(ends));
    }
    CHECK_FALSE(is_uk_summer_time(at("2026-01-01T00:00:00.000Z")));
    CHECK_FALSE(is_uk_summer_time(at("2026-12-31T23:59:59.999Z")));
}

TEST_CASE("time: the day in the UK turns at local midnight, in summer an hour before UTC") {
    CHECK(text_of(uk_date(at("2026-06-30T22:59:59.999Z"))) == "2026-06-30");
    CHECK(text_of(uk_date(at("2026-06-30T23:00:00.000Z"))) == "2026-07-01");
    CHECK(text_of(uk_date(at("2026-02-28T23:59:59.999Z"))) == "2026-02-28");
    CHECK(text_of(uk_date(at("2026-03-01T00:00:00.000Z"))) == "2026-03-01");
    CHECK(uk_time_text(at("2026-03-29T00:59:59.999Z")) == "2026-03-29 00:59");
    CHECK(uk_time_text(at("2026-03-29T01:00:00.000Z")) == "2026-03-29 02:00");
    CHECK(uk_time_text(at("2026-10-25T00:59:00.000Z")) == "2026-10-25 01:59");
    CHECK(uk_time_text(at("2026-10-25T01:00:00.000Z")) == "2026-10-25 01:00");
    CHECK(people_text(*date_of("2026-02-28")) == "28 Feb 2026");
    CHECK(people_text(*date_of("2026-12-01")) == "1 Dec 2026");
}
