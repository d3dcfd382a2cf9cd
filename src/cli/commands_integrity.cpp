// SPDX-License-Identifier: MIT
#include <ostream>

#include "cli/command.hpp"
#include "muster/app/clock_alarm.hpp"
#include "muster/app/integrity.hpp"

namespace muster::cli {
namespace {

Outcome verify(Run& run) {
    const auto report = app::verify_ledger(*run.ledger, [&](std::int64_t done, std::int64_t all) {
        if (done % 100'000 == 0) run.err << done << " of " << all << " entries\n";
        return true;
    });
    Outcome outcome;
    outcome.exit_code = report.sound() ? 0 : 1;
    outcome.checks.emplace();
    for (const app::IntegrityCheck& check : report.checks) {
        outcome.checks->emplace_back(core::Value::Object{{"number", std::int64_t{check.number}},
                                                         {"name", check.name},
                                                         {"ok", check.ok},
                                                         {"words", check.words}});
        outcome.text.push_back((check.ok ? "PASS " : "FAIL ") + std::to_string(check.number) + " " +
                               check.name + ": " + check.words + ".");
    }
    outcome.result["entries_read"] = report.entries;
    if (report.first_broken) {
        outcome.result["first_broken"] = *report.first_broken;
        outcome.text.push_back("The first broken entry is " + std::to_string(*report.first_broken) +
                               ".");
    }
    if (report.sound()) outcome.result["short"] = report.short_form;
    return outcome;
}

Outcome replay(Run& run) {
    const auto differences = app::replay_differences(*run.ledger);
    Outcome outcome;
    outcome.exit_code = differences.empty() ? 0 : 1;
    outcome.result["differences"] = texts(differences);
    outcome.text = differences;
    if (differences.empty())
        outcome.text.push_back("The stored facts are exactly what the ledger says.");
    return outcome;
}

Outcome checkpoint(Run& run) {
    const auto shown = app::latest_checkpoint(*run.ledger);
    Outcome outcome;
    outcome.result = {
        {"checkpoint", shown.note}, {"short", shown.short_form}, {"size", shown.size}};
    outcome.text = {shown.note, shown.short_form};
    return outcome;
}

Outcome prove(Run& run) {
    const auto number =
        quantity_of(run.words.word(0, "an entry's number N"), "ledger prove takes a number");
    const auto proof = app::prove_entry(*run.ledger, number);
    Outcome outcome;
    outcome.result = {{"number", proof.number},
                      {"size", proof.size},
                      {"leaf", proof.leaf},
                      {"proof", texts(proof.proof)},
                      {"checkpoint", proof.checkpoint}};
    outcome.text = {"number " + std::to_string(proof.number),
                    "size   " + std::to_string(proof.size), "leaf   " + proof.leaf};
    for (const std::string& hash : proof.proof) outcome.text.push_back("proof  " + hash);
    outcome.text.push_back(proof.checkpoint);
    return outcome;
}

Outcome export_lines(Run& run) {
    const auto path = run.words.get("out");
    const auto receipt =
        path ? app::export_ledger_to(*run.ledger, run.author, *path)
             : app::export_ledger(*run.ledger, run.author,
                                  [&](std::string_view bytes) { run.out << bytes; });
    run.out.flush();
    if (!receipt) return refusal(receipt.error());
    Outcome outcome;
    if (!run.out) {
        outcome.exit_code = 4;
        outcome.text.push_back("The lines could not all be written.");
    }
    outcome.raw = true;
    run.err << "Exported; entry " << receipt.value().entries.front() << " records it.\n";
    return outcome;
}

Outcome clock_status(Run& run) {
    const auto alarm = app::clock_alarm(*run.ledger);
    Outcome outcome;
    outcome.exit_code = alarm ? 1 : 0;
    outcome.result["in_order"] = !alarm;
    if (alarm) outcome.result["alarm"] = *alarm;
    outcome.text.push_back(alarm.value_or("No clock stood behind the ledger's."));
    return outcome;
}

Outcome clock_corrected(Run& run) {
    return recorded(app::correct_clock(*run.ledger, run.author, run.words.need("reason"),
                                       run.words.get("approver"), run.secrets),
                    "The clock was put right.");
}

}  // namespace

std::vector<Command> integrity_commands() {
    return {
        {"clock status",
         "",
         "Say whether a computer's clock stood behind the ledger's; exit 1 where one did",
         Needs::reading,
         {},
         clock_status},
        {"clock corrected",
         "",
         "Two people saw that clock put right; the alarm ends",
         Needs::commit,
         {{"reason", "WORDS", "what was wrong with it; kept private"},
          {"approver", "USER", "who approves; they give their own secret"}},
         clock_corrected},
        {"ledger verify",
         "",
         "Check every line, hash, signature, rule and fact; name the first broken entry",
         Needs::reading,
         {},
         verify},
        {"ledger checkpoint",
         "",
         "Show the newest signed checkpoint and its SHORT",
         Needs::reading,
         {},
         checkpoint},
        {"ledger prove", "N", "Prove that entry N is in the ledger", Needs::reading, {}, prove},
        {"ledger export",
         "",
         "Write every line of the ledger; the export itself is recorded",
         Needs::commit,
         {{"out", "FILE", "instead of standard output"}},
         export_lines},
        {"replay",
         "",
         "Make the facts anew from the ledger and compare them with the stored ones",
         Needs::reading,
         {},
         replay},
    };
}

}  // namespace muster::cli
