// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "muster/core/facts.hpp"

namespace muster::app {

/// Facts that remember what they were asked. A basket is decided more than once, and each time the
/// rules ask for the same few dozen rows. For one snapshot, or until `forget`: what is written
/// below is not seen.
class KeptFacts final : public core::Facts {
public:
    explicit KeptFacts(const core::Facts& facts) : facts_{facts} {}

    std::optional<core::Row> row(core::Table table, const std::string& key) const override;
    void rows(core::Table table, const std::string& prefix,
              const std::function<bool(const core::Row&)>& visit) const override;
    std::optional<std::string> disclosed(const std::string& digest) const override {
        return facts_.disclosed(digest);
    }

    void forget();

private:
    using Key = std::pair<core::Table, std::string>;
    void make_room() const;

    const core::Facts& facts_;
    mutable std::map<Key, std::optional<core::Row>> rows_;
    mutable std::map<Key, std::vector<core::Row>> prefixes_;
};

}  // namespace muster::app
