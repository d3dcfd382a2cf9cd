// SPDX-License-Identifier: MIT
#include <filesystem>

#include "muster/app/counts.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;
using app::testing::Page;

TEST_CASE("item page: everything known of a carbine stands in words") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("C-1");
    CHECK(page.screen.state().dossier.title == "SIG MCX SAMPLE101 (C-1)");
    CHECK(page.screen.state().dossier.subtitle == "Carbine");
    CHECK(page.known("location-status") == "In store");
    CHECK(page.known("condition-status") == "Serviceable");
    CHECK(page.known("holder") == "HQ Armoury");
    CHECK(page.known("home") == "HQ Armoury, R2-01");
    CHECK(page.known("holds") == "none");
    CHECK(page.known("counted") == "never");
    CHECK(page.table("history").table->row_count() == 1);
    CHECK(page.cell("history", 0, 2) == "Received");
    page.open("C-3");
    CHECK(page.known("holds") == "evidence");
    CHECK(page.notices().starts_with("ON HOLD: evidence"));
}

TEST_CASE("item page: a hold is recorded, shown, and released by another with the power") {
    DeskStage stage;
    Page armourer{stage, "armourer"};
    armourer.open("C-1");
    CHECK(!armourer.offers("release"));
    armourer.begin("hold");
    armourer.record({});
    CHECK(armourer.problem("reason") == "Choose one.");
    CHECK(armourer.recorded({{"reason", "unsafe"}, {"note", "trigger guard"}})
              .starts_with("Held; SIG MCX SAMPLE101"));
    CHECK(armourer.known("holds") == "unsafe");
    CHECK(armourer.cell("history", 0, 2) == "Held");
    CHECK(armourer.cell("history", 0, 5) == "unsafe");

    Page manager{stage, "manager"};
    manager.open("C-1");
    manager.begin("release");
    manager.record({{"inspection", " "}});
    CHECK(manager.problem("inspection") == "This is needed.");
    manager.recorded({{"inspection", "INS-7"}});
    CHECK(manager.known("holds") == "none");
    CHECK(manager.cell("history", 0, 2) == "Released");
}

TEST_CASE(
    "item page: who placed a hold is refused its release, in words, and nothing is recorded") {
    DeskStage stage;
    Page manager{stage, "manager"};
    manager.open("C-1");
    manager.begin("hold");
    manager.recorded({{"reason", "recall"}, {"notice", "TN-4"}});
    manager.begin("release");
    manager.record({{"inspection", "INS-7"}});
    CHECK(!manager.screen.form().state().receipt);
    CHECK(manager.screen.form().state().notice.words.find("placed this hold") != std::string::npos);
    CHECK(manager.screen.state().place == DossierState::Place::form);
}

TEST_CASE(
    "item page: an action that the viewer has no power for, or the status forbids, is absent") {
    DeskStage stage;
    Page auditor{stage, "auditor"};
    auditor.open("C-1");
    CHECK(auditor.actions().empty());
    Page supervisor{stage, "supervisor"};
    supervisor.open("C-1");
    for (const char* form : {"move", "lend", "mount", "hold", "defect", "maintenance_out", "seize",
                             "missing", "assign", "mark", "correct_item"})
        CHECK_MESSAGE(supervisor.offers(form), form);
    for (const char* form : {"arrive", "loan_back", "unmount", "release", "maintenance_in", "fit",
                             "seizure_back", "recovered", "lost", "keep", "dispose"})
        CHECK_MESSAGE(!supervisor.offers(form), form);
    supervisor.open("C-4");  // at the workshop
    CHECK(supervisor.offers("maintenance_in"));
    CHECK(!supervisor.offers("move"));
    Page armourer{stage, "armourer"};
    armourer.open("C-1");
    CHECK(!armourer.offers("correct_item"));
}

TEST_CASE("item page: whoever counts blind sees what it is, and nothing that the book says of it") {
    DeskStage stage;
    stage.at("2026-03-02T08:00:00.000Z");
    CountPlan plan;
    plan.locations = {"HQ Armoury"};
    plan.counter_a = "relief";
    plan.counter_b = "outsider";
    DeskStage::require(start_count(*stage.ledger, stage.as("manager"), plan, stage.secrets));
    stage.ledger.reset();
    Page blind{stage, "relief"};
    blind.open("C-3");
    CHECK(blind.known("serial") == "SAMPLE103");
    for (const char* told : {"location-status", "holder", "condition-status", "holds"})
        CHECK(blind.known(told) == "in a blind count");
    CHECK(blind.known("home").empty());
    CHECK(blind.screen.state().dossier.tables.empty());
    CHECK(blind.screen.state().dossier.papers.empty());
    CHECK(blind.actions().empty());
    CHECK(blind.notices().find("evidence") == std::string::npos);
    Page sighted{stage, "manager"};
    sighted.open("C-3");
    CHECK(sighted.known("holds") == "evidence");
}

TEST_CASE("item page: moved, out to the bench and in, signed fit by another") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("C-1");
    page.begin("move");
    page.recorded({{"to", page.place("to", "ARV safe")}});
    CHECK(page.known("location-status") == "In vehicle safe");
    page.begin("maintenance_out");
    page.record({{"words", "sight loose"}});
    CHECK(page.problem("workshop").find("the bench it goes to") != std::string::npos);
    page.recorded({{"words", "sight loose"}, {"workshop", "Example Gunsmiths"}});
    CHECK(page.known("location-status") == "At maintenance");
    page.begin("maintenance_in");
    page.recorded({{"words", "sight fixed"}});
    CHECK(page.known("condition-status") == "Under repair");
    page.begin("fit");
    page.record({});
    CHECK(page.screen.form().state().notice.words.find("Another person must sign it fit") !=
          std::string::npos);
    page.recorded({{"signed_by", "relief"}, {"due", "01/09/2026"}});
    CHECK(page.known("condition-status") == "Serviceable");
    CHECK(page.known("next-inspection") == "1 Sep 2026");
}

TEST_CASE("item page: missing, decided lost by another, recovered") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("P-1");
    page.begin("missing");
    page.recorded({{"words", "not on the rack"}});
    CHECK(page.notices().find("REPORTED MISSING") != std::string::npos);
    CHECK(!page.offers("lost"));
    Page manager{stage, "manager"};
    manager.open("P-1");
    manager.begin("lost");
    manager.recorded({{"outcome", "stolen"}, {"reference", "CR/1"}, {"words", "seen on film"}});
    page.screen.refresh();
    page.begin("recovered");
    page.recorded({{"words", "handed in"}});
    CHECK(page.known("location-status") == "In store");
    CHECK(page.known("condition-status") == "Under repair");
}

TEST_CASE("item page: seized and back, lent and back, given up before two witnesses") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("P-1");
    page.begin("seize");
    page.recorded({{"exhibit", "EX-1"}, {"seal", "S-1"}, {"receiver", "DC Example"}});
    CHECK(page.known("case").find("EX-1") != std::string::npos);
    page.begin("seizure_back");
    page.recorded({{"words", "REL-1"}});
    page.open("P-2");
    page.begin("lend");
    page.recorded({{"other", "Other Force"}, {"due", "2026-04-01"}});
    CHECK(page.known("location-status") == "On loan out");
    page.begin("loan_back");
    page.recorded({});
    CHECK(page.known("location-status") == "In store");
    page.begin("mark");
    page.recorded({{"words", "worn out"}, {"approver", "senior"}});
    page.begin("dispose");
    page.record({{"method", "destroyed"},
                 {"certificate", "CERT-1"},
                 {"witness_a", "relief"},
                 {"witness_b", "relief"}});
    CHECK(page.screen.form().state().notice.words.find("two different people") !=
          std::string::npos);
    page.recorded({{"method", "destroyed"},
                   {"certificate", "CERT-1"},
                   {"witness_a", "relief"},
                   {"witness_b", "supervisor"}});
    CHECK(page.known("location-status") == "Disposed");
}

TEST_CASE("item page: a part is mounted, carried, and taken off on either page") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("C-1");
    page.begin("mount");
    page.recorded({{"part", "T-1"}});
    CHECK(page.known("parts") == "1");
    page.screen.open(page.table("parts").keys.front());
    CHECK(page.known("mounted-on") == "SIG MCX SAMPLE101 (C-1)");
    CHECK(!page.offers("move"));
    page.begin("unmount");
    page.recorded({});
    CHECK(page.known("mounted-on").empty());
}

TEST_CASE("item page: a serial is corrected by two people, read twice, the old one readable") {
    DeskStage stage;
    Page page{stage, "supervisor"};
    page.open("C-1");
    page.begin("correct_item");
    CHECK(page.screen.form().state().compares);
    page.record({{"serial", "SAMPLE191"},
                 {"serial_again", "SAMPLE119"},
                 {"words", "misread"},
                 {"approver", "manager"}});
    CHECK(page.problem("serial_again").find("SAMPLE119") != std::string::npos);
    page.recorded({{"serial", "SAMPLE191"},
                   {"serial_again", "SAMPLE191"},
                   {"words", "misread"},
                   {"approver", "manager"}});
    CHECK(page.known("serial") == "SAMPLE191");
    CHECK(page.cell("history", 0, 2) == "Corrected");
}

TEST_CASE("item page: its label is saved as a PDF, and that it was is an entry") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("C-1");
    REQUIRE(page.screen.state().dossier.papers.size() == 1);
    int commits = 0;
    page.screen.committed = [&] { ++commits; };
    const std::string out = stage.folder() + "/label.pdf";
    page.screen.save_paper(0, out);
    CHECK(page.screen.state().notice.words.starts_with("The label is saved"));
    CHECK(std::filesystem::file_size(out) > 1'000);
    CHECK(commits == 1);
}
