// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "muster/ledger/digest.hpp"
#include "muster/ledger/keys.hpp"
#include "muster/ledger/line_fault.hpp"

/// Checkpoints: C2SP tlog-checkpoint in a C2SP signed-note (FORMATS §2).
namespace muster::ledger {

/// How large a ledger was, and the root that says what it held.
struct Checkpoint {
    std::string origin;     ///< `muster/<slug>/<hex>`; also the name of the key
    std::int64_t size = 0;  ///< entries
    Digest root;
    bool operator==(const Checkpoint&) const = default;
};

/// The origin of a new ledger. The slug is the force's name, A–Z lower-cased, every run of other
/// characters one `-`, none at the ends, `practice-` before it where practice, 40 characters at
/// most; `force` where nothing is left. `random_hex` is 8 to 32 lower-case hex characters
/// (std::logic_error otherwise); a new ledger uses 16.
std::string origin_for(std::string_view force, std::string_view random_hex, bool practice);
/// Whether `origin` is `muster/[a-z0-9-]{1,40}/[0-9a-f]{8,32}`.
bool is_valid_origin(std::string_view origin);
/// The slug of a valid origin. Throws std::logic_error on another.
std::string slug_of(std::string_view origin);
/// Whether the slug of a valid origin begins with `practice-`.
bool is_practice_origin(std::string_view origin);

/// The three lines that are signed, the last newline included. Throws std::logic_error where origin
/// or size is not valid.
std::string note_text(const Checkpoint& checkpoint);
/// The text, an empty line and this key's signature line; the key is named by the text's first
/// line.
std::string sign_note(std::string_view text, const LedgerKey& key);

/// The checkpoint of a note that `key` signed. Signatures by others may stand beside it, at most 16
/// lines in all, and are not looked at; there must be exactly one by this key, and it must be
/// right. Codes: note_shape, note_signature_missing, note_signature_wrong.
std::variant<Checkpoint, LineFault> read_note(std::string_view note, const LedgerPublicKey& key);
/// The checkpoint of a note whoever signed it: for showing, and for learning which origin to look
/// up. Code: note_shape.
std::variant<Checkpoint, LineFault> read_note_unverified(std::string_view note);

/// The signature line's bytes by this key: what `openssl pkeyutl` verifies, 64 bytes. Codes as
/// read_note, except that the signature itself is not verified.
std::variant<std::string, LineFault> signature_of(std::string_view note,
                                                  const LedgerPublicKey& key);

/// The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), which a signature begins with.
std::string key_id(std::string_view name, const LedgerPublicKey& key);
/// C2SP verifier key: `<name>+<key id, hex>+<base64(0x01 ‖ public key)>`.
std::string verifier_key(std::string_view name, const LedgerPublicKey& key);

}  // namespace muster::ledger
