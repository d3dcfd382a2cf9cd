// SPDX-License-Identifier: MIT
#include "muster/pack/sign_off.hpp"

#include <algorithm>

#include "examination.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "packing.hpp"

namespace muster::pack {
namespace {

std::string digest_of(const std::string& bytes) {
    return ledger::hex(ledger::sha256(bytes));
}

/// Opens a pack for signing: everything that a signature would cover must be right.
void examine(Examination& examination, const std::string& path) {
    const Opening opening = check_container(examination, files::read_file(path));
    if (opening == Opening::opened) {
        check_manifest(examination);
        check_lines(examination);
        check_root_and_key(examination);
        check_sign_off_chain(examination);
    }
    for (const Check& check : examination.checks)
        if (check.outcome != Outcome::pass)
            throw PackError{"This pack cannot be signed. Check " + check.name + ": " + check.words +
                            (check.file.empty() ? "" : " (" + check.file + ")")};
    if (!examination.making) throw PackError{"This pack cannot be signed: pack.json is missing."};
}

std::string label_of(const Examination& examination) {
    return std::get<core::PeriodClosed>(examination.entries.back().body).label;
}

std::string previous_signature(const Examination& examination) {
    const auto& last = examination.signers.back();
    return digest_of(examination.files.at(last.file));
}

SignOffText text_for(const Examination& examination, const SignOff& wanted,
                     const ledger::SigningKey& key) {
    const ledger::Checkpoint& checkpoint = *examination.checkpoint;
    SignOffText text;
    text.pack = pack_name(checkpoint.origin, label_of(examination));
    text.manifest = digest_of(examination.files.at(manifest_name));
    text.previous = previous_signature(examination);
    text.checkpoint =
        std::to_string(checkpoint.size) + " " + ledger::base64(checkpoint.root.view());
    text.ledger_key = ledger::hex(examination.key->raw());
    text.order = static_cast<int>(examination.sign_offs.size()) + 1;
    text.role = wanted.role;
    text.person = key.certificate().common_name();
    text.certificate = key.certificate().fingerprint();
    text.sentence = wanted.sentence;
    text.time = wanted.now;
    text.time.ms -= text.time.ms % 1000;  // as the signature states it
    return text;
}

void refuse_again(const Examination& examination, const SignOffText& text) {
    for (const Signer& signer : examination.signers)
        if (signer.by.fingerprint == text.certificate || signer.role == text.role)
            throw PackError{"This pack was signed before, as " + escaped(signer.role) + " by " +
                            escaped(signer.by.common_name) + "."};
    if (text.time < examination.signers.back().by.signing_time)
        throw PackError{"The clock stands before the time of the signature before."};
    const bool writable =
        is_one_line(text.sentence) && is_one_line(text.person) && !text.role.empty() &&
        text.order < 100 &&
        text.role.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
    if (!writable)
        throw PackError{"Role, name and sentence of a sign-off are one plain line each."};
}

}  // namespace

PackStanding standing_of(const std::string& pack_path) {
    const VerifyOptions options;
    Examination examination{options};
    examine(examination, pack_path);
    PackStanding standing;
    standing.origin = examination.checkpoint->origin;
    standing.label = label_of(examination);
    standing.name = pack_name(standing.origin, standing.label);
    standing.manifest = digest_of(examination.files.at(manifest_name));
    for (const Signer& signer : examination.signers) {
        if (signer.role == "preparer") {
            standing.preparer_certificate = signer.by.fingerprint;
            continue;
        }
        standing.signed_roles.push_back(signer.role);
        standing.signed_certificates.push_back(signer.by.fingerprint);
    }
    return standing;
}

SignedOff sign_off(const std::string& pack_path, const SignOff& wanted,
                   const ledger::SigningKey& key) {
    const VerifyOptions options;
    Examination examination{options};
    examine(examination, pack_path);
    const SignOffText text = text_for(examination, wanted, key);
    refuse_again(examination, text);
    const std::string bytes = write_sign_off(text);
    const std::string signature = ledger::sign_detached(bytes, key, text.time);
    const std::string stem = sign_off_stem(text.order, text.role);
    PackFiles files = examination.files;
    files[stem + ".txt"] = bytes;
    files[stem + ".p7s"] = signature;
    files::write_file_atomically(pack_path, zip_of(files, examination.making->built_at));
    return {text.order,
            text.pack,
            examination.checkpoint->origin,
            label_of(examination),
            text.manifest,
            text.certificate,
            digest_of(signature)};
}

}  // namespace muster::pack
