// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/core/count_facts.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {

/// The movements of a subject into or out of a place since a count began, before the entry
/// `until`; at most fifty.
std::vector<core::EntryNumber> movements_beside(storage::Transaction& tx,
                                                const core::Stocktake& count,
                                                const std::string& subject,
                                                const core::LocationId& place,
                                                core::EntryNumber until);

}  // namespace muster::app
