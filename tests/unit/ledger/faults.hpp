// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "muster/ledger/line_fault.hpp"

/// The code of a fault, "" where there is none: what the cases compare.
template <class Read>
std::string code_of(const std::variant<Read, muster::ledger::LineFault>& result) {
    const auto* fault = std::get_if<muster::ledger::LineFault>(&result);
    return fault != nullptr ? fault->code : "";
}

inline std::string code_of(const std::optional<muster::ledger::LineFault>& fault) {
    return fault ? fault->code : "";
}
