// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "app/last_imports.hpp"
#include "app/standing_approval.hpp"
#include "muster/app/nightly_import.hpp"
#include "muster/core/entries/imports.hpp"
#include "muster/core/powers.hpp"

namespace muster::app {
namespace {

// A night may fail once; somebody should look before the second is over.
constexpr std::int64_t nightly_days = 2;
constexpr std::int64_t by_hand_days = 30;

std::int64_t limit_of(const core::Facts& facts, const SourceAge& age) {
    const std::int64_t otherwise =
        age.nightly ? nightly_days
                    : core::policy_number(facts, "authorisation_data_days", by_hand_days);
    return core::policy_number(facts, "import_stale_days." + age.kind, otherwise);
}

std::string words_of(const SourceAge& age) {
    if (!age.as_at) return "no " + age.kind + " file ever came";
    return age.kind + " are as at " + core::people_text(*age.as_at) + ", " +
           std::to_string(age.days) + " days ago (limit " + std::to_string(age.limit) + ")";
}

}  // namespace

std::vector<SourceAge> source_ages(OpenLedger& ledger) {
    std::vector<SourceAge> ages;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        const auto last = last_imports(tx, facts);
        const core::Date today = core::uk_date(ledger.now());
        for (const char* kind : delta_kinds) {
            SourceAge& age = ages.emplace_back();
            age.kind = kind;
            age.folder = nightly_folder(facts, kind);
            age.nightly = !age.folder.empty();
            age.limit = limit_of(facts, age);
            if (const auto at = last.find(kind); at != last.end()) {
                age.as_at = at->second.as_at;
                age.entry = at->second.entry;
                age.days = today.days - at->second.as_at.days;
            }
            age.stale = age.as_at ? age.days > age.limit : age.nightly;
        }
    });
    return ages;
}

SourcePowers source_powers(OpenLedger& ledger, const core::UserId& user) {
    SourcePowers powers;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        const bool sets_up = core::may_in_setup(facts, user);
        const auto may = [&](core::Power power) {
            return sets_up || core::has_power(facts, user, power);
        };
        std::vector<std::string> kinds{std::begin(delta_kinds), std::end(delta_kinds)};
        kinds.emplace_back("movements");
        for (const std::string& kind : kinds) {
            const auto needed = core::powers_to_import(kind);
            if (std::all_of(needed.begin(), needed.end(), may)) powers.kinds.push_back(kind);
        }
        powers.may_approve_nightly = may(core::Power::administer);
        powers.needs_approver = !sets_up;
    });
    return powers;
}

std::optional<std::string> stale_alarm(const std::vector<SourceAge>& ages) {
    std::string words;
    for (const SourceAge& age : ages)
        if (age.stale) words += (words.empty() ? "" : "; ") + words_of(age);
    if (words.empty()) return std::nullopt;
    return "Data from other systems is too old: " + words +
           ". Ask its source for a file and import it; the counter may soon stop issues.";
}

}  // namespace muster::app
