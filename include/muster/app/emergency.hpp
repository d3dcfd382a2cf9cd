// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "muster/app/listing.hpp"

/// What the hatch works from when the program is down: lists printed while it was not, and numbered
/// pages that are keyed later (DOMAIN §5).
namespace muster::app {

inline constexpr std::int64_t blank_pages_max = 200;

struct EmergencyRequest {
    std::int64_t blank_pages = 10;
    std::optional<core::UserId> viewer;
};

struct EmergencyPaper {
    std::string pdf;
    std::string first_page;  ///< number of the first blank page; empty where there is none
    std::string last_page;
};

/// Draws who holds what, who may draw what, what lies where, and blank pages. Page numbers are
/// never given out twice: they begin with the ledger's size, and the print is an entry itself.
///
/// Refuses `in_blind_count` while the viewer counts blind. Throws UsageError for more blank pages
/// than blank_pages_max.
core::Result<EmergencyPaper> draw_emergency_lists(OpenLedger& ledger,
                                                  const EmergencyRequest& request);

/// Writes the lists and records it: an `exported` entry with the file's digest. With `recipient`, a
/// certificate in PEM, the file is encrypted to it as CMS, to be opened by `openssl cms -decrypt`.
/// Throws files::FileError where it cannot be written, UsageError for a certificate that cannot be
/// used; then nothing is recorded.
core::Result<Receipt> export_emergency_lists(OpenLedger& ledger, const Author& author,
                                             const EmergencyPaper& paper, const std::string& out,
                                             const std::optional<std::string>& recipient);

}  // namespace muster::app
