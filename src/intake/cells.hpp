// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "muster/core/time.hpp"
#include "muster/files/xlsx_book.hpp"

/// What one cell says. A column that the sheet lacks is a null cell, and a null cell is empty.
namespace muster::intake {

/// The cell as people see it: text trimmed, a number as plain digits, a date as `2026-03-01`.
std::string shown(const files::Cell* cell);
/// Whether the cell says nothing: absent, blank, or (where `marks_too`) a dash, n/a or the like.
bool is_blank(const files::Cell* cell, bool marks_too = false);
/// Whether the cell holds a date where none belongs: a date cell, or text that only a date looks
/// like.
bool holds_date(const files::Cell* cell);
/// Whether the cell holds a number where text belongs, an over-long one in E notation included.
bool holds_number(const files::Cell* cell);

/// What a cell for a date says.
struct DateReading {
    std::optional<core::Date> day;
    bool impossible = false;  ///< it says something that is no day
};
/// Days stand as date cells, as text (day first: `6/4/14`, `06.04.2014`, `6-Apr-2014`, `Sun 6th
/// April 2014`, `2014-04-06`, months also in Welsh and the neighbours' languages; a time of day is
/// passed over), as plain numbers of Excel between 1950 and 2099, counted from `epoch`, or as
/// 20140406. Two-digit years up to 69 are of this century.
DateReading date_in(const files::Cell* cell, files::Epoch epoch);
/// The same of a text.
std::optional<core::Date> date_of_text(std::string_view text);

/// What a cell for a moment says, with the cell for its time of day where the sheet has one.
struct MomentReading {
    std::optional<core::Instant> at;
    bool impossible = false;
};
/// UK time, unless a text ends in `Z`. Times are `14:30`, `14.30`, `1430`, `2:30 pm`, with seconds
/// or without; where there is none it is midnight.
MomentReading moment_in(const files::Cell* day, const files::Cell* time, files::Epoch epoch);

/// What a cell for a quantity says.
struct QuantityReading {
    std::int64_t value = 0;
    std::string_view
        fault;  ///< `quantity_not_number`, `quantity_not_whole`, `quantity_negative` or empty
};
/// Whole, not negative, below a thousand million; as text also with commas for thousands.
QuantityReading quantity_in(const files::Cell* cell);

}  // namespace muster::intake
