// SPDX-License-Identifier: MIT
#include "muster/ledger/secret.hpp"

#include <doctest/doctest.h>

#include "unit/ledger/faults.hpp"

using namespace muster::ledger;

namespace {

SecretRecord record_of(std::string_view secret) {
    SeededRandomness randomness{3};
    return make_secret_record(secret, randomness, practice_scrypt_cost);
}

std::string changed(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("ledger: a secret's record knows the secret and no other") {
    const SecretRecord record = record_of("correct horse");
    CHECK(check_secret(record, "correct horse") == SecretMatch::right);
    CHECK(check_secret(record, "correct hors") == SecretMatch::wrong);
    CHECK(check_secret(record, "") == SecretMatch::wrong);
    CHECK(record.text.find("correct") == std::string::npos);
    SystemRandomness randomness;
    CHECK(make_secret_record("x", randomness, practice_scrypt_cost).text !=
          make_secret_record("x", randomness, practice_scrypt_cost).text);
}

TEST_CASE("ledger: scrypt is that of RFC 7914 §12") {
    const SecretRecord record{
        R"({"hash":"fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162","kind)"
        R"(":"scrypt","n":1024,"p":16,"r":8,"salt":"4e61436c"})"};
    CHECK(check_secret(record, "password") == SecretMatch::right);
}

TEST_CASE("ledger: a secret typed in either Unicode spelling is the same secret") {
    CHECK(check_secret(record_of("caf\xC3\xA9 noir"), "cafe\xCC\x81 noir") == SecretMatch::right);
    CHECK(check_secret(record_of("\xFF not UTF-8"), "\xFF not UTF-8") == SecretMatch::right);
}

TEST_CASE("ledger: a record that is damaged or asks for too much is unreadable, not tried") {
    const std::string good = record_of("x").text;
    for (const auto& bad :
         {std::string{}, std::string{"{}"}, changed(good, "\"n\":16", "\"n\":17"),
          changed(good, "\"n\":16", "\"n\":1073741824"), changed(good, "\"n\":16", "\"n\":65536"),
          changed(good, "\"n\":16", "\"n\":-16"), changed(good, "\"p\":1", "\"p\":1000000"),
          changed(good, "\"r\":1", "\"r\":0"), changed(good, "scrypt", "rot13"),
          changed(good, "\"hash\":\"", "\"hash\":\"00"), changed(good, "salt", "salu"), good + " "})
        CHECK_MESSAGE(check_secret({bad}, "x") == SecretMatch::record_unreadable, std::string{bad});
    SystemRandomness randomness;
    CHECK_THROWS_AS(make_secret_record("x", randomness, {3, 1, 1}), std::logic_error);
}

TEST_CASE("ledger: a credential's commitment is the SHA-256 of 32 random bytes and the record") {
    const SecretRecord record = record_of("x");
    const std::string random(32, 'r');
    CHECK(credential_commitment(random, record) == sha256(random + record.text));
    CHECK_THROWS_AS(credential_commitment("r", record), std::logic_error);
}

TEST_CASE("ledger: a PIN has six to twelve digits and is not one that anyone would try") {
    for (const char* pin : {"274913", "902817", "1928374650", "100200"})
        CHECK_MESSAGE(code_of(pin_fault(pin)) == "", std::string{pin});
    CHECK(code_of(pin_fault("27491")) == "pin_too_short");
    CHECK(code_of(pin_fault("")) == "pin_too_short");
    CHECK(code_of(pin_fault("1234567890123")) == "pin_too_long");
    CHECK(code_of(pin_fault("27491a")) == "pin_not_digits");
    for (const char* pin : {"000000", "123456", "654321", "121212", "123123", "345678", "890123",
                            "111111111111", "109876"})
        CHECK_MESSAGE(code_of(pin_fault(pin)) == "pin_guessable", std::string{pin});
}

TEST_CASE("ledger: a password has ten characters or more and is not a known one") {
    CHECK(code_of(password_fault("tall green boots")) == "");
    CHECK(code_of(password_fault("too short")) == "password_too_short");
    CHECK(code_of(password_fault("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9")) ==
          "password_too_short");
    CHECK(code_of(password_fault("Password123")) == "password_guessable");
    CHECK(code_of(password_fault("aaaaaaaaaaaa")) == "password_guessable");
    CHECK(code_of(password_fault(std::string(257, 'x') + "y")) == "password_too_long");
}
