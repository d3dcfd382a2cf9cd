// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entry.hpp"

namespace muster::core {

/// What an officer confirms, and `Confirmation::basket` is the SHA-256 of (as a canonical line):
/// officer, purpose, items, quantities, second person, references, which stops were overridden and
/// by whom, and what was used up and why. Taken from the decided body, so that anybody can make it
/// again from the entry.
Value confirmed_basket(const Issued& issued);
Value confirmed_basket(const Returned& returned);
Value confirmed_basket(const Attested& attested);
/// What both officers of a vehicle's crew confirm: the safe, the stage, who they are, and what was
/// in it.
Value confirmed_basket(const VehicleChecked& checked);

}  // namespace muster::core
