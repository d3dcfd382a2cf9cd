// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

#include "muster/app/counter_screen.hpp"
#include "ui/basket_lines.hpp"
#include "ui/notice_band.hpp"

namespace muster::ui {

/// The open basket: what for, its lines, the question for a quantity, and the way on.
class BasketPanel final : public wxPanel {
public:
    BasketPanel(wxWindow* parent, app::CounterScreen& screen);
    void show(const app::CounterState& state);
    /// The field a question for a quantity is answered in.
    void focus_quantity() { quantity_->SetFocus(); }

private:
    wxSizer* make_options();
    wxWindow* make_question();
    wxSizer* make_actions();
    wxCheckBox* add_check(wxSizer* row, const char* id, const char* words,
                          void (app::CounterScreen::*set)(bool));
    void show_options(const app::CounterState& state);

    app::CounterScreen& screen_;
    std::vector<app::Choice> purposes_;
    wxSizer* options_;
    wxChoice* purpose_;
    wxStaticText* reference_label_;
    wxTextCtrl* reference_;
    wxPanel* question_;
    wxStaticText* asked_;
    wxTextCtrl* quantity_;
    BasketLines* lines_;
    wxPanel* remarks_;
    std::string remarked_;
    wxButton* give_back_;
    wxButton* override_;
    wxCheckBox* unloaded_;
    wxCheckBox* range_;
    wxButton* confirm_;
};

}  // namespace muster::ui
