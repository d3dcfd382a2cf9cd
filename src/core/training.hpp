// SPDX-License-Identifier: MIT
#pragma once

#include "core/rules.hpp"

/// What a return says beside its lines: who used what on a course, what a fired cartridge's device
/// recorded, and how often a weapon was fired (DOMAIN §5).
namespace muster::core {

/// Of a training draw: a discrepancy where what the attendees used is not what was expended, and
/// one where nobody made the end-of-range declaration.
void check_training(const Facts& facts, const Context& context, const Returned& returned,
                    std::vector<DiscrepancyOpened>& discrepancies);
/// Of what was used up: a discrepancy that asks for the report's reference, one for the download of
/// a fired cartridge's device, and one for the review of an unintentional discharge, with which the
/// supervisor decides on a suspension (policy `discharge_review`).
void check_used(const Facts& facts, const Expended& line, const std::string& holder,
                const Context& context, std::vector<DiscrepancyOpened>& discrepancies);
/// Adds to the rounds through an item; where its category's limit is reached, inspection is due.
void add_rounds(Changes& changes, const std::string& item, std::int64_t rounds);

}  // namespace muster::core
