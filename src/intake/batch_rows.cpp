// SPDX-License-Identifier: MIT
#include <string>
#include <utility>
#include <vector>

#include "folding.hpp"
#include "rows.hpp"

namespace muster::intake {

namespace {

/// An empty cell for boxes means none.
std::int64_t read_boxes(Desk& desk, Field field) {
    const auto* cell = desk.cell(field);
    if (is_blank(cell, true)) return 0;
    const auto reading = quantity_in(cell);
    if (!reading.fault.empty()) desk.fault(field, reading.fault, shown(cell));
    return reading.value;
}

void read_quantities(Desk& desk, BatchRow& row) {
    const auto* cell = desk.cell(Field::quantity);
    desk.text(Field::quantity);  // an error or a formula without a result is the better reason
    const auto quantity = quantity_in(cell);
    row.quantity = quantity.value;
    row.sealed_boxes = read_boxes(desk, Field::sealed_boxes);
    row.box_size = read_boxes(desk, Field::box_size);
    if (!quantity.fault.empty()) {
        desk.fault(Field::quantity, quantity.fault, shown(cell));
        return;
    }
    // Sealed boxes of no size could hold anything: the size is what is missing.
    if (row.sealed_boxes > 0 && row.box_size == 0)
        desk.fault(Field::box_size, "quantity_not_number", shown(desk.cell(Field::box_size)));
    const std::int64_t sealed = row.sealed_boxes * row.box_size;
    if (sealed > row.quantity)
        desk.fault(Field::quantity, "boxes_exceed_quantity", shown(cell), std::to_string(sealed));
}

void read_batch_number(Desk& desk, BatchReading& reading) {
    const auto* cell = desk.cell(Field::batch_number);
    reading.row.batch_number = upper(desk.text(Field::batch_number));
    if (is_blank(cell, true) || is_placeholder(reading.row.batch_number)) {
        reading.compares = false;
        desk.fault(Field::batch_number, "batch_missing", shown(cell));
    } else if (cell->kind == files::Cell::Kind::date) {
        reading.compares = false;
        desk.fault(Field::batch_number, "batch_is_date", shown(cell));
    }
}

/// What a batch is for, by its column; where that says nothing, by what the name of the nature
/// says: rounds that are kept apart must not become operational in silence.
void read_use(Desk& desk, BatchRow& row) {
    const auto* cell = desk.cell(Field::use);
    if (!is_blank(cell, true)) {
        row.use = use_of_word(shown(cell));
        if (row.use.empty()) desk.fault(Field::use, "use_unknown", shown(cell));
        return;
    }
    static const std::vector<std::pair<std::string, std::string>> names{
        {"training", "training"},   {"trg", "training"},     {"trng", "training"},
        {"simunition", "training"}, {"marking", "training"}, {"blank", "blank"},
        {"drill", "drill"},         {"inert", "drill"},      {"dummy", "drill"}};
    const std::string key = " " + words_key(row.model) + " ";
    for (const auto& [word, use] : names)
        if (row.use.empty() && key.find(" " + word + " ") != std::string::npos) {
            row.use = use;
            desk.warn(Field::model, "use_by_name", row.model, use);
        }
}

}  // namespace

BatchReading read_batch(Desk& desk) {
    BatchReading reading;
    BatchRow& row = reading.row;
    row.sheet = desk.table().sheet;
    row.row = desk.row_number();
    const std::string model = desk.marked_text(Field::model);
    if (model.empty()) {
        desk.fault(Field::model, "model_missing", model);
    } else {
        reading.model = desk.models.id(model);
        row.model = desk.models.spelling(reading.model);
    }
    read_batch_number(desk, reading);
    row.expiry = desk.expiry_date(Field::expiry);
    read_quantities(desk, row);
    const std::string location = desk.marked_text(Field::location);
    if (location.empty())
        desk.fault(Field::location, "location_missing", location);
    else
        row.location = desk.locations.spelling(desk.locations.id(location));
    read_use(desk, row);
    return reading;
}

}  // namespace muster::intake
