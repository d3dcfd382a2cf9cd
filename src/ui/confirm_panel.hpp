// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>

#include "muster/app/counter_screen.hpp"
#include "ui/secret_field.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {

/// The frozen basket, read back to the officer, who confirms it with their PIN.
class ConfirmPanel final : public wxPanel {
public:
    ConfirmPanel(wxWindow* parent, app::CounterScreen& screen);
    void show(const app::CounterState& state);
    /// Empties the secrets and waits at the first field that is to be typed.
    void begin(const app::CounterState& state);
    /// Confirms with what is typed here and that PIN of the officer, wherever they typed it.
    void submit(const std::string& pin);
    /// Lets the officer type their PIN in a window of their own, where one is open.
    std::function<bool()> pin_elsewhere = [] { return false; };

private:
    void go_to_pin() {
        if (!pin_elsewhere()) pin_->SetFocus();
    }
    wxSizer* make_fields(wxWindow* card);
    void submit() { submit(pin_->take()); }
    wxWindow* first_field(const app::CounterState& state) const;

    app::CounterScreen& screen_;
    wxStaticText* read_back_;
    wxScrolledWindow* scrolled_;
    WrappedText* contents_;
    wxTextCtrl* second_;
    SecretField* second_password_;
    SecretField* giver_pin_;
    SecretField* pin_;
    wxStaticText* giver_label_ = nullptr;
    wxSizer* second_columns_[2] = {};
    wxSizer* giver_column_ = nullptr;
    wxSizer* fields_ = nullptr;
    wxStaticText* hint_;
    wxButton* record_;
    wxButton* back_;
    bool was_busy_ = false;
};

}  // namespace muster::ui
