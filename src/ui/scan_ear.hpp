// SPDX-License-Identifier: MIT
#pragma once

#include <wx/textctrl.h>

#include <functional>
#include <string>

#include "muster/app/scan_text.hpp"

namespace muster::ui {

/// Hears a scanner on a page that has no scan box in focus: its keys come faster than a person's.
class ScanEar {
public:
    /// Listens to the keys of that window and all within it.
    explicit ScanEar(wxWindow* page);

    /// A code was scanned; `field` is the text field it was typed into, null where the focus was
    /// elsewhere. True where it was taken: then it does not stay in the field.
    std::function<bool(const std::string& code, wxTextCtrl* field)> heard =
        [](const std::string&, wxTextCtrl*) { return false; };

private:
    void hear(wxKeyEvent& event);
    void hear_in_field(wxKeyEvent& event, wxTextCtrl* field);
    void hear_beside(wxKeyEvent& event);

    app::KeyBursts bursts_;
    wxString beside_;  ///< what was typed fast while no field was in focus
    std::int64_t beside_ms_ = 0;
};

}  // namespace muster::ui
