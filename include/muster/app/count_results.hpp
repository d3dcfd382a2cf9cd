// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/app/counts.hpp"
#include "muster/app/listing.hpp"

/// What came of a count, for whoever may see the book: its lines, its certificate, and what later
/// entries would have changed (DOMAIN §6).
namespace muster::app {

/// One comparison of a count: the first stays beside the one that followed a recount.
struct ComparisonOfCount {
    core::EntryNumber entry = 0;  ///< its first entry
    std::string when;
    std::vector<CountLine> lines;
};

/// A count from its beginning to its end.
struct CountFile {
    std::string id;
    std::string sort;
    std::string title;
    bool blind = true;
    std::string state;
    std::string started;
    core::EntryNumber position = 0;
    std::vector<std::string> places;  ///< in the order they were walked
    std::vector<std::string> counters;
    std::string third;
    std::string closed;
    std::string closed_by;
    std::string second;
    core::EntryNumber closing_entry = 0;
    std::string certificate;
    std::string short_form;  ///< of the closing commit
    std::vector<ComparisonOfCount> comparisons;
    std::vector<std::string> overrides;  ///< rules of the team that were overridden, and by whom
};

/// Refused to whoever counts blind; once it is closed anybody who may read sees it.
core::Result<CountFile> show_count(OpenLedger& ledger, const core::CountId& count,
                                   const std::optional<core::UserId>& viewer);
/// The certificate of a closed count as a PDF, with SHORT of the commit that closed it. Refuses
/// `count_not_reconciled` while it is open.
core::Result<Receipt> export_certificate(OpenLedger& ledger, const Author& author,
                                         const core::CountId& count, const std::string& path);
/// Movements that were recorded after a count was closed and happened before: they change nothing
/// of it, and are shown beside it. The filter is the count.
core::Result<Listing> post_close_adjustments(OpenLedger& ledger, const ListRequest& request);
/// The book equation of every batch and place, officers as one, and force-wide, over the whole
/// ledger: opening + received + returned + found - issued - expended - transferred - destroyed -
/// lost = book, beside what the register says. The filter narrows it.
core::Result<Listing> book_equations(OpenLedger& ledger, const ListRequest& request);

}  // namespace muster::app
