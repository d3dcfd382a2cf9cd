// SPDX-License-Identifier: MIT
#include "unit/core/every_stop.hpp"
#include "unit/core/hatch.hpp"

namespace muster::testing {
namespace {

using Desk = StockedArmoury;

Request paired(Desk& desk, const std::function<void(Issued&)>& change) {
    make_paired(desk);
    Issued asked = issue_in_pair(desk, {desk.pistol_1});
    change(asked);
    return {"u-pat", asked};
}

}  // namespace

std::vector<Stopped> stopped_at_the_hatch() {
    return {
        {Refusal::urgent_not_allowed,
         [](Desk& desk) {
             return Request{"u-ann", urgent_issue(desk, {desk.pistol_1})};
         }},
        {Refusal::not_provisional,
         [](Desk& desk) {
             const EntryNumber number = desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
             return Request{"u-ann", IssueConfirmed{number, {}, {}}};
         }},
        {Refusal::clock_in_order,
         [](Desk&) {
             return Request{"u-sue", ClockCorrected{0, 0, private_text("set"), UserId{"u-mia"}}};
         }},
        {Refusal::not_paired_here,
         [](Desk& desk) {
             Request request = paired(desk, [](Issued&) {});
             set_policy(desk, "attendance.l-1", "attended");
             return request;
         }},
        {Refusal::purpose_not_paired,
         [](Desk& desk) {
             return paired(desk, [](Issued& asked) {
                 asked.purpose = "training";
                 asked.course = "CRS-1";
             });
         }},
        {Refusal::pair_not_issuer,
         [](Desk& desk) {
             Request request = paired(desk, [](Issued&) {});
             request.by = "u-ben";
             return request;
         }},
        {Refusal::pair_not_authorised,
         [](Desk& desk) {
             return paired(desk, [&](Issued& asked) {
                 asked.items = {{desk.carbine_1, {}, {}, {}}};
             });
         }},
        {Refusal::function_test_missing,
         [](Desk& desk) {
             set_policy(desk, "function_test_categories", "pistol");
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::live_and_blank_apart,
         [](Desk& desk) {
             set_policy(desk, "keep_live_apart", "yes");
             const BatchId blank = add_blank(desk);
             return Request{"u-ann",
                            desk.issue({}, {Desk::of(desk.batch_a, 5), Desk::of(blank, 5)})};
         }},
        {Refusal::kit_incomplete,
         [](Desk& desk) {
             Issued asked = desk.issue({desk.pistol_1});
             asked.kits = {{add_kit(desk), {}}};
             return Request{"u-ann", asked};
         }},
        {Refusal::frozen_for_count,
         [](Desk& desk) {
             freeze_for_count(desk);
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
    };
}

}  // namespace muster::testing
