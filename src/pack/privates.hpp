// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "muster/core/entry.hpp"

namespace muster::pack {

/// The digests of every private value in an entry, and in a state.
void add_privates_of(const core::Entry& entry, std::set<std::string>& digests);
void add_privates_of(const core::Facts& facts, std::set<std::string>& digests);

}  // namespace muster::pack
