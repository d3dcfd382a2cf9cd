// SPDX-License-Identifier: MIT
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <functional>

#include "muster/app/import_screen.hpp"

namespace muster::ui {

/// What the chosen row of a table is, and the list to say otherwise.
class ImportChoiceBar final : public wxPanel {
public:
    ImportChoiceBar(wxWindow* parent, const char* id);
    /// A person chose a code.
    std::function<void(const std::string& code)> chosen;
    void show(const app::ImportChoice& choice);
    void begin() { list_->SetFocus(); }

private:
    const char* id_;
    wxStaticText* words_;
    wxChoice* list_;
    std::vector<app::Choice> choices_;
};

}  // namespace muster::ui
