// SPDX-License-Identifier: MIT
#include "muster/ledger/keys.hpp"

#include <openssl/pem.h>

#include "ledger/openssl_types.hpp"

namespace muster::ledger {

namespace {

constexpr std::size_t raw_key_bytes = 32;
constexpr std::size_t signature_bytes = 64;

using ContextPtr = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;

const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string raw_public(const EVP_PKEY* key) {
    std::string raw(raw_key_bytes, '\0');
    std::size_t length = raw.size();
    check(EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &length));
    return raw;
}

}  // namespace

LedgerPublicKey::LedgerPublicKey(std::string raw)
    : raw_{std::move(raw)},
      key_{owned(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, unsigned_bytes(raw_),
                                             raw_.size()))} {}

LedgerPublicKey LedgerPublicKey::from_pem(std::string_view pem) {
    const BioPtr in = reading(pem);
    EVP_PKEY* const read = PEM_read_bio_PUBKEY(in.get(), nullptr, nullptr, nullptr);
    if (read == nullptr) {
        forget_errors();
        throw KeyError("This is no public key (PEM).");
    }
    const KeyPtr key = owned(read);
    if (EVP_PKEY_is_a(key.get(), "ED25519") != 1)
        throw KeyError("The public key is not an Ed25519 key.");
    return LedgerPublicKey{raw_public(key.get())};
}

std::optional<LedgerPublicKey> LedgerPublicKey::from_raw(std::string_view raw) {
    if (raw.size() != raw_key_bytes) return std::nullopt;
    return LedgerPublicKey{std::string{raw}};
}

std::string LedgerPublicKey::pem() const {
    const BioPtr out = writing();
    check(PEM_write_bio_PUBKEY(out.get(), key_.get()));
    return written(out.get());
}

bool LedgerPublicKey::verify(std::string_view text, std::string_view signature) const {
    const ContextPtr context{checked(EVP_MD_CTX_new())};
    check(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()));
    const int result = EVP_DigestVerify(context.get(), unsigned_bytes(signature), signature.size(),
                                        unsigned_bytes(text), text.size());
    if (result != 1) forget_errors();
    return result == 1;
}

LedgerKey::LedgerKey(std::shared_ptr<evp_pkey_st> key, LedgerPublicKey public_key)
    : key_{std::move(key)}, public_key_{std::move(public_key)} {}

LedgerKey LedgerKey::generate(Randomness& randomness) {
    std::string seed = randomness.bytes(raw_key_bytes);
    KeyPtr key = owned(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, unsigned_bytes(seed), seed.size()));
    OPENSSL_cleanse(seed.data(), seed.size());
    auto public_key = LedgerPublicKey::from_raw(raw_public(key.get()));
    return {std::move(key), std::move(*public_key)};
}

LedgerKey LedgerKey::generate() {
    SystemRandomness randomness;
    return generate(randomness);
}

LedgerKey LedgerKey::from_pem(std::string_view pem, std::string_view secret) {
    KeyPtr key = key_of_encrypted_pem(pem, secret);
    if (EVP_PKEY_is_a(key.get(), "ED25519") != 1)
        throw KeyError("The ledger key file does not hold an Ed25519 key.");
    auto public_key = LedgerPublicKey::from_raw(raw_public(key.get()));
    return {std::move(key), std::move(*public_key)};
}

std::string LedgerKey::encrypted_pem(std::string_view secret, ScryptCost cost) const {
    return encrypted_key_pem(key_.get(), secret, cost);
}

std::string LedgerKey::sign(std::string_view text) const {
    const ContextPtr context{checked(EVP_MD_CTX_new())};
    check(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()));
    std::string signature(signature_bytes, '\0');
    std::size_t length = signature.size();
    check(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                         unsigned_bytes(text), text.size()));
    return signature;
}

}  // namespace muster::ledger
