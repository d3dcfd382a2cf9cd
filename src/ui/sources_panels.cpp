// SPDX-License-Identifier: MIT
#include "ui/sources_panels.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int table_height_dip = 150;  // its heading and three rows, in large type too

// What a button is called now; its mnemonic is the same letter always.
void relabel(wxButton* button, const char* id, const std::string& words) {
    if (wxButton::GetLabelText(button->GetLabel()) == shown(words)) return;
    button->SetLabel(as_label(words));
    make_accessible(button, id, shown(words));
}

}  // namespace

SourcesPanel::SourcesPanel(wxWindow* parent, app::SourcesScreen& screen)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxTAB_TRAVERSAL},
      screen_{screen} {
    SetScrollRate(0, gap(this));
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* what = new WrappedText{this, "sources-about", TypeSize::body, false};
    what->show(
        "Who is an officer, who may draw what, and which deployments there were is kept by other "
        "systems. What they say is imported every night or by hand, each with the day it was "
        "true.");
    rows->Add(what, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    in_date_ = new NoticeBand{this, "sources-in-date", false};
    rows->Add(in_date_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{this, "sources-table", "Other systems", screen_.sources()};
    table_->SetMinSize({-1, FromDIP(table_height_dip)});
    table_->chosen = [this](std::size_t row) { screen_.choose_source(row); };
    table_->activated = [this] { screen_.open_file(); };
    rows->Add(table_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    powers_ = new WrappedText{this, "sources-powers", TypeSize::body, true};
    rows->Add(powers_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    rows->Add(make_imports(), wxSizerFlags{}.Expand());
    rows->Add(make_others(), wxSizerFlags{}.Expand());
    SetSizer(rows);
}

wxSizer* SourcesPanel::make_imports() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    import_ = make_button(this, "sources-import", "&Import a file...", true);
    import_->Bind(wxEVT_BUTTON,
                  [this](wxCommandEvent&) { CallAfter([this] { screen_.open_file(); }); });
    row->Add(import_, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, gap(this)));
    waiting_ = make_button(this, "sources-waiting", "Import what &waits in the folders now");
    waiting_->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { CallAfter([this] { screen_.import_waiting(); }); });
    row->Add(waiting_, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, gap(this)));
    return row;
}

wxSizer* SourcesPanel::make_others() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    compare_ = make_button(this, "sources-compare", "&Compare with another register...");
    compare_->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { CallAfter([this] { screen_.open_comparison(); }); });
    row->Add(compare_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    approve_ = make_button(this, "sources-approve", "");
    approve_->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { CallAfter([this] { screen_.approve(); }); });
    row->Add(approve_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    end_ = make_button(this, "sources-end", "");
    end_->Bind(wxEVT_BUTTON,
               [this](wxCommandEvent&) { CallAfter([this] { screen_.end_nightly(); }); });
    row->Add(end_, wxSizerFlags{}.Centre());
    return row;
}

// What a person may do is only known once the ledger was read; then the focus goes there.
void SourcesPanel::begin() {
    begins_ = true;
    if (import_->IsShown())
        import_->SetFocus();
    else
        compare_->SetFocus();
}

void SourcesPanel::show(const app::SourcesState& state) {
    in_date_->show(state.in_date);
    if (drawn_ != state.sources_version) {
        drawn_ = state.sources_version;
        table_->reload(state.source);
    }
    table_->choose(state.source);
    powers_->show(state.powers_words);
    powers_->Show(!state.powers_words.empty());
    import_->Show(state.may_import);
    waiting_->Show(state.may_run);
    relabel(approve_, "sources-approve", state.approve_label);
    relabel(end_, "sources-end", state.end_label);
    approve_->Show(state.may_approve);
    end_->Show(state.may_end);
    Layout();
    FitInside();
    if (!begins_ || state.busy || state.place != app::SourcesState::Place::sources) return;
    begin();
    begins_ = false;
}

// --- what waited -------------------------------------------------------------------------------

WaitingFilesPanel::WaitingFilesPanel(wxWindow* parent, app::SourcesScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    words_ = make_text(this, "waiting-words", "", TypeSize::strong, true);
    rows->Add(words_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{this, "waiting-table", "Files that waited", screen_.waiting()};
    table_->chosen = [this](std::size_t row) { screen_.choose_waiting(row); };
    rows->Add(table_, wxSizerFlags{1}.Expand());
    detail_ = new NoticeBand{this, "waiting-detail", false};
    rows->Add(detail_, wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    back_ = make_button(this, "waiting-back", "&Done  Esc", true);
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.back(); }); });
    rows->Add(back_, wxSizerFlags{}.Right().Border(wxTOP, 2 * gap(this)));
    SetSizer(rows);
}

void WaitingFilesPanel::begin() {
    back_->SetFocus();
}

void WaitingFilesPanel::show(const app::SourcesState& state) {
    words_->SetLabel(shown(state.waiting_words));
    const bool any = screen_.waiting().row_count() > 0;
    if (drawn_ != state.waiting_version) {
        drawn_ = state.waiting_version;
        table_->reload(state.waiting);
    }
    table_->Show(any);
    if (any) table_->choose(state.waiting);
    detail_->show(state.waiting_detail);
    Layout();
}

}  // namespace muster::ui
