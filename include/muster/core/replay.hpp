// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "muster/core/entry.hpp"

namespace muster::core {

/// An entry that the rules would not have made so.
struct ReplayFault {
    EntryNumber number = 0;
    std::string words;              ///< a clause about the entry: `the rules refuse it: …`
    std::optional<Value> expected;  ///< the body that the rules would have made, where they would
};

/// Applies an entry to facts without looking at the rules.
void apply_to(MemoryFacts& facts, const Entry& entry);

/// Decides and applies entries anew, one after the other, keeping the facts in memory: what
/// `verify`, `replay` and the pack's verifier do with a ledger.
///
/// Within a transaction (entries of one `first`) every entry is either decided by itself or follows
/// from the one before; both must come out as recorded. Private values are judged by their text
/// where the facts disclose it.
class Replay {
public:
    /// Begins with `facts`, those in force before the first entry that is taken.
    explicit Replay(MemoryFacts facts = {}) : facts_{std::move(facts)} {}

    /// Takes the next entry. A fault is reported and the entry applied all the same, so that later
    /// faults are found too.
    std::optional<ReplayFault> take(Entry entry);
    /// Whether something that must have followed the last entry is missing.
    std::optional<ReplayFault> finish();

    const MemoryFacts& facts() const { return facts_; }
    MemoryFacts& facts() { return facts_; }

private:
    std::optional<ReplayFault> judge(const Entry& entry);
    std::optional<ReplayFault> missing_before(const Entry& entry);
    std::optional<ReplayFault> judge_follower(const Entry& entry);
    std::optional<ReplayFault> decide_again(const Entry& entry);

    MemoryFacts facts_;
    EntryNumber last_ = 0;
    EntryNumber first_ = 0;
    std::deque<Body> awaited_;  ///< what must follow, in order
};

}  // namespace muster::core
