// SPDX-License-Identifier: MIT
#include "ui/plot_view.hpp"

#include <wx/dcbuffer.h>

#include <cmath>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int height_dip = 240;
constexpr int thin_dip = 1;
constexpr int strong_dip = 3;

int px(double length) {
    return static_cast<int>(std::lround(length));
}

}  // namespace

PlotView::PlotView(wxWindow* parent, const app::DossierPlot& plot)
    : wxPanel{parent}, lay_out_{plot.lay_out} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize({finger(this), FromDIP(height_dip) * type_zoom() / 100});
    set_type(this, TypeSize::small);
    make_accessible(this, ("plot-" + plot.id).c_str(),
                    shown("Plot: " + plot.title + ". Its table says the same in figures."));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
}

void PlotView::paint() {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{Palette::card()});
    dc.Clear();
    const int edge = gap(this);
    const wxSize room = GetClientSize() - wxSize{2 * edge, 2 * edge};
    if (room.x < finger(this) || room.y < finger(this)) return;
    const app::Picture picture = lay_out_(room.x, room.y);
    dc.SetFont(GetFont());
    dc.SetTextForeground(Palette::text());
    for (const app::Picture::Line& line : picture.lines) {
        dc.SetPen({line.strong ? colours_of(app::Tone::stop).edge : Palette::action(),
                   FromDIP(line.strong ? strong_dip : thin_dip)});
        dc.DrawLine(edge + px(line.from_x), edge + px(line.from_y), edge + px(line.to_x),
                    edge + px(line.to_y));
    }
    dc.SetPen({Palette::action(), FromDIP(thin_dip)});
    for (const app::Picture::Box& box : picture.boxes) {
        dc.SetBrush(wxBrush{box.filled ? Palette::action() : Palette::card()});
        dc.DrawRectangle(edge + px(box.x), edge + px(box.y), px(box.width), px(box.height));
    }
    for (const app::Picture::Word& word : picture.words) {
        const wxString words = shown(word.words);
        int width = 0, height = 0, below = 0;
        dc.GetTextExtent(words, &width, &height, &below);
        dc.DrawText(words, edge + px(word.x) - (word.on_right ? width : 0),
                    edge + px(word.y) - height + below);
    }
}

}  // namespace muster::ui
