// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/discrepancies.hpp"

// What is done about a discrepancy. Its lists stand among the other lists.
namespace muster::cli {
namespace {

core::DiscrepancyId id_of(const Run& run) {
    return app::discrepancy_id(run.words.word(0, "the discrepancy N"));
}

core::Value::Array steps_of(const app::DiscrepancyFile& file) {
    core::Value::Array steps;
    for (const app::DiscrepancyStep& step : file.steps)
        steps.emplace_back(core::Value::Object{{"entry", step.entry},
                                               {"when", step.when},
                                               {"by", step.by},
                                               {"action", step.action},
                                               {"note", step.note},
                                               {"evidence", step.evidence}});
    return steps;
}

void say(Outcome& outcome, const std::string& name, const std::string& words) {
    if (!words.empty()) outcome.text.push_back(name + ": " + words);
}

Outcome show(Run& run) {
    const auto shown = app::show_discrepancy(*run.ledger, id_of(run), run.viewer);
    if (!shown) return refusal(shown.error());
    const app::DiscrepancyFile& file = shown.value();
    Outcome outcome;
    outcome.text.push_back(file.id + "  " + file.subject + " at " + file.holder + ": book " +
                           std::to_string(file.expected) + ", found " + std::to_string(file.found));
    say(outcome, "Found",
        file.opened_at + (file.found_by.empty() ? "" : " by " + file.found_by) +
            (file.count.empty() ? "" : " in count " + file.count) + ", beside entry " +
            std::to_string(file.beside));
    say(outcome, "Severity", file.severity);
    say(outcome, "Report by", file.due + (file.overdue ? "  OVERDUE" : ""));
    say(outcome, "Reported", file.reported);
    say(outcome, "Looked into by", file.assigned);
    for (const std::string& cause : file.likely) outcome.text.push_back("Likely: " + cause);
    for (const app::DiscrepancyStep& step : file.steps)
        outcome.text.push_back(std::to_string(step.entry) + "  " + step.when + "  " + step.by +
                               "  " + step.action + (step.note.empty() ? "" : ": " + step.note) +
                               (step.evidence.empty() ? "" : "  [" + step.evidence + "]"));
    say(outcome, "State", file.state + (file.outcome.empty() ? "" : ", " + file.outcome));
    outcome.result = {{"discrepancy", file.id},
                      {"sort", file.sort},
                      {"subject", file.subject},
                      {"holder", file.holder},
                      {"expected", file.expected},
                      {"found", file.found},
                      {"state", file.state},
                      {"opened", file.opened_at},
                      {"found_by", file.found_by},
                      {"in_count", file.count},
                      {"beside", file.beside},
                      {"severity", file.severity},
                      {"due", file.due},
                      {"overdue", file.overdue},
                      {"reported", file.reported},
                      {"assigned", file.assigned},
                      {"outcome", file.outcome},
                      {"resolved_by", file.resolved_by},
                      {"approved_by", file.approved_by},
                      {"steps", steps_of(file)},
                      {"likely", texts(file.likely)}};
    if (file.adjustment) outcome.result["adjustment"] = *file.adjustment;
    return outcome;
}

Outcome assign(Run& run) {
    return recorded(
        app::assign_discrepancy(*run.ledger, run.author, id_of(run), run.words.need("to")),
        run.words.need("to") + " looks into it from now on.");
}

Outcome note(Run& run) {
    const bool reported = run.words.has("reported");
    return recorded(
        app::note_discrepancy(*run.ledger, run.author, id_of(run), reported ? "reported" : "note",
                              run.words.need("words"), run.words.get("evidence")),
        reported ? "It is recorded as reported upwards." : "It is on the file.");
}

Outcome resolve(Run& run) {
    app::Resolution resolution;
    resolution.outcome = run.words.need("outcome");
    resolution.words = run.words.need("words");
    resolution.lessons = run.words.get("lessons");
    if (const auto text = run.words.get("adjust")) {
        const bool less = text->starts_with("-");
        const auto digits = less || text->starts_with("+") ? text->substr(1) : *text;
        const auto number = quantity_of(digits, "--adjust takes +N or -N");
        resolution.adjustment = less ? -number : number;
    }
    return recorded(app::resolve_discrepancy(*run.ledger, run.author, id_of(run), resolution),
                    "Resolved. Somebody who did not count approves it.");
}

Outcome approve(Run& run) {
    return recorded(app::approve_discrepancy(*run.ledger, run.author, id_of(run)), "Approved.");
}

Outcome evidence(Run& run) {
    const std::string path = run.words.need("out");
    const auto done = app::export_evidence(*run.ledger, run.words.word(0, "the evidence's SHA-256"),
                                           path, run.viewer);
    if (!done) return refusal(done.error());
    Outcome outcome;
    outcome.result["file"] = path;
    outcome.text.push_back("Evidence: " + path);
    return outcome;
}

}  // namespace

std::vector<Command> discrepancy_commands() {
    const Option words{"words", "WORDS", "what was done or learned"};
    return {
        {"discrepancy show",
         "N",
         "Show everything known of a discrepancy",
         Needs::viewing,
         {},
         show},
        {"discrepancy assign",
         "N",
         "Say who looks into it",
         Needs::commit,
         {{"to", "USER", "who"}},
         assign},
        {"discrepancy note",
         "N",
         "Put a note or a piece of evidence on its file, or that it was reported upwards",
         Needs::commit,
         {words,
          {"evidence", "FILE", "a file of up to 10 MB, kept beside the ledger"},
          {"reported", nullptr, "it was reported upwards: the clock stops"}},
         note},
        {"discrepancy resolve",
         "N",
         "Say what became of it",
         Needs::commit,
         {{"outcome", "WORD", "found, clerical, loss or theft"},
          words,
          {"lessons", "WORDS", "what is done so that it does not recur"},
          {"adjust", "+N", "what the book of that batch there is to change by, once approved"}},
         resolve},
        {"discrepancy approve",
         "N",
         "Approve what became of it; not by who counted or resolved it",
         Needs::commit,
         {},
         approve},
        {"discrepancy evidence",
         "SHA256",
         "Write a piece of evidence to a file",
         Needs::viewing,
         {{"out", "FILE", "where it is written"}},
         evidence},
    };
}

}  // namespace muster::cli
