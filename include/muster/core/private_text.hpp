// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::core {

/// A name, number or free text that a ledger line names only by digest (FORMATS §1).
///
/// `digest` is the lower-case hex SHA-256 of the disclosure; `text` is present while the disclosure
/// is at hand and absent once it was erased or withheld. Two are equal when their digests are.
struct PrivateText {
    std::string digest;
    std::optional<std::string> text;

    /// The text where it is at hand, else a word that says it is not.
    std::string shown() const { return text.value_or("(withheld)"); }
    bool operator==(const PrivateText& other) const { return digest == other.digest; }
};

/// Whether that is nothing but lower-case hex digits.
inline bool is_lower_hex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// A private value that was not yet given its digest.
inline PrivateText private_text(std::string text) {
    return PrivateText{{}, std::move(text)};
}

}  // namespace muster::core
