// SPDX-License-Identifier: MIT
#include "muster/storage/stored_facts.hpp"

#include <array>

#include "fact_statements.hpp"
#include "key_range.hpp"
#include "muster/storage/private_store.hpp"
#include "muster_sql/statements.hpp"
#include "rows.hpp"

namespace muster::storage {
namespace {

// Most prefixes name a handful of rows; the few that name many are worth larger pages.
constexpr std::int64_t first_page = 64;
constexpr std::int64_t next_page = 1000;

}  // namespace

std::optional<core::Row> StoredFacts::row(core::Table table, const std::string& key) const {
    auto rows = transaction_.query(statements_of(table).get, std::array{Value{key}});
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

void StoredFacts::rows(core::Table table, const std::string& prefix,
                       const std::function<bool(const core::Row&)>& visit) const {
    const Statement& range = statements_of(table).range;
    const std::string end = end_of_prefix(prefix);
    std::string from = prefix;
    for (std::int64_t limit = first_page;; limit = next_page) {
        const auto page =
            transaction_.query(range, std::array{Value{from}, Value{end}, Value{limit}});
        for (const Row& row : page)
            if (!visit(row)) return;
        if (static_cast<std::int64_t>(page.size()) < limit) return;
        from = next_key(text_at(page.back(), 0));
    }
}

std::optional<std::string> StoredFacts::disclosed(const std::string& digest) const {
    auto found = disclosure(transaction_, digest);
    if (!found) return std::nullopt;
    return std::move(found->text);
}

void save(Transaction& transaction, const core::Changes& changes) {
    changes.each(
        [&](core::Table table, const std::string& key, const std::optional<core::Row>& row) {
            const FactStatements& statements = statements_of(table);
            if (row)
                transaction.execute(statements.put, *row);
            else
                transaction.execute(statements.remove, std::array{Value{key}});
        });
}

void clear_facts(Transaction& transaction) {
    for (std::size_t i = 0; i < core::table_count; ++i)
        transaction.execute(statements_of(static_cast<core::Table>(i)).clear, {});
    transaction.execute(sql::movement_line_clear, {});
}

}  // namespace muster::storage
