// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "muster/core/entry.hpp"
#include "muster/ledger/line_fault.hpp"

namespace muster::pack {

/// An entry out of its line; or why the line is none.
std::variant<core::Entry, ledger::LineFault> entry_of_line(std::string_view line);

/// Replays entries over facts in memory: applies each and, where asked, decides it anew first.
class Replay {
public:
    /// `facts` are those before the first entry, with every disclosure at hand.
    explicit Replay(core::MemoryFacts& facts) : facts_{facts} {}

    /// Applies the entry without looking at the rules.
    void apply(const core::Entry& entry);
    /// Decides the entry anew, then applies it whatever came out. Words say what the rules would
    /// have written instead; nothing where they write the same.
    std::optional<std::string> decide_and_apply(core::Entry entry);
    /// What should have followed the last entry and did not.
    std::optional<std::string> still_missing() const;

private:
    std::optional<std::string> judge(const core::Entry& entry);
    std::optional<std::string> judge_follower(const core::Entry& entry);
    std::optional<std::string> decide(const core::Entry& entry);

    core::MemoryFacts& facts_;
    std::deque<core::Body> owed_;  ///< what the last decision says must follow
    core::EntryNumber first_ = 0;  ///< of the transaction
};

}  // namespace muster::pack
