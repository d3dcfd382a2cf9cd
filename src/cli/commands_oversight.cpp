// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/oversight.hpp"

namespace muster::cli {
namespace {

Outcome period_close(Run& run) {
    const std::string label = run.words.need("label");
    Outcome outcome = recorded(app::close_period(*run.ledger, run.author, label),
                               "Period " + label + " is closed.");
    if (!outcome.refused) outcome.result["label"] = label;
    return outcome;
}

Outcome key_create(Run& run) {
    const std::string name = run.words.word(0, "the key's NAME");
    if (const auto card = run.words.get("card")) {
        app::use_card(*run.ledger, run.author, name, *card, run.words.need("driver"), run.secrets);
        Outcome outcome;
        outcome.result = {{"key", name}, {"card", *card}};
        outcome.text.push_back("Key " + name + " is the card's. It signs once it is certified: " +
                               "`musterctl key certify " + name + "`.");
        return outcome;
    }
    const std::string path = run.words.need("out");
    app::create_key(*run.ledger, run.author, name, path, run.secrets);
    Outcome outcome;
    outcome.result = {{"key", name}, {"path", path}};
    outcome.text.push_back("Key " + name + " lies in " + path +
                           ". It signs once it is certified: `musterctl key certify " + name +
                           "`.");
    return outcome;
}

Outcome key_certify(Run& run) {
    const std::string name = run.words.word(0, "the key's NAME");
    return recorded(
        app::certify_key(*run.ledger, run.author, name, run.words.get("approver"), run.secrets),
        "Key " + name + " is certified.");
}

Outcome pack_build(Run& run) {
    const auto built =
        app::build_pack_of(*run.ledger, run.author, run.words.need("period"), run.words.need("key"),
                           run.words.need("out"), run.secrets);
    if (!built) return refusal(built.error());
    Outcome outcome;
    put_receipt(outcome, built.value().receipt);
    outcome.result["pack"] = built.value().path;
    outcome.result["manifest"] = built.value().manifest;
    outcome.text.push_back("The pack is built and signed by you as its preparer: " +
                           built.value().path);
    return outcome;
}

Outcome pack_sign(Run& run) {
    const std::string path = run.words.word(0, "a PACK");
    const auto done = app::sign_pack(*run.ledger, run.author, path, run.words.need("role"),
                                     run.words.need("key"), run.secrets);
    if (!done) return refusal(done.error());
    Outcome outcome;
    put_receipt(outcome, done.value().receipt);
    outcome.result["order"] = std::int64_t{done.value().order};
    outcome.result["pack"] = path;
    outcome.text.push_back("Signed off as " + run.words.need("role") + ": " + path);
    return outcome;
}

}  // namespace

std::vector<Command> oversight_commands() {
    const Option approver{"approver", "USER", "who approves; they give their own secret"};
    const Option key{"key", "NAME", "your certified key; its passphrase is the secret key:NAME"};
    return {
        {"period close",
         "",
         "End the period with the entry this makes",
         Needs::commit,
         {{"label", "LABEL", "as 2025-26"}},
         period_close},
        {"key create",
         "NAME",
         "Make a signing key for yourself, or use the one on your card",
         Needs::drafting,
         {{"out", "P12", "the file it goes into"},
          {"card", "URI", "of a card: pkcs11:token=NAME;object=NAME; its PIN is the secret"},
          {"driver", "FILE", "the card's PKCS#11 driver"}},
         key_create},
        {"key certify",
         "NAME",
         "Certify a key with the force's CA (secret ca)",
         Needs::commit,
         {approver},
         key_certify},
        {"pack build",
         "",
         "Build and sign the audit pack of a closed period",
         Needs::commit,
         {{"period", "LABEL", "the period"}, key, {"out", "DIR", "the folder it goes into"}},
         pack_build},
        {"pack sign",
         "PACK",
         "Sign a pack off in a role you hold",
         Needs::commit,
         {{"role", "ROLE", "in which capacity"}, key},
         pack_sign},
    };
}

}  // namespace muster::cli
