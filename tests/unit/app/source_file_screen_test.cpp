// SPDX-License-Identifier: MIT
#include "muster/app/source_file_screen.hpp"

#include <doctest/doctest.h>

#include "sources_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::row_of;
using Step = SourceFileState::Step;
using Showing = SourceFileScreen::Showing;

namespace {

struct Desk : testing::SourcesStage {
    SourceFileScreen screen{file_use(), background, prompter};
    bool has_left = false;

    Desk() {
        screen.left = [this] { has_left = true; };
    }
    void begin(const std::string& kind = "officers") { screen.begin(found.powers, kind); }
    void look(const std::string& path = "/tmp/officers-2026-03-03.csv") {
        begin();
        screen.choose_file(path);
        screen.next();
        background.go_on();
    }
    void record(const std::string& approver = "second", const std::string& secret = "right") {
        prompter.answers = {{approver, secret}};
        screen.next();
        background.go_on();
    }
};

}  // namespace

TEST_CASE("source file: only kinds that this person may import are offered") {
    Desk desk;
    desk.found.powers.kinds = {"deployments", "movements"};
    desk.begin("officers");
    CHECK(desk.screen.state().kinds.size() == 2);
    CHECK(desk.screen.state().kind == "deployments");
    desk.screen.choose_kind("authorisations");
    CHECK(desk.screen.state().kind == "deployments");
    desk.screen.choose_kind("movements");
    CHECK(desk.screen.state().kinds[1].title == "Past movements");
    CHECK_FALSE(desk.screen.state().wants_day);
}

TEST_CASE("source file: the day comes from the file's name until somebody types another") {
    Desk desk;
    desk.begin();
    CHECK_FALSE(desk.screen.state().may_next);
    desk.screen.choose_file("/tmp/officers-2026-03-02.csv");
    CHECK(desk.screen.state().as_at == "2026-03-02");
    CHECK(desk.screen.state().day_words == "As the file's name says.");
    desk.screen.choose_file("/tmp/staff.csv");
    CHECK(desk.screen.state().as_at.empty());
    desk.screen.type_day("04/03/2026");
    desk.screen.choose_file("/tmp/officers-2026-03-02.csv");
    CHECK(desk.screen.state().as_at == "04/03/2026");
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.inspected.back().as_at == core::date_of("2026-03-04"));
}

TEST_CASE("source file: what is no day is said at once, and nothing is read") {
    Desk desk;
    desk.begin();
    desk.screen.choose_file("/tmp/staff.csv");
    desk.screen.type_day("soon");
    desk.screen.next();
    CHECK_FALSE(desk.background.is_waiting());
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    CHECK(desk.screen.state().step == Step::file);
}

TEST_CASE("source file: every change and fault is shown before anything is recorded") {
    Desk desk;
    desk.faulty = true;
    desk.look();
    const SourceFileState& state = desk.screen.state();
    REQUIRE(state.step == Step::changes);
    CHECK(desk.taken.empty());
    CHECK(state.summary ==
          "Officers as at 3 Mar 2026: 1 new, 1 changed, 2 left, 2 unchanged; "
          "1 skipped");
    CHECK(state.count_words == "1 leaver still holds something, 1 fault, 1 warning");
    Table& rows = desk.screen.rows();
    REQUIRE(rows.row_count() == 6);
    CHECK(row_of(rows, 0) == "Fault|Staff, A4|no number");
    CHECK(row_of(rows, 1) == "Warning|Staff, B3|an odd rank");
    CHECK(row_of(rows, 2) ==
          "Left, holds stock|Constable 1005|Easy Sample. Still holds Glock 17 SAMPLE106");
    CHECK(row_of(rows, 3) == "Left|Sergeant 1004|Dog Sample");
    CHECK(row_of(rows, 4) == "New|Constable 1006|Fox Sample, ARV B");
    CHECK(row_of(rows, 5) == "Changed|Constable 1001|unit ARV A to ARV C");
    CHECK(rows.tone(0) == Tone::stop);
    CHECK(rows.tone(2) == Tone::warning);
    CHECK(rows.tone(4) == Tone::plain);
    desk.screen.show(Showing::leavers);
    CHECK(rows.row_count() == 2);
    CHECK(desk.screen.state().detail.words ==
          "Left, holds stock: Constable 1005. Easy Sample. Still holds Glock 17 SAMPLE106");
    desk.screen.show(Showing::changes);
    CHECK(rows.row_count() == 2);
    desk.screen.show(Showing::faults);
    CHECK(rows.row_count() == 2);
}

TEST_CASE("source file: a fault stops the recording until its row is left out") {
    Desk desk;
    desk.faulty = true;
    desk.look();
    CHECK_FALSE(desk.screen.state().may_next);
    CHECK(desk.screen.state().skip_faulty.shown);
    CHECK(desk.screen.state().skip_faulty.label ==
          "Leave out the 1 row with faults and record the rest");
    desk.screen.tick_skip_faulty(true);
    CHECK(desk.screen.state().may_next);
    desk.record();
    REQUIRE(desk.taken.size() == 1);
    CHECK(desk.taken.back().skip_faulty);
}

TEST_CASE("source file: a changed name is confirmed, seen as confirmed, and taken back") {
    Desk desk;
    desk.replaced = true;
    desk.look();
    CHECK(desk.screen.state().may_confirm);
    desk.screen.confirm_fault();
    desk.background.go_on();
    CHECK(row_of(desk.screen.rows(), 0) == "Confirmed|Staff, C2|is another");
    CHECK(desk.screen.rows().tone(0) == Tone::good);
    CHECK(desk.screen.state().may_next);
    CHECK(desk.screen.state().confirm_label == "Take the confirmation back");
    desk.screen.confirm_fault();
    desk.background.go_on();
    CHECK_FALSE(desk.screen.state().may_next);
    CHECK(row_of(desk.screen.rows(), 0) == "Fault|Staff, C2|is another");
}

TEST_CASE("source file: so many leavers need a person's word, and leaving rows out is none") {
    Desk desk;
    desk.truncated = true;
    desk.look();
    CHECK_FALSE(desk.screen.state().may_next);
    CHECK_FALSE(desk.screen.state().skip_faulty.shown);
    CHECK(desk.screen.state().leavers.shown);
    CHECK(desk.screen.state().next_words == "Say whether so many are right, or correct the file.");
    desk.screen.tick_leavers(true);
    desk.background.go_on();
    CHECK(desk.screen.state().may_next);
    CHECK(desk.screen.state().leavers.shown);
    desk.record();
    CHECK(desk.taken.back().confirm_leavers);
}

TEST_CASE("source file: it is recorded as it was looked at, by a second person's own secret") {
    Desk desk;
    bool committed = false;
    desk.screen.committed = [&] { committed = true; };
    desk.look();
    CHECK(desk.screen.has_work());
    CHECK(desk.screen.state().next_label == "Record 4 changes");
    desk.record();
    REQUIRE(desk.taken.size() == 1);
    CHECK(desk.taken.back().reviewed == "ab12");
    CHECK(desk.taken.back().approver == "second");
    CHECK(desk.secret_of_second == "right");
    CHECK(committed);
    const SourceFileState& state = desk.screen.state();
    REQUIRE(state.step == Step::result);
    CHECK(state.result->title == "Officers as at 3 Mar 2026 imported");
    CHECK(state.result->number == "#12");
    CHECK(state.result->lines[1] == "Constable 1005 has left and still holds Glock 17 SAMPLE106");
    CHECK_FALSE(desk.screen.has_work());
    desk.screen.next();
    CHECK(desk.has_left);
}

TEST_CASE("source file: without a second person, or with a wrong secret, nothing is recorded") {
    Desk desk;
    desk.look();
    desk.record("", "");
    CHECK(desk.taken.empty());
    CHECK(desk.screen.state().notice.words ==
          "An import needs the name and the password of a second person.");
    desk.record("second", "wrong");
    CHECK_FALSE(desk.imported);
    CHECK(desk.screen.state().step == Step::changes);
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    CHECK_FALSE(desk.screen.is_recording());
}

TEST_CASE("source file: in set-up a question is enough") {
    Desk desk;
    desk.found.powers.needs_approver = false;
    desk.look();
    desk.prompter.yes = {true};
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.imported);
    CHECK_FALSE(desk.taken.back().approver);
}

TEST_CASE("source file: a file that is refused or unreadable says why and stays to be chosen") {
    Desk desk;
    desk.refusal = core::Refusal::source_older;
    desk.look();
    CHECK(desk.screen.state().step == Step::file);
    CHECK(desk.screen.state().notice.tone == Tone::stop);
    desk.refusal.reset();
    desk.broken = "The file is encrypted.";
    desk.look();
    CHECK(desk.screen.state().notice.words == "The file is encrypted.");
    CHECK_FALSE(desk.screen.has_work());
}

TEST_CASE("source file: past movements are read with a way to stop, and noted") {
    Desk desk;
    desk.begin("movements");
    desk.screen.choose_file("/tmp/movements.csv");
    desk.screen.next();
    CHECK(desk.screen.state().may_cancel);
    desk.screen.escape();
    desk.background.go_on();
    CHECK(desk.screen.state().step == Step::file);
    CHECK(desk.screen.state().notice.words == "Stopped. Nothing was changed.");
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.screen.state().summary == "Past movements: 1,200 rows");
    CHECK(desk.screen.state().next_label == "Note 1,200 rows");
    desk.record();
    REQUIRE(desk.noted.size() == 1);
    CHECK(desk.screen.state().result->title == "1,200 past movements noted");
}
