// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/counter.hpp"

/// From scanned codes to the body of a movement, and from refusals back to a basket's lines.
namespace muster::app {

core::Result<void> fill_issue(const core::Facts& facts, const IssueRequest& request,
                              core::Issued& basket);
core::Result<void> fill_return(const core::Facts& facts, const ReturnRequest& request,
                               core::Returned& basket);
/// The lines of a basket in words; a code that names nothing becomes a stopped line.
void fill_preview(const core::Facts& facts, const IssueRequest& request, core::Issued& basket,
                  BasketPreview& preview);
/// Puts each stop to its line, or to the basket. Those about confirmation and second person are
/// left out.
void add_stops(BasketPreview& preview, const core::Refused& refused);
/// Puts each warning to its line, or to the basket.
void add_warnings(BasketPreview& preview, const std::vector<core::RefusedLine>& warnings);
/// The basket as the rules complete it, frozen for its officer to confirm; or what they refuse of
/// it beside the missing confirmation. A repeated request was decided long ago: it comes back as it
/// is.
template <class Movement>
core::Result<Movement> freeze(OpenLedger& ledger, const Author& author, const Movement& basket,
                              const CommitDetails& details);
/// Adds the basket with its confirmation, by PIN or on paper. Refuses `confirmation_missing` where
/// the rules would now complete it otherwise than it was when its officer confirmed it.
template <class Movement>
core::Result<void> add_confirmed(Proposal& proposal, Movement basket,
                                 const std::string& confirmed_digest, const char* method = "pin");
/// What the receipt of a recorded movement says.
MovementReceipt movement_receipt(OpenLedger& ledger, Receipt receipt);
/// The same from within the commit, of what it made so far: its facts are at hand. Without the
/// receipt itself, which comes with the commit.
MovementReceipt describe_made(const Proposal& proposal);
/// What a receipt tells, with what was described while it was made; where nothing was made because
/// the request is repeated, it is read.
MovementReceipt completed(OpenLedger& ledger, std::optional<MovementReceipt> described,
                          Receipt receipt);
/// The entry of that number, or nothing.
std::optional<core::Entry> entry_of(storage::Transaction& tx, core::EntryNumber number);
/// Visits every entry from a number on. Throws TamperError at one that cannot be read: a figure
/// that passed over it would be wrong in silence.
void each_entry_from(storage::Transaction& tx, core::EntryNumber first,
                     const std::function<bool(const core::Entry&)>& visit);
/// An officer's collar number; empty where it is withheld.
std::string collar_of(const core::Facts& facts, const core::OfficerId& officer);

}  // namespace muster::app
