// SPDX-License-Identifier: MIT
// The card's driver speaks PKCS#11; OpenSSL 3.0 reaches that through an engine only, which it calls
// deprecated and has no successor for in Debian 12.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/engine.h>
#include <openssl/err.h>

#include <filesystem>

#include "ledger/openssl_types.hpp"
#include "muster/ledger/certificates.hpp"

namespace muster::ledger {
namespace {

// PKCS#11's own numbers for a PIN that is wrong, misshaped, or locked.
bool says_wrong_pin() {
    constexpr int pin_incorrect = 0xA0, pin_invalid = 0xA1, pin_length = 0xA2, pin_locked = 0xA4;
    bool wrong = false;
    while (const unsigned long error = ERR_get_error()) {
        const int reason = ERR_GET_REASON(error);
        wrong = wrong || reason == pin_incorrect || reason == pin_invalid || reason == pin_length ||
                reason == pin_locked;
    }
    return wrong;
}

void command(ENGINE* engine, const char* name, const std::string& value) {
    if (ENGINE_ctrl_cmd_string(engine, name, value.c_str(), 0) == 1) return;
    forget_errors();
    throw KeyError("The card's driver takes no " + std::string{name} + ".");
}

/// The engine with a driver loaded; it outlives the keys that are opened through it.
std::shared_ptr<ENGINE> engine_with(const std::string& driver) {
    ENGINE_load_dynamic();
    std::shared_ptr<ENGINE> engine{ENGINE_by_id("pkcs11"), [](ENGINE* each) {
                                       if (each != nullptr) ENGINE_free(each);
                                   }};
    forget_errors();
    if (engine == nullptr)
        throw KeyError(
            "OpenSSL's engine for cards is not installed here (Debian: "
            "libengine-pkcs11-openssl).");
    command(engine.get(), "MODULE_PATH", driver);
    return engine;
}

// A card locks itself after a few wrong PINs: it is asked once.
KeyPtr open_card(const CardKey& card, std::string_view pin) {
    if (!card.uri.starts_with("pkcs11:") || card.uri.find("pin-") != card.uri.npos)
        throw KeyError(
            "A key on a card is named as pkcs11:token=NAME;object=NAME, without its PIN.");
    if (!std::filesystem::is_regular_file(card.driver))
        throw KeyError("There is no driver for cards at " + card.driver + ".");
    const auto engine = engine_with(card.driver);
    command(engine.get(), "PIN", std::string{pin});
    if (ENGINE_init(engine.get()) != 1) {
        forget_errors();
        throw KeyError("The driver for cards at " + card.driver + " does not start.");
    }
    const std::shared_ptr<ENGINE> started{engine.get(),
                                          [engine](ENGINE* each) { ENGINE_finish(each); }};
    EVP_PKEY* key = ENGINE_load_private_key(engine.get(), card.uri.c_str(), nullptr, nullptr);
    if (key == nullptr) {
        if (says_wrong_pin())
            throw SecretError("The PIN does not open the card. A few wrong ones lock it.");
        throw KeyError("No card that is inserted has the key " + card.uri + ".");
    }
    KeyPtr opened{key, [started](EVP_PKEY* each) { EVP_PKEY_free(each); }};
    if (!is_accepted_key(key))
        throw KeyError("The card's key is neither P-256 nor RSA of 3072 bits or more.");
    return opened;
}

// To have found a key is not to have it: the card signs something that the certificate verifies.
bool signs_for(EVP_PKEY* key, EVP_PKEY* published) {
    constexpr std::string_view said = "Muster asks the card whether it has the key.";
    const auto* bytes = reinterpret_cast<const unsigned char*>(said.data());
    using ContextPtr = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
    const ContextPtr signing{checked(EVP_MD_CTX_new())};
    std::size_t length = 0;
    if (EVP_DigestSignInit(signing.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(signing.get(), nullptr, &length, bytes, said.size()) != 1)
        return false;
    std::string signature(length, '\0');
    auto* out = reinterpret_cast<unsigned char*>(signature.data());
    if (EVP_DigestSign(signing.get(), out, &length, bytes, said.size()) != 1) return false;
    const ContextPtr verifying{checked(EVP_MD_CTX_new())};
    return EVP_DigestVerifyInit(verifying.get(), nullptr, EVP_sha256(), nullptr, published) == 1 &&
           EVP_DigestVerify(verifying.get(), out, length, bytes, said.size()) == 1;
}

}  // namespace

std::string create_uncertified_card_certificate(std::string_view common_name, const CardKey& card,
                                                std::string_view pin, Validity validity,
                                                Randomness& randomness) {
    const KeyPtr key = open_card(card, pin);
    return certificate_signed_by_itself(common_name, key.get(), validity, randomness).pem();
}

SigningKey SigningKey::from_card(const CardKey& card, std::string_view pin,
                                 const Certificate& certificate) {
    KeyPtr key = open_card(card, pin);
    const bool belongs = X509_check_private_key(certificate.raw(), key.get()) == 1 &&
                         signs_for(key.get(), X509_get0_pubkey(certificate.raw()));
    forget_errors();
    if (!belongs) throw KeyError("The certificate is for another key than the one on the card.");
    return {certificate, std::move(key)};
}

}  // namespace muster::ledger
