// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>

#include <memory>
#include <vector>

#include "muster/app/dossier_screen.hpp"
#include "ui/table_view.hpp"

namespace muster::ui {

/// One dossier: what must not be overlooked, what is known, what can be done, and its tables. It is
/// built anew for every dossier, and scrolled where the type is large.
class DossierPanel final : public wxScrolledWindow {
public:
    DossierPanel(wxWindow* parent, app::DossierScreen& screen);
    void show(const app::DossierState& state);
    /// Puts the focus on the first thing that can be done.
    void begin();

private:
    void fit();
    static int columns_now();
    void build(const app::Dossier& dossier);
    void add_known(wxSizer* rows, const app::Dossier& dossier);
    void add_actions(wxSizer* rows, const app::Dossier& dossier);
    void add_plot(wxSizer* rows, const app::DossierPlot& plot);
    void add_table(wxSizer* rows, const app::DossierTable& table);

    app::DossierScreen& screen_;
    std::vector<std::shared_ptr<app::Table>> tables_;
    std::vector<std::pair<wxStaticText*, wxString>> texts_;  ///< with their unbroken words
    wxWindow* first_ = nullptr;
    int drawn_ = -1;
    int zoom_ = 0;
    int fitted_to_ = 0;
};

}  // namespace muster::ui
