// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/watching.hpp"
#include "muster/app/integrity.hpp"
#include "muster/app/simulate.hpp"

namespace muster::cli {
namespace {

Outcome init(Run& run) {
    const app::InitRequest request{run.address, run.words.need("force"), run.words.need("armoury"),
                                   run.words.need("admin"), run.words.has("practice")};
    const auto ledger = app::create_ledger(request, run.secrets, run.given);
    const app::KeyPaths paths = app::KeyPaths::beside(request.address);
    const auto checkpoint = app::latest_checkpoint(*ledger);
    Outcome outcome;
    for (std::int64_t number = 1; number <= checkpoint.size; ++number)
        outcome.entries.push_back(number);
    outcome.result = {{"db", request.address},
                      {"origin", ledger->origin()},
                      {"ledger_key", paths.ledger_key},
                      {"ledger_public_key", paths.ledger_public},
                      {"ca", paths.ca},
                      {"ca_key", paths.ca_key},
                      {"short", checkpoint.short_form},
                      {"practice", request.practice}};
    outcome.text = {
        "The ledger of " + request.force + " has begun: " + ledger->origin(),
        "Ledger key  " + paths.ledger_key +
            "  (keep it and its secret safe: without them nothing can be recorded)",
        "CA          " + paths.ca + ", " + paths.ca_key + "  (move the key offline)",
        "Next: import your register, add users and grant roles, then `musterctl setup close`."};
    return outcome;
}

Outcome simulate(Run& run) {
    app::SimulationRequest request;
    request.address = run.address;
    request.seed = run.given.seed.value_or(1);
    request.days = run.words.number("days", request.days);
    request.movements = run.words.number("movements", request.movements);
    request.items = run.words.number("items", request.items);
    request.batches = run.words.number("batches", request.batches);
    request.officers = run.words.number("officers", request.officers);
    Watching watching{run.err};
    const app::SimulationReport report = app::simulate(
        request, run.secrets, [&](const std::string& step, std::int64_t done, std::int64_t total) {
            return watching.tell("Simulating: " + step, done, total, false);
        });
    Outcome outcome;
    outcome.result = {{"db", request.address},      {"origin", report.origin},
                      {"short", report.short_form}, {"size", report.entries},
                      {"issues", report.issues},    {"returns", report.returns},
                      {"refused", report.refused},  {"discrepancies", report.discrepancies},
                      {"counts", report.counts},    {"stopped", report.stopped}};
    core::Value::Array users;
    for (const auto& [name, password] : report.users)
        users.emplace_back(core::Value::Object{{"user", name}, {"password", password}});
    outcome.result["users"] = std::move(users);
    core::Value::Array officers;
    for (const auto& [collar, pin] : report.officers)
        officers.emplace_back(core::Value::Object{{"collar", collar}, {"pin", pin}});
    outcome.result["officers"] = std::move(officers);
    outcome.text = {"PRACTICE: " + report.origin + ", " + grouped(report.entries) + " entries, " +
                        grouped(report.issues) + " issues, " + grouped(report.returns) +
                        " returns, " + grouped(report.discrepancies) + " discrepancies, " +
                        grouped(report.refused) + " refused.",
                    "The password of each user is as " + report.users.front().second + "."};
    if (report.stopped) outcome.text.push_back("Stopped. The ledger is whole up to there.");
    return outcome;
}

Outcome setup_close(Run& run) {
    return recorded(app::close_setup(*run.ledger, run.author),
                    "Set-up is closed: from now on grants need two people.");
}

Outcome upgrade(Run& run) {
    if (run.address.empty())
        throw app::UsageError{"Which ledger? Give --db PATH, or set MUSTER_DB."};
    const bool upgraded = app::upgrade_ledger(run.address);
    Outcome outcome;
    outcome.result["upgraded"] = upgraded;
    outcome.text.emplace_back(upgraded ? "The ledger is up to date. Its lines are as they were."
                                       : "The ledger was up to date already.");
    return outcome;
}

}  // namespace

std::vector<Command> setup_commands() {
    return {
        {"init",
         "",
         "Begin a ledger, its keys and the force's CA",
         Needs::nothing,
         {{"force", "NAME", "the force that owns the ledger"},
          {"armoury", "NAME", "its first armoury"},
          {"admin", "USER", "the first administrator"},
          {"practice", nullptr, "a practice ledger: invented stock, own time"}},
         init},
        {"simulate",
         "",
         "Make a practice ledger and play an invented force's year into it",
         Needs::nothing,
         {{"movements", "N", "issues and returns to play; more weapons and officers where needed"},
          {"days", "D", "days to play them in (365)"},
          {"items", "N", "weapons of the force (1200)"},
          {"batches", "N", "batches of munitions (60)"},
          {"officers", "N", "officers who draw (300)"}},
         simulate},
        {"upgrade",
         "",
         "Bring a ledger made by an older Muster up to this one; back it up first",
         Needs::nothing,
         {},
         upgrade},
        {"setup close",
         "",
         "End set-up: from then on grants need two people",
         Needs::commit,
         {},
         setup_close},
    };
}

}  // namespace muster::cli
