// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "muster/core/case_facts.hpp"
#include "support/stocked_armoury.hpp"

/// One request for every movement there is, for tests that play them in any order.
namespace muster::testing {

/// What may be asked of one item, or of one stock.
struct Movement {
    const char* name;
    const char* by;  ///< who asks
    std::function<Body(const Facts&, const StockedArmoury&, const std::string& subject)> make;
};

/// Of an item.
const std::vector<Movement>& item_movements();
/// Of a batch or of counted stock, a few pieces each time.
const std::vector<Movement>& stock_movements();

/// The id of the case that item is under, or of the first case of that sort with something in it.
CaseId case_of(const Facts& facts, const std::string& subject, const std::string& sort);

}  // namespace muster::testing
