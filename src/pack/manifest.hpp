// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace muster::pack {

/// The files of a pack by name.
using PackFiles = std::map<std::string, std::string>;

inline constexpr char manifest_name[] = "SHA256SUMS";
inline constexpr char manifest_signature_name[] = "SHA256SUMS.p7s";

/// Whether a pack may have a file of that name: `[a-z0-9._-]` in parts divided by `/`, no part
/// empty or beginning with a dot; besides these only `SHA256SUMS`, `SHA256SUMS.p7s` and
/// `VERIFY.md`.
bool is_pack_name(std::string_view name);
/// Whether the file belongs to the chain of sign-offs, which the manifest cannot list.
bool is_sign_off_name(std::string_view name);
/// Whether the manifest lists it: every file but itself, its signature and the sign-offs.
bool is_listed_name(std::string_view name);

/// The manifest of these files, in the format of coreutils, sorted by name.
std::string manifest_of(const PackFiles& files);
/// Name to SHA-256, hex. Nothing where a line is not exactly as manifest_of writes it, or out of
/// order.
std::optional<std::map<std::string, std::string>> read_manifest(std::string_view text);

}  // namespace muster::pack
