// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "muster/app/open_ledger.hpp"
#include "muster/intake/register_rows.hpp"

namespace muster::app {

/// Rows of another system's history to entries. What a code or a collar number names is looked up
/// once and remembered, up to a bound.
class HistoryLines {
public:
    HistoryLines(Proposal& proposal, ledger::Randomness& randomness)
        : proposal_{proposal}, randomness_{randomness} {}

    /// Adds the row's entries: one, or one for each of several things the register knows.
    core::Result<void> add(const intake::MovementRow& row);
    std::int64_t noted() const { return noted_; }
    std::int64_t linked() const { return linked_; }

private:
    using Names = std::unordered_map<std::string, std::string>;

    core::Result<void> add_line(core::MovementNoted body, const std::string& thing);
    std::vector<std::string> things_of(const intake::MovementRow& row);
    const std::string& thing_called(const std::string& model, const std::string& code);
    void put_officer(core::MovementNoted& body, const std::string& written);
    core::PrivateText closed_text(const std::string& text);

    Proposal& proposal_;
    ledger::Randomness& randomness_;
    Names things_;    ///< what a code names, empty where that is not exactly one thing
    Names officers_;  ///< likewise of collar numbers
    Names closed_;    ///< texts about people to the digest of their one disclosure
    std::int64_t noted_ = 0;
    std::int64_t linked_ = 0;
};

/// The numbers of another system that were noted before, as hashes: eight bytes each. Those of an
/// import that was taken back may come again.
class NumbersNoted {
public:
    explicit NumbersNoted(storage::Transaction& tx);
    bool contains(const std::string& number) const;

private:
    std::vector<std::uint64_t> hashes_;
};

}  // namespace muster::app
