// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/time.hpp"

namespace muster::core {

/// The last millisecond of a day, on a UK clock.
Instant end_of(Date day);

}  // namespace muster::core
