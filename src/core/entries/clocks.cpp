// SPDX-License-Identifier: MIT
#include "muster/core/entries/clocks.hpp"

#include "core/rules.hpp"
#include "muster/core/oversight_facts.hpp"

namespace muster::core {

Decision decide_one(const ClockCorrected& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::correct)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    const auto alarm = facts.find<ClockAlarm>(clock_alarm_key);
    if (!alarm) return refused(Refusal::clock_in_order);
    if (body.reason.text && normal_code(*body.reason.text).empty())
        return refused(Refusal::detail_missing, "", {{"detail", "what was wrong with the clock"}});
    ClockCorrected whole = body;
    whole.first = alarm->first;
    whole.last = alarm->last;
    return std::vector<Body>{whole};
}

void apply_one(const ClockCorrected&, const Entry&, Changes& changes) {
    changes.remove<ClockAlarm>(clock_alarm_key);
}

}  // namespace muster::core
