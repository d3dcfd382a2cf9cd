// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What each sort of discrepancy is, in words for people. Sorts are stable codes that the ledger
/// holds; new ones are added here.
namespace muster::core {

/// A sort of discrepancy.
struct DiscrepancySort {
    const char* code;
    const char* title;  ///< a few words, for a list
    const char* ask;    ///< what is to be found out or done, a sentence
};

/// Every sort there is, by code.
const std::vector<DiscrepancySort>& discrepancy_sorts();
/// The row of a sort; nullptr where a later program wrote it.
const DiscrepancySort* discrepancy_sort(std::string_view code);
/// Its title, or the code itself.
std::string discrepancy_title(const std::string& code);

}  // namespace muster::core
