// SPDX-License-Identifier: MIT
#include "ui/confirm_panel.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int field_width_dip = 260;

}  // namespace

ConfirmPanel::ConfirmPanel(wxWindow* parent, app::CounterScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::card());
    const int edge = 3 * gap(this);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_text(this, "read-back-heading", "READ BACK TO THE OFFICER", TypeSize::small,
                        true, Palette::quiet()),
              wxSizerFlags{}.Border(wxLEFT | wxTOP, edge));
    read_back_ = make_text(this, "read-back", "", 200, true);
    rows->Add(read_back_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    contents_ = make_text(this, "read-back-lines", "", TypeSize::strong);
    rows->Add(contents_, wxSizerFlags{1}.Expand().Border(wxALL, edge));
    rows->Add(make_fields(this), wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    hint_ = make_text(this, "confirm-hint", "", TypeSize::body, false, Palette::quiet());
    rows->Add(hint_, wxSizerFlags{}.Border(wxLEFT | wxTOP, edge));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    back_ = make_button(this, "back-to-basket", "Back to the basket  Esc");
    record_ = make_button(this, "record", "Record it  Enter", true);
    buttons->Add(back_, wxSizerFlags{}.Expand());
    buttons->AddStretchSpacer();
    buttons->Add(record_, wxSizerFlags{}.Expand());
    rows->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, edge));
    SetSizer(rows);

    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.escape(); }); });
    record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { submit(); }); });
    second_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        (second_->IsEmpty() ? pin_ : second_password_)->SetFocus();
    });
    second_password_->entered = [this] { pin_->SetFocus(); };
    pin_->entered = [this] { submit(); };
    for (SecretField* field : {second_password_, pin_})
        field->scanned = [this] { screen_.notify({app::Tone::stop, scanned_into_secret}); };
}

wxSizer* ConfirmPanel::make_fields(wxWindow* card) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto add = [&](const char* id, const char* label, const auto& make) {
        auto* column = new wxBoxSizer{wxVERTICAL};
        column->Add(make_text(card, id, label, TypeSize::body, true));
        auto* field = make();
        field->SetMinSize({FromDIP(field_width_dip), finger(card)});
        column->Add(field, wxSizerFlags{}.Expand());
        row->Add(column, wxSizerFlags{1}.Border(wxRIGHT, 2 * gap(this)));
        return field;
    };
    second_ = add("second-label", "Second person, user name", [&] {
        auto* field = new wxTextCtrl{card,          wxID_ANY,          "", wxDefaultPosition,
                                     wxDefaultSize, wxTE_PROCESS_ENTER};
        set_type(field, TypeSize::strong);
        make_accessible(field, "second", "Second person, user name");
        return field;
    });
    second_password_ = add("second-password-label", "Second person's password", [&] {
        return new SecretField{card, "second-password", "Second person's password"};
    });
    pin_ = add("pin-label", "Officer's PIN", [&] {
        return new SecretField{card, "pin", "Officer's PIN"};
    });
    return row;
}

void ConfirmPanel::begin(const app::CounterState& state) {
    second_->ChangeValue(shown(state.second));
    second_password_->Clear();
    pin_->Clear();
    was_busy_ = false;
    if (state.second.empty() && !state.second_wanted)
        pin_->SetFocus();
    else if (state.second.empty())
        second_->SetFocus();
    else
        second_password_->SetFocus();
}

// A PIN is typed anew for every try; the second person's password stays for theirs.
void ConfirmPanel::submit() {
    screen_.confirm(
        {typed(second_->GetValue()), typed(second_password_->GetValue()), pin_->take()});
}

void ConfirmPanel::show(const app::CounterState& state) {
    read_back_->SetLabel(shown(state.read_back.substr(0, state.read_back.find('\n'))));
    const int room = GetClientSize().x - 6 * gap(this);
    if (room > finger(this)) read_back_->Wrap(room);
    wxString contents;
    for (const app::CounterLine& line : state.lines) {
        const std::string amount = line.amount.empty() ? "" : line.amount + " x ";
        contents += shown(line.verdict + ":  " + amount + line.words) + "\n";
    }
    contents_->SetLabel(contents);
    hint_->SetLabel(
        state.pin_may_be_missing
            ? "The officer is not here? Leave the PIN empty: it is recorded, unconfirmed."
            : "The officer types their own PIN. It confirms exactly what is shown here.");
    for (wxWindow* each :
         std::initializer_list<wxWindow*>{second_, second_password_, pin_, record_, back_})
        each->Enable(!state.busy);
    // A field disabled while the rules decided has lost the focus; the next try begins here.
    if (was_busy_ && !state.busy) pin_->SetFocus();
    was_busy_ = state.busy;
    Layout();
}

}  // namespace muster::ui
