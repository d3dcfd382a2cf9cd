// SPDX-License-Identifier: MIT
#pragma once

#include "core/attendance.hpp"
#include "muster/core/entries/counter.hpp"
#include "muster/core/late_stops.hpp"
#include "muster/core/stock_facts.hpp"

/// Stops of an issue that look beyond the line itself.
namespace muster::core {

/// A device of a category that policy names has passed no function test today.
void check_function_test(const Facts& facts, const Item& item, const Model& model, Date today,
                         const StopAt& stop);
/// Live, blank and drill rounds are drawn together, or beside what the officer still has.
void check_live_apart(const Facts& facts, const OfficerId& officer,
                      const std::vector<StockLine>& stock, const StopAt& stop);
/// Something lies in the scope of a count that is frozen.
void check_frozen(const Facts& facts, const std::string& subject, const HolderId& from,
                  const StopAt& stop);
/// A kit that is not known, or not filled; completes what of the basket belongs to each.
void check_kits(const Facts& facts, Issued& issue, const StopAt& stop);
/// Whether a stop holds even an issue that cannot wait: what is unsafe, evidence, or not here, and
/// whatever says who and what is meant.
bool holds_when_urgent(Refusal refusal);

}  // namespace muster::core
