// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/core/facts.hpp"
#include "muster/ledger/line_fault.hpp"

/// The state file: every fact in force, as a pack's opening.jsonl and `period_closed.state` have
/// it.
namespace muster::pack {

/// Visits a canonical line `{"row":{…},"table":"…"}` for every row of every table of `core::Table`,
/// sorted by bytes.
void each_opening_line(const core::Facts& facts,
                       const std::function<void(std::string_view line)>& visit);

/// The lines with a newline behind each: the bytes of opening.jsonl.
std::string opening_file(const core::Facts& facts);

/// SHA-256, hex, of opening_file: the `state` of a period_closed entry, whose facts are those
/// BEFORE that entry is applied (its own effect, the period's row, cannot contain its own digest).
std::string state_digest(const core::Facts& facts);

/// Reads what opening_file wrote into `facts`; what is wrong comes back, one fault per bad line,
/// twenty at most.
std::vector<ledger::LineFault> read_opening(std::string_view bytes, core::MemoryFacts& facts);

}  // namespace muster::pack
