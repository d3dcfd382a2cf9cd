// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::pack {

/// Visits the lines of a text without their newlines, the first being 1, until `visit` returns
/// false. Gives whether the text is empty or ends with a newline.
bool each_line_of(std::string_view text,
                  const std::function<bool(std::int64_t number, std::string_view line)>& visit);
/// The same as a list.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace muster::pack
