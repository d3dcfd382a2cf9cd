// SPDX-License-Identifier: MIT
#include "muster/ledger/merkle.hpp"

#include <bit>
#include <stdexcept>

namespace muster::ledger {

namespace {

Digest prefixed(char prefix, std::string_view first, std::string_view second) {
    thread_local Sha256 hash;
    return hash.update({&prefix, 1}).update(first).update(second).finish();
}

}  // namespace

Digest leaf_hash(std::string_view line) {
    return prefixed('\0', line, {});
}

Digest node_hash(const Digest& left, const Digest& right) {
    return prefixed('\1', left.view(), right.view());
}

Digest empty_root() {
    return sha256({});
}

Digest root_of(std::span<const Digest> leaves) {
    Frontier frontier;
    for (const Digest& leaf : leaves) frontier.append(leaf);
    return frontier.root();
}

std::optional<Frontier> Frontier::of(std::int64_t size, std::vector<Digest> peaks) {
    if (size < 0) return std::nullopt;
    const int wanted = std::popcount(static_cast<std::uint64_t>(size));
    if (peaks.size() != static_cast<std::size_t>(wanted)) return std::nullopt;
    Frontier frontier;
    frontier.size_ = size;
    frontier.peaks_ = std::move(peaks);
    return frontier;
}

void Frontier::append(const Digest& leaf) {
    std::vector<TileHash> ignored;
    append(leaf, ignored);
}

void Frontier::append(const Digest& leaf, std::vector<TileHash>& completed) {
    peaks_.push_back(leaf);
    const std::int64_t position = size_++;
    for (int height = 1; (position >> (height - 1) & 1) == 1; ++height) {
        const Digest node = node_hash(peaks_[peaks_.size() - 2], peaks_.back());
        peaks_.pop_back();
        peaks_.back() = node;
        if (height % tile_height == 0)
            completed.push_back({height / tile_height, position >> height, node});
    }
}

Digest Frontier::root() const {
    if (peaks_.empty()) return empty_root();
    Digest root = peaks_.back();
    for (std::size_t i = peaks_.size() - 1; i-- > 0;) root = node_hash(peaks_[i], root);
    return root;
}

std::vector<TileHash> TileWriter::append(const Digest& leaf) {
    std::vector<TileHash> completed;
    frontier_.append(leaf, completed);
    return completed;
}

std::vector<Tile> full_tiles(std::int64_t size, TileSource& source) {
    std::vector<Tile> tiles;
    std::int64_t count = size;
    for (int level = 0; count > 0 && count % tile_width == 0; ++level) {
        count /= tile_width;
        tiles.push_back({level, count - 1, source.tile(level, count - 1, tile_width)});
    }
    return tiles;
}

Digest TileReader::subtree(int level, std::int64_t index) {
    if (level < 0 || level > 62 || index < 0 || index >= size_ >> level)
        throw std::logic_error("TileReader: a subtree that this tree does not hold");
    const int above = level % tile_height;
    const std::int64_t first = index << above;
    const auto& hashes = tile(level / tile_height, first / tile_width);
    const auto count = std::size_t{1} << above;
    return root_of(std::span{hashes}.subspan(static_cast<std::size_t>(first % tile_width), count));
}

const std::vector<Digest>& TileReader::tile(int level, std::int64_t index) {
    for (const Tile& kept : last_)
        if (kept.level == level && kept.index == index) return kept.hashes;
    const std::int64_t held = (size_ >> (tile_height * level)) - index * tile_width;
    const int width = static_cast<int>(std::min<std::int64_t>(held, tile_width));
    Tile fresh{level, index, source_.tile(level, index, width)};
    if (fresh.hashes.size() != static_cast<std::size_t>(width))
        throw std::logic_error("TileSource: a tile of another width than asked");
    std::erase_if(last_, [&](const Tile& kept) { return kept.level == level; });
    last_.push_back(std::move(fresh));
    return last_.back().hashes;
}

Digest MemoryReader::subtree(int level, std::int64_t index) {
    const auto size = static_cast<std::int64_t>(leaves_.size());
    if (level < 0 || level > 62 || index < 0 || index >= size >> level)
        throw std::logic_error("MemoryReader: a subtree that this tree does not hold");
    return root_of(
        leaves_.subspan(static_cast<std::size_t>(index << level), std::size_t{1} << level));
}

}  // namespace muster::ledger
