// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "manifest.hpp"
#include "muster/core/time.hpp"

namespace muster::pack {

/// The ZIP of these files, in storing order; its bytes depend on nothing else.
std::string zip_of(const PackFiles& files, core::Instant time);

}  // namespace muster::pack
