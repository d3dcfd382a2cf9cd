// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

using namespace muster;
using namespace intake_tests;

namespace {

const std::string heading =
    "Asset No,Type,Make / Model,Serial No.,Location,Rack,Status,"
    "Issued To,Date Received\n";

intake::KnownThings known_weapon() {
    intake::KnownThings known;
    known.models = {"Glock 17"};
    known.locations = {"HQ Armoury"};
    intake::KnownThings::ItemDetails details;
    details.places = {"Store room", "HQ Armoury"};
    details.rack = "R1";
    details.location_status = "issued";
    details.condition_status = "serviceable";
    details.issued_to = "4471";
    details.acquired = core::date_of("2020-01-01");
    known.items = {{"T1", "Glock 17", "A1", details}};
    known.officers = {{"4471", false, {{"pistol", *core::date_of("2030-01-01")}}, {}},
                      {"4472", false, {{"pistol", *core::date_of("2030-01-01")}}, {}}};
    return known;
}

std::string faults(const std::string& row) {
    return told(read(heading + row, known_weapon()).faults);
}

}  // namespace

TEST_CASE("intake: a row that the ledger holds alike is passed over") {
    const auto found = read(heading + "T1,Pistol,GLOCK 17,a1,hq armoury,r1,Issued,4471,1/1/2020\n",
                            known_weapon());
    CHECK(found.faults.empty());
    CHECK(found.held == 1);
    CHECK(found.items.at(0).held);
    // What the row does not say is no difference.
    CHECK(faults(",Pistol,Glock 17,A1,HQ Armoury,,Issued,4471,\n").empty());
}

TEST_CASE("intake: a row that the ledger holds differently names the columns that differ") {
    CHECK(faults("T1,Pistol,Glock 17,A1,HQ Armoury,R2,Issued,4471,\n") == "F2:held_differs");
    CHECK(faults("T1,Pistol,Glock 17,A1,HQ Armoury,,Issued,4472,\n") == "H2:held_differs");
    CHECK(faults("T1,Pistol,Glock 17,A1,HQ Armoury,,U/S,,\n") == "G2:held_differs");
    CHECK(faults("T1,Pistol,Glock 17,A1,HQ Armoury,,Issued,4471,2/1/2020\n") == "I2:held_differs");
    const auto found =
        read(heading + "T1,Pistol,Glock 17,A1,Elsewhere,R2,Issued,4471,\n", known_weapon());
    REQUIRE(found.faults.size() == 1);
    CHECK(found.faults[0].column == "E");
    CHECK(found.faults[0].words.find("Location (there: 'Store room')") != std::string::npos);
    CHECK(found.faults[0].words.find("Rack (there: 'R1')") != std::string::npos);
    intake::ReadOptions updates;
    updates.updates = true;
    const auto update = read(heading + "T1,Pistol,Glock 17,A1,Elsewhere,R2,Issued,4471,\n",
                             known_weapon(), updates);
    CHECK(update.faults.empty());
    CHECK_FALSE(update.items.at(0).held);
}

TEST_CASE("intake: batches and officers that the ledger holds are compared column by column") {
    intake::KnownThings known;
    intake::KnownThings::BatchDetails batch;
    batch.expiry = core::date_of("2030-01-01");
    batch.box_size = 20;
    batch.use = "operational";
    batch.quantity = 56;
    batch.sealed_boxes = 2;
    batch.places = {"HQ"};
    known.batches = {{"9x19", "B1", batch}};
    intake::KnownThings::OfficerDetails officer{"Jo Example", "pc", "ARV", true};
    known.officers = {{"4471", false, {{"pistol", *core::date_of("2030-01-01")}}, officer}};
    const auto batches = [&](const std::string& row) {
        return told(
            read("Nature,Batch,Expiry,Qty,Boxes,Per box,Location,Use\n" + row, known).faults);
    };
    CHECK(batches("9x19,B1,1/1/2030,56,2,20,HQ,Op\n").empty());
    CHECK(batches("9x19,B1,1/1/2030,55,2,20,HQ,Op\n") == "D2:held_differs");
    CHECK(batches("9x19,B1,2/1/2030,56,2,20,HQ,Trg\n") == "C2:held_differs");
    CHECK(batches("9x19,B1,1/1/2030,56,1,20,HQ,Op\n") == "E2:held_differs");
    const auto officers = [&](const std::string& row) {
        return told(read("Collar,Rank,Surname,Forename,Unit,Pistol exp\n" + row, known).faults);
    };
    CHECK(officers("4471,PC,Example,Jo,ARV,1/1/2030\n").empty());
    CHECK(officers("4471,Sgt,Example,Jo,ARV,1/1/2030\n") == "B2:held_differs");
    CHECK(officers("4471,PC,Example,Jo,ARV,1/1/2031\n") == "A2:held_differs");
}

TEST_CASE("intake: a person may confirm that two serials are two, and that a number is one") {
    const std::string rows = "Model,Serial,Location,Status\nG,AO1,HQ,In store\nG,A01,HQ,In store\n";
    const auto found = read(rows);
    CHECK(told(found.faults) == "B3:serial_look_alike");
    CHECK(found.faults.at(0).confirmable);
    CHECK(found.faults.at(0).cell() == "file!B3");
    intake::ReadOptions options;
    options.confirmed = {"file!B3"};
    CHECK(read(rows, {}, options).items.size() == 2);
    const std::string bytes = book({{"S",
                                     {{"Model", "Serial", "Location", "Status"},
                                      {"G", "#1234", "HQ", "In store"},
                                      {"G", "@45717", "HQ", "In store"},
                                      {"G", "#1234", "HQ", "In store"}},
                                     {}}});
    CHECK(told(read(bytes).faults) == "B2:serial_is_number B3:serial_is_date B4:serial_is_number");
    // A date cell has lost its serial: nobody can confirm that. A confirmed number may still be
    // there twice.
    options.confirmed = {"S!B2", "S!B3", "S!B4"};
    const auto confirmed = read(bytes, {}, options);
    CHECK(told(confirmed.faults) == "B3:serial_is_date B4:serial_duplicate");
    CHECK(confirmed.items.at(0).serial == "1234");
}
