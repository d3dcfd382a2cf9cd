// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "golden/spoiled_pack.hpp"

/// Packs whose signatures are right and whose signers are not who they should be.
using namespace muster;
using namespace muster::testing;

namespace {

using Numbers = std::set<int>;

/// The first period's pack, prepared as it should be and signed off by `signer` alone.
std::string signed_off_by(const ledger::SigningKey& signer, const char* role) {
    const Folder folder;
    const auto built = pack::build_pack(golden().ledger.input(golden().ledger.first()),
                                        folder.path(), golden().keys.preparer);
    pack::sign_off(built.path, {role, "Fine.", at("2026-08-02T10:00:00.000Z")}, signer);
    return files::read_file(built.path);
}

/// A key of the force's own CA that the ledger never certified.
ledger::SigningKey uncertified() {
    SampleKeys& keys = golden().keys;
    const auto authority = ledger::CertificateAuthority::from_pem(keys.ca.certificate_pem,
                                                                  keys.ca.key_pem, "ca secret");
    const ledger::Validity decades{at("2020-01-01T00:00:00.000Z"), at("2040-01-01T00:00:00.000Z")};
    const auto made =
        ledger::create_key_p12("Dana Example", "pass phrase", authority, decades, keys.randomness);
    return ledger::SigningKey::from_p12(made.p12, "pass phrase");
}

bool says(const pack::Verdict& verdict, const std::string& words) {
    return told(verdict).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("golden: uncertified-signer is not established, until the verifier names the key") {
    const auto key = uncertified();
    const std::string bytes = signed_off_by(key, "senior_officer");
    auto options = golden().trusting();
    auto verdict = pack::verify(bytes, options);
    INFO(told(verdict));
    CHECK(verdict.exit_code == 3);
    CHECK(failed(verdict).empty());
    CHECK(says(verdict, "had not certified"));
    options.fingerprints["senior_officer"] = key.certificate().fingerprint();
    verdict = pack::verify(bytes, options);
    INFO(told(verdict));
    CHECK(verdict.exit_code == 0);
}

TEST_CASE("golden: one-human-in-two-roles, with a certificate for each") {
    const SampleLedger ledger{golden().keys, [](core::Entry& entry) {
                                  auto* certified = std::get_if<core::KeyCertified>(&entry.body);
                                  if (certified != nullptr && certified->name == "Auditor")
                                      certified->user = core::UserId{"u-acc"};
                              }};
    const auto verdict = pack::verify(golden().packed(ledger, ledger.first()), golden().trusting());
    INFO(told(verdict));
    CHECK(failed(verdict) == Numbers{4});
    CHECK(says(verdict, "has signed before, as senior_officer"));
}

TEST_CASE("golden: a certificate named for a role that nobody signed in leaves it open") {
    auto options = golden().trusting();
    options.fingerprints["chief_constable"] = std::string(64, 'a');
    const auto verdict = pack::verify(golden().first, options);
    INFO(told(verdict));
    CHECK(verdict.exit_code == 3);
    CHECK(says(verdict, "nobody signed in that role"));
}

TEST_CASE("golden: confirmed-another-basket, an officer's PIN for something else") {
    const SampleLedger ledger{golden().keys, [](core::Entry& entry) {
                                  auto* issued = std::get_if<core::Issued>(&entry.body);
                                  if (issued != nullptr)
                                      issued->confirmed->basket = std::string(64, 'a');
                              }};
    const auto verdict = pack::verify(golden().packed(ledger, ledger.first()), golden().trusting());
    INFO(told(verdict));
    CHECK(failed(verdict) == Numbers{10});
    CHECK(says(verdict, "confirmed is another basket"));
}

TEST_CASE("golden: trailing-bytes behind the ZIP are a fault, not an unreadable file") {
    for (const std::string& added :
         {std::string{"\n"}, std::string{"PK"}, std::string(70'000, 'x')}) {
        const auto verdict = pack::verify(golden().first + added, golden().trusting());
        INFO(told(verdict));
        CHECK(verdict.exit_code == 1);
        CHECK(failed(verdict) == Numbers{1});
    }
}
