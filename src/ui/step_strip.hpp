// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/stattext.h>

#include <vector>

namespace muster::ui {

/// The steps of a longer piece of work, the present one marked by colour and weight, those behind
/// by a tick.
class StepStrip final : public wxPanel {
public:
    StepStrip(wxWindow* parent, const char* id, const std::vector<wxString>& steps);
    /// `steps` of them are done where `present` is their number.
    void show(std::size_t present);

private:
    struct Step {
        wxPanel* back;
        wxStaticText* words;
        wxString title;
    };
    std::vector<Step> steps_;
};

}  // namespace muster::ui
