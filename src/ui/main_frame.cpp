// SPDX-License-Identifier: MIT
#include "ui/main_frame.hpp"

#include <wx/display.h>
#include <wx/sizer.h>

#include "muster/app/page_access.hpp"
#include "muster/app/sign_in.hpp"
#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int clock_ms = 5'000;
constexpr int navigation_width_dip = 170;
constexpr int zoom_step = 25;

}  // namespace

MainFrame::MainFrame(app::OpenSession open, app::Background& background, const std::string& address,
                     bool asks_where)
    : wxFrame{nullptr, wxID_ANY, "Muster"},
      background_{background},
      prompter_{this},
      sign_in_{std::move(open), background, address},
      asks_where_{asks_where},
      minute_{this} {
    auto* base = new wxPanel{this};
    base->SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    failure_ = new NoticeBand{base, "failure"};
    rows->Add(failure_, wxSizerFlags{}.Expand());
    root_ = new wxSimplebook{base};
    sign_in_view_ = new SignInView{root_, sign_in_, prompter_};
    root_->AddPage(sign_in_view_, "Sign in");
    rows->Add(root_, wxSizerFlags{1}.Expand());
    base->SetSizer(rows);
    // Never larger than the display it opens on.
    const wxRect room = wxDisplay{this}.GetClientArea();
    SetMinSize(FromDIP(wxSize{1000, 640}));
    wxSize size = FromDIP(wxSize{1280, 860});
    size.DecTo(room.GetSize());
    SetSize(size);
    make_accessible(this, "muster", "Muster");
    show_clearly(this);

    make_keys();
    sign_in_.signed_in = [this](std::shared_ptr<app::Session> session) {
        begin_session(std::move(session));
    };
    Bind(wxEVT_CHAR_HOOK, &MainFrame::on_key, this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (!status_) return;
        status_->refresh();
        if (status_->state().withdrawn) CallAfter([this] { end_withdrawn(); });
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        const Page* page = front();
        if (!event.CanVeto() || page == nullptr || !page->would_lose_work()) return event.Skip();
        event.Veto();
        leave_then([this] { Destroy(); });
    });
    sign_in_view_->begin();
}

void MainFrame::make_keys() {
    keys_ = {
        {WXK_F1, "F1", "This list", [this] { show_help(); }},
        {WXK_F5, "F5", "Read again", nullptr},
        {WXK_F8, "F8", "Supervisor override at the counter", nullptr},
        {WXK_F9, "F9", "Read back and confirm; record a form", nullptr},
        {WXK_F10, "F10, Ctrl+K", "Go to a page by its name", [this] { show_palette(); }},
        {WXK_F12, "F12", "Lock: sign out", [this] { sign_out(); }},
        {WXK_ESCAPE, "Esc, Alt+Left", "Back; cancel a line, twice the basket", nullptr},
        {0, "Enter", "On a row: all that is known of it", nullptr},
        {0, "Ctrl+1 to 9", "Sort a list by that column; again, the other way", nullptr},
        {0, "Ctrl+P, Ctrl+E", "Print the list in front; save it for a spreadsheet", nullptr},
        {0, "Ctrl+U", "Urgent issue at the counter: begin, and end", nullptr},
        {0, "Ctrl+D", "At the counter: note, paper form, rounds fired", nullptr},
        {0, "Ctrl+L, Ctrl+G", "At a return: unloaded and clear; range declared clear", nullptr},
        {0, "Ctrl+O", "The officer's own window: read-back and PIN", nullptr},
        {0, "Ctrl + and Ctrl -", "Larger and smaller text", nullptr}};
}

void MainFrame::tell_failure(const std::string& sentence) {
    failure_->show({app::Tone::stop, sentence});
}

// --- signing in and out ------------------------------------------------------------------------

void MainFrame::begin_session(std::shared_ptr<app::Session> session) {
    session_ = std::move(session);
    make_entries();
    status_ = std::make_unique<app::StatusScreen>(app::status_of(session_));
    desk_ = new wxPanel{root_};
    desk_->SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_strip(desk_), wxSizerFlags{}.Expand());
    alarm_ = new NoticeBand{desk_, "stale-alarm"};
    rows->Add(alarm_, wxSizerFlags{}.Expand());
    auto* middle = new wxBoxSizer{wxHORIZONTAL};
    middle->Add(make_navigation(desk_), wxSizerFlags{}.Expand());
    pages_ = new wxSimplebook{desk_};
    for (const Entry& entry : entries_) pages_->AddPage(entry.make_view(pages_), entry.title);
    middle->Add(pages_, wxSizerFlags{1}.Expand());
    rows->Add(middle, wxSizerFlags{1}.Expand());
    desk_->SetSizer(rows);
    root_->AddPage(desk_, "Desk");
    root_->ChangeSelection(1);
    failure_->show({});
    status_->changed = [this] { redraw_status(); };
    redraw_status();
    minute_.Start(clock_ms);
    go_to(0);
    if (asks_where_) ask_where();
}

// One ledger may serve several armouries; stock is taken from where the desk stands.
void MainFrame::ask_where() {
    const auto all = app::armouries(*session_->reading);
    if (all.size() < 2 || !app::page_access(*session_).counter) return;
    app::FormField where{"which-armoury", "Armoury", all.front().armoury.value, false, {}};
    for (const app::ArmouryChoice& each : all)
        where.choices.push_back({each.armoury.value, each.name});
    prompter_.fill({"Where is this desk?",
                    "What is issued is taken from there, and what comes back goes there.",
                    {where},
                    "Go on"},
                   [this, session = session_](const std::vector<std::string>& answers) {
                       session->author.armoury = core::ArmouryId{answers.at(0)};
                       if (session != session_) return;
                       status_->refresh();
                       front()->shown_now();
                   });
}

void MainFrame::sign_out() {
    if (session_) leave_then([this] { end_session(); });
}

// Nothing can be recorded with it any more, so that nothing is lost with its window.
void MainFrame::end_withdrawn() {
    if (!session_ || must_stay()) return;
    end_session();
    sign_in_.notify(
        {app::Tone::stop,
         "Your account was withdrawn while its window was open. Ask an administrator."});
}

void MainFrame::leave_then(const std::function<void()>& leave) {
    const Page* page = front();
    if (must_stay()) return;
    if (page == nullptr || !page->would_lose_work()) return CallAfter(leave);
    prompter_.ask(page->leaving_question(), [this, leave] { CallAfter(leave); });
}

void MainFrame::end_session() {
    minute_.Stop();
    root_->ChangeSelection(0);
    root_->DeletePage(1);
    desk_ = nullptr;
    alarm_ = nullptr;
    pages_ = nullptr;
    navigation_ = nullptr;
    status_.reset();
    session_.reset();
    SetTitle("Muster");
    sign_in_view_->begin();
}

// --- the strip and the navigation --------------------------------------------------------------

wxWindow* MainFrame::make_strip(wxWindow* parent) {
    auto* strip = new wxPanel{parent};
    strip->SetBackgroundColour(Palette::header());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    banner_ = new wxPanel{strip};
    banner_->SetBackgroundColour(Palette::practice());
    auto* banner_row = new wxBoxSizer{wxHORIZONTAL};
    banner_words_ =
        make_text(banner_, "practice-banner", "", TypeSize::strong, true, Palette::practice_text());
    banner_row->AddStretchSpacer();
    banner_row->Add(banner_words_, wxSizerFlags{}.Border(wxALL, gap(this)));
    banner_row->AddStretchSpacer();
    banner_->SetSizer(banner_row);
    rows->Add(banner_, wxSizerFlags{}.Expand());
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    place_ = make_text(strip, "place", "", TypeSize::strong, true, Palette::header_text());
    marking_ = make_text(strip, "classification", "", TypeSize::body, true, Palette::header_text());
    who_ = make_text(strip, "who", "", TypeSize::body, false, Palette::header_quiet());
    row->Add(place_, wxSizerFlags{1}.Centre().Border(wxALL, 2 * gap(this)));
    row->Add(marking_, wxSizerFlags{}.Centre().Border(wxALL, gap(this)));
    auto* right = new wxBoxSizer{wxHORIZONTAL};
    right->AddStretchSpacer();
    right->Add(who_, wxSizerFlags{}.Centre());
    row->Add(right, wxSizerFlags{1}.Centre().Border(wxALL, 2 * gap(this)));
    rows->Add(row, wxSizerFlags{}.Expand());
    strip->SetSizer(rows);
    return strip;
}

void MainFrame::redraw_status() {
    const app::StatusState& state = status_->state();
    banner_words_->SetLabel(shown(state.banner));
    banner_->Show(!state.banner.empty());
    alarm_->show({app::Tone::warning, state.alarm.empty()
                                          ? state.alarm
                                          : state.alarm + " See Other systems, Shift+F11."});
    place_->SetLabel(
        shown(state.force + ", " + state.armoury + (state.duty.empty() ? "" : "   " + state.duty)));
    marking_->SetLabel(shown(state.classification));
    who_->SetLabel(shown(state.user + "   " + state.clock + "   " + state.entries));
    SetTitle(shown(state.force + " - " + state.armoury + " - " + state.classification +
                   (state.banner.empty() ? "" : " - PRACTICE") + " - Muster"));
    desk_->Layout();
    banner_->GetParent()->Layout();
}

wxWindow* MainFrame::make_navigation(wxWindow* parent) {
    navigation_ = new wxDataViewListCtrl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                         wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE};
    set_type(navigation_, TypeSize::strong);
    navigation_->SetRowHeight(finger(this));
    navigation_->AppendTextColumn("Screen", wxDATAVIEW_CELL_INERT);
    for (const Entry& entry : entries_) {
        wxVector<wxVariant> row;
        row.push_back(wxVariant{wxString{entry.title}});
        navigation_->AppendItem(row);
    }
    widen_navigation();
    make_table_accessible(navigation_, "navigation", "Screens");
    navigation_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = navigation_->GetSelectedRow();
        if (row != wxNOT_FOUND && row != pages_->GetSelection())
            CallAfter([this, row] { go_to(static_cast<std::size_t>(row)); });
    });
    return navigation_;
}

// Larger type needs more room.
void MainFrame::widen_navigation() {
    const int width = FromDIP(navigation_width_dip) * type_zoom() / 100;
    navigation_->GetColumn(0)->SetWidth(width - 4 * gap(this));
    navigation_->SetMinSize({width, -1});
}

Page* MainFrame::front() const {
    return pages_ == nullptr ? nullptr : dynamic_cast<Page*>(pages_->GetCurrentPage());
}

// Where the page in front cannot be left yet, it says why.
bool MainFrame::must_stay() {
    const std::string why = front() == nullptr ? std::string{} : front()->must_stay();
    if (!why.empty()) prompter_.tell("Not yet", why);
    return !why.empty();
}

void MainFrame::go_to(std::size_t entry) {
    if (pages_ == nullptr) return;
    beside_counter_ = false;
    if (must_stay()) entry = static_cast<std::size_t>(pages_->GetSelection());
    pages_->ChangeSelection(entry);
    if (navigation_->GetSelectedRow() != static_cast<int>(entry))
        navigation_->SelectRow(static_cast<unsigned>(entry));
    pages_->Layout();
    front()->shown_now();
}

bool MainFrame::go_to_key(int key) {
    if (pages_ == nullptr) return false;
    for (std::size_t at = 0; at < entries_.size(); ++at) {
        if (entries_[at].key != key) continue;
        if (auto* page = dynamic_cast<Page*>(pages_->GetPage(at))) page->begin_again();
        go_to(at);
        return true;
    }
    return false;
}

// --- keys --------------------------------------------------------------------------------------

void MainFrame::on_key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const int pressed = event.ShiftDown() ? code | shifted : code;
    if (event.ControlDown() && (code == '+' || code == '=' || code == WXK_NUMPAD_ADD))
        return zoom(type_zoom() + zoom_step);
    if (event.ControlDown() && (code == '-' || code == WXK_NUMPAD_SUBTRACT))
        return zoom(type_zoom() - zoom_step);
    if (event.ControlDown() && code == 'K') return show_palette();
    for (const Key& key : keys_)
        if (key.code == pressed && key.act) return key.act();
    if (go_to_key(pressed)) return;
    Page* page = front();
    const bool back = event.AltDown() && code == WXK_LEFT;
    if (page == nullptr || !page->take_key(back ? int{WXK_BROWSER_BACK} : code)) event.Skip();
}

void MainFrame::zoom(int percent) {
    set_type_zoom(this, percent);
    if (navigation_ != nullptr) widen_navigation();
    if (Page* page = front()) page->shown_now();
    if (desk_ != nullptr) desk_->Layout();
    Layout();
}

void MainFrame::show_palette() {
    if (pages_ == nullptr) return;
    app::FormField page{"palette-page", "Page", "", false, {}};
    for (const Entry& entry : entries_)
        page.choices.push_back({entry.title, std::string{entry.title} + "  " + entry.key_name});
    prompter_.fill({"Go to", "Type the first letters of a page.", {page}, "Go"},
                   [this](const std::vector<std::string>& answers) {
                       for (std::size_t at = 0; at < entries_.size(); ++at)
                           if (answers.at(0) == entries_[at].title) return go_to(at);
                   });
}

void MainFrame::show_help() {
    std::string words;
    for (const Entry& entry : entries_)
        words += std::string{entry.key_name} + "    " + entry.words + "\n";
    for (const Key& key : keys_) words += std::string{key.name} + "    " + key.words + "\n";
    prompter_.tell("Keys", words);
}

}  // namespace muster::ui
