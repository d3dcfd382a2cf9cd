// SPDX-License-Identifier: MIT
#include "muster/ledger/cms.hpp"

#include "ledger/cms_form.hpp"
#include "ledger/openssl_types.hpp"

namespace muster::ledger {

namespace {

using SigningCertificatePtr =
    std::unique_ptr<ESS_SIGNING_CERT_V2, Freed<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>>;

constexpr std::size_t p7s_bytes_max = 256 * 1024;

LineFault unreadable(const char* words) {
    return {"cms_unreadable", words};
}

/// The structure, only where these bytes are its one DER form.
std::variant<CmsPtr, LineFault> read_der(std::string_view p7s) {
    if (p7s.size() > p7s_bytes_max) return unreadable("The signature is larger than 256 KiB.");
    const auto* at = reinterpret_cast<const unsigned char*>(p7s.data());
    CmsPtr cms{d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(p7s.size()))};
    forget_errors();
    if (cms == nullptr) return unreadable("The signature is not CMS in DER.");
    // BER spellings and bytes behind the end would be accepted by OpenSSL, and are nobody's work.
    if (der_of(i2d_CMS_ContentInfo, cms.get()) != p7s)
        return unreadable("The signature is not DER throughout, or has something behind it.");
    if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return unreadable("The CMS structure is not a signature.");
    return cms;
}

std::optional<LineFault> algorithm_fault(CMS_SignerInfo* signer, const X509* certificate) {
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const EVP_PKEY* const key = X509_get0_pubkey(certificate);
    if (OBJ_obj2nid(digest->algorithm) != NID_sha256 || key == nullptr || !is_accepted_key(key))
        return LineFault{"cms_algorithm",
                         "The signature is not by SHA-256 with P-256 or RSA of 3072 bits or more."};
    return std::nullopt;
}

const ASN1_STRING* attribute(CMS_SignerInfo* signer, int nid, int type) {
    // -3: there must be exactly one, with exactly one value.
    const void* const value = CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), -3, type);
    return static_cast<const ASN1_STRING*>(value);
}

std::optional<core::Instant> signing_time_of(CMS_SignerInfo* signer) {
    const ASN1_STRING* time = attribute(signer, NID_pkcs9_signingTime, V_ASN1_UTCTIME);
    if (time == nullptr) time = attribute(signer, NID_pkcs9_signingTime, V_ASN1_GENERALIZEDTIME);
    forget_errors();
    if (time == nullptr || ASN1_TIME_check(time) != 1) return std::nullopt;
    return instant_of_asn1(time);
}

/// Whether the signed attributes name this very certificate, so that it cannot be exchanged.
bool names_certificate(CMS_SignerInfo* signer, X509* certificate) {
    const ASN1_STRING* const value =
        attribute(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE);
    if (value == nullptr) return false;
    const unsigned char* at = ASN1_STRING_get0_data(value);
    const SigningCertificatePtr named{
        d2i_ESS_SIGNING_CERT_V2(nullptr, &at, ASN1_STRING_length(value))};
    const CertificatesPtr chain{checked(sk_X509_new_null())};
    check(X509_up_ref(certificate));
    if (sk_X509_push(chain.get(), certificate) == 0) throw_openssl_failure();
    return named != nullptr &&
           OSSL_ESS_check_signing_certs(nullptr, named.get(), chain.get(), 1) == 1;
}

LineFault attributes_fault(const char* words) {
    return {"cms_attributes", words};
}

std::variant<SignedBy, LineFault> signed_by(CMS_SignerInfo* signer, X509* certificate) {
    if (const auto fault = algorithm_fault(signer, certificate)) return *fault;
    if (CMS_unsigned_get_attr_count(signer) > 0)
        return attributes_fault("The signature carries something that is not signed.");
    const auto time = signing_time_of(signer);
    if (!time) return attributes_fault("The signature does not say when it was made.");
    const bool names = names_certificate(signer, certificate);
    forget_errors();
    if (!names)
        return attributes_fault("The signature does not name the certificate it was made with.");
    check(X509_up_ref(certificate));
    Certificate kept{owned(certificate)};
    std::string fingerprint = kept.fingerprint();
    std::string name = kept.common_name();
    return SignedBy{std::move(kept), std::move(fingerprint), std::move(name), *time};
}

/// The certificate of the only signer; null where it is not inside.
X509* signer_certificate(CMS_ContentInfo* cms, CMS_SignerInfo* signer) {
    CMS_set1_signers_certs(cms, nullptr, 0);
    forget_errors();
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
    return certificate;
}

}  // namespace

std::string sign_detached(std::string_view content, const SigningKey& key, core::Instant at) {
    constexpr unsigned int flags =
        CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES;
    const CmsPtr cms{checked(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags))};
    CMS_SignerInfo* const signer = checked(
        CMS_add1_signer(cms.get(), key.certificate().raw(), key.raw_key(), EVP_sha256(), flags));
    // Set here, because OpenSSL would otherwise ask the machine's clock.
    const TimePtr time = asn1_time(at);
    check(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, ASN1_STRING_type(time.get()),
                                      time.get(), -1));
    const BioPtr in = reading(content);
    check(CMS_final(cms.get(), in.get(), nullptr, flags));
    return der_of(i2d_CMS_ContentInfo, cms.get());
}

std::variant<SignedBy, LineFault> read_detached(std::string_view content, std::string_view p7s) {
    auto read = read_der(p7s);
    if (const auto* fault = std::get_if<LineFault>(&read)) return *fault;
    CMS_ContentInfo* const cms = std::get<CmsPtr>(read).get();
    if (CMS_is_detached(cms) != 1)
        return LineFault{"cms_not_detached", "The signature carries content of its own."};
    STACK_OF(CMS_SignerInfo)* const signers = CMS_get0_SignerInfos(cms);
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1)
        return LineFault{"cms_signers", "The file does not hold exactly one signature."};
    CMS_SignerInfo* const signer = sk_CMS_SignerInfo_value(signers, 0);
    X509* const certificate = signer_certificate(cms, signer);
    if (certificate == nullptr)
        return LineFault{"cms_certificate", "The signer's certificate is not in the signature."};
    auto result = signed_by(signer, certificate);
    if (std::holds_alternative<LineFault>(result)) return result;
    if (!has_the_one_form(p7s, signer, certificate))
        return LineFault{
            "cms_form", "The signature holds more than it needs, or is not written as it must be."};
    const BioPtr in = reading(content);
    // Who may sign is trusted_by's question; here only whether this content was signed.
    const int verified = CMS_verify(cms, nullptr, nullptr, in.get(), nullptr,
                                    CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY);
    forget_errors();
    if (verified != 1) return LineFault{"cms_wrong", "The signature is not over this content."};
    return result;
}

}  // namespace muster::ledger
