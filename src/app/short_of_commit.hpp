// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/app/open_ledger.hpp"

namespace muster::app {

/// SHORT of the commit that holds an entry: it ends at that entry or a little behind it. Throws
/// TamperError where its checkpoint is not the ledger key's.
std::string short_of_commit(storage::Transaction& tx, core::EntryNumber number,
                            const ledger::LedgerPublicKey& key);

}  // namespace muster::app
