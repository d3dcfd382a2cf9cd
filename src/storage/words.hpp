// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace muster::storage {

/// The text with A–Z lowered and nothing else changed, as LOWER does on both engines.
inline std::string lowered(std::string_view text) {
    std::string low{text};
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

/// How many characters a UTF-8 text has.
inline std::int64_t characters(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

/// The longest text by which a person can be found, in characters.
inline constexpr std::int64_t word_characters_max = 64;

/// SQLite refuses a longer pattern than 50,000 bytes, and nothing so long has such a name.
inline constexpr std::size_t filter_bytes_max = 1000;

/// The pattern of LIKE … ESCAPE '\' for texts, lowered, that contain `part`.
inline std::string containing(std::string_view part) {
    std::string pattern = "%";
    for (const char c : lowered(part)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace muster::storage
