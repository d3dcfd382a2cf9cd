// SPDX-License-Identifier: MIT
#include "sheet_notes.hpp"

#include <algorithm>

#include "folding.hpp"

namespace muster::intake {

namespace {

std::string counted(std::int64_t count, const char* one, const char* several) {
    return std::to_string(count) + (count == 1 ? one : several);
}

/// Whether what stands under a heading may say that a thing or person must not go out. To pass over
/// such a column in silence is how a suspended officer draws.
bool may_keep_in(SheetKind kind, const std::string& heading) {
    static const std::vector<std::string> of_people{
        "status", "deployable",   "in ticket",    "off ticket", "revoked",  "barred",
        "non op", "light duties", "do not issue", "susp",       "restrict", "withdrawn"};
    static const std::vector<std::string> of_things{
        "defect",       "fault",     "unserviceable", "serviceable", "fit for issue",
        "do not issue", "quarantin", "exhibit",       "missing",     "stolen",
        "destroyed",    "disposal",  "withdrawn",     "recall",      "cond"};
    const std::string key = " " + words_key(heading);
    const bool people = kind == SheetKind::officers || kind == SheetKind::authorisations;
    const bool things = kind == SheetKind::items || kind == SheetKind::batches;
    const auto& stems = people ? of_people : of_things;
    if (!people && !things) return false;
    // Who is authorised, not by whom.
    if (people && (key == " authorised" || key == " authorised y n" || key == " authorized"))
        return true;
    if (things && (key == " u s" || key == " us" || key == " pip")) return true;
    return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
        return key.find(" " + stem) != std::string::npos;
    });
}

}  // namespace

SheetNotes::SheetNotes(const Table& table) : table_{table} {
    for (const auto& heading : table.headings) {
        const auto place = static_cast<std::size_t>(heading.column);
        if (place >= used_.size()) used_.resize(place + 1);
        used_[place] = heading.what.field != Field::none || !heading.wanted;
    }
}

void SheetNotes::Rows::add(std::int64_t row) {
    constexpr std::size_t named_max = 10;
    ++count;
    if (first.size() < named_max) first.push_back(row);
}

std::string SheetNotes::Rows::words() const {
    std::string words = count == 1 ? "row " : "rows ";
    for (const std::int64_t row : first)
        words += (row == first.front() ? "" : ", ") + std::to_string(row);
    return static_cast<std::int64_t>(first.size()) < count ? words + " and others" : words;
}

void SheetNotes::count_unused(const files::Row& row) {
    for (const auto& cell : row.cells) {
        const auto place = static_cast<std::size_t>(cell.column);
        if (place < used_.size() && used_[place]) continue;
        if (cell.column >= heading_columns_max || is_blank(&cell)) continue;
        if (place >= unused_.size()) unused_.resize(place + 1);
        ++unused_[place];
    }
}

void SheetNotes::take(const files::Row& row) {
    count_unused(row);
    if (row.hidden) hidden_.add(row.number);
    bool all_struck = true;
    bool any = false;
    for (const auto& cell : row.cells) {
        const auto place = static_cast<std::size_t>(cell.column);
        if (place >= used_.size() || !used_[place] || is_blank(&cell)) continue;
        any = true;
        all_struck = all_struck && cell.look.struck;
    }
    if (any && all_struck) struck_.add(row.number);
}

Fault SheetNotes::about(std::string_view code, std::int64_t column, const std::string& found,
                        const std::string& other) const {
    return {table_.sheet,
            table_.heading_row,
            column < 0 ? std::string{} : files::column_letters(column),
            std::string{code},
            words_of(code, found, other),
            found,
            false};
}

/// Whether another column has the same heading and is read. What is prose says nothing that one of
/// the two would decide.
bool SheetNotes::stands_twice(std::int64_t column) const {
    const auto key_at = [&](const Table::Heading& heading) { return words_key(heading.text); };
    const auto own = std::find_if(table_.headings.begin(), table_.headings.end(),
                                  [&](const auto& each) { return each.column == column; });
    if (own == table_.headings.end()) return false;
    return std::any_of(table_.headings.begin(), table_.headings.end(), [&](const auto& other) {
        const Field field = other.what.field;
        return other.column != column && field != Field::none && field != Field::remarks &&
               field != Field::reason && key_at(other) == key_at(*own);
    });
}

void SheetNotes::give(Desk& desk, std::int64_t dittos) const {
    for (std::size_t place = 0; place < unused_.size(); ++place) {
        if (unused_[place] == 0) continue;
        const auto column = static_cast<std::int64_t>(place);
        std::string name = files::column_letters(column);
        for (const auto& heading : table_.headings)
            if (heading.column == column && !heading.text.empty()) name = heading.text;
        const std::string filled = std::to_string(unused_[place]);
        if (stands_twice(column)) {
            Fault twice = about("column_twice", column, name, filled);
            twice.confirmable = true;
            if (!desk.options.confirmed.contains(twice.cell())) desk.add_fault(std::move(twice));
        } else if (may_keep_in(table_.kind, name))
            desk.add_fault(about("column_may_stop", column, name, filled));
        else
            desk.add_warning(about("column_unused", column, name, filled));
    }
    for (const auto& heading : table_.headings)
        if (heading.hidden && heading.what.field != Field::none) {
            std::string words = heading.what.name();
            for (const auto& field : fields_of_kind(table_.kind))
                if (field.field == heading.what.field) words = field.words;
            desk.add_warning(about("column_hidden", heading.column, heading.text, words));
        }
    if (hidden_.count > 0)
        desk.add_warning(about("rows_hidden", -1, counted(hidden_.count, " row is", " rows are"),
                               hidden_.words()));
    if (struck_.count > 0)
        desk.add_warning(about("rows_struck", -1, counted(struck_.count, " row is", " rows are"),
                               struck_.words()));
    if (dittos > 0)
        desk.add_warning(
            about("ditto_filled", -1, counted(dittos, " cell stands", " cells stand"), {}));
}

}  // namespace muster::intake
