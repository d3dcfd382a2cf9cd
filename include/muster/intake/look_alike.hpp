// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace muster::intake {

/// A serial, with the characters that people and readers take for one another made the same: O and
/// 0, I and 1, B and 8, S and 5, without blanks and dashes.
std::string look_alike_key(std::string serial);

}  // namespace muster::intake
