// SPDX-License-Identifier: MIT
#include "ui/look.hpp"

#include <wx/settings.h>

#include <algorithm>
#include <utility>

#include "ui/accessible.hpp"

namespace muster::ui {
namespace {

constexpr int finger_dip = 46;  // 12 mm at 96 dots an inch
constexpr int gap_dip = 8;
constexpr int zoom_min = 100;
constexpr int zoom_max = 200;

int zoom = zoom_min;

void rescale(wxWindow* window, int new_zoom, int old_zoom) {
    wxFont font = window->GetFont();
    font.SetFractionalPointSize(font.GetFractionalPointSize() * new_zoom / old_zoom);
    window->SetFont(font);
    for (wxWindow* child : window->GetChildren())
        if (!child->IsTopLevel()) rescale(child, new_zoom, old_zoom);
}

const char* svg_of(app::Tone tone) {
    switch (tone) {
        case app::Tone::good:
            return "<svg viewBox='0 0 28 28'><circle cx='14' cy='14' r='13' fill='#14692f'/>"
                   "<path d='M7.5 14.5l4.5 4.5 8.5-9.5' fill='none' stroke='#fff' "
                   "stroke-width='3'/></svg>";
        case app::Tone::warning:
            return "<svg viewBox='0 0 28 28'><path d='M14 2L27 25H1z' fill='#8a5a00'/>"
                   "<path d='M14 10v8M14 20v3' fill='none' stroke='#fff' stroke-width='3'/></svg>";
        case app::Tone::stop:
            return "<svg viewBox='0 0 28 28'><path d='M9 1h10l8 8v10l-8 8H9l-8-8V9z' "
                   "fill='#a3131a'/><path d='M9 9l10 10M19 9L9 19' fill='none' stroke='#fff' "
                   "stroke-width='3'/></svg>";
        case app::Tone::plain:
            break;
    }
    return "<svg viewBox='0 0 28 28'><circle cx='14' cy='14' r='13' fill='#4a5563'/>"
           "<path d='M14 12v9M14 6v3.5' fill='none' stroke='#fff' stroke-width='3'/></svg>";
}

}  // namespace

ToneColours colours_of(app::Tone tone) {
    switch (tone) {
        case app::Tone::good:
            return {{226, 244, 231}, {11, 66, 28}, {20, 105, 47}};
        case app::Tone::warning:
            return {{255, 243, 214}, {84, 53, 0}, {178, 116, 0}};
        case app::Tone::stop:
            return {{253, 228, 228}, {112, 8, 14}, {163, 19, 26}};
        case app::Tone::plain:
            break;
    }
    return {{232, 236, 241}, {30, 39, 50}, {120, 132, 147}};
}

wxBitmapBundle picture_of(app::Tone tone, int size_dip) {
    return wxBitmapBundle::FromSVG(svg_of(tone), wxSize{size_dip, size_dip});
}

wxString word_of(app::Tone tone) {
    switch (tone) {
        case app::Tone::good:
            return "Good";
        case app::Tone::warning:
            return "Warning";
        case app::Tone::stop:
            return "Stop";
        case app::Tone::plain:
            break;
    }
    return "Note";
}

void set_type(wxWindow* window, int percent, bool bold) {
    wxFont font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    font.SetFractionalPointSize(font.GetFractionalPointSize() * percent * zoom / 10'000);
    if (bold) font.MakeBold();
    window->SetFont(font);
}

wxStaticText* make_text(wxWindow* parent, const char* id, const wxString& words, int percent,
                        bool bold, const wxColour& colour) {
    auto* text = new wxStaticText{parent, wxID_ANY, words};
    set_type(text, percent, bold);
    text->SetForegroundColour(colour);
    make_accessible(text, id);
    return text;
}

wxStaticText* make_short_text(wxWindow* parent, const char* id, int percent, bool bold,
                              const wxColour& colour) {
    auto* text = new wxStaticText{parent,
                                  wxID_ANY,
                                  "",
                                  wxDefaultPosition,
                                  wxDefaultSize,
                                  wxST_ELLIPSIZE_MIDDLE | wxST_NO_AUTORESIZE};
    set_type(text, percent, bold);
    text->SetForegroundColour(colour);
    text->SetMinSize({1, -1});
    make_accessible(text, id);
    return text;
}

wxButton* make_button(wxWindow* parent, const char* id, const wxString& words, bool is_first) {
    auto* button = new wxButton{parent, wxID_ANY, words};
    set_type(button, is_first ? TypeSize::strong : TypeSize::body, is_first);
    button->SetMinSize({-1, finger(parent)});
    if (is_first) {
        button->SetBackgroundColour(Palette::action());
        button->SetForegroundColour(Palette::action_text());
    }
    make_accessible(button, id, wxButton::GetLabelText(words));
    return button;
}

// A colour of our own would outlast the toolkit's way of showing that nothing happens here.
void enable_first(wxButton* button, bool enabled) {
    button->Enable(enabled);
    button->SetBackgroundColour(enabled ? Palette::action() : Palette::rule());
    button->SetForegroundColour(enabled ? Palette::action_text() : Palette::quiet());
}

int finger(const wxWindow* window) {
    return window->FromDIP(finger_dip);
}
int gap(const wxWindow* window) {
    return window->FromDIP(gap_dip);
}

int type_zoom() {
    return zoom;
}

void set_type_zoom(wxWindow* window, int percent) {
    const int wanted = std::clamp(percent, zoom_min, zoom_max);
    if (wanted == zoom) return;
    rescale(window, wanted, std::exchange(zoom, wanted));
}

}  // namespace muster::ui
