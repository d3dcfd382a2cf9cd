// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/import_register.hpp"

namespace muster::cli {
namespace {

core::Value::Array fault_values(const std::vector<app::ImportFault>& faults) {
    core::Value::Array values;
    for (const app::ImportFault& fault : faults)
        values.emplace_back(core::Value::Object{{"sheet", fault.sheet},
                                                {"row", fault.row},
                                                {"column", fault.column},
                                                {"code", fault.code},
                                                {"words", fault.words}});
    return values;
}

void describe_faults(Outcome& outcome, const std::vector<app::ImportFault>& faults) {
    for (const app::ImportFault& fault : faults)
        outcome.text.push_back(fault.sheet + " " + fault.column + std::to_string(fault.row) + "  " +
                               fault.code + ": " + fault.words);
}

Outcome report_outcome(const app::ImportReport& report, bool wanted_to_import) {
    Outcome outcome;
    outcome.faults = fault_values(report.faults);
    outcome.warnings = fault_values(report.warnings);
    outcome.result = {
        {"imported", report.imported},  {"skipped", report.receipt ? report.skipped : 0},
        {"held", report.held},          {"items", report.item_rows},
        {"batches", report.batch_rows}, {"officers", report.officer_rows},
        {"sha256", report.sha256}};
    describe_faults(outcome, report.faults);
    const std::string faults = std::to_string(report.faults.size()) + " faults, " +
                               std::to_string(report.warnings.size()) + " warnings";
    if (report.receipt) {
        put_receipt(outcome, *report.receipt);
        outcome.text.push_back(std::to_string(report.imported) + " rows imported, " +
                               std::to_string(report.skipped) + " skipped. " + faults + ".");
    } else {
        outcome.exit_code = report.faults.empty() ? 0 : 1;
        outcome.text.push_back(
            faults + ". Nothing was changed." +
            (wanted_to_import
                 ? " Correct the file, or leave the faulty rows out with --skip-faulty."
                 : ""));
    }
    return outcome;
}

Outcome import_file(Run& run, const std::optional<std::string>& kind) {
    app::ImportRequest request;
    request.path = run.words.word(0, "a FILE");
    request.kind = kind;
    request.sheet = run.words.get("sheet");
    request.skip_faulty = run.words.has("skip-faulty");
    request.approver = run.words.get("approver");
    for (const std::string& pair : run.words.all("column")) {
        const auto [heading, field] = split_last(pair, "--column takes HEADING:FIELD");
        request.mapping.headings.push_back({"", heading, field});
    }
    if (run.words.has("dry-run"))
        return report_outcome(
            app::inspect_register(request, run.ledger, run.given.now.value_or(app::system_now())),
            false);
    auto report = app::import_register(*run.ledger, run.author, request, run.secrets);
    if (!report) return refusal(report.error());
    return report_outcome(report.value(), true);
}

}  // namespace

std::vector<Command> import_commands() {
    const std::vector<Option> options{
        {"sheet", "NAME", "only this sheet"},
        {"column", "HEADING:FIELD", "read this heading as that field", true},
        {"dry-run", nullptr, "only say what is wrong; nothing is changed"},
        {"skip-faulty", nullptr, "import the rows without a fault"},
        {"approver", "USER", "who approves, after set-up"}};
    std::vector<Command> all;
    all.push_back({"import workbook", "FILE",
                   "Import a force's register: weapons, munitions, officers", Needs::commit,
                   options, [](Run& run) { return import_file(run, std::nullopt); }});
    all.push_back({"import items", "FILE", "Import items alone", Needs::commit, options,
                   [](Run& run) { return import_file(run, "items"); }});
    all.push_back({"import batches", "FILE", "Import batches alone", Needs::commit, options,
                   [](Run& run) { return import_file(run, "batches"); }});
    all.push_back({"import officers", "FILE", "Import officers alone", Needs::commit, options,
                   [](Run& run) { return import_file(run, "officers"); }});
    return all;
}

}  // namespace muster::cli
