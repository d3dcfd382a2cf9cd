// SPDX-License-Identifier: MIT
#include <chrono>

#include "muster/app/clock.hpp"

namespace muster::app {

core::Instant system_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return core::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

}  // namespace muster::app
