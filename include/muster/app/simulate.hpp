// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "muster/app/secrets.hpp"

/// An invented force's year, played through the real use cases into a new practice ledger.
namespace muster::app {

struct SimulationRequest {
    std::string address;  ///< of the ledger that is made; nothing may be there
    std::uint64_t seed = 1;
    std::int64_t days = 365;
    std::int64_t items = 1'200;
    std::int64_t batches = 60;
    std::int64_t officers = 300;
    std::int64_t movements = 0;  ///< issues and returns to play in those days; 0 a quiet force's
};

struct SimulationReport {
    std::string origin;
    std::string short_form;
    std::int64_t entries = 0;
    std::int64_t issues = 0;
    std::int64_t returns = 0;
    std::int64_t refused = 0;        ///< what the rules turned down
    std::int64_t discrepancies = 0;  ///< that movements and counts opened
    std::int64_t counts = 0;
    bool stopped = false;  ///< somebody stopped it; the ledger is whole up to there
    std::vector<std::pair<std::string, std::string>> users;     ///< names and practice passwords
    std::vector<std::pair<std::string, std::string>> officers;  ///< collar numbers and PINs
};

/// Told what is going on and how far it is; false stops between two acts.
using SimulationProgress =
    std::function<bool(const std::string& step, std::int64_t done, std::int64_t total)>;

/// Plays two armouries: shifts that draw and return, courses, counts, attestations, handovers, and
/// mishaps. The same request makes the same ledger, byte for byte. Needs the secrets of `admin`,
/// `ca` and `ledger`; the passwords of everybody else are made up and reported. Throws UsageError
/// for numbers too small to play, StorageError where something is at the address.
SimulationReport simulate(const SimulationRequest& request, Secrets& secrets,
                          const SimulationProgress& progress);

}  // namespace muster::app
