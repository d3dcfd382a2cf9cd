// SPDX-License-Identifier: MIT
#include "ui/work_panel.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/result_card.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int gauge_height_dip = 18;
constexpr int gauge_steps = 1'000;

}  // namespace

WorkPanel::WorkPanel(wxWindow* parent) : wxPanel{parent} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* card = new Card{this, rows};
    const wxSizerFlags inside =
        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, 3 * gap(this));
    title_ = make_short_text(card, "work-title", TypeSize::strong, true);
    card->GetSizer()->Add(title_, inside);
    gauge_ = new wxGauge{
        card, wxID_ANY, gauge_steps, wxDefaultPosition, {-1, FromDIP(gauge_height_dip)}};
    make_accessible(gauge_, "work-gauge", "How far the work has come");
    card->GetSizer()->Add(gauge_, inside);
    words_ = make_text(card, "work-words", "", TypeSize::body, false, Palette::quiet());
    card->GetSizer()->Add(words_, inside);
    cancel_ = make_button(card, "work-cancel", "&Cancel  Esc");
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { cancelled(); }); });
    card->GetSizer()->Add(cancel_, wxSizerFlags{}.Right().Border(wxALL, 3 * gap(this)));
    SetSizer(rows);
}

void WorkPanel::show(const std::string& title, const app::WorkProgress& work, bool may_cancel) {
    title_->SetLabel(as_label(title));
    words_->SetLabel(shown(work.words == title ? "" : work.words));
    if (work.total > 0)
        gauge_->SetValue(static_cast<int>(work.done * gauge_steps / work.total));
    else
        gauge_->Pulse();
    cancel_->Enable(may_cancel);
    Layout();
}

}  // namespace muster::ui
