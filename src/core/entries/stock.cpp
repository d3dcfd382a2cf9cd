// SPDX-License-Identifier: MIT
#include "muster/core/entries/stock.hpp"

#include "../moves.hpp"
#include "../rules.hpp"

namespace muster::core {
namespace {

bool is_taken(const Facts& facts, const std::string& code, const std::string& sort) {
    return !normal_code(code).empty() && !things_called(facts, code, {sort}).empty();
}

}  // namespace

Decision decide_one(const LocationAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (is_taken(facts, body.name, "location"))
        return refused(Refusal::name_taken, body.name, {{"name", body.name}});
    if (!body.parent.empty() && !facts.row(Table::location, body.parent.value))
        return refused(Refusal::code_unknown, body.parent.value, {{"code", body.parent.value}});
    return alone(body);
}

void apply_one(const LocationAdded& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<LocationId>('l', entry.number);
    const auto parent = changes.find<Location>(body.parent.value);
    const auto site = parent ? parent->armoury : created_id<ArmouryId>('a', entry.number);
    changes.put(Location{id.value, body.parent, body.name, body.sort, site});
    name_thing(changes, body.name, id.value, "location");
}

Decision decide_one(const ModelAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (is_taken(facts, body.name, "model")) return refused(Refusal::name_taken, body.name, {{"name", body.name}});
    if (!facts.row(Table::reference, "category/" + body.category))
        return refused(Refusal::code_unknown, body.category, {{"code", "category " + body.category}});
    return alone(body);
}

void apply_one(const ModelAdded& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<ModelId>('m', entry.number);
    changes.put(Model{id.value, body.make, body.name, body.category, body.calibre, body.tracking, body.authorisation});
    name_thing(changes, body.name, id.value, "model");
}

Decision decide_one(const Imported& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    if (const auto before = facts.find<ImportFile>(body.sha256))
        return refused(Refusal::file_imported_before, body.sha256, {{"entry", std::to_string(before->entry)}});
    return alone(body);
}

void apply_one(const Imported& body, const Entry& entry, Changes& changes) {
    changes.put(ImportFile{body.sha256, entry.number});
}

Decision decide_one(const ItemRegistered& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    const auto model = facts.find<Model>(body.model.value);
    if (!model || model->tracking != "item" || normal_code(body.serial).empty())
        return refused(Refusal::code_wrong_kind, body.model.value,
                       {{"code", model ? model->name : body.model.value}, {"wanted", "a model of serialised items"}});
    if (!facts.row(Table::location, body.home.value))
        return refused(Refusal::code_unknown, body.home.value, {{"code", body.home.value}});
    if (!body.issued_to.empty() && !facts.row(Table::officer, body.issued_to.value))
        return refused(Refusal::code_unknown, body.issued_to.value, {{"code", body.issued_to.value}});
    const std::string full = model->name + "/" + body.serial;
    if (is_taken(facts, full, "model_serial")) return refused(Refusal::name_taken, full, {{"name", full}});
    if (is_taken(facts, body.tag, "tag")) return refused(Refusal::name_taken, body.tag, {{"name", body.tag}});
    return alone(body);
}

void apply_one(const ItemRegistered& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<ItemId>('i', entry.number);
    const bool out = !body.issued_to.empty();
    Item item;
    item.key = id.value;
    item.model = body.model;
    item.serial = body.serial;
    item.tag = body.tag;
    item.home = body.home;
    item.position = body.position;
    item.holder = HolderId{out ? body.issued_to.value : body.home.value};
    item.location_status = body.location_status;
    item.condition_status = body.condition_status;
    item.acquired = body.acquired;
    item.last_inspected = body.last_inspected;
    item.moved = entry.number;
    place_item(changes, item);
    const auto model = changes.find<Model>(body.model.value);
    name_thing(changes, body.tag, id.value, "tag");
    name_thing(changes, body.serial, id.value, "serial");
    name_thing(changes, (model ? model->name : body.model.value) + "/" + body.serial, id.value, "model_serial");
    if (body.hold)
        changes.put(Hold{id.value + "/" + std::to_string(entry.number), id.value, *body.hold, entry.number});
    if (out)
        changes.put(OpenLine{open_line_key(body.issued_to, entry.number, id.value), body.issued_to, entry.number,
                             id.value, 1, "operational", std::nullopt, body.home});
}

Decision decide_one(const BatchRegistered& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    const auto model = facts.find<Model>(body.model.value);
    if (!model || model->tracking != "batch")
        return refused(Refusal::code_wrong_kind, body.model.value,
                       {{"code", model ? model->name : body.model.value}, {"wanted", "a model kept by batch"}});
    if (!facts.row(Table::location, body.location.value))
        return refused(Refusal::code_unknown, body.location.value, {{"code", body.location.value}});
    const bool overflows = body.box_size > 0 && body.boxes > body.quantity / body.box_size;
    if (body.quantity < 0 || body.boxes < 0 || body.box_size < 0 || overflows)
        return refused(Refusal::quantity_not_positive, body.number, {{"subject", body.number}});
    const std::string full = model->name + "/" + body.number;
    if (is_taken(facts, full, "model_serial")) return refused(Refusal::name_taken, full, {{"name", full}});
    return alone(body);
}

void apply_one(const BatchRegistered& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<BatchId>('b', entry.number);
    changes.put(Batch{id.value, body.model, body.number, body.expiry, body.box_size, body.use});
    const auto model = changes.find<Model>(body.model.value);
    name_thing(changes, body.number, id.value, "batch_number");
    name_thing(changes, (model ? model->name : body.model.value) + "/" + body.number, id.value, "model_serial");
    add_stock(changes, HolderId{body.location.value}, StockId{id.value}, body.quantity, body.boxes, entry.number);
}

Decision decide_one(const CountedRegistered& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    const auto model = facts.find<Model>(body.model.value);
    if (!model || model->tracking != "counted")
        return refused(Refusal::code_wrong_kind, body.model.value,
                       {{"code", model ? model->name : body.model.value}, {"wanted", "a model of counted stock"}});
    if (!facts.row(Table::location, body.location.value))
        return refused(Refusal::code_unknown, body.location.value, {{"code", body.location.value}});
    if (body.quantity <= 0) return refused(Refusal::quantity_not_positive, model->name, {{"subject", model->name}});
    return alone(body);
}

void apply_one(const CountedRegistered& body, const Entry& entry, Changes& changes) {
    add_stock(changes, HolderId{body.location.value}, StockId{body.model.value}, body.quantity, 0, entry.number);
}

}  // namespace muster::core
