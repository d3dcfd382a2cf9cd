// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "muster/core/movement_line.hpp"
#include "muster/storage/database.hpp"

/// The ledger and its tree as stored. Digests are lower-case hex, checkpoint notes their exact
/// text.
namespace muster::storage {

/// The newest entry and the tree over all of them.
struct Head {
    core::EntryNumber number = 0;
    std::string recorded_at;         ///< of the newest entry
    std::string root;                ///< hex
    std::vector<std::string> peaks;  ///< roots of the complete subtrees, largest first, hex
    std::string note;                ///< the signed checkpoint of this size
};

/// One entry as stored.
struct StoredEntry {
    core::EntryNumber number = 0;
    core::EntryNumber first = 0;  ///< the first entry of its transaction
    std::string kind;
    std::string recorded_at;
    std::string line;  ///< canonical JSON without newline
    std::string leaf;  ///< leaf hash, hex
};

/// A signed checkpoint and the size it is of.
struct StoredCheckpoint {
    std::int64_t size = 0;
    std::string note;
};

/// The head, or nothing while the ledger is empty.
std::optional<Head> head(Transaction& tx);
/// Makes `head` the newest; throws std::logic_error where there is no such entry or it goes back.
void save_head(Transaction& tx, const Head& head);

/// Appends one entry. The engine itself refuses a number that is not the next.
void append(Transaction& tx, const StoredEntry& entry);
/// The entry of that number.
std::optional<StoredEntry> entry(Transaction& tx, core::EntryNumber number);
/// Visits the entries `from` to `to`, both included, in order, until `visit` returns false.
void each_line(Transaction& tx, core::EntryNumber from, core::EntryNumber to,
               const std::function<bool(core::EntryNumber number, const std::string& line,
                                        const std::string& leaf)>& visit);
/// Visits the entries of a kind from a number on, in order, until `visit` returns false.
void each_of_kind(Transaction& tx, const std::string& kind, core::EntryNumber from,
                  const std::function<bool(const StoredEntry&)>& visit);
/// Leaf hashes of at most `count` entries from number `first` on, in order; count <= 10,000.
std::vector<std::string> leaves(Transaction& tx, core::EntryNumber first, std::int64_t count);

/// Keeps a checkpoint for ever: one for each commit. The engine refuses to change or forget it.
void add_checkpoint(Transaction& tx, std::int64_t size, const std::string& note);
/// The checkpoint of exactly that size.
std::optional<std::string> checkpoint_at(Transaction& tx, std::int64_t size);
/// The checkpoint of the greatest size that is at most `size`.
std::optional<StoredCheckpoint> latest_checkpoint(Transaction& tx, std::int64_t size = INT64_MAX);
/// Visits the checkpoints by size, from a size on, until `visit` returns false.
void each_checkpoint(Transaction& tx, std::int64_t from,
                     const std::function<bool(const StoredCheckpoint&)>& visit);

/// Adds hash number `number` of a level (1 or more; ledger::TileHash) to the end of its tile.
/// Throws std::logic_error where it is not the tile's next.
void add_tile_hash(Transaction& tx, int level, std::int64_t number, const std::string& hash);
/// Saves a whole tile; replaces what was there.
void save_tile(Transaction& tx, int level, std::int64_t index,
               const std::vector<std::string>& hashes);
/// The hashes of a tile so far, at most 256. Level 0 comes from the entries' leaves.
std::vector<std::string> load_tile(Transaction& tx, int level, std::int64_t index);

/// Keeps the movement lines of entries beside the ledger.
void add_movement_lines(Transaction& tx, const std::vector<core::MovementLine>& lines);

/// The server's clock on PostgreSQL, this computer's on SQLite (FORMATS §1).
core::Instant clock_of(Transaction& tx);

/// The recorded result of a request.
struct StoredRequest {
    std::string request;          ///< the caller's number for it, hex
    core::EntryNumber first = 0;  ///< the first entry it made; 0 where it made none
    std::string digest;           ///< of what was asked, so that a number used twice is noticed
    std::string result;           ///< what was answered, JSON
};
std::optional<StoredRequest> find_request(Transaction& tx, const std::string& request);
/// Throws StorageError `refused` where the request is already there.
void put_request(Transaction& tx, const StoredRequest& request);

/// What the database says about itself: `schema`, `minimum_program` and what app puts there.
std::optional<std::string> meta(Transaction& tx, const std::string& name);
void put_meta(Transaction& tx, const std::string& name, const std::string& value);

}  // namespace muster::storage
