// SPDX-License-Identifier: MIT
#include "ui/sign_in_view.hpp"

#include <wx/filedlg.h>
#include <wx/sizer.h>

#include <utility>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int card_width_dip = 520;

}  // namespace

SignInView::SignInView(wxWindow* parent, app::SignInScreen& screen, app::Prompter& prompter)
    : wxPanel{parent}, screen_{screen}, prompter_{prompter} {
    SetBackgroundColour(Palette::page());
    auto* card = new wxPanel{this};
    card->SetBackgroundColour(Palette::card());
    card->SetSizer(make_form(card));
    card->SetMinSize({FromDIP(card_width_dip), -1});
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->AddStretchSpacer();
    rows->Add(card, wxSizerFlags{}.CentreHorizontal());
    rows->AddStretchSpacer(2);
    SetSizer(rows);
    screen_.changed = [this] { redraw(); };
    redraw();
}

wxSizer* SignInView::make_form(wxWindow* card) {
    const int edge = 3 * gap(this);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    const auto add = [&](wxWindow* window, int above) {
        rows->AddSpacer(above);
        rows->Add(window, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    };
    add(make_text(card, "program-name", "Muster", 220, true), edge);
    invitation_ =
        make_text(card, "sign-in-invitation", "", TypeSize::body, false, Palette::quiet());
    add(invitation_, gap(this));
    address_ = make_text(card, "ledger-address", "", TypeSize::body, true);
    add(address_, gap(this));
    open_ = make_button(card, "open-ledger", "Open an armoury ledger...");
    begin_ = make_button(card, "begin-armoury", "Begin a new armoury...");
    auto* ledgers = new wxBoxSizer{wxHORIZONTAL};
    ledgers->Add(open_, wxSizerFlags{1});
    ledgers->AddSpacer(gap(this));
    ledgers->Add(begin_, wxSizerFlags{1});
    rows->AddSpacer(gap(this));
    rows->Add(ledgers, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, edge));
    add(make_text(card, "user-name-label", "User name", TypeSize::body), 2 * gap(this));
    user_ =
        new wxTextCtrl{card, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    set_type(user_, TypeSize::strong);
    user_->SetMinSize({-1, finger(card)});
    make_accessible(user_, "user-name", "User name");
    add(user_, 0);
    add(make_text(card, "password-label", "Password", TypeSize::body), gap(this));
    password_ = new SecretField{card, "password", "Password"};
    add(password_, 0);
    add(make_text(card, "ledger-secret-label", "Ledger secret", TypeSize::body), gap(this));
    ledger_secret_ = new SecretField{card, "ledger-secret", "Ledger secret"};
    add(ledger_secret_, 0);
    notice_ = new NoticeBand{card, "sign-in-notice"};
    add(notice_, gap(this));
    sign_in_ = make_button(card, "sign-in", "Sign in", true);
    add(sign_in_, 2 * gap(this));
    rows->AddSpacer(edge);

    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { choose_file(); }); });
    begin_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { ask_names(); }); });
    sign_in_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
    user_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { password_->SetFocus(); });
    password_->entered = [this] { ledger_secret_->SetFocus(); };
    ledger_secret_->entered = [this] { submit(); };
    for (SecretField* field : {password_, ledger_secret_})
        field->scanned = [this] { screen_.notify({app::Tone::stop, scanned_into_secret}); };
    return rows;
}

void SignInView::begin() {
    password_->Clear();
    ledger_secret_->Clear();
    user_->Clear();
    user_->SetFocus();
    redraw();
}

void SignInView::choose_file() {
    wxFileDialog dialog{this,
                        "Open an armoury ledger",
                        "",
                        "",
                        "Armoury ledgers (*.db)|*.db|All files|*",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) screen_.choose_ledger(typed(dialog.GetPath()));
    user_->SetFocus();
}

// Three steps; what will not do is asked again, the names with what was typed.
void SignInView::ask_names(const std::string& fault) {
    const app::Form form{
        "A new armoury: its names",
        (fault.empty() ? fault : fault + "\n") +
            "One ledger is kept for one armoury. Practice is the same program on invented stock.",
        {{"new-force", "Force", made_.named.force, false, {}},
         {"new-armoury", "Armoury (the site)", made_.named.armoury, false, {}},
         {"new-admin", "Your user name", made_.named.admin, false, {}},
         {"new-practice",
          "What it is for",
          made_.named.practice ? "practice" : "real",
          false,
          {{"real", "Real stock"}, {"practice", "Practice"}}}},
        "Next: its secrets"};
    prompter_.fill(form, [this](const std::vector<std::string>& answers) {
        made_.named.force = answers.at(0);
        made_.named.armoury = answers.at(1);
        made_.named.admin = answers.at(2);
        made_.named.practice = answers.at(3) == "practice";
        const std::string wrong = app::SignInScreen::fault_of_names(made_);
        if (wrong.empty()) return CallAfter([this] { ask_secrets(); });
        screen_.notify({app::Tone::stop, wrong});
        CallAfter([this, wrong] { ask_names(wrong); });
    });
}

void SignInView::ask_secrets(const std::string& fault) {
    const app::Form form{
        "A new armoury: its secrets",
        (fault.empty() ? fault : fault + "\n") +
            "Ten characters or more each, and three different ones. Write the last two down and "
            "lock them away apart.",
        {{"new-password", "Your password", "", true, {}},
         {"new-password-again", "Your password again", "", true, {}},
         {"new-ledger", "The ledger secret", "", true, {}},
         {"new-ledger-again", "The ledger secret again", "", true, {}},
         {"new-authority", "The signing authority's secret", "", true, {}},
         {"new-authority-again", "The authority's secret again", "", true, {}}},
        "Next: where it is kept"};
    prompter_.fill(form, [this](const std::vector<std::string>& answers) {
        made_.password = {answers.at(0), answers.at(1)};
        made_.ledger = {answers.at(2), answers.at(3)};
        made_.authority = {answers.at(4), answers.at(5)};
        const std::string wrong = app::SignInScreen::fault_of_secrets(made_);
        if (wrong.empty()) return ask_place();
        screen_.notify({app::Tone::stop, wrong});
        CallAfter([this, wrong] { ask_secrets(wrong); });
    });
}

void SignInView::ask_place() {
    ask_where_to_save(this, "Where the ledger is kept", "armoury.db", "Armoury ledgers (*.db)|*.db",
                      [this](const std::string& path) {
                          made_.named.address = path;
                          screen_.begin_armoury(std::exchange(made_, {}));
                      });
}

// The secrets stay typed while they are checked: of three fields one may be wrong.
void SignInView::submit() {
    screen_.sign_in(typed(user_->GetValue()), typed(password_->GetValue()),
                    typed(ledger_secret_->GetValue()));
}

void SignInView::redraw() {
    const app::SignInState& state = screen_.state();
    invitation_->SetLabel(shown(state.invitation));
    invitation_->Wrap(FromDIP(card_width_dip) - 6 * gap(this));
    address_->SetLabel(shown(state.address));
    address_->Show(!state.address.empty());
    notice_->show(state.notice);
    for (wxWindow* each : std::initializer_list<wxWindow*>{user_, password_, ledger_secret_, open_,
                                                           begin_, sign_in_})
        each->Enable(!state.busy);
    sign_in_->SetLabel(state.busy ? "Opening..." : "Sign in");
    if (was_busy_ && !state.busy) password_->SetFocus();
    was_busy_ = state.busy;
    Layout();
}

}  // namespace muster::ui
