// SPDX-License-Identifier: MIT
#include "muster/ledger/digest.hpp"

#include <doctest/doctest.h>

#include "muster/ledger/random.hpp"

using namespace muster::ledger;

TEST_CASE("ledger: the SHA-256 of nothing and of abc are those of FIPS 180") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("ledger: one hash context serves message after message") {
    Sha256 hash;
    CHECK(hash.update("a").update("bc").finish() == sha256("abc"));
    CHECK(hash.update("abc").finish() == sha256("abc"));
    hash.update("left over");
    hash.reset();
    CHECK(hash.finish() == sha256(""));
}

TEST_CASE("ledger: hex is read in lower case only, and a digest has 64 characters") {
    const std::string text = hex(sha256("abc"));
    CHECK(digest_of_hex(text) == sha256("abc"));
    CHECK_FALSE(digest_of_hex(text.substr(2)));
    CHECK_FALSE(digest_of_hex(text + "00"));
    CHECK_FALSE(digest_of_hex("B" + text.substr(1)));
    CHECK(bytes_of_hex("00ff") == std::string("\x00\xff", 2));
    CHECK_FALSE(bytes_of_hex("0"));
    CHECK_FALSE(bytes_of_hex("0g"));
    CHECK_FALSE(bytes_of_hex("FF"));
}

TEST_CASE("ledger: base64 is that of RFC 4648, with one spelling for each value") {
    const std::vector<std::pair<std::string, std::string>> rfc{{"", ""},
                                                               {"f", "Zg=="},
                                                               {"fo", "Zm8="},
                                                               {"foo", "Zm9v"},
                                                               {"foob", "Zm9vYg=="},
                                                               {"fooba", "Zm9vYmE="},
                                                               {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : rfc) {
        CHECK(base64(bytes) == text);
        CHECK(bytes_of_base64(text) == bytes);
    }
    for (const char* bad : {"Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zg==Zg==", "Zm 9",
                            "Zm9v\n", "Z=g=", "Zm9-"})
        CHECK_MESSAGE(!bytes_of_base64(bad), std::string{bad});
}

TEST_CASE("ledger: Crockford's base32 takes five bits a character and no others") {
    CHECK(crockford(std::string("\x00\x01\x02\x03\x04", 5), 40) == "000G40R4");
    CHECK(crockford("\xff", 5) == "Z");
    CHECK_THROWS_AS(crockford("\xff", 10), std::logic_error);
    CHECK_THROWS_AS(crockford("\xff", 4), std::logic_error);
}

TEST_CASE("ledger: a seeded source gives the same bytes however they are asked for") {
    SeededRandomness whole{7};
    SeededRandomness parts{7};
    SeededRandomness other{8};
    const std::string bytes = whole.bytes(100);
    CHECK(bytes.size() == 100);
    std::string joined = parts.bytes(1);
    joined += parts.bytes(60);
    joined += parts.bytes(39);
    CHECK(joined == bytes);
    CHECK(other.bytes(100) != bytes);
    // SHA-256("muster-practice-1\n7\n0\n"): practice ledgers are replayed by later versions.
    CHECK(bytes.substr(0, 32) == sha256("muster-practice-1\n7\n0\n").view());
}

TEST_CASE("ledger: the system's randomness does not repeat itself") {
    SystemRandomness randomness;
    CHECK(randomness.bytes(32).size() == 32);
    CHECK(randomness.bytes(32) != randomness.bytes(32));
    CHECK(random_bytes(0).empty());
}

TEST_CASE("ledger: a person's id is a letter, a dash and eight unambiguous characters") {
    SystemRandomness randomness;
    for (int i = 0; i < 50; ++i) {
        const std::string id = random_id(randomness, 'u');
        CHECK(id.size() == 10);
        CHECK(id.substr(0, 2) == "u-");
        CHECK(id.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz", 2) == std::string::npos);
    }
    CHECK(random_id(randomness, 'o') != random_id(randomness, 'o'));
}
