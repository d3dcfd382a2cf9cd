// SPDX-License-Identifier: MIT
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>

#include "muster/core/time.hpp"
#include "muster/ledger/certificates.hpp"
#include "muster/ledger/scrypt_cost.hpp"

/// Owners of OpenSSL's objects, and the few conversions that keys, certificates and CMS share.
namespace muster::ledger {

template <class Object, void (*free_object)(Object*)>
struct Freed {
    void operator()(Object* object) const { free_object(object); }
};

struct BioFreed {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
struct BytesFreed {
    void operator()(unsigned char* bytes) const { OPENSSL_free(bytes); }
};
struct CertificatesFreed {
    void operator()(STACK_OF(X509) * certificates) const {
        sk_X509_pop_free(certificates, X509_free);
    }
};

using BioPtr = std::unique_ptr<BIO, BioFreed>;
using BytesPtr = std::unique_ptr<unsigned char, BytesFreed>;
using CertificatesPtr = std::unique_ptr<STACK_OF(X509), CertificatesFreed>;
using KeyPtr = std::shared_ptr<EVP_PKEY>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo, CMS_ContentInfo_free>>;
using TimePtr = std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME, ASN1_TIME_free>>;

/// `key` with shared ownership; throws KeyError where it is null.
KeyPtr owned(EVP_PKEY* key);
/// The certificate likewise.
std::shared_ptr<X509> owned(X509* certificate);
/// `object`; throws KeyError where it is null.
template <class Object>
Object* checked(Object* object);
/// Throws KeyError unless OpenSSL said 1.
void check(int result);
/// Forgets OpenSSL's queued errors, so that they are not taken for those of a later call.
void forget_errors();

/// A source that reads `bytes`, which must outlive it.
BioPtr reading(std::string_view bytes);
/// An empty memory sink.
BioPtr writing();
/// What was written to it.
std::string written(BIO* bio);

/// The DER form of any object whose `i2d_…` function is `encode`.
template <class Object>
std::string der_of(int (*encode)(const Object*, unsigned char**), const Object* object) {
    unsigned char* bytes = nullptr;
    const int length = encode(object, &bytes);
    const BytesPtr owner{bytes};
    if (length < 0) check(0);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

/// The moment, cut to whole seconds.
TimePtr asn1_time(core::Instant instant);
core::Instant instant_of_asn1(const ASN1_TIME* time);

/// An encrypted private key as PEM, and back. Reading throws SecretError or KeyError.
std::string encrypted_key_pem(EVP_PKEY* key, std::string_view secret, ScryptCost cost);
KeyPtr key_of_encrypted_pem(std::string_view pem, std::string_view secret);

/// Whether people may sign with this key: P-256, or RSA of 3072 bits or more.
bool is_accepted_key(const EVP_PKEY* key);

/// A person's certificate for this key, signed by itself.
Certificate certificate_signed_by_itself(std::string_view common_name, EVP_PKEY* key,
                                         Validity validity, Randomness& randomness);

/// A PKCS#12 file with this key and certificate.
std::string p12_of(EVP_PKEY* key, const Certificate& certificate, std::string_view passphrase);

[[noreturn]] void throw_openssl_failure();

template <class Object>
Object* checked(Object* object) {
    if (object == nullptr) throw_openssl_failure();
    return object;
}

}  // namespace muster::ledger
