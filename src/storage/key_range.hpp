// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace muster::storage {

/// Sorts after every key: U+10FFFF, which is no character and begins no key.
inline const std::string after_every_key{"\xF4\x8F\xBF\xBF"};

/// The least text greater than every text that begins with `prefix` (UTF-8, whose bytes sort as its
/// code points do), so that keys k of a prefix are exactly those with prefix <= k < end_of_prefix.
std::string end_of_prefix(const std::string& prefix);

/// The least text greater than `key`, among texts without a zero byte.
inline std::string next_key(const std::string& key) {
    return key + '\x01';
}

}  // namespace muster::storage
