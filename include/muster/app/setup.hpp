// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "muster/app/clock.hpp"
#include "muster/app/open_ledger.hpp"
#include "muster/app/secrets.hpp"

/// Beginning a ledger, opening one, and closing its set-up.
namespace muster::app {

/// What `init` is told.
struct InitRequest {
    std::string address;
    std::string force;
    std::string armoury;
    std::string admin;
    bool practice = false;
};

/// Time and chance of a practice ledger; a real one takes the computer's.
struct Given {
    std::optional<core::Instant> now;
    std::optional<std::uint64_t> seed;
    Clock clock{};  ///< a clock of one's own, where time is to go on
};

/// Makes the database, the ledger key, the force CA and the first entries with reference data.
/// Needs the secrets of the administrator, `ca` and `ledger`. An existing database or key is never
/// overwritten, and nothing is left behind where it fails.
std::unique_ptr<OpenLedger> create_ledger(const InitRequest& request, Secrets& secrets,
                                          const Given& given = {});

/// Brings a ledger that an older Muster made up to this one; false where it is up to date already.
/// Its lines stay as they are. Throws StorageError, and changes nothing, where that fails.
bool upgrade_ledger(const std::string& address);

/// Opens a ledger. With `secrets` its key is opened too, so that it can commit; with
/// `writes_beside` drafts can be kept without it.
///
/// Throws StorageError, ledger::SecretError; UsageError where `given` is set on a real ledger.
std::unique_ptr<OpenLedger> open_ledger(const std::string& address, Secrets* secrets,
                                        const Given& given = {}, bool writes_beside = false);

/// From here on grants need two people.
core::Result<Receipt> close_setup(OpenLedger& ledger, const Author& author);

}  // namespace muster::app
