// SPDX-License-Identifier: MIT
#include "muster/storage/ledger_store.hpp"

#include <array>
#include <stdexcept>

#include "movement_rows.hpp"
#include "muster_sql/statements.hpp"
#include "rows.hpp"

namespace muster::storage {
namespace {

constexpr std::size_t hash_digits = 64;
constexpr std::int64_t hashes_per_tile = 256;

std::vector<std::string> split_hashes(const std::string& joined) {
    std::vector<std::string> hashes;
    for (std::size_t at = 0; at < joined.size(); at += hash_digits)
        hashes.push_back(joined.substr(at, hash_digits));
    return hashes;
}

std::string join_hashes(const std::vector<std::string>& hashes) {
    std::string joined;
    for (const std::string& hash : hashes) {
        if (hash.size() != hash_digits) throw std::logic_error{"a hash has 64 hex digits"};
        joined += hash;
    }
    return joined;
}

StoredEntry entry_of(const Row& row) {
    return {number_at(row, 0), number_at(row, 1), text_at(row, 2),
            text_at(row, 3),   text_at(row, 4),   text_at(row, 5)};
}

}  // namespace

std::optional<Head> head(Transaction& tx) {
    const auto rows = tx.query(sql::head_get, {});
    if (rows.empty() || number_at(rows.front(), 0) == 0) return std::nullopt;
    const Row& row = rows.front();
    return Head{number_at(row, 0), text_at(row, 1), text_at(row, 2), split_hashes(text_at(row, 3)),
                text_at(row, 4)};
}

void save_head(Transaction& tx, const Head& head) {
    const std::array<Value, 5> values{Value{head.number}, Value{head.recorded_at}, Value{head.root},
                                      Value{join_hashes(head.peaks)}, Value{head.note}};
    if (tx.execute(sql::head_put, values) != 1)
        throw std::logic_error{"the head goes forward, to an entry that was appended"};
}

void append(Transaction& tx, const StoredEntry& entry) {
    tx.execute(sql::ledger_append, std::array<Value, 6>{Value{entry.number}, Value{entry.first},
                                                        Value{entry.kind}, Value{entry.recorded_at},
                                                        Value{entry.line}, Value{entry.leaf}});
}

std::optional<StoredEntry> entry(Transaction& tx, core::EntryNumber number) {
    const auto rows = tx.query(sql::ledger_entry, std::array{Value{number}});
    if (rows.empty()) return std::nullopt;
    return entry_of(rows.front());
}

void each_line(
    Transaction& tx, core::EntryNumber from, core::EntryNumber to,
    const std::function<bool(core::EntryNumber, const std::string&, const std::string&)>& visit) {
    tx.each(sql::ledger_lines, std::array{Value{from}, Value{to}}, [&](const Row& row) {
        return visit(number_at(row, 0), text_at(row, 1), text_at(row, 2));
    });
}

void each_of_kind(Transaction& tx, const std::string& kind, core::EntryNumber from,
                  const std::function<bool(const StoredEntry&)>& visit) {
    tx.each(sql::ledger_of_kind, std::array{Value{kind}, Value{from}},
            [&](const Row& row) { return visit(entry_of(row)); });
}

std::vector<std::string> leaves(Transaction& tx, core::EntryNumber first, std::int64_t count) {
    std::vector<std::string> all;
    for (Row& row : tx.query(sql::ledger_leaves, std::array{Value{first}, Value{count}}))
        all.push_back(std::get<std::string>(std::move(row.front())));
    return all;
}

void add_checkpoint(Transaction& tx, std::int64_t size, const std::string& note) {
    tx.execute(sql::checkpoint_add, std::array{Value{size}, Value{note}});
}

std::optional<std::string> checkpoint_at(Transaction& tx, std::int64_t size) {
    const auto rows = tx.query(sql::checkpoint_at, std::array{Value{size}});
    if (rows.empty()) return std::nullopt;
    return text_at(rows.front(), 0);
}

std::optional<StoredCheckpoint> latest_checkpoint(Transaction& tx, std::int64_t size) {
    const auto rows = tx.query(sql::checkpoint_latest, std::array{Value{size}});
    if (rows.empty()) return std::nullopt;
    return StoredCheckpoint{number_at(rows.front(), 0), text_at(rows.front(), 1)};
}

void each_checkpoint(Transaction& tx, std::int64_t from,
                     const std::function<bool(const StoredCheckpoint&)>& visit) {
    tx.each(sql::checkpoint_from, std::array{Value{from}}, [&](const Row& row) {
        return visit({number_at(row, 0), text_at(row, 1)});
    });
}

void add_tile_hash(Transaction& tx, int level, std::int64_t number, const std::string& hash) {
    const std::int64_t index = number / hashes_per_tile;
    const std::int64_t place = number % hashes_per_tile;
    if (place == 0) return save_tile(tx, level, index, {hash});
    const std::array<Value, 4> values{Value{std::int64_t{level}}, Value{index},
                                      Value{join_hashes({hash})},
                                      Value{place * static_cast<std::int64_t>(hash_digits)}};
    if (tx.execute(sql::tile_append, values) != 1)
        throw std::logic_error{"this hash is not the next of its tile"};
}

void save_tile(Transaction& tx, int level, std::int64_t index,
               const std::vector<std::string>& hashes) {
    tx.execute(sql::tile_put,
               std::array{Value{std::int64_t{level}}, Value{index}, Value{join_hashes(hashes)}});
}

std::vector<std::string> load_tile(Transaction& tx, int level, std::int64_t index) {
    if (level == 0) return leaves(tx, index * hashes_per_tile + 1, hashes_per_tile);
    const auto rows = tx.query(sql::tile_get, std::array{Value{std::int64_t{level}}, Value{index}});
    if (rows.empty()) return {};
    return split_hashes(text_at(rows.front(), 0));
}

void add_movement_lines(Transaction& tx, const std::vector<core::MovementLine>& lines) {
    for (const core::MovementLine& line : lines)
        tx.execute(sql::movement_line_add, row_of_movement(line));
}

core::Instant clock_of(Transaction& tx) {
    const auto rows = tx.query(sql::clock_get, {});
    const auto instant = core::instant_of(text_at(rows.at(0), 0));
    if (!instant)
        throw StorageError{StorageTrouble::damaged, "The database's clock cannot be read.",
                           text_at(rows.front(), 0)};
    return *instant;
}

std::optional<StoredRequest> find_request(Transaction& tx, const std::string& request) {
    const auto rows = tx.query(sql::request_get, std::array{Value{request}});
    if (rows.empty()) return std::nullopt;
    const Row& row = rows.front();
    return StoredRequest{text_at(row, 0), number_at(row, 1), text_at(row, 2), text_at(row, 3)};
}

void put_request(Transaction& tx, const StoredRequest& request) {
    tx.execute(sql::request_put, std::array{Value{request.request}, Value{request.first},
                                            Value{request.digest}, Value{request.result}});
}

std::optional<std::string> meta(Transaction& tx, const std::string& name) {
    const auto rows = tx.query(sql::meta_get, std::array{Value{name}});
    if (rows.empty()) return std::nullopt;
    return text_at(rows.front(), 0);
}

void put_meta(Transaction& tx, const std::string& name, const std::string& value) {
    tx.execute(sql::meta_put, std::array{Value{name}, Value{value}});
}

}  // namespace muster::storage
