// SPDX-License-Identifier: MIT
#include "app/custody_rows.hpp"

#include <algorithm>

#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/counter_facts.hpp"

namespace muster::app {

// What the register's rows do not say of themselves: cases, owners, parts, personal issue.
void add_custody(const core::Facts& facts, Listing& listing) {
    for (core::Value& value : listing.rows) {
        auto& row = std::get<core::Value::Object>(value.data);
        const std::string holder = *row.at("holder_id").text();
        const bool away = core::is_case(holder) || holder.starts_with("x-");
        if (away) row["holder"] = core::holder_words(facts, holder);
        const core::Value* id = row.contains("item") ? &row.at("item") : nullptr;
        const auto item = id != nullptr ? facts.find<core::Item>(*id->text()) : std::nullopt;
        if (!item) {
            if (away) row["location_status"] = "away";
            continue;
        }
        if (item->owner) row.emplace("owner", *item->owner);
        if (!item->mounted_on.empty())
            row.emplace("mounted_on", core::item_words(facts, item->mounted_on.value));
        if (!item->assigned_to.empty())
            row.emplace("assigned_to", core::officer_words(facts, item->assigned_to.value));
        if (!item->under.empty()) row.emplace("case", item->under.value);
    }
}

std::string mode_of(const core::Facts& facts, const core::MovementLine& line) {
    if (const auto row = facts.find<core::MovementMode>(core::movement_key(line.entry)))
        return row->mode;
    return line.kind == "issue" || line.kind == "return" ? "attended" : "";
}

// Corrections, seen as the ledger has them, as they leave it, or both (DOMAIN §5).
std::optional<core::EntryNumber> corrected_by(const core::Facts& facts, core::EntryNumber entry) {
    const auto found = facts.find<core::Correction>(core::movement_key(entry));
    return found ? std::optional{found->by} : std::nullopt;
}

bool is_in_view(const core::Facts& facts, const std::string& view, const core::MovementLine& line) {
    if (view == "original") return line.kind != "correct";
    if (view != "corrected") return true;
    return line.purpose != "reversed" && !corrected_by(facts, line.entry);
}

}  // namespace muster::app
