// SPDX-License-Identifier: MIT
#include "ui/counter_view.hpp"

#include <wx/sizer.h>

#include <utility>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int scan_width_dip = 330;
constexpr int large_zoom = 140;
enum BookPage { waiting_page, basket_page, confirm_page };

bool is_enter(const wxKeyEvent& event) {
    return event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
}

bool writes(const wxKeyEvent& event) {
    return event.GetUnicodeKey() >= WXK_SPACE && event.GetUnicodeKey() != WXK_DELETE &&
           !event.ControlDown() && !event.AltDown();
}

}  // namespace

CounterView::CounterView(wxWindow* parent, app::CounterUseCases use, app::Background& background,
                         app::Prompter& prompter, std::function<void()> committed)
    : Page{parent},
      screen_{std::move(use), background, prompter},
      letter_{this, wxWindow::NewControlId()},
      idle_{this, wxWindow::NewControlId()} {
    SetBackgroundColour(Palette::page());
    const int edge = 2 * gap(this);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_top(), wxSizerFlags{}.Expand().Border(wxALL, edge));
    urgent_ = new NoticeBand{this, "urgent-band", false};
    rows->Add(urgent_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge));
    notice_ = new NoticeBand{this, "notice"};
    rows->Add(notice_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge));
    auto* middle = new wxBoxSizer{wxHORIZONTAL};
    officer_ = new OfficerPanel{this};
    middle->Add(officer_, wxSizerFlags{}.Expand().Border(wxRIGHT, edge));
    book_ = new wxSimplebook{this};
    waiting_ = new WaitingPanel{book_};
    basket_ = new BasketPanel{book_, screen_};
    confirm_ = new ConfirmPanel{book_, screen_};
    book_->AddPage(waiting_, "Waiting");
    book_->AddPage(basket_, "Basket");
    book_->AddPage(confirm_, "Confirm");
    middle->Add(book_, wxSizerFlags{1}.Expand());
    rows->Add(middle, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, edge));
    auto* foot = new wxBoxSizer{wxHORIZONTAL};
    next_ = make_text(this, "next-step", "", TypeSize::body, true);
    last_ = make_text(this, "last-movement", "", TypeSize::body, false, Palette::quiet());
    foot->Add(next_, wxSizerFlags{1}.Centre());
    foot->Add(last_, wxSizerFlags{}.Centre());
    rows->Add(foot, wxSizerFlags{}.Expand().Border(wxALL, edge));
    SetSizer(rows);

    scan_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { submit_scan(); });
    Bind(wxEVT_CHAR_HOOK, &CounterView::hear, this);
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { screen_.record_waiting(); }, idle_.GetId());
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { take_letter(std::exchange(waiting_letter_, 0)); },
        letter_.GetId());
    confirm_->pin_elsewhere = [this] {
        if (officer_window_ != nullptr) officer_window_->ask();
        return officer_window_ != nullptr;
    };
    screen_.committed = std::move(committed);
    screen_.changed = [this] { redraw(); };
    redraw();
}

wxSizer* CounterView::make_top() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    heading_ = make_short_text(this, "counter-heading", TypeSize::title, true);
    row->Add(heading_, wxSizerFlags{1}.Centre());
    scan_label_ = make_text(this, "scan-label", "Scan, or type a code and Enter", TypeSize::body);
    row->Add(scan_label_, wxSizerFlags{}.Centre().Border(wxLEFT | wxRIGHT, gap(this)));
    scan_ =
        new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    set_type(scan_, TypeSize::title, true);
    make_accessible(scan_, "scan", "Scan, or type a code and Enter");
    row->Add(scan_, wxSizerFlags{}.Centre());
    return row;
}

void CounterView::shown_now() {
    focused_for_.clear();
    redraw();
}

bool CounterView::take_key(int code) {
    switch (code) {
        case WXK_ESCAPE:
            if (!scan_->IsEmpty())
                scan_->Clear();
            else
                screen_.escape();
            return true;
        case WXK_F8:
            screen_.override_stops();
            return true;
        case WXK_F9:
            screen_.freeze();
            return true;
        default:
            return false;
    }
}

// --- the scanner -------------------------------------------------------------------------------

void CounterView::submit_scan() {
    const std::string code = typed(scan_->GetValue());
    scan_->Clear();
    if (code.empty()) return;
    screen_.scan(code);
}

// A wedge scanner types where the focus happens to be; its speed gives it away (SCREENS 1).
void CounterView::hear(wxKeyEvent& event) {
    if (is_part_of_void_scan(event)) return;
    wxWindow* focus = FindFocus();
    if (event.ControlDown() && !event.AltDown() && is_letter(event.GetKeyCode())) {
        waiting_letter_ = event.GetKeyCode();
        letter_.StartOnce(app::KeyBursts::gap_ms + 10);
        return;
    }
    // Secrets look after themselves, and the scan box is where a scan belongs.
    if (focus == scan_ || dynamic_cast<SecretField*>(focus) != nullptr) return event.Skip();
    if (auto* field = dynamic_cast<wxTextCtrl*>(focus)) return hear_in_field(event, field);
    hear_beside(event);
}

void CounterView::hear_in_field(wxKeyEvent& event, wxTextCtrl* field) {
    const std::int64_t at = event.GetTimestamp();
    if (writes(event)) bursts_.key(at);
    if (!is_enter(event) || !bursts_.ends_burst(at)) {
        if (is_enter(event)) bursts_.forget();
        return event.Skip();
    }
    const long end = field->GetInsertionPoint();
    const long begin = std::max<long>(0, end - bursts_.run());
    bursts_.forget();
    const wxString code = field->GetRange(begin, end);
    field->Remove(begin, end);
    screen_.scan(typed(code));
}

// A byte that can stand on no label voids the scan, and commands nothing.
bool CounterView::is_part_of_void_scan(const wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const bool modifier =
        code == WXK_CONTROL || code == WXK_SHIFT || code == WXK_ALT || code == WXK_RAW_CONTROL;
    if (modifier || dynamic_cast<SecretField*>(FindFocus()) != nullptr) return false;
    const bool control = event.ControlDown() && !event.AltDown();
    const auto verdict = controls_.key(event.GetTimestamp(), control, is_enter(event));
    if (verdict == app::ControlKeys::Verdict::passes) return false;
    if (verdict == app::ControlKeys::Verdict::voids) {
        letter_.Stop();
        waiting_letter_ = 0;
        bursts_.forget();
        CallAfter([this] {
            scan_->Clear();
            screen_.scan("\x1F");
        });
    }
    return true;
}

bool CounterView::is_letter(int code) const {
    return code == 'U' || code == 'D' || code == 'L' || code == 'G' || code == 'O';
}

void CounterView::take_letter(int code) {
    const app::CounterState& state = screen_.state();
    switch (code) {
        case 'U':
            return screen_.toggle_urgent();
        case 'D':
            return screen_.add_details();
        case 'L':
            return screen_.set_unloaded(!state.unloaded);
        case 'G':
            return screen_.set_range_declared(!state.range_declared);
        case 'O':
            return show_officer_window();
        default:
            return;
    }
}

// The officer's own window stands where the officer looks; it shows and asks what is theirs.
void CounterView::show_officer_window() {
    if (officer_window_ != nullptr) {
        officer_window_->Close();
        return;
    }
    const app::StatusState marks = marks_ ? marks_() : app::StatusState{};
    officer_window_ = new OfficerWindow{this, marks.classification, marks.banner};
    officer_window_->entered = [this](const std::string& pin) { confirm_->submit(pin); };
    officer_window_->scanned = [this] { screen_.notify({app::Tone::stop, scanned_into_secret}); };
    officer_window_->show(screen_.state());
    // The scanner goes on writing where it wrote.
    officer_window_->ShowWithoutActivating();
}

// On a button or a list the first key already belongs to the scan box.
void CounterView::hear_beside(wxKeyEvent& event) {
    if (!writes(event) || event.GetUnicodeKey() == WXK_SPACE) return event.Skip();
    scan_->SetFocus();
    scan_->AppendText(wxString{event.GetUnicodeKey()});
    scan_->SetInsertionPointEnd();
}

// --- drawing -----------------------------------------------------------------------------------

void CounterView::redraw() {
    const app::CounterState& state = screen_.state();
    const bool waiting = state.mode == app::CounterState::Mode::waiting;
    heading_->SetLabel(as_label(state.heading));
    // Large type leaves the scan box less room, and its label to assistive tools.
    const bool large = type_zoom() > large_zoom;
    scan_label_->Show(!large);
    scan_->SetMinSize({FromDIP(large ? scan_width_dip / 2 : scan_width_dip), finger(this)});
    urgent_->show({app::Tone::stop, state.urgent});
    constexpr int idle_ms = 10'000;
    if (screen_.urgent_waits())
        idle_.StartOnce(idle_ms);
    else
        idle_.Stop();
    notice_->show(state.notice);
    officer_->show(state);
    // What is confirmed needs all the room that large type leaves.
    officer_->Show(!waiting && !(large && state.confirming));
    const int page = waiting ? waiting_page : state.confirming ? confirm_page : basket_page;
    if (book_->GetSelection() != page) book_->ChangeSelection(static_cast<std::size_t>(page));
    Layout();
    if (page == waiting_page) waiting_->show(state);
    if (page == basket_page) basket_->show(state);
    if (page == confirm_page) confirm_->show(state);
    next_->SetLabel(waiting || state.confirming ? wxString{} : shown(state.invitation));
    if (officer_window_ != nullptr) officer_window_->show(state);
    last_->SetLabel(shown(state.last.empty() ? "" : "Last: " + state.last));
    Layout();
    follow_focus(state);
}

// The focus moves when the question changes, and never while somebody types an answer.
void CounterView::follow_focus(const app::CounterState& state) {
    if (state.busy) return;
    const std::string now = (state.confirming ? "confirm" : state.asked) + "|" + state.officer;
    if (now == focused_for_) return;
    focused_for_ = now;
    if (state.confirming)
        confirm_->begin(state);
    else if (!state.asked.empty())
        basket_->focus_quantity();
    else
        scan_->SetFocus();
}

}  // namespace muster::ui
