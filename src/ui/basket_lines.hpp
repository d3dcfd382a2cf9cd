// SPDX-License-Identifier: MIT
#pragma once

#include <wx/scrolwin.h>

#include "muster/app/counter_screen.hpp"

namespace muster::ui {

/// The lines of a basket, one under the other, each with its verdict, its reasons in full, and
/// what can be done with it.
class BasketLines final : public wxScrolledWindow {
public:
    BasketLines(wxWindow* parent, app::CounterScreen& screen);
    void show(const app::CounterState& state);

private:
    void rebuild();
    void bring_into_view(const wxWindow& line);
    wxWindow* make_line(std::size_t at, const app::CounterLine& line, int room);
    wxSizer* make_words(wxWindow* card, std::size_t at, const app::CounterLine& line, int room);
    wxSizer* make_actions(wxWindow* card, std::size_t at, const app::CounterLine& line);

    app::CounterScreen& screen_;
    std::vector<app::CounterLine> lines_;
    bool narrow_ = false;
    int built_for_ = 0;
    int built_at_zoom_ = 0;
};

}  // namespace muster::ui
