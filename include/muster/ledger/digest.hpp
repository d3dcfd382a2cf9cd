// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace muster::ledger {

/// A SHA-256.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const Digest&) const = default;

    /// The 32 bytes as text, to be hashed or encoded further; lives as long as the digest.
    std::string_view view() const {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
};

/// SHA-256 in pieces, with one context for many messages: a context per message costs 41 % more.
/// Not for two threads at once.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    /// Adds bytes to the message.
    Sha256& update(std::string_view bytes);
    /// The digest of what was added; the next update begins a new message.
    Digest finish();
    /// Forgets what was added.
    void reset();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// The SHA-256 of `bytes`.
Digest sha256(std::string_view bytes);

/// Lower-case hex.
std::string hex(std::string_view bytes);
/// Lower-case hex, 64 characters.
std::string hex(const Digest& digest);
/// Reads exactly 64 lower-case hex characters.
std::optional<Digest> digest_of_hex(std::string_view text);
/// Reads lower-case hex of even length; upper case is refused, so that a value has one spelling.
std::optional<std::string> bytes_of_hex(std::string_view text);

/// RFC 4648 base64 with padding, without line breaks.
std::string base64(std::string_view bytes);
/// Reads exactly what `base64` writes: padding present, unused bits zero, nothing else.
std::optional<std::string> bytes_of_base64(std::string_view text);

/// The first `bits` bits of `bytes` (most significant first; a multiple of 5, at most 8 × size) in
/// Crockford's base32, upper case, one character for five bits.
std::string crockford(std::string_view bytes, std::size_t bits);

/// Whether two byte strings are equal, in a time that depends on their lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace muster::ledger
