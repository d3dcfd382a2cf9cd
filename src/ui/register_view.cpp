// SPDX-License-Identifier: MIT
#include "ui/register_view.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int search_pause_ms = 150;
constexpr int search_width_dip = 360;

}  // namespace

RegisterView::RegisterView(wxWindow* parent, app::RegisterUseCases use)
    : Page{parent}, screen_{std::move(use)}, pause_{this} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    top->Add(make_text(this, "register-title", "Register", TypeSize::title, true),
             wxSizerFlags{}.Centre());
    top->AddStretchSpacer();
    top->Add(
        make_text(this, "register-search-label", "Search tag, serial or model", TypeSize::body),
        wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    search_ = new wxTextCtrl{this, wxID_ANY, ""};
    set_type(search_, TypeSize::strong);
    search_->SetMinSize({FromDIP(search_width_dip), finger(this)});
    make_accessible(search_, "register-search", "Search tag, serial or model");
    top->Add(search_, wxSizerFlags{}.Centre());
    rows->Add(top, wxSizerFlags{}.Expand().Border(wxALL, 2 * gap(this)));
    table_ = new TableView{this, "register-table", "Register", screen_};
    rows->Add(table_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, 2 * gap(this)));
    empty_ = make_text(this, "register-empty", "", TypeSize::strong, false, Palette::quiet());
    rows->Add(empty_, wxSizerFlags{}.Expand().Border(wxALL, 2 * gap(this)));
    count_ = make_text(this, "register-count", "", TypeSize::body, false, Palette::quiet());
    rows->Add(count_, wxSizerFlags{}.Border(wxALL, 2 * gap(this)));
    SetSizer(rows);
    // Nobody types one letter only: the ledger is asked when the typing pauses.
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(search_pause_ms); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { screen_.search(typed(search_->GetValue())); });
    screen_.changed = [this] { redraw(); };
    redraw();
}

void RegisterView::shown_now() {
    screen_.refresh();
    search_->SetFocus();
}

void RegisterView::redraw() {
    const app::RegisterState& state = screen_.state();
    table_->reload();
    count_->SetLabel(shown(state.words));
    empty_->SetLabel(shown(state.empty_words));
    empty_->Show(!state.empty_words.empty());
    Layout();
}

}  // namespace muster::ui
