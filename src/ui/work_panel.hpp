// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <functional>

#include "muster/app/slow_work.hpp"

namespace muster::ui {

/// Slow work: how far it has come, and a way to stop it.
class WorkPanel final : public wxPanel {
public:
    explicit WorkPanel(wxWindow* parent);
    /// A person wants it stopped.
    std::function<void()> cancelled = [] {};
    void show(const std::string& title, const app::WorkProgress& work, bool may_cancel);
    void begin() { cancel_->SetFocus(); }

private:
    wxStaticText* title_;
    wxGauge* gauge_;
    wxStaticText* words_;
    wxButton* cancel_;
};

}  // namespace muster::ui
