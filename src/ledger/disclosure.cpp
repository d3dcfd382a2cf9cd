// SPDX-License-Identifier: MIT
#include "muster/ledger/disclosure.hpp"

#include <stdexcept>

#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::ledger {

Disclosure disclose(std::string_view salt16, std::string_view text) {
    if (salt16.size() != salt_bytes)
        throw std::logic_error("disclose: a salt that is not 16 bytes");
    core::Value::Array pair;
    pair.emplace_back(hex(salt16));
    pair.emplace_back(std::string{text});
    std::string line = canonical(core::Value{std::move(pair)});
    std::string digest = hex(sha256(line));
    return {std::move(digest), std::move(line)};
}

std::variant<std::string, LineFault> read_disclosure(std::string_view line) {
    const auto read = read_canonical(line);
    if (const auto* fault = std::get_if<LineFault>(&read)) return *fault;
    const LineFault shape{"disclosure_shape",
                          "A disclosure is a list of a salt of 16 bytes in hex and a text."};
    const auto* pair = std::get<core::Value>(read).array();
    if (pair == nullptr || pair->size() != 2) return shape;
    const std::string* salt = (*pair)[0].text();
    const std::string* text = (*pair)[1].text();
    if (salt == nullptr || text == nullptr) return shape;
    const auto bytes = bytes_of_hex(*salt);
    if (!bytes || bytes->size() != salt_bytes) return shape;
    return *text;
}

bool is_disclosure_of(std::string_view digest, std::string_view line, std::string_view text) {
    if (hex(sha256(line)) != digest) return false;
    const auto read = read_disclosure(line);
    const auto* disclosed = std::get_if<std::string>(&read);
    return disclosed != nullptr && *disclosed == text;
}

}  // namespace muster::ledger
