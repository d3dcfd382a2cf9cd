// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"
#include "muster/report/paper_tables.hpp"

namespace muster::app {

/// What stands at the head of every paper: the force, whether it is practice, the marking.
void head_paper(report::PaperHeading& heading, const core::Facts& facts);

}  // namespace muster::app
