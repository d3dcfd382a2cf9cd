// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/sign_in_screen.hpp"

namespace muster::app {

/// Which pages somebody's roles have a use for; the others are not offered to them.
struct PageAccess {
    bool counter = false;    ///< issues and receives
    bool officers = false;   ///< who they are and what they may draw
    bool stock = false;      ///< munitions, movements, what is away, corrections
    bool counts = false;     ///< counts, or may see what came of them
    bool oversight = false;  ///< approves or oversees
    bool people = false;     ///< users, policies, overrides: who administers, approves or audits
    bool import = false;     ///< brings a register or people in
    bool other_systems = false;
};
PageAccess page_access(Session& session);

}  // namespace muster::app
