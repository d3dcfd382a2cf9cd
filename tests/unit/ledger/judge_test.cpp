// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/merkle.hpp"
#include "unit/ledger/outside.hpp"

using namespace muster::ledger;

namespace {

const std::string judge = "python3 " MUSTER_SOURCE_DIR "/tests/judges/recompute.py ";

std::string note_of(std::int64_t size, const Digest& root) {
    SeededRandomness randomness{1};
    return sign_note(note_text({"muster/example-force/7c1f0a2b", size, root}),
                     LedgerKey::generate(randomness));
}

}  // namespace

TEST_CASE("ledger: the judge in Python finds the size and root that we find") {
    const outside::Folder folder;
    for (const int size : {0, 1, 2, 7, 300}) {
        std::string lines;
        Frontier frontier;
        for (int i = 1; i <= size; ++i) {
            const std::string line = "{\"number\":" + std::to_string(i) + "}";
            lines += line + "\n";
            frontier.append(leaf_hash(line));
        }
        const std::string said = std::to_string(size) + " " + hex(frontier.root()) + "\n";
        const std::string file = folder.file("ledger.jsonl", lines);
        const std::string note = folder.file("checkpoint.txt", note_of(size, frontier.root()));
        const auto judged = outside::run(judge + file + " " + note);
        CHECK_MESSAGE(judged.exit_code == 0, judged.output);
        CHECK(judged.output == said);
        CHECK(outside::run(judge + file).output == said);
        folder.file("checkpoint.txt", note_of(size, sha256("another")));
        CHECK(outside::run(judge + file + " " + note).exit_code == 1);
        folder.file("checkpoint.txt", note_of(size + 1, frontier.root()));
        CHECK(outside::run(judge + file + " " + note).exit_code == 1);
    }
    CHECK(outside::run(judge + folder.file("cut.jsonl", "{}\n{}")).exit_code == 1);
}
