// SPDX-License-Identifier: MIT
#pragma once

#include <wx/simplebook.h>
#include <wx/timer.h>

#include "muster/app/sources_screen.hpp"
#include "ui/compare_panel.hpp"
#include "ui/page.hpp"
#include "ui/result_card.hpp"
#include "ui/source_file_panels.hpp"
#include "ui/sources_panels.hpp"
#include "ui/work_panel.hpp"

namespace muster::ui {

/// The page of other systems: how old what they say is, one file on its way in, what waited in the
/// folders, and another register beside ours.
class SourcesView final : public Page {
public:
    SourcesView(wxWindow* parent, app::SourcesUseCases use, app::Background& background,
                app::Prompter& prompter, std::function<void()> committed);
    void shown_now() override;
    bool take_key(int code) override;
    bool would_lose_work() const override { return screen_.has_work(); }
    app::Question leaving_question() const override;
    std::string must_stay() const override;

private:
    enum class Shown { sources, waiting, file, changes, result, comparison, work };

    void make_pages();
    wxSizer* make_foot();
    Shown wanted() const;
    bool is_busy() const;
    void redraw();
    void redraw_top(Shown page);
    void redraw_foot(Shown page);
    void show_page(Shown page);
    void show_work();
    void tick();

    app::SourcesScreen screen_;
    wxTimer clock_;
    bool slow_ = false;  ///< the work takes long enough to be shown
    wxStaticText* heading_;
    wxStaticText* about_;
    NoticeBand* notice_;
    wxSimplebook* book_;
    SourcesPanel* sources_;
    WaitingFilesPanel* waiting_;
    SourceFilePanel* file_;
    SourceChangesPanel* changes_;
    ResultCard* result_;
    ComparePanel* comparison_;
    WorkPanel* work_;
    wxPanel* foot_;
    wxButton* back_;
    WrappedText* next_words_;
    wxButton* next_;
};

}  // namespace muster::ui
