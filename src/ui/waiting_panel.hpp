// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/stattext.h>

#include "muster/app/counter_screen.hpp"

namespace muster::ui {

/// Nobody is being served: what to do, and the receipt of the officer before.
class WaitingPanel final : public wxPanel {
public:
    explicit WaitingPanel(wxWindow* parent);
    void show(const app::CounterState& state);

private:
    void show_receipt(const app::CounterReceipt& receipt);

    wxStaticText* invitation_;
    wxPanel* receipt_;
    std::string drawn_;
};

}  // namespace muster::ui
