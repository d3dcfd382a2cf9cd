// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include "muster/app/import_screen.hpp"

namespace muster::ui {

/// The last step: what would be recorded.
class ImportSummaryPanel final : public wxPanel {
public:
    explicit ImportSummaryPanel(wxWindow* parent);
    void show(const app::ImportState& state);

private:
    wxPanel* card_;
    std::vector<std::string> drawn_;
};

/// Slow work: how far it has come, and a way to stop it.
class ImportWorkPanel final : public wxPanel {
public:
    ImportWorkPanel(wxWindow* parent, app::ImportScreen& screen);
    void show(const app::ImportState& state);
    void begin() { cancel_->SetFocus(); }

private:
    app::ImportScreen& screen_;
    wxStaticText* title_;
    wxGauge* gauge_;
    wxStaticText* words_;
    wxButton* cancel_;
};

/// What was recorded.
class ImportResultPanel final : public wxPanel {
public:
    ImportResultPanel(wxWindow* parent, app::ImportScreen& screen);
    void show(const app::ImportState& state);

private:
    void draw(const app::ImportResult& result);

    app::ImportScreen& screen_;
    wxPanel* card_;
    wxButton* undo_;
    std::string drawn_;
};

}  // namespace muster::ui
