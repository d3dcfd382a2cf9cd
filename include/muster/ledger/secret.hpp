// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muster/ledger/digest.hpp"
#include "muster/ledger/line_fault.hpp"
#include "muster/ledger/random.hpp"
#include "muster/ledger/scrypt_cost.hpp"

/// Passwords and PINs. Their records never stand in the ledger, only a commitment to them does.
namespace muster::ledger {

/// What is kept of a secret.
struct SecretRecord {
    std::string text;  ///< canonical `{"hash":…,"kind":"scrypt","n":…,"p":…,"r":…,"salt":…}`
};

/// A record of `secret` (taken in NFC where it is UTF-8) under 16 new salt bytes. Slow on purpose:
/// call it before the append transaction begins.
SecretRecord make_secret_record(std::string_view secret, Randomness& randomness,
                                ScryptCost cost = real_scrypt_cost);

enum class SecretMatch {
    right,
    wrong,
    record_unreadable  ///< the record is damaged, or asks for more than 256 MiB
};
/// Whether `secret` is the record's. Compares in constant time.
SecretMatch check_secret(const SecretRecord& record, std::string_view secret);

/// What a `credential_changed` entry carries: SHA-256(32 random bytes ‖ record). Throws
/// std::logic_error where there are not 32.
Digest credential_commitment(std::string_view random32, const SecretRecord& record);

/// Why this may not be a PIN: pin_too_short (fewer than six digits), pin_not_digits, pin_too_long
/// (more than 12), pin_guessable (one digit repeated, a pair or triple repeated, a run up or down).
std::optional<LineFault> pin_fault(std::string_view pin);
/// Why this may not be a password: password_too_short (fewer than ten characters),
/// password_too_long (more than 256 bytes), password_guessable (a known one, or one character).
std::optional<LineFault> password_fault(std::string_view password);

}  // namespace muster::ledger
