// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "muster/core/value.hpp"

namespace muster::app {

/// The value as one line of JSON. Texts are made fit for a line (NFC, no control characters but
/// line ends), so that whatever a file held can be said to a program.
std::string json_text(const core::Value& value);

/// Whether the bytes are UTF-8.
bool is_text(std::string_view bytes);

}  // namespace muster::app
