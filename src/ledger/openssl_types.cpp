// SPDX-License-Identifier: MIT
#include "ledger/openssl_types.hpp"

#include <openssl/asn1.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <ctime>

#include "muster/ledger/errors.hpp"
#include "muster/ledger/random.hpp"

namespace muster::ledger {

namespace {

using AlgorithmPtr = std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR, X509_ALGOR_free>>;
using KeyInfoPtr =
    std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>>;
using EncryptedPtr = std::unique_ptr<X509_SIG, Freed<X509_SIG, X509_SIG_free>>;

int length_of(std::string_view bytes) {
    return static_cast<int>(bytes.size());
}

}  // namespace

void throw_openssl_failure() {
    char reason[200] = "no reason given";
    if (const unsigned long error = ERR_peek_last_error(); error != 0)
        ERR_error_string_n(error, reason, sizeof reason);
    ERR_clear_error();
    throw KeyError(std::string{"A key or certificate could not be used: "} + reason + ".");
}

void check(int result) {
    if (result != 1) throw_openssl_failure();
}

void forget_errors() {
    ERR_clear_error();
}

KeyPtr owned(EVP_PKEY* key) {
    return {checked(key), EVP_PKEY_free};
}

std::shared_ptr<X509> owned(X509* certificate) {
    return {checked(certificate), X509_free};
}

BioPtr reading(std::string_view bytes) {
    // OpenSSL takes a null pointer for a mistake, even where there is nothing to read.
    const char* const start = bytes.empty() ? "" : bytes.data();
    return BioPtr{checked(BIO_new_mem_buf(start, length_of(bytes)))};
}

BioPtr writing() {
    return BioPtr{checked(BIO_new(BIO_s_mem()))};
}

std::string written(BIO* bio) {
    char* bytes = nullptr;
    const long length = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(length)};
}

TimePtr asn1_time(core::Instant instant) {
    const std::int64_t seconds = instant.ms / 1000 - (instant.ms % 1000 < 0 ? 1 : 0);
    return TimePtr{checked(ASN1_TIME_set(nullptr, static_cast<std::time_t>(seconds)))};
}

core::Instant instant_of_asn1(const ASN1_TIME* time) {
    const TimePtr epoch = asn1_time(core::Instant{0});
    int days = 0;
    int seconds = 0;
    check(ASN1_TIME_diff(&days, &seconds, epoch.get(), time));
    return core::Instant{(std::int64_t{days} * 86'400 + seconds) * 1000};
}

std::string encrypted_key_pem(EVP_PKEY* key, std::string_view secret, ScryptCost cost) {
    const KeyInfoPtr info{checked(EVP_PKEY2PKCS8(key))};
    std::string salt = random_bytes(16);
    AlgorithmPtr algorithm{checked(PKCS5_pbe2_set_scrypt(
        EVP_aes_256_cbc(), reinterpret_cast<unsigned char*>(salt.data()), length_of(salt), nullptr,
        static_cast<std::uint64_t>(cost.n), static_cast<std::uint64_t>(cost.r),
        static_cast<std::uint64_t>(cost.p)))};
    // The encrypted key owns the algorithm only once this has succeeded.
    const EncryptedPtr encrypted{
        checked(PKCS8_set0_pbe(secret.data(), length_of(secret), info.get(), algorithm.get()))};
    algorithm.release();
    const BioPtr out = writing();
    check(PEM_write_bio_PKCS8(out.get(), encrypted.get()));
    return written(out.get());
}

KeyPtr key_of_encrypted_pem(std::string_view pem, std::string_view secret) {
    const BioPtr in = reading(pem);
    const EncryptedPtr encrypted{PEM_read_bio_PKCS8(in.get(), nullptr, nullptr, nullptr)};
    if (encrypted == nullptr) {
        forget_errors();
        throw KeyError("The key file holds no encrypted private key (PEM, PKCS#8).");
    }
    const KeyInfoPtr info{PKCS8_decrypt(encrypted.get(), secret.data(), length_of(secret))};
    if (info == nullptr) {
        forget_errors();
        throw SecretError("The secret does not open the key file.");
    }
    return owned(EVP_PKCS82PKEY(info.get()));
}

bool is_accepted_key(const EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "RSA") == 1) return EVP_PKEY_get_bits(key) >= 3072;
    char group[32] = "";
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group,
                                          nullptr) == 1 &&
           std::string_view{group} == "prime256v1";
}

}  // namespace muster::ledger
