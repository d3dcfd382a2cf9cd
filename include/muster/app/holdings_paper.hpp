// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/app/open_ledger.hpp"

namespace muster::app {

/// Writes what an officer holds as an A4 page, for them to look through and sign, and records that
/// it was: an `exported` entry with the file's digest, and without whose it is. Refuses
/// `in_blind_count` while the author counts blind. Throws files::FileError where it cannot be
/// written; then nothing is recorded.
core::Result<Receipt> export_holdings(OpenLedger& ledger, const Author& author,
                                      const core::OfficerId& officer, const std::string& out);

}  // namespace muster::app
