// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"
#include "muster/core/entry.hpp"
#include "muster/core/movement_line.hpp"

namespace muster::app {

/// Whether the rules take a correction of that movement at all, and none was made yet.
bool may_be_corrected(const Desk& desk, const core::Entry& entry);
/// The form that puts a movement right: every line of it beside what is entered in its place.
MovementForm correction_form(const Desk& desk, const core::Entry& entry,
                             const std::vector<core::MovementLine>& lines);

}  // namespace muster::app
