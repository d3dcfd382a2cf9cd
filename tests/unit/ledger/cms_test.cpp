// SPDX-License-Identifier: MIT
#include "muster/ledger/cms.hpp"

#include <doctest/doctest.h>

#include "unit/ledger/faults.hpp"
#include "unit/ledger/outside.hpp"
#include "unit/ledger/people.hpp"

using namespace muster::ledger;
using namespace people;

namespace {

const std::string content = "the list of files\nwithout carriage returns\n";

/// One force and one person for the cases that only read; making keys is slow on purpose.
struct Signed {
    Force force;
    PersonalKey key = force.key_for("Avery Example");
    SigningKey signing = SigningKey::from_p12(key.p12, "passphrase");
    PersonalKey second = force.key_for("Blake Example");
    std::string p7s = sign_detached(content, signing, midsummer);
};

const Signed& example() {
    static const Signed made;
    return made;
}

/// A signature over the content by the openssl program with these options.
std::string openssl_signature(const outside::Folder& folder, const std::string& options) {
    const std::string key = folder.file("k.p12", example().key.p12);
    const std::string base = (folder / "made").string();
    const auto made = outside::run(
        "openssl pkcs12 -in " + folder.file("l.p12", example().second.p12) +
        " -passin pass:passphrase -nodes -out " + base + "2.pem && openssl pkcs12 -in " + key +
        " -passin pass:passphrase -nodes -out " + base + ".pem" +
        " && openssl cms -sign -binary -outform DER -signer " + base + ".pem -in " +
        folder.file("content", content) + " -out " + base + ".p7s " + options);
    REQUIRE_MESSAGE(made.exit_code == 0, made.output);
    return outside::content_of(base + ".p7s");
}

}  // namespace

TEST_CASE("ledger: a detached signature is read back with who signed and when") {
    const auto read = read_detached(content, example().p7s);
    REQUIRE(code_of(read) == "");
    const auto& by = std::get<SignedBy>(read);
    CHECK(by.common_name == "Avery Example");
    CHECK(by.signing_time == midsummer);
    CHECK(by.fingerprint == certificate_fingerprint(example().key.certificate_pem));
    CHECK(code_of(trusted_by(by.certificate, example().force.ca.certificate_pem, midsummer)) == "");
    CHECK(code_of(read_detached(content + " ", example().p7s)) == "cms_wrong");
    CHECK(code_of(read_detached("", example().p7s)) == "cms_wrong");
    CHECK(code_of(read_detached("", sign_detached("", example().signing, midsummer))) == "");
}

TEST_CASE("ledger: openssl verifies the signature as CAdES, and refuses it over other content") {
    const outside::Folder folder;
    const std::string command =
        "openssl cms -verify -cades -binary -no-CApath -no-CAstore -attime " +
        std::to_string(midsummer.ms / 1000) + " -CAfile " +
        folder.file("ca.pem", example().force.ca.certificate_pem) + " -inform DER -in " +
        folder.file("x.p7s", example().p7s) + " -out /dev/null -content ";
    const auto good = outside::run(command + folder.file("content", content));
    CHECK_MESSAGE(good.exit_code == 0, good.output);
    CHECK(outside::run(command + folder.file("other", content + " ")).exit_code != 0);
}

TEST_CASE("ledger: a signature by the openssl program is read where it has all that is wanted") {
    const outside::Folder folder;
    const auto code = [&](const std::string& options) {
        return code_of(read_detached(content, openssl_signature(folder, options)));
    };
    CHECK(code("-cades -md sha256") == "");
    CHECK(code("-md sha256") == "cms_attributes");
    CHECK(code("-cades -md sha512") == "cms_algorithm");
    CHECK(code("-cades -md sha256 -nodetach") == "cms_not_detached");
    CHECK(code("-cades -md sha256 -nocerts") == "cms_certificate");
    CHECK(code("-md sha256 -noattr") == "cms_attributes");
    const std::string ca = folder.file("ca.pem", example().force.ca.certificate_pem);
    CHECK(code("-cades -md sha256 -certfile " + ca) == "cms_form");
    CHECK(code("-cades -md sha256 -keyid") == "cms_form");
    const std::string twice = " -signer " + (folder / "made2.pem").string();
    CHECK(code("-cades -md sha256" + twice) == "cms_signers");
    CHECK(code("-cades -md sha256 -stream -indef") == "cms_unreadable");
}

TEST_CASE("ledger: RSA of 3072 bits signs, and of 2048 does not") {
    const outside::Folder folder;
    const auto p12 = [&folder](const std::string& bits) {
        const std::string base = (folder / ("rsa" + bits)).string();
        const auto made = outside::run("openssl req -x509 -newkey rsa:" + bits +
                                       " -nodes -subj /CN=x -keyout " + base + ".key -out " + base +
                                       ".pem && openssl pkcs12 -export -passout pass:p -inkey " +
                                       base + ".key -in " + base + ".pem -out " + base + ".p12");
        REQUIRE_MESSAGE(made.exit_code == 0, made.output);
        return outside::content_of(base + ".p12");
    };
    const SigningKey key = SigningKey::from_p12(p12("3072"), "p");
    const std::string p7s = sign_detached(content, key, midsummer);
    CHECK(code_of(read_detached(content, p7s)) == "");
    CHECK(code_of(read_detached(content + " ", p7s)) == "cms_wrong");
    CHECK_THROWS_AS(SigningKey::from_p12(p12("2048"), "p"), KeyError);
}

TEST_CASE("ledger: no byte of a signature can be changed, cut off or added unnoticed") {
    const std::string& p7s = example().p7s;
    CHECK(code_of(read_detached(content, p7s + "x")) == "cms_unreadable");
    CHECK(code_of(read_detached(content, p7s + std::string(1, '\0'))) == "cms_unreadable");
    CHECK(code_of(read_detached(content, "")) == "cms_unreadable");
    CHECK(code_of(read_detached(content, std::string(1'000'000, '0'))) == "cms_unreadable");
    for (std::size_t length = 0; length < p7s.size(); length += 7)
        CHECK(code_of(read_detached(content, p7s.substr(0, length))) == "cms_unreadable");
    for (std::size_t at = 0; at < p7s.size(); ++at) {
        std::string changed = p7s;
        for (const int bit : {1, 4, 32, 128}) {
            changed[at] = static_cast<char>(p7s[at] ^ bit);
            CHECK_MESSAGE(code_of(read_detached(content, changed)) != "", "byte " << at);
        }
    }
}

TEST_CASE("ledger: openssl opens what was encrypted to a certificate, and nobody else does") {
    const outside::Folder folder;
    const std::string content{"who holds what\0\r\n", 17};
    for (const char* kind : {"ec -pkeyopt ec_paramgen_curve:P-256", "rsa:2048"}) {
        INFO(kind);
        const std::string key = (folder / "key.pem").string(), pem = (folder / "cert.pem").string();
        REQUIRE(outside::run("openssl req -x509 -nodes -subj /CN=Example -newkey " +
                             std::string{kind} + " -keyout " + key + " -out " + pem)
                    .exit_code == 0);
        const auto encrypted = encrypt_to(content, outside::content_of(pem));
        REQUIRE(std::holds_alternative<std::string>(encrypted));
        const std::string& der = std::get<std::string>(encrypted);
        CHECK(der.find("who holds what") == std::string::npos);
        CHECK(std::get<std::string>(encrypt_to(content, outside::content_of(pem))) != der);
        const std::string file = folder.file("lists.cms", der);
        const std::string opened = (folder / "opened").string();
        CHECK(outside::run("openssl cms -decrypt -inform DER -binary -in " + file + " -inkey " +
                           key + " -out " + opened)
                  .exit_code == 0);
        CHECK(outside::content_of(opened) == content);
        CHECK(outside::run("openssl genpkey -algorithm RSA -out " + (folder / "other.pem").string())
                  .exit_code == 0);
        CHECK(outside::run("openssl cms -decrypt -inform DER -in " + file + " -inkey " +
                           (folder / "other.pem").string() + " -out /dev/null")
                  .exit_code != 0);
    }
    const auto bad = encrypt_to(content, "not a certificate");
    REQUIRE(std::holds_alternative<LineFault>(bad));
    CHECK(std::get<LineFault>(bad).code == std::string{"certificate_unreadable"});
}
