// SPDX-License-Identifier: MIT
#include "ui/import_file_panel.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {
namespace {

constexpr const char* workbook_kinds = "Workbooks (*.xlsx)|*.xlsx";

}  // namespace

ImportFilePanel::ImportFilePanel(wxWindow* parent, app::ImportScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_choosing(), wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, 2 * gap(this)));
    rows->Add(make_template(), wxSizerFlags{}.Expand().Border(wxBOTTOM, 3 * gap(this)));
    rows->Add(make_imports(), wxSizerFlags{1}.Expand());
    SetSizer(rows);
}

wxSizer* ImportFilePanel::make_choosing() {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* what = new WrappedText{this, "import-empty", TypeSize::strong, true};
    what->show("Choose the workbook or CSV file that your register is kept in, or drop it here.");
    rows->Add(what, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this) / 2));
    auto* more = new WrappedText{this, "import-empty-more", TypeSize::body, false};
    more->show(
        "Sheets and columns may be called and ordered as they are. Nothing is recorded "
        "before the last step, and then all of it or nothing.");
    rows->Add(more, wxSizerFlags{}.Expand().Border(wxBOTTOM, 2 * gap(this)));
    choose_ = make_button(this, "import-choose", "&Choose a file...", true);
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_for_file(this, "Choose a register", register_kinds,
                     [this](const std::string& path) { screen_.choose_file(path); });
    });
    rows->Add(choose_, wxSizerFlags{});
    return rows;
}

wxSizer* ImportFilePanel::make_template() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(make_text(this, "import-template-label", "No file yet? Fill in an empty one for",
                       TypeSize::body),
             wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    templates_ = new wxChoice{this, wxID_ANY};
    for (const app::Choice& each : screen_.state().templates) templates_->Append(shown(each.title));
    if (!templates_->IsEmpty()) templates_->SetSelection(0);
    set_type(templates_, TypeSize::body);
    templates_->SetMinSize({-1, finger(this)});
    make_accessible(templates_, "import-template", "What the empty file is for");
    row->Add(templates_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    wxButton* save = make_button(this, "import-save-template", "Save &template...");
    save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto chosen = static_cast<std::size_t>(templates_->GetSelection());
        const std::string kind = screen_.state().templates.at(chosen).code;
        ask_where_to_save(
            this, "Save an empty file", kind + ".xlsx", workbook_kinds,
            [this, kind](const std::string& path) { screen_.save_template(kind, path); });
    });
    row->Add(save, wxSizerFlags{}.Centre());
    return row;
}

wxSizer* ImportFilePanel::make_imports() {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    top->Add(make_text(this, "imports-title", "Earlier imports", TypeSize::strong, true),
             wxSizerFlags{1}.Centre());
    imports_words_ = make_text(this, "imports-words", "", TypeSize::body, false, Palette::quiet());
    top->Add(imports_words_, wxSizerFlags{}.Centre());
    rows->Add(top, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    imports_ = new TableView{this, "imports-table", "Earlier imports", screen_.imports()};
    imports_->chosen = [this](std::size_t row) { screen_.choose_import(row); };
    rows->Add(imports_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, gap(this)));
    undo_ = make_button(this, "import-undo", "Take the chosen import &back...");
    undo_->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { CallAfter([this] { screen_.undo_chosen(); }); });
    rows->Add(undo_, wxSizerFlags{}.Right());
    return rows;
}

void ImportFilePanel::begin() {
    choose_->SetFocus();
}

void ImportFilePanel::show(const app::ImportState& state) {
    imports_words_->SetLabel(shown(state.imports_words));
    const bool any = screen_.imports().row_count() > 0;
    if (drawn_ != state.imports_version) {
        drawn_ = state.imports_version;
        imports_->reload(0);
        screen_.choose_import(0);
    }
    imports_->Show(any);
    undo_->Show(any);
    undo_->Enable(state.may_undo);
    Layout();
}

}  // namespace muster::ui
