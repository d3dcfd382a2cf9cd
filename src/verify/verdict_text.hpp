// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/pack/verify.hpp"

namespace muster::verify {

/// The verdict for people: a line a check, then what it comes to and what it does not show.
std::string text_of(const pack::Verdict& verdict, const std::string& pack_path);
/// The verdict as one JSON document (FORMATS §7), with a newline.
std::string json_of(const pack::Verdict& verdict);

}  // namespace muster::verify
