// SPDX-License-Identifier: MIT
#include "table.hpp"

#include <algorithm>

#include "cells.hpp"
#include "folding.hpp"

namespace muster::intake {

bool may_hold_for_rows(Field field) {
    switch (field) {
        case Field::model:
        case Field::make:
        case Field::type:
        case Field::calibre:
        case Field::location:
        case Field::status:
        case Field::issued_to:
        case Field::acquired:
        case Field::last_inspected:
        case Field::expiry:
        case Field::use:
        case Field::rank:
        case Field::unit:
        case Field::weapon_class:
        case Field::to:
        case Field::from:
        case Field::officer:
        case Field::at:
        case Field::sort:
        case Field::reference:
        case Field::commander:
        case Field::level:
            return true;
        default:
            return false;
    }
}

namespace {

/// Neither a workbook nor a CSV file has so many columns.
constexpr std::int64_t constants_from = std::int64_t{1} << 40;

bool holds_for_rows(const Table& table, const files::Merge& merge) {
    for (const auto& heading : table.headings) {
        if (heading.column != merge.first_column) continue;
        const bool collar_of_block =
            heading.what.field == Field::collar && table.kind == SheetKind::authorisations;
        return heading.what.weapon_class.empty() &&
               (collar_of_block || may_hold_for_rows(heading.what.field));
    }
    return false;
}

}  // namespace

std::vector<const KindField*> Table::missing() const {
    std::vector<const KindField*> fields;
    const bool has_dates_by_class = !classes.empty();
    for (const auto& known : fields_of_kind(kind)) {
        if (!known.needed || has(known.field)) continue;
        if (has_dates_by_class && (known.field == Field::weapon_class || known.field == Field::to))
            continue;
        fields.push_back(&known);
    }
    return fields;
}

std::string letters_of(std::int64_t column) {
    return column < 0 || column >= constants_from ? std::string{} : files::column_letters(column);
}

void Table::take_constants(const Mapping& mapping) {
    for (const auto& constant : mapping.constants) {
        const auto what = field_called(kind, constant.field);
        const bool fits = (constant.kind.empty() || constant.kind == kind_name(kind)) &&
                          (constant.sheet.empty() || words_key(constant.sheet) == words_key(sheet));
        if (!fits || !what || !what->weapon_class.empty() || has(what->field)) continue;
        files::Cell cell;
        cell.column = constants_from + static_cast<std::int64_t>(constants.size());
        cell.kind = files::Cell::Kind::text;
        cell.text = constant.value;
        columns[static_cast<std::size_t>(what->field)] = cell.column;
        constants.emplace_back(what->field, std::move(cell));
    }
}

SheetMapping Table::mapping() const {
    SheetMapping mapping;
    mapping.sheet = sheet;
    mapping.kind = kind_name(kind);
    mapping.heading_row = heading_row;
    mapping.rows = rows;
    for (const auto& heading : headings)
        mapping.columns.push_back({files::column_letters(heading.column), heading.text,
                                   heading.what.name(), heading.sure});
    for (const auto& [field, cell] : constants)
        mapping.constants.emplace_back(field_name(field), cell.text);
    for (const auto* field : missing()) mapping.missing.emplace_back(field_name(field->field));
    return mapping;
}

std::optional<files::FileFault> read_head(const Source& source, std::size_t sheet,
                                          SheetHead& head) {
    const auto fault = source.walk(sheet, [&](const files::Row& row) {
        if (row.number > heading_rows_max) return files::Walk::stop;
        files::Row& kept = head.rows.emplace_back();
        kept.number = row.number;
        for (const auto& cell : row.cells) {
            if (cell.column >= heading_columns_max || cell.text.size() > heading_bytes_max)
                continue;
            files::Cell& heading = kept.cells.emplace_back();
            heading.column = cell.column;
            heading.kind = cell.kind;
            heading.text = cell.text;
        }
        return files::Walk::go_on;
    });
    if (fault) return fault;
    head.hidden = source.hidden_columns(sheet);
    head.merges = merges_from_above(source, sheet);
    return std::nullopt;
}

std::vector<files::Merge> merges_from_above(const Source& source, std::size_t sheet) {
    auto merges = source.merges(sheet);
    std::stable_sort(
        merges.begin(), merges.end(),
        [](const files::Merge& a, const files::Merge& b) { return a.first_row < b.first_row; });
    return merges;
}

void take_merges(const SheetHead& head, Table& table) {
    for (const auto& merge : head.merges)
        if (merge.first_row > table.heading_row && merge.first_row < table.end_row &&
            merge.first_column >= table.first_column && merge.first_column <= table.last_column &&
            merge.last_row > merge.first_row && holds_for_rows(table, merge))
            table.merges.push_back(merge);
}

}  // namespace muster::intake
