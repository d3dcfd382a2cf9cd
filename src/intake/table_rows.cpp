// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cells.hpp"
#include "folding.hpp"
#include "table.hpp"

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
        const bool is_text = cell.kind == files::Cell::Kind::text;
        const bool starts = is_text && is_total_word(cell.text);
        const bool total = starts || (is_text && is_first && ends_in_total(cell.text));
        begins = begins || (is_first && starts);
        is_first = false;
        has_total = has_total || total;
        if (!total && !is_figure(cell)) ++others;
    }
    return begins ? others <= 1 : has_total && others == 0;
}

/// Where a mark may stand for what is above.
bool may_be_ditto(Field field) {
    switch (field) {
        case Field::rack:
        case Field::remarks:
        case Field::reason:
        case Field::box_size:
        case Field::suspended:
        case Field::left:
            return true;
        default:
            return may_hold_for_rows(field);
    }
}

/// What tells a thing or person from all others: a row that has it is no remark.
bool is_identity(SheetKind kind, Field field) {
    switch (kind) {
        case SheetKind::items:
            return field == Field::serial || field == Field::tag;
        case SheetKind::batches:
            return field == Field::batch_number;
        case SheetKind::officers:
        case SheetKind::authorisations:
            return field == Field::collar;
        case SheetKind::deployments:
            return field == Field::log;
        case SheetKind::movements:
            return field == Field::serial || field == Field::number;
    }
    return false;
}

}  // namespace

TableRows::TableRows(const Table& table) : table_{table} {
    for (const auto& heading : table.headings) {
        if (heading.what.field == Field::none) continue;
        used_.push_back(heading.column);
        if (heading.what.weapon_class.empty() && may_be_ditto(heading.what.field))
            above_.emplace_back(heading.column, files::Cell{});
    }
    for (const auto& merge : table.merges)
        if (std::none_of(held_.begin(), held_.end(),
                         [&](const auto& held) { return held.first == merge.first_column; }))
            held_.emplace_back(merge.first_column, Held{});
}

/// The same texts over the same columns, and none over another: a heading more begins a table of
/// its own.
bool TableRows::is_heading_again(const files::Row& row) const {
    std::size_t same = 0;
    for (const auto& cell : row.cells) {
        if (cell.column < table_.first_column || cell.column > table_.last_column) continue;
        if (is_blank(&cell)) continue;
        const auto heading =
            std::find_if(table_.headings.begin(), table_.headings.end(),
                         [&](const auto& each) { return each.column == cell.column; });
        const bool used = heading != table_.headings.end() && heading->what.field != Field::none;
        if (cell.kind != files::Cell::Kind::text) {
            if (used) return false;
            continue;
        }
        const std::string key = words_key(cell.text);
        const bool agrees =
            heading != table_.headings.end() &&
            std::find(heading->keys.begin(), heading->keys.end(), key) != heading->keys.end();
        if (!agrees && (used || is_any_heading(key))) return false;
        if (used) ++same;
    }
    return same >= 2;
}

/// The row as the table may change it.
files::Row& TableRows::own(const files::Row*& taken) {
    if (taken != &filled_) filled_ = *taken;
    taken = &filled_;
    return filled_;
}

void TableRows::narrow(const files::Row& row, const files::Row*& taken) {
    const auto is_outside = [&](const files::Cell& cell) {
        return cell.column < table_.first_column || cell.column > table_.last_column;
    };
    if (std::any_of(row.cells.begin(), row.cells.end(), is_outside))
        std::erase_if(own(taken).cells, is_outside);
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
        auto& cells = own(taken).cells;
        const auto place = std::lower_bound(
            cells.begin(), cells.end(), column,
            [](const files::Cell& cell, std::int64_t sought) { return cell.column < sought; });
        if (place != cells.end() && place->column == column)
            *place = held.cell;
        else
            cells.insert(place, held.cell);
    }
}

/// A mark has what stands in the row above, which has its own marks filled already.
void TableRows::fill_dittos(const files::Row*& taken) {
    for (auto& [column, above] : above_) {
        const auto* cell = taken->at(column);
        const bool is_mark =
            cell != nullptr && cell->kind == files::Cell::Kind::text && is_ditto(cell->text);
        if (!is_mark || is_blank(&above)) continue;
        for (auto& own_cell : own(taken).cells)
            if (own_cell.column == column) own_cell = above;
        ++dittos_;
    }
    for (auto& [column, above] : above_) {
        const auto* cell = taken->at(column);
        if (cell == nullptr)
            above.kind = files::Cell::Kind::empty;
        else if (above.kind != cell->kind || above.text != cell->text)
            above = *cell;
    }
}

/// They stand behind every column that a sheet may have.
void TableRows::put_constants(const files::Row*& taken) {
    for (const auto& [field, cell] : table_.constants) own(taken).cells.push_back(cell);
}

/// The cell of a row that is alone in it and says nothing that tells one thing from another, or
/// with which a signature begins.
const files::Cell* TableRows::remark_in(const files::Row& row) const {
    const files::Cell* first = nullptr;
    std::size_t filled = 0;
    for (const auto& cell : row.cells) {
        if (is_blank(&cell)) continue;
        if (filled++ == 0) first = &cell;
    }
    if (first == nullptr) return nullptr;
    if (first->kind == files::Cell::Kind::text && is_remark_start(first->text)) return first;
    if (filled > 1) return nullptr;
    for (const auto& heading : table_.headings)
        if (heading.column == first->column && is_identity(table_.kind, heading.what.field))
            return nullptr;
    return first;
}

const files::Row* TableRows::take(const files::Row& row) {
    remark_ = nullptr;
    beside_ = nullptr;
    if (row.number <= table_.heading_row || row.number >= table_.end_row) return nullptr;
    const files::Row* taken = &row;
    if (table_.is_narrow()) narrow(row, taken);
    if (!held_.empty()) fill(*taken, taken);
    if (is_blank_row(*taken) || is_total_row(*taken) || is_heading_again(*taken)) return nullptr;
    if (const auto* remark = remark_in(*taken)) {
        remark_cell_ = *remark;
        remark_ = &remark_cell_;
        return nullptr;
    }
    // A remark beside the table, under no heading of it, is not stock.
    const bool says_something = std::any_of(used_.begin(), used_.end(), [&](std::int64_t column) {
        return !is_blank(taken->at(column));
    });
    if (!says_something) {
        beside_ = taken;
        return nullptr;
    }
    fill_dittos(taken);
    put_constants(taken);
    return taken;
}

}  // namespace muster::intake
