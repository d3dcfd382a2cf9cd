// SPDX-License-Identifier: MIT
#include "muster/core/count_team.hpp"

#include <algorithm>
#include <set>

#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t outsider_days = 90;

// The last row of a prefix is the latest quarter.
std::optional<CountCoverage> latest_coverage(const Facts& facts, const LocationId& place,
                                             const std::string& sort) {
    const auto all = facts.all<CountCoverage>(place.value + "/" + sort + "/");
    if (all.empty()) return std::nullopt;
    return all.back();
}

std::optional<RefusedLine> both_in_charge(const Facts& facts, const CountStarted& plan,
                                          const std::vector<LocationId>& scope) {
    const auto in_charge = [&](const UserId& counter, const LocationId& place) {
        const UserId custodian = custodian_of(facts, place);
        return !custodian.empty() &&
               person_of(facts, custodian.value) == person_of(facts, counter.value);
    };
    const auto charge_of = [&](const UserId& counter) {
        return std::find_if(scope.begin(), scope.end(),
                            [&](const LocationId& place) { return in_charge(counter, place); });
    };
    const auto a = charge_of(plan.counter_a);
    if (a == scope.end() || charge_of(plan.counter_b) == scope.end()) return std::nullopt;
    return RefusedLine{
        Refusal::count_both_custodians, a->value, {{"location", holder_words(facts, a->value)}}};
}

std::optional<RefusedLine> led_too_often(const Facts& facts, const CountStarted& plan,
                                         const std::vector<LocationId>& scope) {
    const std::int64_t most = policy_number(facts, "count_lead_times", 3);
    for (const LocationId& place : scope) {
        const auto last = latest_coverage(facts, place, plan.sort);
        if (most == 0 || !last || last->running < most) continue;
        if (person_of(facts, last->lead.value) != person_of(facts, plan.counter_a.value)) continue;
        return RefusedLine{Refusal::count_lead_again,
                           plan.counter_a.value,
                           {{"user", user_words(facts, plan.counter_a.value)},
                            {"times", std::to_string(last->running)},
                            {"location", holder_words(facts, place.value)}}};
    }
    return std::nullopt;
}

}  // namespace

bool keeps_team_rules(const Facts& facts) {
    return policy(facts, "count_team_rules") == "yes";
}

UserId custodian_of(const Facts& facts, const LocationId& place) {
    std::set<std::string> passed;
    for (std::string at = place.value; !at.empty() && passed.insert(at).second;) {
        if (const auto named = facts.find<Custodian>(at)) return named->user;
        const auto location = facts.find<Location>(at);
        if (!location || location->parent.empty()) {
            const auto duty = facts.find<Duty>(at);
            return duty ? duty->user : UserId{};
        }
        at = location->parent.value;
    }
    return {};
}

bool is_stock_role(const std::string& role) {
    for (const RolePowers& row : role_powers()) {
        if (row.role != role) continue;
        return std::any_of(row.powers.begin(), row.powers.end(), [](Power power) {
            return power == Power::issue || power == Power::issue_in_pair ||
                   power == Power::handle || power == Power::keep_register ||
                   power == Power::override_stop;
        });
    }
    return false;
}

bool is_outsider(const Facts& facts, const UserId& user, Instant now) {
    for (const Role& role : facts.all<Role>(user.value + "/"))
        if (is_stock_role(role.role)) return false;
    const auto left = facts.find<LeftStock>(user.value);
    return !left || now.ms - left->at.ms >= outsider_days * ms_per_day;
}

std::vector<LocationId> with_parts(const Facts& facts, const std::vector<LocationId>& scope) {
    std::set<std::string> wanted;
    for (const LocationId& place : scope) wanted.insert(place.value);
    const auto all = facts.all<Location>();
    for (bool grew = true; grew;) {
        grew = false;
        for (const Location& place : all)
            if (!place.parent.empty() && wanted.contains(place.parent.value))
                grew |= wanted.insert(place.key).second;
    }
    std::vector<LocationId> places;
    for (const std::string& place : wanted) places.push_back(LocationId{place});
    return places;
}

std::vector<RefusedLine> team_stops(const Facts& facts, const CountStarted& plan,
                                    const std::vector<LocationId>& scope, Instant now) {
    std::vector<RefusedLine> stops;
    if (auto stop = both_in_charge(facts, plan, scope)) stops.push_back(std::move(*stop));
    if (auto stop = led_too_often(facts, plan, scope)) stops.push_back(std::move(*stop));
    if (policy(facts, "count_outsider." + plan.sort) == "yes" &&
        !is_outsider(facts, plan.counter_a, now) && !is_outsider(facts, plan.counter_b, now)) {
        const auto sort = facts.find<Reference>("count_sort/" + plan.sort);
        stops.push_back({Refusal::count_outsider_missing,
                         plan.sort,
                         {{"sort", sort ? sort->title : plan.sort}}});
    }
    return stops;
}

std::optional<std::string> counts_blind(const Facts& facts, const std::optional<UserId>& user) {
    for (const Stocktake& count : facts.all<Stocktake>()) {
        if (!count.blind || count.state == "closed") continue;
        const auto lines = facts.all<StocktakeLine>(count.key + "/");
        std::vector<UserId> counters{count.counter_a, count.counter_b};
        if (count.recount.value_or(false)) counters.push_back(count.counter_third);
        for (const UserId& counter : counters) {
            const bool submitted =
                std::any_of(lines.begin(), lines.end(),
                            [&](const StocktakeLine& line) { return line.counter == counter; });
            if (submitted) continue;
            if (!user || person_of(facts, user->value) == person_of(facts, counter.value))
                return count.key;
        }
    }
    return std::nullopt;
}

std::string quarter_of(Instant at) {
    const CivilDate day = civil_of(uk_date(at));
    return std::to_string(day.year) + "-Q" + std::to_string((day.month + 2) / 3);
}

std::string severity_of(const Facts& facts, const std::string& sort, const std::string& subject) {
    const std::string set = policy(facts, "severity." + sort);
    if (!set.empty()) return set;
    const bool item = subject.starts_with("i-");
    if (sort == "count_not_found" || sort == "dip_test_differs") return item ? "critical" : "high";
    if (sort.ends_with("_short") || sort == "count_unknown") return item ? "critical" : "high";
    if (sort == "count_elsewhere") return "low";
    // Looked at within the day: a discharge, a deployment without its reference, and what was done
    // on paper though a stop would have kept it here.
    if (sort == "discharge_review" || sort == "deployment_to_follow" || sort == "late_past_stop")
        return "high";
    return "medium";
}

}  // namespace muster::core
