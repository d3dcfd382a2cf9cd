// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace muster::intake {

/// Whether the text is more than one serial, or one with a remark: `GH100-GH103`, `EF1/EF2`,
/// `JK1 (WAS JK7)`. Serials themselves may have hyphens and strokes. In upper case.
bool is_several_serials(std::string_view serial);
/// Whether it has a letter or sign beyond ASCII, which may only look like ours.
bool has_strange_letter(std::string_view serial);

}  // namespace muster::intake
