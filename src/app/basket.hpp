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
/// What the rules would refuse of a basket that only lacks its confirmation.
std::optional<core::Refused> refuse_unconfirmed_basket(OpenLedger& ledger, const Author& author,
                                                       const core::Issued& basket,
                                                       const CommitDetails& details);
/// The entry of that number, or nothing.
std::optional<core::Entry> entry_of(storage::Transaction& tx, core::EntryNumber number);
/// An officer's collar number; empty where it is withheld.
std::string collar_of(const core::Facts& facts, const core::OfficerId& officer);

}  // namespace muster::app
