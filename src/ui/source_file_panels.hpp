// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include "muster/app/source_file_screen.hpp"
#include "ui/notice_band.hpp"
#include "ui/table_view.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {

/// The first step: what kind of file, which one, and as at which day. In large type it is
/// scrolled.
class SourceFilePanel final : public wxScrolledWindow {
public:
    SourceFilePanel(wxWindow* parent, app::SourceFileScreen& screen);
    void show(const app::SourceFileState& state);
    void begin();

private:
    wxSizer* make_kind();
    wxSizer* make_file();
    wxSizer* make_day();
    wxSizer* make_mapping();

    app::SourceFileScreen& screen_;
    wxChoice* kind_;
    WrappedText* kind_words_;
    wxButton* choose_;
    wxStaticText* file_;
    wxStaticText* day_label_;
    wxTextCtrl* day_;
    wxStaticText* day_words_;
    wxStaticText* mapping_;
    std::vector<app::Choice> kinds_;
};

/// The second: every change and every fault, before anything is recorded. In large type it is
/// scrolled.
class SourceChangesPanel final : public wxScrolledWindow {
public:
    SourceChangesPanel(wxWindow* parent, app::SourceFileScreen& screen);
    void show(const app::SourceFileState& state);
    void begin() { table_->SetFocus(); }

private:
    wxSizer* make_top();
    wxSizer* make_actions();
    void make_boxes(wxSizer* rows);

    app::SourceFileScreen& screen_;
    WrappedText* summary_;
    wxStaticText* count_;
    wxChoice* showing_;
    TableView* table_;
    NoticeBand* detail_;
    wxButton* confirm_;
    wxCheckBox* partial_;
    wxCheckBox* skip_;
    wxCheckBox* leavers_;
    wxCheckBox* lift_;
    wxStaticText* digest_;
    int drawn_ = -1;
};

}  // namespace muster::ui
