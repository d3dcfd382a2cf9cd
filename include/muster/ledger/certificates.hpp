// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "muster/core/time.hpp"
#include "muster/ledger/errors.hpp"
#include "muster/ledger/line_fault.hpp"
#include "muster/ledger/random.hpp"
#include "muster/ledger/scrypt_cost.hpp"

struct evp_pkey_st;
struct x509_st;

/// People's certificates and the small force CA (FORMATS §3). The machine's own trust store is
/// never consulted: trust is what the caller hands in.
namespace muster::ledger {

/// From when until when a certificate is good, both inclusive; whole seconds.
struct Validity {
    core::Instant not_before;
    core::Instant not_after;
};

/// One X.509 certificate.
class Certificate {
public:
    /// The first certificate of a PEM text. Throws KeyError where there is none.
    static Certificate from_pem(std::string_view pem);
    /// Exactly one certificate in DER. Throws KeyError otherwise.
    static Certificate from_der(std::string_view der);
    /// Takes over a reference to OpenSSL's own object.
    explicit Certificate(std::shared_ptr<x509_st> x509);

    std::string pem() const;
    std::string der() const;
    /// Lower-case hex SHA-256 of the DER form.
    std::string fingerprint() const;
    /// The subject's common name as UTF-8; empty where there is none. From outside: escape to
    /// print.
    std::string common_name() const;
    /// The issuer's common name, likewise.
    std::string issuer_name() const;
    /// Serial number, lower-case hex.
    std::string serial() const;
    core::Instant not_before() const;
    core::Instant not_after() const;
    bool is_ca() const;
    bool is_self_signed() const;
    x509_st* raw() const { return x509_.get(); }

private:
    std::shared_ptr<x509_st> x509_;
};

/// A certificate and the file with its key.
struct CertifiedKey {
    std::string certificate_pem;
    std::string key_pem;  ///< PEM `ENCRYPTED PRIVATE KEY`
};

/// A person's key file and the certificate in it.
struct PersonalKey {
    std::string p12;  ///< PKCS#12, DER
    std::string certificate_pem;
};

/// A new force CA: P-256, common name `<force_name> signing CA`, path length 0, key usage
/// keyCertSign and cRLSign. The key is encrypted under `secret`.
CertifiedKey create_ca(std::string_view force_name, std::string_view secret, Validity validity,
                       Randomness& randomness, ScryptCost cost = file_scrypt_cost);

/// The CA at work: its certificate and its opened key.
class CertificateAuthority {
public:
    /// Throws SecretError where the secret does not open the key, KeyError where either is damaged
    /// or they do not belong together.
    static CertificateAuthority from_pem(std::string_view certificate_pem, std::string_view key_pem,
                                         std::string_view secret);
    const Certificate& certificate() const { return certificate_; }
    evp_pkey_st* raw_key() const { return key_.get(); }

private:
    CertificateAuthority(Certificate certificate, std::shared_ptr<evp_pkey_st> key);
    Certificate certificate_;
    std::shared_ptr<evp_pkey_st> key_;
};

/// A key that never leaves a card: the PKCS#11 driver (a shared library) that reaches the card, and
/// where the key is on it, as `pkcs11:token=NAME;object=NAME` (RFC 7512) without its PIN.
struct CardKey {
    std::string driver;
    std::string uri;
};

/// A person's opened key and its certificate: what signs.
class SigningKey {
public:
    /// The key on a card, with its certificate. The card is asked for the PIN once. Throws
    /// SecretError where the PIN is wrong, KeyError where there is no such driver, card or key, or
    /// the certificate is for another.
    static SigningKey from_card(const CardKey& card, std::string_view pin,
                                const Certificate& certificate);
    /// Opens a PKCS#12 file. Throws SecretError where the passphrase does not open it, KeyError
    /// where it is damaged, or its key is neither P-256 nor RSA of 3072 bits or more.
    static SigningKey from_p12(std::string_view p12, std::string_view passphrase);
    const Certificate& certificate() const { return certificate_; }
    evp_pkey_st* raw_key() const { return key_.get(); }

private:
    SigningKey(Certificate certificate, std::shared_ptr<evp_pkey_st> key);
    Certificate certificate_;
    std::shared_ptr<evp_pkey_st> key_;
};

/// A new P-256 key certified by the CA: keyUsage digitalSignature and nonRepudiation (critical),
/// EKU emailProtection, random 127-bit serial.
PersonalKey create_key_p12(std::string_view common_name, std::string_view passphrase,
                           const CertificateAuthority& ca, Validity validity,
                           Randomness& randomness);
/// The same with a certificate signed by itself, to be certified later or trusted by fingerprint.
PersonalKey create_uncertified_key_p12(std::string_view common_name, std::string_view passphrase,
                                       Validity validity, Randomness& randomness);
/// A certificate signed by itself for the key on a card, PEM. Throws as SigningKey::from_card.
std::string create_uncertified_card_certificate(std::string_view common_name, const CardKey& card,
                                                std::string_view pin, Validity validity,
                                                Randomness& randomness);
/// The CA's certificate for the name and public key of `uncertified`, which must be signed by
/// itself (this proves that whoever asks has the key): KeyError otherwise.
Certificate certify(const Certificate& uncertified, const CertificateAuthority& ca,
                    Validity validity, Randomness& randomness);
/// The same key file with another certificate for the same key. Throws as SigningKey::from_p12, and
/// KeyError where the certificate is for another key.
PersonalKey replace_certificate(std::string_view p12, std::string_view passphrase,
                                const Certificate& certificate);

/// Lower-case hex SHA-256 of the certificate's DER form. Throws KeyError where it is no
/// certificate.
std::string certificate_fingerprint(std::string_view certificate_pem);

/// Nothing where `certificate` leads to a root in `ca_pem` (one or more certificates, trusted
/// because the caller says so), was good at `at`, and may sign (S/MIME purpose); else why not. No
/// other trust is consulted. Codes: ca_unreadable, certificate_untrusted, certificate_not_in_time.
std::optional<LineFault> trusted_by(const Certificate& certificate, std::string_view ca_pem,
                                    core::Instant at);

}  // namespace muster::ledger
