// SPDX-License-Identifier: MIT
#include "ui/basket_panel.hpp"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int reference_width_dip = 240;
constexpr int quantity_width_dip = 140;

}  // namespace

BasketPanel::BasketPanel(wxWindow* parent, app::CounterScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    options_ = make_options();
    rows->Add(options_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    rows->Add(make_question(), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    remarks_ = new wxPanel{this};
    remarks_->SetSizer(new wxBoxSizer{wxVERTICAL});
    rows->Add(remarks_, wxSizerFlags{}.Expand());
    lines_ = new BasketLines{this, screen_};
    rows->Add(lines_, wxSizerFlags{1}.Expand());
    rows->Add(make_actions(), wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    SetSizer(rows);
}

wxSizer* BasketPanel::make_options() {
    auto* row = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto add_label = [&](const char* id, const char* words) {
        auto* label = make_text(this, id, words, TypeSize::body);
        row->Add(label, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
        return label;
    };
    add_label("purpose-label", "Purpose");
    purpose_ = new wxChoice{this, wxID_ANY};
    set_type(purpose_, TypeSize::body);
    purpose_->SetMinSize({-1, finger(this)});
    make_accessible(purpose_, "purpose", "Purpose");
    row->Add(purpose_, wxSizerFlags{}.Centre().Border(wxRIGHT, 3 * gap(this)));
    reference_label_ = add_label("reference-label", "Reference");
    reference_ = new wxTextCtrl{this, wxID_ANY, ""};
    set_type(reference_, TypeSize::body);
    reference_->SetMinSize({FromDIP(reference_width_dip), finger(this)});
    make_accessible(reference_, "reference", "Reference");
    row->Add(reference_, wxSizerFlags{}.Centre());
    purpose_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto chosen = static_cast<std::size_t>(purpose_->GetSelection());
        screen_.choose_purpose(purposes_.at(chosen).code);
    });
    reference_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        screen_.set_reference(typed(reference_->GetValue()));
    });
    return row;
}

wxWindow* BasketPanel::make_question() {
    question_ = new wxPanel{this};
    question_->SetBackgroundColour(Palette::action());
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    asked_ = make_text(question_, "asked", "", TypeSize::strong, true, Palette::action_text());
    row->Add(asked_, wxSizerFlags{1}.Centre().Border(wxALL, 2 * gap(this)));
    quantity_ = new wxTextCtrl{question_,         wxID_ANY,      "",
                               wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER | wxTE_RIGHT};
    set_type(quantity_, TypeSize::title, true);
    quantity_->SetMinSize({FromDIP(quantity_width_dip), finger(this)});
    make_accessible(quantity_, "quantity", "Quantity");
    row->Add(quantity_, wxSizerFlags{}.Centre().Border(wxALL, gap(this)));
    quantity_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        const std::string quantity = typed(quantity_->GetValue());
        quantity_->Clear();
        screen_.enter_quantity(quantity);
    });
    question_->SetSizer(row);
    return question_;
}

wxSizer* BasketPanel::make_actions() {
    auto* row = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto add = [&](const char* id, const char* words, bool is_first,
                         void (app::CounterScreen::*action)()) {
        wxButton* button = make_button(this, id, words, is_first);
        button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) {
            CallAfter([this, action] { (screen_.*action)(); });
        });
        row->Add(button, wxSizerFlags{}.Border(wxRIGHT | wxTOP, gap(this)));
        return button;
    };
    using Screen = app::CounterScreen;
    add("cancel", "Cancel  Esc", false, &Screen::escape);
    give_back_ = add("begin-return", "They give back", false, &Screen::begin_return);
    override_ = add("override", "Supervisor override  F8", false, &Screen::override_stops);
    add("details", "Note, paper...  Ctrl+D", false, &Screen::add_details);
    unloaded_ =
        add_check(row, "unloaded", "Seen unloaded and clear  Ctrl+L", &Screen::set_unloaded);
    range_ = add_check(row, "range-declared", "Range declared clear  Ctrl+G",
                       &Screen::set_range_declared);
    confirm_ = add("read-back-button", "Read back and confirm  F9", true, &Screen::freeze);
    return row;
}

wxCheckBox* BasketPanel::add_check(wxSizer* row, const char* id, const char* words,
                                   void (app::CounterScreen::*set)(bool)) {
    auto* box = new wxCheckBox{this, wxID_ANY, words};
    set_type(box, TypeSize::body, true);
    box->SetMinSize({-1, finger(this)});
    make_accessible(box, id, words);
    box->Bind(wxEVT_CHECKBOX, [this, set](wxCommandEvent& event) {
        CallAfter([this, set, checked = event.IsChecked()] { (screen_.*set)(checked); });
    });
    row->Add(box, wxSizerFlags{}.Border(wxRIGHT | wxTOP, gap(this)));
    return box;
}

void BasketPanel::show_options(const app::CounterState& state) {
    const bool issuing = !state.purposes.empty();
    options_->ShowItems(issuing);
    if (!issuing) return;
    if (purposes_.size() != state.purposes.size()) {
        purposes_ = state.purposes;
        purpose_->Clear();
        for (const app::Choice& each : purposes_) purpose_->Append(shown(each.title));
    }
    for (std::size_t at = 0; at < purposes_.size(); ++at)
        if (purposes_[at].code == state.purpose) purpose_->SetSelection(static_cast<int>(at));
    reference_label_->SetLabel(shown(state.reference_label));
    make_accessible(reference_, "reference", shown(state.reference_label));
    if (typed(reference_->GetValue()) != state.reference)
        reference_->ChangeValue(shown(state.reference));
    reference_label_->Show(state.reference_shown);
    reference_->Show(state.reference_shown);
}

void BasketPanel::show(const app::CounterState& state) {
    show_options(state);
    asked_->SetLabel(shown(state.asked));
    make_accessible(quantity_, "quantity", shown(state.asked));
    question_->Show(!state.asked.empty());
    std::string remarked;
    for (const app::Notice& each : state.basket_notices) remarked += each.words + "\n";
    if (remarked != remarked_) {
        remarked_ = remarked;
        remarks_->GetSizer()->Clear(true);
        for (const app::Notice& each : state.basket_notices) {
            auto* band = new NoticeBand{remarks_, "basket-notice"};
            remarks_->GetSizer()->Add(band, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
            band->show(each);
        }
    }
    remarks_->Show(!state.basket_notices.empty());
    lines_->show(state);
    give_back_->Show(state.may_begin_return);
    override_->Show(state.may_override);
    unloaded_->Show(state.unloaded_asked);
    unloaded_->SetValue(state.unloaded);
    range_->Show(state.range_asked);
    range_->SetValue(state.range_declared);
    enable_first(confirm_, state.may_confirm && !state.busy);
    Layout();
}

}  // namespace muster::ui
