// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"

namespace muster::app {

/// Beside the list of users; beside the list of policies; empty for who may not.
std::vector<MovementForm> users_page_forms(const Desk& desk);
std::vector<MovementForm> settings_page_forms(const Desk& desk);
/// An officer's new PIN, which also unlocks it; by two people.
MovementForm pin_form(const Desk& desk, const std::string& collar, const std::string& who);
bool may_set_pins(const Desk& desk);
/// Whoever is signed in takes the duty over from somebody who signs for it beside them.
MovementForm take_over_form(const Desk& desk);
/// The same where whoever had it went without.
MovementForm take_over_alone_form(const Desk& desk);

core::Result<Dossier> user_dossier(const Desk& desk, const std::string& id);
/// Of a policy: `policy NAME`.
core::Result<Dossier> policy_dossier(const Desk& desk, const std::string& id);

}  // namespace muster::app
