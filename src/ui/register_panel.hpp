// SPDX-License-Identifier: MIT
#pragma once

#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include "muster/app/register_screen.hpp"
#include "ui/list_panel.hpp"
#include "ui/table_view.hpp"

namespace muster::ui {

/// The register as a list with a search box.
class RegisterPanel final : public ListPanel {
public:
    RegisterPanel(wxWindow* parent, app::RegisterUseCases use);
    void refresh() override { screen_.refresh(); }
    void begin() override { search_->SetFocus(); }
    app::SavedList saved() const override { return screen_.saved(); }

private:
    void open_chosen();
    void leave_search();
    void redraw();

    app::RegisterScreen screen_;
    wxTextCtrl* search_;
    wxStaticText* count_;
    wxStaticText* empty_;
    TableView* table_;
    wxTimer pause_;
};

}  // namespace muster::ui
