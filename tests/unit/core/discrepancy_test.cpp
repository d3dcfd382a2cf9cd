// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/core/movement_line.hpp"
#include "support/counting_armoury.hpp"

using namespace muster::testing;

TEST_CASE("discrepancy: a missing weapon is critical, and its clock runs from when it was found") {
    CountingArmoury armoury;
    const Discrepancy found = armoury.fact<Discrepancy>(armoury.short_pistol().value);
    CHECK(found.sort == "count_not_found");
    CHECK(found.severity == "critical");
    REQUIRE(found.due);
    CHECK(found.due->ms == armoury.now.ms + 3'600'000);
    CHECK(found.found_by == UserId{"u-mia"});
    CHECK(armoury.facts.find<Stocktake>(found.count.value)->closed == found.opened_by);
}

TEST_CASE("discrepancy: a policy says how grave a sort is") {
    CountingArmoury armoury;
    armoury.apply_all("u-admin", PolicySet{"severity.count_not_found", "low", UserId{"u-mia"}});
    const Discrepancy found = armoury.fact<Discrepancy>(armoury.short_pistol().value);
    CHECK(found.severity == "low");
    CHECK_FALSE(found.due);
}

TEST_CASE("discrepancy: it is not resolved without something that was looked into") {
    CountingArmoury armoury;
    const DiscrepancyId id = armoury.short_pistol();
    const DiscrepancyResolved resolved{id, "found", private_text("on the bench"), {}, {}};
    CHECK(armoury.verdict("u-sue", resolved) == "detail_missing");
    armoury.apply_all("u-sue", DiscrepancyAssigned{id, UserId{"u-ann"}});
    CHECK(armoury.verdict("u-sue", resolved) == "detail_missing");
    armoury.note(id);
    CHECK(armoury.verdict("u-sue", resolved) == "allowed");
    DiscrepancyResolved other = resolved;
    other.outcome = "gone";
    CHECK(armoury.verdict("u-sue", other) == "value_unknown");
    other = resolved;
    other.words = private_text("  ");
    CHECK(armoury.verdict("u-sue", other) == "detail_missing");
    CHECK(armoury.verdict("u-aud", resolved) == "power_missing");
}

TEST_CASE("discrepancy: reported upwards once, the clock stands") {
    CountingArmoury armoury;
    const DiscrepancyId id = armoury.short_pistol();
    armoury.apply_all("u-sue", DiscrepancyNoted{id, "reported", private_text("to the ACC"), {}});
    const Instant first = armoury.now;
    CHECK(armoury.fact<Discrepancy>(id.value).reported == first);
    armoury.now.ms += 60'000;
    armoury.apply_all("u-sue", DiscrepancyNoted{id, "reported", private_text("again"), {}});
    CHECK(armoury.fact<Discrepancy>(id.value).reported == first);
    CHECK(armoury.facts.all<DiscrepancyAction>(id.value + "/").size() == 2);
}

TEST_CASE("discrepancy: an approved adjustment changes the book, and is a movement") {
    CountingArmoury armoury;
    CountStarted plan = armoury.plan();
    plan.scope = {armoury.safe};
    armoury.counted(plan, armoury.whole(armoury.safe, armoury.batch_a.value, 3));
    const DiscrepancyId id = armoury.open_one();
    armoury.note(id);
    const auto resolution = [&](std::int64_t change) {
        return DiscrepancyResolved{id, "loss", private_text("not found"), {}, change};
    };
    CHECK(armoury.verdict("u-sue", resolution(-1'001)) == "balance_too_low");
    armoury.apply_all("u-sue", resolution(-3));
    CHECK(armoury.balance(armoury.safe.value, armoury.batch_a.value) == 1'000);
    CHECK(armoury.verdict("u-sue", CountingArmoury::approval(id)) == "power_missing");
    armoury.apply_all("u-mia", CountingArmoury::approval(id));
    CHECK(armoury.balance(armoury.safe.value, armoury.batch_a.value) == 997);
    const auto lines = movement_lines(armoury.entries.back());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].kind == "lose");
    CHECK(lines[0].quantity == 3);
    CHECK(lines[0].from.value == armoury.safe.value);
    CHECK(armoury.fact<Discrepancy>(id.value).state == "approved");
    CHECK(armoury.replayed() == armoury.facts);
}

TEST_CASE("discrepancy: an item is adjusted by no number, and nobody approves their own words") {
    CountingArmoury armoury;
    const DiscrepancyId id = armoury.short_pistol();
    armoury.note(id);
    CHECK(armoury.verdict("u-sue", DiscrepancyResolved{id, "loss", private_text("gone"), {}, -1}) ==
          "detail_missing");
    armoury.apply_all("u-mia", DiscrepancyResolved{id, "loss", private_text("gone"), {}, {}});
    CHECK(armoury.verdict("u-mia", CountingArmoury::approval(id)) == "approver_is_requester");
    CHECK(armoury.verdict("u-acc", CountingArmoury::approval(id)) == "allowed");
}

TEST_CASE("discrepancy: before the rules of a team were kept it has no clock") {
    StockedArmoury armoury;
    Discrepancy found;
    armoury.apply_all("u-ann", armoury.issue({}, {StockedArmoury::of(armoury.batch_a, 10)}));
    armoury.apply_all("u-ann", armoury.giving_back({}, {StockedArmoury::of(armoury.batch_a, 9)}));
    REQUIRE(armoury.facts.all<Discrepancy>().size() == 1);
    found = armoury.facts.all<Discrepancy>().front();
    CHECK_FALSE(found.severity);
    CHECK_FALSE(found.due);
    CHECK(found.found_by.empty());
}
