// SPDX-License-Identifier: MIT
#include "xlsx_looks.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "xlsx_contents.hpp"

namespace muster::files {
namespace {

/// The palette of ECMA-376 part 1, §18.8.27, from index 8 on; the first eight repeat these.
constexpr std::uint32_t palette[] = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
    0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
    0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};
constexpr std::int64_t palette_first = 8;

bool is_on(const std::optional<std::string>& value) {
    return !value || (*value != "0" && *value != "false");
}

std::optional<std::uint32_t> hex_colour(const std::string& digits) {
    if (digits.size() != 6 && digits.size() != 8) return std::nullopt;
    std::uint32_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (read.ptr != digits.data() + digits.size()) return std::nullopt;
    return value & 0xFFFFFF;
}

/// Towards black below 0, towards white above.
std::uint32_t tinted(std::uint32_t colour, double tint) {
    const double part = std::clamp(tint, -1.0, 1.0);
    std::uint32_t made = 0;
    for (const int shift : {16, 8, 0}) {
        const auto channel = static_cast<double>((colour >> shift) & 0xFF);
        const double mixed = part < 0 ? channel * (1 + part) : channel + (255 - channel) * part;
        made |= static_cast<std::uint32_t>(mixed + 0.5) << shift;
    }
    return made;
}

std::optional<std::uint32_t> palette_colour(std::int64_t index) {
    if (index < palette_first) index += palette_first;
    const auto place = static_cast<std::size_t>(index - palette_first);
    if (place >= std::size(palette)) return std::nullopt;
    return palette[place];
}

}  // namespace

std::vector<std::uint32_t> theme_colours(std::string part_bytes, const std::string& part) {
    XmlReader xml{std::move(part_bytes), part};
    std::vector<std::uint32_t> colours;
    constexpr std::size_t count = 12;
    bool in_scheme = false;
    while (colours.size() < count) {
        const auto step = xml.next();
        if (step == XmlReader::Step::fault || step == XmlReader::Step::end) return {};
        if (step != XmlReader::Step::element) continue;
        if (xml.name() == "clrScheme") in_scheme = true;
        if (!in_scheme) continue;
        if (xml.name() == "srgbClr")
            colours.push_back(hex_colour(xml.attribute("val").value_or("")).value_or(0));
        if (xml.name() == "sysClr")
            colours.push_back(hex_colour(xml.attribute("lastClr").value_or("")).value_or(0));
    }
    // The part says dark, light, dark, light; cells count light, dark, light, dark.
    std::swap(colours[0], colours[1]);
    std::swap(colours[2], colours[3]);
    return colours;
}

bool LookTables::take(const XmlReader& xml) {
    if (xml.name() == "fonts")
        in_fonts_ = true;
    else if (xml.name() == "fills")
        in_fills_ = true;
    else if (in_fonts_)
        take_font(xml);
    else if (in_fills_)
        take_fill(xml);
    else
        return false;
    return true;
}

void LookTables::end(const std::string& name) {
    if (name == "fonts") in_fonts_ = false;
    if (name == "fills") in_fills_ = false;
}

void LookTables::take_font(const XmlReader& xml) {
    if (xml.name() == "font") fonts_.emplace_back();
    if (fonts_.empty()) return;
    CellLook& font = fonts_.back();
    if (xml.name() == "strike") font.struck = is_on(xml.attribute("val"));
    if (xml.name() == "b") font.bold = is_on(xml.attribute("val"));
    if (xml.name() == "i") font.italic = is_on(xml.attribute("val"));
    if (xml.name() == "color") font.ink = colour_of(xml);
}

void LookTables::take_fill(const XmlReader& xml) {
    if (xml.name() == "fill") fills_.emplace_back();
    if (xml.name() == "patternFill")
        solid_ = xml.attribute("patternType").value_or("none") == "solid";
    if (xml.name() == "fgColor" && solid_ && !fills_.empty()) fills_.back() = colour_of(xml);
}

std::optional<std::uint32_t> LookTables::colour_of(const XmlReader& xml) const {
    if (const auto rgb = xml.attribute("rgb")) return hex_colour(*rgb);
    if (const auto index = index_of(xml.attribute("indexed").value_or("")))
        return palette_colour(*index);
    const auto place = index_of(xml.attribute("theme").value_or(""));
    if (!place || *place >= static_cast<std::int64_t>(theme_.size())) return std::nullopt;
    const std::string tint = xml.attribute("tint").value_or("0");
    double part = 0;
    std::from_chars(tint.data(), tint.data() + tint.size(), part);
    if (!(part >= -1 && part <= 1)) part = 0;
    return tinted(theme_[static_cast<std::size_t>(*place)], part);
}

CellLook LookTables::look_of(const XmlReader& style) const {
    CellLook look;
    const auto font = index_of(style.attribute("fontId").value_or(""));
    if (font && *font < static_cast<std::int64_t>(fonts_.size()))
        look = fonts_[static_cast<std::size_t>(*font)];
    const auto fill = index_of(style.attribute("fillId").value_or(""));
    if (fill && *fill < static_cast<std::int64_t>(fills_.size()))
        look.fill = fills_[static_cast<std::size_t>(*fill)];
    return look;
}

}  // namespace muster::files
