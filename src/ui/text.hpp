// SPDX-License-Identifier: MIT
#pragma once

#include <wx/control.h>
#include <wx/string.h>

#include <string>

/// Text between the screens (UTF-8) and the widgets, in one place.
namespace muster::ui {

inline wxString shown(const std::string& text) {
    return wxString::FromUTF8(text);
}
/// The same as a label's text: an & in it stays one (H&K), and is no mnemonic.
inline wxString as_label(const std::string& text) {
    return wxControl::EscapeMnemonics(shown(text));
}
inline std::string typed(const wxString& text) {
    return text.utf8_string();
}

}  // namespace muster::ui
