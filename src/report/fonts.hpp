// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "muster/report/paper.hpp"

namespace muster::report {

/// The font file of a face, as it was compiled in: documents look the same on every machine.
std::string_view font_file(Face face);

}  // namespace muster::report
