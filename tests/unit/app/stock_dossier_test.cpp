// SPDX-License-Identifier: MIT
#include "muster/app/counts.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;
using app::testing::Page;

TEST_CASE("batch page: who has how much of it, sealed and loose, and its ledger") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("A-100");
    CHECK(page.known("number") == "A-100");
    CHECK(page.known("total") == "500");
    CHECK(page.known("expiry") == "31 Dec 2029");
    CHECK(page.cell("balances", 0, 0) == "HQ Armoury");
    CHECK(page.cell("balances", 0, 2) == "8");
    CHECK(page.cell("balances", 0, 3) == "100");
    page.begin("move");
    page.recorded({{"quantity", "50"}, {"to", page.place("to", "ARV safe")}});
    CHECK(page.known("total") == "500");
    CHECK(page.table("balances").table->row_count() == 2);
    page.begin("expend");
    page.recorded({{"quantity", "20"},
                   {"from", page.place("from", "HQ Armoury (450)")},
                   {"reason", "training"},
                   {"course", "C-7"}});
    CHECK(page.known("total") == "480");
    CHECK(page.cell("ledger", 0, 3) == "Used up");
    CHECK(page.cell("ledger", 0, 4) == "-20");
    CHECK(page.cell("ledger", 0, 5) == "480");
    CHECK(page.cell("ledger", 1, 3) == "Moved");
    CHECK(page.cell("ledger", 1, 4).empty());
    const auto rows = page.table("ledger").table->row_count();
    CHECK(page.cell("ledger", rows - 1, 4) == "+500");
    CHECK(page.cell("ledger", rows - 1, 5) == "500");
}

TEST_CASE("batch page: what is used up without a report reference opens a discrepancy, in words") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("A-101");
    page.begin("expend");
    page.record({{"quantity", "2"}, {"reason", "operational"}});
    REQUIRE(page.screen.form().state().receipt);
    CHECK(page.screen.form().state().receipt->shown.remark.find("REFERENCE MISSING") !=
          std::string::npos);
}

TEST_CASE("batch page: more than there is is refused, and nothing recorded") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("A-101");
    page.begin("move");
    page.record({{"quantity", "31"}, {"to", page.place("to", "ARV safe")}});
    CHECK(page.problem("quantity").find("Only 30 of") != std::string::npos);
    page.screen.form().set("quantity", "0");
    page.record({});
    CHECK(page.problem("quantity") == "Type a whole number, 1 or more.");
}

TEST_CASE("batch page: held and released by another; expired is said") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("B-300");
    CHECK(page.notices().find("EXPIRED 31 Jan 2026") != std::string::npos);
    page.begin("hold");
    page.recorded({{"reason", "recall"}, {"notice", "TN-5"}});
    CHECK(page.known("holds") == "recall");
    Page manager{stage, "manager"};
    manager.open("B-300");
    manager.begin("release");
    manager.recorded({{"inspection", "maker's letter"}});
    CHECK(manager.known("holds") == "none");
}

TEST_CASE("batch page: missing and recovered, as one loss") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("A-100");
    page.begin("missing");
    page.recorded({{"quantity", "5"}, {"words", "count short"}});
    CHECK(page.known("total") == "500");
    CHECK(page.cell("ledger", 0, 5) == "495");
    page.begin("recovered");
    page.recorded(
        {{"quantity", "5"}, {"words", "behind the safe"}, {"to", page.place("to", "HQ Armoury")}});
    CHECK(page.cell("ledger", 0, 5) == "500");
    CHECK(!page.offers("recovered"));
}

TEST_CASE("batch page: a delivery with seals, one for each box, and none twice") {
    DeskStage stage;
    Page page{stage, "armourer", "munitions"};
    page.begin_from_list("receive");
    page.record({{"model", "9x19 operational"},
                 {"number", "A-102"},
                 {"quantity", "130"},
                 {"box_size", "50"},
                 {"seals", "S1\nS1"},
                 {"expiry", "31/12/2030"},
                 {"to", page.place("to", "HQ Armoury")}});
    CHECK(page.screen.form().state().notice.words.find("seal S1") != std::string::npos);
    page.recorded({{"seals", "S1\nS2"}});
    page.open("A-102");
    CHECK(page.known("total") == "130");
    CHECK(page.cell("balances", 0, 3) == "30");
    CHECK(page.table("seals").table->row_count() == 2);
    page.begin("receive");
    page.recorded({{"quantity", "20"}, {"to", page.place("to", "HQ Armoury")}});
    CHECK(page.known("total") == "150");
}

TEST_CASE("batch page: whoever counts blind is told no quantity and no place") {
    DeskStage stage;
    stage.at("2026-03-02T08:00:00.000Z");
    CountPlan plan;
    plan.locations = {"HQ Armoury"};
    plan.counter_a = "relief";
    plan.counter_b = "outsider";
    DeskStage::require(start_count(*stage.ledger, stage.as("manager"), plan, stage.secrets));
    stage.ledger.reset();
    Page blind{stage, "relief", "munitions"};
    CHECK(blind.list_actions().empty());
    blind.open("A-100");
    CHECK(blind.known("number") == "A-100");
    CHECK(blind.known("total") == "in a blind count");
    CHECK(blind.screen.state().dossier.tables.empty());
    CHECK(blind.actions().empty());
}
