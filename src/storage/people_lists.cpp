// SPDX-License-Identifier: MIT
#include <array>

#include "list_rows.hpp"
#include "muster_sql/statements.hpp"
#include "rows.hpp"
#include "words.hpp"

namespace muster::storage {
namespace {

std::vector<Row> rows_by_word(Transaction& tx, const Statement& statement,
                              const std::string& text) {
    if (characters(text) > word_characters_max) return {};
    return tx.query(statement, std::array{Value{lowered(text)}});
}

std::vector<std::string> first_column(const std::vector<Row>& rows) {
    std::vector<std::string> ids;
    for (const Row& row : rows) ids.push_back(text_at(row, 0));
    return ids;
}

}  // namespace

std::vector<DiscrepancyRow> discrepancies_page(Transaction& tx, const std::string& state,
                                               const std::string& after, std::int64_t limit) {
    require_limit(limit);
    const auto found = state.empty()
                           ? tx.query(sql::discrepancy_page, std::array{Value{after}, Value{limit}})
                           : tx.query(sql::discrepancy_page_of_state,
                                      std::array{Value{after}, Value{state}, Value{limit}});
    std::vector<DiscrepancyRow> rows;
    for (const Row& row : found) {
        DiscrepancyRow& discrepancy = rows.emplace_back();
        discrepancy.discrepancy = text_at(row, 0);
        discrepancy.sort = text_at(row, 1);
        discrepancy.subject = text_at(row, 2);
        discrepancy.serial = optional_text_at(row, 3);
        discrepancy.batch_number = optional_text_at(row, 4);
        discrepancy.model = optional_text_at(row, 5);
        discrepancy.holder = holder_at(row, 6);
        discrepancy.expected = number_at(row, 11);
        discrepancy.found = number_at(row, 12);
        discrepancy.opened_by = number_at(row, 13);
        discrepancy.state = text_at(row, 14);
        discrepancy.opened_at = text_at(row, 15);
    }
    return rows;
}

std::vector<OfficerRow> officers_page(Transaction& tx, const std::string& after,
                                      std::int64_t limit) {
    require_limit(limit);
    std::vector<OfficerRow> rows;
    for (const Row& row : tx.query(sql::officer_page, std::array{Value{after}, Value{limit}}))
        rows.push_back({text_at(row, 0), text_or_empty_at(row, 1), text_at(row, 2),
                        optional_text_at(row, 3), text_at(row, 4), optional_text_at(row, 5),
                        text_at(row, 6), text_at(row, 7), number_at(row, 8) != 0});
    return rows;
}

std::vector<UserRow> users_page(Transaction& tx, const std::string& after, std::int64_t limit) {
    require_limit(limit);
    std::vector<UserRow> rows;
    for (const Row& row : tx.query(sql::user_page, std::array{Value{after}, Value{limit}}))
        rows.push_back({text_at(row, 0), text_or_empty_at(row, 1), text_at(row, 2),
                        optional_text_at(row, 3), number_at(row, 4) != 0});
    return rows;
}

std::vector<DeploymentRow> deployments_page(Transaction& tx, const std::string& filter,
                                            const std::string& after, std::int64_t limit) {
    require_limit(limit);
    if (filter.size() > filter_bytes_max) return {};
    const auto found =
        filter.empty()
            ? tx.query(sql::deployment_page, std::array{Value{after}, Value{limit}})
            : tx.query(sql::deployment_page_of,
                       std::array{Value{after}, Value{containing(filter)}, Value{limit}});
    std::vector<DeploymentRow> rows;
    for (const Row& row : found)
        rows.push_back({text_at(row, 0), text_at(row, 1), text_at(row, 2), optional_text_at(row, 3),
                        text_at(row, 4), optional_text_at(row, 5), optional_text_at(row, 6),
                        text_at(row, 7), optional_text_at(row, 8), optional_text_at(row, 9),
                        number_at(row, 10) != 0, number_at(row, 11) != 0, number_at(row, 12)});
    return rows;
}

std::vector<core::OpenLine> open_lines_due(Transaction& tx, const std::string& before,
                                           std::int64_t limit) {
    require_limit(limit);
    std::vector<core::OpenLine> lines;
    for (const Row& row : tx.query(sql::open_line_due, std::array{Value{before}, Value{limit}}))
        lines.push_back(core::fact_of<core::OpenLine>(row));
    return lines;
}

std::vector<std::string> officers_by_collar(Transaction& tx, const std::string& collar) {
    return first_column(rows_by_word(tx, sql::officer_by_collar, collar));
}

std::optional<std::string> officer_by_collar(Transaction& tx, const std::string& collar) {
    return only_one(rows_by_word(tx, sql::officer_by_collar, collar));
}

std::vector<std::string> users_by_name(Transaction& tx, const std::string& name) {
    return first_column(rows_by_word(tx, sql::user_by_name, name));
}

std::optional<std::string> user_by_name(Transaction& tx, const std::string& name) {
    return only_one(rows_by_word(tx, sql::user_by_name, name));
}

}  // namespace muster::storage
