// SPDX-License-Identifier: MIT
#include "muster/core/held_too_long.hpp"

#include <map>

#include "muster/core/powers.hpp"

namespace muster::core {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

std::string class_needed(const Facts& facts, const std::string& subject) {
    std::string id = subject;
    if (const auto item = facts.find<Item>(subject)) id = item->model.value;
    if (const auto batch = facts.find<Batch>(subject)) id = batch->model.value;
    const auto model = facts.find<Model>(id);
    return model ? model->authorisation : std::string{};
}

std::string lapse_of(const std::optional<Authorisation>& held, Date today) {
    if (!held) return "absent";
    if (held->to < today) return "ended";
    if (held->suspended) return "suspended";
    return today < held->from ? "not_started" : "";
}

std::string state_of(const std::optional<Attestation>& row, Instant now, std::int64_t after_ms) {
    if (row && row->due) return *row->due < now ? "overdue" : "asked";
    if (row && row->answered_at && now.ms - row->answered_at->ms < after_ms) return "confirmed";
    return "unasked";
}

}  // namespace

std::vector<LapsedLine> lapsed_holdings(const Facts& facts, Date today) {
    std::vector<LapsedLine> lapsed;
    for (OpenLine& open : facts.all<OpenLine>()) {
        const std::string needed = class_needed(facts, open.subject);
        if (needed.empty()) continue;
        const auto held = facts.find<Authorisation>(open.officer.value + "/" + needed);
        const std::string why = lapse_of(held, today);
        if (why.empty()) continue;
        lapsed.push_back(
            {std::move(open), needed, why, held ? std::optional{held->to} : std::nullopt});
    }
    return lapsed;
}

std::vector<LongTermHolder> long_term_holders(const Facts& facts, Instant now) {
    const std::int64_t after_ms = policy_number(facts, "attestation_after_days", 28) * ms_per_day;
    std::map<std::string, std::int64_t> lines;
    for (const OpenLine& open : facts.all<OpenLine>())
        if (!open.since || now.ms - open.since->ms >= after_ms) ++lines[open.officer.value];
    for (const Attestation& row : facts.all<Attestation>())
        if (row.due) lines.try_emplace(row.key, 0);
    std::vector<LongTermHolder> holders;
    for (const auto& [officer, count] : lines) {
        LongTermHolder holder{OfficerId{officer}, count, facts.find<Attestation>(officer), ""};
        holder.state = state_of(holder.attestation, now, after_ms);
        holders.push_back(std::move(holder));
    }
    return holders;
}

}  // namespace muster::core
