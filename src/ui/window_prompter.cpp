// SPDX-License-Identifier: MIT
#include "ui/window_prompter.hpp"

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/secret_field.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int words_width_dip = 460;

/// A titled dialog with words, some fields, and one or two buttons.
class AskingDialog final : public wxDialog {
public:
    AskingDialog(wxWindow* parent, const std::string& title, const std::string& words)
        : wxDialog{parent, wxID_ANY, shown(title)}, rows_{new wxBoxSizer{wxVERTICAL}} {
        SetBackgroundColour(Palette::card());
        auto* text = make_text(this, "dialog-words", shown(words), TypeSize::strong);
        text->Wrap(FromDIP(words_width_dip));
        rows_->Add(text, wxSizerFlags{}.Expand().Border(wxALL, 2 * gap(this)));
    }

    void add_field(const app::FormField& field) {
        const wxString label = shown(field.label);
        rows_->Add(make_text(this, "field-label", label, TypeSize::body),
                   wxSizerFlags{}.Border(wxLEFT | wxRIGHT, 2 * gap(this)));
        wxWindow* control = make_control(field, label);
        rows_->Add(control,
                   wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 2 * gap(this)));
        controls_.push_back(control);
    }

    /// Adds the buttons and shows the dialog; the answer is wxID_OK or wxID_CANCEL.
    int run(const std::string& done, const std::string& cancel) {
        auto* buttons = new wxBoxSizer{wxHORIZONTAL};
        buttons->AddStretchSpacer();
        if (!cancel.empty()) add_button(buttons, "dialog-cancel", cancel, wxID_CANCEL);
        add_button(buttons, "dialog-done", done, wxID_OK);
        rows_->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, gap(this)));
        SetSizerAndFit(rows_);
        SetEscapeId(wxID_CANCEL);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE) return EndModal(wxID_CANCEL);
            event.Skip();
        });
        CentreOnParent();
        if (!controls_.empty()) controls_.front()->SetFocus();
        return ShowModal();
    }

    std::vector<std::string> answers() const {
        std::vector<std::string> all;
        for (const auto& answer : answers_) all.push_back(answer());
        return all;
    }

private:
    wxWindow* make_control(const app::FormField& field, const wxString& label) {
        if (field.secret) {
            auto* secret = new SecretField{this, field.id.c_str(), label};
            secret->entered = [this, secret] { go_on(secret); };
            answers_.push_back([secret] { return secret->take(); });
            return secret;
        }
        if (!field.choices.empty()) {
            auto* choice = new wxChoice{this, wxID_ANY};
            for (const app::Choice& each : field.choices) choice->Append(shown(each.title));
            choice->SetSelection(0);
            for (std::size_t at = 0; at < field.choices.size(); ++at)
                if (field.choices[at].code == field.initial)
                    choice->SetSelection(static_cast<int>(at));
            set_type(choice, TypeSize::body);
            choice->SetMinSize({-1, finger(this)});
            make_accessible(choice, field.id.c_str(), label);
            answers_.push_back([choice, choices = field.choices] {
                return choices.at(static_cast<std::size_t>(choice->GetSelection())).code;
            });
            return choice;
        }
        auto* text = new wxTextCtrl{
            this,          wxID_ANY,          shown(field.initial), wxDefaultPosition,
            wxDefaultSize, wxTE_PROCESS_ENTER};
        set_type(text, TypeSize::strong);
        text->SetMinSize({-1, finger(this)});
        make_accessible(text, field.id.c_str(), label);
        text->Bind(wxEVT_TEXT_ENTER, [this, text](wxCommandEvent&) { go_on(text); });
        answers_.push_back([text] { return typed(text->GetValue()); });
        return text;
    }

    // Enter goes to the next field; behind the last one the form is done.
    void go_on(const wxWindow* from) {
        for (std::size_t at = 0; at + 1 < controls_.size(); ++at)
            if (controls_[at] == from) return controls_[at + 1]->SetFocus();
        EndModal(wxID_OK);
    }

    void add_button(wxSizer* row, const char* id, const std::string& words, int answer) {
        wxButton* button = make_button(this, id, shown(words), answer == wxID_OK);
        button->Bind(wxEVT_BUTTON, [this, answer](wxCommandEvent&) { EndModal(answer); });
        row->Add(button, wxSizerFlags{}.Border(wxALL, gap(this)));
    }

    wxBoxSizer* rows_;
    std::vector<wxWindow*> controls_;
    std::vector<std::function<std::string()>> answers_;
};

}  // namespace

void WindowPrompter::ask(const app::Question& question, std::function<void()> yes) {
    parent_->CallAfter([this, question, yes] {
        AskingDialog dialog{parent_, question.title, question.words};
        make_accessible(&dialog, "dialog-question", shown(question.title));
        if (dialog.run(question.yes, question.no) == wxID_OK) yes();
    });
}

void WindowPrompter::fill(const app::Form& form,
                          std::function<void(const std::vector<std::string>&)> filled) {
    parent_->CallAfter([this, form, filled] {
        AskingDialog dialog{parent_, form.title, form.words};
        make_accessible(&dialog, "dialog-form", shown(form.title));
        for (const app::FormField& field : form.fields) dialog.add_field(field);
        if (dialog.run(form.done, "Back") == wxID_OK) filled(dialog.answers());
    });
}

void WindowPrompter::tell(const std::string& title, const std::string& words) {
    parent_->CallAfter([this, title, words] {
        AskingDialog dialog{parent_, title, words};
        make_accessible(&dialog, "dialog-words", shown(title));
        dialog.run("Close", "");
    });
}

}  // namespace muster::ui
