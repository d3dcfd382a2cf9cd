// SPDX-License-Identifier: MIT
#include "muster/ledger/checkpoint.hpp"

#include <doctest/doctest.h>

#include "muster/ledger/merkle.hpp"
#include "unit/ledger/faults.hpp"
#include "unit/ledger/outside.hpp"

using namespace muster::ledger;

namespace {

Digest counting_root() {
    Digest root;
    for (std::size_t i = 0; i < root.bytes.size(); ++i)
        root.bytes[i] = static_cast<std::uint8_t>(i);
    return root;
}

const Checkpoint example{"muster/example-force/7c1f0a2b", 104857, counting_root()};

LedgerKey practice_key(std::uint64_t seed) {
    SeededRandomness randomness{seed};
    return LedgerKey::generate(randomness);
}

std::string signed_example() {
    return sign_note(note_text(example), practice_key(1));
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

/// The reader's verdict on the example's note with a part of its text exchanged and signed anew.
std::string code_with(std::string_view what, std::string_view with) {
    const LedgerKey key = practice_key(1);
    return code_of(
        read_note(sign_note(replaced(note_text(example), what, with), key), key.public_key()));
}

}  // namespace

TEST_CASE("ledger: a checkpoint's text is origin, size and base64 root, a line each") {
    CHECK(note_text(example) ==
          "muster/example-force/7c1f0a2b\n104857\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");
    CHECK_THROWS_AS(note_text({"muster/x", 1, {}}), std::logic_error);
    CHECK_THROWS_AS(note_text({example.origin, -1, {}}), std::logic_error);
}

TEST_CASE("ledger: a signed checkpoint is read back, and only by the key that signed it") {
    const std::string note = signed_example();
    CHECK(std::get<Checkpoint>(read_note(note, practice_key(1).public_key())) == example);
    CHECK(std::get<Checkpoint>(read_note_unverified(note)) == example);
    CHECK(code_of(read_note(note, practice_key(2).public_key())) == "note_signature_missing");
}

TEST_CASE("ledger: RFC 8032 key 1 has the signature that RFC 8032 says") {
    const auto raw =
        bytes_of_hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    const auto signature = bytes_of_hex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b4"
        "6bd25bf5f0595bbe24655141438e7a100b");
    const auto key = LedgerPublicKey::from_raw(*raw);
    REQUIRE(key);
    CHECK(key->verify("", *signature));
    CHECK_FALSE(key->verify("x", *signature));
    CHECK_FALSE(key->verify("", signature->substr(1)));
    CHECK_FALSE(LedgerPublicKey::from_raw("short"));
}

TEST_CASE("ledger: the verifier key is the one of the signed-note document") {
    // The example key of C2SP signed-note and Go's x/mod/sumdb/note.
    const auto raw = bytes_of_base64("ARpkdGQXJ3Zbx9gHIVUrqwNdMYFqyHSYvZDUSjDGdrmp");
    REQUIRE(raw);
    const auto key = LedgerPublicKey::from_raw(raw->substr(1));
    REQUIRE(key);
    const std::string text = verifier_key("muster/example-force/7c1f0a2b", *key);
    CHECK(text == "muster/example-force/7c1f0a2b+" + hex(key_id(example.origin, *key)) +
                      "+ARpkdGQXJ3Zbx9gHIVUrqwNdMYFqyHSYvZDUSjDGdrmp");
    CHECK(key_id(example.origin, *key) ==
          sha256(example.origin + "\n\x01" + key->raw()).view().substr(0, 4));
}

TEST_CASE("ledger: openssl pkeyutl verifies a checkpoint, and refuses a changed one") {
    const outside::Folder folder;
    const LedgerKey key = practice_key(1);
    const std::string note = signed_example();
    const std::string text = folder.file("text", note_text(example));
    const std::string bad = folder.file("bad", replaced(note_text(example), "104857", "104858"));
    const std::string pub = folder.file("pub.pem", key.public_key().pem());
    const std::string sig =
        folder.file("sig", std::get<std::string>(signature_of(note, key.public_key())));
    const std::string command =
        "openssl pkeyutl -verify -rawin -pubin -inkey " + pub + " -sigfile " + sig + " -in ";
    const auto good = outside::run(command + text);
    CHECK_MESSAGE(good.exit_code == 0, good.output);
    CHECK(outside::run(command + bad).exit_code != 0);
}

TEST_CASE("ledger: a checkpoint with anything but three plain lines is refused") {
    CHECK(code_with("104857", "104857") == "");
    for (const char* size : {"0104857", "+1", "-1", "1e5", "", " 1", "99999999999999999999", "0x1"})
        CHECK_MESSAGE(code_with("104857", size) == "note_shape", std::string{size});
    for (const char* origin : {"muster/Example/7c1f0a2b", "other/example/7c1f0a2b", "muster/a/7c1f",
                               "muster//7c1f0a2b", "muster/a/7C1F0A2B", "muster/a b/7c1f0a2b"})
        CHECK_MESSAGE(code_with("muster/example-force/7c1f0a2b", origin) == "note_shape",
                      std::string{origin});
    CHECK(code_with("Hh8=", "Hh8") == "note_shape");
    CHECK(code_with("Hh8=", "Hh9=") == "note_shape");
    CHECK(code_with("Hh8=\n", "Hh8=\nmore\n") == "note_shape");
    CHECK(code_with("104857", "0") == "note_shape");  // an empty ledger has the one empty root
    const LedgerKey key = practice_key(1);
    const Checkpoint empty{example.origin, 0, empty_root()};
    CHECK(std::get<Checkpoint>(read_note(sign_note(note_text(empty), key), key.public_key())) ==
          empty);
}

TEST_CASE("ledger: signature lines that are none, doubled or too many are refused") {
    const LedgerPublicKey key = practice_key(1).public_key();
    const std::string note = signed_example();
    const std::string own = note.substr(note.find("\n\n") + 2);
    const auto code = [&](const std::string& changed) { return code_of(read_note(changed, key)); };
    CHECK(code(note + own) == "note_shape");
    CHECK(code(note + "junk\n") == "note_shape");
    CHECK(code(note + "\n") == "note_shape");
    CHECK(code(note.substr(0, note.size() - 1)) == "note_shape");
    CHECK(code(note.substr(0, note.find("\n\n") + 2)) == "note_shape");
    CHECK(code(note_text(example)) == "note_shape");
    CHECK(code("") == "note_shape");
    CHECK(code(std::string(1'000'000, '\n')) == "note_shape");
    const std::string other = "\xE2\x80\x94 witness.example/w1 AAAAAAAAAAAA\n";
    CHECK(code(note + other) == "");
    std::string crowd = note;
    for (int i = 0; i < 16; ++i) crowd += other;
    CHECK(code(crowd) == "note_shape");
    CHECK(code(note_text(example) + "\n" + other) == "note_signature_missing");
}

TEST_CASE("ledger: no note with one character changed is read as signed by its key") {
    const LedgerPublicKey key = practice_key(1).public_key();
    const std::string note = signed_example();
    for (std::size_t at = 0; at < note.size(); ++at)
        for (const char c : {'0', 'A', '\n', '=', ' ', '\x80'}) {
            if (note[at] == c) continue;
            std::string changed = note;
            changed[at] = c;
            CHECK_MESSAGE(code_of(read_note(changed, key)) != "", at);
        }
    for (std::size_t length = 0; length < note.size(); ++length)
        CHECK(code_of(read_note(note.substr(0, length), key)) != "");
}

TEST_CASE("ledger: an origin is made of the force's name, and says practice only where it is") {
    const std::string random = "0123456789abcdef";
    CHECK(origin_for("Example Force", random, false) == "muster/example-force/0123456789abcdef");
    CHECK(origin_for("Example Force", random, true) ==
          "muster/practice-example-force/0123456789abcdef");
    CHECK(slug_of(origin_for("  Dales & Fells (East) ", random, false)) == "dales-fells-east");
    CHECK(slug_of(origin_for("\xE8\xAD\xA6", random, false)) == "force");
    CHECK(slug_of(origin_for(std::string(100, 'a'), random, false)).size() == 40);
    CHECK(slug_of(origin_for(std::string(100, 'a'), random, true)).size() == 40);
    CHECK_FALSE(is_practice_origin(origin_for("Practice Force", random, false)));
    CHECK(is_practice_origin(origin_for("", random, true)));
    for (const char* name : {"", "-", "a-b", "Practice-", "x"})
        for (const bool practice : {false, true})
            CHECK(is_valid_origin(origin_for(name, random, practice)));
    CHECK(is_valid_origin("muster/" + std::string(40, 'a') + "/00000000"));
    CHECK_FALSE(is_valid_origin("muster/" + std::string(41, 'a') + "/00000000"));
    CHECK_THROWS_AS(slug_of("muster/a"), std::logic_error);
    CHECK_THROWS_AS(origin_for("x", "0123", false), std::logic_error);
    CHECK_THROWS_AS(origin_for("x", "0123456789ABCDEF", false), std::logic_error);
}
