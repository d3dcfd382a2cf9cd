// SPDX-License-Identifier: MIT
#include "ui/import_every_row.hpp"

#include <wx/sizer.h>

#include <algorithm>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int value_width_dip = 220;

}  // namespace

ImportEveryRowBar::ImportEveryRowBar(wxWindow* parent) : wxPanel{parent} {
    SetBackgroundColour(Palette::page());
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto spaced = wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this));
    row->Add(make_text(this, "every-row-label", "In every row", TypeSize::body, true), spaced);
    field_ = new wxChoice{this, wxID_ANY};
    set_type(field_, TypeSize::body);
    field_->SetMinSize({-1, finger(this)});
    make_accessible(field_, "every-row-field", "What every row has");
    row->Add(field_, spaced);
    row->Add(make_text(this, "every-row-is", "is", TypeSize::body, true), spaced);
    value_ =
        new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    set_type(value_, TypeSize::body);
    value_->SetMinSize({FromDIP(value_width_dip), finger(this)});
    make_accessible(value_, "every-row-value", "What it is in every row");
    value_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { say(); }); });
    row->Add(value_, spaced);
    wxButton* use = make_button(this, "every-row-use", "&Use for every row");
    use->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { say(); }); });
    row->Add(use, wxSizerFlags{}.Centre());
    SetSizer(row);
}

void ImportEveryRowBar::say() {
    const int chosen = field_->GetSelection();
    const std::string value = value_->GetValue().Strip(wxString::both).utf8_string();
    if (chosen < 0 || value.empty()) return value_->SetFocus();
    value_->Clear();
    said(fields_.at(static_cast<std::size_t>(chosen)).code, value);
}

void ImportEveryRowBar::show(const std::vector<app::Choice>& missing) {
    Show(!missing.empty());
    const bool same = std::equal(missing.begin(), missing.end(), fields_.begin(), fields_.end(),
                                 [](const auto& a, const auto& b) { return a.code == b.code; });
    if (same) return;
    fields_ = missing;
    field_->Clear();
    for (const app::Choice& each : fields_) field_->Append(shown(each.title));
    if (!fields_.empty()) field_->SetSelection(0);
    Layout();
}

}  // namespace muster::ui
