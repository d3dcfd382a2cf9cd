// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"

namespace muster::app {

/// When, where and by whom an item was last seen in a closed count, among the latest entries. Only
/// for who does not count blind.
std::string last_count_words(const Desk& desk, const std::string& item);

}  // namespace muster::app
