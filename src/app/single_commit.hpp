// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/open_ledger.hpp"
#include "muster/app/people.hpp"

namespace muster::app {

/// Commits one body and what follows from it.
core::Result<Receipt> commit_one(OpenLedger& ledger, const Author& author, core::Body body,
                                 const CommitDetails& details = {});
/// The approver's id once they gave their own secret; empty where nobody was named.
core::Result<core::UserId> approved_by(OpenLedger& ledger, const Approver& approver,
                                       Secrets& secrets);

}  // namespace muster::app
