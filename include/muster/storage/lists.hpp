// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "muster/core/movement_line.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/storage/database.hpp"

/// Lists for screens and musterctl, a page at a time: the rows after a key, at most `limit` (1 to
/// 10,000; anything else is std::logic_error). An empty `after` begins at the beginning. The next
/// page begins after the key of the last row; a page shorter than `limit` is the last.
namespace muster::storage {

/// A holder as a list shows it. An officer is shown by collar, which is private.
struct HolderShown {
    std::string holder;  ///< HolderId
    std::string sort;    ///< `location`, `officer`, or empty where neither is known
    std::string name;    ///< a location's name; empty for an officer
    std::optional<std::string> collar_digest;
    std::optional<std::string> collar;  ///< absent where it was erased
};

struct RegisterRow {
    std::string item;  ///< the key
    std::string tag;
    std::string model_id;
    std::string model;  ///< the model's name
    std::string serial;
    HolderShown holder;
    std::string position;
    std::string location_status;
    std::string condition_status;
    std::vector<std::string> holds;  ///< reasons, each once, sorted
};
/// Items whose serial, tag or model name contains `filter`, whatever the case of A–Z; all where it
/// is empty.
std::vector<RegisterRow> register_page(Transaction& tx, const std::string& filter,
                                       const std::string& after, std::int64_t limit);
std::int64_t register_count(Transaction& tx, const std::string& filter);
/// The rows of what one holder holds.
std::vector<RegisterRow> register_of_holder(Transaction& tx, const std::string& holder,
                                            const std::string& after, std::int64_t limit);

struct BalanceRow {
    std::string key;  ///< `<holder>/<stock>`
    HolderShown holder;
    std::string stock;                        ///< batch, or model of counted stock
    std::optional<std::string> batch_number;  ///< absent for counted stock
    std::string model_id;
    std::string model;
    std::int64_t quantity = 0;
    std::int64_t boxes = 0;
    std::optional<std::string> expiry;  ///< a date
    std::vector<std::string> holds;     ///< of the batch
};
/// Balances that are not zero, of one holder where `holder` is not empty.
std::vector<BalanceRow> balances_page(Transaction& tx, const std::string& holder,
                                      const std::string& after, std::int64_t limit);

struct BatchRow {
    std::string batch;
    std::string number;
    std::string model_id;
    std::string model;
    std::optional<std::string> expiry;
    std::string use;
    std::int64_t box_size = 0;
    std::int64_t quantity = 0;  ///< over all holders
    std::vector<std::string> holds;
};
/// Batches whose number or model name contains `filter`.
std::vector<BatchRow> batches_page(Transaction& tx, const std::string& filter,
                                   const std::string& after, std::int64_t limit);

struct MovementFilter {
    std::string subject;  ///< item, batch or model; empty for any
    std::string officer;  ///< empty for any
};
struct MovementKey {
    core::EntryNumber entry = 0;
    std::int64_t line = 0;
};
/// Movement lines in the order they were recorded.
std::vector<core::MovementLine> movements_page(Transaction& tx, const MovementFilter& filter,
                                               MovementKey after, std::int64_t limit);
/// The same, newest first; `before` {0, 0} begins at the newest.
std::vector<core::MovementLine> movements_before(Transaction& tx, const MovementFilter& filter,
                                                 MovementKey before, std::int64_t limit);

struct DiscrepancyRow {
    std::string discrepancy;
    std::string sort;
    std::string subject;
    std::optional<std::string> serial;        ///< where the subject is an item
    std::optional<std::string> batch_number;  ///< where it is a batch
    std::optional<std::string> model;         ///< the model's name, where known
    HolderShown holder;
    std::int64_t expected = 0;
    std::int64_t found = 0;
    core::EntryNumber opened_by = 0;
    std::string state;
    std::string opened_at;
};
/// Discrepancies, of one state where `state` is not empty.
std::vector<DiscrepancyRow> discrepancies_page(Transaction& tx, const std::string& state,
                                               const std::string& after, std::int64_t limit);

struct OfficerRow {
    std::string officer;
    std::string person;
    std::string collar_digest;
    std::optional<std::string> collar;
    std::string name_digest;
    std::optional<std::string> name;
    std::string rank;
    std::string unit;
    bool active = true;
};
std::vector<OfficerRow> officers_page(Transaction& tx, const std::string& after,
                                      std::int64_t limit);

struct UserRow {
    std::string user;
    std::string person;
    std::string name_digest;
    std::optional<std::string> name;
    bool active = true;
};
std::vector<UserRow> users_page(Transaction& tx, const std::string& after, std::int64_t limit);

struct DeploymentRow {
    std::string key;  ///< the log number as codes are compared
    std::string log;
    std::string started;
    std::optional<std::string> ended;
    std::string decision;
    std::optional<std::string> commander_digest;
    std::optional<std::string> commander;  ///< absent where there is none, or it was erased
    std::string level;
    std::optional<std::string> reason_digest;
    std::optional<std::string> reason;  ///< likewise
    bool arv = false;
    bool discharge = false;
    core::EntryNumber since = 0;
};
/// Deployments by log number, as codes are compared; those whose log number or decision contains
/// `filter`.
std::vector<DeploymentRow> deployments_page(Transaction& tx, const std::string& filter,
                                            const std::string& after, std::int64_t limit);

/// Open lines due before an instant (canonical text), the longest overdue first; at most `limit`.
std::vector<core::OpenLine> open_lines_due(Transaction& tx, const std::string& before,
                                           std::int64_t limit);

/// Ids of the officers with that collar number, whatever the case of A–Z; those active first.
std::vector<std::string> officers_by_collar(Transaction& tx, const std::string& collar);
/// The one officer with that collar number: the only active one, or the only one. Nothing where
/// there is none, or several.
std::optional<std::string> officer_by_collar(Transaction& tx, const std::string& collar);
/// Ids of the users of that name, whatever the case of A–Z; those active first.
std::vector<std::string> users_by_name(Transaction& tx, const std::string& name);
/// The one user of that name: the only active one, or the only one.
std::optional<std::string> user_by_name(Transaction& tx, const std::string& name);

}  // namespace muster::storage
