// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/files/zip_archive.hpp"

namespace muster::files {

/// What the central directory says of one member.
struct ZipEntryLayout {
    std::string name;
    std::uint16_t made_by = 0;
    std::uint16_t version_needed = 0;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t moment = 0;  ///< time and date, as DOS counts
    std::uint32_t crc = 0;
    std::int64_t stored_size = 0;
    std::int64_t size = 0;
    std::int64_t header_at = 0;
    std::uint32_t disk_and_kind = 0;  ///< number of the disk, and internal attributes
    std::uint32_t attributes = 0;

    bool is_directory() const { return !name.empty() && name.back() == '/'; }
};

/// Walks the directory of a ZIP by APPNOTE 6.3.9 and judges it by `care` and `limits`; inflates
/// nothing. Our own walk, because libzip cuts names at NUL and lets bytes between members pass.
OrFault<std::vector<ZipEntryLayout>> read_zip_layout(std::string_view bytes, ZipCare care,
                                                     const ZipLimits& limits);

/// Why the name may not be unpacked or added, or empty.
std::string unsafe_name_reason(std::string_view name);
/// The name in quotation marks for a sentence: bytes that are not UTF-8 or are control characters
/// as `\xNN`, a long name cut.
std::string quoted_name(std::string_view name);
/// The name lower-cased (ASCII), to find names that some file systems take for one.
std::string folded_name(std::string_view name);

}  // namespace muster::files
