// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/app/counter_stage.hpp"

using namespace muster::app;
using muster::app::testing::CounterStage;
using Mode = CounterState::Mode;

namespace {

/// PC 4471 has a pistol and thirty rounds out, and the pistol was just scanned.
struct ReturnStage : CounterStage {
    ReturnStage() {
        held = {{"i-9", "Glock 17 C9 (WM9)", 1, 7, "item"}, {"b-1", "9x19 22-117", 30, 7, "stock"}};
        screen.scan("WM9");
    }
    void count(const std::string& quantity) {
        screen.count_line(1);
        screen.enter_quantity(quantity);
    }
};

bool mentions(const CounterLine& line, const std::string& words) {
    for (const std::string& reason : line.reasons)
        if (reason.find(words) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("counter: a held weapon with no officer begins the return of all they have out") {
    ReturnStage stage;
    REQUIRE(stage.state().mode == Mode::taking_back);
    CHECK(stage.state().heading == "Return from PC 4471 Sample Person");
    REQUIRE(stage.state().lines.size() == 2);
    CHECK(stage.state().lines[0].verdict == "BACK");
    CHECK(stage.state().lines[1].verdict == "COUNT IT");
}

TEST_CASE("counter: the expected quantity is shown nowhere before the counted one is typed") {
    ReturnStage stage;
    const auto says = [&](const std::string& figure) {
        const CounterState& state = stage.state();
        std::string all = state.notice.words + state.heading + state.invitation + state.asked +
                          state.read_back + state.officer;
        for (const CounterLine& line : state.lines) {
            all += line.words + line.amount + line.verdict;
            for (const std::string& reason : line.reasons) all += reason;
        }
        for (const std::string& held : state.holdings) all += held;
        return all.find(figure) != std::string::npos;
    };
    CHECK_FALSE(says("30"));
    stage.screen.count_line(1);
    CHECK(stage.state().asked == "How many of 9x19 22-117 came back?");
    CHECK_FALSE(says("30"));
    stage.screen.enter_quantity("28");
    CHECK(says("30 went out, 28 counted back"));
}

TEST_CASE("counter: what adds up is confirmed and cleared") {
    ReturnStage stage;
    stage.count("30");
    CHECK(stage.state().lines[1].verdict == "ALL BACK");
    stage.screen.freeze();
    REQUIRE(stage.state().confirming);
    CHECK(stage.state().read_back ==
          "You are handing back 1 weapon or item, 1 line of munitions.");
    CHECK(stage.state().lines[1].read_back == "30 back: 9x19 22-117");
    stage.confirm("123456");
    REQUIRE(stage.taken_back.size() == 1);
    CHECK(stage.taken_back[0].collar == "4471");
    CHECK(stage.taken_back[0].items == std::vector<std::string>{"i-9"});
    CHECK(stage.taken_back[0].batches[0].quantity == 30);
    CHECK(stage.taken_back[0].expended.empty());
    CHECK_FALSE(stage.taken_back[0].note);
    CHECK(stage.state().mode == Mode::waiting);
    CHECK(stage.state().receipt->title == "Taken back from PC 4471 Sample Person");
}

TEST_CASE("counter: a short return demands words, then goes through with its discrepancy") {
    ReturnStage stage;
    stage.count("28");
    CHECK(stage.state().lines[1].verdict == "2 SHORT");
    CHECK(stage.state().lines[1].may_explain);
    CHECK_FALSE(stage.state().may_confirm);
    stage.screen.freeze();
    CHECK_FALSE(stage.state().confirming);
    SUBCASE("empty words are none") {
        stage.prompter.answers = {{""}};
        stage.screen.explain_short(1);
        CHECK_FALSE(stage.state().may_confirm);
    }
    SUBCASE("short, with words") {
        stage.prompter.answers = {{"not in the pouch"}};
        stage.screen.explain_short(1);
        CHECK(stage.state().lines[1].tone == Tone::warning);
        CHECK(mentions(stage.state().lines[1], "A discrepancy will be opened"));
        stage.discrepancies = {41'904};
        stage.screen.freeze();
        stage.confirm("123456");
        REQUIRE(stage.taken_back.size() == 1);
        CHECK(stage.taken_back[0].batches[0].quantity == 28);
        REQUIRE(stage.taken_back[0].shortages.size() == 1);
        CHECK(stage.taken_back[0].shortages[0].code == stage.taken_back[0].batches[0].code);
        CHECK(stage.taken_back[0].shortages[0].words == "not in the pouch");
        CHECK(stage.state().receipt->discrepancies ==
              std::vector<std::string>{"Discrepancy d-41904: SHORT"});
    }
    SUBCASE("a recount asks again and forgets what was said") {
        stage.prompter.answers = {{"not in the pouch"}};
        stage.screen.explain_short(1);
        stage.count("30");
        CHECK(stage.state().lines[1].verdict == "ALL BACK");
        CHECK_FALSE(stage.state().lines[1].may_explain);
    }
}

TEST_CASE("counter: used rounds are recorded with reason and reference") {
    ReturnStage stage;
    stage.count("28");
    SUBCASE("with a reference nothing is left to explain") {
        stage.prompter.answers = {{"2", "operational", "REP-5"}};
        stage.screen.explain_used(1);
        CHECK(stage.state().lines[1].verdict == "2 USED");
        CHECK(stage.state().may_confirm);
        stage.screen.freeze();
        stage.confirm("123456");
        REQUIRE(stage.taken_back.size() == 1);
        REQUIRE(stage.taken_back[0].expended.size() == 1);
        CHECK(stage.taken_back[0].expended[0].quantity == 2);
        CHECK(stage.taken_back[0].expended[0].reason == "operational");
        CHECK(stage.taken_back[0].expended[0].reference == "REP-5");
    }
    SUBCASE("without one a discrepancy will ask for it, but nothing is blocked") {
        stage.prompter.answers = {{"2", "operational", ""}};
        stage.prompter.yes = {true};
        stage.screen.explain_used(1);
        CHECK(mentions(stage.state().lines[1], "a discrepancy will ask"));
        CHECK(stage.state().may_confirm);
    }
    SUBCASE("of two missing one was used, and the other needs its own words") {
        stage.prompter.answers = {{"1", "training", ""}};
        stage.screen.explain_used(1);
        CHECK(stage.state().lines[1].verdict == "1 SHORT");
        CHECK_FALSE(stage.state().may_confirm);
    }
    SUBCASE("more cannot have been used than is missing") {
        stage.prompter.answers = {{"3", "operational", "R"}};
        stage.screen.explain_used(1);
        CHECK(stage.state().notice.tone == Tone::stop);
        CHECK_FALSE(stage.state().may_confirm);
    }
}

TEST_CASE("counter: too many coming back is taken in and said") {
    ReturnStage stage;
    stage.count("31");
    CHECK(stage.state().lines[1].verdict == "1 TOO MANY");
    CHECK(stage.state().may_confirm);
}

TEST_CASE("counter: what is neither scanned nor counted stays out and is read back so") {
    ReturnStage stage;
    stage.screen.freeze();
    REQUIRE(stage.state().confirming);
    CHECK(stage.state().read_back ==
          "You are handing back 1 weapon or item. 1 line stays out in your name.");
    stage.confirm("123456");
    CHECK(stage.taken_back[0].batches.empty());
}

TEST_CASE("counter: a return without the officer is recorded unconfirmed, and says so") {
    ReturnStage stage;
    stage.count("30");
    stage.confirmed = false;
    stage.screen.freeze();
    CHECK(stage.state().pin_may_be_missing);
    stage.confirm("", "", "");
    REQUIRE(stage.taken_back.size() == 1);
    CHECK_FALSE(stage.taken_back[0].second);
    CHECK(stage.state().receipt->remark == "Recorded without the officer's confirmation.");
}

TEST_CASE("counter: somebody else may bring it back, and both are named") {
    ReturnStage stage;
    stage.screen.scan("4472");
    REQUIRE(stage.state().mode == Mode::taking_back);
    CHECK(stage.state().basket_notices.at(0).words == "Brought by PC 4472, not by the officer.");
    stage.screen.freeze();
    stage.confirm("123456");
    CHECK(stage.taken_back[0].brought_by == "4472");
    CHECK(stage.taken_back[0].collar == "4471");
}

TEST_CASE("counter: a weapon the book does not have out is taken in with a warning") {
    ReturnStage stage;
    stage.screen.scan("WM1");
    REQUIRE(stage.state().lines.size() == 3);
    CHECK(stage.state().lines[2].verdict == "NOT EXPECTED");
    stage.screen.set_unloaded(true);
    stage.screen.freeze();
    stage.confirm("123456");
    CHECK(stage.taken_back[0].items == std::vector<std::string>{"i-9", "i-1"});
}

TEST_CASE("counter: an officer who holds only munitions begins a return by asking for it") {
    CounterStage stage;
    stage.held = {{"b-1", "9x19 22-117", 30, 7, "stock"}};
    stage.screen.scan("4471");
    REQUIRE(stage.state().may_begin_return);
    stage.screen.begin_return();
    CHECK(stage.state().mode == Mode::taking_back);
    CHECK_FALSE(stage.state().may_confirm);
    stage.screen.scan("22-117");
    stage.screen.enter_quantity("0");
    CHECK(stage.state().lines[0].verdict == "30 SHORT");
}
