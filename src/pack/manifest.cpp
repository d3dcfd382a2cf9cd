// SPDX-License-Identifier: MIT
#include "manifest.hpp"

#include <algorithm>

#include "lines.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::pack {
namespace {

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

}  // namespace

bool is_pack_name(std::string_view name) {
    if (name == manifest_name || name == manifest_signature_name || name == "VERIFY.md")
        return true;
    if (name.empty() || name.size() > 200 || name.back() == '/') return false;
    bool part_begins = true;
    for (const char c : name) {
        if (part_begins && (c == '.' || c == '/')) return false;
        if (c != '/' && !is_name_character(c)) return false;
        part_begins = c == '/';
    }
    return true;
}

bool is_sign_off_name(std::string_view name) {
    return name.rfind("signoff/", 0) == 0;
}

bool is_listed_name(std::string_view name) {
    return name != manifest_name && name != manifest_signature_name && !is_sign_off_name(name);
}

std::string manifest_of(const PackFiles& files) {
    std::string text;
    for (const auto& [name, bytes] : files)
        if (is_listed_name(name)) text += ledger::hex(ledger::sha256(bytes)) + "  " + name + "\n";
    return text;
}

std::optional<std::map<std::string, std::string>> read_manifest(std::string_view text) {
    std::map<std::string, std::string> digests;
    std::string before;
    const bool ended = each_line_of(text, [&](std::int64_t, std::string_view line) {
        const bool shaped = line.size() > 66 && ledger::digest_of_hex(line.substr(0, 64)) &&
                            line.substr(64, 2) == "  " && is_pack_name(line.substr(66)) &&
                            is_listed_name(line.substr(66)) && line.substr(66) > before;
        if (!shaped) {
            digests.clear();
            return false;
        }
        before = line.substr(66);
        digests.emplace(before, line.substr(0, 64));
        return true;
    });
    if (digests.empty() || !ended) return std::nullopt;
    return digests;
}

}  // namespace muster::pack
