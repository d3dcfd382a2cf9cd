// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

/// What two people could read two ways is asked about, and never settled in silence.
using namespace muster;
using namespace intake_tests;

namespace {

std::string asked_of_serial(const std::string& serial) {
    const auto found = read("Model,Serial,Location,Status\nG," + serial + ",HQ,In store\n");
    if (found.faults.empty()) return found.items.at(0).serial;
    return found.faults[0].code + (found.faults[0].confirmable ? "?" : "");
}

const std::string weapons = "Make / Model,Serial,Location,Status\n";

}  // namespace

TEST_CASE("intake: words, marks and ranges in place of a serial are asked about") {
    for (const char* text : {"SEE LOG", "Scrapped", "Spare", "Blank", "PENDING", "old"})
        CHECK_MESSAGE(asked_of_serial(text) == "serial_placeholder?", text);
    for (const char* text : {"A1234*", "A1234?", "#1234", "No. 1234", "S/N A1234", "sn: 1234",
                             "OLD A1234", "A1234 scrapped", "1001-1010", "AB100-110", "AB98-99"})
        CHECK_MESSAGE(asked_of_serial(text) == "serial_several?", text);
    for (const char* text : {"NOV123", "SNA123", "84-000123", "1010-1001", "A12-9"})
        CHECK_MESSAGE(asked_of_serial(text) == text, text);
}

TEST_CASE("intake: a small l among figures and capitals is asked about") {
    CHECK(asked_of_serial("ABl23") == "serial_small_l?");
    CHECK(asked_of_serial("l2345") == "serial_small_l?");
    CHECK(asked_of_serial("al123") == "AL123");
    CHECK(asked_of_serial("AL123") == "AL123");
}

TEST_CASE("intake: one serial under two writings of one model is asked about") {
    const auto found = read(weapons +
                            "Glock 17,A1,HQ,In store\nG17,A1,HQ,In store\nG17,A2,HQ,In store\n"
                            "H&K G36C,B1,HQ,In store\nH & K G-36C,B1,HQ,In store\n"
                            "H&K MP5,A1,HQ,In store\n");
    CHECK(told(found.faults) == "B3:serial_under_similar_model B6:serial_under_similar_model");
    CHECK(told_of(found.warnings, "model_similar") == "A4:model_similar");
    CHECK(told_of(found.warnings, "serial_under_other_model") == "B7:serial_under_other_model");
    intake::ReadOptions two;
    two.confirmed = {"file!B3", "file!B6"};
    CHECK(read(weapons + "Glock 17,A1,HQ,In store\nG17,A1,HQ,In store\n", {}, two).faults.empty());
    intake::KnownThings known;
    known.models = {"Glock 17"};
    known.items = {{"", "Glock 17", "A1", {}}};
    CHECK(told(read(weapons + "G17,A1,HQ,In store\n", known).faults) ==
          "B2:serial_under_similar_model");
}

TEST_CASE("intake: a column of dates with the month first is told, and none of it is taken") {
    const std::string start = "Model,Serial,Location,Status,Received\n";
    const auto found = read(start + "G,A1,HQ,In store,03/04/2026\nG,A2,HQ,In store,03/25/2026\n");
    CHECK(told(found.faults) == "E1:dates_month_first E3:date_impossible");
    CHECK(found.items.empty());
    // One that proves the day first makes the other a slip, and one alone misleads nobody.
    CHECK(told(read(start + "G,A1,HQ,In store,03/25/2026\n").faults) == "E2:date_impossible");
    const auto slip = read(start + "G,A1,HQ,In store,30/03/2026\nG,A2,HQ,In store,03/25/2026\n");
    CHECK(told(slip.faults) == "E3:date_impossible");
    CHECK(slip.items.size() == 1);
}

TEST_CASE("intake: dates below what is no class are asked about") {
    const Sheet sheet{"AFOs",
                      {{"Collar", "Name", "Pistol", "", "Glock 17", ""},
                       {"", "", "From", "To", "From", "To"},
                       {"4471", "Jo Example", "1/1/2025", "31/12/2026", "1/1/2025", "31/12/2026"}},
                      {"A1:A2", "B1:B2", "C1:D1", "E1:F1"}};
    const auto found = read(book({sheet}));
    CHECK(told(found.faults) == "E2:heading_class_unknown F2:heading_class_unknown");
    CHECK(found.officers.empty());
    intake::ReadOptions said;
    said.mapping.headings = {{"", "Glock 17 From", ""}, {"", "Glock 17 To", "to:carbine"}};
    const auto mapped = read(book({sheet}), {}, said);
    CHECK(told(mapped.faults).empty());
    REQUIRE(mapped.officers.size() == 1);
    CHECK(mapped.officers[0].authorisations.size() == 2);
    // In a long sheet the class has a column, and what stands above the dates is a group.
    const auto in_rows = read(book({{"Auth",
                                     {{"Collar", "Class", "Authorisation", ""},
                                      {"", "", "From", "To"},
                                      {"4471", "Pistol", "1/1/2025", "31/12/2026"}},
                                     {"A1:A2", "B1:B2", "C1:D1"}}}));
    CHECK(told_of(in_rows.faults, "heading_class_unknown").empty());
}

TEST_CASE("intake: two columns with one heading are asked about where the second holds something") {
    const std::string start = "Model,Serial,Location,Status,Received,Received\n";
    const auto found = read(start + "G,A1,HQ,In store,1/2/2026,1/3/2026\n");
    CHECK(told(found.faults) == "F1:column_twice");
    intake::ReadOptions unwanted;
    unwanted.confirmed = {"file!F1"};
    CHECK(read(start + "G,A1,HQ,In store,1/2/2026,1/3/2026\n", {}, unwanted).faults.empty());
    CHECK(read(start + "G,A1,HQ,In store,1/2/2026,\n").faults.empty());
}

TEST_CASE("intake: sheets that disagree on until when somebody may draw are asked about") {
    const auto with = [](const std::string& to) {
        return book(
            {{"Officers",
              {{"Collar", "Rank", "Surname", "Pistol expiry"}, {"0451", "PC", "Oak", "31/12/2026"}},
              {}},
             {"Authorisations",
              {{"Collar", "Class", "From", "To"}, {"0451", "Pistol", "1/1/2026", to}},
              {}}});
    };
    CHECK(told(read(with("30/06/2026")).faults) == "D2:authorisation_contradicts");
    CHECK(read(with("31/12/2026")).faults.empty());
    intake::ReadOptions right;
    right.confirmed = {"Authorisations!D2"};
    const auto found = read(with("30/06/2026"), {}, right);
    CHECK(found.faults.empty());
    CHECK(core::text_of(found.authorisations.at(0).to) == "2026-06-30");
}

TEST_CASE("intake: collar numbers that only zeros tell apart are asked about") {
    const auto found = read("Collar,Rank,Surname\n08107,PC,Oak\n8107,PC,Oak\n8108,PC,Yew\n");
    CHECK(told(found.faults) == "A3:collar_look_alike");
    intake::KnownThings known;
    known.officers = {{"08107", false, {}, {}}, {"08108", false, {}, {}}, {"8108", false, {}, {}}};
    CHECK(told(read("Collar,Rank,Surname\n8107,PC,Oak\n8108,PC,Yew\n", known).faults) ==
          "A2:collar_look_alike");
}

TEST_CASE("intake: an authorisation of somebody whom the ledger knows to have left is told") {
    intake::KnownThings known;
    intake::KnownThings::Officer leaver{"0451", false, {}, {}};
    leaver.details = intake::KnownThings::OfficerDetails{"Jo Oak", "pc", "", false};
    known.officers = {leaver};
    const auto found = read("Collar,Class,From,To\n0451,Pistol,1/1/2026,31/12/2026\n", known);
    CHECK(told_of(found.warnings, "authorisation_of_leaver") == "A2:authorisation_of_leaver");
}

TEST_CASE("intake: a word for a status of people is said once") {
    const std::string people = "Collar,Rank,Surname,Status\n0451,PC,Oak,Wibbled\n";
    CHECK(told(read(people).faults) == "D2:employment_unknown");
    intake::ReadOptions said;
    said.mapping.statuses = {{"wibbled", "Left"}};
    const auto found = read(people, {}, said);
    REQUIRE(found.faults.empty());
    CHECK(found.officers.at(0).left);
    const auto kept = intake::read_mapping(intake::mapping_text(said.mapping));
    REQUIRE(kept.fault() == nullptr);
    CHECK(kept.value() == said.mapping);
}

TEST_CASE("intake: a list of serials is a register where a person says what every row has") {
    intake::ReadOptions said;
    said.mapping.constants = {
        {"", "", "model", "Glock 17"}, {"", "", "location", "HQ"}, {"", "", "status", "In store"}};
    const auto found = read("Serial No\nA1\nA2\n", {}, said);
    CHECK(told(found.faults).empty());
    CHECK(found.items.size() == 2);
    CHECK(told(read("Serial No\nA1\nA2\n").faults) != "");
}

TEST_CASE("intake: a number beside a weapon's number is not taken for its serial") {
    const auto found = read("No,Model,Wpn No.,Location,Status\n1,G,A1,HQ,In store\n");
    CHECK(told(found.faults).empty());
    CHECK(found.items.at(0).serial == "A1");
}

TEST_CASE("intake: a field that a sheet of this kind lacks does not make its column unwanted") {
    intake::ReadOptions said;
    said.mapping.headings = {{"", "Ticket status", "serial"}};
    const auto found = read("Collar,Rank,Surname,Ticket status\n0451,PC,Oak,Out\n", {}, said);
    CHECK(told(found.faults) == "D1:column_may_stop");
}
