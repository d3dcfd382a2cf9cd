// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/core/entry.hpp"

namespace muster::ledger {

/// The SHA-256, in hex, that `Confirmation::basket` of a decided movement must be: of its
/// `core::confirmed_basket` as a canonical line.
std::string basket_digest(const core::Issued& decided);
std::string basket_digest(const core::Returned& decided);
std::string basket_digest(const core::Attested& decided);
std::string basket_digest(const core::VehicleChecked& decided);

/// Whether an entry's confirmations, where it has any, are of its own basket.
bool confirmation_fits(const core::Entry& entry);

}  // namespace muster::ledger
