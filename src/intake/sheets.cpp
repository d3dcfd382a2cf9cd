// SPDX-License-Identifier: MIT
#include "sheets.hpp"

#include <algorithm>

#include "cells.hpp"
#include "folding.hpp"
#include "muster/files/csv.hpp"

namespace muster::intake {

namespace {

constexpr std::int64_t heading_rows_max = 30;
// Rows are kept, unlike in the reader below, so fewer of them are taken.
constexpr std::int64_t cells_kept_max = 3'000'000;

files::FileFault too_many_cells() {
    return {"xlsx_too_large", "The file holds more cells than a register can have."};
}

files::OrFault<std::vector<SourceSheet>> workbook_sheets(std::string bytes) {
    files::XlsxLimits limits;
    limits.cells_per_sheet = cells_kept_max;
    auto book = files::XlsxBook::open(std::move(bytes), files::ZipCare::foreign, limits);
    if (book.fault() != nullptr) return *book.fault();
    std::vector<SourceSheet> sheets;
    std::int64_t kept = 0;
    for (const auto& sheet : book.value().sheets()) {
        SourceSheet& source = sheets.emplace_back(SourceSheet{sheet.name, sheet.hidden, {}});
        const auto end = book.value().read_rows(sheet, [&](const files::Row& row) {
            kept += static_cast<std::int64_t>(row.cells.size());
            if (kept <= cells_kept_max && !row.cells.empty()) source.rows.push_back(row);
        });
        if (end.fault) return *end.fault;
        if (kept > cells_kept_max) return too_many_cells();
    }
    return sheets;
}

files::OrFault<std::vector<SourceSheet>> csv_sheets(std::string bytes, const std::string& name) {
    auto csv = files::CsvReader::open(std::move(bytes));
    if (csv.fault() != nullptr) return *csv.fault();
    std::vector<SourceSheet> sheets{{name, false, {}}};
    std::int64_t kept = 0;
    const auto fault =
        csv.value().read_rows([&](std::int64_t number, const std::vector<std::string>& fields) {
            files::Row row{number, false, {}};
            for (std::size_t i = 0; i < fields.size(); ++i) {
                if (fields[i].empty()) continue;
                files::Cell cell;
                cell.column = static_cast<std::int64_t>(i);
                cell.kind = files::Cell::Kind::text;
                cell.text = fields[i];
                row.cells.push_back(std::move(cell));
            }
            kept += static_cast<std::int64_t>(row.cells.size());
            if (kept <= cells_kept_max && !row.cells.empty())
                sheets[0].rows.push_back(std::move(row));
        });
    if (fault) return *fault;
    if (kept > cells_kept_max) return too_many_cells();
    return sheets;
}

std::string mapped_field(SheetKind kind, const std::string& heading, const ReadOptions& options) {
    for (const auto& given : options.mapping.headings)
        if (words_key(given.heading) == words_key(heading))
            return is_field(kind, given.field) ? given.field : "";
    return field_of_heading(kind, heading);
}

/// The headings of one row as one kind would read them.
Table heading_of(const SourceSheet& sheet, const files::Row& row, SheetKind kind,
                 const ReadOptions& options) {
    Table table;
    table.sheet = &sheet;
    table.kind = kind;
    table.heading_row = row.number;
    for (const auto& cell : row.cells) {
        if (cell.kind != files::Cell::Kind::text || is_blank(&cell)) continue;
        const std::string field = mapped_field(kind, cell.text, options);
        table.headings[cell.column] = squeezed(cell.text);
        if (!field.empty()) table.columns.emplace(field, cell.column);
    }
    return table;
}

bool has_all_needed(const Table& table) {
    for (const auto& needed : needed_fields(table.kind))
        if (!table.columns.contains(needed.field)) return false;
    return true;
}

/// Headings that fit; half a point more where nothing needed is missing.
std::size_t fitness(const Table& table) {
    const std::size_t fits = table.columns.size();
    const bool complete = has_all_needed(table);
    if (fits < 3 && !(complete && fits == 2)) return 0;
    return fits * 2 + (complete ? 1 : 0);
}

bool is_heading_again(const Table& table, const files::Row& row, const files::Row& heading) {
    std::size_t same = 0;
    for (const auto& [field, column] : table.columns) {
        const std::string text = words_key(shown(row.at(column)));
        if (text.empty()) continue;
        if (text != words_key(shown(heading.at(column)))) return false;
        ++same;
    }
    return same >= 2;
}

bool is_blank_row(const files::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const files::Cell& cell) { return is_blank(&cell); });
}

bool is_total_row(const files::Row& row) {
    for (const auto& cell : row.cells)
        if (!is_blank(&cell))
            return cell.kind == files::Cell::Kind::text && is_total_word(cell.text);
    return false;
}

void take_rows(Table& table, const files::Row& heading) {
    for (const auto& row : table.sheet->rows) {
        if (row.number <= table.heading_row || is_blank_row(row) || is_total_row(row)) continue;
        if (is_heading_again(table, row, heading)) continue;
        // A remark beside the table, under no heading of it, is not stock.
        const bool says_something =
            std::any_of(table.columns.begin(), table.columns.end(),
                        [&](const auto& column) { return !is_blank(row.at(column.second)); });
        if (says_something) table.rows.push_back(&row);
    }
}

}  // namespace

const files::Cell* Table::cell(const files::Row& row, const std::string& field) const {
    const auto column = columns.find(field);
    return column == columns.end() ? nullptr : row.at(column->second);
}

std::string Table::letters(const std::string& field) const {
    const auto column = columns.find(field);
    return column == columns.end() ? std::string{} : files::column_letters(column->second);
}

files::OrFault<std::vector<SourceSheet>> read_sheets(std::string bytes, const std::string& name) {
    const std::string_view start = std::string_view{bytes}.substr(0, 4);
    const bool is_workbook = start.substr(0, 2) == "PK" || start == "\xd0\xcf\x11\xe0";
    return is_workbook ? workbook_sheets(std::move(bytes)) : csv_sheets(std::move(bytes), name);
}

std::optional<Table> find_table(const SourceSheet& sheet, const ReadOptions& options) {
    std::optional<Table> best;
    const files::Row* heading = nullptr;
    for (const auto& row : sheet.rows) {
        if (row.number > heading_rows_max) break;
        for (const SheetKind kind : all_kinds) {
            if (options.kind && *options.kind != kind_name(kind)) continue;
            Table table = heading_of(sheet, row, kind, options);
            if (fitness(table) <= (best ? fitness(*best) : 0)) continue;
            best = std::move(table);
            heading = &row;
        }
    }
    if (best) take_rows(*best, *heading);
    return best;
}

const std::vector<NeededField>& needed_fields(SheetKind kind) {
    static const std::vector<NeededField> items{{"model", "the make and model", "Make / Model"},
                                                {"serial", "the serial", "Serial No."},
                                                {"location", "the location", "Location"},
                                                {"status", "the status", "Status"}};
    static const std::vector<NeededField> batches{
        {"model", "the nature", "Nature"},
        {"batch_number", "the batch number", "Lot / Batch"},
        {"quantity", "the quantity", "Qty"},
        {"location", "the location", "Location"}};
    static const std::vector<NeededField> officers{{"collar", "the collar number", "Collar"}};
    if (kind == SheetKind::items) return items;
    return kind == SheetKind::batches ? batches : officers;
}

}  // namespace muster::intake
