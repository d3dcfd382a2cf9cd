// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"

/// Proving the ledger: to its keepers, and to anybody who has an exported line.
namespace muster::app {

/// One thing that `verify_ledger` looked at.
struct IntegrityCheck {
    int number = 0;
    std::string name;
    bool ok = true;
    std::string words;
};

struct IntegrityReport {
    std::vector<IntegrityCheck> checks;
    std::int64_t entries = 0;
    std::optional<core::EntryNumber> first_broken;
    std::string short_form;
    bool sound() const {
        for (const IntegrityCheck& check : checks)
            if (!check.ok) return false;
        return true;
    }
};

/// Reads the whole ledger: every line, leaf, checkpoint and signature; decides every entry anew;
/// and compares the facts that follow with the facts as stored. Names the first broken entry.
/// `progress` is told the entries done; it returns false to stop.
IntegrityReport verify_ledger(
    OpenLedger& ledger,
    const std::function<bool(std::int64_t done, std::int64_t all)>& progress = {});

/// Makes the facts anew from the ledger in memory and says which stored rows differ: empty where
/// none.
std::vector<std::string> replay_differences(OpenLedger& ledger);

/// The newest checkpoint: its note and SHORT.
struct CheckpointShown {
    std::string note;
    std::string short_form;
    std::int64_t size = 0;
};
CheckpointShown latest_checkpoint(OpenLedger& ledger);

/// That entry `number` is in the ledger: its leaf and the path to the root of the newest
/// checkpoint.
struct InclusionProof {
    core::EntryNumber number = 0;
    std::int64_t size = 0;
    std::string leaf;
    std::vector<std::string> proof;
    std::string checkpoint;
};
/// Throws UsageError where there is no such entry.
InclusionProof prove_entry(OpenLedger& ledger, core::EntryNumber number);

/// Writes every line to `out`, then records the export with its digest.
core::Result<Receipt> export_ledger(OpenLedger& ledger, const Author& author,
                                    const std::function<void(std::string_view bytes)>& out);
/// The same into a file, which is there whole or not at all. Throws files::FileError.
core::Result<Receipt> export_ledger_to(OpenLedger& ledger, const Author& author,
                                       const std::string& path);

}  // namespace muster::app
