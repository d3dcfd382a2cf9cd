// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "muster/files/file_error.hpp"
#include "muster/files/limits.hpp"
#include "muster/files/walk.hpp"

namespace muster::files {

/// How a CSV file turned out to be written.
struct CsvForm {
    char delimiter = ',';       ///< comma, semicolon or tab
    bool windows_1252 = false;  ///< not UTF-8, read as Windows-1252
    /// The first line with a Windows-1252 letter in a file that is UTF-8 otherwise; 0: none. Each
    /// letter is read as what it is.
    std::int64_t mixed_line = 0;
};

/// A CSV file of any usual make: UTF-8 with or without mark, else Windows-1252; commas, semicolons
/// or tabs, or what a first line `sep=;` says; quoted fields with newlines; any line ends. Fields
/// are given as UTF-8, blanks kept.
///
/// Refused by code: `csv_not_text` (NUL or UTF-16), `csv_encoding_unknown`, `csv_quote_open`,
/// `csv_too_large`.
class CsvReader {
public:
    static OrFault<CsvReader> open(std::string bytes, const CsvLimits& limits = {});
    /// The same with the delimiter given.
    static OrFault<CsvReader> open(std::string bytes, char delimiter, const CsvLimits& limits = {});

    const CsvForm& form() const { return form_; }
    /// Calls `visit(row, fields)` for each row, the first being 1. A blank line is a row of one
    /// empty field, so that numbers agree with what a spreadsheet shows. The fault, where one
    /// stopped the reading.
    std::optional<FileFault> read_rows(
        const std::function<void(std::int64_t, const std::vector<std::string>&)>& visit) const;
    /// The same until `visit` says stop. A visitor may throw.
    std::optional<FileFault> walk_rows(
        const std::function<Walk(std::int64_t, const std::vector<std::string>&)>& visit,
        const BytesRead& progress = {}) const;
    /// Bytes of the file.
    std::int64_t size() const { return static_cast<std::int64_t>(bytes_.size()); }

private:
    CsvReader(std::string bytes, CsvForm form, const CsvLimits& limits);
    std::string bytes_;
    CsvForm form_;
    CsvLimits limits_;
};

/// One line of CSV by RFC 4180 with commas, ended by `\n`: quoted only where a comma, quote or line
/// end asks.
std::string csv_line(std::span<const std::string> fields);

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

}  // namespace muster::files
