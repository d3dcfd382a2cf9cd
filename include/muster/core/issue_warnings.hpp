// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "muster/core/entry.hpp"

namespace muster::core {

/// What the people at the counter are told of a basket though it stops nothing (DOMAIN §5): an
/// authorisation that lapses soon, an inspection that is due soon, and what the officer should have
/// brought back.
std::vector<RefusedLine> issue_warnings(const Issued& issue, const Facts& facts,
                                        const Context& context);

}  // namespace muster::core
