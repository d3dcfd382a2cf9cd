// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/report/paper_tables.hpp"

namespace muster::report {

/// An upright A4 PDF of blank sheets to count on, one for each place in that order: lines for what
/// is seen, a box for "nothing more here", a line for why a place is not counted, a signature.
std::string draw_count_sheets(const PaperHeading& heading, const std::vector<std::string>& places,
                              const std::string& created);

/// One position of a dip-test, as its sheet asks for it.
struct DipLine {
    std::string place;
    std::string position;
};
/// A dip-test's sheet: blanks beside each position, and where it is attested.
std::string draw_dip_sheet(const PaperHeading& heading, const std::vector<DipLine>& lines,
                           const std::string& created);

}  // namespace muster::report
