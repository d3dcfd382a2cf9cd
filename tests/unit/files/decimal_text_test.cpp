// SPDX-License-Identifier: MIT
#include "muster/files/decimal_text.hpp"

#include <doctest/doctest.h>

using namespace muster;
using files::Epoch;

namespace {

std::string plain(const std::string& text) {
    const auto decimal = files::decimal_of(text);
    return decimal ? decimal->text() : "nothing";
}

std::string day(const std::string& literal, Epoch epoch = Epoch::y1900) {
    const auto moment = files::date_of_serial(literal, epoch);
    return moment ? core::text_of(moment->day) + "+" + std::to_string(moment->ms) : "nothing";
}

}  // namespace

TEST_CASE("files: numbers keep their digits, whatever way they are written") {
    CHECK(plain("6372932") == "6372932");
    CHECK(plain("6.372932E6") == "6372932");
    CHECK(plain("6372932.0") == "6372932");
    CHECK(plain("-0031.50") == "-31.5");
    CHECK(plain("1E-3") == "0.001");
    CHECK(plain("12.5e-2") == "0.125");
    CHECK(plain("-0.0") == "0");
    CHECK(plain(".5") == "0.5");
    CHECK(plain("9007199254740993") == "9007199254740993");
    for (const char* text :
         {"", "-", ".", "1e", "1e401", "1 ", " 1", "0x10", "1,000", "nan", "1-2"})
        CHECK_MESSAGE(plain(text) == "nothing", text);
}

TEST_CASE("files: a number is whole only without a fraction and within 64 bits") {
    CHECK(files::decimal_of("-87")->whole_number() == -87);
    CHECK_FALSE(files::decimal_of("31.5")->whole_number().has_value());
    CHECK(files::decimal_of("9223372036854775807")->whole_number() == INT64_MAX);
    CHECK_FALSE(files::decimal_of("9223372036854775808")->whole_number().has_value());
}

TEST_CASE("files: a workbook's day numbers are its days, with 1900's leap day left out") {
    CHECK(day("1") == "1900-01-01+0");
    CHECK(day("59") == "1900-02-28+0");
    CHECK(day("60") == "nothing");
    CHECK(day("61") == "1900-03-01+0");
    CHECK(day("45717") == "2025-03-01+0");
    CHECK(day("45717.25") == "2025-03-01+21600000");
    CHECK(day("45717.999999999999") == "2025-03-02+0");
    CHECK(day("0", Epoch::y1904) == "1904-01-01+0");
    CHECK(day("44255", Epoch::y1904) == "2025-03-01+0");
    CHECK(day("0.5") == "nothing");
    CHECK(day("-1") == "nothing");
    CHECK(day("401768") == "2999-12-31+0");
    CHECK(day("401769") == "nothing");
    CHECK(day("99999999999999999999") == "nothing");
}
