// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/panel.h>

#include "muster/app/prompter.hpp"
#include "muster/app/sign_in_screen.hpp"
#include "ui/notice_band.hpp"
#include "ui/secret_field.hpp"

namespace muster::ui {

/// Which ledger, who, and the two secrets that open it.
class SignInView final : public wxPanel {
public:
    SignInView(wxWindow* parent, app::SignInScreen& screen, app::Prompter& prompter);
    /// Empties the fields and waits for the next person.
    void begin();

private:
    wxSizer* make_form(wxWindow* card);
    void choose_file();
    void ask_names(const std::string& fault = {});
    void ask_secrets(const std::string& fault = {});
    void ask_place();
    void submit();
    void redraw();

    app::SignInScreen& screen_;
    app::Prompter& prompter_;
    app::NewArmoury made_;  ///< while it is asked for
    wxStaticText* address_;
    wxStaticText* invitation_;
    wxTextCtrl* user_;
    SecretField* password_;
    SecretField* ledger_secret_;
    NoticeBand* notice_;
    wxButton* open_;
    wxButton* begin_;
    wxButton* sign_in_;
    bool was_busy_ = false;
};

}  // namespace muster::ui
