// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <variant>

#include "muster/core/value.hpp"
#include "muster/ledger/line_fault.hpp"

namespace muster::ledger {

/// The value of a JSON text that keeps every limit of canonical.hpp but size and spelling.
std::variant<core::Value, LineFault> parse_line(std::string_view line);

}  // namespace muster::ledger
