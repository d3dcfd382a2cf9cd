// SPDX-License-Identifier: MIT
#include "ui/register_panel.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int search_pause_ms = 150;
constexpr int search_width_dip = 360;

}  // namespace

RegisterPanel::RegisterPanel(wxWindow* parent, app::RegisterUseCases use)
    : ListPanel{parent}, screen_{std::move(use)}, pause_{this} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    top->Add(make_text(this, "register-search-label", "Scan, or search tag, serial or model",
                       TypeSize::body),
             wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    search_ =
        new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    set_type(search_, TypeSize::strong);
    search_->SetMinSize({FromDIP(search_width_dip), finger(this)});
    make_accessible(search_, "register-search", "Scan, or search tag, serial or model");
    top->Add(search_, wxSizerFlags{}.Centre());
    rows->Add(top, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{this, "register-table", "Register", screen_};
    table_->fit_to_width();
    table_->activated = [this] { CallAfter([this] { open_chosen(); }); };
    rows->Add(table_, wxSizerFlags{1}.Expand());
    empty_ = make_text(this, "register-empty", "", TypeSize::strong, false, Palette::quiet());
    rows->Add(empty_, wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    count_ = make_text(this, "register-count", "", TypeSize::body, false, Palette::quiet());
    rows->Add(count_, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, gap(this)));
    SetSizer(rows);
    // Nobody types one letter only: the ledger is asked when the typing pauses.
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(search_pause_ms); });
    search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { leave_search(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { screen_.search(typed(search_->GetValue())); });
    screen_.changed = [this] { redraw(); };
    redraw();
}

// Enter in the search box: the one that was found, or the list of them.
void RegisterPanel::leave_search() {
    pause_.Stop();
    screen_.search(typed(search_->GetValue()));
    if (screen_.row_count() == 0) return;
    table_->choose(0);
    if (screen_.row_count() == 1)
        return CallAfter([this, item = screen_.item_of(0)] { opened(item); });
    table_->SetFocus();
}

void RegisterPanel::open_chosen() {
    if (const auto row = table_->chosen_row())
        opened(screen_.item_of(static_cast<std::int64_t>(*row)));
}

void RegisterPanel::redraw() {
    const app::RegisterState& state = screen_.state();
    table_->reload();
    count_->SetLabel(shown(
        state.words + (state.rows > 0 ? ". Enter on a row shows all that is known of it." : "")));
    empty_->SetLabel(shown(state.empty_words));
    empty_->Show(!state.empty_words.empty());
    Layout();
}

}  // namespace muster::ui
