// SPDX-License-Identifier: MIT
#include "muster/files/decimal_text.hpp"

#include <charconv>

namespace muster::files {

namespace {

constexpr int exponent_limit = 400;
constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t serial_of_1970 = 25'569;
constexpr std::int64_t days_between_epochs = 1462;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string take_digits(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    std::string digits{text.substr(0, count)};
    text.remove_prefix(count);
    return digits;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<int> take_exponent(std::string_view& text) {
    if (!take(text, 'e') && !take(text, 'E')) return 0;
    const bool negative = take(text, '-');
    if (!negative) take(text, '+');
    const std::string digits = take_digits(text);
    int exponent = 0;
    const auto end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, exponent);
    if (error != std::errc{} || stop != end || exponent > exponent_limit) return std::nullopt;
    return negative ? -exponent : exponent;
}

void shift(std::string& whole, std::string& fraction, int exponent) {
    for (; exponent > 0; --exponent) {
        whole += fraction.empty() ? '0' : fraction.front();
        if (!fraction.empty()) fraction.erase(0, 1);
    }
    if (exponent < 0) {
        const auto places = static_cast<std::size_t>(-exponent);
        if (whole.size() < places) whole.insert(0, places - whole.size(), '0');
        fraction.insert(0, whole.substr(whole.size() - places));
        whole.resize(whole.size() - places);
    }
}

// Ten digits of a day are nine microseconds; more would leave 64 bits.
std::int64_t ms_of_fraction(const std::string& fraction) {
    constexpr std::size_t digits_kept = 10;
    std::int64_t value = 0;
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < digits_kept; ++i) {
        value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
        scale *= 10;
    }
    return (value * ms_per_day + scale / 2) / scale;
}

}  // namespace

std::optional<std::int64_t> Decimal::whole_number() const {
    if (!fraction.empty()) return std::nullopt;
    std::int64_t value = 0;
    const std::string digits = (negative ? "-" : "") + whole;
    const auto end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

std::string Decimal::text() const {
    return (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::optional<Decimal> decimal_of(std::string_view text) {
    if (text.size() > 400) return std::nullopt;
    Decimal decimal;
    decimal.negative = take(text, '-');
    if (!decimal.negative) take(text, '+');
    decimal.whole = take_digits(text);
    if (take(text, '.')) decimal.fraction = take_digits(text);
    if (decimal.whole.empty() && decimal.fraction.empty()) return std::nullopt;
    const auto exponent = take_exponent(text);
    if (!exponent || !text.empty()) return std::nullopt;
    shift(decimal.whole, decimal.fraction, *exponent);
    decimal.whole.erase(0, decimal.whole.find_first_not_of('0'));
    if (decimal.whole.empty()) decimal.whole = "0";
    const auto last = decimal.fraction.find_last_not_of('0');
    decimal.fraction.resize(last == std::string::npos ? 0 : last + 1);
    if (decimal.whole == "0" && decimal.fraction.empty()) decimal.negative = false;
    return decimal;
}

std::optional<DayTime> date_of_serial(std::string_view literal, Epoch epoch) {
    const auto decimal = decimal_of(literal);
    if (!decimal || decimal->negative || decimal->whole.size() > 7) return std::nullopt;
    std::int64_t serial = *Decimal{false, decimal->whole, {}}.whole_number();
    std::int64_t ms = ms_of_fraction(decimal->fraction);
    if (ms >= ms_per_day) {
        ++serial;
        ms -= ms_per_day;
    }
    std::int64_t days = serial - serial_of_1970;
    if (epoch == Epoch::y1904) {
        days += days_between_epochs;
    } else {
        // The 1900 system counts a 29 February 1900 that never was, so the days before it are one
        // off.
        if (serial < 1 || serial == 60) return std::nullopt;
        if (serial < 60) ++days;
    }
    static const std::int64_t last_day = core::date_of(core::CivilDate{2999, 12, 31})->days;
    if (days > last_day) return std::nullopt;
    return DayTime{core::Date{days}, ms};
}

}  // namespace muster::files
