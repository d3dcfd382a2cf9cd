// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/count_facts.hpp"
#include "muster/core/entries/counts.hpp"

/// The comparison of two sheets (and a third where they differ) with the book (DOMAIN §6).
namespace muster::core {

/// A line's subject as the facts key it: unknown things by the digest of what they say on them.
std::string line_subject(const SeenLine& line);
/// Every line of the count and how it came out, by location and subject. Nothing is netted.
std::vector<ResultLine> reconcile(const Facts& facts, const Stocktake& count);
/// Whether a thing is of one of the categories, divided by blanks; none named means that all are.
bool is_counted_category(const Facts& facts, const std::string& categories,
                         const std::string& subject);
/// Whether a line still waits for a counter: uncounted, or the counters differ.
bool is_open_result(const std::string& result);
/// The discrepancy a line opens, or nothing where it opens none.
std::optional<std::string> variance_sort(const StocktakeResult& line);

}  // namespace muster::core
