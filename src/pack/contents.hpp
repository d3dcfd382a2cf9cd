// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "manifest.hpp"
#include "muster/core/tables.hpp"
#include "muster/ledger/checkpoint.hpp"

/// What the files of a pack must say, given its ledger: written by the builder, expected by the
/// verifier.
namespace muster::pack {

inline constexpr char format_name[] = "muster-pack-1";
inline constexpr char classification[] = "OFFICIAL-SENSITIVE";

/// What a pack says of itself that its ledger does not.
struct Making {
    std::string program;
    std::string prepared_by;
    core::Instant built_at;
};

/// A period and the ledger around it, out of which everything else of a pack is made.
struct PackPeriod {
    std::string name;   ///< of the pack
    std::string label;  ///< of the period
    core::EntryNumber first = 1;
    core::EntryNumber last = 1;
    core::Instant closed_at;
    ledger::Checkpoint checkpoint;
    std::optional<ledger::Checkpoint> previous;
    const core::Facts* opening = nullptr;
    const core::Facts* closing = nullptr;
};

/// The roles whose sign-offs the policy `pack_roles` asks for, separated by commas or blanks; the
/// senior officer's where no such policy is in force.
std::vector<std::string> required_roles(const core::Facts& closing);

/// pack.json.
std::string pack_json(const PackPeriod& period, const Making& making);
/// Reads what only pack.json says; nothing where it is not shaped as one.
std::optional<Making> read_making(std::string_view pack_json);

/// Visits the entries of ledger.jsonl, whose lines were judged before; keeps short ledgers parsed.
core::EachEntry entries_of(std::shared_ptr<const std::string> ledger_lines);

/// The sheets of that period. `files` are those of the pack that the workbook names by digest.
core::PeriodSheets sheets_of(const PackPeriod& period, const Making& making, const PackFiles& files,
                             core::EachEntry each_entry);

std::string csv_of(const core::PeriodSheets& sheets, const core::Sheet& sheet);
std::string csv_name(const core::Sheet& sheet);
/// VERIFY.md.
std::string verify_page(const PackPeriod& period);

/// Files in the order in which a pack stores them.
std::vector<std::string> storing_order(const PackFiles& files);

}  // namespace muster::pack
