// SPDX-License-Identifier: MIT
#include "ui/movement_form_panel.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>

#include <algorithm>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

using Sort = app::MovementField::Sort;

constexpr int field_width_dip = 420;
constexpr int lines_height_dip = 110;
constexpr int label_width_dip = 230;

std::string form_id(const std::string& field) {
    return "form-" + field;
}

}  // namespace

MovementFormPanel::MovementFormPanel(wxWindow* parent, app::MovementFormScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::card());
    const int edge = 2 * gap(this);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    words_ = new WrappedText{this, "form-about", TypeSize::strong, false};
    rows->Add(words_, wxSizerFlags{}.Expand().Border(wxALL, edge));
    fields_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxVSCROLL | wxTAB_TRAVERSAL};
    fields_->SetScrollRate(0, gap(this));
    fields_->SetBackgroundColour(Palette::card());
    rows->Add(fields_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, edge));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    back_ = make_button(this, "form-back", "&Back  Esc");
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { left(); }); });
    buttons->Add(back_, wxSizerFlags{}.Expand().Border(wxRIGHT, gap(this)));
    late_ = make_button(this, "form-late", "From a &paper form...");
    late_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        CallAfter([this] { screen_.be_late(!screen_.state().is_late); });
    });
    buttons->Add(late_, wxSizerFlags{}.Expand());
    buttons->AddStretchSpacer();
    record_ = make_button(this, "form-record", "Record it  F9", true);
    record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { submit(); }); });
    buttons->Add(record_, wxSizerFlags{}.Expand());
    rows->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, edge));
    SetSizer(rows);
}

void MovementFormPanel::show(const app::MovementFormState& state) {
    words_->show(state.words);
    if (drawn_ != state.version || zoom_ != type_zoom()) {
        drawn_ = state.version;
        if (is_built_for(state))
            for (const auto& [id, field] : secrets_) static_cast<void>(field->take());
        else
            build(state);
        begin();
    }
    for (std::size_t at = 0; at < shown_.size() && at < state.fields.size(); ++at) {
        shown_[at].problem->show({app::Tone::stop, state.fields[at].problem});
        shown_[at].control->Enable(!state.busy);
        take_over(shown_[at], state.fields[at]);
    }
    late_->Show(state.may_be_late);
    late_->SetLabel(state.is_late ? "Not from &paper" : "From a &paper form...");
    late_->Enable(!state.busy);
    back_->Enable(!state.busy);
    enable_first(record_, !state.busy);
    record_->SetLabel(as_label(state.busy ? "Recording..." : state.done + "  F9"));
    make_accessible(record_, "form-record", shown(state.done));
    fields_->Layout();
    fields_->FitInside();
    Layout();
    // A field disabled while the rules decided has lost the focus; the next try begins here.
    if (was_busy_ && !state.busy) begin();
    was_busy_ = state.busy;
}

void MovementFormPanel::begin() {
    const std::size_t at = screen_.state().focus;
    if (at < shown_.size())
        shown_[at].control->SetFocus();
    else
        record_->SetFocus();
}

void MovementFormPanel::submit() {
    std::map<std::string, std::string> typed_secrets;
    for (const auto& [id, field] : secrets_) typed_secrets[id] = field->take();
    const std::size_t before = screen_.state().focus;
    screen_.record(typed_secrets);
    if (!screen_.state().busy && screen_.state().focus != before) begin();
}

bool MovementFormPanel::keeps_scan(const wxTextCtrl* field) const {
    if (screen_.writes_down()) return false;
    for (const Shown& each : shown_)
        if (each.control == field)
            return each.sort == Sort::item || each.sort == Sort::officer ||
                   each.sort == Sort::codes || each.sort == Sort::quantities;
    return false;
}

// --- fields ------------------------------------------------------------------------------------

// A count's sheet asks for the same after every scan: what stands there is emptied, not made anew.
bool MovementFormPanel::is_built_for(const app::MovementFormState& state) const {
    const auto same = [](const app::MovementField& one, const app::MovementField& other) {
        return one.id == other.id && one.label == other.label && one.sort == other.sort &&
               one.required == other.required && one.hint == other.hint &&
               one.whose == other.whose && !one.original && !other.original &&
               std::equal(one.choices.begin(), one.choices.end(), other.choices.begin(),
                          other.choices.end(), [](const app::Choice& a, const app::Choice& b) {
                              return a.code == b.code && a.title == b.title;
                          });
    };
    return zoom_ == type_zoom() && !state.compares && !built_.empty() &&
           std::equal(built_.begin(), built_.end(), state.fields.begin(), state.fields.end(), same);
}

void MovementFormPanel::build(const app::MovementFormState& state) {
    built_ = state.fields;
    for (app::MovementField& field : built_) field.value.clear();
    zoom_ = type_zoom();
    fields_->Freeze();
    shown_.clear();
    secrets_.clear();
    fields_->DestroyChildren();
    const int columns = state.compares ? 3 : 2;
    auto* grid = new wxFlexGridSizer{columns, gap(this), 2 * gap(this)};
    grid->AddGrowableCol(static_cast<std::size_t>(columns - 1), 1);
    if (state.compares) {
        grid->AddSpacer(0);
        for (const auto& [id, words] : {std::pair{"form-original-heading", "As recorded"},
                                        std::pair{"form-corrected-heading", "Corrected"}})
            grid->Add(make_text(fields_, id, words, TypeSize::body, true, Palette::quiet()));
    }
    for (const app::MovementField& field : state.fields) add_field(grid, field, state.compares);
    fields_->SetSizer(grid);
    fields_->Thaw();
}

void MovementFormPanel::add_field(wxFlexGridSizer* grid, const app::MovementField& field,
                                  bool compares) {
    Shown one;
    one.id = field.id;
    one.sort = field.sort;
    one.original = field.original.value_or("");
    auto* label = make_text(fields_, ("label-" + field.id).c_str(), as_label(field.label),
                            TypeSize::body, true);
    label->Wrap(FromDIP(label_width_dip) * type_zoom() / 100);
    grid->Add(label, wxSizerFlags{}.Border(wxTOP, gap(this)));
    if (compares) {
        auto* original =
            make_text(fields_, ("original-" + field.id).c_str(), as_label(one.original),
                      TypeSize::strong, false, Palette::quiet());
        grid->Add(original, wxSizerFlags{}.Border(wxTOP, gap(this)));
    }
    auto* column = new wxBoxSizer{wxVERTICAL};
    one.control = make_control(field);
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    line->Add(one.control, wxSizerFlags{}.Expand());
    if (field.sort == Sort::file || field.sort == Sort::new_file)
        line->Add(make_file_button(field, one.control),
                  wxSizerFlags{}.Centre().Border(wxLEFT, gap(this)));
    if (field.original) {
        one.changed = make_text(fields_, ("changed-" + field.id).c_str(), "changed", TypeSize::body,
                                true, colours_of(app::Tone::warning).text);
        one.changed->Show(field.value != *field.original);
        line->Add(one.changed, wxSizerFlags{}.Centre().Border(wxLEFT, gap(this)));
    }
    column->Add(line, wxSizerFlags{}.Expand());
    if (!field.hint.empty())
        column->Add(make_text(fields_, ("hint-" + field.id).c_str(), as_label(field.hint),
                              TypeSize::small, false, Palette::quiet()));
    one.problem = new NoticeBand{fields_, ("problem-" + field.id).c_str(), false};
    column->Add(one.problem, wxSizerFlags{}.Expand().Border(wxTOP, gap(this) / 2));
    grid->Add(column, wxSizerFlags{}.Expand());
    shown_.push_back(one);
}

wxWindow* MovementFormPanel::make_control(const app::MovementField& field) {
    switch (field.sort) {
        case Sort::choice:
        case Sort::place:
            return make_choice(field);
        case Sort::secret:
            return make_secret(field);
        case Sort::yes_no: {
            auto* box = new wxCheckBox{fields_, wxID_ANY, "Yes"};
            set_type(box, TypeSize::strong);
            box->SetMinSize({-1, finger(this)});
            box->SetValue(field.value == "yes");
            make_accessible(box, form_id(field.id).c_str(), shown(field.label));
            box->Bind(wxEVT_CHECKBOX, [this, id = field.id](wxCommandEvent& event) {
                answer(id, event.IsChecked() ? "yes" : "");
            });
            return box;
        }
        default:
            return make_text_control(field);
    }
}

wxWindow* MovementFormPanel::make_text_control(const app::MovementField& field) {
    const bool lines = field.sort == Sort::codes || field.sort == Sort::quantities;
    auto* text = new wxTextCtrl{
        fields_,           wxID_ANY,      shown(field.value),
        wxDefaultPosition, wxDefaultSize, lines ? long{wxTE_MULTILINE} : long{wxTE_PROCESS_ENTER}};
    set_type(text, TypeSize::strong);
    text->SetMinSize({FromDIP(field_width_dip), lines ? FromDIP(lines_height_dip) : finger(this)});
    make_accessible(text, form_id(field.id).c_str(), shown(field.label));
    text->Bind(wxEVT_TEXT, [this, id = field.id, text](wxCommandEvent&) {
        answer(id, typed(text->GetValue()));
    });
    // Of several lines, Enter begins the next.
    if (!lines) text->Bind(wxEVT_TEXT_ENTER, [this, id = field.id](wxCommandEvent&) { go_on(id); });
    text->Bind(wxEVT_SET_FOCUS, [this, id = field.id](wxFocusEvent& event) {
        event.Skip();
        if (screen_.writes_down()) screen_.set_focus(id);
    });
    text->SetInsertionPointEnd();
    return text;
}

// The path can be typed; nobody has to.
wxWindow* MovementFormPanel::make_file_button(const app::MovementField& field, wxWindow* control) {
    auto* button = make_button(fields_, ("choose-" + field.id).c_str(), "Choose...");
    make_accessible(button, ("choose-" + field.id).c_str(), shown("Choose: " + field.label));
    auto* text = dynamic_cast<wxTextCtrl*>(control);
    const auto chosen = [text](const std::string& path) { text->SetValue(shown(path)); };
    button->Bind(wxEVT_BUTTON, [this, field, chosen](wxCommandEvent&) {
        if (field.sort == Sort::new_file)
            ask_where_to_save(this, shown(field.label), field.id + ".pdf", "PDF (*.pdf)|*.pdf",
                              chosen);
        else
            ask_for_file(this, shown(field.label), "All files|*", chosen);
    });
    return button;
}

wxWindow* MovementFormPanel::make_choice(const app::MovementField& field) {
    auto* list = new wxChoice{fields_, wxID_ANY};
    set_type(list, TypeSize::body);
    list->SetMinSize({FromDIP(field_width_dip), finger(this)});
    list->Append(field.required ? "Choose one" : "None");
    int chosen = 0;
    for (const app::Choice& each : field.choices) {
        const int at = list->Append(shown(each.title));
        if (each.code == field.value) chosen = at;
    }
    list->SetSelection(chosen);
    make_accessible(list, form_id(field.id).c_str(), shown(field.label));
    list->Bind(wxEVT_CHOICE, [this, id = field.id, choices = field.choices](wxCommandEvent& event) {
        const int at = event.GetSelection();
        answer(id, at <= 0 ? "" : choices.at(static_cast<std::size_t>(at - 1)).code);
    });
    return list;
}

wxWindow* MovementFormPanel::make_secret(const app::MovementField& field) {
    auto* secret = new SecretField{fields_, form_id(field.id).c_str(), shown(field.label)};
    secret->SetMinSize({FromDIP(field_width_dip), finger(this)});
    secret->entered = [this, id = field.id] { go_on(id); };
    secret->scanned = [this] { screen_.notify({app::Tone::stop, scanned_into_secret}); };
    secrets_[field.id] = secret;
    return secret;
}

// What a scan put into a field.
void MovementFormPanel::take_over(const Shown& one, const app::MovementField& field) {
    if (auto* list = dynamic_cast<wxChoice*>(one.control)) {
        int chosen = 0;
        for (std::size_t at = 0; at < field.choices.size(); ++at)
            if (field.choices[at].code == field.value) chosen = static_cast<int>(at) + 1;
        if (list->GetSelection() != chosen) list->SetSelection(chosen);
        return;
    }
    if (auto* box = dynamic_cast<wxCheckBox*>(one.control))
        return box->SetValue(field.value == "yes");
    auto* text = dynamic_cast<wxTextCtrl*>(one.control);
    if (text == nullptr || field.sort == Sort::secret || typed(text->GetValue()) == field.value)
        return;
    text->ChangeValue(shown(field.value));
    text->SetInsertionPointEnd();
}

void MovementFormPanel::answer(const std::string& id, const std::string& value) {
    screen_.set(id, value);
    for (const Shown& each : shown_)
        if (each.id == id && each.changed != nullptr) {
            each.changed->Show(value != each.original);
            fields_->Layout();
        }
}

// Enter goes to the next field; behind the last one a secret records, and a text does not.
void MovementFormPanel::go_on(const std::string& id) {
    for (std::size_t at = 0; at < shown_.size(); ++at) {
        if (shown_[at].id != id) continue;
        if (at + 1 < shown_.size()) return shown_[at + 1].control->SetFocus();
        if (shown_[at].sort == Sort::secret) return CallAfter([this] { submit(); });
        return record_->SetFocus();
    }
}

}  // namespace muster::ui
