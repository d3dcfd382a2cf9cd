// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form_reading.hpp"
#include "muster/files/xlsx_book.hpp"

/// How the cells of a workbook look: the only looks that a workbook of this format has.
namespace muster::pack {

inline constexpr char plain_font[] =
    "<font><sz val=\"11\"/><color theme=\"1\"/><name val=\"Calibri\"/><family val=\"2\"/>"
    "<scheme val=\"minor\"/></font>";
inline constexpr char no_fill[] = "<fill><patternFill patternType=\"none\"/></fill>";
inline constexpr char dotted_fill[] = "<fill><patternFill patternType=\"gray125\"/></fill>";
inline constexpr char no_border[] = "<border><left/><right/><top/><bottom/><diagonal/></border>";

/// Font, fill, border and alignment as styles.xml writes them.
struct Look {
    const char* name;
    std::string number_format;
    std::string font;
    std::string fill;
    std::string border;
    std::string alignment;
};

/// Every look that a cell may have. No font has the colour of what is behind it.
const std::vector<Look>& looks();
/// The look of a cell to which an alert draws attention.
std::string alert_text();

/// Reads xl/styles.xml, which may hold these looks and nothing else. `wrong` is a sentence without
/// its end.
StyleNumbers read_looks(const files::XlsxBook& book, std::string& wrong);

}  // namespace muster::pack
