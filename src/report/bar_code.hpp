// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/report/labels.hpp"

namespace muster::report {

/// The dark rectangles of a code, in modules from its top left; without the quiet zone around it.
struct BarCode {
    struct Bar {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
    };
    double width = 0;
    double height = 0;  ///< 1 for codes that are as high as one likes
    std::vector<Bar> bars;
};

/// Absent where the symbol cannot hold the code.
std::optional<BarCode> bar_code(const std::string& code, Symbol symbol);
/// Modules that must stay white on each side of a code.
double quiet_modules(Symbol symbol);

}  // namespace muster::report
