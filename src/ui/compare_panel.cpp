// SPDX-License-Identifier: MIT
#include "ui/compare_panel.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr const char* table_kinds = "CSV files (*.csv)|*.csv";
constexpr int search_pause_ms = 150;
constexpr int search_width_dip = 240;

}  // namespace

ComparePanel::ComparePanel(wxWindow* parent, app::CompareScreen& screen)
    : wxPanel{parent}, screen_{screen}, pause_{this} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    empty_ = new WrappedText{this, "compare-empty", TypeSize::body, false};
    empty_->show(
        "Choose the register of another system: weapons, munitions, officers or authorisations, as "
        "a workbook or CSV file. Every place where it and the ledger differ is listed. Comparing "
        "records nothing.");
    rows->Add(empty_, wxSizerFlags{}.Expand().Border(wxBOTTOM, 2 * gap(this)));
    rows->Add(make_file(), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    counts_ = new WrappedText{this, "compare-counts", TypeSize::body, false};
    rows->Add(counts_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    found_ = new wxPanel{this};
    found_->SetBackgroundColour(Palette::page());
    auto* found = new wxBoxSizer{wxVERTICAL};
    found->Add(make_filter(), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{found_, "compare-table", "Differences", screen_.rows()};
    table_->chosen = [this](std::size_t row) { screen_.choose_row(row); };
    found->Add(table_, wxSizerFlags{1}.Expand());
    detail_ = new NoticeBand{found_, "compare-detail", false};
    found->Add(detail_, wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    found_->SetSizer(found);
    rows->Add(found_, wxSizerFlags{1}.Expand());
    room_ = rows->AddStretchSpacer(1);
    rows->Add(make_foot(), wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    SetSizer(rows);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { screen_.search(typed(search_->GetValue())); });
}

wxSizer* ComparePanel::make_file() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    choose_ = make_button(this, "compare-choose", "&Choose a register...", true);
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_for_file(this, "Choose another register", register_kinds,
                     [this](const std::string& path) { screen_.choose_file(path); });
    });
    row->Add(choose_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    file_ = make_short_text(this, "compare-file", TypeSize::strong, true);
    row->Add(file_, wxSizerFlags{1}.Centre());
    return row;
}

wxSizer* ComparePanel::make_filter() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    words_ = make_text(found_, "compare-words", "", TypeSize::strong, true);
    row->Add(words_, wxSizerFlags{1}.Centre());
    row->Add(make_text(found_, "compare-search-label", "Search", TypeSize::body),
             wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    search_ = new wxTextCtrl{found_, wxID_ANY, ""};
    set_type(search_, TypeSize::strong);
    search_->SetMinSize({FromDIP(search_width_dip), finger(this)});
    make_accessible(search_, "compare-search", "Search the differences");
    // Nobody types one letter only.
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(search_pause_ms); });
    row->Add(search_, wxSizerFlags{}.Centre().Border(wxRIGHT, 2 * gap(this)));
    row->Add(make_text(found_, "compare-showing-label", "Show", TypeSize::body),
             wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    showing_ = new wxChoice{found_, wxID_ANY};
    for (const char* each :
         {"Everything", "What differs", "Only in the file", "Only here", "Not compared"})
        showing_->Append(each);
    showing_->SetSelection(0);
    set_type(showing_, TypeSize::body);
    showing_->SetMinSize({-1, finger(this)});
    make_accessible(showing_, "compare-showing", "Show");
    showing_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        screen_.show(static_cast<app::CompareScreen::Showing>(showing_->GetSelection()));
    });
    row->Add(showing_, wxSizerFlags{}.Centre());
    return row;
}

wxSizer* ComparePanel::make_foot() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    wxButton* back = make_button(this, "compare-back", "&Back  Esc");
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.back(); }); });
    row->Add(back, wxSizerFlags{}.Centre());
    row->AddStretchSpacer();
    save_ = make_button(this, "compare-save", "&Save all as CSV...");
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_where_to_save(this, "Save the differences", screen_.save_path(), table_kinds,
                          [this](const std::string& path) { screen_.save(path); });
    });
    row->Add(save_, wxSizerFlags{}.Centre());
    return row;
}

void ComparePanel::show(const app::CompareState& state) {
    const bool compared = !state.file_name.empty();
    file_->SetLabel(as_label(state.file_name));
    empty_->Show(!compared);
    std::string counts;
    for (const std::string& line : state.counts) counts += (counts.empty() ? "" : "\n") + line;
    counts_->show(counts);
    counts_->Show(compared);
    found_->Show(compared);
    room_->Show(!compared);
    words_->SetLabel(
        shown(state.words + (state.shown_words.empty() ? "" : "; " + state.shown_words)));
    if (drawn_ != state.rows_version) {
        drawn_ = state.rows_version;
        table_->reload(state.row);
    }
    table_->choose(state.row);
    detail_->show(state.detail);
    save_->Show(compared);
    save_->Enable(state.may_save);
    Layout();
    found_->Layout();
}

}  // namespace muster::ui
