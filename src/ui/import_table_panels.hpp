// SPDX-License-Identifier: MIT
#pragma once

#include <wx/checkbox.h>

#include "ui/import_choice.hpp"
#include "ui/import_every_row.hpp"
#include "ui/notice_band.hpp"
#include "ui/table_view.hpp"

namespace muster::ui {

/// The second step: what each sheet holds.
class ImportSheetsPanel final : public wxPanel {
public:
    ImportSheetsPanel(wxWindow* parent, app::ImportScreen& screen);
    void show(const app::ImportState& state);
    void begin() { table_->SetFocus(); }

private:
    app::ImportScreen& screen_;
    TableView* table_;
    ImportChoiceBar* kind_;
    int drawn_ = -1;
};

/// The third: what each column of a sheet means.
class ImportColumnsPanel final : public wxPanel {
public:
    ImportColumnsPanel(wxWindow* parent, app::ImportScreen& screen);
    void show(const app::ImportState& state);
    void begin() { table_->SetFocus(); }

private:
    wxSizer* make_top();
    wxSizer* make_foot();

    app::ImportScreen& screen_;
    wxChoice* sheet_;
    NoticeBand* missing_;
    ImportEveryRowBar* every_row_;
    TableView* table_;
    ImportChoiceBar* field_;
    wxButton* accept_;
    std::vector<std::string> tabs_;
    int drawn_ = -1;
};

/// The fourth: every fault and warning at once.
class ImportFaultsPanel final : public wxPanel {
public:
    ImportFaultsPanel(wxWindow* parent, app::ImportScreen& screen);
    void show(const app::ImportState& state);
    void begin() { table_->SetFocus(); }

private:
    wxSizer* make_top();
    wxSizer* make_actions();

    app::ImportScreen& screen_;
    wxStaticText* count_;
    wxChoice* showing_;
    TableView* table_;
    NoticeBand* detail_;
    ImportChoiceBar* meaning_;
    wxButton* confirm_;
    wxCheckBox* skip_;
    int drawn_ = -1;
};

}  // namespace muster::ui
