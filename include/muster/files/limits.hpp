// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/// Every limit on foreign files, in one place. A file beyond one is refused with a fault that says
/// so; none is a property of a format except where its comment names the source.
namespace muster::files {

inline constexpr std::int64_t kibibyte = 1024;
inline constexpr std::int64_t mebibyte = 1024 * kibibyte;

/// Bytes of any file that is read whole.
inline constexpr std::int64_t file_bytes_max = 1024 * mebibyte;

/// What a ZIP may hold. The declared sizes are judged before anything is inflated, and again while
/// inflating.
struct ZipLimits {
    std::int64_t members = 20'000;
    std::int64_t member_bytes = 512 * mebibyte;
    std::int64_t total_bytes = 2048 * mebibyte;
    std::int64_t name_bytes = 1024;
    /// Uncompressed bytes per stored byte, for members above `ratio_from_bytes`. Deflate itself
    /// ends near 1032.
    std::int64_t ratio = 400;
    std::int64_t ratio_from_bytes = 16 * mebibyte;
};

/// What an XML part may hold. A comment or instruction has the bytes of attributes.
struct XmlLimits {
    int depth = 64;
    std::int64_t attribute_bytes = mebibyte;
    std::int64_t attributes_per_element = 256;
    std::int64_t text_bytes = 8 * mebibyte;  ///< of one run of text
};

/// What a workbook may hold. Columns, rows and text per cell are those of ECMA-376 and Excel.
/// Read with XlsxBook::walk_rows it needs the bytes of the file, its shared strings (their text and
/// four bytes each, so at most 264 MiB), and the cells of one row.
struct XlsxLimits {
    std::int64_t sheets = 256;
    std::int64_t columns = 16'384;
    std::int64_t rows = 1'048'576;
    std::int64_t cells_per_sheet = 20'000'000;
    std::int64_t cell_text_bytes = 32'767 * 4;  ///< and of a formula
    /// Texts, formulas and formats of one row: cells that name one long text a thousand times would
    /// make gigabytes of a small file.
    std::int64_t row_bytes = 16 * mebibyte;
    std::int64_t format_bytes = 1020;      ///< of a number format; Excel allows 255 characters
    std::int64_t sheet_name_bytes = 1020;  ///< Excel allows 31 characters
    std::int64_t part_bytes =
        64 * mebibyte;  ///< of a part that is neither sheet nor shared strings
    std::int64_t shared_strings = 2'000'000;
    std::int64_t shared_string_bytes = 256 * mebibyte;
    std::int64_t styles = 65'536;
    std::int64_t merges = 100'000;  ///< of one sheet; more are left unread
};

/// What a CSV file may hold. Reading it needs the bytes of the file and one row.
struct CsvLimits {
    std::int64_t file_bytes = 512 * mebibyte;
    std::int64_t rows = 5'000'000;
    std::int64_t fields_per_row = 16'384;
    std::int64_t field_bytes = mebibyte;
    std::int64_t row_bytes = 16 * mebibyte;
};

}  // namespace muster::files
