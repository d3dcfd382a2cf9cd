// SPDX-License-Identifier: MIT
#include "ledger/cms_form.hpp"

#include <algorithm>
#include <vector>

namespace muster::ledger {

namespace {

constexpr unsigned char tag_sequence = 0x30;
constexpr unsigned char tag_set = 0x31;
constexpr unsigned char tag_octets = 0x04;
constexpr unsigned char tag_context_0 = 0xA0;

/// One DER element.
std::string element(unsigned char tag, std::string_view content) {
    std::string length;
    for (std::size_t rest = content.size(); rest > 0; rest >>= 8)
        length.insert(length.begin(), static_cast<char>(rest & 0xFF));
    if (content.size() >= 0x80)
        length.insert(length.begin(), static_cast<char>(0x80 + length.size()));
    if (content.empty()) length.push_back('\0');
    std::string made(1, static_cast<char>(tag));
    return made.append(length).append(content);
}

std::string version_1() {
    return {"\x02\x01\x01", 3};
}

std::string object(int nid) {
    return der_of(i2d_ASN1_OBJECT, OBJ_nid2obj(nid));
}

/// The algorithm with absent parameters, or with NULL ones: both are in use.
std::string algorithm(int nid, bool with_null) {
    return element(tag_sequence, object(nid) + (with_null ? std::string{"\x05\x00", 2} : ""));
}

bool is_one_of(std::string_view text, const std::vector<std::string>& allowed) {
    return std::find(allowed.begin(), allowed.end(), text) != allowed.end();
}

/// What a signer of an accepted key may call the way it signed.
std::vector<std::string> signature_algorithms(const X509* certificate) {
    if (EVP_PKEY_is_a(X509_get0_pubkey(certificate), "EC") == 1)
        return {algorithm(NID_ecdsa_with_SHA256, false)};
    return {algorithm(NID_rsaEncryption, true), algorithm(NID_sha256WithRSAEncryption, true)};
}

std::string signed_attributes(CMS_SignerInfo* signer) {
    std::string attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        attributes += der_of(i2d_X509_ATTRIBUTE, CMS_signed_get_attr(signer, i));
    return element(tag_context_0, attributes);
}

std::string signer_name(const X509* certificate) {
    return element(tag_sequence, der_of(i2d_X509_NAME, X509_get_issuer_name(certificate)) +
                                     der_of(i2d_ASN1_INTEGER, X509_get0_serialNumber(certificate)));
}

}  // namespace

bool has_the_one_form(std::string_view p7s, CMS_SignerInfo* signer, const X509* certificate) {
    X509_ALGOR* digest = nullptr;
    X509_ALGOR* signature = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
    const std::string digest_der = der_of(i2d_X509_ALGOR, digest);
    const std::string signature_der = der_of(i2d_X509_ALGOR, signature);
    const std::vector<std::string> digests{algorithm(NID_sha256, false),
                                           algorithm(NID_sha256, true)};
    if (!is_one_of(digest_der, digests) ||
        !is_one_of(signature_der, signature_algorithms(certificate)))
        return false;
    const ASN1_OCTET_STRING* const value = CMS_SignerInfo_get0_signature(signer);
    const std::string_view value_bytes{reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                                       static_cast<std::size_t>(ASN1_STRING_length(value))};
    const std::string signer_der =
        element(tag_sequence, version_1() + signer_name(certificate) + digest_der +
                                  signed_attributes(signer) + signature_der +
                                  element(tag_octets, value_bytes));
    // The list of digest algorithms and the signer may spell the same algorithm differently.
    return std::any_of(digests.begin(), digests.end(), [&](const std::string& listed) {
        const std::string signed_data =
            element(tag_sequence, version_1() + element(tag_set, listed) +
                                      element(tag_sequence, object(NID_pkcs7_data)) +
                                      element(tag_context_0, der_of(i2d_X509, certificate)) +
                                      element(tag_set, signer_der));
        return element(tag_sequence,
                       object(NID_pkcs7_signed) + element(tag_context_0, signed_data)) == p7s;
    });
}

}  // namespace muster::ledger
