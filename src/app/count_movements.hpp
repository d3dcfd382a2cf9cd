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

/// What a counter wrote of a thing nobody can name: it stands on their sheet, not in the facts.
/// Empty where no sheet of the count has it.
std::string label_on_sheets(storage::Transaction& tx, const core::Facts& facts,
                            const core::Stocktake& count, const std::string& subject);
/// A line's subject in words, what nobody can name by what is on it.
std::string seen_words(storage::Transaction& tx, const core::Facts& facts,
                       const core::Stocktake& count, const std::string& subject);

}  // namespace muster::app
