// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/integrity.hpp"

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
