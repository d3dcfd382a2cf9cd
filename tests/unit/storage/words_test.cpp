// SPDX-License-Identifier: MIT
#include "storage/words.hpp"

#include <doctest/doctest.h>

using namespace muster::storage;

TEST_CASE("storage: only A to Z are lowered, and characters are counted, not bytes") {
    CHECK(lowered("PC 4471 ÉZ") == "pc 4471 Éz");
    CHECK(characters("") == 0);
    CHECK(characters("é漢a") == 3);
}

TEST_CASE("storage: the signs of a pattern are taken literally in a filter") {
    CHECK(containing("") == "%%");
    CHECK(containing("A%_\\") == "%a\\%\\_\\\\%");
}
