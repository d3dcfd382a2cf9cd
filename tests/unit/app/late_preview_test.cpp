// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/app/counter.hpp"
#include "muster/app/counts.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/people.hpp"
#include "muster/storage/ledger_store.hpp"
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

TEST_CASE("counter: looking tells whoever counts blind no quantity, and asking leaves a trace") {
    DeskStage stage;
    {
        const auto manager = stage.sign_in_as("manager");
        CountPlan plan;
        plan.locations = {"HQ Armoury"};
        plan.counter_a = "armourer";
        plan.counter_b = "outsider";
        DeskStage::require(start_count(*manager->ledger, manager->author, plan, stage.everybodys));
    }
    IssueRequest request;
    request.collar = "1001";
    request.batches = {{"A-101", 31}};
    request.second = "supervisor";
    const auto stops_for = [&](const char* user) {
        const auto session = stage.sign_in_as(user);
        const BasketPreview preview = preview_issue(*session->ledger, session->author, request);
        REQUIRE(preview.lines.size() == 1);
        return preview.stops.size() + preview.lines[0].stops.size();
    };
    CHECK(stops_for("relief") == 1);
    CHECK(stops_for("armourer") == 0);
    const auto session = stage.sign_in_as("armourer");
    const auto last_kind = [&] {
        std::string kind;
        session->reading->read([&](storage::Transaction& tx, const core::Facts&) {
            kind = storage::entry(tx, storage::head(tx)->number)->kind;
        });
        return kind;
    };
    CHECK(last_kind() != "issue_stopped");
    const auto answer = issue(*session->ledger, session->author, request, stage.everybodys);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().lines.front().refusal == core::Refusal::balance_hidden);
    CHECK(last_kind() == "issue_stopped");
}

TEST_CASE("counter: of two cartridges the one without its download is asked for") {
    DeskStage stage;
    {
        const auto manager = stage.sign_in_as("manager");
        DeskStage::require(add_model(*manager->ledger, manager->author,
                                     {"", "TASER 7 cartridge", "ced_cartridge", "", "item", ""}));
    }
    const auto session = stage.sign_in_as("armourer");
    DeliveryRequest delivery;
    for (const char* batch : {"CART-1", "CART-2"}) {
        ReadStock stock;
        stock.model = "TASER 7 cartridge";
        stock.number = batch;
        stock.quantity = 5;
        stock.expiry = core::date_of("2030-01-31");
        delivery.stock.push_back(stock);
    }
    delivery.location = "HQ Armoury";
    DeskStage::require(
        receive_delivery(*session->ledger, session->author, delivery, stage.everybodys));
    IssueRequest drawn;
    drawn.collar = "1001";
    drawn.batches = {{"CART-1", 1}, {"CART-2", 1}};
    drawn.second = "supervisor";
    DeskStage::require(issue(*session->ledger, session->author, drawn, stage.everybodys));
    ReturnRequest back;
    back.collar = "1001";
    back.batches = {{"CART-1", 0}, {"CART-2", 0}};
    back.expended = {{"CART-1", 1, "operational", "REP-1", "DL-77"},
                     {"CART-2", 1, "operational", "REP-1"}};
    SUBCASE("its own download answers for the one that names it") {
        const auto done = take_back(*session->ledger, session->author, back, stage.everybodys);
        DeskStage::require(done);
        CHECK(done.value().discrepancies.size() == 1);
    }
    SUBCASE("the whole return's answers for the other") {
        back.download = "DL-78";
        const auto done = take_back(*session->ledger, session->author, back, stage.everybodys);
        DeskStage::require(done);
        CHECK(done.value().discrepancies.empty());
    }
}
