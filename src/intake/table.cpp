// SPDX-License-Identifier: MIT
#include "table.hpp"

#include <algorithm>

#include "cells.hpp"
#include "folding.hpp"

namespace muster::intake {

namespace {

bool is_blank_row(const files::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const files::Cell& cell) { return is_blank(&cell); });
}

/// A number, also as text; `14.07.2025` and `14-07-2025` are days.
bool is_figure(const files::Cell& cell) {
    if (cell.kind == files::Cell::Kind::number) return true;
    const std::string text = shown(&cell);
    return cell.kind == files::Cell::Kind::text &&
           text.find_first_not_of("0123456789.,- ") == std::string::npos &&
           std::count(text.begin(), text.end(), '.') <= 1 && text.find('-', 1) == text.npos;
}

/// A line that begins with TOTAL and says what of in one word more at most, or that has it among
/// nothing but figures. `+SUM(1,1)` as a remark makes no total of a row that names a person or
/// thing.
bool is_total_row(const files::Row& row) {
    bool is_first = true;
    bool begins = false;
    bool has_total = false;
    std::size_t others = 0;
    for (const auto& cell : row.cells) {
        if (is_blank(&cell)) continue;
        const bool total = cell.kind == files::Cell::Kind::text && is_total_word(cell.text);
        begins = begins || (is_first && total);
        is_first = false;
        has_total = has_total || total;
        if (!total && !is_figure(cell)) ++others;
    }
    return begins ? others <= 1 : has_total && others == 0;
}

/// Where one value for several rows is what people mean by it. A serial, a tag, a quantity is never
/// that of several rows.
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

SheetMapping Table::mapping() const {
    SheetMapping mapping;
    mapping.sheet = sheet;
    mapping.kind = kind_name(kind);
    mapping.heading_row = heading_row;
    mapping.rows = rows;
    for (const auto& heading : headings)
        mapping.columns.push_back({files::column_letters(heading.column), heading.text,
                                   heading.what.name(), heading.sure});
    for (const auto* field : missing()) mapping.missing.emplace_back(field_name(field->field));
    return mapping;
}

TableRows::TableRows(const Table& table) : table_{table} {
    for (const auto& heading : table.headings)
        if (heading.what.field != Field::none) used_.push_back(heading.column);
    for (const auto& merge : table.merges)
        if (std::none_of(held_.begin(), held_.end(),
                         [&](const auto& held) { return held.first == merge.first_column; }))
            held_.emplace_back(merge.first_column, Held{});
}

bool TableRows::is_heading_again(const files::Row& row) const {
    std::size_t same = 0;
    for (const auto& heading : table_.headings) {
        if (heading.what.field == Field::none) continue;
        const auto* cell = row.at(heading.column);
        if (is_blank(cell)) continue;
        if (cell->kind != files::Cell::Kind::text) return false;
        const std::string key = words_key(cell->text);
        if (std::find(heading.keys.begin(), heading.keys.end(), key) == heading.keys.end())
            return false;
        ++same;
    }
    return same >= 2;
}

/// Notes the values of merges that begin in this row, and gives those that reach into it.
void TableRows::fill(const files::Row& row, const files::Row*& taken) {
    for (; next_merge_ < table_.merges.size() && table_.merges[next_merge_].first_row <= row.number;
         ++next_merge_) {
        const auto& merge = table_.merges[next_merge_];
        for (auto& [column, held] : held_) {
            if (column != merge.first_column) continue;
            const auto* cell = merge.first_row == row.number ? row.at(column) : nullptr;
            held = Held{next_merge_, cell != nullptr, cell == nullptr ? files::Cell{} : *cell};
        }
    }
    for (auto& [column, held] : held_) {
        if (!held.open || table_.merges[held.merge].first_row == row.number) continue;
        if (table_.merges[held.merge].last_row < row.number) {
            held.open = false;
            continue;
        }
        if (!is_blank(row.at(column))) continue;
        if (taken == &row) {
            filled_ = row;
            taken = &filled_;
        }
        const auto place = std::lower_bound(
            filled_.cells.begin(), filled_.cells.end(), column,
            [](const files::Cell& cell, std::int64_t sought) { return cell.column < sought; });
        if (place != filled_.cells.end() && place->column == column)
            *place = held.cell;
        else
            filled_.cells.insert(place, held.cell);
    }
}

const files::Row* TableRows::take(const files::Row& row) {
    if (row.number <= table_.heading_row) return nullptr;
    const files::Row* taken = &row;
    if (!held_.empty()) fill(row, taken);
    if (is_blank_row(row) || is_total_row(row) || is_heading_again(row)) return nullptr;
    // A remark beside the table, under no heading of it, is not stock.
    const bool says_something = std::any_of(
        used_.begin(), used_.end(), [&](std::int64_t column) { return !is_blank(row.at(column)); });
    return says_something ? taken : nullptr;
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
    head.merges = source.merges(sheet);
    std::stable_sort(
        head.merges.begin(), head.merges.end(),
        [](const files::Merge& a, const files::Merge& b) { return a.first_row < b.first_row; });
    return std::nullopt;
}

void take_merges(const SheetHead& head, Table& table) {
    for (const auto& merge : head.merges)
        if (merge.first_row > table.heading_row && merge.last_row > merge.first_row &&
            holds_for_rows(table, merge))
            table.merges.push_back(merge);
}

}  // namespace muster::intake
