// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "support/counting_armoury.hpp"

using namespace muster::testing;

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

CountStarted offered(CountStarted plan, const char* by, const char* reason = "nobody else is in") {
    plan.offer = OverrideOffer{UserId{by}, private_text(reason)};
    return plan;
}

}  // namespace

TEST_CASE("team: one custodian may count with somebody else, two may not") {
    CountingArmoury armoury;
    armoury.apply_all("u-mia", CustodianNamed{armoury.site, UserId{"u-ann"}});
    CHECK(custodian_of(armoury.facts, armoury.rack) == UserId{"u-ann"});
    CHECK(armoury.verdict("u-mia", armoury.plan("u-ann", "u-kim")) == "allowed");
    add_user(armoury, "ann2", {}, "ann");
    armoury.apply_all("u-mia", CustodianNamed{armoury.safe, UserId{"u-ben"}});
    CountStarted both = armoury.plan("u-ann", "u-ben");
    both.scope = {armoury.site};
    CHECK(armoury.verdict("u-mia", both) == "count_both_custodians");
    armoury.apply_all("u-mia", CustodianNamed{armoury.safe, {}});
    CHECK(armoury.verdict("u-mia", both) == "allowed");
}

TEST_CASE("team: an override needs another person's power and a reason, and is in the entry") {
    CountingArmoury armoury;
    const CountStarted plan = armoury.plan("u-ann", "u-ben", "blind");
    CHECK(armoury.verdict("u-mia", plan) == "count_outsider_missing");
    CHECK(armoury.verdict("u-mia", offered(plan, "")) == "override_by_missing");
    CHECK(armoury.verdict("u-mia", offered(plan, "u-sue", " ")) == "override_reason_missing");
    CHECK(armoury.verdict("u-mia", offered(plan, "u-mia")) == "override_lacks_power");
    CHECK(armoury.verdict("u-mia", offered(plan, "u-kim")) == "override_lacks_power");
    const EntryNumber number = armoury.apply_all("u-mia", offered(plan, "u-sue"));
    const auto& started =
        std::get<CountStarted>(armoury.entries[static_cast<std::size_t>(number - 1)].body);
    REQUIRE(started.overrides.size() == 1);
    CHECK(started.overrides[0].stop == "count_outsider_missing");
    CHECK(started.overrides[0].by == UserId{"u-sue"});
}

TEST_CASE("team: an offer that nothing needs is not kept") {
    CountingArmoury armoury;
    const EntryNumber number = armoury.apply_all("u-mia", offered(armoury.plan(), "u-sue"));
    const auto& started =
        std::get<CountStarted>(armoury.entries[static_cast<std::size_t>(number - 1)].body);
    CHECK_FALSE(started.offer);
    CHECK(started.overrides.empty());
}

TEST_CASE("team: who gave up a stock role is no outsider for 90 days") {
    CountingArmoury armoury;
    CHECK(is_outsider(armoury.facts, UserId{"u-kim"}, armoury.now));
    CHECK_FALSE(is_outsider(armoury.facts, UserId{"u-ann"}, armoury.now));
    armoury.apply_all("u-admin", RoleWithdrawn{UserId{"u-ann"}, "armourer"});
    const Instant left = armoury.now;
    CHECK_FALSE(is_outsider(armoury.facts, UserId{"u-ann"}, {left.ms + 89 * ms_per_day}));
    CHECK(is_outsider(armoury.facts, UserId{"u-ann"}, {left.ms + 90 * ms_per_day}));
}

TEST_CASE("team: the same lead runs until another leads once") {
    CountingArmoury armoury;
    for (int i = 0; i < 3; ++i) armoury.counted(armoury.plan(), armoury.whole(armoury.rack));
    CHECK(armoury.verdict("u-mia", armoury.plan()) == "count_lead_again");
    CHECK(armoury.verdict("u-mia", armoury.plan("u-kim", "u-ben", "full")) == "allowed");
    armoury.counted(armoury.plan("u-ben", "u-kim"), armoury.whole(armoury.rack));
    CHECK(armoury.verdict("u-mia", armoury.plan()) == "allowed");
}

TEST_CASE("coverage: what a quarter's counts covered, a skipped place apart") {
    CountingArmoury armoury;
    armoury.counted(armoury.plan(), armoury.whole(armoury.rack));
    CountStarted both = armoury.plan();
    both.scope = {armoury.rack, armoury.safe};
    auto lines = armoury.whole(armoury.rack);
    SeenLine skip = armoury.saw(armoury.safe, "-", 0);
    skip.skipped = private_text("the key is broken");
    lines.push_back(skip);
    armoury.counted(both, lines);
    const auto row = armoury.fact<CountCoverage>(armoury.rack.value + "/spot/2026-Q1");
    CHECK(row.counts == 2);
    CHECK(row.blind == 2);
    CHECK(row.outside == 2);
    CHECK(row.running == 2);
    CHECK(armoury.facts.all<CountCoverage>(armoury.safe.value + "/").empty());
    CHECK(quarter_of(at("2026-12-31T23:59:00.000Z")) == "2026-Q4");
    CHECK(quarter_of(at("2026-03-31T23:30:00.000Z")) == "2026-Q2");
}

TEST_CASE("count: only the categories that a kind counts are expected") {
    CountingArmoury armoury;
    CountStarted plan = armoury.plan();
    plan.categories = {"carbine"};
    const CountId count = armoury.start(plan);
    std::vector<std::string> expected;
    for (const auto& line : armoury.facts.all<StocktakeExpected>(count.value + "/"))
        expected.push_back(line.subject);
    CHECK(expected == std::vector<std::string>{armoury.carbine_1.value, armoury.carbine_2.value});
    for (const char* counter : {"u-kim", "u-ben"})
        armoury.hand_in(count, counter, armoury.whole(armoury.rack));
    armoury.compare(count);
    armoury.close(count);
    CHECK(armoury.discrepancies().empty());
}

TEST_CASE("recount: a third person decides, and counts blind until then") {
    CountingArmoury armoury;
    const CountId count = armoury.start(armoury.plan());
    armoury.hand_in(count, "u-kim", armoury.whole(armoury.rack));
    armoury.hand_in(count, "u-ben", armoury.whole(armoury.rack, armoury.pistol_1.value));
    armoury.compare(count);
    armoury.apply_all("u-mia", CountRecountAsked{count, UserId{"u-ann"}});
    CHECK(armoury.verdict("u-mia", CountReconciled{count, 1, 1, {}}) == "count_unfinished");
    armoury.hand_in(count, "u-ann", armoury.whole(armoury.rack));
    armoury.compare(count);
    armoury.close(count);
    CHECK(armoury.discrepancies().empty());
    const auto& closed = std::get<CountClosed>(armoury.entries.back().body);
    CHECK(closed.certificate.ends_with("A third person counted once more."));
}

TEST_CASE("count: what one counter alone cannot name is kept and becomes a discrepancy") {
    CountingArmoury armoury;
    const CountId count = armoury.start(armoury.plan());
    auto lines = armoury.whole(armoury.rack);
    SeenLine box = armoury.saw(armoury.rack, "?", 1);
    box.label = private_text("black case");
    lines.push_back(box);
    armoury.hand_in(count, "u-kim", lines);
    armoury.hand_in(count, "u-ben", armoury.whole(armoury.rack));
    armoury.compare(count);
    armoury.close(count);
    REQUIRE(armoury.discrepancies().size() == 1);
    CHECK(armoury.discrepancies()[0].starts_with("count_unknown ?"));
}

TEST_CASE("dip-test: what differs is a discrepancy, what moved meanwhile is none") {
    CountingArmoury armoury;
    const DipTestId test = created_id<DipTestId>(
        'q', armoury.apply_all("u-acc", DipTestDrawn{armoury.rack,
                                                     {{armoury.rack, "1", armoury.pistol_1},
                                                      {armoury.rack, "2", armoury.pistol_2},
                                                      {armoury.rack, "3", armoury.carbine_1}}}));
    armoury.apply_all("u-ann", armoury.issue({armoury.pistol_2}));
    const EntryNumber number =
        armoury.apply_all("u-acc", DipTestKeyed{test,
                                                UserId{"u-acc"},
                                                {{1, armoury.pistol_1, private_text("T-1")},
                                                 {2, {}, {}},
                                                 {3, armoury.carbine_2, private_text("T-4")}},
                                                0,
                                                0});
    const auto& keyed =
        std::get<DipTestKeyed>(armoury.entries[static_cast<std::size_t>(number - 1)].body);
    CHECK(keyed.agreed == 1);
    CHECK(keyed.differs == 1);
    CHECK(armoury.discrepancies() ==
          std::vector<std::string>{"dip_test_differs " + armoury.carbine_1.value + " 1 0"});
    CHECK(armoury.fact<DipTestLine>(test.value + "/002").result == "moved");
}

TEST_CASE("sign-off: by a senior officer or a deputy on their days, by ink before a witness") {
    CountingArmoury armoury;
    const CountId count = armoury.counted(armoury.plan(), armoury.whole(armoury.rack));
    const auto sign = [&](const char* signer, const char* method, const char* witness = "") {
        return OversightSigned{count.value, UserId{signer}, method, UserId{witness}, {}, {}};
    };
    CHECK(armoury.verdict("u-mia", sign("u-mia", "key")) == "not_senior");
    CHECK(armoury.verdict("u-acc", sign("u-acc", "stamp")) == "value_unknown");
    CHECK(armoury.verdict("u-acc", sign("u-acc", "key")) == "allowed");
    armoury.apply_all("u-acc", DeputyNamed{UserId{"u-mia"}, day("2026-03-02"), day("2026-03-05"),
                                           private_text("leave")});
    const EntryNumber number = armoury.apply_all("u-mia", sign("u-mia", "key"));
    CHECK(std::get<OversightSigned>(armoury.entries[static_cast<std::size_t>(number - 1)].body)
              .principal == UserId{"u-acc"});
    CHECK(armoury.verdict("u-mia", sign("u-mia", "key")) == "signed_already");
    armoury.now.ms += 5 * ms_per_day;
    OversightSigned later = sign("u-mia", "key");
    later.what = "brief 2026-02";
    CHECK(armoury.verdict("u-mia", later) == "not_senior");
    add_user(armoury, "staff", {});
    armoury.apply_all("u-admin", RoleGranted{UserId{"u-staff"}, "assurance", UserId{"u-mia"}});
    CHECK(armoury.verdict("u-staff", sign("u-acc", "ink")) == "second_missing");
    CHECK(armoury.verdict("u-staff", sign("u-acc", "ink", "u-acc")) == "second_is_issuer");
    CHECK(armoury.verdict("u-staff", sign("u-acc", "ink", "u-staff")) == "second_is_issuer");
    CHECK(armoury.verdict("u-staff", sign("u-acc", "ink", "u-sue")) == "allowed");
    CHECK(armoury.verdict("u-ann", sign("u-acc", "ink", "u-sue")) == "power_missing");
}
