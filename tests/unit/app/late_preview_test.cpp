// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/app/counter.hpp"
#include "muster/app/people.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;

TEST_CASE("counter: a page past a stop may be overridden, the same issue of now may not") {
    DeskStage stage;
    const auto supervisor = stage.sign_in_as("supervisor");
    DeskStage::require(
        suspend(*supervisor->ledger, supervisor->author, "1001", "carbine", "see the file"));
    const auto session = stage.sign_in_as("armourer", "2026-03-03T08:00:00.000Z");
    IssueRequest request;
    request.collar = "1001";
    request.items = {"C-1"};
    const auto stop_of = [&] {
        const BasketPreview preview = preview_issue(*session->ledger, session->author, request);
        REQUIRE(preview.lines.size() == 1);
        REQUIRE(preview.lines[0].stops.size() == 1);
        return preview.lines[0].stops[0];
    };
    CHECK(stop_of().code == "authorisation_suspended");
    CHECK_FALSE(stop_of().overridable);
    request.details.happened_at = core::instant_of("2026-03-02T23:00:00.000Z");
    request.details.paper = "P12-3";
    CHECK(stop_of().code == "authorisation_suspended");
    CHECK(stop_of().overridable);
}
