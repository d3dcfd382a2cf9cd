// SPDX-License-Identifier: MIT
#include "ui/import_table_panels.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr const char* mapping_kinds = "Mappings (*.json)|*.json";
constexpr const char* workbook_kinds = "Workbooks (*.xlsx)|*.xlsx";

wxSizerFlags spaced(const wxWindow* window) {
    return wxSizerFlags{}.Expand().Border(wxTOP, gap(window));
}

}  // namespace

// --- sheets ------------------------------------------------------------------------------------

ImportSheetsPanel::ImportSheetsPanel(wxWindow* parent, app::ImportScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    table_ = new TableView{this, "sheets-table", "Sheets of the file", screen_.sheets()};
    table_->chosen = [this](std::size_t row) { screen_.choose_sheet(row); };
    table_->activated = [this] { kind_->begin(); };
    rows->Add(table_, wxSizerFlags{1}.Expand());
    kind_ = new ImportChoiceBar{this, "sheet-kind"};
    kind_->chosen = [this](const std::string& kind) { screen_.choose_kind(kind); };
    auto* foot = new wxBoxSizer{wxHORIZONTAL};
    foot->Add(kind_, wxSizerFlags{1}.Centre().Border(wxRIGHT, gap(this)));
    wxButton* use = make_button(this, "use-mapping", "Use a &saved mapping...");
    use->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_for_file(this, "Use a saved mapping", mapping_kinds,
                     [this](const std::string& path) { screen_.use_mapping(path); });
    });
    foot->Add(use, wxSizerFlags{}.Centre());
    rows->Add(foot, spaced(this));
    SetSizer(rows);
}

void ImportSheetsPanel::show(const app::ImportState& state) {
    if (drawn_ != state.sheets_version) {
        drawn_ = state.sheets_version;
        table_->reload(state.sheet);
    }
    table_->choose(state.sheet);
    kind_->show(state.sheet_choice);
    Layout();
}

// --- columns -----------------------------------------------------------------------------------

ImportColumnsPanel::ImportColumnsPanel(wxWindow* parent, app::ImportScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_top(), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    missing_ = new NoticeBand{this, "columns-notice", false};
    rows->Add(missing_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    every_row_ = new ImportEveryRowBar{this};
    every_row_->said = [this](const std::string& field, const std::string& value) {
        screen_.say_for_every_row(field, value);
    };
    rows->Add(every_row_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{this, "columns-table", "Columns of the sheet", screen_.columns()};
    table_->chosen = [this](std::size_t row) { screen_.choose_column(row); };
    table_->activated = [this] { field_->begin(); };
    rows->Add(table_, wxSizerFlags{1}.Expand());
    field_ = new ImportChoiceBar{this, "column-field"};
    field_->chosen = [this](const std::string& field) { screen_.choose_field(field); };
    rows->Add(make_foot(), spaced(this));
    SetSizer(rows);
}

wxSizer* ImportColumnsPanel::make_top() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(make_text(this, "columns-sheet-label", "Sheet", TypeSize::body, true),
             wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    sheet_ = new wxChoice{this, wxID_ANY};
    set_type(sheet_, TypeSize::body);
    sheet_->SetMinSize({-1, finger(this)});
    make_accessible(sheet_, "columns-sheet", "Sheet");
    sheet_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        screen_.choose_tab(static_cast<std::size_t>(sheet_->GetSelection()));
    });
    row->Add(sheet_, wxSizerFlags{}.Centre());
    return row;
}

wxSizer* ImportColumnsPanel::make_foot() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(field_, wxSizerFlags{1}.Centre().Border(wxRIGHT, gap(this)));
    accept_ = make_button(this, "accept-column", "The &guess is right");
    accept_->Bind(wxEVT_BUTTON,
                  [this](wxCommandEvent&) { CallAfter([this] { screen_.accept_column(); }); });
    row->Add(accept_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    wxButton* save = make_button(this, "save-mapping", "&Save the mapping...");
    save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_where_to_save(this, "Save the mapping", screen_.mapping_path(), mapping_kinds,
                          [this](const std::string& path) { screen_.save_mapping(path); });
    });
    row->Add(save, wxSizerFlags{}.Centre());
    return row;
}

void ImportColumnsPanel::show(const app::ImportState& state) {
    if (tabs_ != state.tabs) {
        tabs_ = state.tabs;
        sheet_->Clear();
        for (const std::string& each : tabs_) sheet_->Append(shown(each));
    }
    if (!tabs_.empty()) sheet_->SetSelection(static_cast<int>(state.tab));
    missing_->show(state.columns_notice);
    every_row_->show(state.missing_fields);
    if (drawn_ != state.columns_version) {
        drawn_ = state.columns_version;
        table_->reload(state.column);
    }
    table_->choose(state.column);
    field_->show(state.column_choice);
    accept_->Enable(state.column_choice.may_accept);
    Layout();
}

// --- faults ------------------------------------------------------------------------------------

ImportFaultsPanel::ImportFaultsPanel(wxWindow* parent, app::ImportScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_top(), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{this, "faults-table", "Faults and warnings", screen_.faults()};
    table_->chosen = [this](std::size_t row) { screen_.choose_fault(row); };
    table_->activated = [this] {
        if (meaning_->IsShown())
            meaning_->begin();
        else
            confirm_->SetFocus();
    };
    rows->Add(table_, wxSizerFlags{1}.Expand());
    detail_ = new NoticeBand{this, "fault-detail", false};
    rows->Add(detail_, spaced(this));
    meaning_ = new ImportChoiceBar{this, "fault-meaning"};
    meaning_->chosen = [this](const std::string& ours) {
        CallAfter([this, ours] { screen_.choose_meaning(ours); });
    };
    rows->Add(meaning_, spaced(this).Expand());
    rows->Add(make_actions(), spaced(this));
    skip_ = new wxCheckBox{this, wxID_ANY, ""};
    set_type(skip_, TypeSize::body, true);
    skip_->SetMinSize({-1, finger(this)});
    make_accessible(skip_, "skip-faulty");
    skip_->Bind(wxEVT_CHECKBOX,
                [this](wxCommandEvent&) { screen_.skip_faulty(skip_->GetValue()); });
    rows->Add(skip_, wxSizerFlags{}.Border(wxTOP, gap(this)));
    SetSizer(rows);
}

wxSizer* ImportFaultsPanel::make_top() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    count_ = make_text(this, "faults-count", "", TypeSize::strong, true);
    row->Add(count_, wxSizerFlags{1}.Centre());
    row->Add(make_text(this, "faults-showing-label", "Show", TypeSize::body),
             wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    showing_ = new wxChoice{this, wxID_ANY};
    for (const char* each : {"Faults and warnings", "Faults", "Warnings"}) showing_->Append(each);
    showing_->SetSelection(0);
    set_type(showing_, TypeSize::body);
    showing_->SetMinSize({-1, finger(this)});
    make_accessible(showing_, "faults-showing", "Show");
    showing_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        screen_.show(static_cast<app::ImportScreen::Showing>(showing_->GetSelection()));
    });
    row->Add(showing_, wxSizerFlags{}.Centre());
    return row;
}

wxSizer* ImportFaultsPanel::make_actions() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    confirm_ = make_button(this, "confirm-fault", "");
    confirm_->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { CallAfter([this] { screen_.confirm_fault(); }); });
    row->Add(confirm_, wxSizerFlags{}.Centre());
    row->AddStretchSpacer();
    wxButton* save = make_button(this, "save-marked-up", "Save a &marked-up copy...");
    save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_where_to_save(this, "Save a marked-up copy", screen_.marked_up_path(), workbook_kinds,
                          [this](const std::string& path) { screen_.save_marked_up(path); });
    });
    row->Add(save, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    wxButton* again = make_button(this, "read-again", "&Read the file again  F5");
    again->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { CallAfter([this] { screen_.read_again(); }); });
    row->Add(again, wxSizerFlags{}.Centre());
    return row;
}

void ImportFaultsPanel::show(const app::ImportState& state) {
    count_->SetLabel(shown(state.faults_words));
    if (drawn_ != state.faults_version) {
        drawn_ = state.faults_version;
        table_->reload(state.fault);
    }
    table_->choose(state.fault);
    detail_->show(state.fault_detail);
    meaning_->show(state.meaning);
    confirm_->SetLabel("&" + shown(state.confirm_label));
    make_accessible(confirm_, "confirm-fault", shown(state.confirm_label));
    confirm_->Enable(state.may_confirm);
    skip_->SetLabel("&" + shown(state.skip_label));
    make_accessible(skip_, "skip-faulty", shown(state.skip_label));
    skip_->SetValue(state.skip_faulty);
    skip_->Show(state.may_skip);
    Layout();
}

}  // namespace muster::ui
