// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>

#include "muster/app/import_screen.hpp"

namespace muster::ui {

/// Where a sheet has no column for something, what holds for every row of it: all stand in one
/// armoury. Hidden where nothing is missing.
class ImportEveryRowBar final : public wxPanel {
public:
    explicit ImportEveryRowBar(wxWindow* parent);
    /// A person said what holds.
    std::function<void(const std::string& field, const std::string& value)> said;
    void show(const std::vector<app::Choice>& missing);

private:
    void say();

    wxChoice* field_;
    wxTextCtrl* value_;
    std::vector<app::Choice> fields_;
};

}  // namespace muster::ui
