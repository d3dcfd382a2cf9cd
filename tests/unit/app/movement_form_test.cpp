// SPDX-License-Identifier: MIT
#include "muster/app/movement_form.hpp"

#include <doctest/doctest.h>

#include "muster/app/errors.hpp"
#include "unit/app/scripted_window.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::HeldBackground;

namespace {

using Sort = MovementField::Sort;

struct Stage {
    HeldBackground background;
    int requests = 0;
    std::vector<CommitDetails> details;
    std::vector<std::string> texts;
    std::map<std::string, std::string> given;
    std::optional<core::Refused> refuse;
    std::string throw_words;
    MovementFormScreen screen{background, [this] { return "r" + std::to_string(++requests); }};

    MovementForm form() {
        MovementForm made;
        made.id = "try";
        made.title = "Try it";
        made.done = "Record it";
        MovementField words{"words", "Why"};
        words.required = true;
        words.detail = "the reason";
        MovementField day{"day", "Day", Sort::date};
        MovementField place{"to", "Where", Sort::place};
        place.choices = {{"l-1", "Rack 1"}, {"l-2", "Rack 2"}};
        MovementField things{"things", "Things", Sort::codes};
        MovementField amounts{"amounts", "Amounts", Sort::quantities};
        MovementField second{"second", "Second person"};
        MovementField secret{"second_secret", "Their password", Sort::secret};
        secret.whose = "second";
        made.fields = {words, day, place, things, amounts, second, secret};
        made.record = [this](const FormAnswers& answers,
                             Secrets& secrets) -> core::Result<FormReceipt> {
            details.push_back(answers.details());
            texts.push_back(answers.text("words"));
            const std::string who = answers.text("second");
            if (!who.empty()) given[who] = secrets.secret(who);
            if (!throw_words.empty()) throw UsageError{std::exchange(throw_words, {})};
            if (refuse) return *std::exchange(refuse, std::nullopt);
            return FormReceipt{};
        };
        return made;
    }
    const MovementField& field(const std::string& id) {
        for (const MovementField& each : screen.state().fields)
            if (each.id == id) return each;
        throw std::logic_error{"no field " + id};
    }
    void record(const std::map<std::string, std::string>& secrets = {}) {
        screen.record(secrets);
        background.go_on();
    }
};

}  // namespace

TEST_CASE(
    "form: what is missing or no day stands at its field, and nothing is asked of the ledger") {
    Stage stage;
    stage.screen.begin(stage.form());
    stage.screen.set("day", "31/02/2026");
    stage.screen.set("amounts", "A-100");
    stage.record();
    CHECK(stage.details.empty());
    CHECK(stage.field("words").problem == "This is needed.");
    CHECK(stage.field("day").problem.starts_with("No such day."));
    CHECK(stage.field("amounts").problem.find("has no quantity") != std::string::npos);
    CHECK(stage.screen.state().focus == 0);
    stage.screen.set("words", "  because ");
    stage.screen.set("day", "28/02/2026");
    stage.screen.set("amounts", "A-100 30\nB-300: 5");
    stage.record();
    CHECK(stage.texts == std::vector<std::string>{"because"});
    CHECK(stage.screen.state().receipt);
}

TEST_CASE("form: a person who is named gives their own secret, and a secret is not kept") {
    Stage stage;
    stage.screen.begin(stage.form());
    stage.screen.set("words", "x");
    stage.screen.set("second", "second");
    stage.record();
    CHECK(stage.field("second_secret").problem == "They type their own secret here.");
    stage.refuse = core::refused(core::Refusal::secret_wrong, "u-1", {{"user", "second"}});
    stage.record({{"second_secret", "wrong"}});
    CHECK(stage.given["second"] == "wrong");
    CHECK(stage.field("second_secret").problem.find("is not right") != std::string::npos);
    CHECK(stage.field("second_secret").value.empty());
    CHECK(!stage.screen.state().receipt);
}

TEST_CASE("form: stops stand at the field they are about, the others above the form") {
    Stage stage;
    stage.screen.begin(stage.form());
    stage.screen.set("words", "x");
    stage.refuse = core::refused(core::Refusal::detail_missing, "", {{"detail", "the reason"}});
    stage.refuse->lines.push_back({core::Refusal::item_on_hold, "i-1", {{"hold", "unsafe"}}});
    stage.record();
    CHECK(stage.field("words").problem.find("without the reason") != std::string::npos);
    CHECK(stage.screen.state().notice.words.find("is on hold (unsafe)") != std::string::npos);
    CHECK(stage.screen.state().notice.words.find("Nothing was recorded.") != std::string::npos);
    stage.record();
    CHECK(stage.field("words").problem.empty());
}

TEST_CASE("form: one request for one form, so that a lost answer records nothing twice") {
    Stage stage;
    stage.screen.begin(stage.form());
    stage.screen.set("words", "x");
    stage.throw_words = "The disk is full.";
    stage.record();
    CHECK(stage.screen.state().notice.words == "The disk is full.");
    stage.record();
    REQUIRE(stage.details.size() == 2);
    CHECK(stage.details[0].request == stage.details[1].request);
    CHECK(stage.details[0].request_content == stage.details[1].request_content);
    stage.screen.begin(stage.form());
    stage.screen.set("words", "x");
    stage.record();
    CHECK(stage.details[2].request != stage.details[1].request);
}

TEST_CASE("form: while it is recorded nothing changes and nothing is recorded twice") {
    Stage stage;
    stage.screen.begin(stage.form());
    stage.screen.set("words", "x");
    stage.screen.record({});
    CHECK(stage.screen.state().busy);
    stage.screen.set("words", "y");
    stage.screen.record({});
    stage.background.go_on();
    CHECK(stage.texts == std::vector<std::string>{"x"});
}

TEST_CASE("form: a late entry needs its page and its time, which is UK time") {
    Stage stage;
    stage.screen.begin(stage.form());
    stage.screen.set("words", "x");
    CHECK(!stage.screen.state().is_late);
    stage.screen.be_late(true);
    stage.record();
    CHECK(stage.field("paper").problem == "This is needed.");
    stage.screen.set("paper", "P12-3");
    stage.screen.set("happened", "01/07/2026 06:41");
    stage.record();
    REQUIRE(stage.details.size() == 1);
    CHECK(stage.details[0].paper == "P12-3");
    REQUIRE(stage.details[0].happened_at);
    CHECK(core::text_of(*stage.details[0].happened_at) == "2026-07-01T05:41:00.000Z");
}

TEST_CASE("form: without a paper form neither page nor time is sent") {
    Stage stage;
    stage.screen.begin(stage.form());
    stage.screen.be_late(true);
    stage.screen.set("paper", "P12-3");
    stage.screen.be_late(false);
    stage.screen.set("words", "x");
    stage.record();
    REQUIRE(stage.details.size() == 1);
    CHECK(!stage.details[0].paper);
    CHECK(!stage.details[0].happened_at);
}

TEST_CASE("form: a scanned place is chosen, a scanned item goes where items are asked for") {
    Stage stage;
    stage.screen.begin(stage.form());
    CHECK(stage.screen.take_scanned("RACK 2", {ScannedThing::Sort::location, "l-2", "", "", {}}));
    CHECK(stage.field("to").value == "l-2");
    CHECK(stage.screen.take_scanned("C-1", {ScannedThing::Sort::item, "i-1", "", "", {}}));
    CHECK(stage.screen.take_scanned("C-2", {ScannedThing::Sort::item, "i-2", "", "", {}}));
    CHECK(stage.field("things").value == "C-1\nC-2\n");
    CHECK(stage.screen.take_scanned("A-100", {ScannedThing::Sort::stock, "b-1", "", "", {}}));
    CHECK(stage.field("amounts").value == "A-100 ");
    CHECK(!stage.screen.take_scanned("4471", {ScannedThing::Sort::officer, "o-1", "", "", {}}));
    CHECK(!stage.screen.take_scanned("X", {}));
}

TEST_CASE("form: only what was typed is work that leaving would lose") {
    Stage stage;
    stage.screen.begin(stage.form());
    CHECK(!stage.screen.has_work());
    stage.screen.set("words", "x");
    CHECK(stage.screen.has_work());
    stage.record();
    CHECK(!stage.screen.has_work());
}

TEST_CASE("form: days and times as people write them") {
    CHECK(core::text_of(*typed_date("31/03/2026")) == "2026-03-31");
    CHECK(core::text_of(*typed_date(" 1/3/2026 ")) == "2026-03-01");
    CHECK(core::text_of(*typed_date("2026-03-31")) == "2026-03-31");
    for (const char* none : {"", "31/02/2026", "3/2026", "31.03.2026", "31/03/26 ", "a/b/c", "//"})
        CHECK_MESSAGE(!typed_date(none), none);
    CHECK(core::text_of(*typed_moment("2026-01-05 06:41")) == "2026-01-05T06:41:00.000Z");
    CHECK(core::text_of(*typed_moment("29/03/2026 00:30")) == "2026-03-29T00:30:00.000Z");
    CHECK(core::text_of(*typed_moment("29/03/2026 02:30")) == "2026-03-29T01:30:00.000Z");
    CHECK(core::text_of(*typed_moment("25/10/2026 00:30")) == "2026-10-24T23:30:00.000Z");
    CHECK(core::text_of(*typed_moment("25/10/2026 02:30")) == "2026-10-25T02:30:00.000Z");
    for (const char* none : {"", "06:41", "01/07/2026", "01/07/2026 24:00", "01/07/2026 6.41"})
        CHECK_MESSAGE(!typed_moment(none), none);
}

TEST_CASE("form: no refusal sends somebody at a window to a command line") {
    for (const core::RefusalWords& row : core::refusal_words()) {
        const std::string sentence = window_sentence({row.refusal, "", {}});
        CAPTURE(row.code);
        CHECK(sentence.find("--") == std::string::npos);
        CHECK(sentence.find('`') == std::string::npos);
    }
}
