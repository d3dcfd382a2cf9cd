// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "muster/files/xlsx_book.hpp"
#include "muster/intake/register_rows.hpp"
#include "synonyms.hpp"

namespace muster::intake {

/// All rows of one sheet, whatever the file was.
struct SourceSheet {
    std::string name;
    bool hidden = false;
    std::vector<files::Row> rows;
};

/// The sheets of a workbook, or the one of a CSV file, which is called `name`.
files::OrFault<std::vector<SourceSheet>> read_sheets(std::string bytes, const std::string& name);

/// A sheet whose headings were found.
struct Table {
    const SourceSheet* sheet = nullptr;
    SheetKind kind = SheetKind::items;
    std::int64_t heading_row = 0;
    std::map<std::string, std::int64_t> columns;   ///< field to column
    std::map<std::int64_t, std::string> headings;  ///< column to heading
    std::vector<const files::Row*> rows;  ///< of stock or people: no blank, TOTAL or heading row

    const files::Cell* cell(const files::Row& row, const std::string& field) const;
    /// The letters of the field's column, empty where there is none.
    std::string letters(const std::string& field) const;
};

/// Finds the heading row in the first thirty rows: the one, and the kind of sheet, that most
/// headings fit. Nothing where fewer than three fit (two, if those are all that the kind needs).
std::optional<Table> find_table(const SourceSheet& sheet, const ReadOptions& options);

/// A field that a kind cannot do without, and how its heading is usually written.
struct NeededField {
    const char* field;
    const char* words;
    const char* heading;
};
const std::vector<NeededField>& needed_fields(SheetKind kind);

}  // namespace muster::intake
