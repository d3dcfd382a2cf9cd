// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "muster/core/time.hpp"
#include "muster/files/xlsx_book.hpp"

/// What one cell says. A column that the sheet lacks is a null cell, and a null cell is empty.
namespace muster::intake {

/// The cell as people see it: text trimmed, a number as plain digits (with the zeros before them
/// that a format of zeros shows), a date as `2026-03-01`.
std::string shown(const files::Cell* cell);
/// The digits of a number as the cell holds them, whatever its format shows.
std::string digits_held(const files::Cell* cell);
/// The text without what makes spreadsheets leave it alone: `="00077"`, and where `apostrophe_too`
/// an apostrophe before it.
std::string without_guard(std::string text, bool apostrophe_too);
/// Whether the cell says nothing: absent, blank, or (where `marks_too`) a dash, n/a or the like.
bool is_blank(const files::Cell* cell, bool marks_too = false);
/// Whether the cell holds a date where none belongs: a date cell, or text that only a date looks
/// like, `3-Mar` and `Mar-03` among it.
bool holds_date(const files::Cell* cell);
/// Whether the cell holds a number where text belongs, an over-long one in E notation and one with
/// commas for thousands included.
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
/// Which of day and month stands first in a date of three numbers; nothing of anything else.
enum class DateOrder { none, either, day_first, month_first };
DateOrder date_order(const files::Cell& cell);
/// The same of a text.
std::optional<core::Date> date_of_text(std::string_view text);
/// The last day of a month: `12/2027`, `12/28`, `Jun-27`, `Dec 2028`, or a date cell that shows no
/// day and holds the first of one. Nothing where the cell says anything else.
std::optional<core::Date> month_end_in(const files::Cell* cell);

/// What a cell for a moment says, with the cell for its time of day where the sheet has one.
struct MomentReading {
    std::optional<core::Instant> at;
    bool impossible = false;
    bool in_time = false;  ///< the day is one; what is impossible stands in the other cell
};
/// UK time, unless a text ends in `Z`. Times are `14:30`, `14.30`, `1430`, `2:30 pm`, with seconds
/// or without; where there is none it is midnight.
MomentReading moment_in(const files::Cell* day, const files::Cell* time, files::Epoch epoch);

/// What a cell for a quantity says.
struct QuantityReading {
    std::int64_t value = 0;
    std::string_view fault;  ///< `quantity_not_number`, `quantity_not_whole`, `quantity_negative`,
                             ///< `quantity_too_large` or empty
};
/// Whole, not negative, below a thousand million; as text also with commas for thousands.
QuantityReading quantity_in(const files::Cell* cell);

/// Whatever is neither empty nor a plain no means yes: a reason or a date may stand there instead.
bool says_yes(const files::Cell* cell);

}  // namespace muster::intake
