// SPDX-License-Identifier: MIT
#include "cli/movement_words.hpp"
#include "muster/app/confirmations.hpp"
#include "muster/app/kits.hpp"

// What is done at the hatch beside issue and return: kits, late confirmations, function tests,
// cartridges, attendance, and what officers confirm to hold.
namespace muster::cli {
namespace {

using namespace movement_option;

Outcome kit_add(Run& run) {
    app::KitRequest kit;
    kit.name = run.words.word(0, "the kit's NAME");
    kit.label = run.words.get("label").value_or("");
    for (const std::string& text : run.words.all("line")) {
        const auto [what, quantity] = split_last(text, "--line takes MODEL:QTY or CATEGORY:QTY");
        kit.parts.push_back({what, quantity_of(quantity, "--line takes a whole QTY")});
    }
    return recorded(app::set_kit(*run.ledger, run.author, kit), "Kit " + kit.name + " is set.");
}

Outcome kit_withdraw(Run& run) {
    const std::string code = run.words.word(0, "the kit's NAME");
    return recorded(app::withdraw_kit(*run.ledger, run.author, code),
                    "Kit " + code + " is withdrawn.");
}

Outcome confirm(Run& run) {
    const std::int64_t number =
        quantity_of(run.words.word(0, "the urgent movement's number N"), "confirm takes a number");
    return recorded(app::confirm_issue(*run.ledger, run.author, number, run.secrets),
                    "Urgent issue " + std::to_string(number) + " is confirmed by its officer.");
}

Outcome test_function(Run& run) {
    app::FunctionTestRequest request;
    request.items = run.words.all("item");
    request.failed = run.words.get("failed");
    if (run.words.has("battery")) request.battery = run.words.number("battery", 0);
    request.details = details_of(run);
    return recorded(app::test_function(*run.ledger, run.author, request),
                    request.failed ? "The function test FAILED; what failed is defective."
                                   : "The function test is passed.");
}

Outcome swap_cartridges(Run& run) {
    app::CartridgeSwapRequest request;
    request.collar = run.words.need("to");
    request.spent = all_expended(run.words, "spent");
    request.fresh = quantities_of(run.words, "fresh");
    request.download = run.words.get("download");
    request.second = run.words.get("second");
    request.details = details_of(run);
    return movement(run, app::swap_cartridges(*run.ledger, run.author, request, run.secrets),
                    "Cartridges swapped");
}

Outcome set_attendance(Run& run) {
    const std::string place = run.words.word(0, "the LOCATION");
    const std::string mode = run.words.word(1, "attended or paired");
    return recorded(app::set_attendance(*run.ledger, run.author, place, mode,
                                        run.words.get("approver"), run.secrets),
                    place + " is " + mode + ".");
}

Outcome attest_ask(Run& run) {
    return recorded(
        app::ask_attestation(*run.ledger, run.author, run.words.all("officer")),
        "Asked. Each officer confirms at the counter: `musterctl attest confirm COLLAR`.");
}

Outcome attest_confirm(Run& run) {
    const std::string collar = run.words.word(0, "the officer's COLLAR");
    std::vector<app::SeenOtherwise> otherwise;
    for (const app::CodeQuantity& each : quantities_of(run.words, "has"))
        otherwise.push_back({each.code, each.quantity});
    return movement(run, app::attest(*run.ledger, run.author, collar, otherwise, run.secrets),
                    "Confirmed by " + collar);
}

}  // namespace

std::vector<Command> hatch_commands() {
    const Option approver{"approver", "USER", "who approves; they give their own secret"};
    return {
        {"kit add",
         "NAME",
         "Make or change a kit: what is drawn together, never by serial",
         Needs::commit,
         {{"label", "CODE", "the code on its label, as K-ARV-STD"},
          {"line", "WHAT:QTY", "a model or a category, and how many", true}},
         kit_add},
        {"kit withdraw", "NAME", "Withdraw a kit", Needs::commit, {}, kit_withdraw},
        {"confirm",
         "N",
         "Confirm an urgent issue afterwards, by its officer's PIN",
         Needs::commit,
         {},
         confirm},
        {"test-ced",
         "",
         "Record the day's function test of devices",
         Needs::commit,
         {item,
          {"failed", "WORDS", "what was wrong; it is then defective"},
          {"battery", "N", "charge in per cent"},
          happened,
          paper},
         test_function},
        {"cartridges",
         "",
         "Swap an officer's cartridges, the device staying out",
         Needs::commit,
         {{"to", "COLLAR", "the officer, who gives their PIN (secret officer:COLLAR)"},
          {"spent", "CODE:QTY:REASON:REF", "what was fired or spoiled, and the report", true},
          {"fresh", "CODE:QTY", "what they take instead", true},
          {"download", "REF", "the device's download"},
          second,
          happened,
          paper},
         swap_cartridges},
        {"location attend",
         "LOCATION MODE",
         "Say who attends there: attended (an armourer) or paired (two officers)",
         Needs::commit,
         {approver},
         set_attendance},
        {"attest ask",
         "",
         "Ask officers to confirm their long-term kit",
         Needs::commit,
         {{"officer", "COLLAR", "only them; else all who are due", true}},
         attest_ask},
        {"attest confirm",
         "COLLAR",
         "An officer confirms what they hold, by their PIN",
         Needs::commit,
         {{"has", "CODE:QTY", "what they hold otherwise than the book says", true}},
         attest_confirm},
    };
}

}  // namespace muster::cli
