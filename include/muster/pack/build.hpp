// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "muster/core/tables.hpp"
#include "muster/ledger/certificates.hpp"

/// Building a pack of a closed period (FORMATS §4; the format itself stands in src/pack/FORMAT.md).
namespace muster::pack {

/// A pack cannot be built or signed from what was given: a sentence for a person.
class PackError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// All that a pack is built from: plain values and three callbacks.
struct PackInput {
    std::string label;            ///< of the period
    core::EntryNumber first = 1;  ///< of the period
    core::EntryNumber last = 1;   ///< its period_closed entry
    /// Visits the ledger's lines, without newline, from one number to another, both included. Asked
    /// for 1 to `last` once and for the period several times.
    std::function<void(core::EntryNumber from, core::EntryNumber to,
                       const std::function<void(std::string_view line)>& visit)>
        each_line;
    /// The disclosure line behind a private value's digest, or nothing where it was erased.
    std::function<std::optional<std::string>(const std::string& digest)> disclosure;
    std::string checkpoint;           ///< the note of size `last`
    std::string previous_checkpoint;  ///< the note of size `first` - 1; empty where `first` is 1
    std::string program;              ///< `muster 0.1.0`
    core::Instant built_at;           ///< also the preparer's signing time
    /// Draws the workbook; `report::draw_workbook`, or a test's own.
    std::function<std::string(const core::PeriodSheets&)> draw_workbook;
};

struct BuiltPack {
    std::string path;
    std::string name;         ///< `muster-pack-<slug>-<period>`, the file's name without `.zip`
    std::string manifest;     ///< SHA-256 of SHA256SUMS, hex
    std::string certificate;  ///< SHA-256 of the preparer's certificate, hex
};

/// Builds the pack, signs it by `preparer` and puts it into the folder `out_dir`.
///
/// Replays the ledger from entry 1, so that nothing in a pack rests on what a database says.
/// Throws PackError where the lines, checkpoint and period do not belong together or a private
/// value is missing, files::FileError where it cannot be written; an older file of that name is
/// replaced.
BuiltPack build_pack(const PackInput& input, const std::string& out_dir,
                     const ledger::SigningKey& preparer);

/// The name of the pack of that period: `muster-pack-<slug of the origin>-<label>`.
std::string pack_name(std::string_view origin, std::string_view label);

}  // namespace muster::pack
