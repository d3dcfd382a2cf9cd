// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/panel.h>

#include "muster/app/counter_screen.hpp"
#include "ui/secret_field.hpp"

namespace muster::ui {

/// The frozen basket, read back to the officer, who confirms it with their PIN.
class ConfirmPanel final : public wxPanel {
public:
    ConfirmPanel(wxWindow* parent, app::CounterScreen& screen);
    void show(const app::CounterState& state);
    /// Empties the secrets and waits at the first field that is to be typed.
    void begin(const app::CounterState& state);

private:
    wxSizer* make_fields(wxWindow* card);
    void submit();

    app::CounterScreen& screen_;
    wxStaticText* read_back_;
    wxStaticText* contents_;
    wxTextCtrl* second_;
    SecretField* second_password_;
    SecretField* pin_;
    wxStaticText* hint_;
    wxButton* record_;
    wxButton* back_;
    bool was_busy_ = false;
};

}  // namespace muster::ui
