// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest.hpp"
#include "muster/core/time.hpp"

namespace muster::pack {

/// What one sign-off text says (FORMAT.md, "Sign-offs").
struct SignOffText {
    std::string pack;
    std::string manifest;    ///< SHA-256 of SHA256SUMS, hex
    std::string previous;    ///< SHA-256 of the .p7s before, hex
    std::string checkpoint;  ///< size, a blank, and the root in base64
    std::string ledger_key;  ///< hex
    int order = 1;
    std::string role;
    std::string person;
    std::string certificate;  ///< SHA-256, hex
    std::string sentence;
    core::Instant time;
};

std::string write_sign_off(const SignOffText& text);
/// Reads exactly what write_sign_off writes.
std::optional<SignOffText> read_sign_off(std::string_view text);

/// `signoff/01-senior-officer`, to which `.txt` and `.p7s` are added. The role's underscores become
/// dashes.
std::string sign_off_stem(int order, const std::string& role);
/// A sign-off by the name of its files.
struct PlacedSignOff {
    int order = 0;
    std::string stem;
};
/// The sign-offs of a pack by their names alone, in order. Nothing where names do not form 1, 2, 3
/// … each with exactly a .txt and a .p7s; `offending` then names the first that does not fit.
std::optional<std::vector<PlacedSignOff>> placed_sign_offs(const PackFiles& files,
                                                           std::string& offending);

/// The text of a sign-off may hold this in one line: no control character, not empty, 500 bytes.
bool is_one_line(std::string_view text);

}  // namespace muster::pack
