// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muster/core/facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/result.hpp"

namespace muster::core {

/// What a role lets its holder do. The table of roles and powers is DOMAIN §2.
enum class Power {
    issue,          ///< issue to and receive from officers at the counter
    issue_in_pair,  ///< the same as an officer, where no armourer attends
    handle,         ///< receive, move, lend, maintain, seize, hold, report missing, hand over
    witness,        ///< be the second person
    override_stop,  ///< answer an overridable stop
    keep_register,  ///< add locations, models, items, batches; import after set-up
    keep_officers,  ///< add officers, record leavers
    authorise,      ///< grant, renew, restore authorisations
    suspend,        ///< suspend an authorisation
    release_hold,   ///< lift a hold after an inspection
    correct,        ///< propose a correction, which another approves
    count,          ///< count, start and close counts
    oversee,        ///< draw and key dip-tests, sign off
    approve,        ///< approve grants, imports, adjustments
    close_period,
    build_pack,
    administer,  ///< accounts, secrets, policies, reference data, keys
};

/// A role and what it may do.
struct RolePowers {
    const char* role;
    const char* title;
    std::vector<Power> powers;
};

/// Every role there is, in the order of DOMAIN §2.
const std::vector<RolePowers>& role_powers();
/// Whether that is a role.
bool is_role(std::string_view role);
/// Whether the user is active and holds a role with that power.
bool has_power(const Facts& facts, const UserId& user, Power power);
/// Whether set-up is open and the user is the first administrator, who may then do it alone.
bool may_in_setup(const Facts& facts, const UserId& user);

/// Refuses unless `user` is known and active.
std::optional<Refused> refuse_inactive(const Facts& facts, const UserId& user);
/// Refuses unless `user` is known, active and has the power (or, where `setup_too`, sets up alone).
std::optional<Refused> refuse_without(const Facts& facts, const UserId& user, Power power,
                                      bool setup_too = false);
/// Refuses unless a second person approves: another human than `by`, active, with the power to
/// approve. During set-up the first administrator needs none; one who is named all the same must be
/// able to.
std::optional<Refused> refuse_unapproved(const Facts& facts, const UserId& by,
                                         const UserId& approver);

/// The human behind a user or officer; empty where unknown.
PersonId person_of(const Facts& facts, const std::string& user_or_officer);
/// A policy's value in force, or `otherwise`.
std::string policy(const Facts& facts, const std::string& name, const std::string& otherwise = {});
/// A policy that is a whole number; `otherwise` where it is none.
std::int64_t policy_number(const Facts& facts, const std::string& name, std::int64_t otherwise);

}  // namespace muster::core
