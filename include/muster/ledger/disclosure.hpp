// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "muster/ledger/line_fault.hpp"

/// Private values: a ledger line holds a digest, the disclosure beside it says of what (FORMATS
/// §1).
namespace muster::ledger {

inline constexpr std::size_t salt_bytes = 16;

struct Disclosure {
    std::string digest;  ///< lower-case hex SHA-256 of `line`: what the ledger line holds
    std::string line;    ///< canonical `["<salt, hex>","<text>"]`, without a newline
};

/// Discloses `text` under 16 random bytes. Throws std::logic_error where the salt has another
/// length or a line may not hold the text (see canonical.hpp, is_valid_text).
Disclosure disclose(std::string_view salt16, std::string_view text);

/// The text that a disclosure line discloses; the caller compares sha256(line) with the ledger's
/// digest. Codes: those of read_canonical, and disclosure_shape.
std::variant<std::string, LineFault> read_disclosure(std::string_view line);

/// Whether `line` is what `digest` (hex) commits to, and discloses `text`.
bool is_disclosure_of(std::string_view digest, std::string_view line, std::string_view text);

}  // namespace muster::ledger
