// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/scrolwin.h>

#include "muster/app/sources_screen.hpp"
#include "ui/notice_band.hpp"
#include "ui/table_view.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {

/// How old everything is, and what a person may do about it. In large type it is scrolled.
class SourcesPanel final : public wxScrolledWindow {
public:
    SourcesPanel(wxWindow* parent, app::SourcesScreen& screen);
    void show(const app::SourcesState& state);
    void begin();

private:
    wxSizer* make_imports();
    wxSizer* make_others();

    app::SourcesScreen& screen_;
    NoticeBand* in_date_;
    TableView* table_;
    WrappedText* powers_;
    wxButton* import_;
    wxButton* compare_;
    wxButton* waiting_;
    wxButton* approve_;
    wxButton* end_;
    bool begins_ = false;  ///< the focus still has to go to the first action
    int drawn_ = -1;
};

/// What became of each file that waited in the folders.
class WaitingFilesPanel final : public wxPanel {
public:
    WaitingFilesPanel(wxWindow* parent, app::SourcesScreen& screen);
    void show(const app::SourcesState& state);
    void begin();

private:
    app::SourcesScreen& screen_;
    wxStaticText* words_;
    TableView* table_;
    NoticeBand* detail_;
    wxButton* back_;
    int drawn_ = -1;
};

}  // namespace muster::ui
