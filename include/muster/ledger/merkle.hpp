// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "muster/ledger/digest.hpp"
#include "muster/ledger/line_fault.hpp"

/// The tree of RFC 6962 over ledger lines. Positions count from 0: entry number n is at n - 1.
namespace muster::ledger {

/// SHA-256(0x00 ‖ line without its newline).
Digest leaf_hash(std::string_view line);
/// SHA-256(0x01 ‖ left ‖ right).
Digest node_hash(const Digest& left, const Digest& right);
/// The root of no leaves: the SHA-256 of nothing.
Digest empty_root();
/// The root of these leaf hashes, all of them in memory.
Digest root_of(std::span<const Digest> leaves);

struct TileHash;

/// What is needed of a tree to append to it: the roots of its complete subtrees, largest first.
class Frontier {
public:
    /// An empty tree.
    Frontier() = default;
    /// The frontier of a tree of `size` leaves; nothing where the number of peaks is not the number
    /// of one-bits in `size` (or size is negative). Whether it is true only root() can show.
    static std::optional<Frontier> of(std::int64_t size, std::vector<Digest> peaks);

    std::int64_t size() const { return size_; }
    /// Roots of the complete subtrees, largest first; empty for an empty tree.
    const std::vector<Digest>& peaks() const { return peaks_; }
    /// Amortised constant time, at most one node hash for each bit of the size.
    void append(const Digest& leaf);
    /// The root of the tree.
    Digest root() const;

private:
    friend class TileWriter;
    void append(const Digest& leaf, std::vector<TileHash>& completed);

    std::int64_t size_ = 0;
    std::vector<Digest> peaks_;
};

inline constexpr int tile_height = 8;
inline constexpr int tile_width = 1 << tile_height;

/// 256 hashes side by side. Level 0 holds leaf hashes; level L holds the roots of complete subtrees
/// of height 8 × L, so that hash i of level L is the root of tile i of level L - 1.
struct Tile {
    int level = 0;
    std::int64_t index = 0;  ///< holds hashes number index × 256 to index × 256 + 255 of its level
    std::vector<Digest> hashes;
};

/// One hash of a tile of level 1 or above.
struct TileHash {
    int level = 0;
    std::int64_t index = 0;  ///< number of the hash in its level; tile index / 256
    Digest hash;
    bool operator==(const TileHash&) const = default;
};

/// Appends, and says what else storage has to keep.
///
/// Storage keeps a leaf hash per entry, and every TileHash it is handed (one for every 256 entries,
/// two for every 65,536 …): a row each, or in tiles that grow. It reads nothing to append: the
/// frontier (`ledger_head`) is enough.
class TileWriter {
public:
    explicit TileWriter(Frontier frontier) : frontier_{std::move(frontier)} {}
    /// Appends a leaf; gives the hashes above level 0 that are complete with it, lowest level
    /// first.
    std::vector<TileHash> append(const Digest& leaf);
    const Frontier& frontier() const { return frontier_; }

private:
    Frontier frontier_;
};

/// Where tiles come from: storage, or a test's memory.
class TileSource {
public:
    virtual ~TileSource() = default;
    /// The first `width` (1 to 256) hashes of a tile, exactly that many; asked only for hashes that
    /// exist. Throws its own error where they cannot be had.
    virtual std::vector<Digest> tile(int level, std::int64_t index, int width) = 0;
};

/// The tiles that became full with the leaf that made the tree `size` leaves large, lowest level
/// first: none 255 times of 256. For storage that packs full tiles; reads 256 hashes for each.
std::vector<Tile> full_tiles(std::int64_t size, TileSource& source);

/// Roots of complete subtrees.
class HashReader {
public:
    virtual ~HashReader() = default;
    /// The root of the complete subtree of 2^level leaves that begins at leaf index × 2^level.
    virtual Digest subtree(int level, std::int64_t index) = 0;
};

/// Reads subtrees through tiles; keeps the last tile of each level, so that one proof reads each
/// tile once.
class TileReader : public HashReader {
public:
    /// For a tree of `size` leaves; subtrees beyond it throw std::logic_error.
    TileReader(TileSource& source, std::int64_t size) : source_{source}, size_{size} {}
    Digest subtree(int level, std::int64_t index) override;

private:
    const std::vector<Digest>& tile(int level, std::int64_t index);

    TileSource& source_;
    std::int64_t size_;
    std::vector<Tile> last_;
};

/// Reads subtrees out of leaf hashes in memory; for small trees and tests.
class MemoryReader : public HashReader {
public:
    explicit MemoryReader(std::span<const Digest> leaves) : leaves_{leaves} {}
    Digest subtree(int level, std::int64_t index) override;

private:
    std::span<const Digest> leaves_;
};

/// The proof that the leaf at `index` (from 0) is in the tree of `size`, nearest sibling first.
/// Throws std::logic_error unless 0 <= index < size.
std::vector<Digest> inclusion_proof(std::int64_t index, std::int64_t size, HashReader& reader);

/// The proof that the tree of `old_size` is a beginning of the tree of `new_size`. Empty where the
/// sizes are equal or the old is 0. Throws std::logic_error unless 0 <= old_size <= new_size.
std::vector<Digest> consistency_proof(std::int64_t old_size, std::int64_t new_size,
                                      HashReader& reader);

/// Nothing where the proof holds, else why not. Any sizes and proofs are safe; never throws.
/// Codes: proof_position, proof_length, proof_wrong.
std::optional<LineFault> verify_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size,
                                          std::span<const Digest> proof, const Digest& root);

/// Nothing where the proof holds, else why not. Any sizes and proofs are safe; never throws.
/// Nothing can be proved about an empty old tree: size1 0 is proof_position.
/// Codes: proof_position, proof_length, proof_wrong.
std::optional<LineFault> verify_consistency(std::int64_t size1, std::int64_t size2,
                                            std::span<const Digest> proof, const Digest& root1,
                                            const Digest& root2);

}  // namespace muster::ledger
