// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "muster/ledger/checkpoint.hpp"

/// A checkpoint short enough for paper, telephone and keyboard (FORMATS §2, SHORT).
namespace muster::ledger {

/// What somebody typed, its check characters right.
struct ShortForm {
    std::string tag;         ///< four characters: 20 bits that depend on the origin
    std::int64_t size = 0;   ///< entries
    std::string root_start;  ///< 32 characters: the first 160 bits of the root
    bool operator==(const ShortForm&) const = default;
};

/// `TAG SIZE G1 … G8 CHECK`. Throws std::logic_error where origin or size is not valid.
std::string short_form(const Checkpoint& checkpoint);

/// Reads it as people type it: case-blind, O as 0, I and L as 1, `-` as a space, groups joined or
/// not. Codes: short_shape (not such a thing at all), short_typing (the check characters say that
/// it was mistyped; this is not a fork).
std::variant<ShortForm, LineFault> read_short(std::string_view text);

/// How a typed checkpoint compares with one at hand.
enum class ShortMatch {
    same,
    other_ledger,  ///< another origin
    other_size,    ///< another moment of the ledger: compare with that size's root
    forked         ///< same origin and size, another root
};
ShortMatch matches(const ShortForm& typed, const Checkpoint& checkpoint);

}  // namespace muster::ledger
