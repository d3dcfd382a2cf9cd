// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"

namespace muster::app {

/// One kit's page.
core::Result<Dossier> kit_dossier(const Desk& desk, const std::string& id);
/// The forms beside the list of kits.
std::vector<MovementForm> kit_page_forms(const Desk& desk);

}  // namespace muster::app
