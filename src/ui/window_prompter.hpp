// SPDX-License-Identifier: MIT
#pragma once

#include <wx/window.h>

#include "muster/app/prompter.hpp"

namespace muster::ui {

/// Asks in dialogs over a window. They open after the present event, or assistive tools that
/// pressed the button would wait for ever.
class WindowPrompter final : public app::Prompter {
public:
    explicit WindowPrompter(wxWindow* parent) : parent_{parent} {}
    void ask(const app::Question& question, std::function<void()> yes) override;
    void fill(const app::Form& form,
              std::function<void(const std::vector<std::string>&)> filled) override;
    void tell(const std::string& title, const std::string& words) override;

private:
    wxWindow* parent_;
};

}  // namespace muster::ui
