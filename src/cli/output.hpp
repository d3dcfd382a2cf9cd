// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "cli/command.hpp"
#include "muster/app/errors.hpp"

namespace muster::cli {

/// Writes what came of a command: one JSON document on `out`, or sentences.
void write_outcome(const Command& command, const Outcome& outcome, bool json, std::ostream& out,
                   std::ostream& err);
/// The same where a command did not come to an outcome.
void write_failure(const Command* command, const app::Description& failure, bool json,
                   std::ostream& out, std::ostream& err);

}  // namespace muster::cli
