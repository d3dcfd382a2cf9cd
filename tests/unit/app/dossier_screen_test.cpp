// SPDX-License-Identifier: MIT
#include "muster/app/dossier_screen.hpp"

#include <doctest/doctest.h>

#include "muster/app/errors.hpp"
#include "unit/app/scripted_window.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::HeldBackground;
using app::testing::ScriptedPrompter;
using Place = DossierState::Place;

namespace {

struct Stage {
    HeldBackground background;
    ScriptedPrompter prompter;
    std::vector<std::string> opened;
    std::vector<std::string> saved;
    std::map<std::string, ScannedThing> things{
        {"C-1", {ScannedThing::Sort::item, "i-1", "SIG MCX", "l-1", {}}},
        {"RACK 2", {ScannedThing::Sort::location, "l-2", "Rack 2", "", {}}},
        {"S1", {ScannedThing::Sort::several, "", "", "", {"one", "other"}}}};
    DossierScreen screen{use(), background, prompter};

    DossierUseCases use() {
        DossierUseCases made;
        made.open = [this](const std::string& id) -> core::Result<Dossier> {
            if (id == "i-9") return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
            opened.push_back(id);
            Dossier dossier;
            dossier.id = id;
            dossier.title = "All of " + id;
            MovementForm form;
            form.id = "hold";
            form.fields = {MovementField{"words", "Why"}};
            form.record = [](const FormAnswers&, Secrets&) -> core::Result<FormReceipt> {
                FormReceipt receipt;
                receipt.movement = 12;
                return receipt;
            };
            dossier.forms = {form};
            dossier.papers = {{"label", "Print label...", "label.pdf"}};
            return dossier;
        };
        made.scan = [this](const std::string& code) {
            const auto found = things.find(code);
            return found == things.end() ? ScannedThing{} : found->second;
        };
        made.save = [this](const std::string& id, const std::string& paper,
                           const std::string& path) -> core::Result<std::string> {
            if (path == "/full") throw UsageError{"The disk is full."};
            saved.push_back(id + " " + paper + " " + path);
            return std::string{"Saved."};
        };
        made.forms = [] { return std::vector<MovementForm>{}; };
        made.new_request = [] { return std::string{"r"}; };
        return made;
    }
    const DossierState& state() const { return screen.state(); }
    void record() {
        screen.form().record({});
        background.go_on();
    }
};

}  // namespace

TEST_CASE("dossier: one opened from another goes back to it, and then to the list") {
    Stage stage;
    CHECK(stage.state().place == Place::list);
    stage.screen.open("i-1");
    stage.screen.open("o-1");
    CHECK(stage.state().dossier.title == "All of o-1");
    stage.screen.back();
    CHECK(stage.state().dossier.title == "All of i-1");
    stage.screen.back();
    CHECK(stage.state().place == Place::list);
    stage.screen.open("");
    CHECK(stage.state().place == Place::list);
}

TEST_CASE("dossier: what cannot be shown says why, and what was open stays") {
    Stage stage;
    stage.screen.open("i-9");
    CHECK(stage.state().place == Place::list);
    CHECK(stage.state().notice.words.starts_with("Nothing here is called i-9."));
    stage.screen.open("i-1");
    CHECK(stage.state().notice.words.empty());
}

TEST_CASE("dossier: a scan opens what it names, or says what else it is") {
    Stage stage;
    stage.screen.scan("C-1");
    CHECK(stage.state().dossier.id == "i-1");
    stage.screen.scan("NOWHERE");
    CHECK(stage.state().notice.words.starts_with("Nothing here is called NOWHERE."));
    stage.screen.scan("RACK 2");
    CHECK(stage.state().notice.words.starts_with("Rack 2 is a place."));
    stage.screen.scan("S1");
    CHECK(stage.state().notice.words.find("other") != std::string::npos);
    CHECK(stage.state().dossier.id == "i-1");
    bool left = false;
    stage.screen.leave_to_others = [&](const std::string& code, const ScannedThing&) {
        return left = code == "C-1";
    };
    stage.screen.back();
    stage.screen.scan("C-1");
    CHECK(left);
    CHECK(stage.state().place == Place::list);
}

TEST_CASE(
    "dossier: Escape leaves a form unasked only where nothing was typed; nothing is recorded") {
    Stage stage;
    stage.screen.open("i-1");
    stage.screen.begin_form(0);
    CHECK(stage.state().place == Place::form);
    stage.screen.back();
    CHECK(stage.state().place == Place::dossier);
    stage.screen.begin_form(0);
    stage.screen.form().set("words", "x");
    CHECK(stage.screen.has_work());
    stage.prompter.yes = {false, true};
    stage.screen.back();
    CHECK(stage.state().place == Place::form);
    stage.screen.back();
    CHECK(stage.state().place == Place::dossier);
    CHECK(!stage.background.is_waiting());
}

TEST_CASE("dossier: what was recorded is shown with its receipt, then the dossier as it is now") {
    Stage stage;
    int commits = 0;
    stage.screen.committed = [&] { ++commits; };
    stage.screen.open("i-1");
    stage.screen.begin_form(0);
    stage.screen.form().record({});
    CHECK(stage.screen.is_recording());
    stage.screen.back();
    CHECK(stage.state().place == Place::form);
    stage.background.go_on();
    CHECK(stage.state().place == Place::receipt);
    CHECK(commits == 1);
    CHECK(stage.state().may_save_receipt);
    stage.screen.save_receipt("/r.pdf");
    CHECK(stage.saved == std::vector<std::string>{"12 receipt /r.pdf"});
    const auto read = stage.opened.size();
    stage.screen.back();
    CHECK(stage.state().place == Place::dossier);
    CHECK(stage.opened.size() == read + 1);
}

TEST_CASE("dossier: a paper is saved, and what stops that is said in words") {
    Stage stage;
    stage.screen.open("i-1");
    stage.screen.save_paper(0, "/label.pdf");
    CHECK(stage.saved == std::vector<std::string>{"i-1 label /label.pdf"});
    CHECK(stage.state().notice.words == "Saved.");
    stage.screen.save_paper(0, "/full");
    CHECK(stage.state().notice.words == "The disk is full.");
}

TEST_CASE(
    "dossier: a scan while a form is open goes into the form or is refused, and opens nothing") {
    Stage stage;
    stage.screen.open("i-1");
    stage.screen.begin_form(0);
    stage.screen.scan("C-1");
    CHECK(stage.state().place == Place::form);
    CHECK(stage.screen.form().state().notice.words.starts_with("Nothing in this form takes C-1."));
}
