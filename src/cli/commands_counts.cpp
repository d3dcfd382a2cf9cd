// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/count_plan.hpp"

namespace muster::cli {
namespace {

core::CountId count_of(const Run& run) {
    return app::count_id(run.words.word(0, "the count N"));
}

app::CountPlan plan_of(const Run& run) {
    const auto counters = run.words.all("counter");
    if (counters.size() != 2)
        throw app::UsageError{"A count needs two counters: --counter A --counter B"};
    app::CountPlan plan;
    plan.locations = run.words.all("location");
    plan.counter_a = counters[0];
    plan.counter_b = counters[1];
    plan.sort = run.words.get("sort").value_or("full");
    plan.blind = !run.words.has("open");
    plan.frozen = run.words.has("frozen");
    plan.override_by = run.words.get("override");
    plan.override_reason = run.words.get("reason").value_or("");
    return plan;
}

Outcome check(Run& run) {
    const auto stops = app::check_team(*run.ledger, plan_of(run));
    if (!stops) return refusal(stops.error());
    Outcome outcome;
    outcome.exit_code = stops.value().empty() ? 0 : 1;
    outcome.result["stops"] = texts(stops.value());
    outcome.text = stops.value();
    if (stops.value().empty()) outcome.text.push_back("The rules have nothing against this team.");
    return outcome;
}

Outcome start(Run& run) {
    const auto receipt = app::start_count(*run.ledger, run.author, plan_of(run), run.secrets);
    if (!receipt) return refusal(receipt.error());
    Outcome outcome;
    put_receipt(outcome, receipt.value());
    const core::EntryNumber number = receipt.value().entries.front();
    outcome.result["count"] = number;
    outcome.text.push_back("Count " + std::to_string(number) +
                           " has begun, at this entry of the ledger.");
    return outcome;
}

Outcome scan(Run& run) {
    app::CountScan scanned;
    scanned.location = run.words.need("location");
    scanned.items = run.words.all("item");
    for (const std::string& text : run.words.all("batch")) {
        const auto [code, loose] = split_last(text, "--batch takes CODE:LOOSE");
        scanned.batches.push_back(
            {code, quantity_of(loose, "--batch takes CODE:LOOSE, LOOSE a whole number")});
    }
    for (const std::string& text : run.words.all("box")) {
        const auto [code, seal] = split_last(text, "--box takes CODE:SEAL");
        scanned.boxes.push_back({code, seal});
    }
    for (const std::string& text : run.words.all("opened")) {
        const auto [box, rounds] = split_last(text, "--opened takes CODE:SEAL:ROUNDS");
        const auto [code, seal] = split_last(box, "--opened takes CODE:SEAL:ROUNDS");
        scanned.opened.push_back(
            {code, seal, quantity_of(rounds, "--opened takes CODE:SEAL:ROUNDS")});
    }
    scanned.unknown = run.words.all("unknown");
    scanned.photo = run.words.get("photo");
    scanned.nothing_more = run.words.has("nothing-more");
    scanned.skipped = run.words.get("skip");
    const auto answer = app::scan_count(*run.ledger, run.author, count_of(run), scanned);
    if (!answer) return refusal(answer.error());
    Outcome outcome;
    outcome.result = {{"recorded", answer.value().recorded},
                      {"already", texts(answer.value().already)}};
    outcome.text = answer.value().already;
    outcome.text.push_back("Recorded.");
    return outcome;
}

Outcome submit(Run& run) {
    return recorded(
        app::submit_count(*run.ledger, run.author, count_of(run), run.words.get("note-file")),
        "Your sheet is handed in.");
}

Outcome reconcile(Run& run) {
    const auto done = app::reconcile_count(*run.ledger, run.author, count_of(run));
    if (!done) return refusal(done.error());
    Outcome outcome;
    put_receipt(outcome, done.value().receipt);
    core::Value::Array lines;
    for (const app::CountLine& line : done.value().lines) {
        core::Value::Array moves;
        std::string by;
        for (const core::EntryNumber number : line.movements) {
            moves.emplace_back(number);
            by += (by.empty() ? " by " : ", ") + std::to_string(number);
        }
        lines.emplace_back(core::Value::Object{{"location", line.location},
                                               {"subject", line.subject},
                                               {"words", line.words},
                                               {"result", line.result},
                                               {"expected", line.expected},
                                               {"moved", line.moved},
                                               {"movements", std::move(moves)},
                                               {"counted", line.counted}});
        if (line.result == "agreed") continue;
        outcome.text.push_back(
            line.location + "  " + line.words + ": " + line.result + ", book " +
            std::to_string(line.expected) +
            (line.moved != 0 ? ", moved since " + std::to_string(line.moved) + by : "") +
            ", counted " + std::to_string(line.counted));
    }
    core::Value::Object totals;
    std::string words;
    for (const auto& [result, lines_of] : done.value().totals) {
        totals.emplace(result, lines_of);
        words += (words.empty() ? "" : " · ") + std::to_string(lines_of) + " " + result;
    }
    outcome.text.push_back(words);
    outcome.result["lines"] = std::move(lines);
    outcome.result["totals"] = std::move(totals);
    outcome.result["open"] = done.value().open;
    return outcome;
}

Outcome recount(Run& run) {
    return recorded(
        app::ask_recount(*run.ledger, run.author, count_of(run), run.words.need("counter")),
        run.words.need("counter") + " counts once more, blind.");
}

Outcome close(Run& run) {
    const auto closed =
        app::close_count(*run.ledger, run.author, count_of(run), run.words.need("second"),
                         run.words.get("leave-open"), run.secrets);
    if (!closed) {
        Outcome outcome = refusal(closed.error());
        // Lines still to count are a failed check, not a broken rule (FORMATS §7).
        if (closed.error().gravest() == core::Refusal::count_not_reconciled) outcome.exit_code = 1;
        return outcome;
    }
    Outcome outcome;
    put_receipt(outcome, closed.value().receipt);
    outcome.result["certificate"] = closed.value().certificate;
    core::Value::Array discrepancies;
    for (const core::EntryNumber number : closed.value().discrepancies) {
        discrepancies.emplace_back("d-" + std::to_string(number));
        outcome.text.push_back("DISCREPANCY d-" + std::to_string(number) + " was opened.");
    }
    outcome.result["discrepancies"] = std::move(discrepancies);
    outcome.text.push_back(closed.value().certificate);
    return outcome;
}

}  // namespace

std::vector<Command> count_commands() {
    return {
        {"count start",
         "",
         "Begin a count of locations by two counters",
         Needs::commit,
         {{"location", "LOCATION", "a location, with all below it", true},
          {"counter", "USER", "a counter; twice", true},
          {"sort", "CODE", "full (default), quantity, serials, blind … (reference list)"},
          {"open", nullptr, "not blind"},
          {"frozen", nullptr, "nothing is issued from there meanwhile, but by an override"},
          {"override", "USER", "who answers the rules of a team; they give their own secret"},
          {"reason", "WORDS", "why"}},
         start},
        {"count check",
         "",
         "Say what the rules have against a team, without starting",
         Needs::reading,
         {{"location", "LOCATION", "a location, with all below it", true},
          {"counter", "USER", "a counter; twice", true},
          {"sort", "CODE", "the kind of count"}},
         check},
        {"count scan",
         "N",
         "Put what you see on your own sheet",
         Needs::drafting,
         {{"location", "LOCATION", "where you are"},
          {"item", "CODE", "an item", true},
          {"batch", "CODE:LOOSE", "loose quantity of a batch", true},
          {"box", "CODE:SEAL", "a sealed box", true},
          {"opened", "CODE:SEAL:ROUNDS", "a sealed box that was opened and counted", true},
          {"unknown", "WORDS", "what is on a thing nobody can name", true},
          {"photo", "FILE", "a picture of it, kept without its metadata"},
          {"nothing-more", nullptr, "you looked, and there is nothing else here"},
          {"skip", "REASON", "why this place is not counted"}},
         scan},
        {"count submit",
         "N",
         "Hand your sheet in; it cannot be changed afterwards",
         Needs::commit,
         {{"note-file", "FILE", "a note that only the auditor can read"}},
         submit},
        {"count reconcile",
         "N",
         "Compare the sheets with the book as it stood at the start",
         Needs::commit,
         {},
         reconcile},
        {"count recount",
         "N",
         "Ask a third person to count, blind, where two differ or left places out",
         Needs::commit,
         {{"counter", "USER", "who"}},
         recount},
        {"count close",
         "N",
         "Close with two signatures; variances become discrepancies",
         Needs::commit,
         {{"second", "USER", "who signs with you; they give their own secret"},
          {"leave-open", "REASON", "close although lines are not settled: they stay uncounted"}},
         close},
    };
}

}  // namespace muster::cli
