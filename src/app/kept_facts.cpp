// SPDX-License-Identifier: MIT
#include "app/kept_facts.hpp"

namespace muster::app {
namespace {

// An import asks for each row once; a basket for dozens. What is more than that is forgotten.
constexpr std::size_t answers_max = 400;
constexpr std::size_t rows_of_answer_max = 32;

}  // namespace

std::optional<core::Row> KeptFacts::row(core::Table table, const std::string& key) const {
    Key asked{table, key};
    if (const auto known = rows_.find(asked); known != rows_.end()) return known->second;
    auto found = facts_.row(table, key);
    make_room();
    return rows_.emplace(std::move(asked), std::move(found)).first->second;
}

void KeptFacts::rows(core::Table table, const std::string& prefix,
                     const std::function<bool(const core::Row&)>& visit) const {
    Key asked{table, prefix};
    if (const auto known = prefixes_.find(asked); known != prefixes_.end()) {
        // A copy: the visitor may ask for more, and make room.
        for (const core::Row& row : std::vector<core::Row>{known->second})
            if (!visit(row)) return;
        return;
    }
    std::vector<core::Row> all;
    bool whole = true;
    facts_.rows(table, prefix, [&](const core::Row& row) {
        if (all.size() < rows_of_answer_max)
            all.push_back(row);
        else
            whole = false;
        const bool more = visit(row);
        whole = whole && more;
        return more;
    });
    if (!whole) return;
    make_room();
    prefixes_.emplace(std::move(asked), std::move(all));
}

void KeptFacts::forget() {
    rows_.clear();
    prefixes_.clear();
}

void KeptFacts::make_room() const {
    if (rows_.size() + prefixes_.size() < answers_max) return;
    rows_.clear();
    prefixes_.clear();
}

}  // namespace muster::app
