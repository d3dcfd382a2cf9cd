// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"

/// Lists, a page at a time, for the command line and the screens.
///
/// While a blind count is open, its counters (and anybody who has not signed in) are refused with
/// `in_blind_count` whatever could tell them what the book says: a whole list, because a list with
/// gaps tells as much.
namespace muster::app {

/// Rows of one page, at most.
inline constexpr std::int64_t list_rows_max = 5'000;

/// What a list is narrowed to, and where its page begins.
struct ListRequest {
    std::string filter;  ///< part of a tag, serial or model; empty for all
    std::string after;   ///< the `next` of the page before
    std::int64_t limit = 200;
    std::optional<core::UserId> viewer;  ///< who looks, where they signed in
    std::string view;                    ///< of movements: `original`, `corrected`, else both
};

/// One page: rows as objects of named members, and the key of the next page where there is one.
struct Listing {
    std::vector<core::Value> rows;
    std::optional<std::string> next;
};

/// Items and batch quantities with their holders:
/// holder, item or batch, tag, model, serial, batch_number, quantity, location_status,
/// condition_status, holds.
core::Result<Listing> holdings(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> items(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> batches(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> movements(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> discrepancies(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> counts(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> officers(OpenLedger& ledger, const ListRequest& request);
/// Deployments and decisions against one, by log number; commander and reason where they are
/// disclosed.
core::Result<Listing> deployments(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> users(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> locations(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> models(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> policies(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> overdue(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> references(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> keys(OpenLedger& ledger, const ListRequest& request);
core::Result<Listing> periods(OpenLedger& ledger, const ListRequest& request);

/// Refuses `in_blind_count` while the viewer counts blind, or while anybody does and nobody signed
/// in.
std::optional<core::Refused> refuse_blind(const core::Facts& facts,
                                          const std::optional<core::UserId>& viewer);

/// One row of the register, for the window that shows it page by page.
struct RegisterLine {
    std::string item;
    std::string tag;
    std::string model;
    std::string serial;
    std::string holder;
    std::string position;
    std::string location_status;
    std::string condition_status;
    std::string holds;
};
/// A page of the register; `after` is the item of the last line before it. To somebody who counts
/// blind every place, holder and status reads "in a blind count".
std::vector<RegisterLine> register_page(OpenLedger& ledger, const std::string& filter,
                                        const std::string& after, std::int64_t limit,
                                        const std::optional<core::UserId>& viewer);
std::int64_t register_count(OpenLedger& ledger, const std::string& filter);

}  // namespace muster::app
