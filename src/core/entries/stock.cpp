// SPDX-License-Identifier: MIT
#include "muster/core/entries/stock.hpp"

#include <algorithm>

#include "core/moves.hpp"
#include "core/rules.hpp"

namespace muster::core {
namespace {

bool is_taken(const Facts& facts, const std::string& code, const std::string& sort) {
    return !normal_code(code).empty() && !things_called(facts, code, {sort}).empty();
}

Refused unknown(const std::string& id, const std::string& called = {}) {
    return refused(Refusal::code_unknown, id, {{"code", called.empty() ? id : called}});
}

Refused wrong_kind(const std::string& id, const std::string& called, const char* wanted) {
    return refused(Refusal::code_wrong_kind, id, {{"code", called}, {"wanted", wanted}});
}

bool is_one_of(const std::string& word, const Statuses& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A status nobody knows would hide an item from every list; one that contradicts the holder would
// put it in two places (DOMAIN §4).
std::optional<Refused> refuse_status(const ItemRegistered& body) {
    for (const std::string* status : {&body.location_status, &body.condition_status}) {
        const bool known = status == &body.location_status
                               ? is_one_of(*status, location_statuses())
                               : is_one_of(*status, condition_statuses());
        if (!known) return unknown(*status, "status " + *status);
    }
    const bool in_a_place =
        body.location_status == "in_store" || body.location_status == "in_vehicle_safe";
    const bool out = !body.issued_to.empty();
    if (out ? in_a_place : body.location_status == "issued")
        return wrong_kind(body.location_status, "Status " + body.location_status,
                          out ? "the status of an item that an officer has"
                              : "the status of an item that no officer has");
    return std::nullopt;
}

}  // namespace

Decision decide_one(const LocationAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (!body.parent.empty() && !facts.row(Table::location, body.parent.value))
        return unknown(body.parent.value);
    if (normal_code(body.name).empty()) return unknown("a place without a name");
    if (is_taken(facts, body.name, "location"))
        return refused(Refusal::name_taken, body.name, {{"name", body.name}});
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
    if (!facts.row(Table::reference, "category/" + body.category))
        return unknown(body.category, "category " + body.category);
    if (body.tracking != "item" && body.tracking != "batch" && body.tracking != "counted")
        return unknown(body.tracking, "tracking " + body.tracking);
    if (is_taken(facts, body.name, "model"))
        return refused(Refusal::name_taken, body.name, {{"name", body.name}});
    return alone(body);
}

void apply_one(const ModelAdded& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<ModelId>('m', entry.number);
    changes.put(Model{id.value, body.make, body.name, body.category, body.calibre, body.tracking,
                      body.authorisation});
    name_thing(changes, body.name, id.value, "model");
}

Decision decide_one(const ItemRegistered& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    const auto model = facts.find<Model>(body.model.value);
    if (!model) return unknown(body.model.value);
    if (!facts.row(Table::location, body.home.value)) return unknown(body.home.value);
    if (!body.issued_to.empty() && !facts.row(Table::officer, body.issued_to.value))
        return unknown(body.issued_to.value);
    if (const auto no = refuse_status(body)) return *no;
    if (model->tracking != "item")
        return wrong_kind(model->key, model->name, "a model of serialised items");
    if (normal_code(body.serial).empty())
        return wrong_kind(model->key, "An empty text", "a serial number");
    const std::string full = model->name + "/" + body.serial;
    if (is_taken(facts, full, "model_serial"))
        return refused(Refusal::name_taken, full, {{"name", full}});
    if (is_taken(facts, body.tag, "tag"))
        return refused(Refusal::name_taken, body.tag, {{"name", body.tag}});
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
    name_thing(changes, (model ? model->name : body.model.value) + "/" + body.serial, id.value,
               "model_serial");
    if (body.hold)
        changes.put(Hold{id.value + "/" + std::to_string(entry.number), id.value, *body.hold,
                         entry.number});
    if (out)
        changes.put(OpenLine{open_line_key(body.issued_to, entry.number, id.value), body.issued_to,
                             entry.number, id.value, 1, "operational", std::nullopt, body.home});
}

Decision decide_one(const BatchRegistered& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    const auto model = facts.find<Model>(body.model.value);
    if (!model) return unknown(body.model.value);
    if (!facts.row(Table::location, body.location.value)) return unknown(body.location.value);
    if (model->tracking != "batch")
        return wrong_kind(model->key, model->name, "a model kept by batch");
    if (normal_code(body.number).empty())
        return wrong_kind(model->key, "An empty text", "a batch number");
    const bool overflows = body.box_size > 0 && body.boxes > body.quantity / body.box_size;
    if (body.quantity < 0 || body.boxes < 0 || body.box_size < 0 || overflows)
        return refused(Refusal::quantity_not_positive, body.number, {{"subject", body.number}});
    const std::string full = model->name + "/" + body.number;
    if (is_taken(facts, full, "model_serial"))
        return refused(Refusal::name_taken, full, {{"name", full}});
    return alone(body);
}

void apply_one(const BatchRegistered& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<BatchId>('b', entry.number);
    changes.put(Batch{id.value, body.model, body.number, body.expiry, body.box_size, body.use, {}});
    const auto model = changes.find<Model>(body.model.value);
    name_thing(changes, body.number, id.value, "batch_number");
    name_thing(changes, (model ? model->name : body.model.value) + "/" + body.number, id.value,
               "model_serial");
    add_stock(changes, HolderId{body.location.value}, StockId{id.value}, body.quantity, body.boxes,
              entry.number);
}

Decision decide_one(const CountedRegistered& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    const auto model = facts.find<Model>(body.model.value);
    if (!model) return unknown(body.model.value);
    if (!facts.row(Table::location, body.location.value)) return unknown(body.location.value);
    if (model->tracking != "counted")
        return wrong_kind(model->key, model->name, "a model of counted stock");
    if (body.quantity <= 0)
        return refused(Refusal::quantity_not_positive, model->name, {{"subject", model->name}});
    return alone(body);
}

void apply_one(const CountedRegistered& body, const Entry& entry, Changes& changes) {
    add_stock(changes, HolderId{body.location.value}, StockId{body.model.value}, body.quantity, 0,
              entry.number);
}

}  // namespace muster::core
