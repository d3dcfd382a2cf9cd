// SPDX-License-Identifier: MIT
#include "muster/app/clock_alarm.hpp"

#include "app/single_commit.hpp"
#include "muster/core/oversight_facts.hpp"

namespace muster::app {

std::optional<std::string> clock_alarm(OpenLedger& ledger) {
    std::optional<core::ClockAlarm> alarm;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        alarm = facts.find<core::ClockAlarm>(core::clock_alarm_key);
    });
    if (!alarm) return std::nullopt;
    const bool one = alarm->entries == 1;
    return "A computer's clock stood behind the ledger's: " + std::to_string(alarm->entries) +
           (one ? " entry, #" + std::to_string(alarm->first)
                : " entries, #" + std::to_string(alarm->first) + " to #" +
                      std::to_string(alarm->last)) +
           ". Set the clock; then two people confirm it with `musterctl clock corrected`, or on "
           "the "
           "page What is due.";
}

core::Result<Receipt> correct_clock(OpenLedger& ledger, const Author& author,
                                    const std::string& reason, const Approver& approver,
                                    Secrets& secrets) {
    auto approved = approved_by(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    return commit_one(ledger, author,
                      core::ClockCorrected{0, 0, core::private_text(reason), approved.value()});
}

}  // namespace muster::app
