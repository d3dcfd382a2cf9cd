// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/stattext.h>

#include <optional>

#include "muster/app/import_screen.hpp"

namespace muster::ui {

/// A white card in the middle of a page, to be filled from above.
class Card final : public wxPanel {
public:
    /// Puts the card into `rows`, the sizer of the page.
    Card(wxWindow* parent, wxSizer* rows);
    /// Adds a line that breaks where the card ends.
    void add_line(wxStaticText* text, int above);
};

/// What was recorded: the number to write down, and what it was.
class ResultCard final : public wxPanel {
public:
    explicit ResultCard(wxWindow* parent);
    void show(const std::optional<app::ImportResult>& result);

private:
    void draw(const app::ImportResult& result);
    void add_label(const char* id, const char* words);

    Card* card_;
    std::string drawn_;
};

}  // namespace muster::ui
