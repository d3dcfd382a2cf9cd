// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "muster/files/file_error.hpp"
#include "muster/files/limits.hpp"

namespace muster::files {

/// The bytes of the file. Throws FileTooLarge above `bytes_max`, FileError where it cannot be read.
std::string read_file(const std::string& path, std::int64_t bytes_max = file_bytes_max);

/// Puts `bytes` where `path` says so that a reader sees the old file or the new one, never half of
/// it, also after a power cut: a neighbouring file is written, flushed to the disk and renamed.
/// Throws FileError; then the old file stands as it was and no neighbour is left.
void write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace muster::files
