// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/app/count_results.hpp"

// The papers of a count: its sheets, blank and filled, what came of it, and its certificate.
namespace muster::cli {
namespace {

core::CountId count_of(const Run& run) {
    return app::count_id(run.words.word(0, "the count N"));
}

Outcome sheets(Run& run) {
    const std::string path = run.words.need("out");
    Outcome outcome =
        recorded(app::export_count_sheets(*run.ledger, run.author, count_of(run), path),
                 "Blank sheets: " + path + ". Print one set for each counter.");
    if (!outcome.refused) outcome.result["file"] = path;
    return outcome;
}

Outcome import(Run& run) {
    const auto taken =
        app::import_count_sheet(*run.ledger, run.author, count_of(run), run.words.need("file"));
    if (!taken) return refusal(taken.error());
    Outcome outcome;
    outcome.exit_code = taken.value().faults.empty() ? 0 : 1;
    for (const app::SheetFault& fault : taken.value().faults) {
        outcome.faults.emplace_back(core::Value::Object{
            {"row", fault.row}, {"column", fault.column}, {"words", fault.words}});
        outcome.text.push_back("Row " + std::to_string(fault.row) + ", " + fault.column + ": " +
                               fault.words);
    }
    outcome.result = {{"recorded", taken.value().recorded},
                      {"already", texts(taken.value().already)}};
    outcome.text.push_back(taken.value().faults.empty() ? "Recorded." : "Nothing was taken.");
    return outcome;
}

Outcome mine(Run& run) {
    const auto own = app::own_sheet(*run.ledger, run.author, count_of(run));
    if (!own) return refusal(own.error());
    Outcome outcome;
    core::Value::Array places;
    for (const app::OwnSheet::Place& place : own.value().places) {
        places.emplace_back(core::Value::Object{
            {"location", place.location}, {"scans", place.scans}, {"skipped", place.skipped}});
        outcome.text.push_back(place.location + ": " +
                               (place.skipped      ? "skipped"
                                : place.scans == 0 ? "not yet counted"
                                                   : std::to_string(place.scans) + " scans"));
    }
    for (const std::string& scan : own.value().last) outcome.text.push_back("  " + scan);
    outcome.result = {{"places", std::move(places)},
                      {"last", texts(own.value().last)},
                      {"handed_in", own.value().handed_in}};
    if (own.value().handed_in) outcome.text.push_back("Your sheet is handed in.");
    return outcome;
}

core::Value::Object line_of(const app::CountLine& line) {
    core::Value::Array moves;
    for (const core::EntryNumber number : line.movements) moves.emplace_back(number);
    return {{"location", line.location}, {"words", line.words}, {"result", line.result},
            {"expected", line.expected}, {"moved", line.moved}, {"movements", std::move(moves)},
            {"counted", line.counted}};
}

Outcome show(Run& run) {
    const auto shown = app::show_count(*run.ledger, count_of(run), run.viewer);
    if (!shown) return refusal(shown.error());
    const app::CountFile& file = shown.value();
    Outcome outcome;
    outcome.text.push_back(file.id + "  " + file.title + (file.blind ? ", blind" : "") + ", " +
                           file.state + ", began " + file.started);
    outcome.text.push_back("Counted by " + file.counters.at(0) + " and " + file.counters.at(1) +
                           (file.third.empty() ? "" : ", once more by " + file.third));
    core::Value::Array comparisons;
    for (const app::ComparisonOfCount& comparison : file.comparisons) {
        core::Value::Array lines;
        outcome.text.push_back("Compared " + comparison.when + ", entry " +
                               std::to_string(comparison.entry) + ":");
        for (const app::CountLine& line : comparison.lines) {
            lines.emplace_back(line_of(line));
            outcome.text.push_back("  " + line.location + "  " + line.words + ": " + line.result +
                                   ", book " + std::to_string(line.expected) + ", moved " +
                                   std::to_string(line.moved) + ", counted " +
                                   std::to_string(line.counted));
        }
        comparisons.emplace_back(
            core::Value::Object{{"entry", comparison.entry}, {"lines", std::move(lines)}});
    }
    for (const std::string& each : file.overrides) outcome.text.push_back("Overridden: " + each);
    if (!file.certificate.empty()) outcome.text.push_back(file.certificate);
    outcome.result = {{"state", file.state},
                      {"sort", file.sort},
                      {"places", texts(file.places)},
                      {"counters", texts(file.counters)},
                      {"third", file.third},
                      {"comparisons", std::move(comparisons)},
                      {"overrides", texts(file.overrides)},
                      {"certificate", file.certificate},
                      {"short", file.short_form}};
    return outcome;
}

Outcome certificate(Run& run) {
    const std::string path = run.words.need("out");
    Outcome outcome =
        recorded(app::export_certificate(*run.ledger, run.author, count_of(run), path),
                 "Certificate: " + path);
    if (!outcome.refused) outcome.result["file"] = path;
    return outcome;
}

Outcome custodian(Run& run) {
    return recorded(app::set_custodian(*run.ledger, run.author, run.words.need("location"),
                                       run.words.get("user")),
                    run.words.has("user") ? run.words.need("user") + " is in charge there."
                                          : std::string{"Nobody is named for it any more."});
}

}  // namespace

std::vector<Command> count_paper_commands() {
    const Option out{"out", "FILE.pdf", "where it is written"};
    return {
        {"count sheets",
         "N",
         "Draw the blank sheets of a count, in the random order of its places",
         Needs::commit,
         {out},
         sheets},
        {"count import",
         "N",
         "Take a filled sheet as your own scans (CSV: location, what, code, quantity, seal, note)",
         Needs::drafting,
         {{"file", "FILE.csv", "the sheet"}},
         import},
        {"count mine",
         "N",
         "Show your own sheet: places done and not, your last scans",
         Needs::drafting,
         {},
         mine},
        {"count show",
         "N",
         "Show a count with all its comparisons; not to whoever counts blind",
         Needs::viewing,
         {},
         show},
        {"count certificate",
         "N",
         "Draw the certificate of a closed count, with SHORT",
         Needs::commit,
         {out},
         certificate},
        {"custodian set",
         "",
         "Name who is in charge of a location and all below it",
         Needs::commit,
         {{"location", "LOCATION", "the place"}, {"user", "USER", "who; nobody where left out"}},
         custodian},
    };
}

}  // namespace muster::cli
