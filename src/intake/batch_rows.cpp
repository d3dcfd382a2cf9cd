// SPDX-License-Identifier: MIT
#include "folding.hpp"
#include "reading.hpp"

namespace muster::intake {

namespace {

/// An empty cell for boxes means none.
std::int64_t read_boxes(const files::Row& source, BatchDraft& draft, const std::string& field,
                        Desk& desk) {
    const auto* cell = draft.table->cell(source, field);
    if (is_blank(cell, true)) return 0;
    const auto reading = quantity_in(cell);
    if (!reading.fault.empty()) desk.fault(draft, field, reading.fault, shown(cell));
    return reading.value;
}

void read_quantities(const files::Row& source, BatchDraft& draft, Desk& desk) {
    const auto* cell = draft.table->cell(source, "quantity");
    const auto quantity = quantity_in(cell);
    draft.row.quantity = quantity.value;
    draft.row.sealed_boxes = read_boxes(source, draft, "sealed_boxes", desk);
    draft.row.box_size = read_boxes(source, draft, "box_size", desk);
    if (!quantity.fault.empty()) {
        desk.fault(draft, "quantity", quantity.fault, shown(cell));
        return;
    }
    // Sealed boxes of no size could hold anything: the size is what is missing.
    if (draft.row.sealed_boxes > 0 && draft.row.box_size == 0)
        desk.fault(draft, "box_size", "quantity_not_number",
                   shown(draft.table->cell(source, "box_size")));
    const std::int64_t sealed = draft.row.sealed_boxes * draft.row.box_size;
    if (sealed > draft.row.quantity)
        desk.fault(draft, "quantity", "boxes_exceed_quantity", shown(cell), std::to_string(sealed));
}

void read_batch_number(const files::Row& source, BatchDraft& draft, Desk& desk) {
    const auto* cell = draft.table->cell(source, "batch_number");
    draft.row.batch_number = upper(squeezed(shown(cell)));
    if (is_blank(cell, true)) {
        draft.compares = false;
        desk.fault(draft, "batch_number", "batch_missing", shown(cell));
    } else if (cell->kind == files::Cell::Kind::date) {
        draft.compares = false;
        desk.fault(draft, "batch_number", "batch_is_date", shown(cell));
    }
}

void read_batch(const files::Row& source, BatchDraft& draft, Desk& desk) {
    const Table& table = *draft.table;
    const std::string model = squeezed(shown(table.cell(source, "model")));
    if (model.empty()) desk.fault(draft, "model", "model_missing", model);
    draft.row.model = desk.models.spelling(model);
    read_batch_number(source, draft, desk);
    draft.row.expiry = desk.date(source, draft, "expiry");
    read_quantities(source, draft, desk);
    const std::string location = squeezed(shown(table.cell(source, "location")));
    if (location.empty()) desk.fault(draft, "location", "location_missing", location);
    draft.row.location = desk.locations.spelling(location);
    draft.row.use = use_of_word(shown(table.cell(source, "use")));
}

}  // namespace

void read_batches(const Table& table, Desk& desk) {
    for (const auto* source : table.rows) {
        BatchDraft& draft = desk.batches.emplace_back();
        draft.table = &table;
        draft.row.sheet = table.sheet->name;
        draft.row.row = source->number;
        read_batch(*source, draft, desk);
    }
}

}  // namespace muster::intake
