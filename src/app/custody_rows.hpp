// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/app/listing.hpp"
#include "muster/core/facts.hpp"
#include "muster/core/movement_line.hpp"

namespace muster::app {

/// Adds to rows of items and quantities what the register's statement does not say: cases, owners,
/// parts, personal issue.
void add_custody(const core::Facts& facts, Listing& listing);
/// The entry that corrected that one, if any did.
std::optional<core::EntryNumber> corrected_by(const core::Facts& facts, core::EntryNumber entry);
/// How an issue or return was made: attended, urgent or paired; empty for other movements.
std::string mode_of(const core::Facts& facts, const core::MovementLine& line);
/// Whether a line belongs to a view: `original` as the ledger has it, `corrected` as corrections
/// leave it, else both.
bool is_in_view(const core::Facts& facts, const std::string& view, const core::MovementLine& line);

}  // namespace muster::app
