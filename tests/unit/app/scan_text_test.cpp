// SPDX-License-Identifier: MIT
#include "muster/app/scan_text.hpp"

#include <doctest/doctest.h>

using namespace muster::app;

TEST_CASE("scan: a code is trimmed and upper-cased, and holds only what labels hold") {
    CHECK(scan_text(" glock 17/abc-1.2\r\n") == "GLOCK 17/ABC-1.2");
    CHECK(scan_text(std::string(64, 'A')) == std::string(64, 'A'));
    CHECK_FALSE(scan_text(std::string(65, 'A')));
    for (const char* const bad : {"", "  ", "A_B", "A&B", "A'--", "A\tB",
                                  "A\xC2\xA0"
                                  "B"}) {
        CAPTURE(bad);
        CHECK_FALSE(scan_text(bad));
    }
}

TEST_CASE("scan: a quantity is digits and nothing else") {
    CHECK(typed_quantity(" 30 ") == 30);
    CHECK(typed_quantity("0") == 0);
    CHECK(typed_quantity("999999999") == 999'999'999);
    for (const char* const bad : {"", "-1", "+1", "1 000", "1.0", "1e3", "1000000000"}) {
        CAPTURE(bad);
        CHECK_FALSE(typed_quantity(bad));
    }
}

TEST_CASE("scan: four keys with less than 30 ms between them are a scanner's, three are not") {
    KeyBursts keys;
    for (const std::int64_t at : {100, 110, 139}) keys.key(at);
    CHECK_FALSE(keys.is_burst());
    keys.key(168);
    CHECK(keys.is_burst());
    CHECK(keys.ends_burst(190));
    CHECK_FALSE(keys.ends_burst(198));
    SUBCASE("a pause begins another run") {
        keys.key(198);
        CHECK(keys.run() == 1);
        CHECK_FALSE(keys.is_burst());
    }
    SUBCASE("and so does forgetting it") {
        keys.forget();
        keys.key(170);
        CHECK(keys.run() == 1);
    }
}

TEST_CASE("scans: a control character within a burst voids it, and a person's Ctrl key does not") {
    using enum ControlKeys::Verdict;
    ControlKeys keys;
    SUBCASE("a person's, by itself") {
        CHECK(keys.key(1'000, false, false) == passes);
        CHECK(keys.key(1'200, true, false) == passes);
        CHECK(keys.key(1'400, false, false) == passes);
    }
    SUBCASE("in the middle: the rest of the burst is gone with it, and the next scan is a scan") {
        CHECK(keys.key(1'000, false, false) == passes);
        CHECK(keys.key(1'002, true, false) == voids);
        CHECK(keys.key(1'004, false, false) == swallowed);
        CHECK(keys.key(1'006, true, false) == swallowed);
        CHECK(keys.key(1'008, false, true) == swallowed);
        CHECK(keys.key(1'010, false, false) == passes);
    }
    SUBCASE("in front: what it would command has not happened yet") {
        CHECK(keys.key(1'000, true, false) == passes);
        CHECK(keys.key(1'002, false, false) == voids);
        CHECK(keys.key(1'004, false, true) == swallowed);
    }
    SUBCASE("as the last before Enter") {
        CHECK(keys.key(1'000, false, false) == passes);
        CHECK(keys.key(1'002, true, false) == voids);
        CHECK(keys.key(1'500, false, false) == passes);
    }
}
