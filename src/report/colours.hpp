// SPDX-License-Identifier: MIT
#pragma once

#include <xlsxwriter.h>

/// Slate, brass and a little red: calm enough to be read for hours, and distinct in black and
/// white.
namespace muster::report {

inline constexpr lxw_color_t slate = 0x1F3044;
inline constexpr lxw_color_t brass = 0x8A6A1F;
inline constexpr lxw_color_t grey = 0x5B6774;
inline constexpr lxw_color_t pale = 0xF3F0E8;
inline constexpr lxw_color_t line = 0xD5DAE0;
inline constexpr lxw_color_t red = 0xA3261B;
inline constexpr lxw_color_t blush = 0xFAD7D2;  ///< behind a faulty cell

}  // namespace muster::report
