// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/supervision.hpp"

// Senior oversight: the monthly brief, dip-tests, sign-offs and deputies.
namespace muster::cli {
namespace {

core::Date date_of(const Run& run, const char* name) {
    const std::string text = run.words.need(name);
    const auto date = core::date_of(text);
    if (!date)
        throw app::UsageError{std::string{"--"} + name + " takes a date as 2026-03-01, not " +
                              text};
    return *date;
}

Outcome brief(Run& run) {
    const std::string month = run.words.need("month");
    const auto made = app::make_brief(*run.ledger, month, run.viewer);
    if (!made) return refusal(made.error());
    const app::Brief& brief = made.value();
    Outcome outcome;
    outcome.rows.emplace();
    for (const app::BriefFigure& figure : brief.figures) {
        core::Value::Array entries;
        for (const core::EntryNumber entry : figure.entries) entries.emplace_back(entry);
        core::Value::Object row{{"figure", figure.name}, {"now", figure.now}};
        if (figure.before) row.emplace("before", *figure.before);
        row.emplace("entries", std::move(entries));
        outcome.rows->emplace_back(std::move(row));
        outcome.text.push_back(
            figure.name + ": " + std::to_string(figure.now) +
            (figure.before ? " (before " + std::to_string(*figure.before) + ")" : ""));
    }
    core::Value::Array decisions;
    for (const app::BriefDecision& each : brief.decisions) {
        decisions.emplace_back(core::Value::Object{{"words", each.words}, {"by", each.by}});
        outcome.text.push_back("Decide by " + each.by + ": " + each.words);
    }
    outcome.result = {{"month", brief.month},
                      {"first", brief.first},
                      {"last", brief.last},
                      {"decisions", std::move(decisions)},
                      {"coverage", texts(brief.coverage)}};
    for (const std::string& line : brief.coverage) outcome.text.push_back(line);
    if (const auto path = run.words.get("out")) {
        std::string written;
        const auto receipt = app::export_brief(*run.ledger, run.author, brief, *path, written);
        if (!receipt) return refusal(receipt.error());
        put_receipt(outcome, receipt.value());
        outcome.result["file"] = written;
        outcome.text.push_back("Brief: " + written);
    }
    return outcome;
}

Outcome draw(Run& run) {
    const std::string path = run.words.need("out");
    const auto drawn = app::draw_dip_test(*run.ledger, run.author, run.words.need("location"),
                                          run.words.number("positions", 5), path);
    if (!drawn) return refusal(drawn.error());
    Outcome outcome;
    put_receipt(outcome, drawn.value().receipt);
    outcome.result["test"] = drawn.value().id;
    outcome.result["number"] = drawn.value().receipt.entries.front();
    outcome.result["file"] = path;
    outcome.text.push_back("Dip-test " + drawn.value().id + ": " + path);
    return outcome;
}

Outcome key(Run& run) {
    std::vector<app::SeenAt> seen;
    for (const std::string& text : run.words.all("seen")) {
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            throw app::UsageError{"--seen takes LINE=CODE, not " + text};
        seen.push_back({quantity_of(text.substr(0, equals), "--seen takes LINE=CODE"),
                        text.substr(equals + 1)});
    }
    const auto keyed =
        app::key_dip_test(*run.ledger, run.author, run.words.word(0, "the dip-test N"),
                          run.words.need("walked-by"), seen);
    if (!keyed) return refusal(keyed.error());
    Outcome outcome;
    put_receipt(outcome, keyed.value().receipt);
    core::Value::Array discrepancies;
    for (const core::EntryNumber number : keyed.value().discrepancies) {
        discrepancies.emplace_back("d-" + std::to_string(number));
        outcome.text.push_back("DISCREPANCY d-" + std::to_string(number) + " was opened.");
    }
    outcome.result["agreed"] = keyed.value().agreed;
    outcome.result["differs"] = keyed.value().differs;
    outcome.result["discrepancies"] = std::move(discrepancies);
    outcome.text.push_back(std::to_string(keyed.value().agreed) + " positions agreed, " +
                           std::to_string(keyed.value().differs) + " did not.");
    return outcome;
}

Outcome deputise(Run& run) {
    return recorded(
        app::name_deputy(*run.ledger, run.author, run.words.need("deputy"), date_of(run, "from"),
                         date_of(run, "to"), run.words.need("reason")),
        run.words.need("deputy") + " signs for you on those days.");
}

Outcome sign(Run& run) {
    app::SignOff sign;
    sign.what = run.words.word(0, "what is signed, WHAT");
    sign.key = run.words.get("key");
    sign.signer = run.words.get("signer");
    sign.witness = run.words.get("witness");
    sign.remark = run.words.get("remark").value_or("");
    return recorded(app::sign_off(*run.ledger, run.author, sign, run.secrets), "Signed off.");
}

}  // namespace

std::vector<Command> supervision_commands() {
    return {
        {"oversight brief",
         "",
         "Tell a month in one page, each figure with its entries",
         Needs::viewing,
         {{"month", "YYYY-MM", "the month"},
          {"out", "FILE.pdf", "draw it; into a folder as brief-YYYY-MM.pdf"}},
         brief},
        {"oversight deputise",
         "",
         "Say who signs for you, on which days",
         Needs::commit,
         {{"deputy", "USER", "who"},
          {"from", "DATE", "first day"},
          {"to", "DATE", "last day"},
          {"reason", "WORDS", "why"}},
         deputise},
        {"oversight sign",
         "WHAT",
         "Sign off \"brief YYYY-MM\", a count c-N, a discrepancy d-N or a dip-test q-N",
         Needs::commit,
         {{"key", "NAME", "your certified key; its passphrase is the secret key:NAME"},
          {"signer", "USER", "of ink on paper: who signed"},
          {"witness", "USER", "of ink: who saw it; they give their own secret"},
          {"remark", "WORDS", "what is to be done"}},
         sign},
        {"dip-test draw",
         "",
         "Draw random positions for a senior officer's test on foot, and its sheet",
         Needs::commit,
         {{"location", "LOCATION", "the armoury or place"},
          {"positions", "N", "how many (5)"},
          {"out", "FILE.pdf", "where the sheet is written"}},
         draw},
        {"dip-test key",
         "N",
         "Key the sheet of a dip-test; what differs becomes a discrepancy",
         Needs::commit,
         {{"walked-by", "USER", "the senior officer who went"},
          {"seen", "LINE=CODE", "what was at a position; nothing behind = where it was empty",
           true}},
         key},
    };
}

}  // namespace muster::cli
