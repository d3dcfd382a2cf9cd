// SPDX-License-Identifier: MIT
#include <algorithm>

#include "folding.hpp"
#include "rows.hpp"
#include "serial_signs.hpp"

namespace muster::intake {

namespace {

constexpr std::size_t serial_bytes_max = 64;

/// `H&K` and `G36C` in two columns are one name; a model that begins with its make already stays.
std::string full_model(const std::string& make, const std::string& model) {
    if (make.empty() || model.empty()) return model;
    if (name_key(model).starts_with(name_key(make))) return model;
    const auto given = make_of_model(make);
    const auto named = make_of_model(model);
    return !named.make.empty() && named.make == given.make ? model : make + " " + model;
}

/// Who may draw a model is decided by what it is: rows that disagree on that are asked about.
void judge_type(Desk& desk, const ItemReading& reading) {
    const ItemRow& row = reading.row;
    if (row.type.empty() || row.type_code.empty() || row.model.empty()) return;
    const std::string_view known = desk.class_of_model(reading.model);
    const auto first = desk.type_of_model(reading.model, row.type_code);
    if (!known.empty() && known != row.type_code)
        desk.fault(Field::type, "type_differs", row.type,
                   row.model + " is known as " + std::string{known} + ".", true);
    else if (first.code != row.type_code)
        desk.fault(Field::type, "type_differs", row.type,
                   row.model + " is " + first.code + " in " + desk.place_words(first.origin) + ".",
                   true);
}

void read_model(Desk& desk, ItemReading& reading) {
    const std::string make = desk.marked_text(Field::make);
    const std::string model = desk.marked_text(Field::model);
    if (model.empty()) desk.fault(Field::model, "model_missing", model);
    const std::string full = full_model(make, model);
    if (!full.empty()) {
        reading.model = desk.models.id(full);
        reading.row.model = desk.models.spelling(reading.model);
    }
    const auto named = make_of_model(reading.row.model);
    reading.row.make = make.empty() ? std::string{named.make} : make;
    reading.row.type = desk.text(Field::type);
    reading.row.type_code = weapon_class_of_word(reading.row.type);
    if (reading.row.type.empty() && !full.empty())
        reading.row.type_code = desk.class_of_model(reading.model);
    reading.row.calibre = desk.text(Field::calibre);
    judge_type(desk, reading);
}

/// How the number is held where its format shows something else.
std::string held_words(const files::Cell* cell) {
    if (cell->kind != files::Cell::Kind::number || digits_held(cell) == shown(cell)) return {};
    return " shown that way by its format; the cell holds " + digits_held(cell);
}

/// What is wrong with a serial that stands there; empty where nothing is.
std::string_view fault_of_serial(const files::Cell* cell, const std::string& serial) {
    if (cell->kind == files::Cell::Kind::truth || is_placeholder(serial) || is_no_serial(serial))
        return "serial_placeholder";
    files::Cell plain = *cell;
    if (plain.kind == files::Cell::Kind::text) plain.text = serial;
    if (holds_date(&plain)) return "serial_is_date";
    if (cell->text == plain.text || cell->kind != files::Cell::Kind::text) plain = *cell;
    if (holds_number(&plain)) return "serial_is_number";
    if (cell->kind != files::Cell::Kind::text) return {};
    if (is_written_number(serial)) return "serial_is_number";
    // The line end between two is gone from what is kept.
    const std::string whole{trimmed(cell->text)};
    if (is_several_serials(serial) || whole.find('\n') != whole.npos) return "serial_several";
    if (has_strange_letter(serial) || has_control_sign(whole)) return "serial_letter_strange";
    return has_small_l(whole) ? "serial_small_l" : std::string_view{};
}

void read_serial(Desk& desk, ItemReading& reading) {
    const auto* cell = desk.cell(Field::serial);
    const bool is_error = cell != nullptr && cell->kind == files::Cell::Kind::error;
    const bool is_void = cell != nullptr && cell->has_formula && is_blank(cell);
    if (!is_error && (is_void || !is_blank(cell, true)))
        reading.row.serial = upper(trimmed(desk.free_text(Field::serial, serial_bytes_max)));
    if (is_blank(cell, true) || is_error) {
        reading.compares = false;
        desk.fault(Field::serial, "serial_missing", shown(cell));
        return;
    }
    const auto code = fault_of_serial(cell, reading.row.serial);
    if (code.empty()) return;
    // A text may be a serial that only looks like a date; of a date cell nothing is left.
    const bool is_date = code == "serial_is_date";
    const bool confirmable = !is_date || cell->kind == files::Cell::Kind::text;
    const std::string other = code == "serial_is_number" ? held_words(cell) : std::string{};
    desk.fault(Field::serial, code, shown(cell), other, confirmable);
    if (is_date || (code == "serial_placeholder" && desk.is_faulty(Field::serial)))
        reading.compares = false;
}

/// A seized or missing thing may name who had it last.
bool may_name_holder(const std::string& location_status) {
    return location_status == "issued" || location_status == "seized" ||
           location_status == "missing";
}

std::optional<StatusMeaning> meaning_of_status(const std::string& word, const Desk& desk) {
    for (const auto& [given, ours] : desk.options.mapping.statuses)
        if (words_key(given) == words_key(word)) return status_meaning(ours);
    return status_meaning(word);
}

/// `U/S - cracked frame` is `U/S`.
std::string first_part(const std::string& text) {
    return squeezed(text.substr(0, std::min({text.find(" - "), text.find(','), text.find('(')})));
}

/// `Defective: Y` and `Serviceable: N` say the same. Under any other heading a yes may mean either,
/// which is asked about (`?`).
std::string condition_by_heading(Desk& desk, bool yes) {
    std::string heading;
    for (const auto& each : desk.table().headings)
        if (each.column == desk.table().column(Field::condition)) heading = each.text;
    const std::string key = " " + words_key(heading);
    const auto says = [&](const char* stem) { return key.find(stem) != std::string::npos; };
    const bool bad = says(" defect") || says(" fault") || says(" unserviceable") || key == " u s" ||
                     key == " us" || says(" unfit");
    const bool good = says(" serviceable") || says(" fit ") || key.ends_with(" fit");
    if (bad != good) return yes == good ? "serviceable" : "defective";
    desk.fault(Field::condition, "condition_of_no", yes ? "yes" : "no", heading);
    return "?";
}

/// The second status where a sheet has a column for it, and a hold (DOMAIN §4: two statuses, never
/// one). What is not understood may be the word that keeps a weapon in.
void read_condition(Desk& desk, ItemRow& row) {
    const std::string word = desk.marked_text(Field::condition);
    if (says_yes(desk.cell(Field::hold))) row.evidence_hold = true;
    if (word.empty()) return;
    std::string condition;
    if (is_yes(word) || is_no(word)) condition = condition_by_heading(desk, is_yes(word));
    if (condition == "?") return;
    for (const std::string& part : {word, first_part(word)}) {
        if (!condition.empty()) break;
        condition = condition_of_word(part);
        const auto meaning = meaning_of_status(part, desk);
        if (!condition.empty() || !meaning) continue;
        condition = meaning->condition_status;
        row.evidence_hold = row.evidence_hold || meaning->evidence_hold;
    }
    if (condition.empty()) return desk.fault(Field::condition, "condition_unknown", word);
    if (row.condition_status == "serviceable") row.condition_status = condition;
}

void read_status(Desk& desk, ItemRow& row) {
    const std::string word = desk.text(Field::status);
    const std::string collar = desk.marked_text(Field::issued_to);
    row.issued_to = desk.officer_named(collar).collar;
    const auto meaning = meaning_of_status(word, desk);
    if (!meaning) {
        desk.fault(Field::status, "status_unknown", word);
        return;
    }
    row.location_status = meaning->location_status;
    row.condition_status = meaning->condition_status;
    row.evidence_hold = meaning->evidence_hold;
    row.place_in_location = meaning->place;
    read_condition(desk, row);
    const bool is_clear = !desk.is_faulty(Field::issued_to);
    if (is_clear && !collar.empty() && !may_name_holder(row.location_status))
        desk.fault(Field::status, "status_contradicts", word, collar);
    if (collar.empty() && row.location_status == "issued")
        desk.fault(Field::issued_to, "officer_unknown", collar,
                   "The status is " + word + ", but no collar number says to whom.");
}

void warn_of_future(Desk& desk, Field field, const std::optional<core::Date>& day) {
    if (day && *day > desk.options.as_of)
        desk.warn(field, "date_in_future", core::people_text(*day));
}

/// A row is one thing, whatever a column of quantities says.
void judge_quantity(Desk& desk) {
    const auto* cell = desk.cell(Field::quantity);
    if (is_blank(cell, true)) return;
    const auto quantity = quantity_in(cell);
    if (!quantity.fault.empty() || quantity.value != 1)
        desk.fault(Field::quantity, "quantity_on_item", shown(cell));
}

}  // namespace

ItemReading read_item(Desk& desk) {
    ItemReading reading;
    ItemRow& row = reading.row;
    row.sheet = desk.table().sheet;
    row.row = desk.row_number();
    row.tag = upper(desk.marked_text(Field::tag));
    read_model(desk, reading);
    read_serial(desk, reading);
    const std::string location = desk.marked_text(Field::location);
    if (location.empty())
        desk.fault(Field::location, "location_missing", location);
    else
        row.location = desk.locations.spelling(desk.locations.id(location));
    row.rack = desk.text(Field::rack);
    judge_quantity(desk);
    read_status(desk, row);
    row.acquired = desk.date(Field::acquired);
    warn_of_future(desk, Field::acquired, row.acquired);
    row.last_inspected = desk.date(Field::last_inspected);
    warn_of_future(desk, Field::last_inspected, row.last_inspected);
    row.remarks = trimmed(desk.free_text(Field::remarks));
    return reading;
}

}  // namespace muster::intake
