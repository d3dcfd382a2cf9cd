// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cells.hpp"
#include "folding.hpp"
#include "heading_rows.hpp"

/// Sheets that hold more than one table.
namespace muster::intake {

namespace {

Field identity_of(SheetKind kind) {
    switch (kind) {
        case SheetKind::items:
        case SheetKind::movements:
            return Field::serial;
        case SheetKind::batches:
            return Field::batch_number;
        case SheetKind::officers:
        case SheetKind::authorisations:
            return Field::collar;
        case SheetKind::deployments:
            return Field::log;
    }
    return Field::none;
}

constexpr std::size_t sure_least = 3;

/// Whether nobody would take the row for anything but headings: several sure ones, most of all that
/// stands there, and among them what tells one thing from another.
bool is_clear(const Table& table) {
    std::size_t sure = 0;
    std::size_t known = 0;
    bool has_identity = false;
    for (const auto& heading : table.headings) {
        if (heading.what.field == Field::none) continue;
        ++known;
        if (!heading.sure) continue;
        ++sure;
        has_identity = has_identity || heading.what.field == identity_of(table.kind);
    }
    return sure >= sure_least && has_identity && known * 2 >= table.headings.size();
}

struct Clear {
    std::optional<Table> table;
    std::size_t points = 0;
};

/// The kind that clearly fits, of those that fit the one that does best.
Clear clear_table(const HeadingRow& headings, const Mapping& mapping,
                  const std::vector<files::HiddenColumns>& hidden) {
    Clear best;
    if (headings.size() < sure_least) return best;
    for (const SheetKind kind : kinds_by_choice) {
        Table table = table_of(headings, kind, mapping, hidden);
        const std::size_t points = fitness(table, false);
        if (points <= best.points || !is_clear(table)) continue;
        best.points = points;
        best.table = std::move(table);
    }
    return best;
}

/// Of a head's row as one heading row, and with the row above it, whichever says more.
Clear clear_at(const SheetHead& head, std::int64_t row, const Mapping& mapping) {
    Clear alone = clear_table(headings_at(head, row, false), mapping, head.hidden);
    Clear both = clear_table(headings_at(head, row, true), mapping, head.hidden);
    const bool is_both =
        both.table && both.points > alone.points && is_of_two_rows(head, row, *both.table);
    Clear& best = is_both ? both : alone;
    if (best.table) {
        best.table->heading_row = row;
        best.table->heading_top = is_both ? row - 1 : row;
    }
    return std::move(best);
}

std::size_t filled(const files::Row& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(),
                      [](const files::Cell& cell) { return !is_blank(&cell); }));
}

/// Whether a row between the two lines says as much as a row of a table does.
bool has_rows_between(const SheetHead& head, std::int64_t above, std::int64_t below) {
    return std::any_of(head.rows.begin(), head.rows.end(), [&](const files::Row& row) {
        return row.number > above && row.number < below && filled(row) >= 2;
    });
}

/// The tables of the head from above, those beside one another as one yet.
std::vector<Table> stacked(const SheetHead& head, const Mapping& mapping, Table first) {
    std::vector<Table> tables;
    tables.push_back(std::move(first));
    const std::int64_t first_top = tables.front().heading_top;
    const std::int64_t first_row = tables.front().heading_row;
    std::int64_t taken_to = 0;
    for (const auto& row : head.rows) {
        if (row.number <= taken_to || (row.number >= first_top && row.number <= first_row))
            continue;
        Clear here = clear_at(head, row.number, mapping);
        if (!here.table) continue;
        const std::int64_t top = here.table->heading_top;
        if (top <= taken_to || (top <= first_row && row.number > first_row)) continue;
        if (row.number < first_top && !has_rows_between(head, row.number, first_top)) continue;
        const bool again = std::any_of(tables.begin(), tables.end(), [&](const Table& table) {
            return table.heading_row < row.number && TableRows{table}.is_heading_again(row);
        });
        if (again) continue;
        taken_to = row.number;
        tables.push_back(std::move(*here.table));
    }
    std::stable_sort(tables.begin(), tables.end(),
                     [](const Table& a, const Table& b) { return a.heading_row < b.heading_row; });
    for (std::size_t i = 0; i + 1 < tables.size(); ++i)
        tables[i].end_row = tables[i + 1].heading_top;
    return tables;
}

/// The headings in groups, which end where a column has none or where the first one comes again.
std::vector<HeadingRow> groups_of(const HeadingRow& headings) {
    std::vector<HeadingRow> groups;
    std::int64_t last = -2;
    std::string first;
    for (const auto& [column, texts] : headings) {
        const std::string key = words_key(texts.bottom);
        const bool again = !groups.empty() && groups.back().size() >= sure_least && key == first;
        if (column != last + 1 || again) {
            groups.emplace_back();
            first = key;
        }
        groups.back().emplace(column, texts);
        last = column;
    }
    return groups;
}

/// Weapons beside weapons, or beside munitions. Officers beside weapons are the weapons' holders.
bool may_stand_beside(const Table& one, const Table& other) {
    const auto is_stock = [](const Table& table) {
        return table.kind == SheetKind::items || table.kind == SheetKind::batches;
    };
    return one.kind == other.kind || (is_stock(one) && is_stock(other));
}

std::vector<Table> beside(const HeadingRow& headings, const Mapping& mapping,
                          const std::vector<files::HiddenColumns>& hidden, Table whole) {
    std::vector<Table> parts;
    for (const auto& group : groups_of(headings)) {
        Clear clear = clear_table(group, mapping, hidden);
        if (!clear.table || (!parts.empty() && !may_stand_beside(parts.front(), *clear.table)))
            continue;
        Table& part = *clear.table;
        part.heading_top = whole.heading_top;
        part.heading_row = whole.heading_row;
        part.end_row = whole.end_row;
        part.first_column = parts.empty() ? whole.first_column : group.begin()->first;
        part.last_column = whole.last_column;
        if (!parts.empty()) parts.back().last_column = part.first_column - 1;
        parts.push_back(std::move(part));
    }
    if (parts.size() > 1) return parts;
    parts.clear();
    parts.push_back(std::move(whole));
    return parts;
}

}  // namespace

std::vector<Table> tables_in_head(const SheetHead& head, const Mapping& mapping, Table first) {
    std::vector<Table> tables;
    for (auto& table : stacked(head, mapping, std::move(first))) {
        const auto headings =
            headings_at(head, table.heading_row, table.heading_top < table.heading_row);
        for (auto& part : beside(headings, mapping, head.hidden, std::move(table))) {
            take_merges(head, part);
            tables.push_back(std::move(part));
        }
    }
    return tables;
}

std::optional<Table> table_from(const files::Row& row, const Mapping& mapping, const Table& above) {
    // Rows of stock are told from headings by their words, before anything is worked out.
    constexpr std::size_t longest = 40;
    std::size_t known = 0;
    std::size_t left = row.cells.size();
    for (const auto& cell : row.cells) {
        if (known + left < sure_least) return std::nullopt;
        --left;
        if (cell.kind == files::Cell::Kind::text && !cell.text.empty() &&
            cell.text.size() <= longest && is_any_heading(words_key(cell.text)))
            ++known;
    }
    if (known < sure_least) return std::nullopt;
    HeadingRow headings = headings_of(row);
    std::erase_if(headings, [&](const auto& heading) {
        return heading.first < above.first_column || heading.first > above.last_column;
    });
    std::vector<files::HiddenColumns> hidden;
    for (const auto& heading : above.headings)
        if (heading.hidden) hidden.push_back({heading.column, heading.column});
    Clear clear = clear_table(headings, mapping, hidden);
    if (!clear.table) return std::nullopt;
    clear.table->heading_top = clear.table->heading_row = row.number;
    clear.table->first_column = above.first_column;
    clear.table->last_column = above.last_column;
    return std::move(clear.table);
}

}  // namespace muster::intake
