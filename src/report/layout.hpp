// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace muster::report {

/// What reports/workbook.layout says.
struct Layout {
    std::map<char, std::uint32_t> tabs;              ///< colour by first letter of the reference
    std::map<std::string, int> widths;               ///< characters by column name
    std::multimap<std::string, std::string> alerts;  ///< column name to word
    std::set<std::string> alerts_nonzero;            ///< column names
};

/// Reads a layout. Throws std::logic_error naming the line that is not understood.
Layout read_layout(std::string_view text);
/// The layout that was compiled in.
const Layout& workbook_layout();

}  // namespace muster::report
