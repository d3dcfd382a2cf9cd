// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Where an item may go from where it is: the one table of its two statuses (DOMAIN §4).
namespace muster::core {

using Statuses = std::vector<std::string_view>;

/// Every location status: the ten of DOMAIN §4, and `gone_back` of a visitor's item that its owner
/// has again.
const Statuses& location_statuses();
/// Every condition status, as DOMAIN §4 has them.
const Statuses& condition_statuses();

/// One kind of step an item may take.
struct Transition {
    const char* step;            ///< `transfer`
    const char* words;           ///< `moving it to another place`
    Statuses from;               ///< the location statuses it may begin in
    Statuses conditions;         ///< the condition statuses it may begin in
    std::string_view to;         ///< the location status it leaves: `place` means as the place has
                                 ///< it (in_store, in_vehicle_safe, on_loan_in), `host` as the
                                 ///< item it is mounted on has it, empty as it was
    std::string_view condition;  ///< the condition status it leaves; empty as it was
    bool despite_hold = false;   ///< whether a hold on the item lets it pass
};

/// The table. What it does not allow is refused with `status_forbids` or `condition_forbids`.
const std::vector<Transition>& transitions();
/// The row of that step; a step that is not in the table is our own error.
const Transition& transition(std::string_view step);

/// A status for people: blanks for underscores.
std::string status_words(std::string_view status);
/// Statuses for people: `in store or in vehicle safe`.
std::string status_words(const Statuses& statuses);

}  // namespace muster::core
