// SPDX-License-Identifier: MIT
#include "muster/app/sign_in_screen.hpp"

#include <doctest/doctest.h>

#include <map>

#include "unit/app/scripted_window.hpp"

using namespace muster::app;
using muster::app::testing::HeldBackground;

namespace {

struct Stage {
    std::vector<SignInRequest> asked;
    std::optional<muster::core::Refused> refuse;
    bool fail = false;
    std::shared_ptr<Session> opened;
    HeldBackground background;
    SignInScreen screen{
        [this](const SignInRequest& request) -> muster::core::Result<std::shared_ptr<Session>> {
            asked.push_back(request);
            if (fail) throw UsageError{"There is no ledger at armoury.db."};
            if (refuse) return *refuse;
            return std::make_shared<Session>();
        },
        background, "armoury.db"};
    Stage() {
        screen.signed_in = [this](std::shared_ptr<Session> session) { opened = session; };
    }
};

}  // namespace

TEST_CASE("sign-in: without a ledger it says what to do, and opens nothing") {
    HeldBackground background;
    SignInScreen screen{[](const SignInRequest&) -> muster::core::Result<std::shared_ptr<Session>> {
                            throw std::logic_error{"nothing should be opened"};
                        },
                        background, ""};
    CHECK(screen.state().invitation.starts_with("No armoury ledger is open."));
    screen.sign_in("armourer", "a", "b");
    CHECK(screen.state().notice.tone == Tone::stop);
    CHECK_FALSE(background.is_waiting());
    screen.choose_ledger("armoury.db");
    CHECK(screen.state().address == "armoury.db");
    CHECK(screen.state().notice.words.empty());
}

TEST_CASE("sign-in: an empty field is named and nothing is tried") {
    Stage stage;
    stage.screen.sign_in("", "a", "b");
    CHECK(stage.screen.state().notice.words == "Type your user name.");
    stage.screen.sign_in("armourer", "", "b");
    CHECK(stage.screen.state().notice.words == "Type your password.");
    stage.screen.sign_in("armourer", "a", "");
    CHECK(stage.screen.state().notice.words.starts_with("Type the ledger secret."));
    CHECK_FALSE(stage.background.is_waiting());
}

TEST_CASE("sign-in: it is busy until the ledger is open, and a second click does nothing") {
    Stage stage;
    stage.screen.sign_in("armourer", "mine", "the ledger's");
    CHECK(stage.screen.state().busy);
    stage.screen.sign_in("armourer", "mine", "the ledger's");
    stage.background.go_on();
    CHECK_FALSE(stage.screen.state().busy);
    REQUIRE(stage.asked.size() == 1);
    CHECK(stage.asked[0].address == "armoury.db");
    CHECK(stage.asked[0].password == "mine");
    CHECK(stage.asked[0].ledger_secret == "the ledger's");
    CHECK(stage.opened);
}

TEST_CASE("sign-in: a refusal and a failure are said in words, and nobody is signed in") {
    Stage stage;
    SUBCASE("a wrong password") {
        stage.refuse = muster::core::refused(muster::core::Refusal::secret_wrong, "u-1",
                                             {{"user", "armourer"}});
        stage.screen.sign_in("armourer", "x", "y");
        stage.background.go_on();
        CHECK(stage.screen.state().notice.words.starts_with("The secret of armourer is not right"));
    }
    SUBCASE("no ledger there") {
        stage.fail = true;
        stage.screen.sign_in("armourer", "x", "y");
        stage.background.go_on();
        CHECK(stage.screen.state().notice.words == "There is no ledger at armoury.db.");
    }
    CHECK(stage.screen.state().notice.tone == Tone::stop);
    CHECK_FALSE(stage.screen.state().busy);
    CHECK_FALSE(stage.opened);
}

TEST_CASE("sign-in: a result that comes after its screen is gone is dropped") {
    HeldBackground background;
    bool opened = false;
    {
        SignInScreen screen{
            [](const SignInRequest&) -> muster::core::Result<std::shared_ptr<Session>> {
                return std::make_shared<Session>();
            },
            background, "armoury.db"};
        screen.signed_in = [&](std::shared_ptr<Session>) { opened = true; };
        screen.sign_in("armourer", "a", "b");
    }
    background.go_on();
    CHECK_FALSE(opened);
}

namespace {

NewArmoury sound_armoury() {
    NewArmoury made;
    made.named = {"new.db", "Example Force", "HQ Armoury", "admin", false};
    made.password = {"a first long secret", "a first long secret"};
    made.ledger = {"a second long secret", "a second long secret"};
    made.authority = {"a third long secret", "a third long secret"};
    return made;
}

}  // namespace

TEST_CASE("sign-in: a new armoury is begun with three secrets, and its ledger is chosen") {
    Stage stage;
    std::vector<InitRequest> begun;
    std::map<std::string, std::string> secrets;
    stage.screen.create = [&](const InitRequest& request, Secrets& given) {
        begun.push_back(request);
        for (const char* who : {"admin", "ca", "ledger"}) secrets[who] = given.new_secret(who);
    };
    stage.screen.begin_armoury(sound_armoury());
    CHECK(stage.screen.state().busy);
    stage.background.go_on();
    REQUIRE(begun.size() == 1);
    CHECK(begun[0].force == "Example Force");
    CHECK(secrets["admin"] == "a first long secret");
    CHECK(secrets["ledger"] == "a second long secret");
    CHECK(secrets["ca"] == "a third long secret");
    CHECK(stage.screen.state().address == "new.db");
    CHECK(stage.screen.state().notice.tone == Tone::good);
}

TEST_CASE("sign-in: what will not do for a new armoury is said, and nothing is made") {
    Stage stage;
    stage.screen.create = [](const InitRequest&, Secrets&) {
        throw UsageError{"There is a file at new.db already."};
    };
    NewArmoury made = sound_armoury();
    const auto said = [&] {
        stage.screen.begin_armoury(made);
        if (stage.background.is_waiting()) stage.background.go_on();
        CHECK(stage.screen.state().notice.tone == Tone::stop);
        CHECK(stage.screen.state().address == "armoury.db");
        CHECK_FALSE(stage.screen.state().busy);
        return stage.screen.state().notice.words;
    };
    SUBCASE("no name") {
        made.named.armoury = "  ";
        CHECK(said().find("armoury's name") != std::string::npos);
    }
    SUBCASE("a slip in a secret") {
        made.ledger.again = "a second long secrte";
        CHECK(said() == "The ledger secret was not typed the same twice.");
    }
    SUBCASE("one that is too short") {
        made.authority = {"short", "short"};
        CHECK(said().starts_with("The authority's secret will not do"));
    }
    SUBCASE("one for two things") {
        made.authority = made.ledger;
        CHECK(said().starts_with("Three secrets"));
    }
    SUBCASE("a ledger that is there already") {
        CHECK(said() == "There is a file at new.db already.");
    }
}
