// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace muster::intake {

/// Without blanks at both ends (tabs, line ends and no-break spaces too).
std::string trimmed(std::string_view text);
/// Trimmed, every run of blanks one space.
std::string squeezed(std::string_view text);
/// The beginning of the text, at most so many bytes and whole letters, with dots where it goes on.
std::string cut(std::string_view text, std::size_t bytes_max);
/// ASCII letters upper-cased.
std::string upper(std::string text);
/// What two spellings of one name share: upper-cased, without blanks.
std::string name_key(std::string_view name);
/// What two spellings of a heading or status share: lower-case words of letters and digits, one
/// space between.
std::string words_key(std::string_view text);

}  // namespace muster::intake
