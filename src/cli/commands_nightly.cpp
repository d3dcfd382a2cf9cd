// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>

#include "cli/command.hpp"
#include "cli/fault_words.hpp"
#include "cli/mapping_words.hpp"
#include "muster/app/compare.hpp"
#include "muster/app/history_import.hpp"
#include "muster/app/nightly_import.hpp"

namespace muster::cli {
namespace {

using Object = core::Value::Object;

std::optional<core::Date> day_of(const Words& words, const char* option) {
    const auto text = words.get(option);
    if (!text) return std::nullopt;
    const auto day = core::date_of(*text);
    if (!day)
        throw app::UsageError{std::string{"--"} + option + " takes a day as 2026-03-01, not " +
                              *text};
    return day;
}

std::set<std::string> confirmed_in(const Words& words) {
    const auto cells = words.all("confirm");
    return {cells.begin(), cells.end()};
}

app::OpenLedger& ledger_of(Run& run) {
    if (run.ledger == nullptr)
        throw app::UsageError{"Which ledger? Give --db PATH, or set MUSTER_DB."};
    return *run.ledger;
}

Object counts_of(const app::DeltaReport& report) {
    Object counts{{"as_at", core::text_of(report.as_at)},
                  {"rows", report.rows},
                  {"new", report.added},
                  {"changed", report.changed},
                  {report.kind == "officers" ? "left" : "ended", report.ended},
                  {"renewed", report.renewed},
                  {"unchanged", report.unchanged},
                  {"imported", report.added + report.changed + report.ended + report.renewed},
                  {"skipped", report.skipped},
                  {"sha256", report.sha256}};
    if (const auto& competences = report.competences)
        counts["authorisations"] = Object{{"new", competences->added},
                                          {"changed", competences->changed},
                                          {"ended", competences->ended},
                                          {"renewed", competences->renewed},
                                          {"unchanged", competences->unchanged}};
    return counts;
}

core::Value::Array change_values(const std::vector<app::DeltaChange>& changes) {
    core::Value::Array values;
    for (const app::DeltaChange& change : changes) {
        Object row{{"what", change.what}, {"subject", change.subject}, {"words", change.words}};
        if (!change.held.empty()) row["held"] = change.held;
        values.emplace_back(std::move(row));
    }
    return values;
}

Outcome delta_outcome(const app::DeltaReport& report, bool dry) {
    Outcome outcome;
    outcome.result = counts_of(report);
    put_faults(outcome, report.faults, report.warnings);
    if (dry) {
        outcome.rows = change_values(report.changes);
        for (const app::DeltaChange& change : report.changes)
            outcome.text.push_back(change.what + "  " + change.subject +
                                   (change.words.empty() ? "" : ": " + change.words) +
                                   (change.held.empty() ? "" : "; holds " + change.held));
    }
    const std::string day = "As at " + core::people_text(report.as_at) + ": ";
    if (report.receipt) {
        put_receipt(outcome, *report.receipt);
        outcome.text.push_back(day + app::summary_of(report) + ".");
        return outcome;
    }
    outcome.exit_code = report.faults.empty() ? 0 : 1;
    outcome.text.push_back(day + app::summary_of(report) + "; " +
                           counted_faults(report.faults.size()) + ". Nothing was changed." +
                           (dry ? "" : " Correct the file and import it again."));
    return outcome;
}

Outcome import_delta(Run& run, const std::string& kind) {
    app::DeltaRequest request;
    request.path = run.words.word(0, "a FILE");
    request.kind = kind;
    request.as_at = day_of(run.words, "as-at");
    request.sheet = run.words.get("sheet");
    request.map = run.words.get("map");
    request.mapping = mapping_said(run.words);
    request.partial = run.words.has("partial");
    request.skip_faulty = run.words.has("skip-faulty");
    request.confirm_leavers = run.words.has("confirm-leavers");
    request.lift_suspensions = run.words.has("lift-suspensions");
    request.confirmed = confirmed_in(run.words);
    request.approver = run.words.get("approver");
    const bool dry = run.words.has("dry-run");
    auto report = dry ? app::inspect_delta(ledger_of(run), request, run.author.user)
                      : app::import_delta(ledger_of(run), run.author, request, run.secrets);
    if (!report) return refusal(report.error());
    Outcome outcome = delta_outcome(report.value(), dry);
    save_map(run.words, report.value().used, outcome);
    return outcome;
}

Outcome import_movements(Run& run) {
    app::HistoryRequest request;
    request.path = run.words.word(0, "a FILE");
    request.sheet = run.words.get("sheet");
    request.map = run.words.get("map");
    request.mapping = mapping_said(run.words);
    request.skip_faulty = run.words.has("skip-faulty");
    request.confirmed = confirmed_in(run.words);
    request.approver = run.words.get("approver");
    const bool dry = run.words.has("dry-run");
    core::Result<app::HistoryReport> made =
        dry ? app::inspect_history(ledger_of(run), request)
            : app::import_history(ledger_of(run), run.author, request, run.secrets);
    if (!made) return refusal(made.error());
    const app::HistoryReport& report = made.value();
    Outcome outcome;
    outcome.result = {{"rows", report.rows},       {"noted", report.noted},
                      {"linked", report.linked},   {"held", report.held},
                      {"skipped", report.skipped}, {"sha256", report.sha256}};
    put_faults(outcome, report.faults, report.warnings);
    save_map(run.words, report.used, outcome);
    if (report.receipt) {
        put_receipt(outcome, *report.receipt);
        // A million numbers in a row tell nobody anything: the import's own, and the last.
        outcome.entries = {report.receipt->entries.front(), report.receipt->entries.back()};
        outcome.text.push_back(std::to_string(report.noted) + " lines noted, " +
                               std::to_string(report.linked) + " about things we know; " +
                               std::to_string(report.held) + " were here, " +
                               std::to_string(report.skipped) + " skipped.");
        return outcome;
    }
    outcome.exit_code = report.faults.empty() && report.rows > 0 ? 0 : 1;
    outcome.text.push_back(std::to_string(report.rows) + " rows, " +
                           counted_faults(report.faults.size()) + ". Nothing was changed.");
    return outcome;
}

Object night_row(const app::NightlyFile& file) {
    Object row{{"file", file.file},
               {"kind", file.kind},
               {"outcome", app::name_of(file.outcome)},
               {"words", file.words},
               {"faults", fault_values(file.report.faults)},
               {"warnings", fault_values(file.report.warnings)}};
    if (file.report.receipt) {
        row["entry"] = file.report.receipt->entries.front();
        for (auto& [name, value] : counts_of(file.report)) row.emplace(name, value);
    }
    if (file.refusal) row["code"] = core::words_of(file.refusal->gravest()).code;
    return row;
}

Outcome nightly(Run& run) {
    app::NightlyRequest request;
    request.folder = run.words.get("folder").value_or("");
    request.as_at = day_of(run.words, "as-at");
    request.kinds = run.words.all("kind");
    request.map = run.words.get("map");
    request.settle_seconds = run.words.number("settle", request.settle_seconds);
    request.approver = run.words.get("approver");
    Outcome outcome;
    outcome.rows.emplace();
    for (const auto& file : app::import_nightly(*run.ledger, run.author, request, run.secrets)) {
        outcome.rows->emplace_back(night_row(file));
        outcome.text.push_back(file.file + "  " + app::name_of(file.outcome) + ": " + file.words);
        for (const app::ImportFault& warning : file.report.warnings)
            outcome.text.push_back("  " + warning.cell() + "  warning " + warning.code + ": " +
                                   warning.words);
        if (app::wants_a_person(file.outcome)) outcome.exit_code = 1;
        if (file.report.receipt) outcome.entries.push_back(file.report.receipt->entries.front());
    }
    if (outcome.text.empty()) outcome.text.emplace_back("Nothing to import.");
    return outcome;
}

Outcome status(Run& run) {
    const auto ages = app::source_ages(*run.ledger);
    Outcome outcome;
    outcome.rows.emplace();
    for (const app::SourceAge& age : ages) {
        Object row{{"kind", age.kind},
                   {"limit", age.limit},
                   {"nightly", age.nightly},
                   {"stale", age.stale}};
        if (age.nightly) row["folder"] = age.folder;
        std::string words = age.kind + ": none imported";
        if (age.as_at) {
            row["as_at"] = core::text_of(*age.as_at);
            row["days"] = age.days;
            row["entry"] = age.entry;
            words = age.kind + ": as at " + core::people_text(*age.as_at) + ", " +
                    std::to_string(age.days) + " days old";
        }
        outcome.rows->emplace_back(std::move(row));
        outcome.text.push_back(words + ", limit " + std::to_string(age.limit) +
                               (age.stale ? ". STALE" : ""));
        if (age.stale) outcome.exit_code = 1;
    }
    const auto alarm = app::stale_alarm(ages);
    outcome.result = {{"stale", alarm.has_value()}};
    if (alarm) {
        outcome.result["words"] = *alarm;
        outcome.text.push_back(*alarm);
    }
    return outcome;
}

Object difference_row(const app::Difference& one) {
    Object row{{"kind", one.kind}, {"what", one.what}, {"subject", one.subject}};
    for (const auto& [name, text] :
         {std::pair{"field", &one.field}, std::pair{"file", &one.file},
          std::pair{"ledger", &one.ledger}, std::pair{"likely", &one.likely},
          std::pair{"sheet", &one.sheet}})
        if (!text->empty() || (!one.field.empty() && name != std::string_view{"likely"}))
            row.emplace(name, *text);
    if (one.row != 0) row["row"] = one.row;
    return row;
}

std::string difference_words(const app::Difference& one) {
    const std::string place =
        one.row == 0 ? "" : " [" + one.sheet + " " + std::to_string(one.row) + "]";
    std::string words = one.kind + " " + one.subject + place + ": ";
    if (one.what == "differs")
        words += one.field + " is \"" + one.file + "\" in the file, \"" + one.ledger + "\" here";
    else
        words += one.what == "only_in_file" ? "only in the file" : "only here";
    if (!one.likely.empty()) words += "; looks like " + one.likely;
    return words;
}

Outcome compare(Run& run) {
    app::CompareRequest request;
    request.path = run.words.word(0, "a FILE");
    request.kind = run.words.get("kind");
    request.sheet = run.words.get("sheet");
    request.map = run.words.get("map");
    request.mapping = mapping_said(run.words);
    request.viewer = run.viewer;
    auto compared = app::compare_register(*run.ledger, request);
    if (!compared) return refusal(compared.error());
    const app::CompareReport& report = compared.value();
    Outcome outcome;
    if (const auto out = run.words.get("out")) {
        auto receipt = app::export_comparison(*run.ledger, run.author, report, *out);
        if (!receipt) return refusal(receipt.error());
        put_receipt(outcome, receipt.value());
    }
    outcome.exit_code = report.agrees() ? 0 : 1;
    put_faults(outcome, report.faults, {});
    outcome.rows.emplace();
    for (const app::Difference& one : report.differences) {
        outcome.rows->emplace_back(difference_row(one));
        outcome.text.push_back(difference_words(one));
    }
    for (const auto& [kind, count] : report.counts) {
        outcome.result[kind] = Object{{"agreed", count.agreed},
                                      {"differing", count.differing},
                                      {"only_in_file", count.only_in_file},
                                      {"only_in_ledger", count.only_in_ledger}};
        outcome.text.push_back(kind + ": " + std::to_string(count.agreed) + " agreed, " +
                               std::to_string(count.differing) + " differ, " +
                               std::to_string(count.only_in_file) + " only in the file, " +
                               std::to_string(count.only_in_ledger) + " only here");
    }
    if (report.counts.empty()) outcome.text.emplace_back("Nothing in the file could be compared.");
    return outcome;
}

std::vector<Option> and_mapping(std::vector<Option> options) {
    for (const Option& option : mapping_options()) options.push_back(option);
    return options;
}

std::vector<Option> delta_options() {
    return and_mapping(
        {{"as-at", "DATE", "the day for which the file speaks; else its name or heading says"},
         {"sheet", "NAME", "only this sheet"},
         {"dry-run", nullptr, "only say what would change; nothing is"},
         {"skip-faulty", nullptr, "import the rows without a fault"},
         {"confirm", "SHEET!CELL", "that cell is right as it stands", true},
         {"approver", "USER", "who approves, after set-up"}});
}

Command delta_command(const char* name, const char* kind, const char* summary,
                      const std::vector<Option>& more) {
    std::vector<Option> options = delta_options();
    options.insert(options.end(), more.begin(), more.end());
    return {name,          "FILE",  summary,
            Needs::commit, options, [kind](Run& run) { return import_delta(run, kind); }};
}

// In set-up the staff list is a part of the register; with a day it is what changed since.
Command officers_command() {
    Command command = delta_command(
        "import officers", "officers",
        "Import officers; with --as-at what changed since, leavers included",
        {{"partial", nullptr, "the file holds changes only; nobody left for not being in it"},
         {"confirm-leavers", nullptr, "more than a tenth did leave at once"}});
    for (const Command& register_command : import_commands()) {
        if (std::string_view{register_command.name} != command.name) continue;
        for (const Option& option : register_command.options) {
            const bool known = std::any_of(
                command.options.begin(), command.options.end(),
                [&](const Option& each) { return std::string_view{each.name} == option.name; });
            if (!known) command.options.push_back(option);
        }
        command.run = [whole = register_command.run, delta = command.run](Run& run) {
            const bool of_a_day = run.words.has("as-at") || run.words.has("partial") ||
                                  run.words.has("confirm-leavers");
            return of_a_day ? delta(run) : whole(run);
        };
    }
    return command;
}

}  // namespace

std::vector<Command> nightly_commands() {
    return {
        officers_command(),
        delta_command(
            "import authorisations", "authorisations",
            "Import who may draw what, as it is on a day",
            {{"partial", nullptr, "the file holds changes only; nothing ends for not being in it"},
             {"confirm-leavers", nullptr, "more than a tenth did end at once"},
             {"lift-suspensions", nullptr, "the file may also end suspensions"}}),
        delta_command("import deployments", "deployments",
                      "Import armed deployments and decisions against one", {}),
        {"import movements", "FILE", "Note another system's movements beside our own",
         Needs::commit,
         and_mapping({{"sheet", "NAME", "only this sheet"},
                      {"dry-run", nullptr, "only say what is wrong; nothing is changed"},
                      {"skip-faulty", nullptr, "note the rows without a fault"},
                      {"confirm", "SHEET!CELL", "that cell is right as it stands", true},
                      {"approver", "USER", "who approves, after set-up"}}),
         import_movements},
        {"import nightly",
         "",
         "Import what other systems left in a folder; for a scheduler",
         Needs::commit,
         {{"folder", "DIR",
           "where the files are; else every folder that nightly_import.KIND names"},
          {"kind", "KIND", "only officers, authorisations or deployments", true},
          {"as-at", "DATE", "the day of files that say none"},
          {"map", "FILE", "a saved mapping of their headings"},
          {"settle", "SECONDS", "leave what changed since then for next time (60)"},
          {"approver", "USER", "who approves, instead of who approved the policy"}},
         nightly},
        {"import status",
         "",
         "Say how old the data of other systems is; exit 1 where too old",
         Needs::reading,
         {},
         status},
        {"compare",
         "FILE",
         "Compare another register with the ledger; exit 1 where they differ",
         Needs::viewing,
         {{"kind", "KIND", "only items, batches, officers or authorisations"},
          {"sheet", "NAME", "only this sheet"},
          {"map", "FILE", "a saved mapping of its headings"},
          {"column", "HEADING:FIELD", "read this heading as that field", true},
          {"every", "[SHEET!]FIELD=VALUE", "what holds for every row without such a column", true},
          {"out", "FILE.csv", "write the differences there; the export is recorded"}},
         compare},
    };
}

}  // namespace muster::cli
