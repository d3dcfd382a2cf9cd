// SPDX-License-Identifier: MIT
#include "ui/basket_lines.hpp"

#include <wx/sizer.h>
#include <wx/statbmp.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int edge_dip = 8;
constexpr int actions_width_dip = 250;
constexpr int narrow_dip = 620;

std::string numbered(const char* id, std::size_t at) {
    return id + std::to_string(at);
}

}  // namespace

BasketLines::BasketLines(wxWindow* parent, app::CounterScreen& screen)
    : wxScrolledWindow{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    SetScrollRate(0, finger(this) / 2);
    SetSizer(new wxBoxSizer{wxVERTICAL});
    SetMinSize({-1, 2 * finger(this)});
    make_accessible(this, "basket-lines", "Basket");
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (event.GetSize().x != built_for_) CallAfter([this] { rebuild(); });
    });
}

void BasketLines::show(const app::CounterState& state) {
    if (state.lines == lines_ && built_at_zoom_ == type_zoom()) return;
    lines_ = state.lines;
    rebuild();
}

void BasketLines::rebuild() {
    built_for_ = GetSize().x;
    built_at_zoom_ = type_zoom();
    // Where there is little room the buttons stand below the words.
    narrow_ = GetClientSize().x < FromDIP(narrow_dip) * type_zoom() / 100;
    const int beside = narrow_ ? 0 : FromDIP(actions_width_dip) * type_zoom() / 100;
    const int room = GetClientSize().x - beside - 12 * gap(this);
    wxWindow* touched = nullptr;
    Freeze();
    wxSizer* rows = GetSizer();
    rows->Clear(true);
    for (std::size_t at = 0; at < lines_.size(); ++at) {
        wxWindow* line = make_line(at, lines_[at], std::max(room, finger(this)));
        rows->Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
        if (lines_[at].is_touched) touched = line;
    }
    FitInside();
    Layout();
    Thaw();
    if (touched != nullptr) bring_into_view(*touched);
}

// What was scanned just now is seen, however long the basket is.
void BasketLines::bring_into_view(const wxWindow& line) {
    int unit = 0, first = 0;
    GetScrollPixelsPerUnit(nullptr, &unit);
    GetViewStart(nullptr, &first);
    if (unit <= 0) return;
    const int top = line.GetPosition().y + first * unit;
    const int bottom = top + line.GetSize().y;
    if (top < first * unit)
        Scroll(-1, top / unit);
    else if (bottom > first * unit + GetClientSize().y)
        Scroll(-1, (bottom - GetClientSize().y + unit - 1) / unit);
}

wxWindow* BasketLines::make_line(std::size_t at, const app::CounterLine& line, int room) {
    const ToneColours colours = colours_of(line.tone);
    auto* card = new wxPanel{this};
    card->SetBackgroundColour(colours.back);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* edge = new wxPanel{card};
    edge->SetBackgroundColour(colours.edge);
    edge->SetMinSize({FromDIP(edge_dip), -1});
    row->Add(edge, wxSizerFlags{}.Expand());
    auto* picture = new wxStaticBitmap{card, wxID_ANY, picture_of(line.tone)};
    make_accessible(picture, numbered("line-picture-", at).c_str(), word_of(line.tone));
    row->Add(picture, wxSizerFlags{}.Centre().Border(wxALL, 2 * gap(this)));
    wxSizer* words = make_words(card, at, line, room);
    if (narrow_ || line.may_explain)
        words->Add(make_actions(card, at, line), wxSizerFlags{}.Border(wxTOP, gap(this) / 2));
    row->Add(words, wxSizerFlags{1}.Centre().Border(wxTOP | wxBOTTOM, gap(this)));
    if (!line.amount.empty())
        row->Add(make_text(card, numbered("line-amount-", at).c_str(), shown(line.amount),
                           TypeSize::title, true, colours.text),
                 wxSizerFlags{}.Centre().Border(wxLEFT | wxRIGHT, gap(this)));
    if (!narrow_ && !line.may_explain)
        row->Add(make_actions(card, at, line), wxSizerFlags{}.Centre().Border(wxALL, gap(this)));
    card->SetSizer(row);
    return card;
}

wxSizer* BasketLines::make_words(wxWindow* card, std::size_t at, const app::CounterLine& line,
                                 int room) {
    const ToneColours colours = colours_of(line.tone);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* title = make_text(card, numbered("line-words-", at).c_str(), shown(line.words),
                            TypeSize::strong, true, colours.text);
    title->Wrap(room);
    rows->Add(make_text(card, numbered("line-verdict-", at).c_str(), shown(line.verdict),
                        TypeSize::small, true, colours.edge));
    rows->Add(title);
    std::size_t number = 0;
    for (const std::string& reason : line.reasons) {
        const std::string id = numbered("line-reason-", at) + "-" + std::to_string(number++);
        auto* text =
            make_text(card, id.c_str(), shown(reason), TypeSize::body, false, colours.text);
        text->Wrap(room);
        rows->Add(text, wxSizerFlags{}.Border(wxTOP, gap(this) / 2));
    }
    return rows;
}

// A button's line is rebuilt by what it does, so it is done after the click has ended.
wxSizer* BasketLines::make_actions(wxWindow* card, std::size_t at, const app::CounterLine& line) {
    auto* actions = new wxBoxSizer{wxHORIZONTAL};
    const auto add = [&](bool wanted, const char* id, const char* words,
                         void (app::CounterScreen::*action)(std::size_t)) {
        if (!wanted) return;
        wxButton* button = make_button(card, numbered(id, at).c_str(), words);
        make_accessible(button, numbered(id, at).c_str(),
                        words + wxString{": "} + shown(line.words));
        button->Bind(wxEVT_BUTTON, [this, at, action](wxCommandEvent&) {
            CallAfter([this, at, action] { (screen_.*action)(at); });
        });
        actions->Add(button, wxSizerFlags{}.Border(wxLEFT, gap(this)));
    };
    using Screen = app::CounterScreen;
    add(line.may_explain, "line-used-", "Used...", &Screen::explain_used);
    add(line.may_explain, "line-short-", "Short...", &Screen::explain_short);
    add(line.may_count, "line-count-", line.amount.empty() ? "Count" : "Recount",
        &Screen::count_line);
    add(line.may_remove, "line-remove-", "Take out", &Screen::remove_line);
    return actions;
}

}  // namespace muster::ui
