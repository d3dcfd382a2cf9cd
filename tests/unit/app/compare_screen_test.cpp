// SPDX-License-Identifier: MIT
#include "muster/app/compare_screen.hpp"

#include <doctest/doctest.h>

#include "sources_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::row_of;
using Showing = CompareScreen::Showing;

namespace {

struct Desk : testing::SourcesStage {
    CompareScreen screen{compare_use(), background};

    void compare() {
        screen.choose_file("/tmp/other.xlsx");
        background.go_on();
    }
};

}  // namespace

TEST_CASE("compare screen: every difference is a row, what cannot be compared too") {
    Desk desk;
    desk.broken_row = true;
    desk.compare();
    CHECK(desk.screen.state().file_name == "other.xlsx");
    CHECK(desk.screen.state().words == "3 differences, 1 fault in rows not compared");
    CHECK(desk.screen.state().counts.front() ==
          "Weapons and other items: 5 agreed, 1 different, 1 only in the file, 1 only here");
    Table& rows = desk.screen.rows();
    REQUIRE(rows.row_count() == 4);
    CHECK(row_of(rows, 0) ==
          "Differs|item|Glock 17 SAMPLE001|location status|in store|issued|Stock, row 2");
    CHECK(row_of(rows, 1) ==
          "Only in the file|item|Glock 17 SAMPLE009 (looks like SAMPLE0O9)||||Stock, row 3");
    CHECK(row_of(rows, 2) == "Only here|item|Glock 17 SAMPLE003||||");
    CHECK(row_of(rows, 3) == "Not compared||no serial||||Stock, A9");
    CHECK(rows.tone(0) == Tone::warning);
    CHECK(rows.tone(3) == Tone::stop);
    CHECK(desk.screen.state().detail.words ==
          "Differs: Glock 17 SAMPLE001: location status is \"in store\" in the file and \"issued\" "
          "here (Stock, row 2)");
}

TEST_CASE("compare screen: the table is narrowed by sort and by words") {
    Desk desk;
    desk.broken_row = true;
    desk.compare();
    desk.screen.show(Showing::only_here);
    CHECK(row_of(desk.screen.rows(), 0) == "Only here|item|Glock 17 SAMPLE003||||");
    CHECK(desk.screen.state().shown_words == "1 of 4 shown");
    desk.screen.show(Showing::not_compared);
    CHECK(desk.screen.rows().row_count() == 1);
    desk.screen.show(Showing::all);
    desk.screen.search("sample009");
    CHECK(desk.screen.rows().row_count() == 1);
    desk.screen.search("nothing like it");
    CHECK(desk.screen.rows().row_count() == 0);
    CHECK(desk.screen.state().detail.words.empty());
    desk.screen.search("");
    CHECK(desk.screen.state().shown_words.empty());
}

TEST_CASE("compare screen: two that agree say so, and there is nothing to save") {
    Desk desk;
    desk.agrees = true;
    desk.compare();
    CHECK(desk.screen.state().notice.tone == Tone::good);
    CHECK_FALSE(desk.screen.state().may_save);
}

TEST_CASE("compare screen: all differences are saved whatever is shown, and that is recorded") {
    Desk desk;
    int committed = 0;
    desk.screen.committed = [&] { ++committed; };
    desk.compare();
    CHECK(committed == 0);
    desk.screen.show(Showing::only_here);
    CHECK(desk.screen.save_path() == "/tmp/other against the ledger.csv");
    desk.screen.save("/tmp/other.xlsx");
    CHECK_FALSE(desk.background.is_waiting());
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    desk.screen.save(desk.screen.save_path());
    CHECK(desk.screen.is_recording());
    desk.background.go_on();
    CHECK(desk.saved.back() == "/tmp/other against the ledger.csv 3");
    CHECK(desk.screen.state().notice.words.find("recorded, #31") != std::string::npos);
    CHECK(committed == 1);
}

TEST_CASE("compare screen: it can be stopped, and is refused in words to who counts blind") {
    Desk desk;
    desk.screen.choose_file("/tmp/other.xlsx");
    CHECK(desk.screen.state().may_cancel);
    desk.screen.escape();
    desk.background.go_on();
    CHECK(desk.screen.state().notice.words == "Stopped. Nothing was compared.");
    CHECK(desk.screen.state().file_name.empty());
    desk.refusal = core::Refusal::in_blind_count;
    desk.compare();
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    CHECK(desk.screen.state().file_name.empty());
}
