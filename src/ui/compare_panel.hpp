// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include "muster/app/compare_screen.hpp"
#include "ui/notice_band.hpp"
#include "ui/table_view.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {

/// Another register beside the ledger: where the two differ.
class ComparePanel final : public wxPanel {
public:
    ComparePanel(wxWindow* parent, app::CompareScreen& screen);
    void show(const app::CompareState& state);
    void begin() { choose_->SetFocus(); }

private:
    wxSizer* make_file();
    wxSizer* make_filter();
    wxSizer* make_foot();

    app::CompareScreen& screen_;
    wxTimer pause_;
    wxButton* choose_;
    wxStaticText* file_;
    WrappedText* empty_;
    WrappedText* counts_;
    wxPanel* found_;
    wxSizerItem* room_;  ///< in the place of the table while there is none
    wxStaticText* words_;
    wxTextCtrl* search_;
    wxChoice* showing_;
    TableView* table_;
    NoticeBand* detail_;
    wxButton* save_;
    int drawn_ = -1;
};

}  // namespace muster::ui
