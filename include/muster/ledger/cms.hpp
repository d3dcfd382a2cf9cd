// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "muster/core/time.hpp"
#include "muster/ledger/certificates.hpp"
#include "muster/ledger/line_fault.hpp"

/// Detached signatures: CAdES-BES CMS in DER, SHA-256, exactly one signer (FORMATS §4).
namespace muster::ledger {

/// Signs `content` as it is (binary). The signer's certificate goes in, with the
/// signing-certificate-v2 attribute and `at` as signing time (whole seconds).
std::string sign_detached(std::string_view content, const SigningKey& key, core::Instant at);

/// Who signed, by the signature alone; whether that certificate is to be trusted, trusted_by says.
struct SignedBy {
    Certificate certificate;
    std::string fingerprint;     ///< lower-case hex SHA-256 of the certificate
    std::string common_name;     ///< from outside: escape to print
    core::Instant signing_time;  ///< the signer's own word
};

/// Verifies a detached signature over `content`, without looking at trust.
///
/// Codes: cms_unreadable (not DER throughout, or anything behind it), cms_not_detached,
/// cms_signers (not exactly one), cms_algorithm (other than SHA-256 with P-256 or RSA of 3072
/// bits), cms_attributes (no signing time, no signing-certificate-v2 that names this certificate,
/// or anything unsigned), cms_certificate (the signer's is not inside), cms_wrong (not over this
/// content).
std::variant<SignedBy, LineFault> read_detached(std::string_view content, std::string_view p7s);

/// Encrypts `content` to whoever has the key of the certificate (PEM): CMS in DER, AES-256, to be
/// opened by `openssl cms -decrypt -inform DER`. The same content gives other bytes each time.
/// Codes: certificate_unreadable, certificate_cannot_receive (its key cannot be encrypted to).
std::variant<std::string, LineFault> encrypt_to(std::string_view content,
                                                std::string_view certificate_pem);

}  // namespace muster::ledger
