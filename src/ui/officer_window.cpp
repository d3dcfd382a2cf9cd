// SPDX-License-Identifier: MIT
#include "ui/officer_window.hpp"

#include <wx/display.h>
#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int field_width_dip = 320;

}  // namespace

OfficerWindow::OfficerWindow(wxWindow* parent, const std::string& marking,
                             const std::string& banner)
    : wxFrame{parent, wxID_ANY, "Muster: for the officer"}, base_{new wxPanel{this}} {
    base_->SetBackgroundColour(Palette::card());
    const int edge = 3 * gap(this);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    add_markings(rows, marking, banner);
    words_ = new WrappedText{base_, "officer-words", 200, true};
    rows->Add(words_, wxSizerFlags{}.Expand().Border(wxALL, edge));
    scrolled_ = new wxScrolledWindow{base_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL};
    scrolled_->SetScrollRate(0, gap(this));
    scrolled_->SetBackgroundColour(Palette::card());
    make_accessible(scrolled_, "officer-basket", "What you confirm");
    auto* inside = new wxBoxSizer{wxVERTICAL};
    lines_ = new WrappedText{scrolled_, "officer-lines", TypeSize::title, false};
    inside->Add(lines_, wxSizerFlags{}.Expand());
    scrolled_->SetSizer(inside);
    rows->Add(scrolled_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, edge));
    label_ = make_text(base_, "officer-pin-label", "Your PIN, then Enter", TypeSize::title, true);
    rows->Add(label_, wxSizerFlags{}.Border(wxLEFT | wxTOP, edge));
    pin_ = new SecretField{base_, "officer-pin", "Your PIN"};
    pin_->SetMinSize({FromDIP(field_width_dip), finger(this)});
    pin_->entered = [this] { CallAfter([this] { entered(pin_->take()); }); };
    pin_->scanned = [this] { scanned(); };
    rows->Add(pin_, wxSizerFlags{}.Border(wxLEFT, edge));
    notice_ = new WrappedText{base_, "officer-notice", TypeSize::strong, true};
    rows->Add(notice_, wxSizerFlags{}.Expand().Border(wxALL, edge));
    base_->SetSizer(rows);
    make_accessible(this, "officer-window", "For the officer");
    SetSize(FromDIP(wxSize{900, 620}));
    // Where there is a second display, it is the officer's.
    if (wxDisplay::GetCount() > 1) {
        const int own = wxDisplay::GetFromWindow(parent);
        const wxRect there = wxDisplay{own == 0 ? 1U : 0U}.GetClientArea();
        SetSize(there);
    }
}

void OfficerWindow::add_markings(wxSizer* rows, const std::string& marking,
                                 const std::string& banner) {
    const auto add = [&](const char* id, const std::string& words, const wxColour& ground,
                         const wxColour& ink) {
        if (words.empty()) return;
        auto* band = new wxPanel{base_};
        band->SetBackgroundColour(ground);
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        row->AddStretchSpacer();
        row->Add(make_text(band, id, shown(words), TypeSize::strong, true, ink),
                 wxSizerFlags{}.Border(wxALL, gap(this)));
        row->AddStretchSpacer();
        band->SetSizer(row);
        rows->Add(band, wxSizerFlags{}.Expand());
    };
    add("officer-practice", banner, Palette::practice(), Palette::practice_text());
    add("officer-marking", marking, Palette::header(), Palette::header_text());
}

void OfficerWindow::show(const app::CounterState& state) {
    const bool asking = state.confirming;
    std::string words = "Please wait for the armourer.";
    std::string lines;
    if (asking) {
        words = state.read_back;
        for (const app::CounterLine& line : state.lines) lines += line.read_back + "\n";
    } else if (state.receipt) {
        words = state.receipt->title + ". Receipt " + state.receipt->number + ".";
    }
    words_->show(words);
    lines_->show(lines);
    notice_->show(asking ? state.notice.words : "");
    label_->Show(asking);
    pin_->Show(asking);
    pin_->Enable(!state.busy);
    base_->Layout();
    scrolled_->FitInside();
    if (!asking) pin_->Clear();
}

void OfficerWindow::ask() {
    Raise();
    pin_->SetFocus();
}

}  // namespace muster::ui
