// SPDX-License-Identifier: MIT
#include "cli/movement_words.hpp"

/// Deliveries, transfers, loans, expenditure, corrections, handovers; commands_custody.cpp has the
/// rest of the movements.
namespace muster::cli {
namespace {

using namespace movement_option;

app::ReadItem read_item(const std::string& text) {
    const auto slash = text.rfind('/');
    if (slash == std::string::npos)
        throw app::UsageError{"--item takes MODEL/SERIAL here, not " + text};
    return {text.substr(0, slash), text.substr(slash + 1), "", ""};
}

// Each serial is read twice: the list of --item and the list of --again are held against each
// other.
std::vector<app::ReadItem> read_items(const Words& words, const std::vector<std::string>& codes) {
    const auto again = words.all("again");
    const auto tags = words.all("tag");
    if (again.size() != codes.size())
        throw app::UsageError{"Read every serial twice: as many --again SERIAL as --item."};
    if (tags.size() > codes.size()) throw app::UsageError{"There are more --tag than --item."};
    std::vector<app::ReadItem> all;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        app::ReadItem item = read_item(codes[i]);
        item.serial_again = again[i];
        if (i < tags.size()) item.tag = tags[i];
        all.push_back(item);
    }
    return all;
}

std::vector<app::ReadStock> read_stock(const Words& words, const char* batch_option) {
    std::vector<app::ReadStock> all;
    for (const app::CodeQuantity& each : quantities_of(words, batch_option)) {
        const auto slash = each.code.rfind('/');
        if (slash == std::string::npos)
            throw app::UsageError{std::string{"--"} + batch_option +
                                  " takes MODEL/NUMBER:QTY here, not " + each.code};
        app::ReadStock stock;
        stock.model = each.code.substr(0, slash);
        stock.number = each.code.substr(slash + 1);
        stock.quantity = each.quantity;
        stock.expiry = date_of(words, "expiry");
        stock.box_size = words.number("box-size", 0);
        stock.boxes = words.number("boxes", 0);
        stock.seals = words.all("seal");
        stock.use = words.get("use").value_or("operational");
        all.push_back(stock);
    }
    if (all.size() > 1 && (words.has("expiry") || words.has("seal") || words.has("boxes")))
        throw app::UsageError{"Receive one batch at a time where its expiry or boxes are given."};
    return all;
}

app::CaseReturnRequest case_return(const Run& run, const std::string& number) {
    app::CaseReturnRequest request;
    request.number = number;
    request.things = things_of(run.words);
    request.things.from.reset();
    request.to = run.words.get("to");
    request.complete = run.words.has("complete");
    request.second = run.words.get("second");
    request.note = run.words.get("note");
    request.details = details_of(run);
    return request;
}

// During set-up the first administrator alone puts counted stock in.
Outcome receive_at_setup(Run& run) {
    const auto [model, quantity] =
        split_last(run.words.need("counted"), "--counted takes MODEL:QTY");
    return recorded(
        app::add_counted_stock(*run.ledger, run.author, model, run.words.need("location"),
                               quantity_of(quantity, "--counted takes MODEL:QTY")),
        quantity + " of " + model + " received.");
}

Outcome receive(Run& run) {
    if (const auto transit = run.words.get("transit"))
        return movement(
            run,
            app::receive_transit(*run.ledger, run.author, case_return(run, *transit), run.secrets),
            "Received from its way");
    if (run.words.has("counted") && app::is_setting_up(*run.ledger, run.author))
        return receive_at_setup(run);
    app::DeliveryRequest request;
    request.items = read_items(run.words, run.words.all("item"));
    request.stock = read_stock(run.words, "batch");
    for (const app::CodeQuantity& each : quantities_of(run.words, "counted")) {
        app::ReadStock stock;
        stock.model = each.code;
        stock.quantity = each.quantity;
        request.stock.push_back(stock);
    }
    request.location = run.words.need("location");
    request.position = run.words.get("position").value_or("");
    request.supplier = run.words.get("supplier").value_or("");
    request.order = run.words.get("order").value_or("");
    request.second = run.words.get("second");
    request.note = run.words.get("note");
    request.details = details_of(run);
    return movement(run, app::receive_delivery(*run.ledger, run.author, request, run.secrets),
                    "Received");
}

Outcome move(Run& run) {
    const app::TransferRequest request{things_of(run.words),        run.words.need("to"),
                                       run.words.has("in-transit"), run.words.get("second"),
                                       run.words.get("note"),       details_of(run)};
    return movement(run, app::transfer(*run.ledger, run.author, request, run.secrets),
                    request.in_transit ? "Sent on its way" : "Moved");
}

app::LoanRequest loan_request(const Run& run) {
    app::LoanRequest request;
    const auto due = date_of(run.words, "due");
    if (!due) throw app::UsageError{"A loan needs its last day: --due 2026-04-01"};
    request.due = *due;
    request.reference = run.words.get("reference").value_or("");
    request.location = run.words.get("location");
    request.contact = run.words.get("contact");
    request.second = run.words.get("second");
    request.details = details_of(run);
    return request;
}

Outcome loan(Run& run) {
    const Words& words = run.words;
    if (const auto number = words.get("back"))
        return movement(
            run, app::return_loan(*run.ledger, run.author, case_return(run, *number), run.secrets),
            "Back from the loan");
    if (const auto number = words.get("acknowledge"))
        return movement(run,
                        app::acknowledge_loan(*run.ledger, run.author, *number,
                                              words.has("of-return"), words.get("who").value_or(""),
                                              words.get("reference").value_or(""), details_of(run)),
                        "Acknowledged");
    app::LoanRequest request = loan_request(run);
    if (words.has("out")) {
        request.other = words.get("to").value_or("");
        request.things = {words.all("item"), quantities_of(words, "batch"), words.get("location")};
        return movement(run, app::lend(*run.ledger, run.author, request, run.secrets), "Lent");
    }
    if (!words.has("in"))
        throw app::UsageError{"Which way? loan --out, --in, --back N or --acknowledge N"};
    request.other = words.get("from").value_or("");
    request.things.items = words.all("known");
    request.items = read_items(words, words.all("item"));
    request.stock = read_stock(words, "batch");
    return movement(run, app::borrow(*run.ledger, run.author, request, run.secrets), "Borrowed");
}

Outcome expend(Run& run) {
    const app::ExpendRequest request{all_expended(run.words, "batch"),
                                     run.words.get("location"),
                                     run.words.get("officer"),
                                     run.words.get("course"),
                                     run.words.get("second"),
                                     run.words.get("note"),
                                     details_of(run)};
    return movement(run, app::expend(*run.ledger, run.author, request, run.secrets), "Used up");
}

Outcome correct(Run& run) {
    const Words& words = run.words;
    if (words.positional.empty()) {
        const app::ItemCorrectionRequest request{
            words.need("item"),    words.get("serial"),   words.get("serial-again"),
            words.get("tag"),      words.get("position"), words.get("reason").value_or(""),
            words.get("approver"), details_of(run)};
        return movement(run, app::correct_item(*run.ledger, run.author, request, run.secrets),
                        "Corrected on the register");
    }
    app::CorrectionRequest request;
    request.of = quantity_of(words.word(0, "the number N"), "correct takes the number of an entry");
    request.entered = things_of(words);
    request.expended = all_expended(words, "expend");
    request.reason = words.get("reason").value_or("");
    request.approver = words.get("approver");
    request.details = details_of(run);
    return movement(run, app::correct_movement(*run.ledger, run.author, request, run.secrets),
                    "Corrected");
}

Outcome handover(Run& run) {
    const Words& words = run.words;
    if (const auto vehicle = words.get("vehicle")) {
        const app::VehicleCheckRequest request{
            *vehicle,
            words.get("stage").value_or("handover"),
            words.get("from"),
            words.get("to"),
            {words.all("item"), quantities_of(words, "batch"), {}},
            words.get("discrepancy"),
            details_of(run)};
        return movement(run, app::check_vehicle(*run.ledger, run.author, request, run.secrets),
                        "Checked");
    }
    if (const auto reason = words.get("alone"))
        return movement(
            run,
            app::take_over_alone(*run.ledger, run.author, words.get("location"), words.get("count"),
                                 *reason, details_of(run)),
            "Taken over");
    return movement(
        run,
        app::hand_over_duty(*run.ledger, run.author, words.need("to"), words.get("location"),
                            words.get("count"), words.get("note"), run.secrets, details_of(run)),
        "Handed over");
}

std::vector<Option> receive_options() {
    return {
        item,
        {"again", "SERIAL", "the serial of each item once more, as read again", true},
        {"tag", "TAG", "the asset tag of each item, in the same order", true},
        {"batch", "CODE:QTY", "MODEL/NUMBER:QTY of a delivery; CODE:QTY of a consignment", true},
        {"expiry", "DATE", "last day of use of the batch"},
        {"box-size", "N", "rounds in one sealed box"},
        {"boxes", "N", "sealed boxes; else as many as seals"},
        {"seal", "SEAL", "the seal of a box", true},
        {"use", "WORD", "operational (default), training, blank, drill"},
        {"counted", "MODEL:QTY", "counted stock (no serial, no batch)", true},
        {"location", "LOCATION", "where it is put"},
        {"position", "PLACE", "the place there"},
        {"supplier", "WORDS", "who delivered it"},
        {"order", "REF", "order or delivery note"},
        {"transit", "N", "what arrived of consignment N, at its destination"},
        complete,
        second,
        happened,
        paper,
        note};
}

Command loan_command() {
    return {
        "loan",
        "",
        "Lend, borrow, acknowledge, and take or give back",
        Needs::commit,
        {{"out", nullptr, "lend --item and --batch --to another force"},
         {"in", nullptr, "borrow --from another force: --item MODEL/SERIAL --again SERIAL"},
         {"back", "N", "what comes back of loan N (`import`: lent before), or goes to its owner"},
         {"acknowledge", "N", "the other end confirmed loan N"},
         {"of-return", nullptr, "it confirmed the return"},
         {"who", "NAME", "who confirmed it there; kept private"},
         item,
         {"again", "SERIAL", "the serial of each borrowed item, as read again", true},
         {"tag", "TAG", "the asset tag of each borrowed item", true},
         {"known", "CODE", "a visitor's item that was here before", true},
         {"batch", "CODE:QTY", "a quantity; MODEL/NUMBER:QTY of a borrowed batch", true},
         {"expiry", "DATE", "last day of use of a borrowed batch"},
         {"box-size", "N", "rounds in one sealed box"},
         {"boxes", "N", "sealed boxes of it"},
         {"seal", "SEAL", "the seal of a box", true},
         {"use", "WORD", "operational (default), training, blank, drill"},
         {"to", "WORDS", "the other force; of --back: where it is put"},
         {"from", "WORDS", "the other force that lends"},
         {"due", "DATE", "last day of the loan"},
         {"location", "LOCATION", "where quantities are taken from, or borrowed stock is put"},
         {"reference", "REF", "the loan's, or their receipt's, reference"},
         {"contact", "NAME", "whom to ask there; kept private"},
         complete,
         second,
         happened,
         paper,
         note},
        loan};
}

Command correct_command() {
    const Option approver{"approver", "USER", "who approves; they give their own secret"};
    const Option from{"from", "LOCATION", "where quantities are taken from"};
    return {"correct",
            "[N]",
            "Take movement N back and enter what is right; or correct an item's serial",
            Needs::commit,
            {item,
             batch,
             from,
             {"expend", "CODE:QTY:REASON:REF", "what was in truth used up", true},
             {"serial", "SERIAL", "the item's right serial"},
             {"serial-again", "SERIAL", "the same, read once more"},
             {"tag", "TAG", "its right tag"},
             {"position", "PLACE", "its right place at home"},
             {"reason", "WORDS", "why; kept private"},
             approver,
             happened,
             paper},
            correct};
}

Command handover_command() {
    return {"handover",
            "",
            "Hand the duty to another user, or check a vehicle's safe",
            Needs::commit,
            {{"to", "USER", "who takes the duty; of a vehicle: the officer who takes it"},
             {"from", "COLLAR", "of a vehicle: the officer who gives it"},
             {"location", "LOCATION", "the place; else this armoury"},
             {"count", "N", "the joint count"},
             {"alone", "REASON", "take the duty over where whoever had it went without"},
             {"vehicle", "LOCATION", "the vehicle's safe"},
             {"stage", "WORD", "start, handover (default) or end"},
             item,
             batch,
             {"discrepancy", "WORDS", "close the check although it differs: what is known of it"},
             happened,
             paper,
             note},
            handover};
}

}  // namespace

std::vector<Command> movement_commands() {
    const Option from{"from", "LOCATION", "where quantities are taken from"};
    return {
        {"receive", "", "Receive a delivery, or what arrived of a consignment", Needs::commit,
         receive_options(), receive},
        {"move",
         "",
         "Move items and quantities to another place, at once or in transit",
         Needs::commit,
         {item,
          batch,
          from,
          {"to", "LOCATION", "where it goes"},
          {"in-transit", nullptr, "it is received there with `receive --transit N`"},
          second,
          happened,
          paper,
          note},
         move},
        loan_command(),
        {"expend",
         "",
         "Record what was used up without a return",
         Needs::commit,
         {{"batch", "CODE:QTY:REASON:REF", "what, and the report's reference", true},
          {"location", "LOCATION", "where it was"},
          {"officer", "COLLAR", "or who had drawn it"},
          {"course", "REF", "course reference"},
          second,
          happened,
          paper,
          note},
         expend},
        correct_command(),
        handover_command(),
    };
}

}  // namespace muster::cli
