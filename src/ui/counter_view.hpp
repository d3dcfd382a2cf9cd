// SPDX-License-Identifier: MIT
#pragma once

#include <wx/simplebook.h>
#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/weakref.h>

#include "muster/app/counter_screen.hpp"
#include "muster/app/scan_text.hpp"
#include "muster/app/status_screen.hpp"
#include "ui/basket_panel.hpp"
#include "ui/confirm_panel.hpp"
#include "ui/notice_band.hpp"
#include "ui/officer_panel.hpp"
#include "ui/officer_window.hpp"
#include "ui/page.hpp"
#include "ui/waiting_panel.hpp"

namespace muster::ui {

/// The counter. Its scan box hears a scanner wherever on the page the focus is.
class CounterView final : public Page {
public:
    CounterView(wxWindow* parent, app::CounterUseCases use, app::Background& background,
                app::Prompter& prompter, std::function<void()> committed);
    /// What shows an item that is scanned while no basket is open.
    void show_items_by(std::function<void(const std::string&)> show) {
        screen_.show_item = std::move(show);
    }
    /// Where the officer's own window has its markings from.
    void mark_by(std::function<app::StatusState()> marks) { marks_ = std::move(marks); }
    void shown_now() override;
    void scan(const std::string& code) override { screen_.scan(code); }
    bool take_key(int code) override;
    bool would_lose_work() const override { return screen_.has_basket(); }
    app::Question leaving_question() const override {
        return {"Leave an open basket?",
                "The basket at the counter is not recorded. Leaving drops it.", "Leave and drop it",
                "Stay"};
    }

private:
    wxSizer* make_top();
    void hear(wxKeyEvent& event);
    bool is_part_of_void_scan(const wxKeyEvent& event);
    bool is_letter(int code) const;
    void take_letter(int code);
    void show_officer_window();
    void hear_beside(wxKeyEvent& event);
    void hear_in_field(wxKeyEvent& event, wxTextCtrl* field);
    void submit_scan();
    void redraw();
    void follow_focus(const app::CounterState& state);

    app::CounterScreen screen_;
    app::KeyBursts bursts_;
    app::ControlKeys controls_;
    int waiting_letter_ = 0;  ///< a Ctrl key that may still be a scanner's
    wxTimer letter_;
    wxStaticText* scan_label_;
    wxTextCtrl* scan_;
    wxStaticText* heading_;
    wxStaticText* last_;
    NoticeBand* urgent_;
    NoticeBand* notice_;
    OfficerPanel* officer_;
    wxSimplebook* book_;
    WaitingPanel* waiting_;
    BasketPanel* basket_;
    ConfirmPanel* confirm_;
    wxWeakRef<OfficerWindow> officer_window_;
    std::function<app::StatusState()> marks_;
    wxStaticText* next_;
    wxTimer idle_;             ///< records an urgent basket when nothing more is scanned
    std::string focused_for_;  ///< what the focus was last moved for
};

}  // namespace muster::ui
