// SPDX-License-Identifier: MIT
#include "ui/sources_view.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int clock_ms = 200;

using Place = app::SourcesState::Place;

}  // namespace

SourcesView::SourcesView(wxWindow* parent, app::SourcesUseCases use, app::Background& background,
                         app::Prompter& prompter, std::function<void()> committed)
    : Page{parent}, screen_{std::move(use), background, prompter}, clock_{this} {
    SetBackgroundColour(Palette::page());
    const int edge = 2 * gap(this);
    const wxSizerFlags sides = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    heading_ = make_text(this, "sources-heading", "", TypeSize::title, true);
    top->Add(heading_, wxSizerFlags{}.Centre().Border(wxRIGHT, 3 * gap(this)));
    about_ = make_short_text(this, "sources-file", TypeSize::body, false, Palette::quiet());
    top->Add(about_, wxSizerFlags{1}.Centre());
    rows->Add(top, wxSizerFlags{}.Expand().Border(wxALL, edge));
    notice_ = new NoticeBand{this, "sources-notice"};
    rows->Add(notice_, sides);
    make_pages();
    rows->Add(book_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge));
    foot_ = new wxPanel{this};
    foot_->SetBackgroundColour(Palette::page());
    foot_->SetSizer(make_foot());
    rows->Add(foot_, sides);
    SetSizer(rows);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    screen_.committed = std::move(committed);
    screen_.changed = screen_.file().changed = screen_.comparison().changed = [this] { redraw(); };
    redraw();
}

void SourcesView::make_pages() {
    book_ = new wxSimplebook{this};
    sources_ = new SourcesPanel{book_, screen_};
    waiting_ = new WaitingFilesPanel{book_, screen_};
    file_ = new SourceFilePanel{book_, screen_.file()};
    changes_ = new SourceChangesPanel{book_, screen_.file()};
    result_ = new ResultCard{book_};
    comparison_ = new ComparePanel{book_, screen_.comparison()};
    work_ = new WorkPanel{book_};
    work_->cancelled = [this] { screen_.escape(); };
    // In the order of `Shown`.
    for (wxWindow* page : std::initializer_list<wxWindow*>{sources_, waiting_, file_, changes_,
                                                           result_, comparison_, work_})
        book_->AddPage(page, "");
}

wxSizer* SourcesView::make_foot() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    back_ = make_button(foot_, "source-back", "&Back  Esc");
    back_->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { CallAfter([this] { screen_.file().back(); }); });
    row->Add(back_, wxSizerFlags{}.Centre());
    next_words_ = new WrappedText{foot_, "source-next-words", TypeSize::body, true};
    row->Add(next_words_, wxSizerFlags{1}.Centre().Border(wxLEFT | wxRIGHT, 2 * gap(this)));
    next_ = make_button(foot_, "source-next", "", true);
    next_->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { CallAfter([this] { screen_.file().next(); }); });
    row->Add(next_, wxSizerFlags{}.Centre());
    return row;
}

void SourcesView::shown_now() {
    screen_.refresh();
    if (screen_.state().place == Place::sources) sources_->begin();
}

bool SourcesView::take_key(int code) {
    const Place place = screen_.state().place;
    if (code == WXK_ESCAPE) screen_.escape();
    if (code == WXK_F5 && place == Place::file) screen_.file().read_again();
    if (code == WXK_F5 && place == Place::comparison) screen_.comparison().read_again();
    if (code == WXK_F5 && place == Place::sources) screen_.refresh();
    return code == WXK_ESCAPE || code == WXK_F5;
}

app::Question SourcesView::leaving_question() const {
    return {"Leave an open import?",
            "What was settled for this file is dropped. Nothing of it was recorded.",
            "Leave and drop it", "Stay"};
}

std::string SourcesView::must_stay() const {
    if (!screen_.is_recording()) return {};
    return "The ledger is being written. Wait until it is done.";
}

bool SourcesView::is_busy() const {
    return screen_.state().busy || screen_.file().state().busy || screen_.comparison().state().busy;
}

// Work that is done before anybody could read its name is not shown at all.
void SourcesView::tick() {
    slow_ = is_busy();
    if (slow_) return redraw();
    clock_.Stop();
}

SourcesView::Shown SourcesView::wanted() const {
    if (slow_ && is_busy()) return Shown::work;
    switch (screen_.state().place) {
        case Place::sources:
            return Shown::sources;
        case Place::waiting:
            return Shown::waiting;
        case Place::comparison:
            return Shown::comparison;
        case Place::file:
            break;
    }
    using Step = app::SourceFileState::Step;
    const Step step = screen_.file().state().step;
    return step == Step::file      ? Shown::file
           : step == Step::changes ? Shown::changes
                                   : Shown::result;
}

void SourcesView::redraw() {
    if (is_busy() && !clock_.IsRunning()) clock_.Start(clock_ms);
    if (!is_busy()) slow_ = false;
    const Shown page = wanted();
    redraw_top(page);
    sources_->show(screen_.state());
    waiting_->show(screen_.state());
    file_->show(screen_.file().state());
    changes_->show(screen_.file().state());
    result_->show(screen_.file().state().result);
    comparison_->show(screen_.comparison().state());
    if (page == Shown::work) show_work();
    redraw_foot(page);
    show_page(page);
    Layout();
}

void SourcesView::redraw_top(Shown page) {
    const Place place = screen_.state().place;
    const char* heading = "Other systems";
    if (place == Place::waiting) heading = "What waited in the folders";
    if (place == Place::comparison) heading = "Compare with another register";
    if (place == Place::file)
        heading = page == Shown::changes  ? "What it changes"
                  : page == Shown::result ? "Recorded"
                                          : "Import a file";
    heading_->SetLabel(heading);
    const bool beside = place == Place::file && page != Shown::file;
    about_->SetLabel(as_label(beside ? screen_.file().state().file_name : std::string{}));
    notice_->show(place == Place::file         ? screen_.file().state().notice
                  : place == Place::comparison ? screen_.comparison().state().notice
                                               : screen_.state().notice);
}

void SourcesView::redraw_foot(Shown page) {
    const app::SourceFileState& state = screen_.file().state();
    const bool shows = page == Shown::file || page == Shown::changes || page == Shown::result;
    foot_->Show(shows);
    if (!shows) return;
    back_->Show(page != Shown::result);
    next_words_->show(state.next_words);
    enable_first(next_, state.may_next);
    next_->SetLabel("&" + shown(state.next_label));
    make_accessible(next_, "source-next", shown(state.next_label));
    foot_->Layout();
}

void SourcesView::show_work() {
    const auto& state = screen_.state();
    if (state.busy) return work_->show(state.busy_words, {state.busy_words, 0, 0}, false);
    const auto& file = screen_.file().state();
    if (file.busy) return work_->show(file.busy_words, screen_.file().work(), file.may_cancel);
    const auto& comparison = screen_.comparison().state();
    work_->show(comparison.busy_words, screen_.comparison().work(), comparison.may_cancel);
}

// The focus follows to where the next thing is to be done.
void SourcesView::show_page(Shown page) {
    const auto number = static_cast<int>(page);
    if (book_->GetSelection() == number) return;
    book_->ChangeSelection(static_cast<std::size_t>(number));
    switch (page) {
        case Shown::sources:
            return sources_->begin();
        case Shown::waiting:
            return waiting_->begin();
        case Shown::file:
            return file_->begin();
        case Shown::changes:
            return changes_->begin();
        case Shown::result:
            return next_->SetFocus();
        case Shown::comparison:
            return comparison_->begin();
        case Shown::work:
            return work_->begin();
    }
}

}  // namespace muster::ui
