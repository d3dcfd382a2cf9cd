// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace muster::ledger {

/// Where salts, ids and serial numbers come from.
class Randomness {
public:
    virtual ~Randomness() = default;
    /// That many bytes.
    virtual std::string bytes(std::size_t count) = 0;
};

/// `count` bytes of the operating system's randomness, by OpenSSL. Throws KeyError where it fails.
std::string random_bytes(std::size_t count);

/// The operating system's randomness.
class SystemRandomness : public Randomness {
public:
    std::string bytes(std::size_t count) override;
};

/// The same bytes for the same seed, for ever: SHA-256("muster-practice-1\n<seed>\n<block>\n")
/// block after block. For practice ledgers and tests only: whoever knows the seed knows every salt.
class SeededRandomness : public Randomness {
public:
    explicit SeededRandomness(std::uint64_t seed) : seed_{seed} {}
    std::string bytes(std::size_t count) override;

private:
    std::uint64_t seed_;
    std::uint64_t block_ = 0;
    std::string left_;
};

/// A person's id: `letter`, a dash and eight characters of lower-case Crockford base32 (no i, l, o,
/// u), 40 random bits. The caller asks the ledger whether it was used before.
std::string random_id(Randomness& randomness, char letter);

}  // namespace muster::ledger
