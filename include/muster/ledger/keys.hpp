// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "muster/ledger/errors.hpp"
#include "muster/ledger/random.hpp"
#include "muster/ledger/scrypt_cost.hpp"

struct evp_pkey_st;

/// The ledger's own Ed25519 key, which signs checkpoints (FORMATS §2).
namespace muster::ledger {

/// The public half: enough to verify, and not secret.
class LedgerPublicKey {
public:
    /// Reads a PEM `PUBLIC KEY`. Throws KeyError where it is none or not Ed25519.
    static LedgerPublicKey from_pem(std::string_view pem);
    /// Of 32 raw bytes; nothing where there are not 32.
    static std::optional<LedgerPublicKey> from_raw(std::string_view raw);

    std::string pem() const;
    /// The 32 bytes of RFC 8032.
    const std::string& raw() const { return raw_; }
    /// Whether `signature` (64 bytes) is this key's over `text`.
    bool verify(std::string_view text, std::string_view signature) const;
    bool operator==(const LedgerPublicKey& other) const { return raw_ == other.raw_; }

private:
    explicit LedgerPublicKey(std::string raw);
    std::string raw_;
    std::shared_ptr<evp_pkey_st> key_;
};

/// The private half. In memory only while it is needed; on disk only encrypted.
class LedgerKey {
public:
    /// A new key from 32 bytes of randomness.
    static LedgerKey generate(Randomness& randomness);
    /// A new key of the operating system's randomness.
    static LedgerKey generate();
    /// Reads what encrypted_pem wrote, or any encrypted PKCS#8 Ed25519 key. Throws SecretError
    /// where the secret does not open it, KeyError where it is no such key (an unencrypted one
    /// included).
    static LedgerKey from_pem(std::string_view pem, std::string_view secret);

    /// PEM `ENCRYPTED PRIVATE KEY`: PKCS#8, AES-256-CBC, scrypt.
    std::string encrypted_pem(std::string_view secret, ScryptCost cost = file_scrypt_cost) const;
    const LedgerPublicKey& public_key() const { return public_key_; }
    /// The 64 bytes of the signature over `text`.
    std::string sign(std::string_view text) const;

private:
    LedgerKey(std::shared_ptr<evp_pkey_st> key, LedgerPublicKey public_key);
    std::shared_ptr<evp_pkey_st> key_;
    LedgerPublicKey public_key_;
};

}  // namespace muster::ledger
