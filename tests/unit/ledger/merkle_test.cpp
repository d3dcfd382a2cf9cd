// SPDX-License-Identifier: MIT
#include "muster/ledger/merkle.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <map>

#include "unit/ledger/faults.hpp"

using namespace muster::ledger;

namespace {

std::vector<Digest> some_leaves(std::int64_t count) {
    std::vector<Digest> leaves;
    for (std::int64_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(std::to_string(i)));
    return leaves;
}

/// The definition in RFC 6962 §2.1, as plainly as it can be said.
Digest defined_root(std::span<const Digest> leaves) {
    if (leaves.empty()) return sha256("");
    if (leaves.size() == 1) return leaves[0];
    std::size_t left = 1;
    while (left * 2 < leaves.size()) left *= 2;
    return node_hash(defined_root(leaves.first(left)), defined_root(leaves.subspan(left)));
}

/// Keeps what storage keeps: leaf hashes, and what the writer hands out.
class KeptTiles : public TileSource {
public:
    std::map<std::pair<int, std::int64_t>, Digest> hashes;
    int reads = 0;

    void append(TileWriter& writer, const Digest& leaf) {
        hashes[{0, writer.frontier().size()}] = leaf;
        for (const TileHash& hash : writer.append(leaf))
            hashes[{hash.level, hash.index}] = hash.hash;
    }
    std::vector<Digest> tile(int level, std::int64_t index, int width) override {
        ++reads;
        std::vector<Digest> found;
        for (int i = 0; i < width; ++i) found.push_back(hashes.at({level, index * tile_width + i}));
        return found;
    }
};

}  // namespace

TEST_CASE("ledger: the tree of no leaves has the root of RFC 6962") {
    CHECK(Frontier{}.root() == sha256(""));
    CHECK(empty_root() == sha256(""));
    CHECK(root_of({}) == empty_root());
}

TEST_CASE("ledger: the well-known tree of eight leaves has its published roots") {
    // From Certificate Transparency's own reference test (certificate-transparency,
    // merkle_tree_test).
    const std::vector<std::string> inputs{"",
                                          "00",
                                          "10",
                                          "2021",
                                          "3031",
                                          "40414243",
                                          "5051525354555657",
                                          "606162636465666768696a6b6c6d6e6f"};
    std::vector<Digest> leaves;
    for (const auto& input : inputs) leaves.push_back(leaf_hash(*bytes_of_hex(input)));
    CHECK(hex(root_of(std::span{leaves}.first(1))) ==
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    CHECK(hex(root_of(leaves)) ==
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST_CASE("ledger: a frontier of any size has the root that RFC 6962 defines") {
    const auto leaves = some_leaves(130);
    Frontier frontier;
    for (std::size_t size = 1; size <= leaves.size(); ++size) {
        frontier.append(leaves[size - 1]);
        CHECK(frontier.size() == static_cast<std::int64_t>(size));
        CHECK(frontier.root() == defined_root(std::span{leaves}.first(size)));
    }
}

TEST_CASE("ledger: a frontier is restored from its peaks, and only from as many as its size has") {
    const auto leaves = some_leaves(7);
    Frontier frontier;
    for (const Digest& leaf : leaves) frontier.append(leaf);
    CHECK(frontier.peaks().size() == 3);
    auto restored = Frontier::of(7, frontier.peaks());
    REQUIRE(restored);
    restored->append(leaf_hash("8th"));
    frontier.append(leaf_hash("8th"));
    CHECK(restored->root() == frontier.root());
    CHECK_FALSE(Frontier::of(6, {leaves[0], leaves[1], leaves[2]}));
    CHECK_FALSE(Frontier::of(-1, std::vector<Digest>(64)));
    CHECK_FALSE(Frontier::of(1, {}));
    CHECK(Frontier::of(0, {}));
}

TEST_CASE(
    "ledger: inclusion and consistency proofs of every small tree verify, and no other does") {
    const auto leaves = some_leaves(33);
    MemoryReader reader{leaves};
    for (std::int64_t size = 1; size <= 33; ++size) {
        const Digest root = defined_root(std::span{leaves}.first(static_cast<std::size_t>(size)));
        for (std::int64_t i = 0; i < size; ++i) {
            const auto at = static_cast<std::size_t>(i);
            auto proof = inclusion_proof(i, size, reader);
            CHECK(code_of(verify_inclusion(leaves[at], i, size, proof, root)) == "");
            CHECK(code_of(verify_inclusion(leaf_hash("x"), i, size, proof, root)) == "proof_wrong");
            proof.push_back(root);
            CHECK(code_of(verify_inclusion(leaves[at], i, size, proof, root)) == "proof_length");
        }
        for (std::int64_t old = 1; old <= size; ++old) {
            const Digest old_root =
                defined_root(std::span{leaves}.first(static_cast<std::size_t>(old)));
            auto proof = consistency_proof(old, size, reader);
            CHECK(code_of(verify_consistency(old, size, proof, old_root, root)) == "");
            CHECK(code_of(verify_consistency(old, size, proof, sha256("x"), root)) ==
                  "proof_wrong");
            CHECK(code_of(verify_consistency(old, size, proof, old_root, sha256("x"))) ==
                  "proof_wrong");
            proof.push_back(root);
            CHECK(code_of(verify_consistency(old, size, proof, old_root, root)) == "proof_length");
        }
    }
    CHECK(consistency_proof(0, 5, reader).empty());
}

TEST_CASE("ledger: proofs about impossible positions and sizes are refused, not followed") {
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    const std::int64_t low = std::numeric_limits<std::int64_t>::min();
    const Digest d = sha256("d");
    const std::vector<Digest> proof(70, d);
    for (const auto& [index, size] : {std::pair{huge, huge},
                                      {low, huge},
                                      {std::int64_t{0}, low},
                                      {std::int64_t{0}, std::int64_t{0}},
                                      {std::int64_t{-1}, huge}})
        CHECK(code_of(verify_inclusion(d, index, size, proof, d)) == "proof_position");
    CHECK(code_of(verify_inclusion(d, huge - 1, huge, proof, d)) == "proof_length");
    CHECK(code_of(verify_inclusion(d, 0, huge, {}, d)) == "proof_length");
    for (const auto& [old, size] : {std::pair{huge, low},
                                    {std::int64_t{0}, huge},
                                    {low, low},
                                    {std::int64_t{2}, std::int64_t{1}}})
        CHECK(code_of(verify_consistency(old, size, proof, d, d)) == "proof_position");
    CHECK(code_of(verify_consistency(huge - 1, huge, proof, d, d)) == "proof_length");
    CHECK(code_of(verify_consistency(1, huge, {}, d, d)) == "proof_length");
    MemoryReader reader{proof};
    CHECK_THROWS_AS(inclusion_proof(5, 5, reader), std::logic_error);
    CHECK_THROWS_AS(consistency_proof(6, 5, reader), std::logic_error);
}

TEST_CASE("ledger: tiles kept while appending prove every position of a large tree") {
    constexpr std::int64_t size = 66'000;  // two levels above the leaves, all three partly filled
    KeptTiles kept;
    TileWriter writer{Frontier{}};
    std::vector<Digest> leaves = some_leaves(size);
    for (const Digest& leaf : leaves) kept.append(writer, leaf);
    CHECK(kept.hashes.size() == size + 257 + 1);
    const Digest root = writer.frontier().root();
    for (std::int64_t index = 0; index < size; index += 4'391) {
        TileReader reader{kept, size};
        kept.reads = 0;
        const auto proof = inclusion_proof(index, size, reader);
        CHECK(kept.reads <= 6);
        CHECK(code_of(verify_inclusion(leaves[static_cast<std::size_t>(index)], index, size, proof,
                                       root)) == "");
    }
    for (const std::int64_t old : {1, 255, 256, 257, 65'535, 65'536, 65'537, 65'999}) {
        TileReader reader{kept, size};
        const Digest old_root = root_of(std::span{leaves}.first(static_cast<std::size_t>(old)));
        const auto proof = consistency_proof(old, size, reader);
        CHECK(code_of(verify_consistency(old, size, proof, old_root, root)) == "");
    }
    TileReader reader{kept, size};
    CHECK(reader.subtree(16, 0) == root_of(std::span{leaves}.first(65'536)));
    CHECK_THROWS_AS(reader.subtree(16, 1), std::logic_error);
    CHECK_THROWS_AS(reader.subtree(0, size), std::logic_error);
}

TEST_CASE("ledger: full tiles are handed out once, with the leaf that filled them") {
    KeptTiles kept;
    TileWriter writer{Frontier{}};
    std::vector<std::pair<std::int64_t, int>> full;
    for (const Digest& leaf : some_leaves(65'536)) {
        kept.append(writer, leaf);
        for (const Tile& tile : full_tiles(writer.frontier().size(), kept)) {
            CHECK(tile.hashes.size() == tile_width);
            full.emplace_back(tile.index, tile.level);
        }
    }
    CHECK(full.size() == 257);
    CHECK(full[0] == std::pair<std::int64_t, int>{0, 0});
    CHECK(full[255] == std::pair<std::int64_t, int>{255, 0});
    CHECK(full[256] == std::pair<std::int64_t, int>{0, 1});
}
