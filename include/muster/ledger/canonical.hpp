// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "muster/core/value.hpp"
#include "muster/ledger/line_fault.hpp"

/// Canonical JSON: RFC 8785, restricted as FORMATS §1 says. One value has one line, byte for byte.
namespace muster::ledger {

inline constexpr std::size_t line_bytes_max = 256 * 1024;
inline constexpr int line_depth_max = 8;
inline constexpr std::int64_t line_number_max = (std::int64_t{1} << 53) - 1;

/// The line of `value`, without a newline: keys sorted, no spaces, UTF-8.
///
/// Throws std::logic_error where the value is outside the restrictions (a bad key, a number of 2^53
/// or more, text that is_valid_text refuses, deeper than 8) and std::length_error (also a
/// logic_error) beyond 256 KiB: whoever made the value should have known.
std::string canonical(const core::Value& value);
/// The same writing for what is no line of a ledger, and therefore of any length.
std::string json_document(const core::Value& value);

/// Reads one line, without its newline. Size, depth, keys, duplicates, numbers and text are checked
/// before anything of a tree is kept; at the end the value is written again and compared.
///
/// Codes: line_too_long, line_not_json, line_too_deep, key_invalid, key_duplicate,
/// number_not_whole, number_too_large, value_null, text_not_utf8, text_not_nfc,
/// text_control_character, line_not_canonical.
std::variant<core::Value, LineFault> read_canonical(std::string_view line);

/// Reads a value that keeps the restrictions but stands in any spelling: with blanks and line ends
/// between its parts, keys in any order. For what people edit; never for a line of a ledger.
std::variant<core::Value, LineFault> read_json(std::string_view text);

/// Whether the bytes are well-formed UTF-8.
bool is_valid_utf8(std::string_view text);
/// Whether a line may hold this text: UTF-8 in NFC, no control character (U+0000 to U+001F, U+007F
/// to U+009F) but `\n`.
bool is_valid_text(std::string_view text);
/// Why a line may not hold this text; nothing where it may.
std::optional<LineFault> text_fault(std::string_view text);
/// Whether `key` may name a member: `[a-z][a-z0-9_]*`.
bool is_valid_key(std::string_view key);

/// The text in Unicode normal form C. Throws std::logic_error where it is not UTF-8.
std::string nfc(std::string_view text);

/// Text from a keyboard or a spreadsheet made fit for a line: NFC, `\r\n` and `\r` to `\n`, other
/// control characters to a space, bytes that are not UTF-8 to U+FFFD. Always is_valid_text.
std::string fit_for_line(std::string_view text);

}  // namespace muster::ledger
