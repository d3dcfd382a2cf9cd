// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/report/paper.hpp"

/// Lists on paper, and forms to fill in by hand.
namespace muster::report {

/// What stands at the head and foot of every page.
struct PaperHeading {
    std::string title;
    std::string force;
    std::string armoury;
    std::string classification;
    std::string as_at;       ///< when, in words of local time
    std::string checkpoint;  ///< SHORT
    bool practice = false;
};

struct PaperColumn {
    std::string title;
    double width = 0;  ///< millimetres; all columns together 186 at most
    Side side = Side::left;
};

struct PaperTable {
    std::string title;
    std::string empty;  ///< what is said where there are no rows
    std::vector<PaperColumn> columns;
    std::vector<std::vector<std::string>> rows;
};

/// An upright A4 PDF of the tables, each on pages of its own with its columns' titles on every
/// page, then of one form for each of `blank_pages`, which are the pages' numbers. A cell too long
/// for its column is cut with an ellipsis.
std::string draw_emergency_paper(const PaperHeading& heading, const std::vector<PaperTable>& tables,
                                 const std::vector<std::string>& blank_pages,
                                 const std::string& created);

}  // namespace muster::report
