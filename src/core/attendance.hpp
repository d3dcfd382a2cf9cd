// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "core/rules.hpp"
#include "muster/core/counter_facts.hpp"

/// Who attends at a counter: an armourer, or two authorised officers who issue each other's items
/// (DOMAIN §5).
namespace muster::core {

using StopAt = std::function<void(Refusal, const std::string&, std::map<std::string, std::string>)>;

/// How a location is attended: by the policy of the nearest place above it that has one.
std::string attendance_of(const Facts& facts, const std::string& location);

/// One side of a movement made by a pair of officers.
struct Pair {
    OfficerId giver;         ///< who hands out, or takes back
    OfficerId other;         ///< who draws, or returns
    bool confirmed = false;  ///< by the giver's own PIN
    std::string purpose;     ///< of an issue; empty for a return
    std::set<std::string> places;
    std::map<std::string, std::string> classes;  ///< of weapon, and what needs it
};

/// Refuses whoever may not record a paired movement at all.
std::optional<Refused> refuse_unpaired(const Facts& facts, const UserId& by);
/// Every stop of the pair: the giver signs in and confirms as themselves, holds every authorisation
/// that what they hand out needs, at a place that is paired, for a purpose that policy allows.
void check_pair(const Facts& facts, const Context& context, const Pair& pair, const StopAt& stop);

/// The row of a movement that was not made as usual.
MovementMode mode_of(const Entry& entry, const std::string& mode, const OfficerId& officer);

/// Every urgent issue of an armoury whose officer has not confirmed it, and that no handover has
/// found so far.
std::vector<MovementMode> unconfirmed_at(const Facts& facts, const ArmouryId& armoury);

}  // namespace muster::core
