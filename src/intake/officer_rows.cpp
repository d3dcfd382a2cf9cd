// SPDX-License-Identifier: MIT
#include <algorithm>

#include "folding.hpp"
#include "rows.hpp"

namespace muster::intake {

namespace {

/// `Smith, Jo` or `Jo Smith`.
void split_name(const std::string& name, OfficerRow& row) {
    const auto comma = name.find(',');
    if (comma != std::string::npos) {
        row.surname = trimmed(name.substr(0, comma));
        row.forename = trimmed(name.substr(comma + 1));
        return;
    }
    const auto space = name.rfind(' ');
    row.surname = space == std::string::npos ? name : name.substr(space + 1);
    row.forename = space == std::string::npos ? std::string{} : name.substr(0, space);
}

/// A day that is still to come is no leaving yet.
bool is_past(const Desk& desk, const std::optional<core::Date>& day) {
    return !day || *day <= desk.options.as_of;
}

/// A column of leavers: yes, no, a day, or words for having left. Whatever else stands there says
/// nothing, and must not pass for either.
bool says_left(Desk& desk) {
    const auto* cell = desk.cell(Field::left);
    if (is_blank(cell, true)) return false;
    const std::string word = desk.text(Field::left);
    if (const auto day = date_in(cell, desk.epoch); day.day) return is_past(desk, day.day);
    const auto employment = employment_of(word);
    if (employment.says == Employment::Says::left)
        return is_past(desk, date_of_text(employment.rest));
    if (is_no(word) || employment.says == Employment::Says::serving) return false;
    if (!is_yes(word)) desk.fault(Field::left, "leaver_unclear", word);
    return true;
}

/// `Active: N` and `Status: Left 31/10/26` alike.
void read_employment(Desk& desk, OfficerRow& row) {
    const auto* cell = desk.cell(Field::status);
    if (is_blank(cell, true)) return;
    std::string word = desk.text(Field::status);
    for (const auto& [given, ours] : desk.options.mapping.statuses)
        if (words_key(given) == words_key(word)) word = ours;
    const auto employment = employment_of(word);
    bool asks = false;
    for (const auto& heading : desk.table().headings)
        if (heading.column == desk.table().column(Field::status))
            asks = employment_of(heading.keys.front()).says == Employment::Says::serving ||
                   heading.keys.front() == "is active" || heading.keys.front() == "still serving";
    if (employment.says == Employment::Says::left)
        row.left = row.left || is_past(desk, date_of_text(employment.rest));
    else if (employment.says == Employment::Says::suspended)
        row.suspended = true;
    else if (asks && is_no(word))
        row.left = true;
    else if (employment.says != Employment::Says::serving && !(asks && is_yes(word)))
        desk.fault(Field::status, "employment_unknown", word);
}

void warn_of_leaver(Desk& desk, const OfficerRow& row) {
    if (row.left) return;
    for (const Field field :
         {Field::unit, Field::name, Field::surname, Field::forename, Field::rank})
        if (const auto* cell = desk.cell(field); cell != nullptr && hints_at_leaver(shown(cell)))
            desk.warn(field, "leaver_suspected", shown(cell));
}

std::string read_collar(Desk& desk) {
    const auto* cell = desk.cell(Field::collar);
    const std::string collar = upper(desk.text(Field::collar, 64));
    if (!is_blank(cell, true) && !is_placeholder(collar)) return collar;
    desk.fault(Field::collar, "collar_missing", shown(cell));
    return {};
}

void judge_order(Desk& desk, std::int64_t column, const std::optional<core::Date>& from,
                 const std::optional<core::Date>& to) {
    if (from && to && *from > *to)
        desk.fault_at(column, "dates_reversed", core::people_text(*to), core::people_text(*from));
}

/// The date of a class, or a word in its place. `suspended` alone is no authorisation that could be
/// kept: a suspended one has an end too.
std::optional<core::Date> class_date(Desk& desk, std::int64_t column,
                                     const std::string& weapon_class) {
    const auto* cell = desk.cell_at(column);
    const auto authority = cell == nullptr || cell->kind == files::Cell::Kind::number
                               ? std::string_view{}
                               : authority_of_word(shown(cell));
    if (authority.empty() || is_blank(cell, true)) return desk.date_at(column);
    std::string words = weapon_class;
    for (char& c : words)
        if (c == '_') c = ' ';
    if (authority == "none")
        desk.warn_once(column, "authorisation_none", shown(cell), words);
    else
        desk.fault_at(column,
                      authority == "yes" ? "authorisation_date_missing" : "authorisation_no_dates",
                      shown(cell), words);
    return std::nullopt;
}

/// The dates of every class that has a column. A beginning without an end allows nothing.
std::vector<ClassDates> read_classes(Desk& desk) {
    std::vector<ClassDates> dates;
    for (const auto& columns : desk.table().classes) {
        const auto to = class_date(desk, columns.to, columns.weapon_class);
        const auto from = class_date(desk, columns.from, columns.weapon_class);
        judge_order(desk, columns.to, from, to);
        if (to) dates.push_back({columns.weapon_class, *to, from});
    }
    std::sort(dates.begin(), dates.end(), [](const ClassDates& a, const ClassDates& b) {
        return a.weapon_class < b.weapon_class;
    });
    return dates;
}

/// `Pistol, Carbine and TASER` in one cell are three.
std::vector<std::string> read_class_words(Desk& desk) {
    std::vector<std::string> classes;
    const std::string text = desk.text(Field::weapon_class);
    if (const auto whole = class_of_word(text); !whole.empty()) return {std::string{whole}};
    std::string list = " " + text + " ";
    for (const std::string_view word : {" and ", " AND ", " And "})
        for (auto at = list.find(word); at != std::string::npos; at = list.find(word))
            list.replace(at, word.size(), ",");
    for (char& c : list)
        if (c == ';' || c == '/' || c == '+' || c == '&' || c == '\n') c = ',';
    while (!list.empty()) {
        const auto comma = list.find(',');
        const std::string word = squeezed(list.substr(0, comma));
        const auto code = class_of_word(word);
        if (code.empty() && !word.empty()) desk.fault(Field::weapon_class, "class_unknown", word);
        if (!code.empty()) classes.emplace_back(code);
        list.erase(0, comma == std::string::npos ? list.size() : comma + 1);
    }
    if (classes.empty()) desk.fault(Field::weapon_class, "class_unknown", text);
    return classes;
}

std::vector<AuthorisationRow> read_long(Desk& desk, const AuthorisationRow& common) {
    const std::int64_t until = desk.table().column(Field::to);
    const auto from = desk.date(Field::from);
    const auto to = class_date(desk, until, "the class");
    // A plain word for none is a row about nothing.
    if (!to && !is_blank(desk.cell(Field::to), true) && !desk.is_faulty(Field::to)) return {};
    if (!to) desk.fault(Field::to, "date_missing", shown(desk.cell(Field::to)));
    judge_order(desk, until, from, to);
    std::vector<AuthorisationRow> rows;
    for (const auto& weapon_class : read_class_words(desk)) {
        AuthorisationRow row = common;
        row.weapon_class = weapon_class;
        row.from = from;
        row.to = to.value_or(core::Date{});
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

OfficerRow read_officer(Desk& desk) {
    OfficerRow row;
    row.sheet = desk.table().sheet;
    row.row = desk.row_number();
    row.collar = read_collar(desk);
    row.rank = desk.text(Field::rank);
    row.rank_code = rank_of_word(row.rank);
    split_name(desk.text(Field::name), row);
    if (desk.table().has(Field::surname)) row.surname = desk.text(Field::surname);
    if (desk.table().has(Field::forename)) row.forename = desk.text(Field::forename);
    row.unit = desk.text(Field::unit);
    row.suspended = says_yes(desk.cell(Field::suspended));
    row.left = says_left(desk);
    read_employment(desk, row);
    warn_of_leaver(desk, row);
    row.authorisations = read_classes(desk);
    return row;
}

std::vector<AuthorisationRow> read_authorisations(Desk& desk) {
    AuthorisationRow common;
    common.sheet = desk.table().sheet;
    common.row = desk.row_number();
    common.collar = desk.officer_named(read_collar(desk)).collar;
    common.suspended = says_yes(desk.cell(Field::suspended));
    if (desk.table().classes.empty()) return read_long(desk, common);
    std::vector<AuthorisationRow> rows;
    for (const auto& dates : read_classes(desk)) {
        AuthorisationRow row = common;
        row.weapon_class = dates.weapon_class;
        row.from = dates.from;
        row.to = dates.to;
        rows.push_back(std::move(row));
    }
    return rows;
}

void mark_known(AuthorisationRow& row, const Desk& desk) {
    const auto officer = desk.officers.find(row.collar);
    if (officer == desk.officers.end() || !officer->second.in_ledger) return;
    for (const auto& dates : officer->second.authorisations) {
        if (dates.weapon_class != row.weapon_class) continue;
        row.known = true;
        row.held = dates.to == row.to && (!row.from || !dates.from || *row.from == *dates.from) &&
                   (!desk.table().has(Field::suspended) ||
                    officer->second.suspended_in_ledger == row.suspended);
    }
}

}  // namespace muster::intake
