// SPDX-License-Identifier: MIT
#include "folding.hpp"
#include "reading.hpp"

namespace muster::intake {

namespace {

/// `H&K` and `G36C` in two columns are one name; a model that begins with its make already stays.
std::string full_model(const std::string& make, const std::string& model) {
    if (make.empty() || model.empty()) return model;
    return name_key(model).starts_with(name_key(make)) ? model : make + " " + model;
}

void read_model(const files::Row& source, ItemDraft& draft, Desk& desk) {
    const Table& table = *draft.table;
    const std::string make = squeezed(shown(table.cell(source, "make")));
    const std::string model = squeezed(shown(table.cell(source, "model")));
    if (model.empty()) desk.fault(draft, "model", "model_missing", model);
    draft.row.model = desk.models.spelling(full_model(make, model));
    draft.row.make = make.empty() ? std::string{make_of_model(draft.row.model)} : make;
    draft.row.type = squeezed(shown(table.cell(source, "type")));
    draft.row.type_code = class_of_word(draft.row.type);
    draft.row.calibre = squeezed(shown(table.cell(source, "calibre")));
}

void read_serial(const files::Row& source, ItemDraft& draft, Desk& desk) {
    const auto* cell = draft.table->cell(source, "serial");
    draft.row.serial = upper(shown(cell));
    const bool is_error = cell != nullptr && cell->kind == files::Cell::Kind::error;
    if (is_blank(cell, true) || is_error) {
        draft.compares = false;
        desk.fault(draft, "serial", "serial_missing", shown(cell));
    } else if (holds_date(cell)) {
        draft.compares = false;
        desk.fault(draft, "serial", "serial_is_date", shown(cell));
    } else if (holds_number(cell)) {
        desk.fault(draft, "serial", "serial_is_number", shown(cell));
    }
}

/// A seized or missing thing may name who had it last.
bool may_name_holder(const std::string& location_status) {
    return location_status == "issued" || location_status == "seized" ||
           location_status == "missing";
}

void read_status(const files::Row& source, ItemDraft& draft, Desk& desk) {
    const std::string word = shown(draft.table->cell(source, "status"));
    const std::string collar = is_blank(draft.table->cell(source, "issued_to"), true)
                                   ? std::string{}
                                   : squeezed(shown(draft.table->cell(source, "issued_to")));
    draft.row.issued_to = upper(collar);
    const auto meaning = status_meaning(word);
    if (!meaning) {
        desk.fault(draft, "status", "status_unknown", word);
        return;
    }
    draft.row.location_status = meaning->location_status;
    draft.row.condition_status = meaning->condition_status;
    draft.row.evidence_hold = meaning->evidence_hold;
    draft.row.place_in_location = meaning->place;
    if (!collar.empty() && !may_name_holder(draft.row.location_status))
        desk.fault(draft, "status", "status_contradicts", word, collar);
    if (collar.empty() && draft.row.location_status == "issued")
        desk.fault(draft, "issued_to", "officer_unknown", collar,
                   "The status is Issued, but no collar number says to whom.");
}

void read_item(const files::Row& source, ItemDraft& draft, Desk& desk) {
    const Table& table = *draft.table;
    draft.row.tag = upper(squeezed(shown(table.cell(source, "tag"))));
    read_model(source, draft, desk);
    read_serial(source, draft, desk);
    const std::string location = squeezed(shown(table.cell(source, "location")));
    if (location.empty()) desk.fault(draft, "location", "location_missing", location);
    draft.row.location = desk.locations.spelling(location);
    draft.row.rack = squeezed(shown(table.cell(source, "rack")));
    read_status(source, draft, desk);
    draft.row.acquired = desk.date(source, draft, "acquired");
    draft.row.last_inspected = desk.date(source, draft, "last_inspected");
    draft.row.remarks = trimmed(shown(table.cell(source, "remarks")));
}

}  // namespace

void read_items(const Table& table, Desk& desk) {
    for (const auto* source : table.rows) {
        ItemDraft& draft = desk.items.emplace_back();
        draft.table = &table;
        draft.row.sheet = table.sheet->name;
        draft.row.row = source->number;
        read_item(*source, draft, desk);
    }
}

}  // namespace muster::intake
