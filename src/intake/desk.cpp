// SPDX-License-Identifier: MIT
#include "desk.hpp"

#include <algorithm>

#include "folding.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::intake {

namespace {

// Of what stands in a cell, and of what it is measured against; a sentence is for a person.
constexpr std::size_t found_bytes_max = 200;
constexpr std::size_t other_bytes_max = 2'000;

/// Where spreadsheets are kept from a text by an apostrophe. A name may begin with one.
bool is_identity(Field field) {
    return field == Field::serial || field == Field::tag || field == Field::batch_number ||
           field == Field::collar || field == Field::issued_to || field == Field::log ||
           field == Field::number;
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c != '\x7f'; });
}

std::string fit(std::string text) {
    return is_plain(text) ? text : ledger::fit_for_line(text);
}

/// What would be worked out if the text were typed into a spreadsheet.
bool reads_like_formula(std::string_view text) {
    if (text.size() < 2) return false;
    if (text[0] == '=') return true;
    return (text[0] == '@' || text[0] == '+' || text[0] == '-') &&
           text.find_first_of("(|!") != std::string_view::npos;
}

void put_listed(std::vector<Fault>& list, std::int64_t& found, Fault fault) {
    if (++found <= faults_listed) list.push_back(std::move(fault));
}

OfficerKnowledge known_officer(const KnownThings::Officer& officer) {
    OfficerKnowledge knowledge;
    knowledge.usable = true;
    knowledge.in_ledger = true;
    knowledge.suspended = officer.suspended;
    knowledge.suspended_in_ledger = officer.suspended;
    knowledge.authorisations = officer.authorisations;
    if (officer.details) {
        knowledge.name = officer.details->name;
        knowledge.left = !officer.details->active;
    }
    return knowledge;
}

}  // namespace

Desk::Desk(const KnownThings& known_things, const ReadOptions& read_options,
           files::Epoch workbook_epoch)
    : options{read_options}, epoch{workbook_epoch} {
    for (const auto& name : known_things.models) models.add_known(name);
    for (const auto& [name, weapon_class] : known_things.model_classes)
        classes_of_models.emplace(name_key(name), weapon_class);
    for (const auto& name : known_things.locations) locations.add_known(name);
    for (const auto& [alias, name] : known_things.model_aliases) models.add_alias(alias, name);
    for (const auto& [alias, name] : options.mapping.models) models.add_alias(alias, name);
    for (const auto& deployment : known_things.deployments)
        known_logs.insert(name_key(deployment.log));
    for (const auto& officer : known_things.officers)
        officers.insert_or_assign(upper(squeezed(officer.collar)), known_officer(officer));
}

void Desk::begin(const Table& table, const files::Row& row) {
    table_ = &table;
    row_ = &row;
    faulty_columns_.clear();
    waits_ = false;
}

Origin Desk::origin() const {
    return {static_cast<std::uint32_t>(table_->sheet_index),
            static_cast<std::uint32_t>(row_->number), table_->ordinal};
}

bool Desk::is_faulty(Field field) const {
    return std::find(faulty_columns_.begin(), faulty_columns_.end(), table_->column(field)) !=
           faulty_columns_.end();
}

/// A formula is never worked out: what the file says it came to is taken, or it is a fault.
void Desk::judge_formula(std::int64_t column, const files::Cell& cell) {
    if (!judging || !cell.has_formula) return;
    const std::string formula = cut("=" + cell.formula, found_bytes_max);
    if (cell.kind == files::Cell::Kind::empty) {
        fault_at(column, "formula_without_value", formula);
    } else if (formula_columns_.emplace(table_->sheet_index, column).second) {
        add_warning({table_->sheet, row_->number, files::column_letters(column),
                     "formula_value_taken", words_of("formula_value_taken", formula), formula,
                     false});
    }
}

std::string Desk::text(Field field, std::size_t bytes_max) {
    return squeezed(free_text(field, bytes_max));
}

std::string Desk::free_text(Field field, std::size_t bytes_max) {
    const auto* present = cell(field);
    if (present == nullptr) return {};
    judge_formula(table_->column(field), *present);
    std::string text = fit(shown(present));
    if (present->kind == files::Cell::Kind::text)
        text = without_guard(std::move(text), is_identity(field));
    if (!judging) return text;
    judge_ditto(field, text);
    if (present->kind == files::Cell::Kind::error)
        fault(field, "cell_error", text);
    else if (text.size() > bytes_max)
        fault(field, "text_too_long", cut(text, 40), std::to_string(bytes_max));
    else if (present->kind == files::Cell::Kind::text && reads_like_formula(text))
        warn(field, "text_like_formula", text);
    // The row is faulty; what is kept of it must not grow with the text.
    if (text.size() > bytes_max) text = cut(text, bytes_max);
    return text;
}

/// What the row above has was put in where it may be; here it was not, or there is nothing above.
void Desk::judge_ditto(Field field, const std::string& text) {
    if (field == Field::remarks || field == Field::reason || !is_ditto(text)) return;
    // Somebody may be called Do.
    const bool is_name =
        field == Field::name || field == Field::surname || field == Field::forename;
    if (!is_name || words_key(text) != "do") fault(field, "ditto_unclear", text);
}

std::string Desk::marked_text(Field field) {
    std::string given = text(field);
    return is_blank(cell(field), true) ? std::string{} : given;
}

std::optional<core::Date> Desk::date_at(std::int64_t column) {
    const auto* present = cell_at(column);
    if (present == nullptr) return std::nullopt;
    judge_formula(column, *present);
    const auto reading = date_in(present, epoch);
    if (judging) note_order(column, *present);
    if (!reading.impossible) return reading.day;
    if (present->kind == files::Cell::Kind::text && month_end_in(present))
        fault_at(column, "date_without_day", shown(present));
    else
        fault_at(column, "date_impossible", shown(present), "Correct it, or leave the cell empty.");
    return reading.day;
}

std::optional<core::Date> Desk::expiry_date(Field field) {
    const auto* present = cell(field);
    if (present == nullptr) return std::nullopt;
    judge_formula(table_->column(field), *present);
    if (const auto end = month_end_in(present)) {
        warn_once(table_->column(field), "month_end_taken", shown(present),
                  core::people_text(*end));
        return end;
    }
    const auto reading = date_in(present, epoch);
    if (judging) note_order(table_->column(field), *present);
    if (reading.impossible)
        fault(field, "date_impossible", shown(present),
              "Read the day or the month from the box and type it in.");
    return reading.day;
}

std::optional<core::Instant> Desk::moment(Field field, Field time) {
    const auto reading = moment_in(cell(field), cell(time), epoch);
    if (judging && cell(field) != nullptr) note_order(table_->column(field), *cell(field));
    if (reading.impossible) {
        const Field where =
            reading.in_time && table_->has(time) && time != Field::none ? time : field;
        const std::string text = shown(cell(where));
        const bool is_time = text.find_first_not_of("0123456789:") == std::string::npos &&
                             text.find(':') != std::string::npos;
        fault(where, "date_impossible", text,
              is_time && where == field ? "Type in the day as well as the time." : "Correct it.");
    }
    return reading.at;
}

void Desk::note_order(std::int64_t column, const files::Cell& cell) {
    const DateOrder order = date_order(cell);
    if (order == DateOrder::none) return;
    DatesSeen& seen = dates_seen_[{table_->ordinal, column}];
    seen.day_first = seen.day_first || order == DateOrder::day_first;
    seen.either = seen.either || order == DateOrder::either;
    if (order == DateOrder::month_first && seen.month_first.empty())
        seen.month_first = cut(shown(&cell), 40);
}

bool Desk::judge_orders() {
    bool any = false;
    for (const auto& [place, seen] : dates_seen_) {
        if (place.first != table_->ordinal || seen.day_first || !seen.either ||
            seen.month_first.empty())
            continue;
        std::string heading;
        for (const auto& each : table_->headings)
            if (each.column == place.second) heading = each.text;
        add_fault({table_->sheet, table_->heading_row, letters_of(place.second),
                   "dates_month_first", words_of("dates_month_first", heading, seen.month_first),
                   heading, false});
        any = true;
    }
    return any;
}

void Desk::warn_once(std::int64_t column, std::string_view code, const std::string& found,
                     const std::string& other) {
    constexpr std::size_t told_max = 5'000;
    if (!judging || told_once_.size() >= told_max) return;
    const std::string key = std::to_string(table_->ordinal) + ' ' + std::to_string(column) + ' ' +
                            std::string{code} + ' ' + cut(found, found_bytes_max);
    if (!told_once_.insert(key).second) return;
    add_warning({table_->sheet, row_->number, letters_of(column), std::string{code},
                 words_of(code, cut(found, found_bytes_max), other), cut(found, found_bytes_max),
                 false});
}

void Desk::fault_at(std::int64_t column, std::string_view code, const std::string& found,
                    const std::string& other, bool confirmable) {
    if (!judging ||
        std::find(faulty_columns_.begin(), faulty_columns_.end(), column) != faulty_columns_.end())
        return;
    // A column that is not there has its one fault; every row of it would be the same again.
    if (column < 0 && table_->is_incomplete()) {
        faulty_columns_.push_back(column);
        return;
    }
    Fault fault{table_->sheet,
                row_->number,
                letters_of(column),
                std::string{code},
                words_of(code, cut(found, found_bytes_max), cut(other, other_bytes_max)),
                cut(found, found_bytes_max),
                confirmable};
    if (confirmable && options.confirmed.contains(fault.cell())) return;
    faulty_columns_.push_back(column);
    add_fault(std::move(fault));
}

void Desk::warn(Field field, std::string_view code, const std::string& found,
                const std::string& other) {
    if (judging)
        add_warning({table_->sheet, row_->number, table_->letters(field), std::string{code},
                     words_of(code, cut(found, found_bytes_max), cut(other, other_bytes_max)),
                     cut(found, found_bytes_max), false});
}

void Desk::wait(Field field, std::string_view code, const std::string& found,
                const std::string& other) {
    warn(field, code, found, other);
    waits_ = judging;
}

void Desk::add_fault(Fault fault) {
    put_listed(faults, faults_found, std::move(fault));
}
void Desk::add_warning(Fault warning) {
    put_listed(warnings, warnings_found, std::move(warning));
}

std::string Desk::place_words(Origin origin, bool always_with_sheet) const {
    const std::string row = "row " + std::to_string(origin.row);
    if (!always_with_sheet && origin.sheet == table_->sheet_index) return row;
    return row + " of sheet '" + sheet_names.at(origin.sheet) + "'";
}

}  // namespace muster::intake
