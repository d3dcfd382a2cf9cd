// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace muster::intake {

/// Whether the text is more than one serial, or one with a remark: `GH100-GH103`, `EF1/EF2`,
/// `JK1 (WAS JK7)`, `S/N 12`, `AB12*`. Serials themselves may have hyphens and strokes. In upper
/// case.
bool is_several_serials(std::string_view serial);
/// Whether it is no serial at all: what a spreadsheet says of an error, or noughts alone.
bool is_no_serial(std::string_view serial);
/// Whether it is a number that a program wrote out with its point: `12345.0`.
bool is_written_number(std::string_view serial);
/// Whether the only small letter in a text is an l, which somebody may have typed for a 1: `AB1l2`.
bool has_small_l(std::string_view text);
/// Whether a text has a sign that nobody sees, other than blanks, tabs and line ends.
bool has_control_sign(std::string_view text);
/// Whether it has a letter or sign beyond ASCII, which may only look like ours, or an unseen one as
/// a spreadsheet writes it: `_x000D_`.
bool has_strange_letter(std::string_view serial);

}  // namespace muster::intake
