// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "muster/ledger/errors.hpp"

namespace muster::ledger {

/// Writes a file that only its owner may read (mode 0600), all of it or nothing, and on disk when
/// this returns. Throws KeyFileError where the path exists already or cannot be written.
void write_private_file(const std::filesystem::path& path, std::string_view content);
/// The same with mode 0644, for certificates and public keys.
void write_public_file(const std::filesystem::path& path, std::string_view content);

/// The content of a regular file of at most `bytes_max` bytes. Throws KeyFileError otherwise.
std::string read_small_file(const std::filesystem::path& path, std::size_t bytes_max = 1 << 20);

/// The same for a file that only its owner may read: any right of group or others is refused, with
/// KeyFileError, because a secret in such a file is known to more than one.
std::string read_private_file(const std::filesystem::path& path, std::size_t bytes_max = 1 << 20);

}  // namespace muster::ledger
