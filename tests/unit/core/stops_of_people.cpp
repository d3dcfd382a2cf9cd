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

Request return_of(Desk& desk, const std::function<void(Returned&)>& change,
                  const std::string& by = "u-ben") {
    Returned back = desk.giving_back({desk.pistol_1});
    change(back);
    return {by, back};
}

void close_period(Desk& desk, const char* label) {
    desk.apply_all("u-mia", PeriodClosed{label, 0, std::string(64, 'a')});
}

Request signing(Desk& desk, const char* period, const char* role, bool certified) {
    close_period(desk, "2025-26");
    if (certified)
        desk.apply_all("u-admin",
                       KeyCertified{"acc", UserId{"u-acc"}, "cert", "pkcs12", UserId{"u-mia"}});
    return {"u-acc", PackSigned{period, "manifest", role, "cert", "signature"}};
}

}  // namespace

std::vector<Stopped> stopped_people() {
    return {
        {Refusal::user_unknown,
         [](Desk&) {
             return Request{"u-none", SignedIn{UserId{"u-none"}, 0}};
         }},
        {Refusal::user_withdrawn,
         [](Desk& desk) {
             desk.apply_all("u-admin", RoleWithdrawn{UserId{"u-ann"}, {}});
             return Request{"u-ann", Exported{"items", {}, "digest"}};
         }},
        {Refusal::power_missing,
         [](Desk&) {
             return Request{"u-ann", SignedIn{UserId{"u-ben"}, 0}};
         }},
        {Refusal::setup_is_closed,
         [](Desk&) {
             return Request{"u-admin", SetupClosed{}};
         }},
        {Refusal::approver_missing,
         [](Desk&) {
             return Request{"u-admin", PolicySet{"any", "1", {}}};
         }},
        {Refusal::approver_is_requester,
         [](Desk&) {
             return Request{"u-admin", PolicySet{"any", "1", UserId{"u-admin"}}};
         }},
        {Refusal::approver_lacks_power,
         [](Desk&) {
             return Request{"u-admin", PolicySet{"any", "1", UserId{"u-ann"}}};
         }},
        {Refusal::role_unknown,
         [](Desk&) {
             return Request{"u-admin", RoleGranted{UserId{"u-ann"}, "king", UserId{"u-mia"}}};
         }},
        {Refusal::role_not_held,
         [](Desk&) {
             return Request{"u-admin", RoleWithdrawn{UserId{"u-ann"}, "cfi"}};
         }},
        {Refusal::role_not_held,
         [](Desk& desk) { return signing(desk, "2025-26", "auditor", true); }},
    };
}

std::vector<Stopped> stopped_pairs() {
    return {
        {Refusal::issue_to_self,
         [](Desk& desk) {
             return issue_of(desk, [&](Issued& asked) { asked.officer = desk.ann_officer; });
         }},
        {Refusal::receive_from_self,
         [](Desk& desk) {
             return return_of(
                 desk, [&](Returned& back) { back.officer = desk.ann_officer; }, "u-ann");
         }},
        {Refusal::second_missing,
         [](Desk& desk) { return issue_of(desk, [](Issued& asked) { asked.second = {}; }); }},
        {Refusal::second_is_issuer,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.second = UserId{"u-ann"}; });
         }},
        {Refusal::second_is_officer,
         [](Desk& desk) {
             return issue_of(
                 desk,
                 [&](Issued& asked) {
                     asked.officer = desk.ann_officer;
                     asked.second = UserId{"u-ann"};
                 },
                 "u-ben");
         }},
        {Refusal::second_lacks_power,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.second = UserId{"u-aud"}; });
         }},
        {Refusal::confirmation_missing,
         [](Desk& desk) { return issue_of(desk, [](Issued& asked) { asked.confirmed.reset(); }); }},
    };
}

std::vector<Stopped> stopped_values() {
    return {
        {Refusal::value_unknown,
         [](Desk&) {
             return Request{"u-admin", PolicySet{"second_person_at_issue", "Yes", UserId{"u-mia"}}};
         }},
        {Refusal::value_unknown,
         [](Desk&) {
             return Request{
                 "u-admin",
                 ReferenceSet{"category", "shotgun", "shotgun", "weighed", {}, UserId{"u-mia"}}};
         }},
        {Refusal::value_unknown,
         [](Desk&) {
             return Request{"u-admin", ReferenceSet{"rank", "P C", "PC", {}, {}, UserId{"u-mia"}}};
         }},
        {Refusal::happened_in_future,
         [](Desk& desk) {
             desk.happened_at = Instant{desk.now.ms + 1};
             return issue_of(desk, [](Issued&) {});
         }},
        {Refusal::paper_missing,
         [](Desk& desk) {
             desk.happened_at = Instant{desk.now.ms - 1};
             desk.paper = " ";
             return issue_of(desk, [](Issued&) {});
         }},
        {Refusal::happened_long_ago,
         [](Desk& desk) {
             desk.happened_at = Instant{desk.now.ms - 32 * std::int64_t{86'400'000}};
             return issue_of(desk, [](Issued&) {});
         }},
    };
}

std::vector<Stopped> stopped_names() {
    return {
        {Refusal::code_unknown,
         [](Desk&) {
             return Request{"u-cfi", grant_of(OfficerId{"o-none"}, "pistol")};
         }},
        {Refusal::code_unknown,
         [](Desk& desk) {
             return Request{"u-cfi", grant_of(desk.pc, "artillery")};
         }},
        {Refusal::code_wrong_kind,
         [](Desk& desk) {
             return Request{"u-mia", CountedRegistered{desk.pistol, desk.rack, 1}};
         }},
        {Refusal::name_taken,
         [](Desk& desk) {
             return Request{"u-mia", LocationAdded{"rack 2", "rack", desk.site}};
         }},
        {Refusal::name_taken,
         [](Desk&) {
             return Request{"u-admin", Initialised{}};
         }},
        {Refusal::basket_empty,
         [](Desk& desk) { return issue_of(desk, [](Issued& asked) { asked.items.clear(); }); }},
        {Refusal::quantity_not_positive,
         [](Desk& desk) {
             return Request{"u-mia", CountedRegistered{desk.magazine, desk.rack, 0}};
         }},
        {Refusal::quantity_not_positive,
         [](Desk& desk) {
             BatchRegistered batch;
             batch.model = desk.round;
             batch.number = "B-X";
             batch.box_size = 50;
             batch.boxes = 3;
             batch.quantity = 149;
             batch.location = desk.safe;
             return Request{"u-mia", batch};
         }},
        {Refusal::line_repeated,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.items.push_back(asked.items[0]); });
         }},
        {Refusal::purpose_unknown,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.purpose = "display"; });
         }},
        {Refusal::officer_left,
         [](Desk& desk) {
             Officer officer = desk.fact<Officer>(desk.pc.value);
             officer.active = false;
             desk.facts.put(Table::officer, row_of(officer));
             return Request{"u-cfi", grant_of(desk.pc, "pistol")};
         }},
        {Refusal::follows_only,
         [](Desk&) {
             return Request{"u-mia", DiscrepancyOpened{}};
         }},
    };
}

}  // namespace muster::testing
