// SPDX-License-Identifier: MIT
#include "muster/ledger/keys.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "muster/ledger/key_file.hpp"
#include "unit/ledger/outside.hpp"

using namespace muster::ledger;

TEST_CASE("ledger: a key is opened by its secret alone") {
    const LedgerKey key = LedgerKey::generate();
    const std::string pem = key.encrypted_pem("the secret", practice_scrypt_cost);
    CHECK(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    const LedgerKey opened = LedgerKey::from_pem(pem, "the secret");
    CHECK(opened.public_key() == key.public_key());
    CHECK(opened.sign("x") == key.sign("x"));
    CHECK_THROWS_AS(LedgerKey::from_pem(pem, "the Secret"), SecretError);
    CHECK_THROWS_AS(LedgerKey::from_pem(pem, ""), SecretError);
}

TEST_CASE("ledger: a key file under the real cost opens here and by openssl") {
    const outside::Folder folder;
    const LedgerKey key = LedgerKey::generate();
    const std::string pem = key.encrypted_pem("the secret");
    CHECK(LedgerKey::from_pem(pem, "the secret").public_key() == key.public_key());
    const auto opened = outside::run("openssl pkey -passin 'pass:the secret' -pubout -in " +
                                     folder.file("key.pem", pem));
    CHECK(opened.exit_code == 0);
    CHECK(opened.output == key.public_key().pem());
}

TEST_CASE("ledger: what is no encrypted Ed25519 key is refused as such") {
    const outside::Folder folder;
    const std::string plain = outside::run("openssl genpkey -algorithm ed25519").output;
    CHECK_THROWS_AS(LedgerKey::from_pem(plain, ""), KeyError);
    CHECK_THROWS_AS(LedgerKey::from_pem("", ""), KeyError);
    const std::string other =
        outside::run("openssl genpkey -algorithm x25519 -aes-256-cbc -pass pass:s").output;
    CHECK_THROWS_AS(LedgerKey::from_pem(other, "s"), KeyError);
    const std::string other_public =
        outside::run("openssl genpkey -algorithm x25519 | openssl pkey -pubout").output;
    CHECK_THROWS_AS(LedgerPublicKey::from_pem(other_public), KeyError);
    CHECK_THROWS_AS(LedgerPublicKey::from_pem("junk"), KeyError);
    const LedgerKey key = LedgerKey::generate();
    CHECK(LedgerPublicKey::from_pem(key.public_key().pem()) == key.public_key());
}

TEST_CASE("ledger: a key file belongs to its owner alone, and is never overwritten") {
    const outside::Folder folder;
    const auto path = folder / "a.ledger.pem";
    const mode_t before = umask(0);
    write_private_file(path, "first");
    umask(before);
    struct stat about {};
    REQUIRE(stat(path.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    CHECK_THROWS_AS(write_private_file(path, "second"), KeyFileError);
    CHECK(read_private_file(path) == "first");
    CHECK_THROWS_AS(write_private_file(folder / "no" / "x", "x"), KeyFileError);
    umask(0777);
    write_public_file(folder / "b.pub", "open");
    umask(before);
    REQUIRE(stat((folder / "b.pub").c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0644);
    CHECK(read_small_file(folder / "b.pub") == "open");
    int files = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator(folder / ""))
        ++files;
    CHECK(files == 2);
}

TEST_CASE("ledger: a secret in a file that others can read, or no plain small file, is refused") {
    const outside::Folder folder;
    const std::string path = folder.file("secret", "words");
    chmod(path.c_str(), 0640);
    CHECK_THROWS_AS(read_private_file(path), KeyFileError);
    CHECK(read_small_file(path) == "words");
    chmod(path.c_str(), 0600);
    CHECK(read_private_file(path) == "words");
    CHECK(read_private_file(path, 5) == "words");
    CHECK_THROWS_AS(read_private_file(path, 4), KeyFileError);
    CHECK_THROWS_AS(read_small_file(folder / ""), KeyFileError);
    CHECK_THROWS_AS(read_small_file(folder / "absent"), KeyFileError);
    const std::string pipe = (folder / "pipe").string();
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_AS(read_small_file(pipe), KeyFileError);
}
