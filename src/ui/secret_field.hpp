// SPDX-License-Identifier: MIT
#pragma once

#include <wx/textctrl.h>

#include <functional>

#include "muster/app/scan_text.hpp"

namespace muster::ui {

/// A field for a PIN or password. It refuses what a scanner types into it (DOMAIN §5).
class SecretField final : public wxTextCtrl {
public:
    SecretField(wxWindow* parent, const char* id, const wxString& spoken);

    /// A scanner typed here; the field was emptied.
    std::function<void()> scanned = [] {};
    /// Enter, typed by a person.
    std::function<void()> entered = [] {};

    /// What was typed; the field is empty afterwards.
    std::string take();

private:
    void on_char(wxKeyEvent& event);

    app::KeyBursts bursts_;
    bool voided_ = false;
};

/// What a view says when a scanner typed into a secret.
inline constexpr const char* scanned_into_secret =
    "A scanner typed into a secret field, so it was emptied. Type the secret by hand.";

}  // namespace muster::ui
