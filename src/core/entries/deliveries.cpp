// SPDX-License-Identifier: MIT
#include "muster/core/entries/deliveries.hpp"

#include <algorithm>

#include "core/move_rules.hpp"

namespace muster::core {
namespace {

bool is_taken(const Facts& facts, const std::string& code, const std::string& sort) {
    return !normal_code(code).empty() && !things_called(facts, code, {sort}).empty();
}

std::string seal_key(const std::string& batch, const std::string& seal) {
    return batch + "/" + normal_code(seal);
}

// Whose it is, if it comes in under a loan.
std::optional<std::string> owner_under(MoveRules& rules, const CaseId& loan) {
    if (loan.empty()) return {};
    const auto found = rules.facts().find<Case>(loan.value);
    if (!found || found->sort != "loan_in") {
        rules.stop(Refusal::case_unknown, loan.value,
                   {{"case", loan.value}, {"wanted", "loan in"}});
        return {};
    }
    if (found->state != "open")
        rules.stop(Refusal::case_closed, loan.value,
                   {{"case", case_words(rules.facts(), loan.value)}});
    return found->other;
}

std::optional<Model> model_kept_by(MoveRules& rules, const ModelId& id,
                                   const std::vector<std::string>& tracking, const char* wanted) {
    auto model = rules.facts().find<Model>(id.value);
    if (!model)
        rules.stop(Refusal::code_unknown, id.value);
    else if (std::find(tracking.begin(), tracking.end(), model->tracking) == tracking.end())
        rules.stop(Refusal::code_wrong_kind, id.value, {{"code", model->name}, {"wanted", wanted}});
    else
        return model;
    return std::nullopt;
}

// The batch of that model and number, among our own or among those of one lender.
std::optional<Batch> batch_called(const Facts& facts, const ModelId& model,
                                  const std::string& number,
                                  const std::optional<std::string>& owner) {
    for (const Code& named : things_called(facts, number, {"batch_number"}))
        if (auto batch = facts.find<Batch>(named.thing))
            if (batch->model == model && batch->owner == owner) return batch;
    return std::nullopt;
}

// What the label is not asked for again is as the register has it.
void check_same_batch(MoveRules& rules, StockReceived& body, const Batch& batch) {
    if (!body.expiry) body.expiry = batch.expiry;
    if (body.box_size == 0) body.box_size = batch.box_size;
    if (body.use.empty()) body.use = batch.use;
    if (batch.expiry != body.expiry)
        rules.stop(Refusal::batch_differs, batch.key,
                   {{"what", batch.expiry ? "expiry " + people_text(*batch.expiry) : "no expiry"}});
    if (batch.box_size != body.box_size)
        rules.stop(Refusal::batch_differs, batch.key,
                   {{"what", "boxes of " + std::to_string(batch.box_size)}});
}

void check_boxes(MoveRules& rules, const StockReceived& body, const std::string& words) {
    const bool overflows = body.boxes < 0 || body.box_size < 0 ||
                           (body.boxes > 0 && body.box_size == 0) ||
                           (body.box_size > 0 &&
                            body.boxes > std::max<std::int64_t>(body.quantity, 0) / body.box_size);
    if (body.quantity <= 0 || overflows)
        rules.stop(Refusal::quantity_not_positive, body.model.value, {{"subject", words}});
    if (!body.seals.empty() && static_cast<std::int64_t>(body.seals.size()) != body.boxes)
        rules.stop(Refusal::detail_missing, "", {{"detail", "one seal for each sealed box"}});
    std::set<std::string> seen;
    for (const std::string& seal : body.seals)
        if (!seen.insert(normal_code(seal)).second ||
            rules.facts().row(Table::seal, seal_key(body.stock.value, seal)))
            rules.stop(Refusal::seal_taken, body.stock.value, {{"seal", seal}, {"subject", words}});
}

}  // namespace

Decision decide_one(const ItemReceived& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "transfer"};
    ItemReceived whole = body;
    whole.owner = owner_under(rules, body.loan);
    rules.check_place(body.home);
    rules.check_second(body.second, "receive");
    if (normal_code(body.serial) != normal_code(body.serial_again))
        rules.stop(Refusal::serial_differs, "",
                   {{"first", body.serial}, {"second", body.serial_again}});
    rules.need(body.serial, "a serial number");
    if (const auto model =
            model_kept_by(rules, body.model, {"item"}, "a model of serialised items")) {
        const std::string full = model->name + "/" + body.serial;
        if (is_taken(facts, full, "model_serial"))
            rules.stop(Refusal::name_taken, full, {{"name", full}});
    }
    if (is_taken(facts, body.tag, "tag"))
        rules.stop(Refusal::name_taken, body.tag, {{"name", body.tag}});
    return rules.answer(whole);
}

void apply_one(const ItemReceived& body, const Entry& entry, Changes& changes) {
    const auto id = created_id<ItemId>('i', entry.number);
    Item item;
    item.key = id.value;
    item.model = body.model;
    item.serial = body.serial;
    item.tag = body.tag;
    item.home = body.home;
    item.position = body.position;
    item.holder = HolderId{body.home.value};
    item.location_status =
        body.loan.empty() ? status_in(changes, item.holder) : std::string{"on_loan_in"};
    item.condition_status = "serviceable";
    item.acquired = uk_date(entry.happened_at);
    item.moved = entry.number;
    item.under = body.loan;
    item.owner = body.owner;
    place_item(changes, item);
    if (!body.loan.empty())
        changes.put(
            CaseLine{body.loan.value + "/" + id.value, body.loan, id.value, 1, 1, {}, "", {}, ""});
    name_item(changes, item);
}

Decision decide_one(const StockReceived& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::handle)) return *no;
    MoveRules rules{facts, context, "transfer"};
    StockReceived whole = body;
    whole.owner = owner_under(rules, body.loan);
    whole.stock = {};
    if (whole.boxes == 0) whole.boxes = static_cast<std::int64_t>(body.seals.size());
    rules.check_place(body.location);
    rules.check_second(body.second, "receive");
    const auto model =
        model_kept_by(rules, body.model, {"batch", "counted"}, "a model kept by batch or counted");
    if (!model) return rules.answer(whole);
    std::string words = model->name;
    if (model->tracking == "counted") {
        whole.stock = StockId{model->key};
        whole.number.clear();
    } else {
        rules.need(body.number, "a batch number");
        words += " " + body.number;
        if (const auto batch = batch_called(facts, body.model, body.number, whole.owner)) {
            whole.stock = StockId{batch->key};
            check_same_batch(rules, whole, *batch);
        }
    }
    check_boxes(rules, whole, words);
    return rules.answer(whole);
}

void apply_one(const StockReceived& body, const Entry& entry, Changes& changes) {
    StockId stock = body.stock;
    if (stock.empty()) {
        stock = StockId{created_id<BatchId>('b', entry.number).value};
        changes.put(Batch{stock.value, body.model, body.number, body.expiry, body.box_size,
                          body.use, body.owner});
        const auto model = changes.find<Model>(body.model.value);
        name_thing(changes, body.number, stock.value, "batch_number");
        name_thing(changes, (model ? model->name : body.model.value) + "/" + body.number,
                   stock.value, "model_serial");
    }
    add_stock(changes, HolderId{body.location.value}, stock, body.quantity, body.boxes,
              entry.number);
    for (const std::string& seal : body.seals)
        changes.put(Seal{seal_key(stock.value, seal), stock, seal, entry.number});
    if (body.loan.empty()) return;
    const std::string key = body.loan.value + "/" + stock.value;
    CaseLine line = changes.find<CaseLine>(key).value_or(
        CaseLine{key, body.loan, stock.value, 0, 0, {}, "", {}, ""});
    line.quantity += body.quantity;
    line.open += body.quantity;
    changes.put(line);
}

}  // namespace muster::core
