// SPDX-License-Identifier: MIT
#pragma once

#include <wx/frame.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>

#include <functional>

#include "muster/app/counter_screen.hpp"
#include "ui/secret_field.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {

/// The officer's own window, for a second display: what is read back to them, and their PIN. Beside
/// its markings it shows nothing else of the armoury.
class OfficerWindow final : public wxFrame {
public:
    /// `marking` is the classification; `banner` says that it is practice, where it is.
    OfficerWindow(wxWindow* parent, const std::string& marking, const std::string& banner);
    void show(const app::CounterState& state);
    /// It is the officer's turn to type.
    void ask();

    std::function<void(const std::string& pin)> entered = [](const std::string&) {};
    std::function<void()> scanned = [] {};

private:
    void add_markings(wxSizer* rows, const std::string& marking, const std::string& banner);

    wxPanel* base_;
    WrappedText* words_;
    wxScrolledWindow* scrolled_;
    WrappedText* lines_;
    WrappedText* notice_;
    wxStaticText* label_;
    SecretField* pin_;
};

}  // namespace muster::ui
