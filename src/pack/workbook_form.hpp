// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "muster/core/tables.hpp"

/// The form of a workbook of this format: what each of its parts says besides the cells' values.
/// What is not written here may not stand in a workbook.
namespace muster::pack {

using Grid = std::vector<core::SheetRow>;

/// The form of one sheet.
struct SheetForm {
    std::string title;
    std::string part;        ///< `xl/worksheets/sheet1.xml`
    std::string xml;         ///< with `<sheetData>` empty
    std::string spans;       ///< of every row
    std::string row_height;  ///< of rows that `heights` does not name; empty where they have none
    std::map<std::int64_t, std::string> heights;
    /// Looks by row from 1, a look for every cell that may stand there; and those of all rows
    /// behind.
    std::vector<std::vector<std::string>> looks;
    std::vector<std::string> other_looks;
    std::int64_t rows = 0;
    bool flat = false;

    std::string height(std::int64_t row) const;
};

/// Title, description, link, header, rows: a data sheet from row 1.
Grid sheet_grid(const core::PeriodSheets& sheets, const core::Sheet& sheet);
/// The cover's cells, row by row from row 1.
Grid cover_grid(const core::PeriodSheets& sheets);

// A long period's workbook is flat: its sheets have filter buttons but no Excel Tables, and texts
// stand in their cells.

/// `index` counts the tables from 0. `grid` is that sheet's.
SheetForm form_of_table(const core::PeriodSheets& sheets, std::size_t index, const Grid& grid,
                        bool flat);
SheetForm form_of_cover(const core::PeriodSheets& sheets, bool flat);
/// All parts but sheets, looks, texts and theme. `rows` are those of each table.
std::map<std::string, std::string> forms_of_package(const core::PeriodSheets& sheets,
                                                    const std::vector<std::int64_t>& rows,
                                                    bool flat);

/// SHA-256 of the themes that a workbook may have: they say which colour text has.
bool is_known_theme(const std::string& digest);
/// The number format of a column's cells.
std::string number_format_of(core::SheetType type);
/// A table's reference: `A4:H17`.
std::string range_of_table(const core::Sheet& sheet, std::int64_t rows);

}  // namespace muster::pack
