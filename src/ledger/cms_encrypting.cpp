// SPDX-License-Identifier: MIT
#include <openssl/pem.h>

#include "ledger/openssl_types.hpp"
#include "muster/ledger/cms.hpp"

namespace muster::ledger {

std::variant<std::string, LineFault> encrypt_to(std::string_view content,
                                                std::string_view certificate_pem) {
    const BioPtr pem = reading(certificate_pem);
    const std::unique_ptr<X509, Freed<X509, X509_free>> certificate{
        PEM_read_bio_X509(pem.get(), nullptr, nullptr, nullptr)};
    if (certificate == nullptr) {
        forget_errors();
        return LineFault{"certificate_unreadable", "This is no certificate in PEM."};
    }
    constexpr unsigned flags = CMS_BINARY | CMS_PARTIAL;
    const BioPtr in = reading(content);
    const CmsPtr cms{CMS_encrypt(nullptr, in.get(), EVP_aes_256_cbc(), flags)};
    if (cms == nullptr || CMS_add1_recipient_cert(cms.get(), certificate.get(), 0) == nullptr ||
        CMS_final(cms.get(), in.get(), nullptr, flags) != 1) {
        forget_errors();
        return LineFault{"certificate_cannot_receive",
                         "Nothing can be encrypted to the key of this certificate."};
    }
    return der_of(i2d_CMS_ContentInfo, cms.get());
}

}  // namespace muster::ledger
