// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muster/core/time.hpp"

/// Numbers as files write them, kept as digits: no floating point anywhere.
namespace muster::files {

/// A decimal number, its exponent worked in: `-1.25E3` is negative, whole `1250`, fraction empty.
/// `whole` has no leading zeros (zero is `0`), `fraction` no trailing ones.
struct Decimal {
    bool negative = false;
    std::string whole = "0";
    std::string fraction;

    /// The number where it is whole and within 64 bits.
    std::optional<std::int64_t> whole_number() const;
    /// Its plain digits, `-1250` or `0.5`.
    std::string text() const;
};

/// Reads an optional sign, digits, `.` and digits, and an exponent; anything else is nothing, and
/// so is an exponent beyond ±400.
std::optional<Decimal> decimal_of(std::string_view text);

/// A day and a time of that day, of no zone.
struct DayTime {
    core::Date day;
    std::int64_t ms = 0;  ///< since midnight
    bool operator==(const DayTime&) const = default;
};

/// From which day a workbook counts.
enum class Epoch { y1900, y1904 };

/// The day that a workbook's number means, to the millisecond. Nothing where it means none: below 1
/// in the 1900 system, its 29 February 1900 (60), or beyond 2999.
std::optional<DayTime> date_of_serial(std::string_view literal, Epoch epoch = Epoch::y1900);

}  // namespace muster::files
