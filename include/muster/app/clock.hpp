// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "muster/core/time.hpp"

namespace muster::app {

/// Tells the time. Tests and practice ledgers bring their own.
using Clock = std::function<core::Instant()>;

/// The clock of this computer, in whole milliseconds.
core::Instant system_now();

}  // namespace muster::app
