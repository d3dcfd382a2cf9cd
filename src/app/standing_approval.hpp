// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/core/facts.hpp"
#include "muster/core/ids.hpp"
#include "muster/storage/database.hpp"

namespace muster::app {

/// The folder from which files of that kind may come unattended; empty where two people have not
/// approved any.
std::string nightly_folder(const core::Facts& facts, const std::string& kind);

/// Who approved that files of that kind come unattended from that folder; empty where nobody did,
/// or where one administrator alone set it during set-up.
core::UserId standing_approver(storage::Transaction& tx, const core::Facts& facts,
                               const std::string& kind, const std::string& folder);

}  // namespace muster::app
