// SPDX-License-Identifier: MIT
#include "ledger/openssl_types.hpp"
#include "muster/ledger/certificates.hpp"

namespace muster::ledger {

namespace {

using P12Ptr = std::unique_ptr<PKCS12, Freed<PKCS12, PKCS12_free>>;

// OpenSSL's own default is 2,048, few enough to try a dictionary in minutes.
constexpr int p12_iterations = 100'000;

}  // namespace

std::string p12_of(EVP_PKEY* key, const Certificate& certificate, std::string_view passphrase) {
    const std::string pass{passphrase};
    const P12Ptr p12{checked(PKCS12_create(pass.c_str(), certificate.common_name().c_str(), key,
                                           certificate.raw(), nullptr, NID_aes_256_cbc,
                                           NID_aes_256_cbc, p12_iterations, p12_iterations, 0))};
    return der_of(i2d_PKCS12, p12.get());
}

SigningKey::SigningKey(Certificate certificate, std::shared_ptr<evp_pkey_st> key)
    : certificate_{std::move(certificate)}, key_{std::move(key)} {}

SigningKey SigningKey::from_p12(std::string_view p12, std::string_view passphrase) {
    const BioPtr in = reading(p12);
    const P12Ptr file{d2i_PKCS12_bio(in.get(), nullptr)};
    if (file == nullptr || PKCS12_mac_present(file.get()) != 1) {
        forget_errors();
        throw KeyError("This is no PKCS#12 key file protected by a passphrase.");
    }
    const std::string pass{passphrase};
    if (PKCS12_verify_mac(file.get(), pass.c_str(), static_cast<int>(pass.size())) != 1) {
        forget_errors();
        throw SecretError("The passphrase does not open the key file.");
    }
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    const int parsed = PKCS12_parse(file.get(), pass.c_str(), &key, &certificate, nullptr);
    const KeyPtr key_owner{key, EVP_PKEY_free};
    const std::shared_ptr<X509> certificate_owner{certificate, X509_free};
    forget_errors();
    if (parsed != 1 || key == nullptr || certificate == nullptr)
        throw KeyError("The key file holds no key with its certificate.");
    if (!is_accepted_key(key))
        throw KeyError("The key is neither P-256 nor RSA of 3072 bits or more.");
    return {Certificate{certificate_owner}, key_owner};
}

PersonalKey replace_certificate(std::string_view p12, std::string_view passphrase,
                                const Certificate& certificate) {
    const SigningKey key = SigningKey::from_p12(p12, passphrase);
    if (X509_check_private_key(certificate.raw(), key.raw_key()) != 1) {
        forget_errors();
        throw KeyError("The certificate is for another key than the one in the file.");
    }
    return {p12_of(key.raw_key(), certificate, passphrase), certificate.pem()};
}

}  // namespace muster::ledger
