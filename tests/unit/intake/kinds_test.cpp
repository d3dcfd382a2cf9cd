// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

using namespace muster;
using namespace intake_tests;

namespace {

intake::KnownThings known_officers() {
    intake::KnownThings known;
    const core::Date to = *core::date_of("2027-01-31");
    known.officers = {{"4471", false, {{"pistol", to}}, {}}, {"4472", false, {}, {}}};
    return known;
}

}  // namespace

TEST_CASE("intake: a long sheet of authorisations has a row for each officer and class") {
    const auto found = read(
        "Collar,Name,Class,From,To,Suspended\n4471,Jo,Pistol,1/2/2025,31/1/2027,\n"
        "4472,Al,\"Carbine, TASER and Shotgun\",,31/1/2027,Y\n",
        known_officers());
    CHECK(found.faults.empty());
    CHECK(found.sheets.at(0).kind == "authorisations");
    CHECK(found.authorisation_rows == 2);
    REQUIRE(found.authorisations.size() == 4);
    CHECK(found.authorisations[0].held);
    CHECK(core::text_of(*found.authorisations[0].from) == "2025-02-01");
    CHECK(found.authorisations[2].weapon_class == "taser");
    CHECK(found.authorisations[3].suspended);
    CHECK_FALSE(found.authorisations[3].known);
}

TEST_CASE("intake: a wide sheet of authorisations alone has dates below each class") {
    const auto found = read(
        "Collar,Pistol expiry,Carbine valid to,Date from Carbine\n"
        "4471,31/1/2027,1/1/2028,1/1/2026\n4472,,,\n",
        known_officers());
    CHECK(understood(found.sheets.at(0)) ==
          "authorisations A=collar B=to:pistol C=to:carbine D=from:carbine");
    REQUIRE(found.authorisations.size() == 2);
    CHECK(found.authorisations[0].weapon_class == "carbine");
    CHECK(found.authorisations[1].weapon_class == "pistol");
    CHECK(found.authorisations[1].held);
}

TEST_CASE("intake: an authorisation has its faults, one per cell") {
    const auto faults = [](const std::string& row) {
        return told(read("Collar,Class,Valid from,Valid to\n" + row, known_officers()).faults);
    };
    CHECK(faults("4472,Pistol,,1/1/2028\n").empty());
    CHECK(faults("9999,Pistol,,1/1/2028\n") == "A2:officer_unknown");
    CHECK(faults(",Pistol,,1/1/2028\n") == "A2:collar_missing");
    CHECK(faults("4472,Bow,,1/1/2028\n") == "B2:class_unknown");
    CHECK(faults("4472,,,1/1/2028\n") == "B2:class_unknown");
    CHECK(faults("4472,Pistol,,\n") == "D2:date_missing");
    CHECK(faults("4472,Pistol,32/1/2026,31/2/2028\n") == "C2:date_impossible D2:date_impossible");
    CHECK(faults("4472,Pistol,2/1/2028,1/1/2028\n") == "D2:dates_reversed");
    CHECK(faults("4472,Pistol,,1/1/2028\n4472,PISTOL,,1/1/2029\n") == "A3:authorisation_duplicate");
    CHECK(faults("4471,Pistol,,1/1/2028\n") == "A2:held_differs");
}

TEST_CASE("intake: a delta may differ from the ledger, and says what is known") {
    intake::ReadOptions options;
    options.updates = true;
    options.kind = "authorisations";
    const auto found = read(
        "Collar,Rank,Name,Pistol exp\n4471,PC,Jo Example,1/1/2028\n4472,PC,Al Sample,1/1/2028\n",
        known_officers(), options);
    CHECK(found.faults.empty());
    REQUIRE(found.authorisations.size() == 2);
    CHECK(found.authorisations[0].known);
    CHECK_FALSE(found.authorisations[0].held);
    CHECK_FALSE(found.authorisations[1].known);
    options.kind = "officers";
    const auto officers =
        read("Collar,Rank,Name,Leaver\n4471,Sgt,Jo Example,Y\n4473,PC,New One,N\n",
             known_officers(), options);
    CHECK(officers.faults.empty());
    REQUIRE(officers.officers.size() == 2);
    CHECK(officers.officers[0].known);
    CHECK(officers.officers[0].left);
    CHECK_FALSE(officers.officers[1].known);
    CHECK_FALSE(officers.officers[1].left);
}

TEST_CASE("intake: the authorisations of a long sheet count for who holds what") {
    const auto found =
        read(book({{"W",
                    {{"Type", "Model", "Serial", "Location", "Status", "Collar"},
                     {"Pistol", "G", "1", "HQ", "Issued", "4471"},
                     {"Taser", "T", "2", "HQ", "Issued", "4471"}},
                    {}},
                   {"A", {{"Collar", "Class", "To"}, {"4471", "Pistol", "1/1/2028"}}, {}},
                   {"O", {{"Collar", "Rank", "Name"}, {"4471", "PC", "Jo Example"}}, {}}}));
    CHECK(found.faults.empty());
    CHECK(told_of(found.warnings, "authorisation_absent") == "F3:authorisation_absent");
    CHECK(found.authorisations.size() == 1);
}

TEST_CASE("intake: what is issued to an officer whose own row has a fault waits for that row") {
    const auto found = read(
        book({{"W",
               {{"Type", "Model", "Serial", "Location", "Status", "Collar"},
                {"Pistol", "G", "1", "HQ", "Issued", "4471"},
                {"Pistol", "G", "2", "HQ", "In store", ""}},
               {}},
              {"A", {{"Collar", "Class", "To"}, {"4471", "Pistol", "1/1/2028"}}, {}},
              {"O",
               {{"Collar", "Rank", "Name", "Taser exp"}, {"4471", "PC", "Jo Example", "32/1/2027"}},
               {}}}));
    CHECK(told(found.faults) == "D2:date_impossible");
    CHECK(told_of(found.warnings, "officer_row_faulty") ==
          "F2:officer_row_faulty A2:officer_row_faulty");
    CHECK(found.faulty_rows() == 3);
    CHECK(found.items.size() == 1);
    CHECK(found.authorisations.empty());
}

TEST_CASE("intake: deployments are read with UK times and their decisions") {
    const auto found = read(
        "Log No,Date,Time,Ended,Decision,Commander,Level,Reason,ARV,Discharge\n"
        "L1,1/7/2025,14:30,01/07/2025 16:00,Authorised,Insp Example,TFC,threat to life,Y,N\n"
        "L2,2025-01-01T09:00:00Z,,,Refused,,,no grounds,,\n");
    CHECK(found.faults.empty());
    CHECK(found.sheets.at(0).kind == "deployments");
    REQUIRE(found.deployments.size() == 2);
    CHECK(core::text_of(found.deployments[0].started) == "2025-07-01T13:30:00.000Z");
    CHECK(core::text_of(*found.deployments[0].ended) == "2025-07-01T15:00:00.000Z");
    CHECK(found.deployments[0].decision == "authorised");
    CHECK(found.deployments[0].level == "tactical");
    CHECK(found.deployments[0].arv);
    CHECK_FALSE(found.deployments[0].discharge);
    CHECK(core::text_of(found.deployments[1].started) == "2025-01-01T09:00:00.000Z");
    CHECK(found.deployments[1].decision == "declined");
}

TEST_CASE("intake: a deployment has its faults, and one that the ledger holds is known again") {
    intake::KnownThings known;
    intake::DeploymentRow held;
    held.started = *core::instant_of("2025-01-01T09:00:00.000Z");
    held.decision = "authorised";
    known.deployments = {{"L9", held}};
    const auto faults = [&](const std::string& row) {
        return told(read("Log,Start Time,Decision,End Time\n" + row, known).faults);
    };
    CHECK(faults("L1,1/1/2025 09:00,Authorised,\n").empty());
    CHECK(faults(",1/1/2025,Authorised,\n") == "A2:log_missing");
    CHECK(faults("L1,,Authorised,\n") == "B2:date_missing");
    CHECK(faults("L1,1/1/2025 25:00,Authorised,\n") == "B2:date_impossible");
    CHECK(faults("L1,1/1/2025,perhaps,\n") == "C2:decision_unknown");
    CHECK(faults("L1,1/1/2025 10:00,Authorised,1/1/2025 09:00\n") == "D2:dates_reversed");
    CHECK(faults("L1,1/1/2025,Authorised,\nl 1,1/1/2025,Authorised,\n") == "A3:log_duplicate");
    CHECK(faults("L9,1/1/2025 09:00,Authorised,\n").empty());
    CHECK(faults("L9,1/1/2025 09:00,Declined,\n") == "C2:held_differs");
}

TEST_CASE("intake: movements of another system are read line by line") {
    const auto found = read(
        "Movement No,Date,Type,Model,Serial No,Qty,Officer,From,To,Ref\n"
        "17,06/04/2024 07:15,Issued,Glock 17,ab1,,4471,HQ,,OP1\n"
        "18,06/04/2024,beamed up,9x19,B7,\"1,200\",Jo Example,,HQ,\n");
    CHECK(found.faults.empty());
    CHECK(found.movement_rows == 2);
    REQUIRE(found.movements.size() == 2);
    CHECK(found.movements[0].sort == "issue");
    CHECK(found.movements[0].serial == "AB1");
    CHECK(found.movements[0].quantity == 1);
    CHECK(core::text_of(found.movements[0].at) == "2024-04-06T06:15:00.000Z");
    CHECK(found.movements[1].sort == "other");
    CHECK(found.movements[1].quantity == 1'200);
    CHECK(told_of(found.warnings, "sort_unknown") == "C3:sort_unknown");
}

TEST_CASE("intake: a movement has its faults, and a number that was noted is known again") {
    intake::KnownThings known;
    known.movement_numbers = {"9"};
    const auto faults = [&](const std::string& row) {
        return told(read("Movement No,Date,Action,Serial,Qty\n" + row, known).faults);
    };
    CHECK(faults("1,,Issue,A1,1\n") == "B2:date_missing");
    CHECK(faults("1,1/1/2025,Issue,,1\n") == "D2:subject_missing");
    CHECK(faults("1,1/1/2025,Issue,A1,-1\n") == "E2:quantity_negative");
    CHECK(faults("1,1/1/2025,Issue,A1,1\n1,1/1/2025,Return,A1,1\n") == "A3:number_duplicate");
    const auto again = read("Movement No,Date,Action,Serial\n9,1/1/2025,Issue,A1\n", known);
    CHECK(again.movements.at(0).held);
    CHECK(again.held == 1);
}

TEST_CASE("intake: times of day are read in the ways that people write them") {
    const auto time_of = [](const std::string& time) {
        const auto found =
            read("Log,Start Date,Time,Decision\nL1,1/1/2025," + time + ",Authorised\n");
        return found.faults.empty() ? core::text_of(found.deployments.at(0).started).substr(11, 5)
                                    : told(found.faults);
    };
    CHECK(time_of("14:30") == "14:30");
    CHECK(time_of("14.30") == "14:30");
    CHECK(time_of("1430hrs") == "14:30");
    CHECK(time_of("2:30 pm") == "14:30");
    CHECK(time_of("12:05 am") == "00:05");
    CHECK(time_of("9 am") == "09:00");
    CHECK(time_of("") == "00:00");
    CHECK(time_of("24:30") == "C2:date_impossible");
    CHECK(time_of("noonish") == "C2:date_impossible");
    const auto fraction = read(book({{"S",
                                      {{"Log", "Start Date", "Time", "Decision"},
                                       {"L1", "@45658", "#0.604166666666667", "Authorised"},
                                       {"L2", "@45658.604166667", "", "Authorised"}},
                                      {}}}));
    REQUIRE(fraction.deployments.size() == 2);
    CHECK(core::text_of(fraction.deployments[0].started).substr(11, 5) == "14:30");
    CHECK(core::text_of(fraction.deployments[1].started).substr(11, 5) == "14:30");
}
