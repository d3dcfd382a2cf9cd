// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/counter.hpp"
#include "muster/app/open_ledger.hpp"

/// Counting, blind, by two people, and comparing with the book (DOMAIN §6). Nothing here edits the
/// register.
namespace muster::app {

struct CountPlan {
    std::vector<std::string> locations;
    std::string counter_a;
    std::string counter_b;
    std::string sort = "full";
    bool blind = true;
    bool frozen = false;  ///< nothing of its scope is issued without an override
};

/// A box, by the batch it is of and its seal.
struct SealedBox {
    std::string code;
    std::string seal;
};

/// What a counter scanned at one location. Codes are kept as scanned: nothing is looked up, because
/// an answer would tell a counter what the book says.
struct CountScan {
    std::string location;
    std::vector<std::string> items;
    std::vector<CodeQuantity> batches;  ///< loose quantities
    std::vector<SealedBox> boxes;
    std::vector<std::string> unknown;    ///< what is on a thing nobody can name
    bool nothing_more = false;           ///< the place was looked at, whatever else was scanned
    std::optional<std::string> skipped;  ///< why the place is not counted
};

/// The only answer a scan gets.
struct ScanAnswer {
    std::int64_t recorded = 0;
    std::vector<std::string> already;  ///< `WM01181: already counted 06:41`
};

struct CountLine {
    std::string location;
    std::string subject;
    std::string words;
    std::string result;
    std::int64_t expected = 0;
    std::int64_t moved = 0;
    std::int64_t counted = 0;
};

struct Reconciliation {
    Receipt receipt;
    std::vector<CountLine> lines;
    std::map<std::string, std::int64_t> totals;  ///< lines by result
    std::int64_t open = 0;                       ///< lines still uncounted or disagreed
};

struct ClosedCount {
    Receipt receipt;
    std::string certificate;
    std::vector<core::EntryNumber> discrepancies;
};

/// The count an entry number or id names: `N` or `c-N`.
core::CountId count_id(const std::string& text);

core::Result<Receipt> start_count(OpenLedger& ledger, const Author& author, const CountPlan& plan);
/// Keeps what was scanned as the counter's own draft, durable, seen by nobody else.
core::Result<ScanAnswer> scan_count(OpenLedger& ledger, const Author& author,
                                    const core::CountId& count, const CountScan& scan);
/// Hands the counter's sheet in. It cannot be changed afterwards.
core::Result<Receipt> submit_count(OpenLedger& ledger, const Author& author,
                                   const core::CountId& count);
core::Result<Reconciliation> reconcile_count(OpenLedger& ledger, const Author& author,
                                             const core::CountId& count);
/// Closes with two signatures; `second` gives their own secret. Variances become discrepancies.
core::Result<ClosedCount> close_count(OpenLedger& ledger, const Author& author,
                                      const core::CountId& count, const std::string& second,
                                      Secrets& secrets);

}  // namespace muster::app
