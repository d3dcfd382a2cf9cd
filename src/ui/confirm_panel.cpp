// SPDX-License-Identifier: MIT
#include "ui/confirm_panel.hpp"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int field_width_dip = 220;
constexpr int large_zoom = 140;

}  // namespace

ConfirmPanel::ConfirmPanel(wxWindow* parent, app::CounterScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::card());
    const int edge = 3 * gap(this);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_text(this, "read-back-heading", "READ BACK TO THE OFFICER", TypeSize::small,
                        true, Palette::quiet()),
              wxSizerFlags{}.Border(wxLEFT | wxTOP, edge));
    read_back_ = make_text(this, "read-back", "", TypeSize::title, true);
    rows->Add(read_back_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    scrolled_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL};
    scrolled_->SetScrollRate(0, gap(this));
    scrolled_->SetBackgroundColour(Palette::card());
    scrolled_->SetMinSize({-1, finger(this)});
    make_accessible(scrolled_, "read-back-list", "What is confirmed");
    auto* inside = new wxBoxSizer{wxVERTICAL};
    contents_ = new WrappedText{scrolled_, "read-back-lines", TypeSize::strong, false};
    inside->Add(contents_, wxSizerFlags{}.Expand());
    scrolled_->SetSizer(inside);
    rows->Add(scrolled_, wxSizerFlags{1}.Expand().Border(wxALL, edge / 2));
    rows->Add(make_fields(this), wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    hint_ = make_text(this, "confirm-hint", "", TypeSize::body, false, Palette::quiet());
    rows->Add(hint_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    back_ = make_button(this, "back-to-basket", "Back to the basket  Esc");
    record_ = make_button(this, "record", "Record it  Enter", true);
    buttons->Add(back_, wxSizerFlags{}.Expand());
    buttons->AddStretchSpacer();
    buttons->Add(record_, wxSizerFlags{}.Expand());
    rows->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, edge / 2));
    SetSizer(rows);

    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.escape(); }); });
    record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { submit(); }); });
    second_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (second_->IsEmpty()) return go_to_pin();
        second_password_->SetFocus();
    });
    second_password_->entered = [this] { go_to_pin(); };
    giver_pin_->entered = [this] { go_to_pin(); };
    pin_->entered = [this] { submit(); };
    for (SecretField* field : {second_password_, giver_pin_, pin_})
        field->scanned = [this] { screen_.notify({app::Tone::stop, scanned_into_secret}); };
}

wxSizer* ConfirmPanel::make_fields(wxWindow* card) {
    // At large type they stand below each other.
    fields_ = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    wxSizer* last = nullptr;
    wxStaticText* last_label = nullptr;
    const auto add = [&](const char* id, const char* label, const auto& make) {
        auto* column = new wxBoxSizer{wxVERTICAL};
        last_label = make_text(card, id, label, TypeSize::body, true);
        column->Add(last_label);
        auto* field = make();
        field->SetMinSize({FromDIP(field_width_dip), finger(card)});
        column->Add(field, wxSizerFlags{}.Expand());
        fields_->Add(column, wxSizerFlags{}.Border(wxRIGHT, 2 * gap(this)));
        last = column;
        return field;
    };
    second_ = add("second-label", "Second person, user name", [&] {
        auto* field = new wxTextCtrl{card,          wxID_ANY,          "", wxDefaultPosition,
                                     wxDefaultSize, wxTE_PROCESS_ENTER};
        set_type(field, TypeSize::strong);
        make_accessible(field, "second", "Second person, user name");
        return field;
    });
    second_columns_[0] = last;
    second_password_ = add("second-password-label", "Second person's password", [&] {
        return new SecretField{card, "second-password", "Second person's password"};
    });
    second_columns_[1] = last;
    giver_pin_ = add("giver-pin-label", "PIN of who hands out", [&] {
        return new SecretField{card, "giver-pin", "PIN of who hands out"};
    });
    giver_column_ = last;
    giver_label_ = last_label;
    pin_ = add("pin-label", "Officer's PIN", [&] {
        return new SecretField{card, "pin", "Officer's PIN"};
    });
    return fields_;
}

wxWindow* ConfirmPanel::first_field(const app::CounterState& state) const {
    if (!state.giver.empty()) return giver_pin_;
    if (!state.second.empty()) return second_password_;
    return state.second_wanted ? static_cast<wxWindow*>(second_) : pin_;
}

void ConfirmPanel::begin(const app::CounterState& state) {
    second_->ChangeValue(shown(state.second));
    second_password_->Clear();
    giver_pin_->Clear();
    pin_->Clear();
    was_busy_ = false;
    wxWindow* first = first_field(state);
    if (first == pin_) return go_to_pin();
    first->SetFocus();
}

// A PIN is typed anew for every try; the second person's password stays for theirs.
void ConfirmPanel::submit(const std::string& pin) {
    const bool pair = !screen_.state().giver.empty();
    screen_.confirm({pair ? "" : typed(second_->GetValue()),
                     pair ? "" : typed(second_password_->GetValue()), pin,
                     typed(giver_pin_->GetValue())});
}

void ConfirmPanel::show(const app::CounterState& state) {
    read_back_->SetLabel(as_label(state.read_back));
    const int room = GetClientSize().x - 6 * gap(this);
    if (room > finger(this)) read_back_->Wrap(room);
    std::string contents;
    for (const app::CounterLine& line : state.lines) contents += line.read_back + "\n";
    contents_->show(contents);
    scrolled_->FitInside();
    hint_->Show(type_zoom() <= large_zoom);
    const bool pair = !state.giver.empty();
    for (wxSizer* column : second_columns_) fields_->Show(column, !pair, true);
    fields_->Show(giver_column_, pair, true);
    giver_label_->SetLabel(as_label("PIN of " + state.giver));
    const bool issuing = state.mode == app::CounterState::Mode::issuing;
    hint_->SetLabel(
        state.pin_may_be_missing && issuing
            ? "The officer signed the page? Leave the PIN empty: their signature confirms it."
        : state.pin_may_be_missing
            ? "The officer is not here? Leave the PIN empty: it is recorded, unconfirmed."
            : "The officer types their own PIN. It confirms exactly what is shown here.");
    for (wxWindow* each : std::initializer_list<wxWindow*>{second_, second_password_, giver_pin_,
                                                           pin_, record_, back_})
        each->Enable(!state.busy);
    // A field disabled while the rules decided has lost the focus; the next try begins here.
    if (was_busy_ && !state.busy && state.confirming) go_to_pin();
    was_busy_ = state.busy;
    Layout();
}

}  // namespace muster::ui
