// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "muster/files/file_error.hpp"
#include "muster/files/limits.hpp"

namespace muster::files {

/// The bytes of the file. Throws FileTooLarge above `bytes_max`, FileError where it cannot be read.
std::string read_file(const std::string& path, std::int64_t bytes_max = file_bytes_max);

/// A file that grows piece by piece beside its path and takes its place at the end, so that a
/// reader sees the old file or the whole new one, also after a power cut. Every member throws
/// FileError; what was not put in place is removed.
class GrowingFile {
public:
    explicit GrowingFile(const std::string& path);
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;
    ~GrowingFile();
    void write(std::string_view bytes);
    /// Flushes it to the disk and puts it in place.
    void put_in_place();

private:
    std::string path_;
    std::string neighbour_;
    std::FILE* file_;
};

/// Puts `bytes` where `path` says as a GrowingFile does.
void write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace muster::files
