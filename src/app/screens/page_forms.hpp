// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"

namespace muster::app {

/// The form that starts a count.
MovementForm start_count_form(const Desk& desk);
/// The forms beside the list of a page: `munitions`, `movements`; other pages have none.
std::vector<MovementForm> page_forms(const Desk& desk, const std::string& page);

}  // namespace muster::app
