// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"

/// Forms of the hatch besides issue and return.
namespace muster::app {

/// The day's function test of a device, where policy asks for one.
void add_function_test_form(const Desk& desk, const core::Item& item, Dossier& dossier);
/// What an officer is asked to confirm, and confirms; and a swap of cartridges.
void add_attestation_forms(const Desk& desk, const core::Officer& officer,
                           const std::string& collar, Dossier& dossier);
/// The officer's confirmation of an urgent issue.
void add_confirmation_form(const Desk& desk, core::EntryNumber movement, Dossier& dossier);

}  // namespace muster::app
