// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "muster/files/xlsx_book.hpp"

/// A copy of somebody's workbook in which every fault is shown where it is.
namespace muster::report {

/// What is wrong with one cell, row or sheet.
struct Mark {
    std::string sheet;     ///< empty for the file as a whole
    std::int64_t row = 0;  ///< 1 is the first; 0 for the sheet as a whole
    std::string column;    ///< its letters; empty for the row as a whole
    std::string code;
    std::string found;
    std::string words;  ///< what is wrong and what to do
};

/// What a sheet is besides its rows.
struct SourceLook {
    std::int64_t heading_row = 0;  ///< 0 where none is known
    bool is_older_list = false;    ///< a list of faults that an older copy brought
    bool hidden = false;
    std::vector<files::HiddenColumns> hidden_columns = {};
    std::vector<files::Merge> merges = {};
};

struct MarkedUp {
    std::string file_name;
    std::vector<std::string> sheets;  ///< in the order of their tabs
    std::map<std::string, SourceLook> looks;
    std::vector<Mark> marks;
    std::int64_t marks_left_out = 0;  ///< faults that are too many to be listed
    /// Visits every row of every sheet, sheet by sheet from the top.
    std::function<void(const std::function<void(const std::string& sheet, const files::Row& row)>&)>
        each_row;
};

/// The sheet that lists the marks, and how it begins. A sheet of that name in the source that is no
/// older list stays, under another name.
inline constexpr const char* faults_sheet = "Faults";
inline constexpr const char* faults_title = "Faults in ";

/// The copy as .xlsx: first the sheet `Faults` with a link to every marked cell, then the source's
/// sheets. A marked cell has a fill and a comment.
///
/// Text stays text, numbers numbers, dates dates with their format (counted from 1900, whatever the
/// source counted from), formulas keep their text and result. Two exceptions: a formula that
/// reaches outside the workbook (`=cmd|…`, `=[other.xlsx]…`) and one whose text the source does not
/// repeat (a shared one) are their results. Merged cells stay merged; where two ranges of the
/// source overlap, the later is not. What people say by the look of a cell stays: fills, coloured,
/// bold, slanted and crossed-out text; what is hidden stays hidden, unless something is wrong
/// there. Borders, comments, pictures, filters and rules for colours are not copied, and the sheet
/// of faults says so. Rows go to the disk as they come: memory is that of one row and of the marks,
/// about 2 KB each. Throws ReportError.
std::string draw_marked_up(const MarkedUp& source);

}  // namespace muster::report
