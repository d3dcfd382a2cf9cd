// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/panel.h>

#include "muster/app/import_screen.hpp"
#include "ui/result_card.hpp"

namespace muster::ui {

/// The last step: what would be recorded.
class ImportSummaryPanel final : public wxPanel {
public:
    explicit ImportSummaryPanel(wxWindow* parent);
    void show(const app::ImportState& state);

private:
    Card* card_;
    std::vector<std::string> drawn_;
};

/// What was recorded.
class ImportResultPanel final : public wxPanel {
public:
    ImportResultPanel(wxWindow* parent, app::ImportScreen& screen);
    void show(const app::ImportState& state);

private:
    app::ImportScreen& screen_;
    ResultCard* card_;
    wxButton* undo_;
};

}  // namespace muster::ui
