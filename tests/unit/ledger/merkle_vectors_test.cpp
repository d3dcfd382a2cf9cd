// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "muster/ledger/merkle.hpp"
#include "unit/ledger/faults.hpp"
#include "unit/ledger/outside.hpp"

using namespace muster::ledger;
using Json = nlohmann::json;

namespace {

std::filesystem::path vectors_folder() {
    const char* const given = std::getenv("MUSTER_VECTORS");
    const std::filesystem::path folder =
        given != nullptr ? std::filesystem::path{given}
                         : std::filesystem::path{MUSTER_SOURCE_DIR} / "../shared/vectors";
    return folder / "transparency-dev-merkle";
}

/// A hash of a case; nothing where it is not 32 bytes, as in cases that test for that.
std::optional<Digest> digest_of(const Json& text) {
    const auto bytes = text.is_string() ? bytes_of_base64(text.get<std::string>()) : std::nullopt;
    return bytes ? digest_of_hex(hex(*bytes)) : std::nullopt;
}

std::optional<std::vector<Digest>> proof_of(const Json& list) {
    std::vector<Digest> proof;
    for (const Json& text : list.is_array() ? list : Json::array()) {
        const auto digest = digest_of(text);
        if (!digest) return std::nullopt;
        proof.push_back(*digest);
    }
    return proof;
}

/// Sizes and positions are unsigned there; those beyond 2^63 - 1 are no sizes here.
std::int64_t number_of(const Json& number) {
    const auto value = number.get<std::uint64_t>();
    return value > static_cast<std::uint64_t>(INT64_MAX) ? -1 : static_cast<std::int64_t>(value);
}

/// Whether the case's proof verifies; a hash that is not 32 bytes verifies nothing.
bool verifies(const Json& test, bool is_inclusion) {
    const auto proof = proof_of(test.at("proof"));
    if (!proof) return false;
    if (is_inclusion) {
        const auto leaf = digest_of(test.at("leafHash"));
        const auto root = digest_of(test.at("root"));
        return leaf && root &&
               !verify_inclusion(*leaf, number_of(test.at("leafIdx")),
                                 number_of(test.at("treeSize")), *proof, *root);
    }
    const auto root1 = digest_of(test.at("root1"));
    const auto root2 = digest_of(test.at("root2"));
    return root1 && root2 &&
           !verify_consistency(number_of(test.at("size1")), number_of(test.at("size2")), *proof,
                               *root1, *root2);
}

int run_cases(bool is_inclusion) {
    const auto folder = vectors_folder() / (is_inclusion ? "inclusion" : "consistency");
    if (!std::filesystem::is_directory(folder)) {
        MESSAGE("skipped: the transparency-dev/merkle cases are not at "
                << folder.string()
                << "; set MUSTER_VECTORS to the folder that holds transparency-dev-merkle");
        return -1;
    }
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.path().extension() != ".json") continue;
        ++count;
        // Its roots are placeholders that are not 32 bytes; the published list says so.
        if (entry.path().filename() == "sizes-are-equal-one-and-proof-is-empty.json") continue;
        const Json test = Json::parse(outside::content_of(entry.path()));
        CHECK_MESSAGE(verifies(test, is_inclusion) == !test.at("wantErr").get<bool>(),
                      entry.path().string());
    }
    return count;
}

}  // namespace

TEST_CASE("ledger: the inclusion cases of transparency-dev/merkle come out as published") {
    if (const int count = run_cases(true); count >= 0) CHECK(count > 50);
}

TEST_CASE("ledger: the consistency cases of transparency-dev/merkle come out as published") {
    if (const int count = run_cases(false); count >= 0) CHECK(count > 50);
}
