// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "muster/app/open_ledger.hpp"
#include "muster/app/secrets.hpp"

/// Users, their roles and secrets; officers, their PINs and authorisations (DOMAIN §2, §8).
///
/// `approver` is the name of a second person, who gives their own secret; after set-up it is needed
/// for everything here that could make a power out of one hand.
namespace muster::app {

using Approver = std::optional<std::string>;

/// Creates an account and gives it the password `secrets` has for its name,
/// and the roles. All or nothing. Refuses `name_taken`. With a collar number the account is that
/// officer's own: both are one person.
core::Result<Receipt> add_user(OpenLedger& ledger, const Author& author, const std::string& name,
                               const std::vector<std::string>& roles, const Approver& approver,
                               Secrets& secrets, const std::optional<std::string>& collar = {});
core::Result<Receipt> grant_role(OpenLedger& ledger, const Author& author, const std::string& name,
                                 const std::string& role, const Approver& approver,
                                 Secrets& secrets);
/// Withdraws a role, or with none named the whole account. It is never deleted.
core::Result<Receipt> withdraw(OpenLedger& ledger, const Author& author, const std::string& name,
                               const std::optional<std::string>& role);
/// Sets a password: one's own with the present one, or anybody's with an approver, which also
/// unlocks it. The new one is asked for as `new:NAME`.
core::Result<Receipt> change_password(OpenLedger& ledger, const Author& author,
                                      const std::string& name, const Approver& approver,
                                      Secrets& secrets);

/// An officer to be recorded.
struct NewOfficer {
    std::string collar;
    std::string name;
    std::string rank = "pc";
    std::string unit;
};
core::Result<Receipt> add_officer(OpenLedger& ledger, const Author& author,
                                  const NewOfficer& officer);
/// Sets an officer's PIN, asked for as `officer:COLLAR`.
core::Result<Receipt> set_pin(OpenLedger& ledger, const Author& author, const std::string& collar,
                              const Approver& approver, Secrets& secrets);

/// A competence to be recorded.
struct NewAuthorisation {
    std::string collar;
    std::string weapon_class;
    std::optional<core::Date> from;  ///< today where absent
    core::Date to;
    std::string source = "CFI";
};
core::Result<Receipt> authorise(OpenLedger& ledger, const Author& author,
                                const NewAuthorisation& authorisation);
core::Result<Receipt> suspend(OpenLedger& ledger, const Author& author, const std::string& collar,
                              const std::optional<std::string>& weapon_class,
                              const std::string& reason);

/// Sets a policy; by two people after set-up.
core::Result<Receipt> set_policy(OpenLedger& ledger, const Author& author, const std::string& name,
                                 const std::string& value, const Approver& approver,
                                 Secrets& secrets);
/// Adds or changes a code of a reference list; by two people after set-up.
core::Result<Receipt> set_reference(OpenLedger& ledger, const Author& author,
                                    core::ReferenceSet reference, const Approver& approver,
                                    Secrets& secrets);
core::Result<Receipt> add_location(OpenLedger& ledger, const Author& author,
                                   const std::string& name, const std::string& sort,
                                   const std::optional<std::string>& parent);
core::Result<Receipt> add_model(OpenLedger& ledger, const Author& author,
                                const core::ModelAdded& model);
/// Puts counted stock (no serial, no batch) into a location.
core::Result<Receipt> add_counted_stock(OpenLedger& ledger, const Author& author,
                                        const std::string& model, const std::string& location,
                                        std::int64_t quantity);

}  // namespace muster::app
