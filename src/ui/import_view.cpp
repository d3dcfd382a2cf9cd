// SPDX-License-Identifier: MIT
#include "ui/import_view.hpp"

#include <wx/dnd.h>
#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int clock_ms = 200;
// The pages of the book: the steps in their order, then the work between two of them.
constexpr int result_page = static_cast<int>(app::ImportState::Step::result);
constexpr int work_page = result_page + 1;

const char* heading_of(app::ImportState::Step step) {
    using enum app::ImportState::Step;
    switch (step) {
        case file:
            return "Import a register";
        case sheets:
            return "What each sheet holds";
        case columns:
            return "What each column means";
        case faults:
            return "What is wrong with it";
        case import:
            return "Ready to import";
        case result:
            return "Recorded";
    }
    return "";
}

/// Takes the first of the files that are dropped.
class DroppedFile final : public wxFileDropTarget {
public:
    explicit DroppedFile(std::function<void(const std::string&)> dropped)
        : dropped_{std::move(dropped)} {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
        if (!names.IsEmpty()) dropped_(typed(names[0]));
        return !names.IsEmpty();
    }

private:
    std::function<void(const std::string&)> dropped_;
};

}  // namespace

ImportView::ImportView(wxWindow* parent, app::ImportUseCases use, app::Background& background,
                       app::Prompter& prompter, std::function<void()> committed)
    : Page{parent}, screen_{std::move(use), background, prompter}, clock_{this} {
    SetBackgroundColour(Palette::page());
    const int edge = 2 * gap(this);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_top(), wxSizerFlags{}.Expand().Border(wxALL, edge));
    strip_ = new StepStrip{this, "import-step", {"File", "Sheets", "Columns", "Faults", "Import"}};
    rows->Add(strip_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge));
    notice_ = new NoticeBand{this, "import-notice"};
    rows->Add(notice_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge));
    make_pages();
    rows->Add(book_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, edge));
    rows->Add(make_foot(), wxSizerFlags{}.Expand().Border(wxALL, edge));
    SetSizer(rows);
    SetDropTarget(new DroppedFile{[this](const std::string& path) {
        CallAfter([this, path] {
            if (screen_.state().step == app::ImportState::Step::file) screen_.choose_file(path);
        });
    }});
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    screen_.committed = std::move(committed);
    screen_.changed = [this] { redraw(); };
    redraw();
}

wxSizer* ImportView::make_top() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    heading_ = make_text(this, "import-heading", "", TypeSize::title, true);
    row->Add(heading_, wxSizerFlags{}.Centre().Border(wxRIGHT, 3 * gap(this)));
    file_ = make_short_text(this, "import-file", TypeSize::body, false, Palette::quiet());
    row->Add(file_, wxSizerFlags{1}.Centre());
    return row;
}

void ImportView::make_pages() {
    book_ = new wxSimplebook{this};
    file_panel_ = new ImportFilePanel{book_, screen_};
    sheets_ = new ImportSheetsPanel{book_, screen_};
    columns_ = new ImportColumnsPanel{book_, screen_};
    faults_ = new ImportFaultsPanel{book_, screen_};
    summary_ = new ImportSummaryPanel{book_};
    result_ = new ImportResultPanel{book_, screen_};
    work_ = new WorkPanel{book_};
    work_->cancelled = [this] { screen_.escape(); };
    for (wxWindow* page : std::initializer_list<wxWindow*>{file_panel_, sheets_, columns_, faults_,
                                                           summary_, result_, work_})
        book_->AddPage(page, "");
}

wxSizer* ImportView::make_foot() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    back_ = make_button(this, "import-back", "&Back  Esc");
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.back(); }); });
    row->Add(back_, wxSizerFlags{}.Centre());
    next_words_ = new WrappedText{this, "import-next-words", TypeSize::body, true};
    row->Add(next_words_, wxSizerFlags{1}.Centre().Border(wxLEFT | wxRIGHT, 2 * gap(this)));
    next_ = make_button(this, "import-next", "&Next", true);
    next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.next(); }); });
    row->Add(next_, wxSizerFlags{}.Centre());
    return row;
}

void ImportView::shown_now() {
    if (!screen_.state().busy) screen_.refresh_imports();
    if (screen_.state().step == app::ImportState::Step::file) file_panel_->begin();
}

bool ImportView::take_key(int code) {
    if (code == WXK_ESCAPE) screen_.escape();
    if (code == WXK_F5) screen_.read_again();
    return code == WXK_ESCAPE || code == WXK_F5;
}

app::Question ImportView::leaving_question() const {
    return {"Leave an open import?",
            "What was settled for " + screen_.state().file_name +
                " is dropped. Nothing of it was imported.",
            "Leave and drop it", "Stay"};
}

std::string ImportView::must_stay() const {
    if (!screen_.is_recording()) return {};
    return "The ledger is being written. Wait until it is done, or cancel it with Esc.";
}

// Work that is done before anybody could read its name is not shown at all.
void ImportView::tick() {
    slow_ = screen_.state().busy;
    if (slow_) return redraw();
    clock_.Stop();
}

void ImportView::redraw() {
    const app::ImportState& state = screen_.state();
    if (state.busy && !clock_.IsRunning()) clock_.Start(clock_ms);
    if (!state.busy) slow_ = false;
    const bool working = state.busy && slow_;
    const bool first = state.step == app::ImportState::Step::file;
    heading_->SetLabel(heading_of(state.step));
    file_->SetLabel(as_label(state.file_words.empty() ? state.file_name
                                                      : state.file_name + ", " + state.file_words));
    // A receipt of something taken back has no steps behind it.
    strip_->Show(!state.result || !state.file_name.empty());
    strip_->show(static_cast<std::size_t>(state.step));
    notice_->show(state.notice);
    file_panel_->show(state);
    sheets_->show(state);
    columns_->show(state);
    faults_->show(state);
    summary_->show(state);
    result_->show(state);
    if (working) work_->show(state.busy_words, screen_.work(), state.may_cancel);
    back_->Show(!first && !working && state.step != app::ImportState::Step::result);
    next_->Show(!first && !working);
    enable_first(next_, state.may_next);
    next_->SetLabel("&" + shown(state.next_label));
    make_accessible(next_, "import-next", shown(state.next_label));
    next_words_->show(working ? std::string{} : state.next_words);
    show_page(working ? work_page : static_cast<int>(state.step));
    Layout();
}

// The focus follows to where the next thing is to be done.
void ImportView::show_page(int page) {
    if (book_->GetSelection() == page) return;
    book_->ChangeSelection(static_cast<std::size_t>(page));
    using Step = app::ImportState::Step;
    if (page == work_page) return work_->begin();
    switch (static_cast<Step>(page)) {
        case Step::file:
            return file_panel_->begin();
        case Step::sheets:
            return sheets_->begin();
        case Step::columns:
            return columns_->begin();
        case Step::faults:
            return faults_->begin();
        case Step::import:
        case Step::result:
            return next_->SetFocus();
    }
}

}  // namespace muster::ui
