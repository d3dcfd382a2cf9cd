// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>

#include "muster/app/dossier.hpp"

namespace muster::ui {

/// Draws a plot in the room it has, from the same layout as its PDF. What it says stands in a table
/// beside it: nobody needs to see it.
class PlotView final : public wxPanel {
public:
    PlotView(wxWindow* parent, const app::DossierPlot& plot);

private:
    void paint();

    std::function<app::Picture(double width, double height)> lay_out_;
};

}  // namespace muster::ui
