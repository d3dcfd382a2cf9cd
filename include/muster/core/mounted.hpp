// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "muster/core/entries/counter.hpp"
#include "muster/core/facts.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {

/// Adds a line for every part that is mounted on an item of the lines and has none of its own: a
/// part goes wherever its item goes.
void carry_mounted(const Facts& facts, std::vector<ItemLine>& lines);
/// The parts among the lines whose item is not: a part never goes alone.
std::vector<Item> parts_without_host(const Facts& facts, const std::vector<ItemLine>& lines);

}  // namespace muster::core
