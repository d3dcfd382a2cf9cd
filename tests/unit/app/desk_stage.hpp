// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

#include "muster/app/dossier_screen.hpp"
#include "muster/app/import_register.hpp"
#include "unit/app/real_ledger.hpp"
#include "unit/app/scripted_window.hpp"

namespace muster::app::testing {

/// An officer's PIN has digits only; everybody else's secret is as in every real ledger.
class DeskSecrets final : public Secrets {
public:
    std::string secret(const std::string& who) override {
        return who.starts_with("officer:") ? "271828" : who + " has a long secret";
    }
    bool has(const std::string&) override { return true; }
};

/// The armoury of the scenarios, at its first morning after set-up, with somebody signed in at the
/// window.
class DeskStage : public RealLedger {
public:
    HeldBackground background;
    ScriptedPrompter prompter;
    DeskSecrets everybodys;

    DeskStage() : RealLedger{"2026-03-02T08:00:00.000Z"} {
        for (const char* kind : {"officers", "items", "batches"}) import_of(kind);
        for (const char* who : {"armourer", "relief"}) user(who, "armourer");
        user("supervisor", "supervisor");
        user("manager", "armoury_manager");
        user("cfi", "cfi");
        user("senior", "senior_officer");
        user("outsider", "counter");
        user("auditor", "auditor");
        for (const char* collar : {"1001", "1005"})
            require(set_pin(*ledger, as("admin"), collar, {}, everybodys));
        require(close_setup(*ledger, as("admin")));
        ledger.reset();
    }

    std::shared_ptr<Session> sign_in_as(const std::string& user,
                                        const char* now = "2026-03-02T08:00:00.000Z") {
        const OpenSession open = open_session({core::instant_of(now), std::nullopt});
        auto session =
            open({folder() + "/a.db", user, secrets.secret(user), secrets.secret("ledger")});
        require(session);
        return session.value();
    }

    static std::string id_of(Session& session, const std::string& code) {
        const ScannedThing thing = scan(*session.reading, code);
        REQUIRE(!thing.id.empty());
        return thing.id;
    }

private:
    void import_of(const std::string& kind) {
        ImportRequest request;
        request.kind = kind;
        request.path = std::string{MUSTER_SOURCE_DIR} + "/tests/scenarios/" + kind + ".csv";
        const auto report = import_register(*ledger, as("admin"), request, secrets);
        require(report);
        REQUIRE(report.value().receipt);
    }
};

/// A page of somebody's, with what a test asks of it.
class Page {
public:
    Page(DeskStage& stage, std::shared_ptr<Session> session, const std::string& page = "register")
        : session_{session},
          stage_{stage},
          screen{dossier_use_cases(session, page), stage.background, stage.prompter} {}
    Page(DeskStage& stage, const std::string& user, const std::string& page = "register")
        : Page{stage, stage.sign_in_as(user), page} {}

    void open(const std::string& code) { screen.open(DeskStage::id_of(*session_, code)); }
    /// What is known under that id; empty where nothing is.
    std::string known(const std::string& id) const {
        for (const Known& each : screen.state().dossier.known)
            if (each.id == id) return each.words;
        return {};
    }
    std::vector<std::string> actions() const { return ids(screen.state().dossier.forms); }
    std::vector<std::string> list_actions() const { return ids(screen.state().list_forms); }
    bool offers(const std::string& form) const {
        const auto all = actions();
        return std::find(all.begin(), all.end(), form) != all.end();
    }
    void begin(const std::string& form) {
        const auto all = actions();
        const auto at = std::find(all.begin(), all.end(), form);
        REQUIRE(at != all.end());
        screen.begin_form(static_cast<std::size_t>(at - all.begin()));
        REQUIRE(screen.state().place == DossierState::Place::form);
    }
    void begin_from_list(const std::string& form) {
        const auto all = list_actions();
        const auto at = std::find(all.begin(), all.end(), form);
        REQUIRE(at != all.end());
        screen.begin_list_form(static_cast<std::size_t>(at - all.begin()));
    }
    /// Fills in the form that is open, each person giving their own secret, and records it.
    void record(const std::map<std::string, std::string>& values) {
        for (const auto& [id, value] : values) screen.form().set(id, value);
        std::map<std::string, std::string> typed;
        for (const MovementField& field : screen.form().state().fields)
            if (field.sort == MovementField::Sort::secret)
                if (const auto owner = values.find(field.whose); owner != values.end())
                    typed[field.id] = stage_.everybodys.secret(field.detail + owner->second);
        screen.form().record(typed);
        stage_.background.go_on();
    }
    /// The same, which must be recorded; its title and lines.
    std::string recorded(const std::map<std::string, std::string>& values) {
        record(values);
        std::string why = screen.form().state().notice.words;
        for (const MovementField& field : screen.form().state().fields)
            if (!field.problem.empty()) why += " [" + field.id + ": " + field.problem + "]";
        INFO(why);
        REQUIRE(screen.form().state().receipt);
        const ImportResult& shown = screen.form().state().receipt->shown;
        std::string words = shown.title;
        for (const std::string& line : shown.lines) words += "; " + line;
        screen.back();
        return words;
    }
    /// The code of a place among a form's choices.
    std::string place(const std::string& field, const std::string& title) const {
        for (const MovementField& each : screen.form().state().fields)
            if (each.id == field)
                for (const Choice& choice : each.choices)
                    if (choice.title.ends_with(title)) return choice.code;
        return {};
    }
    std::string problem(const std::string& field) const {
        for (const MovementField& each : screen.form().state().fields)
            if (each.id == field) return each.problem;
        return {};
    }
    const DossierTable& table(const std::string& id) const {
        const auto& tables = screen.state().dossier.tables;
        const auto found = std::find_if(tables.begin(), tables.end(),
                                        [&](const DossierTable& each) { return each.id == id; });
        REQUIRE(found != tables.end());
        return *found;
    }
    std::string cell(const std::string& id, std::int64_t row, std::size_t column) const {
        return table(id).table->cell(row, column);
    }
    std::string notices() const {
        std::string all;
        for (const Notice& each : screen.state().dossier.notices) all += each.words + "\n";
        return all;
    }

private:
    static std::vector<std::string> ids(const std::vector<MovementForm>& forms) {
        std::vector<std::string> all;
        for (const MovementForm& form : forms) all.push_back(form.id);
        return all;
    }
    std::shared_ptr<Session> session_;
    DeskStage& stage_;

public:
    DossierScreen screen;
};

}  // namespace muster::app::testing
