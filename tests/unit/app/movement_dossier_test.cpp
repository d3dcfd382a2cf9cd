// SPDX-License-Identifier: MIT
#include <filesystem>

#include "muster/app/counter.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;
using app::testing::Page;

namespace {

// The number of the newest movement of what is open.
std::string newest(const Page& page, const std::string& table = "history") {
    return page.table(table).keys.front();
}

}  // namespace

TEST_CASE("movement page: its lines and both times in words, and its receipt as a PDF") {
    DeskStage stage;
    Page page{stage, stage.sign_in_as("armourer", "2026-03-03T08:00:00.000Z")};
    page.open("C-1");
    page.begin("move");
    page.screen.form().be_late(true);
    page.recorded({{"to", page.place("to", "ARV safe")},
                   {"paper", "P12-3"},
                   {"happened", "02/03/2026 23:10"}});
    page.screen.open(newest(page));
    CHECK(page.screen.state().dossier.title.starts_with("Moved, #"));
    CHECK(page.known("happened") == "2026-03-02 23:10");
    CHECK(page.known("recorded") == "2026-03-03 08:00, LATER");
    CHECK(page.known("paper") == "P12-3");
    CHECK(page.cell("lines", 0, 3) == "ARV safe");
    CHECK(page.notices().find("Keyed later from paper, page P12-3") != std::string::npos);
    CHECK(page.actions().empty());
    const std::string out = stage.folder() + "/receipt.pdf";
    page.screen.save_paper(0, out);
    CHECK(std::filesystem::file_size(out) > 1'000);
}

TEST_CASE("movement page: what is still out or away, and overdue, is said in words") {
    DeskStage stage;
    const auto session = stage.sign_in_as("armourer");
    IssueRequest request;
    request.collar = "1001";
    request.items = {"C-1"};
    request.second = "supervisor";
    const auto issued = issue(*session->ledger, session->author, request, stage.everybodys);
    DeskStage::require(issued);
    const std::string number = std::to_string(issued.value().number);
    Page page{stage, session};
    page.screen.open(number);
    CHECK(page.known("state").starts_with("Still out: SIG MCX SAMPLE101 (C-1); due back 2026-"));
    Page later{stage, stage.sign_in_as("armourer", "2026-04-02T08:00:00.000Z")};
    later.screen.open(number);
    CHECK(later.known("state").ends_with(", OVERDUE"));
    page.open("P-1");
    page.begin("lend");
    page.recorded({{"other", "Other Force"}, {"due", "2026-04-01"}});
    page.screen.open(newest(page));
    CHECK(page.known("state").ends_with("to Other Force: open"));
    CHECK(page.table("case").keys.front().starts_with("n-"));
}

TEST_CASE("correction: original beside what is right, approved by another, once") {
    DeskStage stage;
    Page armourer{stage, "armourer"};
    armourer.open("A-100");
    armourer.begin("move");
    armourer.recorded({{"quantity", "5"}, {"to", armourer.place("to", "ARV safe")}});
    const std::string number = newest(armourer, "ledger");
    Page supervisor{stage, "supervisor"};
    supervisor.screen.open(number);
    supervisor.begin("correct");
    CHECK(supervisor.screen.form().state().compares);
    CHECK(supervisor.screen.form().state().fields[1].original == "5");
    supervisor.record(
        {{"quantity1", "50"}, {"words", "nought left out"}, {"approver", "supervisor"}});
    CHECK(supervisor.problem("approver").find("cannot approve what they ask for") !=
          std::string::npos);
    supervisor.recorded(
        {{"quantity1", "50"}, {"words", "nought left out"}, {"approver", "manager"}});
    CHECK(supervisor.notices().find("CORRECTED by") != std::string::npos);
    CHECK(!supervisor.offers("correct"));
    supervisor.screen.open(supervisor.table("corrections").keys.front());
    CHECK(supervisor.known("reason") == "nought left out");
    armourer.open("A-100");
    CHECK(armourer.cell("balances", 0, 1) == "450");
    CHECK(armourer.cell("balances", 1, 1) == "50");
}

TEST_CASE("correction: a line that did not happen is left out by leaving it empty") {
    DeskStage stage;
    Page armourer{stage, "armourer"};
    armourer.open("C-1");
    armourer.begin("move");
    armourer.recorded({{"to", armourer.place("to", "ARV safe")}});
    Page supervisor{stage, "supervisor"};
    supervisor.screen.open(newest(armourer));
    supervisor.begin("correct");
    supervisor.recorded({{"line1", ""}, {"words", "wrong weapon"}, {"approver", "manager"}});
    supervisor.open("C-1");
    CHECK(supervisor.known("holder") == "HQ Armoury");
}

TEST_CASE("correction: another code on the right moves the other weapon instead") {
    DeskStage stage;
    Page armourer{stage, "armourer"};
    armourer.open("C-1");
    armourer.begin("move");
    armourer.recorded({{"to", armourer.place("to", "ARV safe")}});
    Page supervisor{stage, "supervisor"};
    supervisor.screen.open(newest(armourer));
    supervisor.begin("correct");
    supervisor.record({{"line1", "C-99"}, {"words", "misread"}, {"approver", "manager"}});
    CHECK(supervisor.problem("line1").find("Nothing here is called") != std::string::npos);
    supervisor.recorded({{"line1", "C-2"}, {"words", "misread"}, {"approver", "manager"}});
    supervisor.open("C-2");
    CHECK(supervisor.known("holder") == "ARV safe");
    supervisor.open("C-1");
    CHECK(supervisor.known("holder") == "HQ Armoury");
}

TEST_CASE("away: a consignment is received by another than who sent it, short where it is") {
    DeskStage stage;
    Page sender{stage, "armourer", "movements"};
    sender.begin_from_list("move_several");
    sender.recorded({{"items", "C-1\nC-2"},
                     {"batches", "A-100 10"},
                     {"in_transit", "yes"},
                     {"to", sender.place("to", "ARV safe")}});
    sender.open("C-1");
    CHECK(sender.known("location-status") == "In transit");
    Page receiver{stage, "relief"};
    ThingList away{away_list(stage.sign_in_as("relief"))};
    CHECK(away.row_count() == 4);
    receiver.screen.open(away.key_of(0));
    CHECK(receiver.screen.state().dossier.subtitle == "Consignment on its way");
    receiver.begin("arrive");
    receiver.record({{"items", "C-1"}, {"batches", "A-100 10"}, {"complete", "yes"}});
    REQUIRE(receiver.screen.form().state().receipt);
    CHECK(receiver.screen.form().state().receipt->shown.remark.find("SAMPLE102") !=
          std::string::npos);
}

TEST_CASE("away: a loan is one-sided until the other end has acknowledged it") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("P-1");
    page.begin("lend");
    page.recorded({{"other", "Other Force"}, {"due", "2026-04-01"}});
    ThingList away{away_list(stage.sign_in_as("armourer"))};
    REQUIRE(away.row_count() == 2);
    CHECK(away.cell(0, 0) == "Not acknowledged");
    page.screen.open(away.key_of(0));
    page.begin("acknowledge");
    page.recorded({{"who", "their armourer"}, {"reference", "R-1"}});
    CHECK(page.known("acknowledged").starts_with("Yes"));
    CHECK(!page.offers("acknowledge"));
    ThingList late{away_list(stage.sign_in_as("armourer", "2026-04-03T08:00:00.000Z"))};
    CHECK(late.cell(0, 0) == "OVERDUE");
}

TEST_CASE("movements page: a new item, its serial read twice; a visitor's; the duty handed over") {
    DeskStage stage;
    Page page{stage, "armourer", "movements"};
    page.begin_from_list("receive_item");
    page.record({{"model", "Glock 17"},
                 {"serial", "SAMPLE003"},
                 {"serial_again", "SAMPLE008"},
                 {"tag", "P-3"},
                 {"to", page.place("to", "HQ Armoury")}});
    CHECK(page.problem("serial_again").find("SAMPLE008") != std::string::npos);
    page.recorded({{"serial_again", "SAMPLE003"}});
    page.open("P-3");
    CHECK(page.known("serial") == "SAMPLE003");
    page.screen.close();
    page.begin_from_list("borrow");
    page.recorded({{"other", "Other Force"},
                   {"due", "01/04/2026"},
                   {"model", "Glock 17"},
                   {"serial", "THEIRS1"},
                   {"serial_again", "THEIRS1"},
                   {"to", page.place("to", "HQ Armoury")}});
    page.open("THEIRS1");
    CHECK(page.known("owner").starts_with("Other Force"));
    CHECK(page.offers("loan_back"));
    page.screen.close();
    page.begin_from_list("hand_over_duty");
    page.recorded({{"to", "relief"}, {"note", "keys checked"}});
}

TEST_CASE("movements page: an ARV's safe is checked, and a difference is closed only in words") {
    DeskStage stage;
    Page page{stage, "armourer", "movements"};
    page.begin_from_list("vehicle_start");
    page.record({{"vehicle", page.place("vehicle", "ARV safe")}, {"to", "1001"}});
    CHECK(page.screen.form().state().notice.words.find("say below what is known of it") !=
          std::string::npos);
    page.recorded(
        {{"vehicle", page.place("vehicle", "ARV safe")}, {"to", "1001"}, {"items", "T-2"}});
}

TEST_CASE("movements list: newest first, narrowed by what, kind, place, day, words and number") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("C-1");
    page.begin("move");
    page.recorded({{"to", page.place("to", "ARV safe")}});
    const std::string number = newest(page);
    page.begin("hold");
    page.recorded({{"reason", "recall"}, {"notice", "TN-44"}});
    ThingList list{movements_list(stage.sign_in_as("armourer"))};
    CHECK(list.cell(0, 2) == "Held");
    CHECK(list.cell(1, 2) == "Moved");
    const auto all = list.row_count();
    list.set_filter("kind", "transfer");
    CHECK(list.row_count() == 1);
    list.set_filter("kind", "");
    list.search("C-1");
    CHECK(list.row_count() == 3);
    list.search("ARV safe");
    CHECK(list.row_count() == 2);  // T-2 came in there
    list.search("TN-44");
    CHECK(list.row_count() == 1);
    list.search("#" + number);
    CHECK(list.row_count() == 1);
    CHECK(list.key_of(0) == number);
    list.search("#nonsense");
    CHECK(list.row_count() == 0);
    list.search("1005");
    CHECK(list.row_count() == 1);
    list.search("");
    list.set_filter("day", "02/03/2026");
    CHECK(list.row_count() == all);
    list.set_filter("day", "01/03/2026");
    CHECK(list.row_count() == 0);
    CHECK(list.state().empty_words.starts_with("Nothing here matches."));
}

TEST_CASE("corrections list: original, corrected, or both") {
    DeskStage stage;
    Page armourer{stage, "armourer"};
    ThingList empty{corrections_list(stage.sign_in_as("armourer"))};
    CHECK(empty.state().empty_words.starts_with("Nothing was corrected."));
    armourer.open("A-100");
    armourer.begin("move");
    armourer.recorded({{"quantity", "5"}, {"to", armourer.place("to", "ARV safe")}});
    Page supervisor{stage, "supervisor"};
    supervisor.screen.open(newest(armourer, "ledger"));
    supervisor.begin("correct");
    supervisor.recorded({{"quantity1", "50"}, {"words", "nought"}, {"approver", "manager"}});
    ThingList list{corrections_list(stage.sign_in_as("armourer"))};
    REQUIRE(list.row_count() == 3);
    CHECK(list.cell(0, 0) == "Original, corrected");
    CHECK(list.cell(1, 0) == "Taken back");
    CHECK(list.cell(2, 0) == "Entered instead");
    CHECK(list.cell(2, 5) == "50");
    list.set_filter("view", "original");
    REQUIRE(list.row_count() == 1);
    CHECK(list.cell(0, 5) == "5");
    list.set_filter("view", "corrected");
    REQUIRE(list.row_count() == 1);
    CHECK(list.cell(0, 5) == "50");
}

TEST_CASE("movements page: the weapon and the rounds of one incident are seized in one act") {
    DeskStage stage;
    {
        const auto session = stage.sign_in_as("armourer");
        IssueRequest drawn;
        drawn.collar = "1001";
        drawn.items = {"P-1"};
        drawn.batches = {{"A-100", 15}};
        drawn.second = "supervisor";
        DeskStage::require(issue(*session->ledger, session->author, drawn, stage.everybodys));
    }
    Page page{stage, "armourer", "movements"};
    page.screen.refresh();
    page.begin_from_list("seize_several");
    page.record({{"items", "P-1"},
                 {"batches", "A-100 13"},
                 {"officer", "1001"},
                 {"exhibit", "EX-7"},
                 {"seal", "S-7"},
                 {"receiver", "DC Example"}});
    REQUIRE(page.screen.form().state().receipt);
    const auto session = stage.sign_in_as("armourer");
    session->reading->read([&](storage::Transaction&, const core::Facts& facts) {
        const auto cases = facts.all<core::Case>();
        REQUIRE(cases.size() == 1);
        CHECK(facts.all<core::CaseLine>(cases[0].key + "/").size() == 2);
    });
}

TEST_CASE("movements page: every weapon between two serials is held in one act") {
    DeskStage stage;
    Page page{stage, "armourer", "movements"};
    page.screen.refresh();
    page.begin_from_list("hold_range");
    page.record({{"model", "SIG MCX"},
                 {"serial_from", "SAMPLE101"},
                 {"serial_to", "SAMPLE102"},
                 {"reason", "recall"},
                 {"notice", "TN-1"}});
    REQUIRE(page.screen.form().state().receipt);
    const auto session = stage.sign_in_as("armourer");
    session->reading->read([&](storage::Transaction&, const core::Facts& facts) {
        std::size_t recalled = 0;
        for (const core::Hold& hold : facts.all<core::Hold>())
            if (hold.reason == "recall") ++recalled;
        CHECK(recalled == 2);
    });
}
