// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/files/xlsx_book.hpp"
#include "muster/files/xml_reader.hpp"

namespace muster::files {

/// The twelve colours of a workbook's theme in the order in which cells name them, as 0xRRGGBB.
/// None where the part cannot be read: a colour is worth no fault.
std::vector<std::uint32_t> theme_colours(std::string part_bytes, const std::string& part);

/// The fonts and fills of a styles part. They stand ahead of the styles that name them by their
/// place.
class LookTables {
public:
    explicit LookTables(const std::vector<std::uint32_t>& theme) : theme_{theme} {}

    /// Takes an element; false where it stands in neither the fonts nor the fills.
    bool take(const XmlReader& xml);
    void end(const std::string& name);
    std::int64_t size() const { return static_cast<std::int64_t>(fonts_.size() + fills_.size()); }
    /// What a style says that names this font and this fill.
    CellLook look_of(const XmlReader& style) const;

private:
    void take_font(const XmlReader& xml);
    void take_fill(const XmlReader& xml);
    std::optional<std::uint32_t> colour_of(const XmlReader& xml) const;

    const std::vector<std::uint32_t>& theme_;
    std::vector<CellLook> fonts_;
    std::vector<std::optional<std::uint32_t>> fills_;
    bool in_fonts_ = false;
    bool in_fills_ = false;
    bool solid_ = false;
};

}  // namespace muster::files
