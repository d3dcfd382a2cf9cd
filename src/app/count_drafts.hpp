// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/counts.hpp"
#include "muster/storage/private_store.hpp"

/// What a counter scanned and has not handed in: their own, durable, seen by nobody else.
namespace muster::app {

/// One scan of a draft, as it is kept.
struct Scan {
    std::string kind;  ///< item, batch, box, opened, unknown, nothing_more, skipped
    std::string location;
    std::string code;
    std::string seal;
    std::int64_t quantity = 0;
    core::Instant at;
    std::optional<std::string> photo{};  ///< SHA-256 of a photograph
    static constexpr void fields(auto visit) {
        visit("kind", &Scan::kind);
        visit("location", &Scan::location);
        visit("code", &Scan::code);
        visit("seal", &Scan::seal);
        visit("quantity", &Scan::quantity);
        visit("at", &Scan::at);
        visit("photo", &Scan::photo);
    }
};

/// The key under which a counter's scans of a count stand.
std::string draft_prefix(const core::CountId& count, const core::UserId& counter);
/// A counter's scans in the order in which they were made.
std::vector<Scan> drafts_of(storage::Transaction& tx, const core::CountId& count,
                            const core::UserId& counter);
/// What was scanned at one place, one by one.
std::vector<Scan> scans_of(const CountScan& scan, const std::string& location, core::Instant now);
/// Adds scans to a counter's draft; what was scanned before is only said to be.
ScanAnswer keep_scans(storage::Transaction& tx, const core::CountId& count,
                      const core::UserId& counter, const std::vector<Scan>& scans);
/// A counter's scans as the lines of a sheet: only now is a code looked up, and what names nothing
/// stays on the sheet as unknown.
std::vector<core::SeenLine> sheet_lines(const core::Facts& facts, const std::vector<Scan>& scans);
/// Refuses a scan of a place outside the count, or once the sheet was handed in.
std::optional<core::Refused> refuse_scan(const core::Facts& facts, const core::CountId& count,
                                         const core::UserId& counter, const std::string& location);

/// Refuses a count that is unknown or closed.
std::optional<core::Refused> refuse_closed_count(const core::Facts& facts,
                                                 const core::CountId& count);

}  // namespace muster::app
