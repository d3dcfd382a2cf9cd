// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "muster/core/tables.hpp"

namespace muster::report {

/// The world failed while a report was drawn (disk full, no temporary folder): a sentence.
class ReportError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The audit workbook (.xlsx): a cover, then one sheet for every table of `core::sheets()`.
///
/// The same sheets give the same bytes for ever on one version of libxlsxwriter: the only date in
/// it is the period's close. Text is always a text cell, never a formula; dates are Excel dates. A
/// table of more than 100,000 rows has no filter buttons (libxlsxwriter keeps a Table in memory).
/// Throws ReportError.
std::string draw_workbook(const core::PeriodSheets& sheets);
/// The same, where the longest table with filter buttons of its own has that many rows.
std::string draw_workbook_flat_above(std::int64_t rows_with_table_max,
                                     const core::PeriodSheets& sheets);

/// The row on which the header of every table stands, counted from 1; the first column is A.
inline constexpr int header_row = 4;

}  // namespace muster::report
