// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "key_range.hpp"
#include "list_rows.hpp"
#include "movement_rows.hpp"
#include "muster_sql/statements.hpp"
#include "rows.hpp"
#include "words.hpp"

namespace muster::storage {
namespace {

std::vector<RegisterRow> register_rows(Transaction& tx, const Statement& statement,
                                       std::span<const Value> values) {
    std::vector<RegisterRow> rows;
    for (const Row& row : tx.query(statement, values)) {
        RegisterRow& item = rows.emplace_back();
        item.item = text_at(row, 0);
        item.tag = text_at(row, 1);
        item.model_id = text_or_empty_at(row, 2);
        item.model = text_or_empty_at(row, 3);
        item.serial = text_at(row, 4);
        item.holder = holder_at(row, 5);
        item.position = text_at(row, 10);
        item.location_status = text_at(row, 11);
        item.condition_status = text_at(row, 12);
        item.holds = holds_at(tx, row, 13, item.item);
    }
    return rows;
}

}  // namespace

std::vector<RegisterRow> register_page(Transaction& tx, const std::string& filter,
                                       const std::string& after, std::int64_t limit) {
    require_limit(limit);
    if (filter.size() > filter_bytes_max) return {};
    if (filter.empty())
        return register_rows(tx, sql::register_page_all, std::array{Value{after}, Value{limit}});
    return register_rows(tx, sql::register_page,
                         std::array{Value{after}, Value{containing(filter)}, Value{limit}});
}

std::int64_t register_count(Transaction& tx, const std::string& filter) {
    if (filter.size() > filter_bytes_max) return 0;
    if (filter.empty()) return number_at(tx.query(sql::register_count_all, {}).at(0), 0);
    return number_at(tx.query(sql::register_count, std::array{Value{containing(filter)}}).at(0), 0);
}

std::vector<RegisterRow> register_of_holder(Transaction& tx, const std::string& holder,
                                            const std::string& after, std::int64_t limit) {
    require_limit(limit);
    return register_rows(tx, sql::register_page_of_holder,
                         std::array{Value{after}, Value{holder}, Value{limit}});
}

std::vector<BalanceRow> balances_page(Transaction& tx, const std::string& holder,
                                      const std::string& after, std::int64_t limit) {
    require_limit(limit);
    const std::string prefix = holder.empty() ? std::string{} : holder + "/";
    const std::array values{Value{std::max(after, prefix)}, Value{end_of_prefix(prefix)},
                            Value{limit}};
    std::vector<BalanceRow> rows;
    for (const Row& row : tx.query(sql::balance_page, values)) {
        BalanceRow& balance = rows.emplace_back();
        balance.key = text_at(row, 0);
        balance.holder = holder_at(row, 1);
        balance.stock = text_or_empty_at(row, 6);
        balance.batch_number = optional_text_at(row, 7);
        balance.model_id = text_or_empty_at(row, 8);
        balance.model = text_or_empty_at(row, 9);
        balance.quantity = number_at(row, 10);
        balance.boxes = number_at(row, 11);
        balance.expiry = optional_text_at(row, 12);
        balance.holds = holds_at(tx, row, 13, balance.stock);
    }
    return rows;
}

std::vector<BatchRow> batches_page(Transaction& tx, const std::string& filter,
                                   const std::string& after, std::int64_t limit) {
    require_limit(limit);
    std::vector<BatchRow> rows;
    if (filter.size() > filter_bytes_max) return rows;
    const std::array values{Value{after}, Value{containing(filter)}, Value{limit}};
    for (const Row& row : tx.query(sql::batch_page, values)) {
        BatchRow& batch = rows.emplace_back();
        batch.batch = text_at(row, 0);
        batch.number = text_at(row, 1);
        batch.model_id = text_or_empty_at(row, 2);
        batch.model = text_or_empty_at(row, 3);
        batch.expiry = optional_text_at(row, 4);
        batch.use = text_at(row, 5);
        batch.box_size = number_at(row, 6);
        batch.quantity = number_at(row, 7);
        batch.holds = holds_at(tx, row, 8, batch.batch);
    }
    return rows;
}

namespace {

struct MovementStatements {
    Statement all;
    Statement of_subject;
    Statement of_officer;
};

std::vector<core::MovementLine> movement_lines_of(Transaction& tx,
                                                  const MovementStatements& statements,
                                                  const MovementFilter& filter, MovementKey from,
                                                  std::int64_t limit) {
    require_limit(limit);
    std::vector<Value> values{from.entry, from.line, limit};
    const Statement* statement = &statements.all;
    if (!filter.subject.empty()) {
        statement = &statements.of_subject;
        values.emplace_back(filter.subject);
        values.push_back(value_or_null(filter.officer));
    } else if (!filter.officer.empty()) {
        statement = &statements.of_officer;
        values.emplace_back(filter.officer);
    }
    std::vector<core::MovementLine> lines;
    for (const Row& row : tx.query(*statement, values)) lines.push_back(movement_of_row(row));
    return lines;
}

}  // namespace

std::vector<core::MovementLine> movements_page(Transaction& tx, const MovementFilter& filter,
                                               MovementKey after, std::int64_t limit) {
    return movement_lines_of(
        tx, {sql::movement_page, sql::movement_page_of_subject, sql::movement_page_of_officer},
        filter, after, limit);
}

std::vector<core::MovementLine> movements_before(Transaction& tx, const MovementFilter& filter,
                                                 MovementKey before, std::int64_t limit) {
    if (before.entry == 0) before = {INT64_MAX, INT64_MAX};
    return movement_lines_of(tx,
                             {sql::movement_page_before, sql::movement_page_before_of_subject,
                              sql::movement_page_before_of_officer},
                             filter, before, limit);
}

}  // namespace muster::storage
