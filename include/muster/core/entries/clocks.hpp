// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// The clock of a computer that stood behind the ledger's (FORMATS §1).
namespace muster::core {

/// Two people saw that a clock had stood behind, and put it right: the alarm ends with it. The
/// entries it flagged stay as they are.
struct ClockCorrected {
    static constexpr const char* kind = "clock_corrected";
    static constexpr std::int64_t version = 1;
    EntryNumber first = 0;  ///< the first entry so flagged; filled in by `decide`
    EntryNumber last = 0;   ///< the last; filled in by `decide`
    PrivateText reason;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("first", &ClockCorrected::first, "the first entry made by a clock behind");
        visit("last", &ClockCorrected::last, "the last such entry");
        visit("reason", &ClockCorrected::reason, "what was wrong with the clock");
        visit("approver", &ClockCorrected::approver, "who saw it put right");
    }
};

}  // namespace muster::core
