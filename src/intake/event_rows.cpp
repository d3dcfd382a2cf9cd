// SPDX-License-Identifier: MIT
#include "folding.hpp"
#include "rows.hpp"

namespace muster::intake {

namespace {

void read_period(Desk& desk, DeploymentRow& row) {
    if (is_blank(desk.cell(Field::started), true))
        desk.fault(Field::started, "date_missing", shown(desk.cell(Field::started)));
    row.started = desk.moment(Field::started, Field::time).value_or(core::Instant{});
    row.ended = desk.moment(Field::ended);
    const core::Date day = core::uk_date(row.started);
    if (!desk.is_faulty(Field::started) && day > desk.options.as_of)
        desk.warn(Field::started, "date_in_future", core::people_text(day));
    if (row.ended && !desk.is_faulty(Field::started) && *row.ended < row.started)
        desk.fault(Field::ended, "dates_reversed", core::uk_time_text(*row.ended),
                   core::uk_time_text(row.started));
}

/// A number of another system as it is compared: a cell that holds a number has its digits.
std::string read_number(Desk& desk, Field field) {
    return is_blank(desk.cell(field), true) ? std::string{} : desk.text(field, 64);
}

void read_subject(Desk& desk, MovementRow& row) {
    const auto* cell = desk.cell(Field::serial);
    row.serial = upper(read_number(desk, Field::serial));
    if (row.serial.empty())
        desk.fault(Field::serial, "subject_missing", shown(cell));
    else if (cell->kind == files::Cell::Kind::date)
        desk.fault(Field::serial, "serial_is_date", shown(cell));
    if (const std::string model = desk.marked_text(Field::model); !model.empty())
        row.model = desk.models.spelling(desk.models.id(model));
}

void read_amount(Desk& desk, MovementRow& row) {
    const auto* cell = desk.cell(Field::quantity);
    if (is_blank(cell, true)) return;
    const auto quantity = quantity_in(cell);
    row.quantity = quantity.value;
    if (!quantity.fault.empty()) desk.fault(Field::quantity, quantity.fault, shown(cell));
}

}  // namespace

DeploymentRow read_deployment(Desk& desk) {
    DeploymentRow row;
    row.sheet = desk.table().sheet;
    row.row = desk.row_number();
    row.log = read_number(desk, Field::log);
    if (row.log.empty()) desk.fault(Field::log, "log_missing", shown(desk.cell(Field::log)));
    read_period(desk, row);
    const std::string decision = desk.text(Field::decision);
    row.decision = decision_of_word(decision);
    if (row.decision.empty()) desk.fault(Field::decision, "decision_unknown", decision);
    row.commander = desk.marked_text(Field::commander);
    row.level = level_of_word(desk.text(Field::level));
    row.reason = trimmed(desk.free_text(Field::reason));
    row.arv = says_yes(desk.cell(Field::arv));
    row.discharge = says_yes(desk.cell(Field::discharge));
    return row;
}

MovementRow read_movement(Desk& desk) {
    MovementRow row;
    row.sheet = desk.table().sheet;
    row.row = desk.row_number();
    row.number = read_number(desk, Field::number);
    if (is_blank(desk.cell(Field::at), true))
        desk.fault(Field::at, "date_missing", shown(desk.cell(Field::at)));
    row.at = desk.moment(Field::at, Field::time).value_or(core::Instant{});
    const std::string sort = desk.text(Field::sort);
    row.sort = sort_of_word(sort);
    if (row.sort.empty()) {
        row.sort = "other";
        desk.warn(Field::sort, "sort_unknown", sort);
    }
    read_subject(desk, row);
    read_amount(desk, row);
    row.officer = desk.marked_text(Field::officer);
    if (row.officer.find_first_of("0123456789") != std::string::npos)
        row.officer = upper(row.officer);
    row.from = desk.marked_text(Field::from);
    row.to = desk.marked_text(Field::to);
    row.reference = desk.marked_text(Field::reference);
    return row;
}

}  // namespace muster::intake
