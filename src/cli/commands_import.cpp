// SPDX-License-Identifier: MIT
#include <charconv>

#include "cli/command.hpp"
#include "cli/fault_words.hpp"
#include "cli/mapping_words.hpp"
#include "cli/watching.hpp"
#include "muster/app/import_register.hpp"

namespace muster::cli {
namespace {

core::Value sheet_value(const app::ImportSheet& sheet) {
    core::Value::Array columns;
    for (const app::ImportColumn& column : sheet.columns)
        columns.emplace_back(core::Value::Object{{"column", column.letters},
                                                 {"heading", column.heading},
                                                 {"field", column.field},
                                                 {"sure", column.sure}});
    core::Value::Object constants;
    for (const auto& [field, value] : sheet.constants) constants.emplace(field, value);
    core::Value::Array preview;
    for (const auto& row : sheet.preview)
        preview.emplace_back(core::Value::Object{{"row", row.row}, {"cells", texts(row.cells)}});
    return core::Value{core::Value::Object{{"sheet", sheet.sheet},
                                           {"kind", sheet.kind},
                                           {"heading_row", sheet.heading_row},
                                           {"rows", sheet.rows},
                                           {"columns", std::move(columns)},
                                           {"every_row", std::move(constants)},
                                           {"unsure", texts(sheet.unsure)},
                                           {"missing", texts(sheet.missing)},
                                           {"preview", std::move(preview)}}};
}

void describe_sheets(Outcome& outcome, const std::vector<app::ImportSheet>& sheets) {
    for (const app::ImportSheet& sheet : sheets) {
        if (sheet.kind.empty() || sheet.kind == "none") {
            outcome.text.push_back(
                sheet.sheet + ": " +
                (sheet.kind.empty() ? "no headings that are understood" : "left out"));
            continue;
        }
        outcome.text.push_back(sheet.sheet + ": " + sheet.kind + ", headings in row " +
                               std::to_string(sheet.heading_row) + ", " + grouped(sheet.rows) +
                               " rows");
        for (const app::ImportColumn& column : sheet.columns)
            outcome.text.push_back("  " + column.letters + "  " + column.heading + " = " +
                                   (column.field.empty() ? "not used" : column.field) +
                                   (column.sure ? "" : "  (a guess: look at it)"));
        for (const std::string& field : sheet.missing)
            outcome.text.push_back("  there is no column for " + field);
        for (const auto& [field, value] : sheet.constants)
            outcome.text.push_back("  every row: " + field + " = " + value);
    }
}

std::string summary(const app::ImportReport& report) {
    return grouped(report.faults_found) + (report.faults_found == 1 ? " fault, " : " faults, ") +
           std::to_string(report.warnings.size()) +
           (report.warnings.size() == 1 ? " warning" : " warnings");
}

void say_how_it_ended(Outcome& outcome, const app::ImportReport& report, bool wanted_to_import) {
    for (const std::string& cell : report.unconfirmed)
        outcome.text.push_back("Nothing at " + cell +
                               " can be confirmed: it has no fault that a person may confirm.");
    for (const std::string& learnt : report.learnt)
        outcome.text.push_back("Known from now on: " + learnt);
    if (report.receipt) {
        put_receipt(outcome, *report.receipt);
        outcome.text.push_back(grouped(report.imported) + " rows imported, " +
                               grouped(report.skipped) + " skipped. " + summary(report) + ".");
        return;
    }
    if (report.cancelled) {
        outcome.exit_code = 4;
        outcome.text.push_back("Stopped. Nothing was changed.");
        return;
    }
    outcome.exit_code = report.faults.empty() ? 0 : 1;
    if (report.before)
        outcome.text.push_back("This very file was imported by entry " +
                               std::to_string(*report.before) + ".");
    outcome.text.push_back(
        summary(report) + ". Nothing was changed." +
        (!wanted_to_import ? ""
         : report.skipped == 0 || report.skipped < report.rows()
             ? " Correct the file, or leave the faulty rows out with --skip-faulty."
             : " No row of it is without a fault: correct the file."));
}

Outcome report_outcome(const app::ImportReport& report, bool wanted_to_import) {
    Outcome outcome;
    core::Value::Array sheets;
    for (const app::ImportSheet& sheet : report.sheets) sheets.push_back(sheet_value(sheet));
    outcome.result = {{"imported", report.imported},
                      {"skipped", report.receipt ? report.skipped : 0},
                      {"held", report.held},
                      {"items", report.item_rows},
                      {"batches", report.batch_rows},
                      {"officers", report.officer_rows},
                      {"authorisations", report.authorisation_rows},
                      {"deployments", report.deployment_rows},
                      {"sha256", report.sha256},
                      {"sheets", std::move(sheets)},
                      {"confirmed", texts(report.confirmed)},
                      {"unconfirmed", texts(report.unconfirmed)},
                      {"learnt", texts(report.learnt)}};
    if (report.before) outcome.result["before"] = *report.before;
    if (report.cancelled) outcome.result["cancelled"] = true;
    if (!wanted_to_import) describe_sheets(outcome, report.sheets);
    put_faults(outcome, report.faults, report.warnings);
    say_how_it_ended(outcome, report, wanted_to_import);
    return outcome;
}

std::pair<std::string, std::string> split_at_equals(const std::string& text) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size())
        throw app::UsageError{"--alias takes \"THEIR NAME=OUR NAME\", not " + text};
    return {text.substr(0, at), text.substr(at + 1)};
}

app::ImportRequest request_of(const Run& run, const std::optional<std::string>& kind) {
    app::ImportRequest request;
    request.path = run.words.word(0, "a FILE");
    request.kind = kind;
    request.sheet = run.words.get("sheet");
    request.skip_faulty = run.words.has("skip-faulty");
    request.approver = run.words.get("approver");
    request.request = run.request;
    if (const auto map = run.words.get("map")) request.mapping = app::read_import_mapping(*map);
    request.said = mapping_said(run.words);
    for (const std::string& pair : run.words.all("alias")) {
        const auto [theirs, ours] = split_at_equals(pair);
        request.mapping.models[theirs] = ours;
    }
    for (const std::string& cell : run.words.all("confirm")) request.confirmed.insert(cell);
    return request;
}

// What a person needs to go on with: the mapping as it was used, and the copy to correct.
void leave_behind(const Run& run, const app::ImportRequest& request,
                  const app::ImportReport& report, Outcome& outcome) {
    if (report.cancelled) return;
    save_map(run.words, report.used, outcome);
    const auto path = run.words.get("marked-up");
    if (!path || (report.receipt && report.faults.empty())) return;
    app::write_marked_up(request, report, *path);
    outcome.result["marked_up"] = *path;
    outcome.text.push_back("Marked-up copy to correct and import: " + *path);
}

Outcome import_file(Run& run, const std::optional<std::string>& kind) {
    app::ImportRequest request = request_of(run, kind);
    const bool dry = run.words.has("dry-run");
    std::optional<core::Result<app::ImportReport>> report;
    {
        Watching watching{run.err};
        request.watch = [&](const app::ImportProgress& progress) {
            return watching.tell(progress.step, progress.done, progress.total, progress.rows);
        };
        report = dry ? app::inspect_register(request, run.ledger,
                                             run.given.now.value_or(app::system_now()))
                     : app::import_register(*run.ledger, run.author, request, run.secrets);
    }
    if (!*report) return refusal(report->error());
    Outcome outcome = report_outcome(report->value(), !dry);
    leave_behind(run, request, report->value(), outcome);
    return outcome;
}

Outcome list(Run& run) {
    Outcome outcome;
    core::Value::Array rows;
    for (const app::ListedImport& one : app::list_imports(*run.ledger, run.viewer)) {
        core::Value::Object row{{"entry", one.entry},
                                {"at", core::text_of(one.at)},
                                {"by", one.by},
                                {"file", one.file_name},
                                {"sha256", one.sha256},
                                {"what", one.what},
                                {"imported", one.imported},
                                {"skipped", one.skipped},
                                {"faults", one.faults},
                                {"warnings", one.warnings},
                                {"confirmed", texts(one.confirmed)}};
        if (one.as_at) row["as_at"] = core::text_of(*one.as_at);
        if (one.undone) row["undone"] = *one.undone;
        rows.emplace_back(std::move(row));
        outcome.text.push_back(
            std::to_string(one.entry) + "  " + core::uk_time_text(one.at) + "  " + one.by + "  " +
            one.file_name + "  " + grouped(one.imported) + " rows" +
            (one.skipped > 0 ? ", " + grouped(one.skipped) + " skipped" : "") +
            (one.undone ? "  undone by entry " + std::to_string(*one.undone) : ""));
    }
    if (rows.empty()) outcome.text.push_back("Nothing was imported yet.");
    outcome.rows = std::move(rows);
    return outcome;
}

Outcome undo(Run& run) {
    app::UndoRequest request;
    const std::string number = run.words.word(0, "the ENTRY that imported");
    const auto read = std::from_chars(number.data(), number.data() + number.size(), request.import);
    if (read.ec != std::errc{} || read.ptr != number.data() + number.size())
        throw app::UsageError{"`import undo` takes the number of an entry, not " + number +
                              ". `musterctl import list` names them."};
    request.reason = run.words.need("reason");
    request.approver = run.words.get("approver");
    request.request = run.request;
    std::optional<core::Result<app::UndoReport>> report;
    {
        Watching watching{run.err};
        request.watch = [&](const app::ImportProgress& progress) {
            return watching.tell(progress.step, progress.done, progress.total, progress.rows);
        };
        report = app::undo_import(*run.ledger, run.author, request, run.secrets);
    }
    if (!*report) return refusal(report->error());
    const app::UndoReport& done = report->value();
    Outcome outcome;
    outcome.result = {
        {"reversed", done.reversed}, {"restored", done.restored}, {"stays", texts(done.stays)}};
    if (done.cancelled) {
        outcome.exit_code = 4;
        outcome.result["cancelled"] = true;
        outcome.text.push_back("Stopped. Nothing was changed.");
        return outcome;
    }
    put_receipt(outcome, *done.receipt);
    outcome.text.push_back(grouped(done.reversed) + " items, batches and officers taken back, " +
                           grouped(done.restored) +
                           " entries that put back what was changed. The file may be imported "
                           "again.");
    for (const std::string& what : done.stays) outcome.text.push_back("Stays: " + what);
    return outcome;
}

Outcome make_template(Run& run) {
    const std::string kind = run.words.word(0, "a KIND");
    const std::string path = run.words.need("out");
    app::write_import_template(kind, path);
    Outcome outcome;
    outcome.result = {{"kind", kind}, {"path", path}};
    outcome.text.push_back("Template: " + path);
    return outcome;
}

std::vector<Option> file_options() {
    std::vector<Option> options = mapping_options();
    const std::vector<Option> more{
        {"sheet", "NAME", "only this sheet"},
        {"alias", "THEIRS=OURS", "their name for a model, and ours; known from then on", true},
        {"confirm", "'SHEET!CELL'", "this cell is right although it looks like a fault", true},
        {"dry-run", nullptr, "only say how it is understood and what is wrong"},
        {"skip-faulty", nullptr, "import the rows without a fault"},
        {"marked-up", "OUT.xlsx", "where there are faults: a copy with each shown in place"},
        {"approver", "USER", "who approves, after set-up"}};
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

Command file_command(const char* name, const char* summary, std::optional<std::string> kind) {
    return {name,           "FILE",
            summary,        Needs::commit,
            file_options(), [kind = std::move(kind)](Run& run) { return import_file(run, kind); }};
}

}  // namespace

std::vector<Command> import_commands() {
    std::vector<Command> all;
    all.push_back(file_command("import workbook",
                               "Import a force's register: weapons, munitions, officers",
                               std::nullopt));
    all.push_back(file_command("import items", "Import items alone", "items"));
    all.push_back(file_command("import batches", "Import batches alone", "batches"));
    all.push_back(file_command("import officers", "Import officers alone", "officers"));
    all.push_back({"import list",
                   "",
                   "List imports, and which of them were undone",
                   Needs::viewing,
                   {},
                   list});
    all.push_back(
        {"import undo",
         "ENTRY",
         "Take an import of any kind back, if nothing it brought has moved or changed since",
         Needs::commit,
         {{"reason", "TEXT", "why"}, {"approver", "USER", "who approves, after set-up"}},
         undo});
    all.push_back({"import template",
                   "KIND",
                   "Write a workbook to fill in: workbook, items, batches, officers, "
                   "authorisations, deployments",
                   Needs::nothing,
                   {{"out", "FILE.xlsx", "where it is written"}},
                   make_template});
    return all;
}

}  // namespace muster::cli
