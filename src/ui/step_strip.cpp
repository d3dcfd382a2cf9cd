// SPDX-License-Identifier: MIT
#include "ui/step_strip.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"

namespace muster::ui {

StepStrip::StepStrip(wxWindow* parent, const char* id, const std::vector<wxString>& steps)
    : wxPanel{parent} {
    SetBackgroundColour(Palette::card());
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    for (const wxString& title : steps) {
        auto* back = new wxPanel{this};
        auto* inner = new wxBoxSizer{wxHORIZONTAL};
        auto* words = make_text(back, id, title, TypeSize::body, true);
        inner->AddStretchSpacer();
        inner->Add(words, wxSizerFlags{}.Centre().Border(wxTOP | wxBOTTOM, gap(this)));
        inner->AddStretchSpacer();
        back->SetSizer(inner);
        row->Add(back, wxSizerFlags{1}.Expand());
        steps_.push_back({back, words, title});
    }
    SetSizer(row);
    show(0);
}

void StepStrip::show(std::size_t present) {
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        const bool now = at == present;
        const bool done = at < present;
        const wxString mark = done ? wxString::FromUTF8("\xE2\x9C\x93") : wxString{} << at + 1;
        steps_[at].words->SetLabel(mark + "  " + steps_[at].title);
        steps_[at].words->SetForegroundColour(now    ? Palette::action_text()
                                              : done ? Palette::text()
                                                     : Palette::quiet());
        steps_[at].back->SetBackgroundColour(now    ? Palette::action()
                                             : done ? colours_of(app::Tone::plain).back
                                                    : Palette::card());
        steps_[at].back->Layout();
        steps_[at].back->Refresh();
    }
}

}  // namespace muster::ui
