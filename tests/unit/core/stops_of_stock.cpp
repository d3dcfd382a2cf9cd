// SPDX-License-Identifier: MIT
#include "unit/core/every_stop.hpp"

namespace muster::testing {
namespace {

using Desk = StockedArmoury;

Request issue_of(Desk& desk, const std::function<void(Issued&)>& change,
                 const std::string& by = "u-ann") {
    Issued asked = desk.issue({desk.pistol_1});
    change(asked);
    return {by, asked};
}

Request issue_with_status(Desk& desk, const char* place, const char* condition) {
    Item item = desk.fact<Item>(desk.pistol_1.value);
    item.location_status = place;
    item.condition_status = condition;
    desk.facts.put(Table::item, row_of(item));
    return {"u-ann", desk.issue({desk.pistol_1})};
}

Request issue_with_hold(Desk& desk, const std::string& subject, const Issued& asked) {
    desk.facts.put(Table::hold, row_of(Hold{subject + "/9", subject, "recall", 9}));
    return {"u-ann", asked};
}

/// A carbine for one who may draw it from that day on.
Request carbine_from(Desk& desk, const char* from) {
    AuthorisationGranted later = grant_of(desk.pistol_only, "carbine");
    later.from = *date_of(from);
    desk.apply_all("u-cfi", later);
    Issued asked = desk.issue({desk.carbine_1});
    asked.officer = desk.pistol_only;
    return {"u-ann", asked};
}

Request issue_with_dates(Desk& desk, const char* from, const char* to, const char* as_at) {
    AuthorisationGranted grant = grant_of(desk.pc, "pistol");
    grant.from = day(from);
    grant.to = day(to);
    grant.as_at = day(as_at);
    desk.apply_all("u-cfi", grant);
    return {"u-ann", desk.issue({desk.pistol_1})};
}

Request override_by(Desk& desk, const char* user, const char* reason) {
    Issued asked = desk.issue({}, {Desk::of(desk.magazine, 1)});
    Item item = desk.fact<Item>(desk.pistol_1.value);
    item.assigned_to = desk.pistol_only;
    desk.facts.put(Table::item, row_of(item));
    asked.items = {{desk.pistol_1, {}, {}, {}}};
    asked.offer = OverrideOffer{UserId{user}, private_text(reason)};
    return {"u-ann", asked};
}

Request too_many(Desk& desk) {
    return {"u-ann", desk.issue({}, {Desk::of(desk.magazine, 41)})};
}

Request too_many_for_a_counter(Desk& desk) {
    desk.apply_all("u-mia",
                   CountStarted{"spot", true, {desk.rack}, UserId{"u-ann"}, UserId{"u-kim"}});
    return too_many(desk);
}

}  // namespace

std::vector<Stopped> hard_stops() {
    return {
        {Refusal::item_on_hold,
         [](Desk& desk) {
             return issue_with_hold(desk, desk.pistol_1.value, desk.issue({desk.pistol_1}));
         }},
        {Refusal::item_missing,
         [](Desk& desk) { return issue_with_status(desk, "missing", "serviceable"); }},
        {Refusal::item_unserviceable,
         [](Desk& desk) { return issue_with_status(desk, "in_store", "defective"); }},
        {Refusal::item_at_maintenance,
         [](Desk& desk) { return issue_with_status(desk, "at_maintenance", "serviceable"); }},
        {Refusal::item_not_available,
         [](Desk& desk) { return issue_with_status(desk, "on_loan_out", "serviceable"); }},
        {Refusal::item_already_out,
         [](Desk& desk) {
             desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::batch_on_hold,
         [](Desk& desk) {
             return issue_with_hold(desk, desk.batch_a.value,
                                    desk.issue({}, {Desk::of(desk.batch_a, 1)}));
         }},
        {Refusal::authorisation_absent,
         [](Desk& desk) {
             return issue_of(desk, [&](Issued& asked) {
                 asked.officer = desk.pistol_only;
                 asked.items[0].item = desk.carbine_1;
             });
         }},
        {Refusal::authorisation_absent,
         [](Desk& desk) {
             return Request{
                 "u-sue", AuthorisationSuspended{desk.pistol_only, "carbine", private_text("why")}};
         }},
        {Refusal::authorisation_expired,
         [](Desk& desk) {
             return issue_with_dates(desk, "2025-01-01", "2026-03-01", "2026-03-01");
         }},
        {Refusal::authorisation_suspended,
         [](Desk& desk) {
             desk.apply_all("u-sue",
                            AuthorisationSuspended{desk.pc, "pistol", private_text("why")});
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::authorisation_not_started,
         [](Desk& desk) { return carbine_from(desk, "2026-03-03"); }},
        {Refusal::granted_today_by_issuer,
         [](Desk& desk) {
             desk.apply_all("u-admin", RoleGranted{UserId{"u-ann"}, "cfi", UserId{"u-mia"}});
             desk.apply_all("u-ann", grant_of(desk.pc, "pistol"));
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::balance_too_low, too_many},
        {Refusal::balance_hidden, too_many_for_a_counter},
        {Refusal::course_missing,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.purpose = "training"; });
         }},
    };
}

std::vector<Stopped> overridable_stops() {
    return {
        {Refusal::authorisation_data_old,
         [](Desk& desk) {
             return issue_with_dates(desk, "2025-01-01", "2026-12-31", "2026-01-01");
         }},
        {Refusal::batch_expired,
         [](Desk& desk) {
             return Request{"u-ann", desk.issue({}, {Desk::of(desk.old_batch, 1)})};
         }},
        {Refusal::same_kind_held,
         [](Desk& desk) {
             desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
             return Request{"u-ann", desk.issue({desk.pistol_2})};
         }},
        {Refusal::item_assigned_to_other,
         [](Desk& desk) {
             Request request = override_by(desk, "u-sue", "x");
             std::get<Issued>(request.body).offer.reset();
             return request;
         }},
        {Refusal::deployment_to_follow,
         [](Desk& desk) {
             desk.apply_all("u-admin",
                            PolicySet{"operational_authority", "specific", UserId{"u-mia"}});
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::override_by_missing, [](Desk& desk) { return override_by(desk, "", "x"); }},
        {Refusal::override_reason_missing,
         [](Desk& desk) { return override_by(desk, "u-sue", ""); }},
        {Refusal::override_lacks_power, [](Desk& desk) { return override_by(desk, "u-ben", "x"); }},
    };
}

}  // namespace muster::testing
