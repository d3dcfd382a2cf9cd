// SPDX-License-Identifier: MIT
#include "ui/secret_field.hpp"

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {

SecretField::SecretField(wxWindow* parent, const char* id, const wxString& spoken)
    : wxTextCtrl{parent,
                 wxID_ANY,
                 "",
                 wxDefaultPosition,
                 wxDefaultSize,
                 wxTE_PASSWORD | wxTE_PROCESS_ENTER} {
    set_type(this, TypeSize::strong);
    SetMinSize({-1, finger(parent)});
    make_accessible(this, id, spoken);
    Bind(wxEVT_CHAR, &SecretField::on_char, this);
    Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (!std::exchange(voided_, false)) entered();
    });
}

std::string SecretField::take() {
    std::string secret = typed(GetValue());
    Clear();
    return secret;
}

void SecretField::on_char(wxKeyEvent& event) {
    const std::int64_t at = event.GetTimestamp();
    if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER) {
        // The Enter at the end of a burst confirms nothing.
        const bool of_scanner = bursts_.ends_burst(at);
        bursts_.forget();
        if (of_scanner) return;
        voided_ = false;
        event.Skip();
        return;
    }
    if (event.GetUnicodeKey() < WXK_SPACE) return event.Skip();
    bursts_.key(at);
    if (!bursts_.is_burst()) return event.Skip();
    Clear();
    voided_ = true;
    scanned();
}

}  // namespace muster::ui
