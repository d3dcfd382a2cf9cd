// SPDX-License-Identifier: MIT
#include "muster/app/page_access.hpp"

#include <algorithm>

#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"

namespace muster::app {

// Everybody has the register. An outsider who only counts has nothing else: whatever they read of
// the book before a count is what they would count by. Auditors read everything.
PageAccess page_access(Session& session) {
    PageAccess access;
    session.reading->read([&](storage::Transaction&, const core::Facts& facts) {
        const core::UserId& user = session.author.user;
        const auto may = [&](core::Power power) { return core::has_power(facts, user, power); };
        const auto roles = facts.all<core::Role>(user.value + "/");
        const bool sets_up = core::may_in_setup(facts, user);
        const bool only_counts =
            !roles.empty() && std::all_of(roles.begin(), roles.end(), [](const core::Role& role) {
                return role.role == "counter";
            });
        access.counter = may(core::Power::issue) || may(core::Power::issue_in_pair);
        access.officers = access.stock = access.other_systems = !only_counts;
        access.counts = may(core::Power::count) || !only_counts;
        access.oversight = may(core::Power::approve) || may(core::Power::oversee);
        access.people = !only_counts;
        access.import = sets_up || may(core::Power::keep_register) ||
                        may(core::Power::keep_officers) || may(core::Power::authorise);
    });
    return access;
}

}  // namespace muster::app
