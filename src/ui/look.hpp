// SPDX-License-Identifier: MIT
#pragma once

#include <wx/bmpbndl.h>
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include "muster/app/notice.hpp"

/// How things look: sizes for gloves, type for an arm's length, and colours that never speak alone.
namespace muster::ui {

/// Sizes of type, in parts of a hundred of the desktop's own.
struct TypeSize {
    static constexpr int small = 100;
    static constexpr int body = 115;
    static constexpr int strong = 135;
    static constexpr int title = 170;
    static constexpr int huge = 340;
};

/// What a tone looks like. Text on `back` has a contrast of 7 to 1 or more.
struct ToneColours {
    wxColour back;
    wxColour text;
    wxColour edge;
};
ToneColours colours_of(app::Tone tone);
/// The tone's picture, so that nobody needs its colour.
wxBitmapBundle picture_of(app::Tone tone, int size_dip = 28);
/// The tone in a word, for who sees neither.
wxString word_of(app::Tone tone);

struct Palette {
    static wxColour header() { return {24, 36, 52}; }
    static wxColour header_text() { return {255, 255, 255}; }
    static wxColour header_quiet() { return {196, 208, 222}; }
    static wxColour practice() { return {255, 196, 0}; }
    static wxColour practice_text() { return {0, 0, 0}; }
    static wxColour page() { return {244, 246, 248}; }
    static wxColour card() { return {255, 255, 255}; }
    static wxColour rule() { return {206, 213, 221}; }
    static wxColour text() { return {20, 26, 33}; }
    static wxColour quiet() { return {74, 85, 99}; }
    static wxColour action() { return {17, 79, 150}; }
    static wxColour action_text() { return {255, 255, 255}; }
};

/// Sets a control's type, before the person's own zoom.
void set_type(wxWindow* window, int percent, bool bold = false);
/// A text with its type and colour; `id` is its accessible id.
wxStaticText* make_text(wxWindow* parent, const char* id, const wxString& words, int percent,
                        bool bold = false, const wxColour& colour = Palette::text());
/// A text of one line that gives way: what does not fit of it is left out in the middle.
wxStaticText* make_short_text(wxWindow* parent, const char* id, int percent, bool bold = false,
                              const wxColour& colour = Palette::text());
/// A button a gloved finger hits: at least 12 mm high. The first of a page is filled.
wxButton* make_button(wxWindow* parent, const char* id, const wxString& words,
                      bool is_first = false);
/// Enables a filled button, or disables it so that it also looks it.
void enable_first(wxButton* button, bool enabled);
/// 12 mm on this display.
int finger(const wxWindow* window);
/// The gap everything is laid out by.
int gap(const wxWindow* window);

/// The person's own zoom of all type, 100 to 200.
int type_zoom();
/// Sets it, and makes every control under `window` larger or smaller to match.
void set_type_zoom(wxWindow* window, int percent);

}  // namespace muster::ui
