// SPDX-License-Identifier: MIT
#include <openssl/pem.h>

#include <algorithm>
#include <ctime>

#include "ledger/openssl_types.hpp"
#include "muster/ledger/certificates.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::ledger {

namespace {

using StorePtr = std::unique_ptr<X509_STORE, Freed<X509_STORE, X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX, X509_STORE_CTX_free>>;

std::string common_name_of(const X509_NAME* name) {
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0) return {};
    unsigned char* text = nullptr;
    const int length =
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const BytesPtr owner{text};
    if (length < 0) {
        forget_errors();
        return {};
    }
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)};
}

/// Every certificate of a PEM text, in order.
CertificatesPtr certificates_of(std::string_view pem) {
    CertificatesPtr certificates{checked(sk_X509_new_null())};
    const BioPtr in = reading(pem);
    while (X509* const one = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr))
        if (sk_X509_push(certificates.get(), one) == 0) throw_openssl_failure();
    forget_errors();
    return certificates;
}

StorePtr store_of(STACK_OF(X509) * certificates) {
    // A new store is empty: the machine's own trust is only there for those who ask for it.
    StorePtr store{checked(X509_STORE_new())};
    for (int i = 0; i < sk_X509_num(certificates); ++i)
        check(X509_STORE_add_cert(store.get(), sk_X509_value(certificates, i)));
    return store;
}

LineFault fault_of(int error) {
    const std::string words = X509_verify_cert_error_string(error);
    if (error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID)
        return {"certificate_not_in_time",
                "The certificate was not good at the time of signing: " + words + "."};
    return {"certificate_untrusted",
            "The certificate does not lead to a trusted authority: " + words + "."};
}

}  // namespace

Certificate::Certificate(std::shared_ptr<x509_st> x509) : x509_{std::move(x509)} {}

Certificate Certificate::from_pem(std::string_view pem) {
    const CertificatesPtr certificates = certificates_of(pem);
    if (sk_X509_num(certificates.get()) == 0) throw KeyError("This is no certificate (PEM).");
    X509* const first = sk_X509_value(certificates.get(), 0);
    check(X509_up_ref(first));
    return Certificate{owned(first)};
}

Certificate Certificate::from_der(std::string_view der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const auto* const end = at + der.size();
    X509* const read = d2i_X509(nullptr, &at, static_cast<long>(der.size()));
    if (read == nullptr) {
        forget_errors();
        throw KeyError("This is no certificate (DER).");
    }
    Certificate certificate{owned(read)};
    if (at != end) throw KeyError("There is more behind the certificate.");
    return certificate;
}

std::string Certificate::pem() const {
    const BioPtr out = writing();
    check(PEM_write_bio_X509(out.get(), x509_.get()));
    return written(out.get());
}

std::string Certificate::der() const {
    return der_of(i2d_X509, x509_.get());
}

std::string Certificate::fingerprint() const {
    return hex(sha256(der()));
}

std::string Certificate::common_name() const {
    return common_name_of(X509_get_subject_name(x509_.get()));
}

std::string Certificate::issuer_name() const {
    return common_name_of(X509_get_issuer_name(x509_.get()));
}

std::string Certificate::serial() const {
    const ASN1_INTEGER* const number = X509_get0_serialNumber(x509_.get());
    const std::string_view bytes{reinterpret_cast<const char*>(ASN1_STRING_get0_data(number)),
                                 static_cast<std::size_t>(ASN1_STRING_length(number))};
    return hex(bytes);
}

core::Instant Certificate::not_before() const {
    return instant_of_asn1(X509_get0_notBefore(x509_.get()));
}

core::Instant Certificate::not_after() const {
    return instant_of_asn1(X509_get0_notAfter(x509_.get()));
}

bool Certificate::is_ca() const {
    return X509_check_ca(x509_.get()) == 1;
}

bool Certificate::is_self_signed() const {
    const bool is_so = X509_self_signed(x509_.get(), 1) == 1;
    forget_errors();
    return is_so;
}

std::string certificate_fingerprint(std::string_view certificate_pem) {
    return Certificate::from_pem(certificate_pem).fingerprint();
}

std::optional<LineFault> trusted_by(const Certificate& certificate, std::string_view ca_pem,
                                    core::Instant at) {
    constexpr int chain_length_max = 8;
    constexpr int strength_of_112_bits = 2;
    const CertificatesPtr trusted = certificates_of(ca_pem);
    if (sk_X509_num(trusted.get()) == 0)
        return LineFault{"ca_unreadable", "The file of trusted authorities holds no certificate."};
    const StorePtr store = store_of(trusted.get());
    const StoreContextPtr context{checked(X509_STORE_CTX_new())};
    check(X509_STORE_CTX_init(context.get(), store.get(), certificate.raw(), nullptr));
    X509_VERIFY_PARAM* const terms = X509_STORE_CTX_get0_param(context.get());
    check(X509_VERIFY_PARAM_set_purpose(terms, X509_PURPOSE_SMIME_SIGN));
    X509_VERIFY_PARAM_set_depth(terms, chain_length_max);
    X509_VERIFY_PARAM_set_auth_level(terms, strength_of_112_bits);
    X509_VERIFY_PARAM_set_time(terms, static_cast<std::time_t>(at.ms / 1000));
    const int result = X509_verify_cert(context.get());
    forget_errors();
    if (result != 1) return fault_of(X509_STORE_CTX_get_error(context.get()));
    return std::nullopt;
}

}  // namespace muster::ledger
