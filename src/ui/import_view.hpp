// SPDX-License-Identifier: MIT
#pragma once

#include <wx/simplebook.h>
#include <wx/timer.h>

#include "muster/app/import_screen.hpp"
#include "ui/import_end_panels.hpp"
#include "ui/import_file_panel.hpp"
#include "ui/import_table_panels.hpp"
#include "ui/notice_band.hpp"
#include "ui/page.hpp"
#include "ui/step_strip.hpp"
#include "ui/work_panel.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {

/// The Import screen: five steps under one strip, and what was recorded at the end. A file dropped
/// anywhere on it is chosen.
class ImportView final : public Page {
public:
    ImportView(wxWindow* parent, app::ImportUseCases use, app::Background& background,
               app::Prompter& prompter, std::function<void()> committed);
    void shown_now() override;
    bool take_key(int code) override;
    bool would_lose_work() const override { return screen_.has_work(); }
    app::Question leaving_question() const override;
    std::string must_stay() const override;

private:
    wxSizer* make_top();
    void make_pages();
    wxSizer* make_foot();
    void redraw();
    void show_page(int page);
    void tick();

    app::ImportScreen screen_;
    wxTimer clock_;
    bool slow_ = false;  ///< the work takes long enough to be shown
    wxStaticText* heading_;
    wxStaticText* file_;
    StepStrip* strip_;
    NoticeBand* notice_;
    wxSimplebook* book_;
    ImportFilePanel* file_panel_;
    ImportSheetsPanel* sheets_;
    ImportColumnsPanel* columns_;
    ImportFaultsPanel* faults_;
    ImportSummaryPanel* summary_;
    ImportResultPanel* result_;
    WorkPanel* work_;
    wxButton* back_;
    WrappedText* next_words_;
    wxButton* next_;
};

}  // namespace muster::ui
