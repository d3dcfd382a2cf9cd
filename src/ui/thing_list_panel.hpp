// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include <vector>

#include "muster/app/movement_form.hpp"
#include "muster/app/thing_list.hpp"
#include "ui/list_panel.hpp"
#include "ui/notice_band.hpp"
#include "ui/table_view.hpp"

namespace muster::ui {

/// A list with its search, its filters, and buttons to the pages before and after.
class ThingListPanel final : public ListPanel {
public:
    ThingListPanel(wxWindow* parent, app::ThingListUseCases use);
    void refresh() override { list_.refresh(); }
    void begin() override { search_->SetFocus(); }
    app::SavedList saved() const override { return list_.saved(); }

private:
    wxSizer* make_top();
    void add_filter(wxSizer* row, const app::ThingFilter& filter);
    wxSizer* make_foot();
    void take_typed();
    void leave_search();
    void open_chosen();
    void redraw();

    app::ThingList list_;
    std::string id_;
    wxTextCtrl* search_ = nullptr;
    std::vector<std::pair<std::string, wxTextCtrl*>> days_;
    NoticeBand* notice_;
    TableView* table_;
    wxStaticText* empty_;
    wxStaticText* count_ = nullptr;
    wxButton* previous_ = nullptr;
    wxButton* next_ = nullptr;
    wxTimer pause_;
};

}  // namespace muster::ui
