// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/counter.hpp"

namespace muster::cli {
namespace {

std::vector<app::CodeQuantity> batches_of(const Words& words) {
    std::vector<app::CodeQuantity> all;
    for (const std::string& text : words.all("batch")) {
        const auto [code, quantity] = split_last(text, "--batch takes CODE:QTY");
        all.push_back({code, quantity_of(quantity, "--batch takes CODE:QTY, QTY a whole number")});
    }
    return all;
}

app::CodeExpended expended_of(const std::string& text) {
    constexpr const char* shape = "--expend takes CODE:QTY:REASON:REF";
    // A reference may be absent; a code may not hold a colon.
    const auto first = text.find(':');
    const auto second = first == std::string::npos ? first : text.find(':', first + 1);
    if (second == std::string::npos) throw app::UsageError{std::string{shape} + ", not " + text};
    const auto third = text.find(':', second + 1);
    app::CodeExpended used;
    used.code = text.substr(0, first);
    used.quantity = quantity_of(text.substr(first + 1, second - first - 1), shape);
    used.reason = text.substr(second + 1, third == std::string::npos ? third : third - second - 1);
    if (third != std::string::npos) used.reference = text.substr(third + 1);
    return used;
}

app::CommitDetails details_of(const Run& run) {
    app::CommitDetails details;
    details.request = run.request;
    details.request_content = run.request_content;
    details.paper = run.words.get("paper");
    if (const auto text = run.words.get("happened")) {
        details.happened_at = core::instant_of(*text);
        if (!details.happened_at)
            throw app::UsageError{"--happened takes an instant as 2026-03-01T06:41:12.345Z, not " +
                                  *text};
    }
    return details;
}

Outcome moved(Run& run, const core::Result<app::MovementReceipt>& done, const std::string& verb) {
    if (!done) return refusal(done.error());
    const app::MovementReceipt& receipt = done.value();
    Outcome outcome;
    put_receipt(outcome, receipt.receipt);
    outcome.result["number"] = receipt.number;
    outcome.result["confirmed"] = receipt.confirmed;
    outcome.result["lines"] = texts(receipt.lines);
    core::Value::Array discrepancies;
    for (const core::EntryNumber number : receipt.discrepancies)
        discrepancies.emplace_back("d-" + std::to_string(number));
    outcome.result["discrepancies"] = std::move(discrepancies);
    outcome.result["overrides"] = texts(receipt.overrides);
    outcome.text.push_back(verb + ", number " + std::to_string(receipt.number) + ".");
    for (const std::string& line : receipt.lines) outcome.text.push_back("  " + line);
    for (const core::EntryNumber number : receipt.discrepancies)
        outcome.text.push_back(app::discrepancy_words(*run.ledger, number));
    if (!receipt.confirmed) outcome.text.push_back("Recorded without the officer's confirmation.");
    outcome.text.push_back("Receipt " + receipt.receipt.short_form);
    return outcome;
}

Outcome issue(Run& run) {
    app::IssueRequest request;
    request.collar = run.words.need("to");
    request.items = run.words.all("item");
    request.batches = batches_of(run.words);
    request.purpose = run.words.get("purpose").value_or("operational");
    request.location = run.words.get("location");
    request.deployment = run.words.get("deployment");
    request.course = run.words.get("course");
    request.second = run.words.get("second");
    request.override_reason = run.words.get("override");
    request.overridden_by = run.words.get("overridden-by");
    request.note = run.words.get("note");
    request.details = details_of(run);
    return moved(run, app::issue(*run.ledger, run.author, request, run.secrets), "Issued");
}

Outcome take_back(Run& run) {
    app::ReturnRequest request;
    request.collar = run.words.get("from");
    request.brought_by = run.words.get("brought-by");
    request.items = run.words.all("item");
    request.batches = batches_of(run.words);
    for (const std::string& text : run.words.all("expend"))
        request.expended.push_back(expended_of(text));
    request.location = run.words.get("location");
    request.partial = run.words.has("partial");
    request.second = run.words.get("second");
    request.note = run.words.get("note");
    request.details = details_of(run);
    return moved(run, app::take_back(*run.ledger, run.author, request, run.secrets), "Returned");
}

Outcome receive(Run& run) {
    const auto [model, quantity] =
        split_last(run.words.need("counted"), "--counted takes MODEL:QTY");
    return recorded(
        app::add_counted_stock(*run.ledger, run.author, model, run.words.need("location"),
                               quantity_of(quantity, "--counted takes MODEL:QTY")),
        quantity + " of " + model + " received.");
}

}  // namespace

std::vector<Command> counter_commands() {
    const Option item{"item", "CODE", "an item: tag, MODEL/SERIAL or serial", true};
    const Option batch{"batch", "CODE:QTY", "a quantity of a batch or of counted stock", true};
    const Option location{"location", "LOCATION",
                          "the location munitions are taken from, or put to"};
    const Option second{"second", "USER", "the second person; they give their own secret"};
    const Option happened{"happened", "INSTANT", "when it happened, where it is keyed later"};
    const Option paper{"paper", "PAGE", "page of the numbered paper form"};
    const Option note{"note", "WORDS", "free text, kept private"};
    return {
        {"issue",
         "",
         "Issue items and quantities to an officer, as one movement",
         Needs::commit,
         {{"to", "COLLAR", "the officer, who gives their PIN (secret officer:COLLAR)"},
          item,
          batch,
          location,
          {"purpose", "CODE", "operational (default), training, maintenance, display"},
          {"deployment", "REF", "deployment reference"},
          {"course", "REF", "course reference of a training draw"},
          second,
          {"override", "REASON", "override what may be overridden, and why"},
          {"overridden-by", "USER", "who answers for it; they give their own secret"},
          happened,
          paper,
          note},
         issue},
        {"return",
         "",
         "Take items and quantities back; what does not add up opens a discrepancy",
         Needs::commit,
         {{"from", "COLLAR", "the officer who drew; found from the items where absent"},
          {"brought-by", "COLLAR", "who brought it, where another"},
          item,
          batch,
          {"expend", "CODE:QTY:REASON:REF", "what was used up, and the report's reference", true},
          location,
          {"partial", nullptr, "a lesser line stays open instead of being short"},
          second,
          happened,
          paper,
          note},
         take_back},
        {"receive",
         "",
         "Put counted stock (no serial, no batch) into a location",
         Needs::commit,
         {{"counted", "MODEL:QTY", "what and how many"}, location},
         receive},
    };
}

}  // namespace muster::cli
