// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "flat_book.hpp"
#include "muster/report/marked_up.hpp"

namespace muster::report {

/// How the cells of a copy look: a format for every number format and look, marked or not.
class CopyFormats {
public:
    enum class Role { plain, heading, marked };
    explicit CopyFormats(FlatBook& book) : book_{book} {}
    lxw_format* of(const std::string& number_format, Role role, const files::CellLook& look);

private:
    FlatBook& book_;
    std::map<std::tuple<std::string, Role, files::CellLook>, lxw_format*> made_;
};

/// The marks of one sheet: row to column to what is wrong there.
using MarksOfSheet = std::map<std::int64_t, std::map<std::int64_t, std::vector<const Mark*>>>;

/// Writes the rows of one sheet as they come, with what is wrong in them.
class CopiedSheet {
public:
    CopiedSheet(CopyFormats& formats, lxw_worksheet* paper, MarksOfSheet marks, SourceLook look);
    /// Before the first row: the cells that are shown as one.
    void begin();
    void row(const files::Row& row);
    /// Marks below the last row, widths and panes.
    void finish();

private:
    void marked_blanks_above(std::int64_t row);
    void cell(std::int64_t row, const files::Cell& cell, const std::vector<const Mark*>* marks);
    void comment(std::int64_t row, std::int64_t column, const std::vector<const Mark*>& marks);
    std::string number_format(const files::Cell& cell, bool marked) const;
    bool is_hidden_column(std::int64_t column) const;
    void widen(std::int64_t row, const files::Cell& cell);

    CopyFormats& formats_;
    lxw_worksheet* paper_;
    MarksOfSheet marks_;
    std::set<std::int64_t> marked_columns_;  ///< shown, whatever the source did
    std::set<std::int64_t> text_columns_;    ///< of serials and the like, where one is marked
    SourceLook look_;
    std::vector<int> widths_;
};

/// The number of a column's letters, 0 for A; of none, -1.
std::int64_t column_of_letters(const std::string& letters);

}  // namespace muster::report
