// SPDX-License-Identifier: MIT
#include "muster/app/sources_screen.hpp"

#include <doctest/doctest.h>

#include "sources_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::row_of;
using Place = SourcesState::Place;

namespace {

struct Desk : testing::SourcesStage {
    SourcesScreen screen{use(), background, prompter};

    void look() {
        screen.refresh();
        background.go_on();
    }
    void wait_for(NightlyFile::Outcome outcome, const std::string& file) {
        NightlyFile one;
        one.file = file;
        one.kind = "officers";
        one.outcome = outcome;
        one.words = "what became of it";
        waiting.push_back(one);
    }
};

}  // namespace

TEST_CASE("sources: each kind of data stands there with its age in words") {
    Desk desk;
    desk.look();
    Table& rows = desk.screen.sources();
    REQUIRE(rows.row_count() == 3);
    CHECK(row_of(rows, 0) == "Stale|Officers|1 Mar 2026|5 days ago|2 days|#1,204|/srv/in");
    CHECK(row_of(rows, 1) ==
          "In date|Authorisations|1 Mar 2026|5 days ago|30 days|#88|By hand only");
    CHECK(row_of(rows, 2) == "Never came|Deployments|||30 days||By hand only");
    CHECK(rows.tone(0) == Tone::stop);
    CHECK(rows.tone(1) == Tone::good);
    CHECK(rows.tone(2) == Tone::plain);
    CHECK(desk.screen.state().in_date.words.empty());
    desk.found.ages[0].stale = false;
    desk.look();
    CHECK(desk.screen.state().in_date.tone == Tone::good);
    desk.found.ages[2].nightly = desk.found.ages[2].stale = true;
    desk.look();
    CHECK(rows.cell(2, 0) == "Promised, never came");
}

TEST_CASE("sources: who may not do it does not see the action") {
    Desk desk;
    desk.found = desk.found_of({});
    desk.found.powers.may_approve_nightly = false;
    desk.look();
    const SourcesState& state = desk.screen.state();
    CHECK_FALSE(state.may_import);
    CHECK_FALSE(state.may_run);
    CHECK_FALSE(state.may_approve);
    CHECK_FALSE(state.may_end);
    CHECK_FALSE(state.powers_words.empty());
    desk.screen.open_file();
    CHECK(state.place == Place::sources);
    desk.screen.import_waiting();
    desk.screen.approve();
    CHECK_FALSE(desk.background.is_waiting());
    desk.screen.open_comparison();
    CHECK(state.place == Place::comparison);
}

TEST_CASE("sources: a file's import begins with the chosen kind and comes back when it is done") {
    Desk desk;
    desk.look();
    desk.screen.choose_source(1);
    desk.screen.open_file();
    CHECK(desk.screen.state().place == Place::file);
    CHECK(desk.screen.file().state().kind == "authorisations");
    desk.screen.escape();
    CHECK(desk.screen.state().place == Place::sources);
    int committed = 0;
    desk.screen.committed = [&] { ++committed; };
    desk.screen.open_file();
    desk.screen.file().choose_file("/tmp/a.csv");
    desk.screen.file().next();
    desk.background.go_on();
    CHECK(desk.screen.has_work());
    desk.prompter.answers = {{"second", "right"}};
    desk.screen.file().next();
    CHECK(desk.screen.is_recording());
    desk.found.ages[1].entry = 99;
    desk.background.go_on();
    CHECK(committed == 1);
    CHECK(desk.screen.sources().cell(1, 5) == "#99");
}

TEST_CASE("sources: a folder is approved by two people, and ended by two") {
    Desk desk;
    desk.look();
    desk.screen.choose_source(1);
    CHECK(desk.screen.state().approve_label == "Authorisations: approve a folder...");
    CHECK_FALSE(desk.screen.state().may_end);
    desk.prompter.answers = {{"/srv/training", "second", ""}};
    desk.screen.approve();
    CHECK_FALSE(desk.background.is_waiting());
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    desk.prompter.answers = {{"/srv/training", "second", "wrong"}};
    desk.screen.approve();
    desk.background.go_on();
    CHECK(desk.approved.empty());
    desk.prompter.answers = {{"/srv/training", "second", "right"}};
    desk.screen.approve();
    CHECK(desk.screen.is_recording());
    desk.background.go_on();
    CHECK(desk.approved.back() == "authorisations /srv/training second");
    CHECK(desk.screen.state().notice.tone == Tone::good);
    desk.screen.choose_source(0);
    CHECK(desk.screen.state().may_end);
    desk.prompter.answers = {{"second", "right"}};
    desk.screen.end_nightly();
    desk.background.go_on();
    CHECK(desk.approved.back() == "officers  second");
}

TEST_CASE("sources: what waits is imported for the kinds this person may import") {
    Desk desk;
    desk.look();
    REQUIRE(desk.screen.state().may_run);
    desk.wait_for(NightlyFile::Outcome::imported, "officers-2026-03-05.csv");
    desk.wait_for(NightlyFile::Outcome::faulty, "officers-2026-03-06.csv");
    desk.screen.import_waiting();
    desk.background.go_on();
    CHECK(desk.run_for == std::vector<std::string>{"officers"});
    const SourcesState& state = desk.screen.state();
    CHECK(state.place == Place::waiting);
    CHECK(state.waiting_words == "2 files lie in the folders, 1 imported now");
    CHECK(state.notice.tone == Tone::warning);
    CHECK(row_of(desk.screen.waiting(), 1) ==
          "Faulty|officers-2026-03-06.csv|Officers|what became of it");
    CHECK(desk.screen.waiting().tone(0) == Tone::good);
    CHECK(desk.screen.waiting().tone(1) == Tone::stop);
    desk.screen.escape();
    CHECK(state.place == Place::sources);
}

TEST_CASE("sources: empty folders are said to be empty") {
    Desk desk;
    desk.look();
    desk.screen.import_waiting();
    desk.background.go_on();
    CHECK(desk.screen.state().waiting_words == "No file waits in the folders.");
    CHECK(desk.screen.state().notice.words.empty());
}
