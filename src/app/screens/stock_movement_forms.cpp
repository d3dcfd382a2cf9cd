// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/stock_forms.hpp"
#include "muster/app/scan_text.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/codes.hpp"

/// Forms that bring in, move and use up quantities.
namespace muster::app {
namespace {

/// Holders whose id begins with one of those letters, and how much each has.
std::vector<Choice> holders_of(const Desk& desk, const StockShown& stock,
                               const std::string& letters) {
    std::vector<Choice> choices;
    for (const core::Balance& balance : stock.balances)
        if (letters.find(balance.holder.value.front()) != std::string::npos)
            choices.push_back(
                {balance.holder.value, core::holder_words(desk.facts, balance.holder.value) + " (" +
                                           grouped(balance.quantity) + ")"});
    return choices;
}

// Where only one has it, it is from there.
MovementField from_field(const Desk& desk, const StockShown& stock, const std::string& letters,
                         const char* label) {
    MovementField from = place_field("from", label, holders_of(desk, stock, letters));
    from.hint.clear();
    if (from.choices.size() == 1) from.value = from.choices.front().code;
    return from;
}

MovementForm move_form(const Desk& desk, const StockShown& stock) {
    MovementForm form;
    form.id = "move";
    form.label = "Move...";
    form.title = "Move " + stock.words;
    form.words =
        "To another place of the armoury: at once, or sent on its way to be received "
        "there.";
    form.done = "Record the move";
    form.fields.push_back(number_field("quantity", "How many"));
    form.fields.push_back(from_field(desk, stock, "l", "From where"));
    form.fields.push_back(place_field("to", "Where it goes", desk.places()));
    form.fields.push_back(
        yes_no_field("in_transit", "It is sent, and received there by somebody else"));
    add_second(desk, form, {"transfer", "send"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers,
                                                          Secrets& secrets) {
        TransferRequest request;
        request.things.batches = {{id, answers.number("quantity")}};
        request.things.from = answers.given("from");
        request.to = answers.text("to");
        request.in_transit = answers.yes("in_transit");
        request.second = answers.given("second");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, request.in_transit ? "Sent on its way" : "Moved",
                        transfer(*session->ledger, session->author, request, secrets));
    };
    return form;
}

std::string collar_of_holder(const Session& session, const std::string& holder) {
    std::string collar;
    session.reading->read([&](storage::Transaction&, const core::Facts& facts) {
        if (const auto officer = facts.find<core::Officer>(holder))
            collar = facts.disclosed(officer->collar.digest).value_or("");
    });
    return collar;
}

MovementForm expend_form(const Desk& desk, const StockShown& stock) {
    MovementForm form;
    form.id = "expend";
    form.label = "Used up...";
    form.title = "Record as used up: " + stock.words;
    form.words =
        "Without a return at the counter. Whatever has no report reference is recorded "
        "all the same, and opens a discrepancy.";
    form.done = "Record it as used up";
    form.fields.push_back(number_field("quantity", "How many"));
    form.fields.push_back(from_field(desk, stock, "lo", "Who had it, or where it was"));
    form.fields.push_back(choice_field("reason", "How", desk.references("expenditure")));
    form.fields.push_back(text_field("reference", "Reference of the report"));
    form.fields.push_back(text_field("course", "Reference of the course"));
    add_second(desk, form, {"expend"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers,
                                                          Secrets& secrets) {
        ExpendRequest request;
        request.lines = {
            {id, answers.number("quantity"), answers.text("reason"), answers.text("reference")}};
        const std::string from = answers.text("from");
        if (from.starts_with("o-"))
            request.collar = collar_of_holder(*session, from);
        else
            request.location = from;
        request.course = answers.given("course");
        request.second = answers.given("second");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Used up",
                        expend(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm lend_form(const Desk& desk, const StockShown& stock) {
    MovementForm form;
    form.id = "lend";
    form.label = "Lend...";
    form.title = "Lend " + stock.words;
    form.words =
        "To another force. It stays in our totals, and the loan is acknowledged by the "
        "other end.";
    form.done = "Record the loan";
    form.fields.push_back(number_field("quantity", "How many"));
    form.fields.push_back(from_field(desk, stock, "l", "From where"));
    form.fields.push_back(needed_field("other", "To which force", "the other force"));
    form.fields.push_back(required(date_field("due", "Due back")));
    form.fields.push_back(text_field("reference", "Reference of the loan"));
    form.fields.push_back(text_field("contact", "Whom to ask there", "Kept private"));
    add_second(desk, form, {"lend"});
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers,
                                                          Secrets& secrets) {
        LoanRequest request;
        request.things.batches = {{id, answers.number("quantity")}};
        request.things.from = answers.given("from");
        request.other = answers.text("other");
        request.due = answers.date("due").value_or(core::Date{});
        request.reference = answers.text("reference");
        request.contact = answers.given("contact");
        request.second = answers.given("second");
        request.details = answers.details();
        return recorded(*session, "Lent",
                        lend(*session->ledger, session->author, request, secrets));
    };
    return form;
}

std::vector<Choice> models_kept_by_quantity(const Desk& desk) {
    std::vector<Choice> choices;
    for (const core::Model& model : desk.facts.all<core::Model>())
        if (model.tracking != "item") choices.push_back({model.name, model.name});
    std::sort(choices.begin(), choices.end(),
              [](const Choice& one, const Choice& other) { return one.title < other.title; });
    return choices;
}

void add_label_fields(const Desk& desk, MovementForm& form) {
    form.fields.push_back(choice_field("model", "Model", models_kept_by_quantity(desk)));
    form.fields.push_back(text_field("number", "Batch number", "Empty for what has none"));
    form.fields.push_back(date_field("expiry", "Last day of use"));
    MovementField size = number_field("box_size", "In one sealed box");
    form.fields.push_back(optional(size));
    MovementField use = choice_field("use", "Use",
                                     {{"operational", "Operational"},
                                      {"training", "Training"},
                                      {"blank", "Blank"},
                                      {"drill", "Drill"}});
    use.value = "operational";
    form.fields.push_back(use);
}

ReadStock read_label(const FormAnswers& answers) {
    ReadStock read;
    read.model = answers.text("model");
    read.number = answers.text("number");
    read.quantity = answers.number("quantity");
    read.expiry = answers.date("expiry");
    read.box_size = answers.number("box_size");
    read.seals = answers.codes("seals");
    read.boxes = std::max(answers.number("boxes"), static_cast<std::int64_t>(read.seals.size()));
    // A thing without a number is told by its model alone, and has no use of its own.
    read.use = read.number.empty() ? std::string{} : answers.text("use");
    return read;
}

}  // namespace

MovementForm delivery_form(const Desk& desk, const StockShown* stock) {
    MovementForm form;
    form.id = "receive";
    form.label = stock == nullptr ? "Receive munitions..." : "Receive more of it...";
    form.title = stock == nullptr ? "Receive a delivery of munitions"
                                  : "Receive a delivery of " + stock->words;
    form.words = "As the labels have it. A box is known by its seal.";
    form.done = "Record the delivery";
    if (stock == nullptr) add_label_fields(desk, form);
    form.fields.push_back(number_field("quantity", "How many, sealed and loose together"));
    form.fields.push_back(optional(number_field("boxes", "Sealed boxes among them")));
    MovementField seals = text_field("seals", "Their seals", "One a line; type or scan each");
    seals.sort = MovementField::Sort::codes;
    seals.detail = "one seal for each sealed box";
    if (stock == nullptr || stock->batch) form.fields.push_back(seals);
    form.fields.push_back(place_field("to", "Where it is put", desk.places()));
    form.fields.push_back(text_field("supplier", "Who delivered it"));
    form.fields.push_back(text_field("order", "Order or delivery note"));
    add_second(desk, form, {"receive"});
    form.fields.push_back(note_field());
    std::optional<ReadStock> known;
    if (stock != nullptr) {
        known.emplace();
        known->model = stock->model;
        if (stock->batch) known->number = stock->batch->number;
    }
    form.record = [session = desk.session, known](const FormAnswers& answers, Secrets& secrets) {
        ReadStock read = read_label(answers);
        if (known) {
            read.model = known->model;
            read.number = known->number;
            read.use.clear();
        }
        DeliveryRequest request;
        request.stock = {read};
        request.location = answers.text("to");
        request.supplier = answers.text("supplier");
        request.order = answers.text("order");
        request.second = answers.given("second");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Received",
                        receive_delivery(*session->ledger, session->author, request, secrets));
    };
    return form;
}

void add_stock_movement_forms(const Desk& desk, const StockShown& stock, Dossier& dossier) {
    if (!desk.may(core::Power::handle)) return;
    const bool visitors = stock.batch && stock.batch->owner;
    if (!visitors) dossier.forms.push_back(delivery_form(desk, &stock));
    if (stock.balances.empty()) return;
    if (!holders_of(desk, stock, "l").empty()) {
        dossier.forms.push_back(move_form(desk, stock));
        if (!visitors) dossier.forms.push_back(lend_form(desk, stock));
    }
    if (!holders_of(desk, stock, "lo").empty()) dossier.forms.push_back(expend_form(desk, stock));
}

}  // namespace muster::app
