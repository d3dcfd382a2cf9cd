// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/listing.hpp"
#include "muster/app/open_ledger.hpp"

/// What does not add up, from who looks into it to its approval by somebody who did not count
/// (DOMAIN §6).
namespace muster::app {

/// The largest file that is kept as evidence.
inline constexpr std::int64_t evidence_bytes_max = 10'000'000;

/// One thing done about a discrepancy, in words.
struct DiscrepancyStep {
    core::EntryNumber entry = 0;
    std::string when;  ///< UK time
    std::string by;
    std::string action;
    std::string note;
    std::string evidence;  ///< SHA-256 of the attachment
};

/// Everything known of one discrepancy.
struct DiscrepancyFile {
    std::string id;
    std::string sort;
    std::string subject;
    std::string holder;
    std::int64_t expected = 0;
    std::int64_t found = 0;
    std::string state;
    std::string opened_at;
    std::string found_by;
    std::string count;
    core::EntryNumber beside = 0;
    std::string severity;
    std::string due;       ///< to be reported upwards by then; empty where no clock runs
    bool overdue = false;  ///< the clock ran out and nobody reported it
    std::string reported;
    std::string assigned;
    std::string outcome;
    std::optional<std::int64_t> adjustment;
    std::string resolved_by;
    std::string approved_by;
    std::vector<DiscrepancyStep> steps;
    std::vector<std::string> likely;  ///< causes worth looking into first
};

/// The id that `N` or `d-N` names.
core::DiscrepancyId discrepancy_id(const std::string& text);

/// Refused to whoever counts blind: it tells what the book says.
core::Result<DiscrepancyFile> show_discrepancy(OpenLedger& ledger, const core::DiscrepancyId& id,
                                               const std::optional<core::UserId>& viewer);
core::Result<Receipt> assign_discrepancy(OpenLedger& ledger, const Author& author,
                                         const core::DiscrepancyId& id, const std::string& to);
/// What was done or learned; `action` is note or reported. With a file it is evidence, kept beside
/// the ledger without the metadata of a photograph. Throws UsageError where the file is too large.
core::Result<Receipt> note_discrepancy(OpenLedger& ledger, const Author& author,
                                       const core::DiscrepancyId& id, const std::string& action,
                                       const std::string& words,
                                       const std::optional<std::string>& evidence_file);

/// What became of it.
struct Resolution {
    std::string outcome;
    std::string words;
    std::optional<std::string> lessons;
    std::optional<std::int64_t> adjustment;
};
core::Result<Receipt> resolve_discrepancy(OpenLedger& ledger, const Author& author,
                                          const core::DiscrepancyId& id,
                                          const Resolution& resolution);
core::Result<Receipt> approve_discrepancy(OpenLedger& ledger, const Author& author,
                                          const core::DiscrepancyId& id);
/// Writes a piece of evidence to a file; throws UsageError where there is none of that digest.
core::Result<void> export_evidence(OpenLedger& ledger, const std::string& digest,
                                   const std::string& path,
                                   const std::optional<core::UserId>& viewer);

/// Those whose clock ran out before anybody reported them, the gravest and oldest first.
core::Result<Listing> escalations(OpenLedger& ledger, const ListRequest& request);
/// What was lost or stolen, by calibre, type and year: `items` and `quantity` of each, what of it
/// was recovered, and the entries that say so.
core::Result<Listing> loss_register(OpenLedger& ledger, const ListRequest& request);

}  // namespace muster::app
