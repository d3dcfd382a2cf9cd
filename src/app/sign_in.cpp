// SPDX-License-Identifier: MIT
#include "muster/app/sign_in.hpp"

#include <algorithm>

#include "app/credentials.hpp"

#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/ledger/secret.hpp"
#include "muster/storage/lists.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {

using core::Refusal;
using core::refused;

core::Result<core::UserId> user_called(OpenLedger& ledger, const std::string& name) {
    std::optional<std::string> user;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        user = storage::user_by_name(tx, name);
    });
    if (!user) return refused(Refusal::user_unknown, name, {{"user", name}});
    return core::UserId{*user};
}

core::Result<core::OfficerId> officer_with_collar(OpenLedger& ledger, const std::string& collar) {
    std::optional<std::string> officer;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        officer = storage::officer_by_collar(tx, collar);
    });
    if (!officer)
        return refused(Refusal::code_unknown, collar, {{"code", "Collar number " + collar}});
    return core::OfficerId{*officer};
}

core::Result<void> check_secret_of(OpenLedger& ledger, const std::string& holder,
                                   const std::string& words, const std::string& secret,
                                   bool forgets) {
    std::optional<storage::CredentialRecord> record;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        record = storage::credential(tx, holder);
        if (record && !is_committed(facts, *record))
            throw TamperError{"The stored secret of " + words +
                              " is not the one that the ledger has. It was changed outside of "
                              "Muster. Tell the auditor, and set the secret anew with a second "
                              "person."};
    });
    const std::map<std::string, std::string> who{{"user", words}};
    if (record && record->locked) return refused(Refusal::secret_locked, holder, who);
    // A person without a secret costs the same time as one with a wrong guess.
    static const ledger::SecretRecord nobody = [] {
        ledger::SystemRandomness randomness;
        return ledger::make_secret_record(randomness.bytes(16), randomness);
    }();
    const ledger::SecretRecord stored = record ? ledger::SecretRecord{record->record} : nobody;
    if (ledger::check_secret(stored, secret) == ledger::SecretMatch::right && record) {
        if (forgets && record->failed > 0)
            ledger.write_beside(
                [&](storage::Transaction& tx) { storage::clear_failures(tx, holder); });
        return boost::outcome_v2::success();
    }
    if (record)
        ledger.write_beside([&](storage::Transaction& tx) {
            storage::count_failure(tx, holder, secret_tries_max);
        });
    return refused(Refusal::secret_wrong, holder, who);
}

namespace {

core::Result<core::UserId> checked_user(OpenLedger& ledger, const std::string& name,
                                        Secrets& secrets, bool forgets) {
    std::optional<std::string> user;
    bool active = false;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        user = storage::user_by_name(tx, name);
        const auto account = user ? facts.find<core::User>(*user) : std::nullopt;
        active = account && account->active;
    });
    if (!user) return refused(Refusal::user_unknown, name, {{"user", name}});
    if (!active) return refused(Refusal::user_withdrawn, *user, {{"user", name}});
    if (auto checked = check_secret_of(ledger, *user, name, secrets.secret(name), forgets);
        !checked)
        return std::move(checked).error();
    return core::UserId{*user};
}

}  // namespace

core::Result<core::UserId> confirm_by(OpenLedger& ledger, const std::string& name,
                                      Secrets& secrets) {
    return checked_user(ledger, name, secrets, true);
}

core::Result<Author> sign_in(OpenLedger& ledger, const std::string& name, Secrets& secrets) {
    auto user = checked_user(ledger, name, secrets, false);
    if (!user) return std::move(user).error();
    return Author{user.value(), ledger.armoury()};
}

std::vector<ArmouryChoice> armouries(OpenLedger& ledger) {
    std::vector<ArmouryChoice> all;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::Location& place : facts.all<core::Location>())
            if (place.sort == "armoury" && place.parent.empty())
                all.push_back({place.armoury, place.name});
    });
    std::stable_partition(all.begin(), all.end(), [&](const ArmouryChoice& each) {
        return each.armoury == ledger.armoury();
    });
    return all;
}

core::Result<core::ArmouryId> armoury_called(OpenLedger& ledger, const std::string& name) {
    for (const ArmouryChoice& each : armouries(ledger))
        if (core::normal_code(each.name) == core::normal_code(name)) return each.armoury;
    return refused(Refusal::code_unknown, name, {{"code", "Armoury " + name}});
}

core::Result<Receipt> record_sign_in(OpenLedger& ledger, const Author& author) {
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        const auto record = storage::credential(proposal.transaction(), author.user.value);
        auto added = proposal.add(core::SignedIn{author.user, record ? record->failed : 0});
        if (!added) return std::move(added).error();
        storage::clear_failures(proposal.transaction(), author.user.value);
        return boost::outcome_v2::success();
    });
}

std::string name_of(OpenLedger& ledger, const core::UserId& user) {
    std::string name;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        name = core::user_words(facts, user.value);
    });
    return name;
}

}  // namespace muster::app
