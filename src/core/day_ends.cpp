// SPDX-License-Identifier: MIT
#include "muster/core/day_ends.hpp"

namespace muster::core {

// In summer the day is over an hour earlier by UTC.
Instant end_of(Date day) {
    constexpr std::int64_t ms_per_day = 86'400'000, ms_per_hour = 3'600'000;
    const Instant last{(day.days + 1) * ms_per_day - 1};
    return uk_date(last) == day ? last : Instant{last.ms - ms_per_hour};
}

}  // namespace muster::core
