// SPDX-License-Identifier: MIT
#include "ui/officer_panel.hpp"

#include <wx/sizer.h>
#include <wx/statbmp.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int width_dip = 310;

// Everything shown, to see whether anything changed.
std::string fingerprint(const app::CounterState& state) {
    std::string all = state.officer;
    for (const app::CounterCompetence& each : state.competences)
        all += "\n" + each.words + (each.in_force ? "+" : "-");
    for (const std::string& held : state.holdings) all += "\n" + held;
    return all;
}

}  // namespace

OfficerPanel::OfficerPanel(wxWindow* parent)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL} {
    SetScrollRate(0, gap(this));
    make_accessible(this, "officer-panel", "Officer");
    SetBackgroundColour(Palette::card());
    SetMinSize({FromDIP(width_dip), -1});
    SetSizer(new wxBoxSizer{wxVERTICAL});
}

void OfficerPanel::show(const app::CounterState& state) {
    const std::string now = fingerprint(state) + std::to_string(type_zoom());
    if (now == drawn_) return;
    drawn_ = now;
    wxSizer* rows = GetSizer();
    rows->Clear(true);
    const int edge = 2 * gap(this);
    const int room = FromDIP(width_dip) - 2 * edge;
    const auto add = [&](wxStaticText* text, int above, int indent = 0) {
        text->Wrap(room - indent);
        rows->AddSpacer(above);
        rows->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, edge));
    };
    const auto add_heading = [&](const char* id, const char* words) {
        add(make_text(this, id, words, TypeSize::small, true, Palette::quiet()), 2 * gap(this));
    };
    add_heading("officer-heading", "OFFICER");
    add(make_text(this, "officer", shown(state.officer), TypeSize::title, true), gap(this) / 2);
    add_heading("authorisations-heading", "MAY DRAW");
    if (state.competences.empty())
        add(make_text(this, "authorisations-none",
                      "No authorisations recorded: nothing that needs one can be issued.",
                      TypeSize::body),
            gap(this));
    for (const app::CounterCompetence& each : state.competences) {
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        auto* picture = new wxStaticBitmap{
            this, wxID_ANY, picture_of(each.in_force ? app::Tone::good : app::Tone::stop)};
        make_accessible(picture, "authorisation-picture",
                        each.in_force ? "In force" : "Not in force");
        auto* words =
            make_text(this, "authorisation",
                      shown(each.words + (each.in_force ? "" : " (not in force)")), TypeSize::body);
        words->Wrap(room - picture->GetBestSize().x - gap(this));
        row->Add(picture, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
        row->Add(words, wxSizerFlags{1}.Centre());
        rows->AddSpacer(gap(this));
        rows->Add(row, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    }
    add_heading("holdings-heading", "HOLDS NOW");
    if (state.holdings.empty())
        add(make_text(this, "holdings-none", "Nothing", TypeSize::body), gap(this));
    for (const std::string& held : state.holdings)
        add(make_text(this, "holding", shown(held), TypeSize::body), gap(this));
    rows->AddSpacer(edge);
    FitInside();
    Layout();
}

}  // namespace muster::ui
