// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::files {

/// Whether a number under that format code is shown as a date or time.
bool is_date_format(std::string_view code);

/// The format code of a built-in id (ECMA-376 18.8.30), `General` for unknown ones.
std::string builtin_format(std::int64_t id);

/// Whether Excel shows a built-in id as a date or time: 14–22, 27–36, 45–47, 50–58.
bool is_builtin_date(std::int64_t id);

}  // namespace muster::files
