// SPDX-License-Identifier: MIT
#pragma once

#include <wx/scrolwin.h>

#include "muster/app/counter_screen.hpp"

namespace muster::ui {

/// Who stands at the counter: name, authorisations, what they hold.
class OfficerPanel final : public wxScrolledWindow {
public:
    explicit OfficerPanel(wxWindow* parent);
    void show(const app::CounterState& state);

private:
    std::string drawn_;
};

}  // namespace muster::ui
