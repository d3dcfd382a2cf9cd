// SPDX-License-Identifier: MIT
#pragma once

#include <wx/simplebook.h>

#include "muster/app/dossier_screen.hpp"
#include "ui/dossier_panel.hpp"
#include "ui/list_panel.hpp"
#include "ui/movement_form_panel.hpp"
#include "ui/page.hpp"
#include "ui/result_card.hpp"
#include "ui/scan_ear.hpp"

namespace muster::ui {

/// A page: a list, the dossiers that are opened from it, their forms, and the receipts.
class DossierView final : public Page {
public:
    using MakeList = std::function<ListPanel*(wxWindow* parent)>;

    DossierView(wxWindow* parent, const std::string& id, const std::string& title,
                app::DossierUseCases use, const MakeList& make_list, app::Background& background,
                app::Prompter& prompter, std::function<void()> committed);

    /// Whoever knows all pages takes what this one scanned.
    void leave_scans_to(std::function<bool(const std::string&, const app::ScannedThing&)> others) {
        screen_.leave_to_others = std::move(others);
    }

    /// Whoever knows all pages opens what a row of this list leads to, where they say so.
    void leave_openings_to(std::function<bool(const std::string&)> others) {
        open_elsewhere_ = std::move(others);
    }

    void shown_now() override;
    bool take_key(int code) override;
    void open(const std::string& thing) override { screen_.open(thing); }
    void begin_again() override { screen_.close(); }
    bool would_lose_work() const override { return screen_.has_work(); }
    app::Question leaving_question() const override;
    std::string must_stay() const override;

private:
    void make_top();
    void make_list(const MakeList& make_list);
    void make_receipt();
    void read_again();
    void redraw();
    void redraw_top();
    void redraw_list_forms();
    void show_place();
    void begin_place();
    void save_receipt();
    void save_list(bool on_paper);
    bool hear(const std::string& code, wxTextCtrl* field);

    std::function<bool(const std::string&)> open_elsewhere_;
    std::string title_;
    app::DossierScreen screen_;
    ScanEar ear_;
    wxSizer* rows_;
    wxButton* back_;
    wxStaticText* heading_;
    wxStaticText* subtitle_;
    NoticeBand* notice_;
    wxSimplebook* book_;
    wxPanel* list_page_ = nullptr;
    ListPanel* list_ = nullptr;
    wxSizer* list_forms_ = nullptr;
    std::string list_forms_drawn_;
    DossierPanel* dossier_ = nullptr;
    MovementFormPanel* form_ = nullptr;
    wxPanel* receipt_ = nullptr;
    ResultCard* card_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* done_ = nullptr;
    int shown_version_ = -1;
};

}  // namespace muster::ui
