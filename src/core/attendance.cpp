// SPDX-License-Identifier: MIT
#include "core/attendance.hpp"

#include "core/moves.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/policies.hpp"

namespace muster::core {
namespace {

// A tree as deep as that is none.
constexpr int levels_max = 32;

}  // namespace

std::string attendance_of(const Facts& facts, const std::string& location) {
    std::string place = location;
    for (int level = 0; level < levels_max && !place.empty(); ++level) {
        const std::string set = policy(facts, "attendance." + place);
        if (!set.empty()) return set;
        const auto found = facts.find<Location>(place);
        place = found ? found->parent.value : "";
    }
    return "attended";
}

std::optional<Refused> refuse_unpaired(const Facts& facts, const UserId& by) {
    if (has_power(facts, by, Power::issue)) return refuse_inactive(facts, by);
    return refuse_without(facts, by, Power::issue_in_pair);
}

void check_pair(const Facts& facts, const Context& context, const Pair& pair, const StopAt& stop) {
    const auto giver = facts.find<Officer>(pair.giver.value);
    if (!giver)
        return stop(Refusal::code_unknown, pair.giver.value,
                    {{"code", pair.giver.empty() ? "The other officer" : pair.giver.value}});
    const std::string words = officer_words(facts, giver->key);
    if (!giver->active) stop(Refusal::officer_left, giver->key, {{"officer", words}});
    if (giver->person == person_of(facts, pair.other.value))
        stop(Refusal::issue_to_self, giver->key, {});
    if (giver->person != person_of(facts, context.by.value))
        stop(Refusal::pair_not_issuer, giver->key,
             {{"user", user_words(facts, context.by.value)}, {"giver", words}});
    if (!pair.confirmed) stop(Refusal::confirmation_missing, giver->key, {});
    for (const std::string& place : pair.places)
        if (attendance_of(facts, place) != "paired")
            stop(Refusal::not_paired_here, place, {{"place", holder_words(facts, place)}});
    if (!pair.purpose.empty() && !policy_names(facts, "paired_purposes", pair.purpose))
        stop(Refusal::purpose_not_paired, pair.purpose, {{"purpose", pair.purpose}});
    for (const auto& [weapon_class, subject] : pair.classes) {
        const auto held = facts.find<Authorisation>(giver->key + "/" + weapon_class);
        if (held && is_in_force(*held, context)) continue;
        const auto title = facts.find<Reference>("class/" + weapon_class);
        stop(Refusal::pair_not_authorised, subject,
             {{"giver", words}, {"class", title ? title->title : weapon_class}});
    }
}

MovementMode mode_of(const Entry& entry, const std::string& mode, const OfficerId& officer) {
    MovementMode row;
    row.key = number_key(entry.number);
    row.movement = entry.number;
    row.mode = mode;
    row.officer = officer;
    row.armoury = entry.armoury;
    row.since = entry.happened_at;
    return row;
}

std::vector<MovementMode> unconfirmed_at(const Facts& facts, const ArmouryId& armoury) {
    std::vector<MovementMode> waiting;
    for (MovementMode& row : facts.all<MovementMode>())
        if (row.mode == "urgent" && row.confirmed == 0 && row.handover == 0 &&
            row.armoury == armoury)
            waiting.push_back(std::move(row));
    return waiting;
}

}  // namespace muster::core
