// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <variant>

#include "muster/core/entry.hpp"
#include "muster/ledger/line_fault.hpp"

namespace muster::pack {

/// An entry out of its line; or why the line is none.
std::variant<core::Entry, ledger::LineFault> entry_of_line(std::string_view line);

}  // namespace muster::pack
