// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/files/xlsx_book.hpp"
#include "muster/intake/register_rows.hpp"
#include "source.hpp"
#include "synonyms.hpp"

namespace muster::intake {

/// One bit for each row of a sheet.
class RowMarks {
public:
    void set(std::int64_t row) {
        const auto place = static_cast<std::size_t>(row);
        if (place >= marks_.size()) marks_.resize(place + place / 2 + 64);
        marks_[place] = true;
    }
    bool has(std::int64_t row) const {
        const auto place = static_cast<std::size_t>(row);
        return place < marks_.size() && marks_[place];
    }

private:
    std::vector<bool> marks_;
};

/// The letters of a column; none where it stands in no sheet.
std::string letters_of(std::int64_t column);

/// A sheet whose headings were found.
struct Table {
    struct ClassColumns {
        std::string weapon_class;
        std::int64_t to = -1;
        std::int64_t from = -1;
    };
    struct Heading {
        std::int64_t column = 0;
        std::string text;
        std::vector<std::string> keys;  ///< as a heading row below may have it again
        ColumnField what;
        bool sure = true;
        bool wanted = true;     ///< false: a mapping says that it is not
        bool hidden = false;    ///< nobody sees the column
        std::string over = {};  ///< above a date, where a class should stand and none does
    };
    Table() { columns.fill(-1); }

    std::size_t sheet_index = 0;
    std::string sheet;
    SheetKind kind = SheetKind::items;
    std::uint32_t ordinal = 0;      ///< tells the tables of a file apart
    bool is_kept = false;           ///< met below another, and to be read
    std::size_t place_in_list = 0;  ///< of its mapping in Register::sheets
    std::int64_t heading_top = 0;   ///< the upper row of headings that take two
    std::int64_t heading_row = 0;
    std::int64_t end_row = std::numeric_limits<std::int64_t>::max();  ///< the first below it
    std::int64_t first_column = 0;
    std::int64_t last_column = std::numeric_limits<std::int64_t>::max();
    std::array<std::int64_t, static_cast<std::size_t>(Field::count)> columns;  ///< -1: none
    std::vector<ClassColumns> classes;
    std::vector<Heading> headings;     ///< every one, from the left
    std::vector<files::Merge> merges;  ///< of values that hold for several rows, by first row

    /// What a person said of every row. Each has a column where no sheet has any.
    std::vector<std::pair<Field, files::Cell>> constants;

    bool blocked = false;   ///< the sheet itself has a fault: none of its rows is good
    std::int64_t rows = 0;  ///< seen in pass 1
    RowMarks faulty;
    RowMarks held;

    /// Whether a needed column was not found.
    bool is_incomplete() const { return incomplete; }
    bool incomplete = false;
    /// Whether other tables stand beside it.
    bool is_narrow() const {
        return first_column > 0 || last_column < std::numeric_limits<std::int64_t>::max();
    }
    std::int64_t column(Field field) const { return columns[static_cast<std::size_t>(field)]; }
    bool has(Field field) const { return column(field) >= 0; }
    const files::Cell* cell(const files::Row& row, Field field) const {
        return has(field) ? row.at(column(field)) : nullptr;
    }
    std::string letters(Field field) const { return letters_of(column(field)); }
    /// Takes what the mapping says of a field without a column.
    void take_constants(const Mapping& mapping);
    /// The needed fields that no column was found for.
    std::vector<const KindField*> missing() const;
    SheetMapping mapping() const;
};

/// Where one value for several rows is what people mean by it. A serial, a tag, a quantity is never
/// that of several rows.
bool may_hold_for_rows(Field field);

/// The first rows of a sheet, in which headings are looked for.
struct SheetHead {
    std::vector<files::Row> rows;  ///< merged cells filled
    std::vector<files::Merge> merges;
    std::vector<files::HiddenColumns> hidden;
};
inline constexpr std::int64_t heading_rows_max = 30;
// What lies beyond is no heading, whatever it says; without limits a hostile sheet costs minutes.
inline constexpr std::int64_t heading_columns_max = 512;
inline constexpr std::size_t heading_bytes_max = 300;

/// Reads on until the thirtieth row and keeps the cells that may be headings. The fault that ended
/// it before.
std::optional<files::FileFault> read_head(const Source& source, std::size_t sheet, SheetHead& head);
/// The merges of a sheet by their first rows.
std::vector<files::Merge> merges_from_above(const Source& source, std::size_t sheet);
/// The merges below the heading whose value holds for several rows.
void take_merges(const SheetHead& head, Table& table);
/// The heading row and the kind that most headings fit; nothing where fewer than three fit (two, if
/// those are all that the kind needs). A heading may take two rows. `kind` makes it that one
/// whatever fits better, and any heading will do.
std::optional<Table> find_table(const SheetHead& head, const Mapping& mapping,
                                std::optional<SheetKind> kind);
/// Whether the sheet can also be read as that kind: authorisations stand with officers and alone.
std::optional<Table> find_table_as(const SheetHead& head, const Mapping& mapping, SheetKind kind,
                                   bool at_any_rate);

/// The table that was found and whatever else clearly begins in the head: tables one below another
/// and side by side, in the order of the sheet, each with its bounds and merges.
std::vector<Table> tables_in_head(const SheetHead& head, const Mapping& mapping, Table first);
/// The table whose headings that row below the head clearly is, beside which others may stand as
/// beside the one above; nothing where it is stock or people.
std::optional<Table> table_from(const files::Row& row, const Mapping& mapping, const Table& above);

/// Goes from row to row of a table, over blank, TOTAL and heading rows. It puts the value of a
/// merged cell into the rows it holds for, and that of the row above in place of a ditto mark.
class TableRows {
public:
    explicit TableRows(const Table& table);
    /// The row where it is stock or people; else null. Valid until the next call.
    const files::Row* take(const files::Row& row);
    /// The cell of the row that was refused last where that was a remark, or null.
    const files::Cell* remark() const { return remark_; }
    /// The row that was refused last where it says something under unused columns only, or null.
    const files::Row* beside() const { return beside_; }
    /// How many cells had a ditto mark that was filled.
    std::int64_t dittos() const { return dittos_; }
    /// Whether the row has the headings of the table once more.
    bool is_heading_again(const files::Row& row) const;

private:
    void narrow(const files::Row& row, const files::Row*& taken);
    void fill(const files::Row& row, const files::Row*& taken);
    void fill_dittos(const files::Row*& taken);
    void put_constants(const files::Row*& taken);
    files::Row& own(const files::Row*& taken);
    const files::Cell* remark_in(const files::Row& row) const;

    const Table& table_;
    std::vector<std::int64_t> used_;  ///< columns under a heading with a meaning
    struct Held {
        std::size_t merge = 0;
        bool open = false;
        files::Cell cell;
    };
    std::vector<std::pair<std::int64_t, Held>> held_;  ///< by column: the merge that is open there
    std::size_t next_merge_ = 0;
    files::Row filled_;
    std::vector<std::pair<std::int64_t, files::Cell>>
        above_;  ///< by column: what a mark stands for
    std::int64_t dittos_ = 0;
    const files::Cell* remark_ = nullptr;
    files::Cell remark_cell_;
    const files::Row* beside_ = nullptr;
};

}  // namespace muster::intake
