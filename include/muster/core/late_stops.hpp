// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/result.hpp"

namespace muster::core {

/// Whether a stop says that something must not be issued, not that it cannot have been: an issue
/// that was made on paper can be recorded past it, by whoever may override (src/DECISIONS.md).
bool is_past_once_it_happened(Refusal refusal);

}  // namespace muster::core
