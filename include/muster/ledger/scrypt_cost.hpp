// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace muster::ledger {

/// What one guess at a secret costs (RFC 7914): about 128 × n × r bytes of memory, p times.
struct ScryptCost {
    std::int64_t n = 1 << 15;  ///< a power of two
    std::int64_t r = 8;
    std::int64_t p = 1;
    bool operator==(const ScryptCost&) const = default;
};

/// For passwords and PINs: 32 MiB, some 70 ms.
inline constexpr ScryptCost real_scrypt_cost{1 << 15, 8, 1};
/// For encrypted key files: the most that OpenSSL opens by itself (16 MiB).
inline constexpr ScryptCost file_scrypt_cost{1 << 14, 8, 1};
/// For practice ledgers and tests: protects nothing.
inline constexpr ScryptCost practice_scrypt_cost{16, 1, 1};

}  // namespace muster::ledger
