// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/core/facts.hpp"
#include "muster/core/movement_line.hpp"

/// The cells that every list of movements has.
namespace muster::app {

std::string movement_when(const core::MovementLine& line);
/// When it was recorded, where that is not when it happened.
std::string movement_recorded(const core::MovementLine& line);
/// Purpose, reference, and whether it was corrected.
std::string movement_detail(const core::Facts& facts, const core::MovementLine& line);
std::string holder_or_nothing(const core::Facts& facts, const core::HolderId& holder);

}  // namespace muster::app
