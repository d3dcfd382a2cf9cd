// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"
#include "muster/core/movement_line.hpp"

namespace muster::storage {

/// A movement line as the columns of movement_line, in the order of its fields.
inline core::Row row_of_movement(const core::MovementLine& line) {
    core::Row row;
    core::each_field<core::MovementLine>(
        [&](const auto& f) { row.push_back(core::detail::scalar_of(line.*f.member)); });
    return row;
}

inline core::MovementLine movement_of_row(const core::Row& row) {
    core::MovementLine line;
    std::size_t column = 0;
    core::each_field<core::MovementLine>(
        [&](const auto& f) { core::detail::read_scalar(row.at(column++), line.*f.member); });
    return line;
}

}  // namespace muster::storage
