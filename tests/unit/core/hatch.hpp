// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/counter_facts.hpp"
#include "support/stocked_armoury.hpp"

/// What the tests of kits, pairs and urgent issues set up in an armoury.
namespace muster::testing {

inline void set_policy(StockedArmoury& desk, const char* name, const char* value) {
    desk.apply_all("u-admin", PolicySet{name, value, UserId{"u-mia"}});
}

inline Issued urgent_issue(const StockedArmoury& desk, const std::vector<ItemId>& items,
                           const std::vector<StockLine>& stock = {}) {
    Issued asked = desk.issue(items, stock);
    asked.second = {};
    asked.confirmed.reset();
    asked.mode = "urgent";
    asked.frozen = std::string(64, 'b');
    return asked;
}

/// Makes the whole armoury paired; the officer `o-800`, a pistol shot, has the account `u-pat`.
inline void make_paired(StockedArmoury& desk) {
    set_policy(desk, "attendance.l-1", "paired");
    set_policy(desk, "paired_purposes", "operational");
    const OfficerId pat = add_officer(desk, "800", "pat");
    desk.apply_all("u-cfi", grant_of(pat, "pistol"));
    desk.apply_all("u-admin", UserAdded{UserId{"u-pat"}, PersonId{"p-pat"}, private_text("pat")});
    desk.apply_all("u-admin", RoleGranted{UserId{"u-pat"}, "paired_officer", UserId{"u-mia"}});
}

/// An issue to `o-4471` by `o-800`, both confirmed.
inline Issued issue_in_pair(const StockedArmoury& desk, const std::vector<ItemId>& items) {
    Issued asked = desk.issue(items);
    asked.second = {};
    asked.mode = "paired";
    asked.issuer = OfficerId{"o-800"};
    asked.issuer_confirmed = asked.confirmed;
    return asked;
}

/// A kit of one pistol, one carbine and ten rounds.
inline KitId add_kit(StockedArmoury& desk) {
    KitSet kit;
    kit.name = "ARV standard";
    kit.label = "K-ARV";
    kit.parts = {{{}, "pistol", 1}, {{}, "carbine", 1}, {desk.round, {}, 10}};
    return created_id<KitId>('k', desk.apply_all("u-mia", kit));
}

inline BatchId add_blank(StockedArmoury& desk) {
    BatchRegistered blank;
    blank.model = desk.round;
    blank.number = "BL-1";
    blank.use = "blank";
    blank.location = desk.safe;
    blank.quantity = 100;
    return created_id<BatchId>('b', desk.apply_all("u-mia", blank));
}

inline CountId freeze_for_count(StockedArmoury& desk) {
    CountStarted count{"spot", true, {desk.site}, UserId{"u-kim"}, UserId{"u-ben"}, true};
    return created_id<CountId>('c', desk.apply_all("u-mia", count));
}

}  // namespace muster::testing
