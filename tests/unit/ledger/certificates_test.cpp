// SPDX-License-Identifier: MIT
#include "muster/ledger/certificates.hpp"

#include <doctest/doctest.h>

#include "unit/ledger/faults.hpp"
#include "unit/ledger/outside.hpp"
#include "unit/ledger/people.hpp"

using namespace muster::ledger;
using namespace people;

TEST_CASE("ledger: a force CA is a CA, and its key is opened by its secret alone") {
    Force force;
    const Certificate ca = force.authority.certificate();
    CHECK(ca.is_ca());
    CHECK(ca.is_self_signed());
    CHECK(ca.common_name() == "Example Force signing CA");
    CHECK(ca.not_before() == ten_years.not_before);
    CHECK(ca.not_after() == ten_years.not_after);
    const auto& [certificate, key] = force.ca;
    CHECK_THROWS_AS(CertificateAuthority::from_pem(certificate, key, "wrong"), SecretError);
    CHECK_THROWS_AS(CertificateAuthority::from_pem(certificate, "junk", "ca secret"), KeyError);
    Force other;
    CHECK_THROWS_AS(CertificateAuthority::from_pem(other.ca.certificate_pem, key, "ca secret"),
                    KeyError);
    const std::string person = force.key_for("Avery Example").certificate_pem;
    CHECK_THROWS_AS(CertificateAuthority::from_pem(person, key, "ca secret"), KeyError);
}

TEST_CASE("ledger: a person's certificate says what FORMATS §3 wants, in openssl's words") {
    Force force;
    const outside::Folder folder;
    const PersonalKey key = force.key_for("Avery Example");
    const std::string path = folder.file("c.pem", key.certificate_pem);
    const std::string text = outside::run("openssl x509 -noout -text -in " + path).output;
    for (const char* part :
         {"X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation",
          "X509v3 Extended Key Usage: \n                E-mail Protection", "CA:FALSE",
          "prime256v1", "ecdsa-with-SHA256", "Not Before: Mar  1 00:00:00 2026 GMT"})
        CHECK_MESSAGE(text.find(part) != std::string::npos, part << " in " << text);
    const Certificate certificate = Certificate::from_pem(key.certificate_pem);
    CHECK(certificate.common_name() == "Avery Example");
    CHECK(certificate.issuer_name() == "Example Force signing CA");
    CHECK_FALSE(certificate.is_ca());
    CHECK_FALSE(certificate.is_self_signed());
    CHECK(certificate.serial().size() == 32);
    CHECK(certificate.serial() != force.authority.certificate().serial());
    CHECK(Certificate::from_der(certificate.der()).fingerprint() == certificate.fingerprint());
    CHECK_THROWS_AS(Certificate::from_der(certificate.der() + "x"), KeyError);
    CHECK_THROWS_AS(Certificate::from_pem("junk"), KeyError);
    const auto judged = outside::run("openssl x509 -noout -fingerprint -sha256 -in " + path +
                                     " | tr -d ':\\n' | tr A-F a-f | sed 's/.*=//'");
    CHECK(judged.output == certificate_fingerprint(key.certificate_pem));
}

TEST_CASE("ledger: trust is what the caller hands in, at the moment of signing") {
    Force force;
    Force stranger;
    const auto certificate = Certificate::from_pem(force.key_for("Avery Example").certificate_pem);
    const std::string ca = force.ca.certificate_pem;
    CHECK(code_of(trusted_by(certificate, ca, midsummer)) == "");
    CHECK(code_of(trusted_by(certificate, stranger.ca.certificate_pem, midsummer)) ==
          "certificate_untrusted");
    CHECK(code_of(trusted_by(certificate, stranger.ca.certificate_pem + ca, midsummer)) == "");
    CHECK(code_of(trusted_by(certificate, ca, Instant{start.ms - day_ms})) ==
          "certificate_not_in_time");
    CHECK(code_of(trusted_by(certificate, ca, Instant{start.ms + 400 * day_ms})) ==
          "certificate_not_in_time");
    CHECK(code_of(trusted_by(certificate, "junk", midsummer)) == "ca_unreadable");
    CHECK(code_of(trusted_by(certificate, certificate.pem(), midsummer)) ==
          "certificate_untrusted");
    // The CA itself may not sign packs: its key is for certificates.
    CHECK(code_of(trusted_by(force.authority.certificate(), ca, midsummer)) != "");
}

TEST_CASE("ledger: a forger who copies the CA's name is not trusted") {
    Force force;
    Force forger;  // the same common name, another key
    const auto certificate = Certificate::from_pem(forger.key_for("Avery Example").certificate_pem);
    CHECK(certificate.issuer_name() == force.authority.certificate().common_name());
    CHECK(code_of(trusted_by(certificate, force.ca.certificate_pem, midsummer)) ==
          "certificate_untrusted");
}

TEST_CASE("ledger: a key file is opened by its passphrase alone, and by openssl too") {
    Force force;
    const outside::Folder folder;
    const PersonalKey key = force.key_for("Avery Example");
    CHECK(SigningKey::from_p12(key.p12, "passphrase").certificate().pem() == key.certificate_pem);
    CHECK_THROWS_AS(SigningKey::from_p12(key.p12, "Passphrase"), SecretError);
    CHECK_THROWS_AS(SigningKey::from_p12("junk", "passphrase"), KeyError);
    CHECK_THROWS_AS(SigningKey::from_p12(key.p12.substr(0, 200), "passphrase"), KeyError);
    const auto judged = outside::run("openssl pkcs12 -noout -passin pass:passphrase -in " +
                                     folder.file("k.p12", key.p12));
    CHECK_MESSAGE(judged.exit_code == 0, judged.output);
}

TEST_CASE("ledger: a key of another kind does not sign") {
    const outside::Folder folder;
    const std::string base = (folder / "k").string();
    const auto made = outside::run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -subj /CN=x "
        "-keyout " +
        base + ".key -out " + base + ".pem && openssl pkcs12 -export -passout pass:p -inkey " +
        base + ".key -in " + base + ".pem -out " + base + ".p12");
    REQUIRE_MESSAGE(made.exit_code == 0, made.output);
    CHECK_THROWS_AS(SigningKey::from_p12(outside::content_of(base + ".p12"), "p"), KeyError);
}

TEST_CASE(
    "ledger: a person's certificate does not serve as an authority's, even with its own key") {
    Force force;
    const outside::Folder folder;
    const PersonalKey key = force.key_for("Avery Example");
    const auto exported =
        outside::run("openssl pkcs12 -nocerts -passin pass:passphrase -passout pass:p -in " +
                     folder.file("k.p12", key.p12));
    REQUIRE_MESSAGE(exported.exit_code == 0, exported.output);
    CHECK_THROWS_AS(CertificateAuthority::from_pem(key.certificate_pem, exported.output, "p"),
                    KeyError);
}

TEST_CASE("ledger: a key made alone is certified later, without its passphrase at the CA") {
    Force force;
    const PersonalKey alone =
        create_uncertified_key_p12("Avery Example", "passphrase", one_year, force.randomness);
    const Certificate own = Certificate::from_pem(alone.certificate_pem);
    CHECK(own.is_self_signed());
    CHECK(code_of(trusted_by(own, force.ca.certificate_pem, midsummer)) == "certificate_untrusted");
    const Certificate certified = certify(own, force.authority, one_year, force.randomness);
    CHECK(code_of(trusted_by(certified, force.ca.certificate_pem, midsummer)) == "");
    const PersonalKey key = replace_certificate(alone.p12, "passphrase", certified);
    CHECK(SigningKey::from_p12(key.p12, "passphrase").certificate().pem() == certified.pem());
    const Certificate another =
        Certificate::from_pem(force.key_for("Blake Example").certificate_pem);
    CHECK_THROWS_AS(replace_certificate(alone.p12, "passphrase", another), KeyError);
    CHECK_THROWS_AS(certify(another, force.authority, one_year, force.randomness), KeyError);
}

TEST_CASE("ledger: a certificate's name has 1 to 64 bytes, and a CA's is cut to fit") {
    Force force;
    CHECK_THROWS_AS(force.key_for(""), KeyError);
    CHECK_THROWS_AS(force.key_for(std::string(65, 'x')), KeyError);
    std::string name;
    for (int i = 0; i < 40; ++i) name += "\xC3\xA9";
    const auto ca = create_ca(name, "s", ten_years, force.randomness, practice_scrypt_cost);
    const std::string cut = Certificate::from_pem(ca.certificate_pem).common_name();
    CHECK(cut.size() <= 64);
    CHECK(cut.ends_with("\xC3\xA9 signing CA"));
}
