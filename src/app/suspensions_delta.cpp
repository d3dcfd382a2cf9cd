// SPDX-License-Identifier: MIT
#include <set>

#include "app/delta_plan.hpp"
#include "muster/core/codes.hpp"

/// What a list of officers says of somebody as a whole: suspended, whatever it says of classes.
namespace muster::app {

DeltaPlan plan_suspensions(const PlanFrom& from, bool takes_classes) {
    DeltaPlan plan;
    const OfficersByCollar officers{from.facts};
    std::set<std::string> spoken_of;  // competences that the file has a date for
    if (takes_classes)
        for (const intake::AuthorisationRow& row : from.file.competences)
            spoken_of.insert(core::normal_code(row.collar) + "/" + row.weapon_class);
    for (const intake::OfficerRow& row : from.file.officers) {
        const core::Officer* officer =
            row.suspended && !row.left ? officers.find(row.collar) : nullptr;
        if (officer == nullptr) continue;
        for (const auto& held : from.facts.all<core::Authorisation>(officer->key + "/")) {
            const bool over = held.suspended || held.to < from.file.as_at;
            if (over || is_newer(held, from.file.as_at) ||
                spoken_of.contains(core::normal_code(row.collar) + "/" + held.weapon_class))
                continue;
            plan.bodies.emplace_back(core::AuthorisationSuspended{
                held.officer, held.weapon_class,
                core::private_text("Suspended in " + from.source().substr(7) + " as at " +
                                   core::people_text(from.file.as_at))});
            plan.note({"changed",
                       core::officer_words(from.facts, officer->key) + ", " + held.weapon_class,
                       "suspended",
                       {}});
        }
    }
    return plan;
}

}  // namespace muster::app
