// SPDX-License-Identifier: MIT
#include <bit>
#include <stdexcept>

#include "muster/ledger/merkle.hpp"

namespace muster::ledger {

namespace {

/// The largest power of two below `count` (at least 2): where RFC 6962 divides a tree.
std::int64_t split_of(std::int64_t count) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(count - 1)));
}

int log2_of(std::int64_t power) {
    return std::countr_zero(static_cast<std::uint64_t>(power));
}

/// The root of `count` leaves from `begin`, which is a multiple of the largest power in `count`.
Digest range_root(std::int64_t begin, std::int64_t count, HashReader& reader) {
    if (std::has_single_bit(static_cast<std::uint64_t>(count)))
        return reader.subtree(log2_of(count), begin / count);
    const std::int64_t left = split_of(count);
    const Digest left_root = range_root(begin, left, reader);
    return node_hash(left_root, range_root(begin + left, count - left, reader));
}

/// PATH of RFC 6962 §2.1.1, deepest first.
void add_path(std::int64_t index, std::int64_t begin, std::int64_t count, HashReader& reader,
              std::vector<Digest>& proof) {
    if (count == 1) return;
    const std::int64_t left = split_of(count);
    if (index < left) {
        add_path(index, begin, left, reader, proof);
        proof.push_back(range_root(begin + left, count - left, reader));
    } else {
        add_path(index - left, begin + left, count - left, reader, proof);
        proof.push_back(range_root(begin, left, reader));
    }
}

/// SUBPROOF of RFC 6962 §2.1.2; `whole` while the old tree is a subtree the verifier knows.
void add_subproof(std::int64_t old_count, std::int64_t begin, std::int64_t count, bool whole,
                  HashReader& reader, std::vector<Digest>& proof) {
    if (old_count == count) {
        if (!whole) proof.push_back(range_root(begin, count, reader));
        return;
    }
    const std::int64_t left = split_of(count);
    if (old_count <= left) {
        add_subproof(old_count, begin, left, whole, reader, proof);
        proof.push_back(range_root(begin + left, count - left, reader));
    } else {
        add_subproof(old_count - left, begin + left, count - left, false, reader, proof);
        proof.push_back(range_root(begin, left, reader));
    }
}

LineFault position_fault(const char* words) {
    return {"proof_position", words};
}

LineFault length_fault() {
    return {"proof_length", "The proof is longer or shorter than it must be."};
}

LineFault wrong_fault() {
    return {"proof_wrong", "The proof does not lead to the root."};
}

}  // namespace

std::vector<Digest> inclusion_proof(std::int64_t index, std::int64_t size, HashReader& reader) {
    if (index < 0 || index >= size)
        throw std::logic_error("inclusion_proof: a position outside the tree");
    std::vector<Digest> proof;
    add_path(index, 0, size, reader, proof);
    return proof;
}

std::vector<Digest> consistency_proof(std::int64_t old_size, std::int64_t new_size,
                                      HashReader& reader) {
    if (old_size < 0 || old_size > new_size)
        throw std::logic_error("consistency_proof: an old tree larger than the new");
    std::vector<Digest> proof;
    if (old_size > 0) add_subproof(old_size, 0, new_size, true, reader, proof);
    return proof;
}

// RFC 9162 §2.1.3.2 states this walk for the tree of RFC 6962.
std::optional<LineFault> verify_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size,
                                          std::span<const Digest> proof, const Digest& root) {
    if (index < 0 || index >= size)
        return position_fault("The proof is for a position outside the tree.");
    std::int64_t node = index;
    std::int64_t last = size - 1;
    Digest hash = leaf;
    for (const Digest& sibling : proof) {
        if (last == 0) return length_fault();
        if (node % 2 == 1 || node == last) {
            hash = node_hash(sibling, hash);
            while (node % 2 == 0 && node != 0) node /= 2, last /= 2;
        } else {
            hash = node_hash(hash, sibling);
        }
        node /= 2;
        last /= 2;
    }
    if (last != 0) return length_fault();
    if (hash != root) return wrong_fault();
    return std::nullopt;
}

// RFC 9162 §2.1.4.2, likewise.
std::optional<LineFault> verify_consistency(std::int64_t size1, std::int64_t size2,
                                            std::span<const Digest> proof, const Digest& root1,
                                            const Digest& root2) {
    if (size1 < 1) return position_fault("Nothing can be proved about an empty or negative tree.");
    if (size1 > size2) return position_fault("The older tree is larger than the newer.");
    if (size1 == size2) {
        if (!proof.empty()) return length_fault();
        if (root1 != root2) return wrong_fault();
        return std::nullopt;
    }
    std::int64_t node = size1 - 1;
    std::int64_t last = size2 - 1;
    while (node % 2 == 1) node /= 2, last /= 2;
    // Where the old tree is one complete subtree, its root begins the proof and is not repeated.
    std::size_t next = 0;
    if (node != 0 && proof.empty()) return length_fault();
    Digest old_hash = node == 0 ? root1 : proof[next++];
    Digest new_hash = old_hash;
    for (; next < proof.size(); ++next) {
        if (last == 0) return length_fault();
        if (node % 2 == 1 || node == last) {
            old_hash = node_hash(proof[next], old_hash);
            new_hash = node_hash(proof[next], new_hash);
            while (node % 2 == 0 && node != 0) node /= 2, last /= 2;
        } else {
            new_hash = node_hash(new_hash, proof[next]);
        }
        node /= 2;
        last /= 2;
    }
    if (last != 0) return length_fault();
    if (old_hash != root1 || new_hash != root2) return wrong_fault();
    return std::nullopt;
}

}  // namespace muster::ledger
