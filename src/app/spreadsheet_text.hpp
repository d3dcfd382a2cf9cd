// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace muster::app {

/// A spreadsheet would take such a cell of a CSV file for a formula; an apostrophe makes it text.
inline std::string as_text(const std::string& cell) {
    return !cell.empty() && std::string_view{"=+-@\t"}.find(cell.front()) != std::string_view::npos
               ? "'" + cell
               : cell;
}

}  // namespace muster::app
