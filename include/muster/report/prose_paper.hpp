// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "muster/report/paper_tables.hpp"

namespace muster::report {

/// A part of a written page: a heading, paragraphs that wrap, names with values, a small table.
struct ProseBlock {
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<std::pair<std::string, std::string>> pairs;
    PaperTable table;  ///< drawn where it has columns
};

/// A drawn document and how many pages it has.
struct ProsePaper {
    std::string pdf;
    int pages = 1;
};

/// An upright A4 PDF of the blocks one below the other, on as many pages as they need. Where the
/// heading has a checkpoint it stands at each foot.
ProsePaper draw_prose(const PaperHeading& heading, const std::vector<ProseBlock>& blocks,
                      const std::string& created);

}  // namespace muster::report
