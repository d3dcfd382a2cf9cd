// SPDX-License-Identifier: MIT
#include "ui/import_choice.hpp"

#include <wx/sizer.h>

#include <algorithm>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int list_width_dip = 260;

}  // namespace

ImportChoiceBar::ImportChoiceBar(wxWindow* parent, const char* id) : wxPanel{parent}, id_{id} {
    SetBackgroundColour(Palette::page());
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    words_ = make_short_text(this, "import-choice-words", TypeSize::body, true);
    row->Add(words_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    list_ = new wxChoice{this, wxID_ANY};
    set_type(list_, TypeSize::body);
    list_->SetMinSize({FromDIP(list_width_dip), finger(this)});
    make_accessible(list_, id, "Means");
    list_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const std::string code = choices_.at(static_cast<std::size_t>(list_->GetSelection())).code;
        chosen(code);
    });
    row->Add(list_, wxSizerFlags{}.Centre());
    SetSizer(row);
}

void ImportChoiceBar::show(const app::ImportChoice& choice) {
    Show(!choice.words.empty());
    words_->SetLabel(as_label(choice.words));
    // The list stands beside its words, however short; long ones give way to it.
    const int wanted = words_->GetTextExtent(shown(choice.words)).x + gap(this);
    const int room = GetClientSize().x - list_->GetBestSize().x - 2 * gap(this);
    words_->SetMinSize({room > finger(this) ? std::min(wanted, room) : wanted, -1});
    make_accessible(list_, id_, shown(choice.words));
    const bool same = std::equal(choices_.begin(), choices_.end(), choice.choices.begin(),
                                 choice.choices.end(), [](const auto& one, const auto& other) {
                                     return one.code == other.code && one.title == other.title;
                                 });
    if (!same) {
        choices_ = choice.choices;
        list_->Clear();
        for (const app::Choice& each : choices_) list_->Append(shown(each.title));
    }
    for (std::size_t at = 0; at < choices_.size(); ++at)
        if (choices_[at].code == choice.chosen) list_->SetSelection(static_cast<int>(at));
    Layout();
}

}  // namespace muster::ui
