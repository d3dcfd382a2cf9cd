// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/delta_plan.hpp"
#include "muster/core/codes.hpp"

namespace muster::app {
namespace {

// What a file says of a private text, against what the ledger knows of it. One that was erased is
// not brought back by a log that still has it.
std::optional<core::PrivateText> text_of_row(const core::Facts& facts,
                                             const std::optional<core::PrivateText>& known,
                                             const std::string& now) {
    if (!known) return now.empty() ? std::nullopt : std::optional{core::private_text(now)};
    const auto before = facts.disclosed(known->digest);
    if (!before || now.empty() || *before == now) return known;
    return core::private_text(now);
}

bool is_same(const std::optional<core::PrivateText>& one,
             const std::optional<core::PrivateText>& other) {
    if (!one || !other) return !one && !other;
    return !one->digest.empty() && one->digest == other->digest;
}

core::DeploymentRecorded recorded(const core::Facts& facts, const intake::DeploymentRow& row,
                                  const std::optional<core::Deployment>& known) {
    const auto commander = known ? known->commander : std::nullopt;
    const auto reason = known ? known->reason : std::nullopt;
    return {row.log,
            row.started,
            row.ended,
            row.decision,
            text_of_row(facts, commander, row.commander),
            row.level,
            text_of_row(facts, reason, row.reason),
            row.arv,
            row.discharge};
}

bool is_same(const core::DeploymentRecorded& now, const core::Deployment& known) {
    return now.started == known.started && now.ended == known.ended &&
           now.decision == known.decision && now.level == known.level && now.arv == known.arv &&
           now.discharge == known.discharge && is_same(now.commander, known.commander) &&
           is_same(now.reason, known.reason);
}

// `stood_down` as people write it.
std::string in_words(std::string code) {
    std::replace(code.begin(), code.end(), '_', ' ');
    return code;
}

std::string words_of(const core::DeploymentRecorded& now,
                     const std::optional<core::Deployment>& known) {
    if (!known) return in_words(now.decision) + ", " + core::uk_time_text(now.started);
    std::string words;
    const auto add = [&words](bool differs, const std::string& more) {
        if (differs) words += (words.empty() ? "" : "; ") + more;
    };
    add(now.decision != known->decision,
        "decision " + in_words(known->decision) + " to " + in_words(now.decision));
    add(now.started != known->started, "began " + core::uk_time_text(now.started));
    add(now.ended != known->ended && now.ended.has_value(),
        "ended " + core::uk_time_text(now.ended.value_or(core::Instant{})));
    add(now.ended != known->ended && !now.ended, "not ended any more");
    add(now.level != known->level, "level " + now.level);
    add(now.arv != known->arv, now.arv ? "an ARV" : "no ARV");
    add(now.discharge != known->discharge, now.discharge ? "a discharge" : "no discharge");
    add(!is_same(now.commander, known->commander), "another commander");
    add(!is_same(now.reason, known->reason), "another reason");
    return words;
}

}  // namespace

DeltaPlan plan_deployments(const PlanFrom& from) {
    DeltaPlan plan;
    for (const intake::DeploymentRow& row : from.file.deployments) {
        const auto known = from.facts.find<core::Deployment>(core::normal_code(row.log));
        core::DeploymentRecorded now = recorded(from.facts, row, known);
        if (known && is_same(now, *known)) {
            ++plan.unchanged;
            continue;
        }
        plan.note({known ? "changed" : "new", row.log, words_of(now, known), {}});
        plan.bodies.emplace_back(std::move(now));
    }
    return plan;
}

}  // namespace muster::app
