// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "muster/app/open_ledger.hpp"
#include "muster/app/secrets.hpp"

/// Who somebody is: names to ids, and secrets checked. Wrong tries are counted beside the
/// credentials at once; five lock the secret (DOMAIN §5).
namespace muster::app {

inline constexpr std::int64_t secret_tries_max = 5;

/// The user of that name. Refuses `user_unknown`.
core::Result<core::UserId> user_called(OpenLedger& ledger, const std::string& name);
/// The officer of that collar number. Refuses `code_unknown`.
core::Result<core::OfficerId> officer_with_collar(OpenLedger& ledger, const std::string& collar);

/// Checks a user's or officer's secret. Refuses `secret_wrong`, `secret_locked`, `user_withdrawn`;
/// `words` names the person in the sentence. Takes a tenth of a second, and never within a
/// transaction. `forgets`: a right one sets the count of wrong tries to nothing; it never unlocks.
core::Result<void> check_secret_of(OpenLedger& ledger, const std::string& holder,
                                   const std::string& words, const std::string& secret,
                                   bool forgets = true);

/// Signs a user in by name and secret. Their wrong tries stay counted for `record_sign_in`.
core::Result<Author> sign_in(OpenLedger& ledger, const std::string& name, Secrets& secrets);
/// The same for another person of a two-person rule: they give their own secret, now.
core::Result<core::UserId> confirm_by(OpenLedger& ledger, const std::string& name,
                                      Secrets& secrets);
/// An armoury of the ledger, by the name of its site.
struct ArmouryChoice {
    core::ArmouryId armoury;
    std::string name;
};
/// All of them; the first is the one the ledger began with.
std::vector<ArmouryChoice> armouries(OpenLedger& ledger);
/// The one of that name. Refuses `code_unknown`.
core::Result<core::ArmouryId> armoury_called(OpenLedger& ledger, const std::string& name);

/// Records that the author signed in at a desk.
core::Result<Receipt> record_sign_in(OpenLedger& ledger, const Author& author);

/// The name a user signs in with, or the id where it is withheld.
std::string name_of(OpenLedger& ledger, const core::UserId& user);

}  // namespace muster::app
