// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"
#include "muster/storage/database.hpp"

namespace muster::storage {

/// The facts as the database holds them, within one transaction, which must outlive it.
class StoredFacts final : public core::Facts {
public:
    explicit StoredFacts(Transaction& transaction) : transaction_{transaction} {}

    std::optional<core::Row> row(core::Table table, const std::string& key) const override;
    /// Reads in pages: `visit` may read, and write, by the same transaction meanwhile.
    void rows(core::Table table, const std::string& prefix,
              const std::function<bool(const core::Row&)>& visit) const override;
    std::optional<std::string> disclosed(const std::string& digest) const override;

private:
    Transaction& transaction_;
};

/// Saves changes of facts: the only writer of the tables of facts.
void save(Transaction& transaction, const core::Changes& changes);

/// Removes every fact and movement line, so that a replay can make them again.
void clear_facts(Transaction& transaction);

}  // namespace muster::storage
