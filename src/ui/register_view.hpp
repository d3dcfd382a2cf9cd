// SPDX-License-Identifier: MIT
#pragma once

#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include "muster/app/register_screen.hpp"
#include "ui/page.hpp"
#include "ui/table_view.hpp"

namespace muster::ui {

/// The register as a list with a search box.
class RegisterView final : public Page {
public:
    RegisterView(wxWindow* parent, app::RegisterUseCases use);
    void shown_now() override;

private:
    void redraw();

    app::RegisterScreen screen_;
    wxTextCtrl* search_;
    wxStaticText* count_;
    wxStaticText* empty_;
    TableView* table_;
    wxTimer pause_;
};

}  // namespace muster::ui
