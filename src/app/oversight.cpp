// SPDX-License-Identifier: MIT
#include "muster/app/oversight.hpp"

#include <algorithm>
#include <filesystem>

#include "app/signing_keys.hpp"
#include "app/single_commit.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/pack/build.hpp"
#include "muster/pack/sign_off.hpp"
#include "muster/pack/state.hpp"
#include "muster/report/workbook.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

constexpr const char* program = "muster 0.1.0";

std::string sentence_for(const std::string& role, const std::string& label) {
    if (role == "senior_officer")
        return "I have read this pack of period " + label +
               " and accept it as the force's account of its armouries.";
    if (role == "armoury_manager")
        return "To the best of my knowledge what this pack of period " + label +
               " says of the armouries is accurate.";
    return "I sign this pack of period " + label + " in my role as named above.";
}

pack::PackInput input_of(storage::Transaction& tx, const core::Period& period, core::Instant now) {
    pack::PackInput input;
    input.label = period.key;
    input.first = period.first;
    input.last = period.last;
    input.each_line = [&tx](core::EntryNumber from, core::EntryNumber to,
                            const std::function<void(std::string_view)>& visit) {
        storage::each_line(tx, from, to,
                           [&](core::EntryNumber, const std::string& line, const std::string&) {
                               visit(line);
                               return true;
                           });
    };
    input.disclosure = [&tx](const std::string& digest) -> std::optional<std::string> {
        const auto found = storage::disclosure(tx, digest);
        return found ? std::optional{found->line} : std::nullopt;
    };
    const auto note = storage::checkpoint_at(tx, period.last);
    if (!note)
        throw pack::PackError{"There is no checkpoint of size " + std::to_string(period.last) +
                              ", where the period ends."};
    input.checkpoint = *note;
    if (period.first > 1)
        input.previous_checkpoint = storage::checkpoint_at(tx, period.first - 1).value_or("");
    input.program = program;
    input.built_at = now;
    input.draw_workbook = report::draw_workbook;
    return input;
}

std::optional<core::UserId> owner_of(const core::Facts& facts, const std::string& certificate) {
    const auto found = facts.find<core::Certificate>(certificate);
    return found ? std::optional{found->user} : std::nullopt;
}

}  // namespace

core::Result<Receipt> close_period(OpenLedger& ledger, const Author& author,
                                   const std::string& label) {
    const bool plain =
        !label.empty() && label.size() <= 40 && std::all_of(label.begin(), label.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-';
        });
    if (!plain)
        throw UsageError{"A period's label is of small letters, digits and dashes, as in 2025-26."};
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        auto added =
            proposal.add(core::PeriodClosed{label, 0, pack::state_digest(proposal.facts())});
        if (!added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<BuiltPackFile> build_pack_of(OpenLedger& ledger, const Author& author,
                                          const std::string& period, const std::string& key_name,
                                          const std::string& out_dir, Secrets& secrets) {
    auto key = signing_key(ledger, author, key_name, secrets);
    if (!key) return std::move(key).error();
    std::optional<core::Refused> no;
    BuiltPackFile result;
    pack::BuiltPack built;
    std::filesystem::create_directories(out_dir);
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = core::refuse_without(facts, author.user, core::Power::build_pack);
        const auto closed = facts.find<core::Period>(period);
        if (!no && !closed) no = refused(Refusal::period_unknown, period, {{"label", period}});
        if (!no)
            built = pack::build_pack(input_of(tx, *closed, ledger.now()), out_dir, key.value());
    });
    if (no) return std::move(*no);
    auto receipt =
        commit_one(ledger, author, core::PackBuilt{period, built.manifest, built.certificate});
    if (!receipt) return std::move(receipt).error();
    return BuiltPackFile{built.path, built.manifest, std::move(receipt).value()};
}

core::Result<SignedPackFile> sign_pack(OpenLedger& ledger, const Author& author,
                                       const std::string& pack_path, const std::string& role,
                                       const std::string& key_name, Secrets& secrets) {
    auto key = signing_key(ledger, author, key_name, secrets);
    if (!key) return std::move(key).error();
    const pack::PackStanding standing = pack::standing_of(pack_path);
    const std::string certificate = key.value().certificate().fingerprint();
    const core::PackSigned proposed{standing.label, standing.manifest, role, certificate, ""};
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        const std::string user = core::user_words(facts, author.user.value);
        const auto preparer = owner_of(facts, standing.preparer_certificate);
        const auto has_signed = [&](const std::string& other) {
            const auto owner = owner_of(facts, other);
            return owner && core::person_of(facts, owner->value) ==
                                core::person_of(facts, author.user.value);
        };
        if (standing.origin != ledger.origin() || !preparer)
            no = refused(Refusal::pack_not_of_force);
        else if (core::person_of(facts, preparer->value) ==
                 core::person_of(facts, author.user.value))
            no = refused(Refusal::preparer_is_signer, author.user.value, {{"user", user}});
        else if (std::find(standing.signed_roles.begin(), standing.signed_roles.end(), role) !=
                     standing.signed_roles.end() ||
                 std::any_of(standing.signed_certificates.begin(),
                             standing.signed_certificates.end(), has_signed))
            no = refused(Refusal::signed_already, author.user.value, {{"user", user}});
        else {
            const core::Instant now = ledger.now();
            const auto decided =
                core::decide(proposed, facts, {now, now, author.user, author.armoury, 1, {}});
            if (!decided) no = decided.error();
        }
    });
    if (no) return std::move(*no);
    const pack::SignedOff done = pack::sign_off(
        pack_path, {role, sentence_for(role, standing.label), ledger.now()}, key.value());
    auto receipt = commit_one(
        ledger, author,
        core::PackSigned{standing.label, done.manifest, role, done.certificate, done.signature});
    if (!receipt) return std::move(receipt).error();
    return SignedPackFile{done.order, std::move(receipt).value()};
}

}  // namespace muster::app
