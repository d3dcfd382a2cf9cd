// SPDX-License-Identifier: MIT
#include "workbook_looks.hpp"

namespace muster::pack {
namespace {

constexpr char slate[] = "FF1F3044";
constexpr char brass[] = "FF8A6A1F";
constexpr char grey[] = "FF5B6774";
constexpr char line[] = "FFD5DAE0";
constexpr char red[] = "FFA3261B";
constexpr char pale[] = "FFF3F0E8";
constexpr char white[] = "FFFFFFFF";
constexpr char text_of_theme[] = "";

std::string colour(const std::string& rgb) {
    return rgb.empty() ? "<color theme=\"1\"/>" : "<color rgb=\"" + rgb + "\"/>";
}

std::string font(const char* marks, const char* size, const char* rgb, const char* name = "Arial") {
    return "<font>" + std::string{marks} + "<sz val=\"" + size + "\"/>" + colour(rgb) +
           "<name val=\"" + name + "\"/><family val=\"2\"/></font>";
}

std::string fill(const char* rgb) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + std::string{rgb} +
           "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
}

std::string side(const char* name, const char* style, const char* rgb) {
    return "<" + std::string{name} + " style=\"" + style + "\">" + colour(rgb) + "</" + name + ">";
}

std::string box(const char* style, const char* rgb) {
    return "<border>" + side("left", style, rgb) + side("right", style, rgb) +
           side("top", style, rgb) + side("bottom", style, rgb) + "<diagonal/></border>";
}

std::string below(const char* style, const char* rgb) {
    return "<border><left/><right/><top/>" + side("bottom", style, rgb) + "<diagonal/></border>";
}

constexpr char top[] = "<alignment vertical=\"top\"/>";
constexpr char centred[] = "<alignment vertical=\"center\"/>";
constexpr char indented[] = "<alignment horizontal=\"left\" vertical=\"center\" indent=\"1\"/>";
constexpr char indented_wrapped[] =
    "<alignment horizontal=\"left\" vertical=\"center\" indent=\"1\" wrapText=\"1\"/>";

}  // namespace

std::string alert_text() {
    return "<dxf><font><b/>" + colour(red) + "</font></dxf>";
}

const std::vector<Look>& looks() {
    static const std::string cell = font("", "10", text_of_theme);
    static const std::vector<Look> all{
        {"plain", "General", plain_font, no_fill, no_border, ""},
        {"title", "General", font("<b/>", "16", slate), no_fill, no_border, top},
        {"description", "General", font("", "10", grey), no_fill, no_border, top},
        {"back", "General", font("<u/>", "9", brass), no_fill, no_border, top},
        {"header", "General", font("<b/>", "10", white), fill(slate), box("hair", grey),
         indented_wrapped},
        {"text", "@", cell, no_fill, box("hair", line), indented},
        {"wrapped", "@", cell, no_fill, box("hair", line), indented_wrapped},
        {"integer", "#,##0", cell, no_fill, box("hair", line), centred},
        {"date", "yyyy-mm-dd", cell, no_fill, box("hair", line), centred},
        {"local time", "yyyy-mm-dd hh:mm", cell, no_fill, box("hair", line), centred},
        {"link", "@", font("<u/>", "10", brass), no_fill, box("hair", line), indented},
        {"cover title", "General", font("<b/>", "24", slate), no_fill, no_border, top},
        {"cover heading", "General", font("<b/>", "13", brass), no_fill, below("medium", brass),
         ""},
        {"cover label", "@", font("", "11", grey), no_fill, below("hair", line), indented_wrapped},
        {"cover value", "@", font("", "11", slate), no_fill, below("hair", line), indented_wrapped},
        {"cover mono", "@", font("<b/>", "11", slate, "Courier New"), no_fill, below("hair", line),
         indented_wrapped},
        {"cover box", "@", font("", "11", slate), fill(pale), box("thin", brass), indented_wrapped},
        {"banner", "General", font("<b/>", "13", white), fill(red), no_border, centred},
    };
    return all;
}

}  // namespace muster::pack
