// SPDX-License-Identifier: MIT
#include "storage/key_range.hpp"

#include <doctest/doctest.h>

using namespace muster::storage;

TEST_CASE("storage: the end of a prefix is the next text that does not begin with it") {
    CHECK(end_of_prefix("a/") == "a0");
    CHECK(end_of_prefix("l-3/") == "l-30");
    CHECK(end_of_prefix("z") == "{");
    CHECK(end_of_prefix("\x7F") == "\xC2\x80");
    CHECK(end_of_prefix("é") == "ê");
    CHECK(end_of_prefix("\xDF\xBF") == "\xE0\xA0\x80");
    CHECK(end_of_prefix("a\xED\x9F\xBF") == "a\xEE\x80\x80");
    CHECK(end_of_prefix("\xEF\xBF\xBF") == "\xF0\x90\x80\x80");
    CHECK(end_of_prefix("a\xF4\x8F\xBF\xBF") == "b");
    CHECK(end_of_prefix("\xF4\x8F\xBF\xBF") == after_every_key);
    CHECK(end_of_prefix("") == after_every_key);
}
