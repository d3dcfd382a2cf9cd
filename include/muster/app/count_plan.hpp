// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/counts.hpp"
#include "muster/app/listing.hpp"

/// What is to be counted by when, who may be on the team, and the sheets they carry (DOMAIN §6).
namespace muster::app {

/// Every place and kind of count that policy asks for: when it was last counted and when it is due;
/// `state` is never, overdue, due (within a seventh of its days) or counted. The filter `overdue`
/// lists what is overdue or was never counted; other words narrow the list.
core::Result<Listing> counts_due(OpenLedger& ledger, const ListRequest& request);
/// How often each place was counted in each quarter, by kind; blind and with an outsider apart.
core::Result<Listing> count_coverage(OpenLedger& ledger, const ListRequest& request);

/// What the rules of a team say of a plan that is not started yet, in words; empty where nothing.
core::Result<std::vector<std::string>> check_team(OpenLedger& ledger, const CountPlan& plan);

/// Names who is in charge of a location; nobody where `user` is absent.
core::Result<Receipt> set_custodian(OpenLedger& ledger, const Author& author,
                                    const std::string& location,
                                    const std::optional<std::string>& user);

/// The blank sheets of a count as a PDF, a page for each place in the order in which they are
/// walked. They say nothing of what the book has: two ledgers that differ only in stock give the
/// same bytes. Recorded as an export.
core::Result<Receipt> export_count_sheets(OpenLedger& ledger, const Author& author,
                                          const core::CountId& count, const std::string& path);

/// A row of a filled sheet that was not taken.
struct SheetFault {
    std::int64_t row = 0;  ///< from 1, the heading's row
    std::string column;
    std::string words;
};
struct ImportedSheet {
    std::int64_t recorded = 0;
    std::vector<std::string> already;
    std::vector<SheetFault> faults;  ///< where there is one, nothing was taken
};
/// Takes a filled sheet (CSV: location, what, code, quantity, seal, note) as the author's own
/// scans. `what` is item, batch, box, opened, unknown, nothing or skip. All or nothing.
core::Result<ImportedSheet> import_count_sheet(OpenLedger& ledger, const Author& author,
                                               const core::CountId& count, const std::string& path);

/// What a counter sees of their own count: the places, done or not, and their last scans. It says
/// nothing of the book or of what another counter did.
struct OwnSheet {
    struct Place {
        std::string location;
        std::int64_t scans = 0;
        bool skipped = false;
    };
    std::string count;
    bool blind = true;
    bool handed_in = false;
    std::vector<Place> places;
    std::vector<std::string> last;  ///< the newest first, five at most
};
core::Result<OwnSheet> own_sheet(OpenLedger& ledger, const Author& author,
                                 const core::CountId& count);

}  // namespace muster::app
