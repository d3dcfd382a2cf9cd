// SPDX-License-Identifier: MIT
#include "muster/ledger/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <new>
#include <stdexcept>

namespace muster::ledger {

namespace {

// Fetched once: an implicit fetch for every message costs more than hashing a short one.
const EVP_MD* sha256_algorithm() {
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (algorithm == nullptr) throw std::runtime_error("OpenSSL offers no SHA-256");
    return algorithm;
}

void require(int ok) {
    if (ok != 1) throw std::runtime_error("OpenSSL could not compute a SHA-256");
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

constexpr std::string_view base64_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::uint32_t byte_at(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_{EVP_MD_CTX_new()} {
    if (context_ == nullptr) throw std::bad_alloc();
    require(EVP_DigestInit_ex2(context_.get(), sha256_algorithm(), nullptr));
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::update(std::string_view bytes) {
    require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
    return *this;
}

Digest Sha256::finish() {
    Digest digest;
    require(EVP_DigestFinal_ex(context_.get(), digest.bytes.data(), nullptr));
    reset();
    return digest;
}

void Sha256::reset() {
    require(EVP_DigestInit_ex2(context_.get(), nullptr, nullptr));
}

Digest sha256(std::string_view bytes) {
    thread_local Sha256 hash;
    return hash.update(bytes).finish();
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view letters = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text.push_back(letters[byte_at(bytes, i) >> 4]);
        text.push_back(letters[byte_at(bytes, i) & 15]);
    }
    return text;
}

std::string hex(const Digest& digest) {
    return hex(digest.view());
}

std::optional<std::string> bytes_of_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

std::optional<Digest> digest_of_hex(std::string_view text) {
    Digest digest;
    if (text.size() != digest.bytes.size() * 2) return std::nullopt;
    const auto bytes = bytes_of_hex(text);
    if (!bytes) return std::nullopt;
    for (std::size_t i = 0; i < digest.bytes.size(); ++i)
        digest.bytes[i] = static_cast<std::uint8_t>((*bytes)[i]);
    return digest;
}

std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (j < count ? byte_at(bytes, i + j) : 0);
        for (std::size_t j = 0; j < 4; ++j)
            text.push_back(j <= count ? base64_letters[group >> (18 - 6 * j) & 63] : '=');
    }
    return text;
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        std::size_t letters = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const auto value = base64_letters.find(text[i + j]);
            if (value != std::string_view::npos && letters == j) ++letters;
            group = group << 6 | static_cast<std::uint32_t>(letters > j ? value : 0);
            if (letters <= j && text[i + j] != '=') return std::nullopt;
        }
        if (letters < 2 || (letters < 4 && i + 4 != text.size())) return std::nullopt;
        for (std::size_t j = 0; j + 1 < letters; ++j)
            bytes.push_back(static_cast<char>(group >> (16 - 8 * j) & 255));
    }
    // Unused bits that are not zero would give one value a second spelling.
    if (base64(bytes) != text) return std::nullopt;
    return bytes;
}

std::string crockford(std::string_view bytes, std::size_t bits) {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    if (bits % 5 != 0 || bits > bytes.size() * 8)
        throw std::logic_error("crockford: not a number of bits that these bytes hold");
    std::string text;
    for (std::size_t bit = 0; bit < bits; bit += 5) {
        std::size_t value = 0;
        for (std::size_t i = bit; i < bit + 5; ++i)
            value = value << 1 | (byte_at(bytes, i / 8) >> (7 - i % 8) & 1);
        text.push_back(letters[value]);
    }
    return text;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace muster::ledger
