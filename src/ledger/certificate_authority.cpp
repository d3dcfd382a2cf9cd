// SPDX-License-Identifier: MIT
#include <openssl/bn.h>
#include <openssl/ec.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "ledger/openssl_types.hpp"
#include "muster/ledger/certificates.hpp"

namespace muster::ledger {

namespace {

using NumberPtr = std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>>;
using Extension = std::pair<int, const char*>;

constexpr long x509_version_3 = 2;
constexpr std::size_t serial_bytes = 16;
constexpr std::size_t name_bytes_max = 64;

const std::vector<Extension> ca_extensions{
    {NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
    {NID_key_usage, "critical,keyCertSign,cRLSign"},
    {NID_subject_key_identifier, "hash"},
};

// documentSigning alone is rejected by OpenSSL, pdfsig and LibreOffice (FORMATS §3).
const std::vector<Extension> person_extensions{
    {NID_basic_constraints, "critical,CA:FALSE"},
    {NID_key_usage, "critical,digitalSignature,nonRepudiation"},
    {NID_ext_key_usage, "emailProtection"},
    {NID_subject_key_identifier, "hash"},
    {NID_authority_key_identifier, "keyid:always"},
};

/// What a certificate is to say, and who signs it: nobody else where `issuer` is null.
struct Wanted {
    std::string_view common_name;
    EVP_PKEY* key;
    X509* issuer;
    EVP_PKEY* signer;
    Validity validity;
    const std::vector<Extension>& extensions;
};

void set_serial(X509* certificate, Randomness& randomness) {
    std::string bytes = randomness.bytes(serial_bytes);
    // Positive and never zero, as RFC 5280 wants it.
    bytes[0] = static_cast<char>((bytes[0] & 0x3F) | 0x40);
    const NumberPtr number{checked(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()),
                                             static_cast<int>(bytes.size()), nullptr))};
    checked(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)));
}

void set_name(X509* certificate, std::string_view common_name) {
    if (common_name.empty() || common_name.size() > name_bytes_max)
        throw KeyError("A certificate's name has 1 to 64 bytes.");
    check(X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate), NID_commonName,
                                     MBSTRING_UTF8,
                                     reinterpret_cast<const unsigned char*>(common_name.data()),
                                     static_cast<int>(common_name.size()), -1, 0));
}

void add_extension(X509* certificate, X509* issuer, const Extension& extension) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    using ExtensionPtr =
        std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION, X509_EXTENSION_free>>;
    const ExtensionPtr made{
        checked(X509V3_EXT_conf_nid(nullptr, &context, extension.first, extension.second))};
    check(X509_add_ext(certificate, made.get(), -1));
}

Certificate issue(const Wanted& wanted, Randomness& randomness) {
    const std::shared_ptr<X509> certificate = owned(X509_new());
    X509* const raw = certificate.get();
    X509* const issuer = wanted.issuer != nullptr ? wanted.issuer : raw;
    check(X509_set_version(raw, x509_version_3));
    set_serial(raw, randomness);
    set_name(raw, wanted.common_name);
    check(X509_set_issuer_name(raw, X509_get_subject_name(issuer)));
    check(X509_set1_notBefore(raw, asn1_time(wanted.validity.not_before).get()));
    check(X509_set1_notAfter(raw, asn1_time(wanted.validity.not_after).get()));
    check(X509_set_pubkey(raw, wanted.key));
    for (const Extension& extension : wanted.extensions) add_extension(raw, issuer, extension);
    if (X509_sign(raw, wanted.signer, EVP_sha256()) <= 0) throw_openssl_failure();
    // Read back, because OpenSSL caches what it derives from extensions while they are being added.
    return Certificate::from_der(der_of(i2d_X509, raw));
}

KeyPtr new_p256_key() {
    return owned(EVP_EC_gen("P-256"));
}

/// The name cut to what fits before `behind`, never inside a UTF-8 character.
std::string name_with(std::string_view name, std::string_view behind) {
    std::size_t length = std::min(name.size(), name_bytes_max - behind.size());
    while (length > 0 && length < name.size() &&
           (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
        --length;
    return std::string{name.substr(0, length)} + std::string{behind};
}

}  // namespace

CertifiedKey create_ca(std::string_view force_name, std::string_view secret, Validity validity,
                       Randomness& randomness, ScryptCost cost) {
    const KeyPtr key = new_p256_key();
    const std::string name = name_with(force_name, " signing CA");
    const Certificate certificate =
        issue({name, key.get(), nullptr, key.get(), validity, ca_extensions}, randomness);
    return {certificate.pem(), encrypted_key_pem(key.get(), secret, cost)};
}

CertificateAuthority::CertificateAuthority(Certificate certificate,
                                           std::shared_ptr<evp_pkey_st> key)
    : certificate_{std::move(certificate)}, key_{std::move(key)} {}

CertificateAuthority CertificateAuthority::from_pem(std::string_view certificate_pem,
                                                    std::string_view key_pem,
                                                    std::string_view secret) {
    Certificate certificate = Certificate::from_pem(certificate_pem);
    if (!certificate.is_ca()) throw KeyError("The certificate is not an authority's.");
    KeyPtr key = key_of_encrypted_pem(key_pem, secret);
    if (X509_check_private_key(certificate.raw(), key.get()) != 1) {
        forget_errors();
        throw KeyError("The authority's certificate and key do not belong together.");
    }
    return {std::move(certificate), std::move(key)};
}

PersonalKey create_key_p12(std::string_view common_name, std::string_view passphrase,
                           const CertificateAuthority& ca, Validity validity,
                           Randomness& randomness) {
    const KeyPtr key = new_p256_key();
    const Certificate certificate = issue(
        {common_name, key.get(), ca.certificate().raw(), ca.raw_key(), validity, person_extensions},
        randomness);
    return {p12_of(key.get(), certificate, passphrase), certificate.pem()};
}

PersonalKey create_uncertified_key_p12(std::string_view common_name, std::string_view passphrase,
                                       Validity validity, Randomness& randomness) {
    const KeyPtr key = new_p256_key();
    const Certificate certificate =
        certificate_signed_by_itself(common_name, key.get(), validity, randomness);
    return {p12_of(key.get(), certificate, passphrase), certificate.pem()};
}

Certificate certificate_signed_by_itself(std::string_view common_name, EVP_PKEY* key,
                                         Validity validity, Randomness& randomness) {
    return issue({common_name, key, nullptr, key, validity, person_extensions}, randomness);
}

Certificate certify(const Certificate& uncertified, const CertificateAuthority& ca,
                    Validity validity, Randomness& randomness) {
    EVP_PKEY* const key = X509_get0_pubkey(uncertified.raw());
    if (key == nullptr || !is_accepted_key(key))
        throw KeyError("The key is neither P-256 nor RSA of 3072 bits or more.");
    if (!uncertified.is_self_signed())
        throw KeyError("The certificate is not signed by its own key.");
    const std::string name = uncertified.common_name();
    return issue({name, key, ca.certificate().raw(), ca.raw_key(), validity, person_extensions},
                 randomness);
}

}  // namespace muster::ledger
