// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/movement_words.hpp"

namespace muster::cli {
namespace {

using namespace movement_option;

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
    outcome.result["mode"] = receipt.mode.empty() ? "attended" : receipt.mode;
    if (!receipt.still_out.empty()) outcome.result["still_out"] = texts(receipt.still_out);
    for (const std::string& words : receipt.warnings)
        outcome.warnings.emplace_back(core::Value::Object{{"words", words}});
    outcome.text.push_back(verb + ", number " + std::to_string(receipt.number) + ".");
    for (const std::string& line : receipt.lines) outcome.text.push_back("  " + line);
    for (const core::EntryNumber number : receipt.discrepancies)
        outcome.text.push_back(app::discrepancy_words(*run.ledger, number));
    for (const std::string& line : receipt.still_out)
        outcome.text.push_back("Still out of the kit " + line);
    for (const std::string& words : receipt.warnings) outcome.text.push_back("Note: " + words);
    if (receipt.mode == "urgent")
        outcome.text.push_back("URGENT: the officer confirms it with `musterctl confirm " +
                               std::to_string(receipt.number) + "`.");
    else if (!receipt.confirmed)
        outcome.text.push_back("Recorded without the officer's confirmation.");
    outcome.text.push_back("Receipt " + receipt.receipt.short_form);
    return outcome;
}

std::vector<app::AttendeeUse> attendees_of(const Words& words) {
    constexpr const char* shape = "--attendee takes COLLAR:CODE:QTY";
    std::vector<app::AttendeeUse> all;
    for (const std::string& text : words.all("attendee")) {
        const auto [rest, quantity] = split_last(text, shape);
        const auto colon = rest.find(':');
        if (colon == std::string::npos) throw app::UsageError{std::string{shape} + ", not " + text};
        all.push_back(
            {rest.substr(0, colon), rest.substr(colon + 1), quantity_of(quantity, shape)});
    }
    return all;
}

Outcome issue(Run& run) {
    app::IssueRequest request;
    request.collar = run.words.need("to");
    request.items = run.words.all("item");
    request.batches = quantities_of(run.words, "batch");
    request.purpose = run.words.get("purpose").value_or("operational");
    request.location = run.words.get("location");
    request.deployment = run.words.get("deployment");
    request.course = run.words.get("course");
    request.second = run.words.get("second");
    request.override_reason = run.words.get("override");
    request.overridden_by = run.words.get("overridden-by");
    request.note = run.words.get("note");
    request.kits = run.words.all("kit");
    request.urgent = run.words.has("urgent");
    request.signed_on_paper = run.words.has("signed-on-paper");
    request.paired_with = run.words.get("paired");
    if (request.urgent && request.paired_with)
        throw app::UsageError{"An issue is --urgent or --paired, not both."};
    request.details = details_of(run);
    return moved(run, app::issue(*run.ledger, run.author, request, run.secrets), "Issued");
}

// A reference alone is that of all cartridges; with one of the codes before it, of those only.
void read_downloads(const Words& words, app::ReturnRequest& request) {
    for (const std::string& text : words.all("download")) {
        const std::string code = text.substr(0, text.find(':'));
        const auto used = std::find_if(request.expended.begin(), request.expended.end(),
                                       [&](const auto& each) { return each.code == code; });
        if (code.size() < text.size() && used != request.expended.end())
            used->download = text.substr(code.size() + 1);
        else
            request.download = text;
    }
}

Outcome take_back(Run& run) {
    app::ReturnRequest request;
    request.collar = run.words.get("from");
    request.brought_by = run.words.get("brought-by");
    request.items = run.words.all("item");
    request.batches = quantities_of(run.words, "batch");
    request.expended = all_expended(run.words, "expend");
    request.location = run.words.get("location");
    request.partial = run.words.has("partial");
    request.second = run.words.get("second");
    request.note = run.words.get("note");
    request.rounds = quantities_of(run.words, "rounds");
    request.attendees = attendees_of(run.words);
    request.range_declared = run.words.has("range-clear");
    for (const std::string& text : run.words.all("short")) {
        const auto colon = text.find(':');
        if (colon == std::string::npos)
            throw app::UsageError{"--short takes CODE:WORDS, not " + text};
        request.shortages.push_back({text.substr(0, colon), text.substr(colon + 1)});
    }
    if (run.words.has("unloaded")) request.unloaded = true;
    read_downloads(run.words, request);
    request.paired_with = run.words.get("paired");
    request.details = details_of(run);
    return moved(run, app::take_back(*run.ledger, run.author, request, run.secrets), "Returned");
}

}  // namespace

std::vector<Command> counter_commands() {
    const Option location{"location", "LOCATION",
                          "the location munitions are taken from, or put to"};
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
          {"kit", "CODE", "a kit, whose lines the items and quantities fill", true},
          {"signed-on-paper", nullptr, "the officer signed the page: no PIN; with --paper"},
          {"urgent", nullptr, "cannot wait: no PIN now, the officer confirms it within hours"},
          {"paired", "COLLAR", "the officer who hands out, where officers issue in pairs"},
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
          {"rounds", "CODE:QTY", "rounds fired through a weapon since it was drawn", true},
          {"attendee", "COLLAR:CODE:QTY", "what one attendee of a course used up", true},
          {"range-clear", nullptr, "the end-of-range declaration was made"},
          {"short", "CODE:WORDS", "why less of it came back than was out", true},
          {"unloaded", nullptr, "the weapons were seen unloaded and clear"},
          {"download", "[CODE:]REF", "the device's download, of cartridges that were fired", true},
          {"paired", "COLLAR", "the officer who takes it back, where officers do so in pairs"},
          second,
          happened,
          paper,
          note},
         take_back},
    };
}

}  // namespace muster::cli
