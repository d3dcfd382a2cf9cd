// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace muster::cli {

/// Runs one command line (without the program's name) and returns its exit code (FORMATS §7):
/// 0 done · 1 faults or a failed check · 2 usage · 3 refused by a rule · 4 the world failed.
/// Answers go to `out`, messages to `err`. Throws nothing.
int run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err);

/// Help for all commands, or for the one named.
std::string help(const std::string& command = {});

}  // namespace muster::cli
