// SPDX-License-Identifier: MIT
#include "muster/ledger/secret.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "ledger/openssl_types.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/errors.hpp"

namespace muster::ledger {

namespace {

constexpr std::size_t hash_bytes = 32;
constexpr std::size_t commitment_bytes = 32;
constexpr std::uint64_t scrypt_memory_max = 256 * 1024 * 1024;
constexpr std::size_t pin_digits_min = 6;
constexpr std::size_t pin_digits_max = 12;
constexpr std::size_t password_characters_min = 10;
constexpr std::size_t password_bytes_max = 256;

/// What a record says, read and within limits.
struct Recipe {
    ScryptCost cost;
    std::string salt;
    std::string hash;
};

/// RFC 7914 §6 (n < 2^(16 r)), and no more memory or time than a sign-in may take.
bool is_bearable(const ScryptCost& cost) {
    return cost.n >= 2 && cost.n <= 1 << 20 && (cost.n & (cost.n - 1)) == 0 && cost.r >= 1 &&
           cost.r <= 32 && (cost.r > 1 || cost.n < 1 << 16) && cost.p >= 1 && cost.p <= 16 &&
           static_cast<std::uint64_t>(128 * cost.n * cost.r) <= scrypt_memory_max;
}

/// The same secret typed on two keyboards may come in two Unicode spellings.
std::string as_typed(std::string_view secret) {
    return is_valid_utf8(secret) ? nfc(secret) : std::string{secret};
}

std::string scrypt(std::string_view secret, std::string_view salt, const ScryptCost& cost) {
    std::string typed = as_typed(secret);
    std::string hash(hash_bytes, '\0');
    check(EVP_PBE_scrypt(typed.data(), typed.size(),
                         reinterpret_cast<const unsigned char*>(salt.data()), salt.size(),
                         static_cast<std::uint64_t>(cost.n), static_cast<std::uint64_t>(cost.r),
                         static_cast<std::uint64_t>(cost.p), scrypt_memory_max * 2,
                         reinterpret_cast<unsigned char*>(hash.data()), hash.size()));
    OPENSSL_cleanse(typed.data(), typed.size());
    return hash;
}

std::optional<std::string> bytes_member(const core::Value& value, std::string_view name) {
    const core::Value* member = value.member(name);
    const std::string* text = member != nullptr ? member->text() : nullptr;
    return text != nullptr ? bytes_of_hex(*text) : std::nullopt;
}

std::int64_t number_member(const core::Value& value, std::string_view name) {
    const core::Value* member = value.member(name);
    const std::int64_t* number = member != nullptr ? member->number() : nullptr;
    return number != nullptr ? *number : 0;
}

std::optional<Recipe> read_record(const SecretRecord& record) {
    const auto read = read_canonical(record.text);
    const core::Value* value = std::get_if<core::Value>(&read);
    if (value == nullptr || value->object() == nullptr || value->object()->size() != 6)
        return std::nullopt;
    const core::Value* kind = value->member("kind");
    const auto hash = bytes_member(*value, "hash");
    const auto salt = bytes_member(*value, "salt");
    const ScryptCost cost{number_member(*value, "n"), number_member(*value, "r"),
                          number_member(*value, "p")};
    if (kind == nullptr || *kind != core::Value{"scrypt"} || !hash || hash->size() != hash_bytes ||
        !salt || !is_bearable(cost))
        return std::nullopt;
    return Recipe{cost, *salt, *hash};
}

bool is_one_repeated(std::string_view text, std::size_t period) {
    if (text.size() % period != 0) return false;
    for (std::size_t i = period; i < text.size(); ++i)
        if (text[i] != text[i - period]) return false;
    return true;
}

/// Each digit follows the one before by `step`, 9 and 0 being neighbours.
bool is_run(std::string_view digits, int step) {
    for (std::size_t i = 1; i < digits.size(); ++i)
        if ((digits[i] - digits[i - 1] - step + 20) % 10 != 0) return false;
    return true;
}

constexpr std::array<std::string_view, 18> known_passwords{
    "1234567890",  "0123456789",  "12345678910", "administrator", "changeme123", "iloveyou123",
    "letmein123",  "letmein1234", "password1!",  "password12",    "password123", "password1234",
    "passw0rd123", "qwerty12345", "qwertyuiop",  "welcome123",    "welcome1234", "correcthorse"};

}  // namespace

SecretRecord make_secret_record(std::string_view secret, Randomness& randomness, ScryptCost cost) {
    if (!is_bearable(cost)) throw std::logic_error("make_secret_record: a cost out of range");
    const std::string salt = randomness.bytes(16);
    core::Value::Object record;
    record.emplace("hash", hex(scrypt(secret, salt, cost)));
    record.emplace("kind", "scrypt");
    record.emplace("n", cost.n);
    record.emplace("p", cost.p);
    record.emplace("r", cost.r);
    record.emplace("salt", hex(salt));
    return {canonical(core::Value{std::move(record)})};
}

SecretMatch check_secret(const SecretRecord& record, std::string_view secret) {
    const auto recipe = read_record(record);
    if (!recipe) return SecretMatch::record_unreadable;
    const std::string hash = scrypt(secret, recipe->salt, recipe->cost);
    return equal_in_constant_time(hash, recipe->hash) ? SecretMatch::right : SecretMatch::wrong;
}

Digest credential_commitment(std::string_view random32, const SecretRecord& record) {
    if (random32.size() != commitment_bytes)
        throw std::logic_error("credential_commitment: not 32 random bytes");
    return sha256(std::string{random32} + record.text);
}

std::optional<LineFault> pin_fault(std::string_view pin) {
    if (pin.find_first_not_of("0123456789") != std::string_view::npos)
        return LineFault{"pin_not_digits", "A PIN is made of digits only."};
    if (pin.size() < pin_digits_min)
        return LineFault{"pin_too_short", "A PIN has six digits or more."};
    if (pin.size() > pin_digits_max)
        return LineFault{"pin_too_long", "A PIN has twelve digits or fewer."};
    const bool guessable = is_one_repeated(pin, 1) || is_one_repeated(pin, 2) ||
                           is_one_repeated(pin, 3) || is_run(pin, 1) || is_run(pin, -1);
    if (guessable)
        return LineFault{"pin_guessable", "This PIN is among the first that anyone would try."};
    return std::nullopt;
}

std::optional<LineFault> password_fault(std::string_view password) {
    std::string lower;
    std::size_t characters = 0;
    for (const char c : password) {
        lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        // A UTF-8 character counts once, by its first byte.
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++characters;
    }
    if (characters < password_characters_min)
        return LineFault{"password_too_short", "A password has ten characters or more."};
    if (password.size() > password_bytes_max)
        return LineFault{"password_too_long", "A password has 256 bytes or fewer."};
    const bool known =
        std::find(known_passwords.begin(), known_passwords.end(), lower) != known_passwords.end();
    if (known || is_one_repeated(lower, 1))
        return LineFault{"password_guessable",
                         "This password is among the first that anyone would try."};
    return std::nullopt;
}

}  // namespace muster::ledger
