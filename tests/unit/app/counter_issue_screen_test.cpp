// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/app/counter_stage.hpp"

using namespace muster::app;
using muster::app::testing::CounterStage;
using Mode = CounterState::Mode;

namespace {

/// A pistol and thirty rounds for PC 4471, ready to be read back.
struct ReadyStage : CounterStage {
    ReadyStage() {
        screen.scan("4471");
        screen.scan("WM1");
        screen.scan("22-117");
        screen.enter_quantity("30");
    }
};

}  // namespace

TEST_CASE("counter: an empty counter says what to scan") {
    CounterStage stage;
    CHECK(stage.state().mode == Mode::waiting);
    CHECK(stage.state().invitation == "Scan an officer's card or any weapon to begin.");
    CHECK_FALSE(stage.state().may_confirm);
}

TEST_CASE("counter: an officer's card shows who they are, what they may draw and what they hold") {
    CounterStage stage;
    stage.held = {{"b-1", "9x19 22-117", 30, 7, "stock"}};
    stage.screen.scan(" 4471 ");
    CHECK(stage.state().mode == Mode::issuing);
    CHECK(stage.state().officer == "PC 4471 Sample Person");
    REQUIRE(stage.state().competences.size() == 1);
    CHECK(stage.state().competences[0].in_force);
    // The quantity they should bring back is not for the eyes of who counts it.
    CHECK(stage.state().holdings == std::vector<std::string>{"9x19 22-117"});
    CHECK(stage.state().may_begin_return);
}

TEST_CASE("counter: a scan in lower case finds the thing, and one with a foreign byte is void") {
    CounterStage stage;
    stage.screen.scan("4471");
    stage.screen.scan("wm1");
    REQUIRE(stage.state().lines.size() == 1);
    CHECK(stage.state().lines[0].words == "Glock 17 A1 (WM1)");
    for (const char* const bad : {"WM;1", "", "W\xC3\x89", "\x1bWM2", "WM2\tWM1"}) {
        CAPTURE(bad);
        stage.screen.scan(bad);
        CHECK(stage.state().notice.tone == Tone::stop);
        CHECK(stage.state().notice.words.starts_with("The scan is void"));
        CHECK(stage.state().lines.size() == 1);
    }
}

TEST_CASE("counter: what a code does not name, or names twice, is said and adds nothing") {
    CounterStage stage;
    stage.screen.scan("4471");
    stage.screen.scan("WM77");
    CHECK(stage.state().notice.tone == Tone::stop);
    CHECK(stage.state().notice.words.find("WM77") != std::string::npos);
    stage.screen.scan("A1");
    CHECK(stage.state().notice.words.find("Glock 17 A1, G36 A1") != std::string::npos);
    CHECK(stage.state().lines.empty());
}

TEST_CASE("counter: a batch asks for its quantity, and nothing is added before it is typed") {
    CounterStage stage;
    stage.screen.scan("4471");
    stage.screen.scan("22-117");
    CHECK(stage.state().asked == "How many of 9x19 22-117?");
    CHECK(stage.state().lines.empty());
    SUBCASE("a scan meanwhile does not answer the question, nor is it lost in silence") {
        stage.screen.scan("WM1");
        CHECK(stage.state().notice.tone == Tone::stop);
        CHECK(stage.state().lines.empty());
        CHECK_FALSE(stage.state().asked.empty());
    }
    SUBCASE("neither nothing, nor letters, nor nought is a quantity") {
        for (const char* const bad : {"", "x", "0", "-3", "1.5", "12345678901"}) {
            stage.screen.enter_quantity(bad);
            CHECK(stage.state().notice.tone == Tone::stop);
            CHECK(stage.state().lines.empty());
        }
    }
    SUBCASE("the quantity makes the line") {
        stage.screen.enter_quantity("30");
        REQUIRE(stage.state().lines.size() == 1);
        CHECK(stage.state().lines[0].amount == "30");
        CHECK(stage.state().lines[0].verdict == "OK");
        CHECK(stage.state().asked.empty());
    }
    SUBCASE("Esc drops the question") {
        stage.screen.escape();
        CHECK(stage.state().asked.empty());
        CHECK(stage.state().lines.empty());
    }
}

TEST_CASE("counter: a stopped line says why in words, stops alone, and holds the basket up") {
    ReadyStage stage;
    stage.stops["i-2"] = {{"authorisation_absent", "STOP: no Carbine authorisation.", false}};
    stage.screen.scan("WM2");
    REQUIRE(stage.state().lines.size() == 3);
    CHECK(stage.state().lines[0].tone == Tone::good);
    CHECK(stage.state().lines[1].tone == Tone::stop);
    CHECK(stage.state().lines[1].verdict == "STOP");
    CHECK(stage.state().lines[1].reasons ==
          std::vector<std::string>{"STOP: no Carbine authorisation."});
    CHECK_FALSE(stage.state().may_confirm);
    stage.screen.freeze();
    CHECK_FALSE(stage.state().confirming);
    CHECK(stage.state().notice.tone == Tone::stop);
    stage.screen.remove_line(1);
    CHECK(stage.state().may_confirm);
}

TEST_CASE("counter: a basket is read back, confirmed once, and the screen clears") {
    ReadyStage stage;
    stage.screen.set_reference("LOG-1");
    stage.screen.freeze();
    REQUIRE(stage.state().confirming);
    CHECK(stage.state().read_back == "You are taking 1 weapon or item, 1 line of munitions.");
    stage.confirm("123456");
    REQUIRE(stage.issued.size() == 1);
    CHECK(stage.issued[0].collar == "4471");
    CHECK(stage.issued[0].items == std::vector<std::string>{"i-1"});
    REQUIRE(stage.issued[0].batches.size() == 1);
    CHECK(stage.issued[0].batches[0].quantity == 30);
    CHECK(stage.issued[0].deployment == "LOG-1");
    CHECK_FALSE(stage.issued[0].course);
    CHECK(stage.issued[0].second == "SECOND");
    CHECK(stage.issued[0].details.request == "request1");
    CHECK(stage.secrets_seen ==
          std::map<std::string, std::string>{{"officer:4471", "123456"}, {"SECOND", "second's"}});
    REQUIRE(stage.state().receipt);
    CHECK(stage.state().receipt->number == "#41,903");
    CHECK(stage.state().receipt->short_form == "YCSR 104857 000G");
    CHECK(stage.state().receipt->title == "Issued to PC 4471 Sample Person");
    CHECK(stage.state().mode == Mode::waiting);
    CHECK(stage.state().lines.empty());
    CHECK(stage.state().officer.empty());
    CHECK(stage.state().reference.empty());
    CHECK(stage.commits == 1);
    SUBCASE("the next officer's card wipes the receipt, and the second person is offered again") {
        stage.screen.scan("4472");
        CHECK_FALSE(stage.state().receipt);
        CHECK(stage.state().second == "SECOND");
        CHECK(stage.state().last == "#41,903  Issued to PC 4471 Sample Person");
    }
}

TEST_CASE("counter: the reference of a training issue is its course") {
    ReadyStage stage;
    stage.screen.choose_purpose("training");
    CHECK(stage.state().reference_label == "Course reference");
    stage.screen.set_reference("C-9");
    stage.screen.freeze();
    stage.confirm("123456");
    REQUIRE(stage.issued.size() == 1);
    CHECK(stage.issued[0].purpose == "training");
    CHECK(stage.issued[0].course == "C-9");
    CHECK_FALSE(stage.issued[0].deployment);
}

TEST_CASE("counter: any change voids what was read back") {
    ReadyStage stage;
    stage.screen.freeze();
    REQUIRE(stage.state().confirming);
    SUBCASE("a scan") {
        stage.screen.scan("WM2");
    }
    SUBCASE("a line taken out") {
        stage.screen.remove_line(0);
    }
    SUBCASE("another purpose") {
        stage.screen.choose_purpose("training");
    }
    SUBCASE("another reference") {
        stage.screen.set_reference("LOG-2");
    }
    SUBCASE("a quantity asked again") {
        stage.screen.count_line(1);
    }
    SUBCASE("Esc") {
        stage.screen.escape();
    }
    CHECK_FALSE(stage.state().confirming);
    stage.confirm("123456");
    CHECK(stage.issued.empty());
}

TEST_CASE("counter: without a PIN nothing is asked of the ledger") {
    ReadyStage stage;
    stage.screen.freeze();
    stage.confirm("");
    CHECK(stage.issued.empty());
    CHECK(stage.state().confirming);
    CHECK(stage.state().notice.tone == Tone::stop);
    stage.confirm("123456", "SECOND", "");
    CHECK(stage.issued.empty());
}

TEST_CASE("counter: a wrong PIN leaves the frozen basket for another try") {
    ReadyStage stage;
    stage.refuse =
        muster::core::refused(muster::core::Refusal::secret_wrong, "o-a", {{"user", "4471"}});
    stage.screen.freeze();
    stage.confirm("000000");
    CHECK(stage.state().confirming);
    CHECK(stage.state().notice.words.find("4471 is not right") != std::string::npos);
    stage.confirm("123456");
    CHECK(stage.state().receipt);
    REQUIRE(stage.issued.size() == 2);
    CHECK(stage.issued[0].details.request == stage.issued[1].details.request);
}

TEST_CASE("counter: a stop that came up meanwhile thaws the basket and is said") {
    ReadyStage stage;
    stage.refuse = muster::core::refused(muster::core::Refusal::item_on_hold, "i-1",
                                         {{"subject", "Glock 17 A1"}, {"hold", "evidence"}});
    stage.screen.freeze();
    stage.confirm("123456");
    CHECK_FALSE(stage.state().confirming);
    CHECK(stage.state().lines.size() == 2);
    CHECK(stage.state().notice.words.find("evidence") != std::string::npos);
}

TEST_CASE("counter: when the world fails the basket stays, and confirming again counts once") {
    ReadyStage stage;
    stage.throw_words = "The disk is full.";
    stage.screen.freeze();
    stage.confirm("123456");
    CHECK(stage.state().notice.words == "The disk is full.");
    CHECK(stage.state().confirming);
    stage.confirm("123456");
    REQUIRE(stage.issued.size() == 2);
    CHECK(stage.issued[0].details.request == stage.issued[1].details.request);
    CHECK(stage.state().receipt);
}

TEST_CASE("counter: while a movement is recorded scans wait, and every change is refused") {
    ReadyStage stage;
    stage.screen.freeze();
    stage.screen.confirm({"", "", "123456"});
    REQUIRE(stage.state().busy);
    REQUIRE(stage.background.is_waiting());
    stage.screen.scan("4472");
    stage.screen.remove_line(0);
    stage.screen.escape();
    stage.screen.confirm({"", "", "123456"});
    CHECK(stage.state().lines.size() == 2);
    stage.background.go_on();
    CHECK(stage.issued.size() == 1);
    CHECK(stage.issued[0].items.size() == 1);
    CHECK(stage.state().officer == "PC 4472 Other Person");
}

TEST_CASE("counter: a supervisor's override turns overridable stops amber, and hard ones stay") {
    ReadyStage stage;
    stage.stops["b-1"] = {{"batch_expired", "Batch 22-117 expired.", true}};
    stage.screen.scan("WM2");
    REQUIRE(stage.state().may_override);
    REQUIRE_FALSE(stage.state().may_confirm);
    stage.prompter.answers = {{"BOSS", "boss's", "seen by the CFI"}};
    stage.screen.override_stops();
    CHECK(stage.state().lines[2].tone == Tone::warning);
    CHECK(stage.state().lines[2].verdict == "OVERRIDDEN");
    CHECK(stage.state().may_confirm);
    stage.screen.freeze();
    SUBCASE("it is recorded with the supervisor's own password and reason") {
        stage.confirm("123456");
        REQUIRE(stage.issued.size() == 1);
        CHECK(stage.issued[0].overridden_by == "BOSS");
        CHECK(stage.issued[0].override_reason == "seen by the CFI");
        CHECK(stage.secrets_seen["BOSS"] == "boss's");
    }
    SUBCASE("a wrong password of theirs takes the override back") {
        stage.refuse =
            muster::core::refused(muster::core::Refusal::secret_wrong, "u-1", {{"user", "BOSS"}});
        stage.confirm("123456");
        CHECK_FALSE(stage.state().confirming);
        CHECK(stage.state().lines[2].tone == Tone::stop);
    }
    SUBCASE("a hard stop is not answered by it") {
        stage.stops["i-1"] = {{"item_on_hold", "STOP: on hold.", false}};
        stage.screen.freeze();
        stage.screen.escape();
        stage.screen.choose_purpose("operational");
        CHECK(stage.state().lines[0].tone == Tone::stop);
        CHECK_FALSE(stage.state().may_confirm);
    }
}

TEST_CASE("counter: Esc takes the last line out, and twice running asks about the whole basket") {
    ReadyStage stage;
    stage.screen.escape();
    CHECK(stage.state().lines.size() == 1);
    stage.prompter.yes = {false, true};
    stage.screen.escape();
    CHECK(stage.state().lines.size() == 1);
    CHECK(stage.prompter.asked == std::vector<std::string>{"Cancel the basket?"});
    stage.screen.scan("WM2");
    stage.screen.escape();
    CHECK(stage.state().lines.size() == 1);
    stage.screen.escape();
    CHECK(stage.state().mode == Mode::waiting);
    CHECK(stage.issued.empty());
}

TEST_CASE("counter: another officer's card does not take over an open basket") {
    ReadyStage stage;
    stage.screen.scan("4472");
    CHECK(stage.state().officer == "PC 4471 Sample Person");
    CHECK(stage.state().notice.tone == Tone::stop);
    CHECK(stage.state().lines.size() == 2);
}

TEST_CASE("counter: a card's command cancels or clears, and does nothing else") {
    ReadyStage stage;
    REQUIRE(stage.state().lines.size() == 2);
    stage.screen.scan("c-cancel-line");
    CHECK(stage.state().lines.size() == 1);
    stage.screen.scan("C-NEXT-OFFICER");
    CHECK(stage.state().lines.size() == 1);
    CHECK(stage.state().notice.tone == Tone::stop);
    stage.screen.scan("C-CANCEL-ALL");
    CHECK(stage.state().mode == Mode::waiting);
    CHECK(stage.state().notice.words == "Cancelled. Nothing was recorded.");
    stage.screen.scan("C-CANCEL-LINE");
    CHECK(stage.state().notice.words == "There is no line to cancel.");
    stage.screen.scan("C-NEXT-OFFICER");
    CHECK(stage.state().notice.words.empty());
    CHECK(stage.issued.empty());
}

TEST_CASE(
    "counter: an item that nobody has is shown by whoever shows items, and never over a basket") {
    CounterStage stage;
    std::vector<std::string> shown;
    stage.screen.scan("WM1");
    CHECK(stage.state().notice.words.find("scan the officer's card first") != std::string::npos);
    stage.screen.show_item = [&](const std::string& item) { shown.push_back(item); };
    stage.screen.scan("WM1");
    CHECK(shown == std::vector<std::string>{"i-1"});
    CHECK(stage.state().mode == Mode::waiting);
    stage.screen.scan("4471");
    stage.screen.scan("WM2");
    CHECK(shown.size() == 1);
    CHECK(stage.state().lines.size() == 1);
}

TEST_CASE("issue: what a suspended officer asks for is noted, once for one basket") {
    testing::CounterStage stage;
    stage.stops["i-2"] = {{"authorisation_suspended", "STOP: suspended: see CFI.", false}};
    stage.screen.scan("4471");
    stage.screen.scan("WM1");
    CHECK(stage.attempted.empty());
    stage.screen.scan("WM2");
    REQUIRE(stage.attempted.size() == 1);
    CHECK(stage.attempted[0].items == std::vector<std::string>{"i-1", "i-2"});
    stage.screen.scan("WM9");
    CHECK(stage.attempted.size() == 1);
    CHECK(stage.issued.empty());
}

TEST_CASE("counter: each void scan is said anew, so that each is heard") {
    CounterStage stage;
    stage.screen.scan("A_B");
    const int first = stage.state().notice.said;
    CHECK(stage.state().notice.tone == Tone::stop);
    stage.screen.scan("A_B");
    CHECK(stage.state().notice.said > first);
}
