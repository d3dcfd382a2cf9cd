// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/core/facts.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::app {

/// Causes worth looking into first, in words: a serial that looks alike, a part that is mounted, a
/// consignment on its way, a line that was never returned, the opposite variance of another batch.
std::vector<std::string> likely_causes(const core::Facts& facts, const core::Discrepancy& of);
/// What the book knows that looks like what stands on an unknown thing.
std::vector<std::string> look_alikes_of_label(const core::Facts& facts, const std::string& label);
/// Whether its clock ran out and nobody reported it upwards.
bool is_unreported(const core::Discrepancy& of, core::Instant now);

}  // namespace muster::app
