// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>

namespace muster::files {

/// What a visitor wants next.
enum class Walk { go_on, stop };

/// Told how many bytes of a part or file have been read so far; may throw to end the reading.
using BytesRead = std::function<void(std::int64_t bytes)>;

}  // namespace muster::files
