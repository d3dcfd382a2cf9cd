// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "support/stocked_armoury.hpp"

/// A request for every refusal that the rules know: who asks what of an armoury, and which stop
/// must come first.
namespace muster::testing {

/// What somebody asks.
struct Request {
    std::string by;
    Body body;
};

/// A request that one refusal must stop before any other.
struct Stopped {
    Refusal refusal;
    std::function<Request(StockedArmoury&)> make;
};

/// Stops about who asks, approves, and stands at the counter.
std::vector<Stopped> stopped_people();
std::vector<Stopped> stopped_pairs();
/// Stops about what is named.
std::vector<Stopped> stopped_names();
/// Stops about values and times.
std::vector<Stopped> stopped_values();
/// Stops that nobody at the counter can pass.
std::vector<Stopped> hard_stops();
/// Stops that a second person may answer, and the stops of those answers.
std::vector<Stopped> overridable_stops();
/// Stops of kits, devices, pairs, urgent issues and frozen counts.
std::vector<Stopped> stopped_at_the_hatch();
/// Stops of the other movements: what is named, two people, and the hard ones.
std::vector<Stopped> stopped_by_names_of_moves();
std::vector<Stopped> stopped_by_cases_and_details();
std::vector<Stopped> stopped_pairs_of_moves();
std::vector<Stopped> stopped_handovers();
std::vector<Stopped> stopped_moves();
/// Stops of counts.
std::vector<Stopped> stopped_counts();
/// Stops of teams, recounts, discrepancies, dip-tests and sign-offs.
std::vector<Stopped> stopped_teams();
std::vector<Stopped> stopped_supervision();
/// Stops of periods, packs, keys and imports.
std::vector<Stopped> stopped_papers();

}  // namespace muster::testing
