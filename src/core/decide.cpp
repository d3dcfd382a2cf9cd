// SPDX-License-Identifier: MIT
#include "core/rules.hpp"

namespace muster::core {
namespace {

template <class Kind, class... Kinds>
constexpr bool is_any_of = (std::is_same_v<Kind, Kinds> || ...);

// The kinds that decide_one lets the first administrator make without power or approver.
template <class Kind>
constexpr bool is_for_setup =
    is_any_of<Kind, PolicySet, ReferenceSet, UserAdded, RoleGranted, RoleWithdrawn,
              CredentialChanged, OfficerAdded, AuthorisationGranted, AuthorisationSuspended,
              LocationAdded, ModelAdded, Imported, ItemRegistered, BatchRegistered,
              CountedRegistered, PeriodClosed, KeyCertified, OfficerChanged, ModelAliasAdded,
              ImportUndone, RegistrationReversed, DeploymentRecorded, MovementNoted>;

}  // namespace

Result<std::vector<Body>> decide(const Body& proposed, const Facts& facts, const Context& context) {
    return std::visit([&](const auto& body) { return decide_one(body, facts, context); }, proposed);
}

void apply(const Entry& entry, Changes& changes) {
    std::visit([&](const auto& body) { apply_one(body, entry, changes); }, entry.body);
}

bool is_made_alone_in_setup(const Body& body, const Facts& facts) {
    const auto force = facts.find<Force>("force");
    if (!force || !force->setup_open) return false;
    return std::visit([](const auto& b) { return is_for_setup<std::remove_cvref_t<decltype(b)>>; },
                      body);
}

}  // namespace muster::core
