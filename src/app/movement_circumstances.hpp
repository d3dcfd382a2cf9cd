// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/core/entry.hpp"

namespace muster::app {

/// Something about how a movement was made, beside what moved.
struct Circumstance {
    std::string id;     ///< stable, for windows: confirmed, brought, mode, override, passed …
    std::string label;  ///< a few words
    std::string words;
    bool odd = false;  ///< not as usual: shown as a warning
};

/// How an issue or return was confirmed, who brought it, in which mode, which stops were overridden
/// or passed by, its note, and a clock that stood behind. Nothing of other movements but the clock.
std::vector<Circumstance> circumstances_of(const core::Facts& facts, const core::Entry& entry);

}  // namespace muster::app
