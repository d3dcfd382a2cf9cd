// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cli/command.hpp"
#include "muster/app/import_register.hpp"

/// Faults and warnings of files, as commands tell them.
namespace muster::cli {

/// `1 fault`, `2 faults`.
std::string counted_faults(std::size_t count);
core::Value::Array fault_values(const std::vector<app::ImportFault>& faults);
/// Puts every one into the outcome, for programs and in words: where, what, and what to do.
void put_faults(Outcome& outcome, const std::vector<app::ImportFault>& faults,
                const std::vector<app::ImportFault>& warnings);

}  // namespace muster::cli
