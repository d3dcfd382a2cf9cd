// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/ledger/certificates.hpp"

/// An invented force CA and people with keys, for the cases about certificates and signatures.
namespace people {

using namespace muster::ledger;
using muster::core::Instant;

inline constexpr std::int64_t day_ms = 86'400'000;
inline constexpr Instant start{1'772'323'200'000};  // 2026-03-01T00:00:00Z
inline constexpr Validity ten_years{start, {start.ms + 3'650 * day_ms}};
inline constexpr Validity one_year{start, {start.ms + 365 * day_ms}};
inline constexpr Instant midsummer{start.ms + 112 * day_ms};

struct Force {
    SystemRandomness randomness;
    CertifiedKey ca =
        create_ca("Example Force", "ca secret", ten_years, randomness, practice_scrypt_cost);
    CertificateAuthority authority =
        CertificateAuthority::from_pem(ca.certificate_pem, ca.key_pem, "ca secret");

    PersonalKey key_for(const std::string& name, Validity validity = one_year) {
        return create_key_p12(name, "passphrase", authority, validity, randomness);
    }
};

}  // namespace people
