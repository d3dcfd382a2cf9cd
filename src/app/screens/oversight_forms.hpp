// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"

namespace muster::app {

/// Who signed that off, and the form by which the viewer may: by a key of their own, or as ink that
/// somebody saw.
void add_sign_off(const Desk& desk, const std::string& what, Dossier& dossier);
/// The forms beside the list of what is overseen: a dip-test, a deputy.
std::vector<MovementForm> oversight_page_forms(const Desk& desk);
core::Result<Dossier> dip_test_dossier(const Desk& desk, const std::string& id);
/// A plot with its table: `plot ages`, `plot coverage`, `plot balance STOCK PLACE`.
core::Result<Dossier> plot_dossier(const Desk& desk, const std::string& id);
/// Saves that plot and its table as a PDF; what came of it, in words.
core::Result<std::string> save_plot(Session& session, const std::string& id,
                                    const std::string& path);

}  // namespace muster::app
