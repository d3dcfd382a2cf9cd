// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace muster::bench {

/// Writes an invented register of `rows` weapons in 14 columns, texts shared as Excel does, without
/// a fault. The same rows always.
void write_register(const std::string& path, std::int64_t rows);

/// The bytes of the first sheet's part of a workbook.
std::string first_sheet(const std::string& path);

}  // namespace muster::bench
