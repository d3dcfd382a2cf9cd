// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/counts.hpp"

namespace muster::cli {
namespace {

core::CountId count_of(const Run& run) {
    return app::count_id(run.words.word(0, "the count N"));
}

Outcome start(Run& run) {
    const auto counters = run.words.all("counter");
    if (counters.size() != 2)
        throw app::UsageError{"A count needs two counters: --counter A --counter B"};
    const app::CountPlan plan{run.words.all("location"),
                              counters[0],
                              counters[1],
                              run.words.get("sort").value_or("full"),
                              !run.words.has("open"),
                              run.words.has("frozen")};
    const auto receipt = app::start_count(*run.ledger, run.author, plan);
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
    scanned.unknown = run.words.all("unknown");
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
    return recorded(app::submit_count(*run.ledger, run.author, count_of(run)),
                    "Your sheet is handed in.");
}

Outcome reconcile(Run& run) {
    const auto done = app::reconcile_count(*run.ledger, run.author, count_of(run));
    if (!done) return refusal(done.error());
    Outcome outcome;
    put_receipt(outcome, done.value().receipt);
    core::Value::Array lines;
    for (const app::CountLine& line : done.value().lines) {
        lines.emplace_back(core::Value::Object{{"location", line.location},
                                               {"subject", line.subject},
                                               {"words", line.words},
                                               {"result", line.result},
                                               {"expected", line.expected},
                                               {"moved", line.moved},
                                               {"counted", line.counted}});
        if (line.result == "agreed") continue;
        outcome.text.push_back(
            line.location + "  " + line.words + ": " + line.result + ", book " +
            std::to_string(line.expected) +
            (line.moved != 0 ? ", moved since " + std::to_string(line.moved) : "") + ", counted " +
            std::to_string(line.counted));
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

Outcome close(Run& run) {
    const auto closed = app::close_count(*run.ledger, run.author, count_of(run),
                                         run.words.need("second"), run.secrets);
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
          {"sort", "CODE", "full (default), quantity, serials, spot, handover"},
          {"open", nullptr, "not blind"},
          {"frozen", nullptr, "nothing is issued from there meanwhile, but by an override"}},
         start},
        {"count scan",
         "N",
         "Put what you see on your own sheet",
         Needs::drafting,
         {{"location", "LOCATION", "where you are"},
          {"item", "CODE", "an item", true},
          {"batch", "CODE:LOOSE", "loose quantity of a batch", true},
          {"box", "CODE:SEAL", "a sealed box", true},
          {"unknown", "WORDS", "what is on a thing nobody can name", true},
          {"nothing-more", nullptr, "you looked, and there is nothing else here"},
          {"skip", "REASON", "why this place is not counted"}},
         scan},
        {"count submit",
         "N",
         "Hand your sheet in; it cannot be changed afterwards",
         Needs::commit,
         {},
         submit},
        {"count reconcile",
         "N",
         "Compare the sheets with the book as it stood at the start",
         Needs::commit,
         {},
         reconcile},
        {"count close",
         "N",
         "Close with two signatures; variances become discrepancies",
         Needs::commit,
         {{"second", "USER", "who signs with you; they give their own secret"}},
         close},
    };
}

}  // namespace muster::cli
