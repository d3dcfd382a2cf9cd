// SPDX-License-Identifier: MIT
#include "muster/app/page_access.hpp"

#include "muster/app/counts.hpp"
#include "muster/app/thing_list.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;

TEST_CASE("pages: each role is offered what it has a use for") {
    DeskStage stage;
    const auto of = [&](const char* user) { return page_access(*stage.sign_in_as(user)); };
    const PageAccess armourer = of("armourer");
    CHECK(armourer.counter);
    CHECK(armourer.stock);
    CHECK(!armourer.import);
    const PageAccess manager = of("manager");
    CHECK(!manager.counter);
    CHECK(manager.import);
    const PageAccess auditor = of("auditor");
    CHECK(!auditor.counter);
    CHECK(auditor.officers);
    CHECK(auditor.stock);
    CHECK(!auditor.import);
    const PageAccess outsider = of("outsider");
    CHECK(!outsider.counter);
    CHECK(!outsider.officers);
    CHECK(!outsider.stock);
    CHECK(!outsider.other_systems);
}

TEST_CASE("lists: whoever counts blind is refused each that tells what the book says") {
    DeskStage stage;
    stage.at("2026-03-02T08:00:00.000Z");
    CountPlan plan;
    plan.locations = {"HQ Armoury"};
    plan.counter_a = "relief";
    plan.counter_b = "outsider";
    DeskStage::require(start_count(*stage.ledger, stage.as("manager"), plan, stage.secrets));
    stage.ledger.reset();
    const auto blind = stage.sign_in_as("relief");
    for (const auto& make : {munitions_list, movements_list, away_list, corrections_list}) {
        const ThingList list{make(blind)};
        CHECK(list.row_count() == 0);
        CHECK(list.state().notice.words.starts_with("In a blind count"));
    }
    const ThingList officers{officers_list(blind)};
    CHECK(officers.row_count() == 5);
}
