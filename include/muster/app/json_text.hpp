// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/core/value.hpp"

namespace muster::app {

/// The value as one line of JSON. Texts are made fit for a line (NFC, no control characters but
/// line ends), so that whatever a file held can be said to a program.
std::string json_text(const core::Value& value);

}  // namespace muster::app
