// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/movement_form.hpp"

namespace muster::app {

/// A text without the blanks at its ends.
std::string without_blanks(const std::string& text);
/// The lines of a text that say something.
std::vector<std::string> typed_lines(const std::string& text);
/// Why a field cannot be taken as it is; empty where it can.
std::string problem_of(const MovementField& field);

}  // namespace muster::app
