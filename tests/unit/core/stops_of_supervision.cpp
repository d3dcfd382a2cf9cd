// SPDX-License-Identifier: MIT
#include "support/counting_armoury.hpp"
#include "unit/core/every_stop.hpp"

namespace muster::testing {
namespace {

using Desk = StockedArmoury;

// These stops need the rules of a team; the request is made of an armoury that keeps them.
Desk& keep_rules(Desk& desk) {
    static_cast<StockedArmoury&>(desk) = CountingArmoury{};
    return desk;
}

CountStarted plan(const Desk& desk, const char* a, const char* b, const char* sort = "spot") {
    return {sort, true, {desk.rack}, UserId{a}, UserId{b}};
}

// Plays `play` on an armoury that keeps the rules, and leaves the desk as that.
Request after(Desk& desk, const std::function<Request(CountingArmoury&)>& play) {
    CountingArmoury armoury;
    Request request = play(armoury);
    static_cast<StockedArmoury&>(desk) = armoury;
    return request;
}

DipTestDrawn drawn(const Desk& desk) {
    return {desk.rack, {{desk.rack, "R2-1", desk.pistol_1}}};
}

DipTestKeyed keyed(const DipTestId& test, const Desk& desk, const char* walked_by = "u-acc") {
    return {test, UserId{walked_by}, {{1, desk.pistol_1, private_text("T-1")}}, 0, 0};
}

}  // namespace

std::vector<Stopped> stopped_teams() {
    return {
        {Refusal::count_both_custodians,
         [](Desk& desk) {
             keep_rules(desk);
             desk.apply_all("u-mia", CustodianNamed{desk.rack, UserId{"u-ann"}});
             desk.apply_all("u-mia", CustodianNamed{desk.safe, UserId{"u-ben"}});
             CountStarted count = plan(desk, "u-ann", "u-ben");
             count.scope.push_back(desk.safe);
             return Request{"u-mia", count};
         }},
        {Refusal::count_lead_again,
         [](Desk& desk) {
             return after(desk, [](CountingArmoury& armoury) {
                 for (int i = 0; i < 3; ++i)
                     armoury.counted(armoury.plan(), armoury.whole(armoury.rack));
                 return Request{"u-mia", armoury.plan()};
             });
         }},
        {Refusal::count_outsider_missing,
         [](Desk& desk) {
             keep_rules(desk);
             return Request{"u-mia", plan(desk, "u-ann", "u-ben", "blind")};
         }},
        {Refusal::third_counted,
         [](Desk& desk) {
             return after(desk, [](CountingArmoury& armoury) {
                 const CountId count = armoury.start(armoury.plan());
                 return Request{"u-mia", CountRecountAsked{count, UserId{"u-ben"}}};
             });
         }},
        {Refusal::recount_not_needed,
         [](Desk& desk) {
             return after(desk, [](CountingArmoury& armoury) {
                 const CountId count = armoury.start(armoury.plan());
                 for (const char* counter : {"u-kim", "u-ben"})
                     armoury.hand_in(count, counter, armoury.whole(armoury.rack));
                 armoury.compare(count);
                 return Request{"u-mia", CountRecountAsked{count, UserId{"u-ann"}}};
             });
         }},
    };
}

std::vector<Stopped> stopped_supervision() {
    return {
        {Refusal::discrepancy_unknown,
         [](Desk& desk) {
             keep_rules(desk);
             return Request{"u-mia", CountingArmoury::approval(DiscrepancyId{"d-9999"})};
         }},
        {Refusal::discrepancy_not_open,
         [](Desk& desk) {
             return after(desk, [](CountingArmoury& armoury) {
                 return Request{"u-mia", CountingArmoury::approval(armoury.short_pistol())};
             });
         }},
        {Refusal::approver_counted,
         [](Desk& desk) {
             return after(desk, [](CountingArmoury& armoury) {
                 // The manager counts with Kim; nobody approves what they counted.
                 armoury.counted(armoury.plan("u-kim", "u-mia"),
                                 armoury.whole(armoury.rack, armoury.pistol_1.value));
                 armoury.resolve(armoury.open_one());
                 return Request{"u-mia", CountingArmoury::approval(armoury.open_one())};
             });
         }},
        {Refusal::dip_test_unknown,
         [](Desk& desk) {
             return Request{"u-acc", keyed(DipTestId{"q-9999"}, desk)};
         }},
        {Refusal::dip_test_keyed_already,
         [](Desk& desk) {
             const DipTestId test =
                 created_id<DipTestId>('q', desk.apply_all("u-acc", drawn(desk)));
             desk.apply_all("u-acc", keyed(test, desk));
             return Request{"u-acc", keyed(test, desk)};
         }},
        {Refusal::signed_already,
         [](Desk& desk) {
             const OversightSigned signing{"brief 2026-02", UserId{"u-acc"}, "key", {}, {},
                                           std::nullopt};
             desk.apply_all("u-acc", signing);
             return Request{"u-acc", signing};
         }},
        {Refusal::not_senior,
         [](Desk& desk) {
             const DipTestId test =
                 created_id<DipTestId>('q', desk.apply_all("u-acc", drawn(desk)));
             return Request{"u-acc", keyed(test, desk, "u-sue")};
         }},
    };
}

}  // namespace muster::testing
