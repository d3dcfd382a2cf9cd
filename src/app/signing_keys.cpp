// SPDX-License-Identifier: MIT
#include "app/signing_keys.hpp"

#include <filesystem>

#include "app/single_commit.hpp"
#include "muster/app/oversight.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/key_file.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t key_days = 3 * 365;

ledger::Validity validity(core::Instant now) {
    return {core::Instant{now.ms - ms_per_day}, core::Instant{now.ms + key_days * ms_per_day}};
}

// The name stands in the ledger, in `key:NAME` on a command line, and on the certificate.
void require_plain(const std::string& name) {
    constexpr std::size_t characters_max = 40;
    const bool plain = !name.empty() && name.size() <= characters_max && name.front() != '-' &&
                       name.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                           "0123456789-_.") == std::string::npos;
    if (!plain)
        throw UsageError{"A key's name has 1 to 40 letters, digits, dots, dashes and underscores."};
}

core::Refused unknown_key(const std::string& name) {
    return refused(Refusal::key_unknown, name, {{"key", name}});
}

}  // namespace

std::optional<KeyNote> key_note(storage::Transaction& tx, const std::string& name) {
    const auto draft = storage::draft(tx, "key/" + name);
    if (!draft) return std::nullopt;
    const auto read = ledger::read_canonical(draft->value);
    const auto* value = std::get_if<core::Value>(&read);
    if (value == nullptr) return std::nullopt;
    KeyNote note;
    std::vector<core::ShapeFault> faults;
    core::read_value(*value, note, "", faults);
    return faults.empty() ? std::optional{note} : std::nullopt;
}

void keep_key_note(storage::Transaction& tx, const std::string& name, const KeyNote& note) {
    storage::put_draft(tx, {"key/" + name, ledger::canonical(core::value_of(note)), note.user});
}

namespace {

void require_free(OpenLedger& ledger, const std::string& name) {
    require_plain(name);
    bool taken = false;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        taken = key_note(tx, name).has_value();
    });
    if (taken) throw UsageError{"There is a key called " + name + " already. Choose another name."};
}

void keep(OpenLedger& ledger, const std::string& name, const KeyNote& note) {
    ledger.write_beside([&](storage::Transaction& tx) { keep_key_note(tx, name, note); });
}

ledger::CardKey card_of(const KeyNote& note) {
    return {note.driver.value_or(""), note.path};
}

}  // namespace

void create_key(OpenLedger& ledger, const Author& author, const std::string& name,
                const std::string& p12_path, Secrets& secrets) {
    require_free(ledger, name);
    const auto made = ledger::create_uncertified_key_p12(
        name_of(ledger, author.user), secrets.new_secret("key:" + name), validity(ledger.now()),
        ledger.randomness());
    ledger::write_private_file(p12_path, made.p12);
    const std::string path = std::filesystem::absolute(p12_path).string();
    keep(ledger, name, {author.user.value, path, made.certificate_pem, ""});
}

void use_card(OpenLedger& ledger, const Author& author, const std::string& name,
              const std::string& uri, const std::string& driver, Secrets& secrets) {
    require_free(ledger, name);
    KeyNote note{author.user.value, uri, "", "", driver};
    note.uncertified = ledger::create_uncertified_card_certificate(
        name_of(ledger, author.user), card_of(note), secrets.secret("key:" + name),
        validity(ledger.now()), ledger.randomness());
    keep(ledger, name, note);
}

core::Result<Receipt> certify_key(OpenLedger& ledger, const Author& author, const std::string& name,
                                  const Approver& approver, Secrets& secrets) {
    std::optional<KeyNote> note;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) { note = key_note(tx, name); });
    if (!note) return unknown_key(name);
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    const KeyPaths paths = KeyPaths::beside(ledger.database().address());
    const auto ca = ledger::CertificateAuthority::from_pem(ledger::read_small_file(paths.ca),
                                                           ledger::read_private_file(paths.ca_key),
                                                           secrets.secret("ca"));
    const ledger::Certificate certificate =
        ledger::certify(ledger::Certificate::from_pem(note->uncertified), ca,
                        validity(ledger.now()), ledger.randomness());
    note->certified = certificate.pem();
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        auto added = proposal.add(
            core::KeyCertified{name, core::UserId{note->user}, certificate.fingerprint(),
                               note->driver ? "pkcs11" : "pkcs12", approved.value()});
        if (!added) return std::move(added).error();
        keep_key_note(proposal.transaction(), name, *note);
        return boost::outcome_v2::success();
    });
}

core::Result<ledger::SigningKey> signing_key(OpenLedger& ledger, const Author& author,
                                             const std::string& name, Secrets& secrets) {
    std::optional<KeyNote> note;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) { note = key_note(tx, name); });
    if (!note || note->certified.empty() || note->user != author.user.value)
        return unknown_key(name);
    const std::string passphrase = secrets.secret("key:" + name);
    const auto certificate = ledger::Certificate::from_pem(note->certified);
    if (note->driver) return ledger::SigningKey::from_card(card_of(*note), passphrase, certificate);
    const auto certified =
        ledger::replace_certificate(ledger::read_private_file(note->path), passphrase, certificate);
    return ledger::SigningKey::from_p12(certified.p12, passphrase);
}

bool is_on_card(OpenLedger& ledger, const std::string& name) {
    bool card = false;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        const auto note = key_note(tx, name);
        card = note && note->driver;
    });
    return card;
}

}  // namespace muster::app
