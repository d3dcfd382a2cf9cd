// SPDX-License-Identifier: MIT
#include "muster/app/people.hpp"

#include "app/credentials.hpp"
#include "app/single_commit.hpp"
#include "muster/app/counter.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/ledger/random.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {

using core::Refusal;
using core::refused;

core::Result<core::UserId> approved_by(OpenLedger& ledger, const Approver& approver,
                                       Secrets& secrets) {
    if (!approver) return core::UserId{};
    return confirm_by(ledger, *approver, secrets);
}

core::Result<Receipt> commit_one(OpenLedger& ledger, const Author& author, core::Body body,
                                 const CommitDetails& details) {
    return ledger.commit(
        author,
        [&](Proposal& proposal) -> core::Result<void> {
            if (auto added = proposal.add(body); !added) return std::move(added).error();
            return boost::outcome_v2::success();
        },
        details);
}

core::Result<Receipt> add_user(OpenLedger& ledger, const Author& author, const std::string& name,
                               const std::vector<std::string>& roles, const Approver& approver,
                               Secrets& secrets, const std::optional<std::string>& collar) {
    if (core::normal_code(name).empty()) throw UsageError{"A user needs a name to sign in with."};
    if (user_called(ledger, name)) return refused(Refusal::name_taken, name, {{"name", name}});
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    const std::string password = secrets.new_secret(name);
    require_password(name, password);
    const PreparedSecret prepared =
        prepare_secret(password, ledger.randomness(), ledger.secret_cost());
    const core::UserId user{ledger::random_id(ledger.randomness(), 'u')};
    core::PersonId person{ledger::random_id(ledger.randomness(), 'p')};
    if (collar) {
        auto officer = officer_with_collar(ledger, *collar);
        if (!officer) return std::move(officer).error();
        ledger.read([&](storage::Transaction&, const core::Facts& facts) {
            person = core::person_of(facts, officer.value().value);
        });
    }
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        if (storage::user_by_name(proposal.transaction(), name))
            return refused(Refusal::name_taken, name, {{"name", name}});
        auto added = proposal.add(core::UserAdded{user, person, core::private_text(name)});
        if (!added) return std::move(added).error();
        for (const std::string& role : roles) {
            auto granted = proposal.add(core::RoleGranted{user, role, approved.value()});
            if (!granted) return std::move(granted).error();
        }
        return put_secret(proposal, user.value, prepared, approved.value());
    });
}

core::Result<Receipt> grant_role(OpenLedger& ledger, const Author& author, const std::string& name,
                                 const std::string& role, const Approver& approver,
                                 Secrets& secrets) {
    auto user = user_called(ledger, name);
    if (!user) return std::move(user).error();
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    return commit_one(ledger, author, core::RoleGranted{user.value(), role, approved.value()});
}

core::Result<Receipt> withdraw(OpenLedger& ledger, const Author& author, const std::string& name,
                               const std::optional<std::string>& role) {
    auto user = user_called(ledger, name);
    if (!user) return std::move(user).error();
    return commit_one(ledger, author, core::RoleWithdrawn{user.value(), role});
}

core::Result<Receipt> change_password(OpenLedger& ledger, const Author& author,
                                      const std::string& name, const Approver& approver,
                                      Secrets& secrets) {
    auto user = user_called(ledger, name);
    if (!user) return std::move(user).error();
    // An open window is not its user: what unlocks an account is the secret it has, or somebody
    // else.
    if (user.value() == author.user && !approver)
        if (auto present = confirm_by(ledger, name, secrets); !present)
            return std::move(present).error();
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    const std::string password = secrets.new_secret("new:" + name);
    require_password(name, password);
    const PreparedSecret prepared =
        prepare_secret(password, ledger.randomness(), ledger.secret_cost());
    return ledger.commit(author, [&](Proposal& proposal) {
        return put_secret(proposal, user.value().value, prepared, approved.value());
    });
}

core::Result<Receipt> add_officer(OpenLedger& ledger, const Author& author,
                                  const NewOfficer& officer) {
    if (core::normal_code(officer.collar).empty())
        throw UsageError{"An officer needs a collar number."};
    if (officer_with_collar(ledger, officer.collar))
        return refused(Refusal::name_taken, officer.collar,
                       {{"name", "Collar number " + officer.collar}});
    return commit_one(
        ledger, author,
        core::OfficerAdded{core::OfficerId{ledger::random_id(ledger.randomness(), 'o')},
                           core::PersonId{ledger::random_id(ledger.randomness(), 'p')},
                           core::private_text(officer.collar), core::private_text(officer.name),
                           officer.rank, officer.unit});
}

core::Result<Receipt> set_pin(OpenLedger& ledger, const Author& author, const std::string& collar,
                              const Approver& approver, Secrets& secrets) {
    auto officer = officer_with_collar(ledger, collar);
    if (!officer) return std::move(officer).error();
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    const std::string pin = secrets.new_secret("officer:" + collar);
    require_pin(collar, pin);
    const PreparedSecret prepared = prepare_secret(pin, ledger.randomness(), ledger.secret_cost());
    return ledger.commit(author, [&](Proposal& proposal) {
        return put_secret(proposal, officer.value().value, prepared, approved.value());
    });
}

core::Result<Receipt> authorise(OpenLedger& ledger, const Author& author,
                                const NewAuthorisation& wanted) {
    auto officer = officer_with_collar(ledger, wanted.collar);
    if (!officer) return std::move(officer).error();
    const core::Date today = core::uk_date(ledger.now());
    return commit_one(ledger, author,
                      core::AuthorisationGranted{officer.value(), wanted.weapon_class,
                                                 wanted.from.value_or(today), wanted.to,
                                                 wanted.source, today, false});
}

core::Result<Receipt> suspend(OpenLedger& ledger, const Author& author, const std::string& collar,
                              const std::optional<std::string>& weapon_class,
                              const std::string& reason) {
    auto officer = officer_with_collar(ledger, collar);
    if (!officer) return std::move(officer).error();
    return commit_one(
        ledger, author,
        core::AuthorisationSuspended{officer.value(), weapon_class, core::private_text(reason)});
}

core::Result<Receipt> set_policy(OpenLedger& ledger, const Author& author, const std::string& name,
                                 const std::string& value, const Approver& approver,
                                 Secrets& secrets) {
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    return commit_one(ledger, author, core::PolicySet{name, value, approved.value()});
}

core::Result<Receipt> set_reference(OpenLedger& ledger, const Author& author,
                                    core::ReferenceSet reference, const Approver& approver,
                                    Secrets& secrets) {
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    reference.approver = approved.value();
    return commit_one(ledger, author, std::move(reference));
}

core::Result<Receipt> add_location(OpenLedger& ledger, const Author& author,
                                   const std::string& name, const std::string& sort,
                                   const std::optional<std::string>& parent) {
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        core::LocationAdded location{name, sort, {}};
        if (parent) {
            auto place = find_location(proposal.facts(), *parent);
            if (!place) return std::move(place).error();
            location.parent = place.value();
        }
        if (auto added = proposal.add(location); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<Receipt> add_model(OpenLedger& ledger, const Author& author,
                                const core::ModelAdded& model) {
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        core::ModelAdded complete = model;
        if (const auto category =
                proposal.facts().find<core::Reference>("category/" + model.category)) {
            complete.tracking = category->tracking;
            complete.authorisation = category->authorisation;
        }
        if (auto added = proposal.add(complete); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<Receipt> add_counted_stock(OpenLedger& ledger, const Author& author,
                                        const std::string& model, const std::string& location,
                                        std::int64_t quantity) {
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        auto stock = find_stock(proposal.facts(), model);
        if (!stock) return std::move(stock).error();
        auto place = find_location(proposal.facts(), location);
        if (!place) return std::move(place).error();
        auto added = proposal.add(
            core::CountedRegistered{core::ModelId{stock.value()}, place.value(), quantity});
        if (!added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

}  // namespace muster::app
