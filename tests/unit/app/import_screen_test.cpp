// SPDX-License-Identifier: MIT
#include "muster/app/import_screen.hpp"

#include <doctest/doctest.h>

#include "import_desk.hpp"

using namespace muster;
using namespace muster::app;
using Step = ImportState::Step;

using Desk = testing::ImportDesk;

TEST_CASE("import: a file is read in the background, and its sheets are told as understood") {
    Desk desk;
    CHECK(desk.screen.state().step == Step::file);
    CHECK_FALSE(desk.screen.has_work());
    desk.screen.choose_file("/tmp/stock.xlsx");
    CHECK(desk.screen.state().busy);
    CHECK(desk.inspected.empty());
    desk.background.go_on();
    const ImportState& state = desk.screen.state();
    CHECK_FALSE(state.busy);
    CHECK(state.step == Step::sheets);
    CHECK(state.file_name == "stock.xlsx");
    CHECK(state.file_words == "2 sheets, 10 rows");
    CHECK(desk.row(desk.screen.sheets(), 0) == "Armoury|Weapons and other items|10|3|");
    CHECK(desk.row(desk.screen.sheets(), 1) ==
          "Notes|Leave out||"
          "|Nothing that Muster keeps was recognised in it.");
    CHECK(desk.screen.has_work());
}

TEST_CASE("import: a file that cannot be read says why and leaves nothing open") {
    Desk desk;
    desk.broken = "The file is encrypted.";
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    CHECK(desk.screen.state().step == Step::file);
    CHECK(desk.screen.state().notice.words == "The file is encrypted.");
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    CHECK_FALSE(desk.screen.has_work());
}

TEST_CASE("import: reading can be stopped, and nothing is open afterwards") {
    Desk desk;
    desk.screen.choose_file("/tmp/stock.xlsx");
    CHECK_FALSE(desk.screen.state().may_cancel);
    desk.background.go_one();
    CHECK(desk.screen.state().may_cancel);
    desk.screen.escape();
    CHECK(desk.screen.work().words == "Stopping. Nothing will be changed.");
    desk.background.go_on();
    CHECK(desk.screen.state().step == Step::file);
    CHECK(desk.screen.state().notice.words == "Stopped. Nothing was changed.");
    CHECK_FALSE(desk.screen.has_work());
}

TEST_CASE("import: a stop that comes just after the reading was done still counts") {
    Desk desk;
    desk.deaf = true;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_one();
    desk.screen.escape();
    desk.background.go_on();
    CHECK(desk.screen.state().step == Step::file);
    CHECK(desk.screen.state().notice.words == "Stopped. Nothing was changed.");
}

TEST_CASE("import: a sheet's kind is changed, and read anew with the next step") {
    Desk desk;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    desk.screen.choose_sheet(1);
    CHECK(desk.screen.state().sheet_choice.chosen == "none");
    desk.screen.choose_kind("officers");
    CHECK(desk.screen.sheets().cell(1, 4) == "Is read anew with the next step.");
    desk.screen.next();
    CHECK(desk.screen.state().busy);
    desk.background.go_on();
    CHECK(desk.inspected.back().mapping.sheets.at("Notes") == "officers");
    CHECK(desk.screen.state().step == Step::columns);
    CHECK(desk.screen.state().tabs == std::vector<std::string>{"Armoury", "Notes"});
}

TEST_CASE("import: with every sheet left out there is no next step") {
    Desk desk;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    desk.screen.choose_kind("none");
    CHECK_FALSE(desk.screen.state().may_next);
    CHECK(desk.screen.state().next_words == "Say what at least one sheet holds.");
    desk.screen.next();
    CHECK(desk.screen.state().step == Step::sheets);
}

TEST_CASE("import: an unsure column has to be settled before the faults are shown") {
    Desk desk;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    desk.screen.next();
    CHECK(desk.screen.state().step == Step::columns);
    CHECK(desk.row(desk.screen.columns(), 2) == "Unsure|C|Ref|Tag|W1");
    CHECK(desk.screen.columns().tone(2) == Tone::warning);
    CHECK_FALSE(desk.screen.state().may_next);
    CHECK(desk.screen.state().next_words ==
          "1 column is unsure. Say what each means, in every sheet.");

    SUBCASE("by saying that the guess is right") {
        CHECK(desk.screen.state().column == 2);  // the unsure one is chosen already
        CHECK(desk.screen.state().column_choice.may_accept);
        desk.screen.accept_column();
        CHECK(desk.row(desk.screen.columns(), 2) == "Settled|C|Ref|Tag|W1");
        CHECK(desk.screen.state().may_next);
    }
    SUBCASE("by choosing another field") {
        desk.screen.choose_column(2);
        desk.screen.choose_field("rack");
        CHECK(desk.screen.columns().cell(2, 3) == "Rack position");
        desk.screen.next();
        desk.background.go_on();
        const auto& headings = desk.inspected.back().mapping.headings;
        REQUIRE(headings.size() == 1);
        CHECK(headings[0] == ImportMapping::Heading{"items", "Ref", "rack"});
        CHECK(desk.screen.state().step == Step::faults);
    }
    SUBCASE("by saying that it is not wanted") {
        desk.screen.choose_column(2);
        desk.screen.choose_field("");
        CHECK(desk.screen.columns().cell(2, 3) == "Not wanted");
        CHECK(desk.screen.state().may_next);
    }
    SUBCASE("or by leaving its sheet out") {
        desk.screen.back();
        desk.screen.choose_kind("none");
        desk.screen.choose_sheet(1);
        desk.screen.choose_kind("items");
        CHECK(desk.screen.state().may_next);
    }
}

TEST_CASE("import: one button settles the unsure columns of all sheets, one after the other") {
    Desk desk;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    desk.screen.choose_sheet(1);
    desk.screen.choose_kind("officers");
    desk.screen.next();
    desk.background.go_on();
    REQUIRE(desk.screen.state().step == Step::columns);
    CHECK(desk.screen.state().tab == 0);
    CHECK(desk.screen.state().column == 2);
    desk.screen.accept_column();
    CHECK(desk.screen.state().tab == 1);
    CHECK(desk.screen.state().column == 1);
    CHECK(desk.row(desk.screen.columns(), 1) == "Unsure|B|Number|collar|");
    desk.screen.choose_tab(0);
    CHECK(desk.screen.state().column == 0);
    desk.screen.choose_tab(1);
    desk.screen.accept_column();
    CHECK(desk.screen.state().tab == 1);
    CHECK(desk.screen.state().may_next);
}

TEST_CASE("import: faults stand first, are counted with their rows, and stop the next step") {
    Desk desk;
    desk.at_faults();
    CHECK(desk.screen.state().faults_words == "3 faults in 2 rows, 1 warning");
    CHECK(desk.screen.faults().row_count() == 4);
    CHECK(desk.row(desk.screen.faults(), 0) == "Fault|Armoury|A5|A1|looks like row 4: check it");
    CHECK(desk.screen.faults().tone(0) == Tone::stop);
    CHECK(desk.screen.faults().cell(3, 0) == "Warning");
    CHECK(desk.screen.faults().tone(3) == Tone::warning);
    CHECK_FALSE(desk.screen.state().may_next);
    desk.screen.next();
    CHECK(desk.screen.state().step == Step::faults);
    desk.screen.show(ImportScreen::Showing::warnings);
    CHECK(desk.screen.faults().row_count() == 1);
    desk.screen.show(ImportScreen::Showing::faults);
    CHECK(desk.screen.faults().row_count() == 3);
}

TEST_CASE("import: only a confirmable fault can be confirmed, and the confirmation taken back") {
    Desk desk;
    desk.at_faults();
    desk.screen.choose_fault(1);
    CHECK_FALSE(desk.screen.state().may_confirm);
    desk.screen.confirm_fault();
    CHECK(desk.screen.state().faults_words == "3 faults in 2 rows, 1 warning");
    desk.screen.choose_fault(0);
    CHECK(desk.screen.state().confirm_label == "This is right: two different weapons");
    desk.screen.confirm_fault();
    CHECK(desk.screen.state().faults_words == "2 faults in 1 row, 1 warning, 1 confirmed");
    CHECK(desk.screen.faults().cell(0, 0) == "Confirmed");
    CHECK(desk.screen.faults().tone(0) == Tone::good);
    desk.screen.skip_faulty(true);
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.inspected.back().confirmed == std::set<std::string>{"Armoury!A5"});
    CHECK(desk.screen.state().step == Step::import);
    // The report has it no more; it can still be seen and taken back.
    desk.screen.back();
    CHECK(desk.screen.state().faults_words == "2 faults in 1 row, 1 warning, 1 confirmed");
    CHECK(desk.screen.faults().cell(2, 0) == "Confirmed");
    desk.screen.choose_fault(2);
    desk.screen.confirm_fault();
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.inspected.back().confirmed.empty());
    CHECK(desk.screen.state().faults_words == "3 faults in 2 rows, 1 warning");
}

TEST_CASE("import: a corrected file is read again where the person is") {
    Desk desk;
    desk.at_faults();
    const auto read = desk.inspected.size();
    desk.screen.read_again();
    desk.background.go_on();
    CHECK(desk.inspected.size() == read + 1);
    CHECK(desk.screen.state().step == Step::faults);
}

TEST_CASE("import: what was confirmed and is no fault any more is forgotten") {
    Desk desk;
    desk.at_faults();
    desk.screen.confirm_fault();
    CHECK(desk.screen.state().faults_words == "2 faults in 1 row, 1 warning, 1 confirmed");
    desk.corrected = true;
    desk.screen.read_again();
    desk.background.go_on();
    CHECK(desk.screen.state().faults_words == "2 faults in 1 row, 1 warning");
    CHECK(desk.screen.faults().row_count() == 3);
}

TEST_CASE("import: the marked-up copy never takes the place of the file") {
    Desk desk;
    desk.at_faults();
    CHECK(desk.screen.marked_up_path() == "/tmp/stock with faults.xlsx");
    desk.screen.save_marked_up("/tmp/stock.xlsx");
    CHECK_FALSE(desk.background.is_waiting());
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    desk.screen.save_marked_up(desk.screen.marked_up_path());
    desk.background.go_on();
    CHECK(desk.saved == std::vector<std::string>{"/tmp/stock with faults.xlsx 3"});
}

TEST_CASE(
    "import: it is recorded with a second person, and the receipt says what and how to undo") {
    Desk desk;
    desk.at_import();
    CHECK(desk.screen.state().next_label == "Import 8 rows");
    int committed = 0;
    desk.screen.committed = [&] { ++committed; };
    desk.prompter.answers = {{"second", "secret"}};
    desk.screen.next();
    CHECK(desk.screen.is_recording());
    desk.background.go_on();
    REQUIRE(desk.imported.size() == 1);
    CHECK(desk.imported[0].skip_faulty);
    CHECK(desk.imported[0].approver == "second");
    CHECK(desk.secret_of_second == "secret");
    CHECK(desk.imported[0].request == "r0");
    REQUIRE(desk.screen.state().result);
    const ImportResult& result = *desk.screen.state().result;
    CHECK(result.title == "8 rows imported");
    CHECK(result.number == "#12");
    CHECK(result.short_form == "AAAA-BBBB");
    CHECK(result.may_undo == 12);
    CHECK(committed == 1);
    CHECK_FALSE(desk.screen.has_work());
    CHECK(desk.row(desk.screen.imports(), 0).starts_with("#12|"));
}

TEST_CASE("import: without a second person's name and password nothing is recorded") {
    Desk desk;
    desk.at_import();
    desk.prompter.answers = {{"second", ""}};
    desk.screen.next();
    CHECK_FALSE(desk.background.is_waiting());
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    CHECK(desk.imported.empty());
}

TEST_CASE("import: while the set-up is open a question is enough") {
    Desk desk;
    desk.needs_approver = false;
    desk.at_import();
    desk.prompter.yes = {true};
    desk.screen.next();
    desk.background.go_on();
    REQUIRE(desk.imported.size() == 1);
    CHECK_FALSE(desk.imported[0].approver.has_value());
    CHECK(desk.screen.state().step == Step::result);
}

TEST_CASE("import: a cancelled import changes nothing and can be begun again") {
    Desk desk;
    desk.at_import();
    desk.prompter.answers = {{"second", "secret"}};
    desk.screen.next();
    CHECK(desk.screen.state().may_cancel);
    desk.screen.escape();
    desk.background.go_on();
    CHECK(desk.screen.state().step == Step::import);
    CHECK(desk.screen.state().notice.words == "Stopped. Nothing was imported.");
    CHECK(desk.listed.empty());
    CHECK_FALSE(desk.screen.is_recording());
    CHECK(desk.screen.state().may_next);
}

TEST_CASE("import: asked again after a lost answer it is the same request, and counts once") {
    Desk desk;
    desk.at_import();
    desk.broken = "The disk is full.";
    desk.prompter.answers = {{"second", "secret"}, {"second", "secret"}};
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.screen.state().notice.words == "The disk is full.");
    CHECK(desk.screen.state().step == Step::import);
    desk.broken.clear();
    desk.screen.next();
    desk.background.go_on();
    REQUIRE(desk.imported.size() == 2);
    CHECK(desk.imported[0].request == desk.imported[1].request);
}

TEST_CASE("import: a refusal is told in words, and the file stays open") {
    Desk desk;
    desk.at_import();
    desk.prompter.answers = {{"second", "wrong"}};
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    CHECK(desk.screen.state().notice.words.find("Nothing was imported.") != std::string::npos);
    CHECK(desk.screen.state().step == Step::import);
    CHECK(desk.screen.has_work());
}

TEST_CASE("import: the very file that was imported before goes no further") {
    Desk desk;
    desk.before = 12;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    CHECK(desk.screen.state().notice.words.starts_with(
        "This very file was imported before, as entry #12."));
    CHECK_FALSE(desk.screen.state().may_next);
}

TEST_CASE("import: an earlier import is taken back for a reason, by two people") {
    Desk desk;
    desk.listed = {{5, {}, "admin", "a.xlsx", "x", "items", 3, 0, 0, 0, {}, {}, {}},
                   {9, {}, "admin", "b.xlsx", "y", "items", 4, 0, 0, 0, {}, {}, 11}};
    desk.screen.refresh_imports();
    desk.background.go_on();
    CHECK(desk.row(desk.screen.imports(), 0).ends_with("b.xlsx|4|0|Taken back, #11"));
    CHECK_FALSE(desk.screen.state().may_undo);
    desk.screen.choose_import(1);
    CHECK(desk.screen.state().may_undo);
    desk.prompter.answers = {{"", "second", "secret"}, {"wrong file", "second", "secret"}};
    desk.screen.undo_chosen();
    CHECK(desk.undone.empty());
    CHECK(desk.screen.state().notice.words == "Say in words why the import is taken back.");
    UndoReport done;
    done.reversed = 3;
    done.receipt = Receipt{{300}, "note", "CCCC", false};
    desk.undo_answer = done;
    desk.screen.undo_chosen();
    desk.background.go_on();
    REQUIRE(desk.undone.size() == 1);
    CHECK(desk.undone[0].import == 5);
    CHECK(desk.undone[0].reason == "wrong file");
    REQUIRE(desk.screen.state().result);
    CHECK(desk.screen.state().result->title == "Import #5 taken back");
    CHECK(desk.screen.state().result->number == "#300");
}

TEST_CASE("import: what has moved since stops the undo, and is listed") {
    Desk desk;
    desk.listed = {{5, {}, "admin", "a.xlsx", "x", "items", 3, 0, 0, 0, {}, {}, {}}};
    desk.screen.refresh_imports();
    desk.background.go_on();
    core::Refused refused;
    for (int at = 0; at < 20; ++at)
        refused.lines.push_back({core::Refusal::changed_since, "i", {{"subject", "W1"}}});
    desk.undo_answer = refused;
    desk.prompter.answers = {{"wrong file", "second", "secret"}};
    desk.screen.undo_chosen();
    desk.background.go_on();
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    CHECK(desk.prompter.asked.back() == "Nothing was taken back.");
    CHECK_FALSE(desk.screen.state().result);
}

TEST_CASE("import: work that nobody waits for any more is stopped") {
    testing::ImportStage stage;
    {
        ImportScreen screen{stage.use(), stage.background, stage.prompter};
        screen.choose_file("/tmp/stock.xlsx");
        stage.background.go_one();
    }
    stage.background.go_on();
    REQUIRE(stage.inspected.size() == 1);
    CHECK_FALSE(stage.inspected[0].watch({"Reading", 1, 2, true}));
}
