// SPDX-License-Identifier: MIT
#include "app/delta_plan.hpp"

#include <doctest/doctest.h>

#include "support/stocked_armoury.hpp"

using namespace muster;
using namespace muster::app;
using muster::testing::day;
using muster::testing::StockedArmoury;

namespace {

/// A staff list or training record as at 10 March 2026, against an armoury where PC 4471, 5502 and
/// 700 are at work with competences as at 1 March.
struct Stage {
    StockedArmoury force;
    DeltaFile file;
    DeltaRequest request;

    Stage() {
        request.path = "export/training-2026-03-10.csv";
        request.kind = "authorisations";
        file.as_at = day("2026-03-10");
        // What stands in the ledger came from an import too, unless a test says otherwise.
        for (core::Authorisation held : force.facts.all<core::Authorisation>()) {
            held.source = "import training-2026-03-01.csv";
            force.facts.put(core::Table::authorisation, core::row_of(held));
        }
    }

    void officer(const char* collar, const char* forename, const char* surname,
                 const char* unit = "Firearms") {
        intake::OfficerRow row;
        row.sheet = "Staff";
        row.row = static_cast<std::int64_t>(file.officers.size()) + 2;
        row.collar = collar;
        row.forename = forename;
        row.surname = surname;
        row.rank_code = "pc";
        row.unit = unit;
        file.officers.push_back(row);
    }
    void everybody() {
        for (const char* collar : {"4471", "5502", "700"}) officer(collar, "Officer", collar);
    }
    void competence(const char* collar, const char* weapon_class, const char* to,
                    bool suspended = false) {
        intake::AuthorisationRow row;
        row.sheet = "Training";
        row.row = static_cast<std::int64_t>(file.competences.size()) + 2;
        row.collar = collar;
        row.weapon_class = weapon_class;
        row.to = day(to);
        row.suspended = suspended;
        file.competences.push_back(row);
    }
    void all_competences() {
        for (const char* collar : {"4471", "5502", "700"})
            competence(collar, "pistol", "2026-12-31");
        competence("4471", "carbine", "2026-12-31");
    }
    core::Authorisation held(const char* key) { return force.fact<core::Authorisation>(key); }
    void put(const core::Authorisation& held) {
        force.facts.put(core::Table::authorisation, core::row_of(held));
    }

    DeltaPlan officers() { return plan_officers({force.facts, file, request}); }
    DeltaPlan competences() { return plan_authorisations({force.facts, file, request}, {}); }
    DeltaPlan deployments() { return plan_deployments({force.facts, file, request}); }
};

std::string codes(const std::vector<ImportFault>& faults) {
    std::string all;
    for (const ImportFault& fault : faults) all += fault.code + " ";
    return all;
}

// How people read the changes, one a line.
std::string changes(const DeltaPlan& plan) {
    std::string all;
    for (const DeltaChange& one : plan.changes)
        all += one.what + " " + one.subject + ": " + one.words +
               (one.held.empty() ? "" : " holds " + one.held) + "\n";
    return all;
}

template <class Body>
std::vector<Body> bodies(const DeltaPlan& plan) {
    std::vector<Body> found;
    for (const core::Body& body : plan.bodies)
        if (const auto* one = std::get_if<Body>(&body)) found.push_back(*one);
    return found;
}

}  // namespace

TEST_CASE("delta: what stands in the ledger as the file has it makes no entry") {
    Stage stage;
    stage.file.as_at = day("2026-03-03");
    stage.everybody();
    stage.all_competences();
    CHECK(stage.officers().bodies.empty());
    CHECK(stage.officers().unchanged == 3);
    CHECK(stage.competences().bodies.empty());
    CHECK(stage.competences().unchanged == 4);
}

TEST_CASE("delta: what is the same is recorded again once a third of the policy's days passed") {
    Stage stage;
    stage.all_competences();
    // 30 days of policy, recorded as at the 1st: the 10th is nine days on, the 11th ten.
    CHECK(stage.competences().renewed == 0);
    stage.file.as_at = day("2026-03-11");
    const DeltaPlan plan = stage.competences();
    CHECK(plan.renewed == 4);
    const auto granted = bodies<core::AuthorisationGranted>(plan);
    REQUIRE(granted.size() == 4);
    CHECK(granted[0].as_at == day("2026-03-11"));
    CHECK(granted[0].from == day("2026-01-01"));
    CHECK(granted[0].source == "import training-2026-03-10.csv");
    stage.force.apply_all("u-admin",
                          core::PolicySet{"authorisation_data_days", "0", core::UserId{"u-acc"}});
    stage.file.as_at = day("2026-03-02");
    CHECK(stage.competences().renewed == 4);
}

TEST_CASE("delta: new, changed and vanished competences become grants, suspensions their own") {
    Stage stage;
    stage.request.confirm_leavers = true;
    stage.competence("4471", "pistol", "2027-06-30");
    stage.competence("5502", "pistol", "2026-12-31", true);
    stage.competence("5502", "carbine", "2026-12-31");
    stage.competence("700", "pistol", "2026-12-31");
    const DeltaPlan plan = stage.competences();
    CHECK(codes(plan.faults) == "");
    CHECK(plan.added == 1);
    CHECK(plan.changed == 2);
    CHECK(plan.ended == 1);
    CHECK(plan.unchanged == 1);
    const auto granted = bodies<core::AuthorisationGranted>(plan);
    REQUIRE(granted.size() == 3);
    CHECK(granted[0].to == day("2027-06-30"));
    CHECK(granted[0].from == day("2026-01-01"));
    CHECK(granted[1].from == day("2026-03-10"));
    CHECK(granted[2].weapon_class == "carbine");
    CHECK(granted[2].officer.value == "o-4471");
    CHECK(granted[2].to == day("2026-03-09"));
    const auto suspended = bodies<core::AuthorisationSuspended>(plan);
    REQUIRE(suspended.size() == 1);
    CHECK(suspended[0].officer.value == "o-5502");
    CHECK(suspended[0].weapon_class == "pistol");
    CHECK(changes(plan) ==
          "changed PC 4471, pistol: until 31 Dec 2026 to 30 Jun 2027\n"
          "changed PC 5502, pistol: suspended\n"
          "new PC 5502, carbine: until 31 Dec 2026\n"
          "ended PC 4471, carbine: was until 31 Dec 2026\n");
}

TEST_CASE("delta: a file does not lift a suspension by itself, a person may let it") {
    Stage stage;
    core::Authorisation held = stage.held("o-4471/pistol");
    held.suspended = true;
    stage.put(held);
    stage.all_competences();
    const DeltaPlan plan = stage.competences();
    CHECK(plan.bodies.empty());
    CHECK(codes(plan.warnings) == "suspension_stays ");
    stage.file.competences[0].to = day("2027-12-31");
    const DeltaPlan longer = stage.competences();
    REQUIRE(bodies<core::AuthorisationGranted>(longer).size() == 1);
    CHECK(bodies<core::AuthorisationGranted>(longer)[0].suspended);
    stage.request.lift_suspensions = true;
    CHECK_FALSE(bodies<core::AuthorisationGranted>(stage.competences())[0].suspended);
}

TEST_CASE("delta: what the CFI granted here later or elsewhere is not undone by a file") {
    Stage stage;
    core::Authorisation later = stage.held("o-4471/pistol");
    later.as_at = day("2026-03-12");
    later.to = day("2028-01-31");
    stage.put(later);
    core::Authorisation same_day = stage.held("o-5502/pistol");
    same_day.as_at = day("2026-03-10");
    same_day.source = "CFI";
    same_day.to = day("2028-01-31");
    stage.put(same_day);
    core::Authorisation unknown_there = stage.held("o-4471/carbine");
    unknown_there.source = "CFI";
    stage.put(unknown_there);
    for (const char* collar : {"4471", "5502", "700"})
        stage.competence(collar, "pistol", "2026-12-31");
    const DeltaPlan plan = stage.competences();
    CHECK(plan.bodies.empty());
    CHECK(codes(plan.warnings) == "newer_here newer_here granted_here ");
}

TEST_CASE("delta: a truncated training record ends nothing until a person says that it is whole") {
    Stage stage;
    stage.competence("4471", "pistol", "2026-12-31");
    const DeltaPlan plan = stage.competences();
    CHECK(codes(plan.faults) == "endings_many ");
    CHECK(plan.stopped);
    stage.request.confirm_leavers = true;
    CHECK(stage.competences().ended == 3);
    // Changes only, or a row that could not be read: then absence says nothing.
    stage.file.is_whole = false;
    CHECK(stage.competences().ended == 0);
    CHECK(codes(stage.competences().warnings) == "absence_not_judged ");
    stage.request.partial = true;
    CHECK(codes(stage.competences().warnings) == "");
}

TEST_CASE("delta: a sheet with a column for pistols says nothing of carbines") {
    Stage stage;
    stage.file.classes = {"pistol"};
    for (const char* collar : {"4471", "5502", "700"})
        stage.competence(collar, "pistol", "2026-12-31");
    CHECK(stage.competences().ended == 0);
    stage.file.classes.clear();
    stage.request.confirm_leavers = true;
    CHECK(stage.competences().ended == 1);
}

TEST_CASE("delta: every faulty competence is named, and none of its officer ends for it") {
    Stage stage;
    stage.request.confirm_leavers = true;
    stage.competence("9999", "pistol", "2026-12-31");
    stage.competence("4471", "crossbow", "2026-12-31");
    stage.competence("700", "pistol", "2026-12-31");
    stage.file.competences[2].from = day("2027-01-01");
    stage.competence("5502", "pistol", "2026-12-31");
    const DeltaPlan plan = stage.competences();
    CHECK(codes(plan.faults) == "officer_unknown class_unknown dates_reversed ");
    CHECK(plan.skipped == 3);
    CHECK(plan.ended == 0);
    CHECK_FALSE(plan.stopped);
    CHECK(plan.faults[1].row == 3);
    CHECK(plan.faults[1].sheet == "Training");
}

TEST_CASE("delta: a leaver's competence is passed over with a warning") {
    Stage stage;
    core::Officer left = stage.force.fact<core::Officer>("o-5502");
    left.active = false;
    stage.force.facts.put(core::Table::officer, core::row_of(left));
    stage.all_competences();
    const DeltaPlan plan = stage.competences();
    CHECK(codes(plan.warnings) == "officer_left ");
    CHECK(plan.bodies.empty());
}

TEST_CASE("delta: the staff list brings recruits, changes and leavers") {
    Stage stage;
    stage.request.confirm_leavers = true;
    stage.officer("4471", "Officer", "4471", "Training");
    stage.officer("5502", "Married", "5502");
    stage.file.officers[1].rank_code = "sgt";
    stage.officer("6001", "New", "Recruit");
    const DeltaPlan plan = stage.officers();
    CHECK(codes(plan.faults) == "");
    CHECK(plan.added == 1);
    CHECK(plan.changed == 2);
    CHECK(plan.ended == 1);
    const auto changed = bodies<core::OfficerChanged>(plan);
    REQUIRE(changed.size() == 3);
    CHECK(changed[0].unit == "Training");
    CHECK_FALSE(changed[0].name);
    CHECK_FALSE(changed[0].rank);
    CHECK(changed[1].rank == "sgt");
    CHECK(changed[1].name->text == "Married 5502");
    CHECK(changed[2].officer.value == "o-700");
    CHECK(changed[2].active == false);
    CHECK(changed[2].as_at == day("2026-03-10"));
    CHECK(bodies<core::OfficerAdded>(plan).at(0).name.text == "New Recruit");
}

TEST_CASE("delta: more than a tenth leaving at once stops the file until a person says so") {
    Stage stage;
    stage.officer("4471", "Officer", "4471");
    stage.officer("5502", "Officer", "5502");
    const DeltaPlan plan = stage.officers();
    CHECK(codes(plan.faults) == "leavers_many ");
    CHECK(plan.stopped);
    CHECK(too_many(11, 100));
    CHECK_FALSE(too_many(10, 100));
    CHECK_FALSE(too_many(0, 0));
    stage.request.confirm_leavers = true;
    CHECK(codes(stage.officers().faults) == "");
    // Marked as having left counts like being absent.
    stage.request.confirm_leavers = false;
    stage.officer("700", "Officer", "700");
    stage.file.officers.back().left = true;
    CHECK(codes(stage.officers().faults) == "leavers_many ");
    CHECK(stage.officers().ended == 1);
}

TEST_CASE("delta: a leaver who still holds something is named with what they hold") {
    Stage stage;
    stage.force.apply_all("u-ann", stage.force.issue({stage.force.pistol_1}));
    stage.request.confirm_leavers = true;
    stage.officer("5502", "Officer", "5502");
    stage.officer("700", "Officer", "700");
    const DeltaPlan plan = stage.officers();
    REQUIRE(codes(plan.warnings) == "leaver_holds ");
    CHECK(plan.warnings[0].words.find("XX0001") != std::string::npos);
    CHECK(plan.ended == 1);
    REQUIRE(plan.changes.size() == 1);
    CHECK(plan.changes[0].what == "left");
    CHECK(plan.changes[0].subject == "PC 4471");
    CHECK(plan.changes[0].held.find("XX0001") != std::string::npos);
}

TEST_CASE("delta: a collar number with another person behind it wants a person's word") {
    Stage stage;
    stage.everybody();
    stage.file.officers[0].forename = "Quite";
    stage.file.officers[0].surname = "Different";
    const DeltaPlan plan = stage.officers();
    REQUIRE(codes(plan.faults) == "officer_replaced ");
    CHECK(plan.faults[0].confirmable);
    CHECK(plan.skipped == 1);
    CHECK(plan.ended == 0);
    stage.file.confirmed = {plan.faults[0].cell()};
    const DeltaPlan confirmed = stage.officers();
    CHECK(confirmed.changed == 1);
    CHECK(confirmed.confirmed ==
          std::vector<std::string>{plan.faults[0].cell() + " officer_replaced"});
}

TEST_CASE("delta: who comes back comes back; who gets a leaver's number is somebody new") {
    Stage stage;
    core::Officer left = stage.force.fact<core::Officer>("o-5502");
    left.active = false;
    stage.force.facts.put(core::Table::officer, core::row_of(left));
    stage.everybody();
    const auto back = bodies<core::OfficerChanged>(stage.officers());
    REQUIRE(back.size() == 1);
    CHECK(back[0].active == true);
    stage.file.officers[1].forename = "Quite";
    stage.file.officers[1].surname = "Different";
    CHECK(stage.officers().added == 1);
    CHECK(stage.officers().changed == 0);
}

TEST_CASE("delta: a deployment is recorded when it is new or differs, never for an erased name") {
    Stage stage;
    intake::DeploymentRow row;
    row.log = "FD-1";
    row.started = testing::at("2026-03-01T22:15:00.000Z");
    row.decision = "declined";
    row.commander = "Insp Example";
    row.reason = "No threat to life";
    stage.file.deployments = {row};
    DeltaPlan plan = stage.deployments();
    CHECK(plan.added == 1);
    stage.force.apply_all("u-mia", plan.bodies.at(0));
    CHECK(stage.deployments().bodies.empty());
    CHECK(stage.deployments().unchanged == 1);
    stage.file.deployments[0].reason = "No threat found";
    plan = stage.deployments();
    CHECK(plan.changed == 1);
    CHECK(changes(plan) == "changed FD-1: another reason\n");
    const auto changed = bodies<core::DeploymentRecorded>(plan);
    // The commander is the same private value, the reason a new one.
    CHECK_FALSE(changed.at(0).commander->digest.empty());
    CHECK(changed.at(0).reason->digest.empty());
    core::Deployment erased = stage.force.fact<core::Deployment>("FD-1");
    erased.commander->digest = std::string(64, 'e');
    stage.force.facts.put(core::Table::deployment, core::row_of(erased));
    stage.file.deployments[0].reason = "No threat to life";
    CHECK(stage.deployments().bodies.empty());
}

TEST_CASE("delta: the day a file speaks for stands in its name in any usual shape") {
    const auto in = [](const char* name) {
        const auto found = as_at_in_name(name);
        return found ? core::text_of(*found) : std::string{"none"};
    };
    CHECK(in("in/officers-2026-03-01.csv") == "2026-03-01");
    CHECK(in("officers_20260301.xlsx") == "2026-03-01");
    CHECK(in("officers 01-03-2026.xlsx") == "2026-03-01");
    CHECK(in("2024-01-31/officers 1 March 2026.xlsx") == "2026-03-01");
    CHECK(in("officers-2025-12-31-to-2026-03-01.csv") == "2026-03-01");
    CHECK(in("officers-2026-02-30.csv") == "none");
    CHECK(in("officers_07112026.csv") == "2026-11-07");
    CHECK(in("officers.csv") == "none");
    CHECK(in("officers-123456789.csv") == "none");
    CHECK(date_in_text("Data as at 01/03/2026 06:00") == day("2026-03-01"));
    CHECK(date_in_text("As at 1st of March 2026") == day("2026-03-01"));
    CHECK_FALSE(date_in_text("1/3/2026 to 31/3/2026"));
    CHECK_FALSE(date_in_text("as at today"));
}

TEST_CASE("delta: every change of a staff list is told by what was and what is") {
    Stage stage;
    stage.everybody();
    stage.file.officers[0].unit = "ARV C";
    stage.file.officers[1].rank_code = "sgt";
    stage.officer("801", "New", "Recruit", "ARV A");
    const DeltaPlan plan = stage.officers();
    CHECK(plan.added + plan.changed == std::ssize(plan.changes));
    CHECK(changes(plan) ==
          "changed PC 4471: unit Firearms to ARV C\n"
          "changed PC 5502: rank PC to sgt\n"
          "new PC 801: New Recruit, ARV A\n");
}
