// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "cells.hpp"
#include "folding.hpp"
#include "heading_rows.hpp"

namespace muster::intake {

namespace {

constexpr int heading_merges_max = 1'000;

std::string heading_text(const files::Cell& cell) {
    if (cell.kind != files::Cell::Kind::text || is_blank(&cell)) return {};
    return squeezed(cell.text);
}

const files::Row* row_of(const SheetHead& head, std::int64_t number) {
    for (const auto& row : head.rows)
        if (row.number == number) return &row;
    return nullptr;
}

/// The texts of a row as people see them: a merged cell's text over all its columns and rows. What
/// is merged over more columns than a table has is a title.
std::map<std::int64_t, std::pair<std::string, bool>> texts_of(const SheetHead& head,
                                                              std::int64_t number) {
    constexpr std::int64_t title_columns = 100;
    std::map<std::int64_t, std::pair<std::string, bool>> texts;
    if (const auto* row = row_of(head, number))
        for (const auto& cell : row->cells)
            if (auto text = heading_text(cell); !text.empty())
                texts[cell.column] = {std::move(text), false};
    int looked_at = 0;
    for (const auto& merge : head.merges) {
        if (merge.first_row > number || ++looked_at > heading_merges_max) break;
        if (merge.last_row < number || merge.first_column >= heading_columns_max ||
            merge.last_column - merge.first_column > title_columns)
            continue;
        const auto* first = row_of(head, merge.first_row);
        const auto* cell = first == nullptr ? nullptr : first->at(merge.first_column);
        const std::string text = cell == nullptr ? std::string{} : heading_text(*cell);
        if (text.empty()) continue;
        for (std::int64_t column = merge.first_column; column <= merge.last_column; ++column)
            texts[column] = {text, merge.last_column > merge.first_column};
    }
    return texts;
}

}  // namespace

HeadingRow headings_at(const SheetHead& head, std::int64_t number, bool two_rows) {
    HeadingRow headings;
    for (auto& [column, text] : texts_of(head, number)) headings[column].bottom = text.first;
    if (!two_rows) return headings;
    for (auto& [column, text] : texts_of(head, number - 1)) {
        headings[column].top = text.first;
        headings[column].top_spans = text.second;
    }
    return headings;
}

HeadingRow headings_of(const files::Row& row) {
    HeadingRow headings;
    for (const auto& cell : row.cells) {
        if (cell.column >= heading_columns_max || cell.text.size() > heading_bytes_max) continue;
        if (auto text = heading_text(cell); !text.empty())
            headings[cell.column].bottom = std::move(text);
    }
    return headings;
}

namespace {

/// One heading's meaning; whether a person gave it goes before all else.
struct Candidate {
    HeadingMeaning meaning;
    std::string text;
    bool given = false;
    bool unwanted = false;
    bool hidden = false;
};

/// What a person said of the heading. A field that this kind of sheet lacks says nothing here, and
/// above all not that the column is not wanted.
const Mapping::Heading* given_heading(const Mapping& mapping, SheetKind kind,
                                      const std::string& text) {
    for (const auto& given : mapping.headings)
        if ((given.kind.empty() || given.kind == kind_name(kind)) &&
            words_key(given.heading) == words_key(text) &&
            (given.field.empty() || field_called(kind, given.field)))
            return &given;
    return nullptr;
}

std::optional<Candidate> meaning_of(const std::string& text, SheetKind kind,
                                    const Mapping& mapping) {
    if (text.empty()) return std::nullopt;
    if (const auto* given = given_heading(mapping, kind, text)) {
        const auto field = field_called(kind, given->field);
        return Candidate{{field.value_or(ColumnField{}), true, -1}, text, true, !field, false};
    }
    if (auto meaning = meaning_of_heading(kind, text))
        return Candidate{*meaning, text, false, false, false};
    return std::nullopt;
}

Candidate candidate_of(const HeadingTexts& texts, SheetKind kind, const Mapping& mapping) {
    const bool differ = !texts.top.empty() && texts.top != texts.bottom;
    std::vector<std::string> tries;
    if (differ && !texts.bottom.empty()) tries.push_back(texts.top + " " + texts.bottom);
    // Over several columns the upper text is a group; over one it is the heading, and what stands
    // below may be data already.
    if (differ && !texts.top_spans) tries.push_back(texts.top);
    tries.push_back(texts.bottom);
    std::optional<Candidate> guess;
    for (const auto& text : tries) {
        auto found = meaning_of(text, kind, mapping);
        if (found && found->meaning.sure) return *found;
        if (found && !guess) guess = std::move(found);
    }
    if (guess) return *guess;
    return {{}, texts.bottom.empty() ? texts.top : texts.bottom, false, false, false};
}

bool is_better(const Candidate& a, const Candidate& b) {
    if (a.given != b.given) return a.given;
    if (a.hidden != b.hidden) return b.hidden;
    if (a.meaning.sure != b.meaning.sure) return a.meaning.sure;
    return a.meaning.rank < b.meaning.rank;
}

void set_column(Table& table, const ColumnField& what, std::int64_t column) {
    if (what.weapon_class.empty()) {
        table.columns[static_cast<std::size_t>(what.field)] = column;
        return;
    }
    auto found = std::find_if(table.classes.begin(), table.classes.end(), [&](const auto& known) {
        return known.weapon_class == what.weapon_class;
    });
    if (found == table.classes.end())
        found = table.classes.insert(found, {what.weapon_class, -1, -1});
    (what.field == Field::to ? found->to : found->from) = column;
}

/// What is of no help in telling what a sheet is about.
bool tells_little(SheetKind kind, Field field) {
    return (kind == SheetKind::items && field == Field::quantity) ||
           (kind == SheetKind::officers && field == Field::status);
}

/// `Glock 17` over From and To: these are dates of a class, and nobody knows of which.
void note_unknown_classes(const HeadingRow& headings, const Mapping& mapping, Table& table) {
    if (table.kind != SheetKind::officers && table.kind != SheetKind::authorisations) return;
    const auto is_date = [&](const std::string& text) {
        const auto meaning = meaning_of_heading(SheetKind::authorisations, text);
        return meaning && meaning->what.weapon_class.empty() &&
               (meaning->what.field == Field::to || meaning->what.field == Field::from);
    };
    for (auto& heading : table.headings) {
        const HeadingTexts& texts = headings.at(heading.column);
        const std::string both = texts.top + " " + texts.bottom;
        const bool is_over = texts.top_spans && !texts.bottom.empty() &&
                             texts.top != texts.bottom && is_date(texts.bottom);
        if (!is_over || given_heading(mapping, table.kind, both) != nullptr ||
            given_heading(mapping, table.kind, texts.bottom) != nullptr ||
            meaning_of_heading(table.kind, both))
            continue;
        heading.over = texts.top;
        heading.text = both;
    }
}

}  // namespace

Table table_of(const HeadingRow& headings, SheetKind kind, const Mapping& mapping,
               const std::vector<files::HiddenColumns>& hidden) {
    const auto is_hidden = [&](std::int64_t column) {
        return std::any_of(hidden.begin(), hidden.end(), [&](const auto& range) {
            return range.first <= column && column <= range.last;
        });
    };
    Table table;
    table.kind = kind;
    std::map<std::string, std::pair<std::int64_t, Candidate>> taken;
    for (const auto& [column, texts] : headings) {
        Candidate candidate = candidate_of(texts, kind, mapping);
        Table::Heading heading{column,
                               candidate.text,
                               {words_key(candidate.text)},
                               {},
                               true,
                               !candidate.unwanted,
                               is_hidden(column)};
        candidate.hidden = heading.hidden;
        heading.keys.push_back(words_key(texts.top));
        heading.keys.push_back(words_key(texts.bottom));
        table.headings.push_back(std::move(heading));
        const std::string name = candidate.meaning.what.name();
        if (name.empty()) continue;
        const auto place = taken.find(name);
        if (place == taken.end() || is_better(candidate, place->second.second))
            taken.insert_or_assign(name, std::pair{column, std::move(candidate)});
    }
    note_unknown_classes(headings, mapping, table);
    for (const auto& [name, choice] : taken) {
        set_column(table, choice.second.meaning.what, choice.first);
        for (auto& heading : table.headings)
            if (heading.column == choice.first) {
                heading.what = choice.second.meaning.what;
                heading.sure = choice.second.meaning.sure;
            }
    }
    return table;
}

std::size_t fitness(const Table& table, bool at_any_rate) {
    std::size_t sure = 0;
    std::size_t guessed = 0;
    for (const auto& heading : table.headings)
        if (heading.what.field != Field::none && !tells_little(table.kind, heading.what.field) &&
            (heading.over.empty() || table.classes.empty()))
            ++(heading.sure ? sure : guessed);
    const bool complete = table.missing().empty();
    const std::size_t fits = sure + guessed;
    if (fits < 1 || (!at_any_rate && (sure < 2 || (fits < 3 && !complete)))) return 0;
    std::size_t points = sure * 4 + guessed + (complete ? 2 : 0);
    // A class and a date in a row of their own are what only such a sheet has.
    if (table.kind == SheetKind::authorisations && complete && table.has(Field::weapon_class))
        points += 10;
    return points;
}

bool is_of_two_rows(const SheetHead& head, std::int64_t lower, const Table& table) {
    int looked_at = 0;
    for (const auto& merge : head.merges) {
        if (merge.first_row > lower || ++looked_at > heading_merges_max) break;
        if (merge.first_row == lower - 1 &&
            (merge.last_row >= lower || merge.last_column > merge.first_column))
            return true;
    }
    const auto is_joined = [](const Table::Heading& heading) {
        return heading.what.field != Field::none && heading.keys[0] != heading.keys[1] &&
               heading.keys[0] != heading.keys[2];
    };
    return std::count_if(table.headings.begin(), table.headings.end(), is_joined) >= 2;
}

namespace {

struct Best {
    std::optional<Table> table;
    std::size_t points = 0;

    void offer(Table&& table_offered, std::int64_t row, bool at_any_rate) {
        const std::size_t fits = fitness(table_offered, at_any_rate);
        if (fits <= points) return;
        points = fits;
        table = std::move(table_offered);
        table->heading_row = row;
    }
};

Best best_of(const SheetHead& head, const Mapping& mapping, std::optional<SheetKind> kind,
             bool at_any_rate) {
    Best best;
    for (const auto& row : head.rows) {
        // One row alone goes first, so that two are taken only where they say more.
        for (const bool two_rows : {false, true}) {
            const HeadingRow headings = headings_at(head, row.number, two_rows);
            for (const SheetKind each : kinds_by_choice) {
                if (kind && *kind != each) continue;
                Table table = table_of(headings, each, mapping, head.hidden);
                table.heading_top = two_rows ? row.number - 1 : row.number;
                if (!two_rows || is_of_two_rows(head, row.number, table))
                    best.offer(std::move(table), row.number, at_any_rate);
            }
        }
    }
    return best;
}

}  // namespace

std::optional<Table> find_table(const SheetHead& head, const Mapping& mapping,
                                std::optional<SheetKind> kind) {
    return best_of(head, mapping, kind, kind.has_value()).table;
}

std::optional<Table> find_table_as(const SheetHead& head, const Mapping& mapping, SheetKind kind,
                                   bool at_any_rate) {
    auto best = best_of(head, mapping, std::nullopt, false);
    if (best.table && best.table->kind == kind) return best.table;
    auto wanted = best_of(head, mapping, kind, at_any_rate);
    const auto holds_officers = [](SheetKind each) {
        return each == SheetKind::officers || each == SheetKind::authorisations;
    };
    const bool is_near = best.table && holds_officers(best.table->kind) && holds_officers(kind) &&
                         wanted.table && wanted.table->missing().empty();
    if (is_near || at_any_rate || !best.table) return wanted.table;
    return std::nullopt;
}

}  // namespace muster::intake
