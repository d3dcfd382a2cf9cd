// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "muster/app/people.hpp"

/// A computer's clock that stood behind the ledger's (FORMATS §1): it stops nothing, and is an
/// alarm until two people put it right.
namespace muster::app {

/// The alarm in words, naming its entries; nothing where no clock stands behind.
std::optional<std::string> clock_alarm(OpenLedger& ledger);
/// Says that the clock was put right, and why it had stood behind; the approver gives their own
/// secret. Refuses `clock_in_order` where there is no alarm.
core::Result<Receipt> correct_clock(OpenLedger& ledger, const Author& author,
                                    const std::string& reason, const Approver& approver,
                                    Secrets& secrets);

}  // namespace muster::app
