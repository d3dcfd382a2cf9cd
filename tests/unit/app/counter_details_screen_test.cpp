// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/app/counter_stage.hpp"

using namespace muster::app;
using muster::app::testing::CounterStage;
using Mode = CounterState::Mode;

namespace {

/// PC 4471 comes back from a course with a carbine, rounds and a cartridge.
struct CourseStage : CounterStage {
    CourseStage() {
        OfficerCard::Held rounds{"b-1", "9x19 22-117", 100, 7, "stock"};
        rounds.is_training = rounds.asks_attendees = true;
        OfficerCard::Held cartridge{"b-2", "X2 cartridge 5", 2, 7, "stock"};
        cartridge.asks_download = true;
        OfficerCard::Held pistol{"i-9", "Glock 17 C9 (WM9)", 1, 7, "item"};
        pistol.is_weapon = true;
        held = {pistol, rounds, cartridge};
        screen.scan("WM9");
    }
    void count(std::size_t line, const std::string& quantity) {
        screen.count_line(line);
        screen.enter_quantity(quantity);
    }
};

}  // namespace

TEST_CASE("counter: a course comes back with who used what, the range and the download") {
    CourseStage stage;
    stage.count(1, "40");
    stage.prompter.answers = {{"60", "training", "", "4471 25, 4472 35"}};
    stage.screen.explain_used(1);
    CHECK(stage.state().lines[1].verdict == "60 USED");
    stage.count(2, "1");
    stage.prompter.answers = {{"1", "operational", "REP-5", "DL-77"}};
    stage.screen.explain_used(2);
    stage.screen.set_unloaded(true);
    stage.screen.set_range_declared(true);
    stage.prompter.answers = {{"all well", "", "", "60"}};
    stage.screen.add_details();
    stage.screen.freeze();
    REQUIRE(stage.state().confirming);
    CHECK(stage.state().lines[1].read_back == "40 back, 60 used (Training): 9x19 22-117");
    stage.confirm("123456");
    REQUIRE(stage.taken_back.size() == 1);
    const ReturnRequest& back = stage.taken_back[0];
    CHECK(back.range_declared);
    REQUIRE(back.expended.size() == 2);
    CHECK(back.expended[0].download.empty());
    CHECK(back.expended[1].download == "DL-77");
    REQUIRE(back.attendees.size() == 2);
    CHECK(back.attendees[1].collar == "4472");
    CHECK(back.attendees[1].code == "b-1");
    CHECK(back.attendees[1].quantity == 35);
    REQUIRE(back.rounds.size() == 1);
    CHECK(back.rounds[0].code == "i-9");
    CHECK(back.rounds[0].quantity == 60);
    CHECK(back.note == "all well");
    CHECK(back.unloaded == true);
    CHECK_FALSE(back.partial);
}

TEST_CASE("counter: what a discrepancy would ask for is asked for at once, and refused by nobody") {
    CourseStage stage;
    stage.count(1, "40");
    SUBCASE("attendees that do not add up") {
        stage.prompter.answers = {{"60", "training", "", "4471 25"}};
        stage.prompter.yes = {false};
        stage.screen.explain_used(1);
        CHECK(stage.state().lines[1].verdict == "60 SHORT");
        stage.prompter.answers = {{"60", "training", "", "4471 25"}};
        stage.prompter.yes = {true};
        stage.screen.explain_used(1);
        CHECK(stage.state().lines[1].verdict == "60 USED");
    }
    SUBCASE("an attendee nobody knows, and one without a number") {
        for (const char* typed : {"9999 60", "4471"}) {
            stage.prompter.answers = {{"60", "training", "", typed}};
            stage.screen.explain_used(1);
            CHECK(stage.state().notice.tone == Tone::stop);
            CHECK(stage.state().lines[1].verdict == "60 SHORT");
        }
    }
    SUBCASE("a fired cartridge without its device's download") {
        stage.count(2, "1");
        stage.prompter.answers = {{"1", "operational", "REP-5", ""}};
        stage.prompter.yes = {false};
        stage.screen.explain_used(2);
        CHECK(stage.state().lines[2].verdict == "1 SHORT");
    }
}

TEST_CASE("counter: a weapon not seen unloaded is asked about once, and never blocks its return") {
    CourseStage stage;
    CHECK(stage.state().unloaded_asked);
    stage.screen.freeze();
    CHECK_FALSE(stage.state().confirming);
    CHECK(stage.state().notice.words.find("unloaded and clear") != std::string::npos);
    stage.screen.freeze();
    REQUIRE(stage.state().confirming);
    stage.confirm("123456");
    CHECK_FALSE(stage.taken_back[0].note);
    CHECK(stage.taken_back[0].unloaded == false);
}

TEST_CASE("counter: what is still with the officer stays open; short and open are two returns") {
    CourseStage stage;
    stage.screen.set_unloaded(true);
    stage.count(1, "40");
    stage.prompter.answers = {{"on the range until four", "stays"}};
    stage.screen.explain_short(1);
    CHECK(stage.state().lines[1].verdict == "60 STAY OUT");
    CHECK(stage.state().may_confirm);
    stage.count(2, "1");
    stage.prompter.answers = {{"lost in the mud", "short"}};
    stage.screen.explain_short(2);
    CHECK_FALSE(stage.state().may_confirm);
    stage.screen.remove_line(2);
    stage.screen.set_range_declared(true);
    stage.screen.freeze();
    stage.confirm("123456");
    REQUIRE(stage.taken_back.size() == 1);
    CHECK(stage.taken_back[0].partial);
    REQUIRE(stage.taken_back[0].shortages.size() == 1);
    CHECK(stage.taken_back[0].shortages[0].words == "on the range until four");
}

TEST_CASE("counter: keyed from paper, a basket has its page and its time") {
    CounterStage stage;
    stage.screen.scan("4471");
    stage.screen.scan("WM1");
    stage.prompter.answers = {{"by torch light", "A-12", ""}};
    stage.screen.add_details();
    CHECK(stage.state().notice.tone == Tone::stop);
    stage.prompter.answers = {{"by torch light", "A-12", "03/03/2026 02:10"}};
    stage.screen.add_details();
    CHECK(stage.state().basket_notices.at(0).words.find("page A-12") != std::string::npos);
    stage.screen.freeze();
    stage.confirm("123456");
    REQUIRE(stage.issued.size() == 1);
    CHECK(stage.issued[0].note == "by torch light");
    CHECK(stage.issued[0].details.paper == "A-12");
    CHECK(muster::core::text_of(*stage.issued[0].details.happened_at) ==
          "2026-03-03T02:10:00.000Z");
    CHECK_FALSE(stage.issued[0].signed_on_paper);
}

TEST_CASE(
    "counter: who signed the page is fetched for no PIN; at the counter nobody goes without") {
    CounterStage stage;
    stage.screen.scan("4471");
    stage.screen.scan("WM1");
    stage.screen.freeze();
    stage.confirm("");
    CHECK(stage.issued.empty());
    stage.screen.escape();
    stage.prompter.answers = {{"by torch light", "A-12", "03/03/2026 02:10"}};
    stage.screen.add_details();
    stage.screen.freeze();
    stage.confirm("");
    REQUIRE(stage.issued.size() == 1);
    CHECK(stage.issued[0].signed_on_paper);
}

TEST_CASE("counter: in a pair both give their own PIN, and no second person is asked for") {
    CounterStage stage;
    stage.pair = {"1001", "PC 1001"};
    stage.screen.scan("4471");
    stage.screen.scan("WM1");
    CHECK(stage.state().giver == "PC 1001");
    stage.screen.freeze();
    REQUIRE(stage.state().confirming);
    CHECK_FALSE(stage.state().second_wanted);
    stage.screen.confirm({"", "", "123456", ""});
    CHECK(stage.issued.empty());
    stage.screen.confirm({"", "", "123456", "654321"});
    stage.background.go_on();
    REQUIRE(stage.issued.size() == 1);
    CHECK(stage.issued[0].paired_with == "1001");
    CHECK_FALSE(stage.issued[0].second);
    CHECK(stage.giver_pin == "654321");
    SUBCASE("and a return of a pair is not recorded without the officer's PIN") {
        stage.held = {{"i-9", "Glock 17 C9 (WM9)", 1, 7, "item"}};
        stage.screen.scan("WM9");
        stage.screen.freeze();
        CHECK_FALSE(stage.state().pin_may_be_missing);
    }
}

TEST_CASE("counter: whoever may not override is told so at once") {
    CounterStage stage;
    stage.stops["i-1"] = {{"batch_expired", "Batch 22-117 expired.", true}};
    stage.screen.scan("4471");
    stage.screen.scan("WM1");
    stage.no_overrider = "PC 1 may not override this stop.";
    stage.prompter.answers = {{"PC1", "secret", "because"}};
    stage.screen.override_stops();
    CHECK(stage.state().notice.words == "PC 1 may not override this stop.");
    CHECK(stage.state().lines[0].verdict == "STOP");
    stage.no_overrider.clear();
    stage.prompter.answers = {{"BOSS", "secret", "because"}};
    stage.screen.override_stops();
    CHECK(stage.state().lines[0].verdict == "OVERRIDDEN");
    CHECK(stage.state().lines[0].read_back == "Glock 17 A1 (WM1) (a stop is overridden)");
}

TEST_CASE("counter: one key makes no open basket urgent, and records none") {
    CounterStage stage;
    stage.screen.scan("4471");
    stage.screen.scan("WM1");
    stage.prompter.yes = {false};
    stage.screen.toggle_urgent();
    CHECK(stage.state().urgent.empty());
    stage.prompter.yes = {true};
    stage.screen.toggle_urgent();
    CHECK_FALSE(stage.state().urgent.empty());
    stage.screen.escape();
    CHECK(stage.state().lines.size() == 1);
    stage.prompter.yes = {false};
    stage.screen.toggle_urgent();
    CHECK_FALSE(stage.state().urgent.empty());
    CHECK_FALSE(stage.background.is_waiting());
    stage.screen.escape();
    stage.screen.escape();
    CHECK(stage.state().lines.empty());
    CHECK(stage.issued.empty());
}
