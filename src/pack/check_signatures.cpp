// SPDX-License-Identifier: MIT
#include <algorithm>

#include "examination.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/ledger/digest.hpp"

/// Who signed: the chain of texts and signatures, the people behind them, and the times they state.
namespace muster::pack {
namespace {

std::string checkpoint_words(const ledger::Checkpoint& checkpoint) {
    return std::to_string(checkpoint.size) + " " + ledger::base64(checkpoint.root.view());
}

/// Verifies one signature and remembers its signer; says what is wrong with it.
const Signer* take_signature(Examination& examination, const std::string& role,
                             const std::string& content, const std::string& file) {
    constexpr auto number = CheckNumber::sign_off_chain;
    const auto read =
        ledger::read_detached(examination.files.at(content), examination.files.at(file));
    if (const auto* fault = std::get_if<ledger::LineFault>(&read)) {
        examination.fail(number, escaped(fault->words), file);
        // Which of the two was changed nobody can know.
        if (fault->code == "cms_wrong")
            examination.fail(number, "It is not what was signed.", content);
        return nullptr;
    }
    examination.signers.push_back({role, file, std::get<ledger::SignedBy>(read)});
    return &examination.signers.back();
}

/// What a sign-off text should say, taken from everything but the text.
SignOffText expected_text(const Examination& examination, const SignOffText& said,
                          const PlacedSignOff& placed, const std::string& previous_file,
                          const Signer& signer) {
    SignOffText text = said;
    const auto digest = [&](const std::string& file) {
        return ledger::hex(ledger::sha256(examination.files.at(file)));
    };
    if (examination.checkpoint) {
        text.checkpoint = checkpoint_words(*examination.checkpoint);
        text.pack = pack_name(examination.checkpoint->origin,
                              std::get<core::PeriodClosed>(examination.entries.back().body).label);
    }
    if (examination.key) text.ledger_key = ledger::hex(examination.key->raw());
    text.manifest = digest(manifest_name);
    text.previous = digest(previous_file);
    text.order = placed.order;
    text.person = signer.by.common_name;
    text.certificate = signer.by.fingerprint;
    return text;
}

void check_one(Examination& examination, const PlacedSignOff& placed,
               const std::string& previous_file) {
    constexpr auto number = CheckNumber::sign_off_chain;
    const std::string name = placed.stem + ".txt";
    const auto text = read_sign_off(examination.files.at(name));
    if (!text) return examination.fail(number, "It is not the text of a sign-off.", name);
    const Signer* signer = take_signature(examination, text->role, name, placed.stem + ".p7s");
    if (signer == nullptr) return;
    examination.sign_offs.push_back(*text);
    if (sign_off_stem(placed.order, text->role) != placed.stem)
        examination.fail(number, "Its name does not say its order and role.", name);
    const SignOffText expected = expected_text(examination, *text, placed, previous_file, *signer);
    if (expected.previous != text->previous)
        return examination.fail(number, "It was not signed right behind " + previous_file + ".",
                                name);
    if (write_sign_off(expected) != examination.files.at(name))
        examination.fail(number, "It was signed for another pack, place or person.", name);
    if (text->time != signer->by.signing_time)
        examination.fail(number, "Text and signature name different times.", name);
}

void check_preparer(Examination& examination) {
    constexpr auto number = CheckNumber::sign_off_chain;
    if (examination.file(manifest_signature_name) == nullptr)
        return examination.fail(number, "The preparer's signature is missing.",
                                manifest_signature_name);
    const Signer* signer =
        take_signature(examination, "preparer", manifest_name, manifest_signature_name);
    if (signer == nullptr || !examination.making) return;
    if (signer->by.common_name != examination.making->prepared_by ||
        signer->by.signing_time != examination.making->built_at)
        examination.fail(number, "It names another preparer or time than the signature.",
                         "pack.json");
}

std::string role_words(const Signer& signer) {
    return escaped(signer.role) + " " + in_quotes(signer.by.common_name);
}

/// Whether whoever verifies named this very certificate for the role.
bool is_pinned(const Examination& examination, const Signer& signer) {
    const auto named = examination.options.fingerprints.find(signer.role);
    return named != examination.options.fingerprints.end() &&
           named->second == signer.by.fingerprint;
}

/// Whether the signer may act in that role by the ledger. A certificate that the ledger never
/// certified may be an outsider's, or of somebody who came later: then the role is nobody's word
/// but the signer's, unless whoever verifies knows better.
void check_role(Examination& examination, const Signer& signer) {
    const auto known = examination.closing.find<core::Certificate>(signer.by.fingerprint);
    if (!known) {
        if (!is_pinned(examination, signer))
            examination.open(CheckNumber::identities,
                             "not established: by the period's end the ledger had not certified "
                             "the certificate of " +
                                 role_words(signer) + ". If you know it, name it: --fingerprint " +
                                 escaped(signer.role) + "=" + signer.by.fingerprint,
                             signer.file);
        return;
    }
    const bool held =
        signer.role == "preparer"
            ? core::has_power(examination.closing, known->user, core::Power::build_pack)
            : examination.closing.row(core::Table::role, known->user.value + "/" + signer.role)
                  .has_value();
    if (!held)
        examination.fail(CheckNumber::identities,
                         role_words(signer) + " did not hold this role at the period's end.",
                         signer.file);
}

/// The human who signed by the ledger; a certificate it does not know stands for itself.
std::string human_of(const Examination& examination, const Signer& signer) {
    const auto known = examination.closing.find<core::Certificate>(signer.by.fingerprint);
    const core::PersonId person =
        known ? core::person_of(examination.closing, known->user.value) : core::PersonId{};
    return person.empty() ? signer.by.fingerprint : person.value;
}

void check_identity(Examination& examination, const Signer& signer) {
    constexpr auto number = CheckNumber::identities;
    const VerifyOptions& options = examination.options;
    if (is_pinned(examination, signer)) return;
    if (options.fingerprints.contains(signer.role))
        return examination.open(number,
                                "not established: " + role_words(signer) +
                                    " signed with another certificate than the one named.",
                                signer.file);
    if (!options.trust_ca_pem)
        return examination.open(number,
                                "not established: nobody was named to trust for " +
                                    role_words(signer) + " (--trust or --fingerprint).",
                                signer.file);
    if (const auto fault = ledger::trusted_by(signer.by.certificate, *options.trust_ca_pem,
                                              signer.by.signing_time))
        examination.open(number,
                         "not established: " + role_words(signer) + ": " + escaped(fault->words),
                         signer.file);
}

void check_required(Examination& examination) {
    if (!examination.replayed) return;
    for (const std::string& role : required_roles(examination.closing)) {
        const bool has_signed =
            std::any_of(examination.signers.begin(), examination.signers.end(),
                        [&](const Signer& signer) { return signer.role == role; });
        if (!has_signed)
            examination.open(CheckNumber::identities,
                             "not established: nobody has signed as " + escaped(role) + " yet.");
    }
}

/// A certificate named for a role that nobody signed in is a question left open.
void check_named_roles(Examination& examination) {
    for (const auto& named : examination.options.fingerprints) {
        const std::string& role = named.first;
        const bool has_signed =
            std::any_of(examination.signers.begin(), examination.signers.end(),
                        [&](const Signer& signer) { return signer.role == role; });
        if (!has_signed)
            examination.open(CheckNumber::identities,
                             "not established: you named a certificate for " + escaped(role) +
                                 ", and nobody signed in that role.");
    }
}

void check_distinct(Examination& examination) {
    const auto& signers = examination.signers;
    for (std::size_t i = 0; i < signers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (human_of(examination, signers[i]) == human_of(examination, signers[j]) ||
                signers[i].role == signers[j].role)
                examination.fail(CheckNumber::identities,
                                 role_words(signers[i]) + " has signed before, as " +
                                     escaped(signers[j].role) + ".",
                                 signers[i].file);
}

}  // namespace

void check_sign_off_chain(Examination& examination) {
    constexpr auto number = CheckNumber::sign_off_chain;
    if (examination.file(manifest_name) == nullptr)
        return examination.open(number, "not examined: what was signed is missing.");
    if (const std::string* bytes = examination.file("pack.json"))
        examination.making = read_making(*bytes);
    check_preparer(examination);
    std::string offending;
    const auto placed = placed_sign_offs(examination.files, offending);
    if (!placed)
        return examination.fail(number,
                                "The sign-offs are not numbered 01, 02 … with a text and "
                                "a signature each.",
                                offending);
    std::string previous = manifest_signature_name;
    for (const PlacedSignOff& one : *placed) {
        if (examination.file(previous) != nullptr) check_one(examination, one, previous);
        previous = one.stem + ".p7s";
    }
    if (!examination.has(number))
        examination.pass(number, "The preparer and " + std::to_string(placed->size()) +
                                     " more signed, each over the signature before.");
}

void check_identities(Examination& examination) {
    constexpr auto number = CheckNumber::identities;
    for (const Signer& signer : examination.signers) {
        check_identity(examination, signer);
        if (examination.replayed) check_role(examination, signer);
    }
    check_required(examination);
    check_named_roles(examination);
    check_distinct(examination);
    if (examination.has(number)) return;
    std::string people;
    for (const Signer& signer : examination.signers)
        people += (people.empty() ? "" : ", ") + role_words(signer);
    if (people.empty())
        return examination.open(number, "not established: nobody's signature is right.");
    examination.pass(number, "Signed by " + people + "; each is who you trust them to be.");
}

void check_time(Examination& examination) {
    constexpr auto number = CheckNumber::time;
    core::Instant before{};
    if (!examination.entries.empty()) {
        before = examination.entries.back().recorded_at;
        before.ms -= before.ms % 1000;  // signing times have whole seconds
    }
    for (const Signer& signer : examination.signers) {
        if (signer.by.signing_time < before)
            examination.fail(number, role_words(signer) + " states a time before what was signed.",
                             signer.file);
        before = signer.by.signing_time;
    }
    if (!examination.has(number))
        examination.pass(number,
                         "The signers' own times are in order. They are their own word: no "
                         "timestamp and no revocation list was looked at.");
}

}  // namespace muster::pack
