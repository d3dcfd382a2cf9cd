// SPDX-License-Identifier: MIT
#include "core/rules.hpp"
#include "muster/core/oversight_facts.hpp"

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
              ImportUndone, RegistrationReversed, DeploymentRecorded, MovementNoted, KitSet>;

// What happened earlier is keyed from a numbered page, so that nobody reaches back into an
// authorisation that has ended without leaving one (DOMAIN §5, "System was down").
std::optional<Refused> refuse_time(const Facts& facts, const Context& context) {
    constexpr std::int64_t ms_per_day = 86'400'000;
    const std::map<std::string, std::string> words{{"happened", uk_time_text(context.happened_at)}};
    if (context.happened_at > context.now) return refused(Refusal::happened_in_future, "", words);
    if (context.happened_at == context.now) return std::nullopt;
    if (!context.paper || normal_code(*context.paper).empty())
        return refused(Refusal::paper_missing, "", words);
    const std::int64_t days = policy_number(facts, "late_entry_days", 31);
    if (context.now.ms - context.happened_at.ms <= days * ms_per_day) return std::nullopt;
    return refused(Refusal::happened_long_ago, "",
                   {{"happened", words.at("happened")}, {"days", std::to_string(days)}});
}

}  // namespace

Result<std::vector<Body>> decide(const Body& proposed, const Facts& facts, const Context& context) {
    if (auto no = refuse_time(facts, context)) return std::move(*no);
    return std::visit([&](const auto& body) { return decide_one(body, facts, context); }, proposed);
}

namespace {

// Time stops nothing; a clock that stood behind is an alarm until two people put it right.
void note_clock(const Entry& entry, Changes& changes) {
    if (entry.clock.value_or("") != "behind") return;
    if (std::holds_alternative<ClockCorrected>(entry.body)) return;
    if (policy(changes, "clock_alarm", "no") != "yes") return;
    ClockAlarm alarm = changes.find<ClockAlarm>(clock_alarm_key)
                           .value_or(ClockAlarm{clock_alarm_key, entry.number, entry.number, 0});
    alarm.last = entry.number;
    ++alarm.entries;
    changes.put(alarm);
}

}  // namespace

void apply(const Entry& entry, Changes& changes) {
    std::visit([&](const auto& body) { apply_one(body, entry, changes); }, entry.body);
    note_clock(entry, changes);
}

bool is_made_alone_in_setup(const Body& body, const Facts& facts) {
    const auto force = facts.find<Force>("force");
    if (!force || !force->setup_open) return false;
    return std::visit([](const auto& b) { return is_for_setup<std::remove_cvref_t<decltype(b)>>; },
                      body);
}

}  // namespace muster::core
