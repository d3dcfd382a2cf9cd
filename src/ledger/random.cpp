// SPDX-License-Identifier: MIT
#include "muster/ledger/random.hpp"

#include <openssl/rand.h>

#include "muster/ledger/digest.hpp"
#include "muster/ledger/errors.hpp"

namespace muster::ledger {

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (count > 0 &&
        RAND_bytes_ex(nullptr, reinterpret_cast<unsigned char*>(bytes.data()), count, 256) != 1)
        throw KeyError("This machine gave no random numbers.");
    return bytes;
}

std::string SystemRandomness::bytes(std::size_t count) {
    return random_bytes(count);
}

std::string SeededRandomness::bytes(std::size_t count) {
    while (left_.size() < count) {
        const Digest block = sha256("muster-practice-1\n" + std::to_string(seed_) + "\n" +
                                    std::to_string(block_++) + "\n");
        left_.append(block.view());
    }
    std::string bytes = left_.substr(0, count);
    left_.erase(0, count);
    return bytes;
}

std::string random_id(Randomness& randomness, char letter) {
    std::string id{letter, '-'};
    for (const char c : crockford(randomness.bytes(5), 40))
        id.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    return id;
}

}  // namespace muster::ledger
