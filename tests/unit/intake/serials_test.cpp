// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

using namespace muster;
using namespace intake_tests;

namespace {

/// The fault of one serial in a CSV file, and what is kept of it where there is none.
std::string serial_of(const std::string& serial) {
    const auto found = read("Model,Serial,Location,Status\nG," + serial + ",HQ,In store\n");
    if (found.faults.size() > 1) return told(found.faults);
    if (!found.faults.empty())
        return found.faults[0].code + (found.faults[0].confirmable ? "?" : "");
    return found.items.empty() ? "" : found.items[0].serial;
}

const std::string heading = "Make / Model,Serial No.,Location,Status,Issued To,Remarks\n";

}  // namespace

TEST_CASE("intake: letters that are crossed out beside others are asked about") {
    const auto sheet = book({{"S",
                              {{"Model", "Serial", "Location", "Status", "Remarks"},
                               {"G", "~A1~B2", "HQ", "In store", "~with PC 1~ back"},
                               {"G", "C3", "HQ", "~Issued~In store"}},
                              {}}});
    CHECK(told(read(sheet).faults) == "B2:text_part_struck D3:text_part_struck");
    intake::ReadOptions right;
    right.confirmed = {"S!B2"};
    const auto found = read(sheet, {}, right);
    CHECK(told(found.faults) == "D3:text_part_struck");
    CHECK(found.items.at(0).serial == "A1B2");
}

TEST_CASE("intake: who has a thing that left, and who had one that nobody has, is told") {
    const auto found = read(book({{"Items",
                                   {{"Model", "Serial", "Location", "Status", "Issued to"},
                                    {"G", "A1", "HQ", "Issued", "0451"},
                                    {"G", "A2", "HQ", "Missing", "0452"}},
                                   {}},
                                  {"People",
                                   {{"Collar", "Rank", "Surname", "Left"},
                                    {"0451", "PC", "Oak", "Yes"},
                                    {"0452", "PC", "Yew", ""}},
                                   {}}}));
    CHECK(found.faults.empty());
    CHECK(told_of(found.warnings, "issued_to_leaver") == "E2:issued_to_leaver");
    CHECK(told_of(found.warnings, "last_holder_kept") == "E3:last_holder_kept");
}

TEST_CASE("intake: what stands where a serial should is asked about and never taken for one") {
    for (const char* text :
         {"N/K", "TBC", "tba", "?", "???", "Unknown", "not known", "***", "#REF!", "0", "00000"})
        CHECK_MESSAGE(serial_of(text) == "serial_placeholder?", text);
    for (const char* text : {"None", "N/A", "Nil", "-"})
        CHECK_MESSAGE(serial_of(text) == "serial_missing", text);
    CHECK(serial_of("as above") == "ditto_unclear");
    const auto truth = read(book(
        {{"S", {{"Model", "Serial", "Location", "Status"}, {"G", "^1", "HQ", "In store"}}, {}}}));
    CHECK(told(truth.faults) == "B2:serial_placeholder");
    intake::ReadOptions engraved;
    engraved.confirmed = {"file!B2", "file!B3"};
    const auto found =
        read("Model,Serial,Location,Status\nG,TBC,HQ,In store\nG,TBC,HQ,In store\n", {}, engraved);
    CHECK(told(found.faults) == "B3:serial_duplicate");
}

TEST_CASE("intake: several serials in one cell are asked about, hyphens and strokes are not") {
    for (const char* text :
         {"GH100-GH103", "gh100 - gh103", "EF1/EF2", "JK1 (was JK7)", "AB1 to AB4", "\"AB1, AB2\"",
          "AB1 & AB2", "\"A160\nA161\"", "AA555 BB666", "AA11+AA12"})
        CHECK_MESSAGE(serial_of(text) == "serial_several?", text);
    for (const char* text : {"84-000123", "FK-0012-C", "@SUM(1)", "A/0012/X", "G36-0012", "G 1234"})
        CHECK_MESSAGE(serial_of(text) == text, text);
}

TEST_CASE("intake: signs that nobody sees are asked about") {
    CHECK(serial_of("AB_x000D_12") == "serial_letter_strange?");
    CHECK(serial_of("56\a8") == "serial_letter_strange?");
    CHECK(serial_of("AB_X12") == "AB_X12");
}

TEST_CASE("intake: what keeps a spreadsheet from a serial is no part of it") {
    CHECK(serial_of("'000789") == "000789");
    CHECK(serial_of("\"=\"\"00077\"\"\"") == "00077");
    CHECK(serial_of("'01/05/2026") == "serial_is_date?");
}

TEST_CASE("intake: what Excel made of a serial in a CSV file is asked about") {
    for (const char* text : {"3-Mar", "Mar-03", "03-MAR"})
        CHECK_MESSAGE(serial_of(text) == "serial_is_date?", text);
    for (const char* text : {"\"12,345\"", "1.2E+10", "12345.0"})
        CHECK_MESSAGE(serial_of(text) == "serial_is_number?", text);
    for (const char* text : {"MAR03", "12MAR45", "31DEC28", "12E45"})
        CHECK_MESSAGE(serial_of(text) == text, text);
}

TEST_CASE("intake: letters of another script and serials apart by blanks alone are asked about") {
    CHECK(serial_of("\xd0\x90\xd0\x92"
                    "900") == "serial_letter_strange?");
    const auto found = read(heading +
                            "G,AB 123,HQ,In store,,\nG,ab123,HQ,In store,,\nG,AB-12 3,HQ,In "
                            "store,,\nM,AB123,HQ,In store,,\n");
    CHECK(told(found.faults) == "B3:serial_look_alike B4:serial_look_alike");
}

TEST_CASE("intake: a number is named and taken as its format shows it") {
    const std::string bytes = book(
        {{"S", {{"Model", "Serial", "Location", "Status"}, {"G", "$4512", "HQ", "In store"}}, {}}});
    const auto found = read(bytes);
    REQUIRE(told(found.faults) == "B2:serial_is_number");
    CHECK(found.faults[0].found == "004512");
    CHECK(found.faults[0].words.find("the cell holds 4512") != std::string::npos);
    intake::ReadOptions options;
    options.confirmed = {"S!B2"};
    CHECK(read(bytes, {}, options).items.at(0).serial == "004512");
}

TEST_CASE("intake: a mark for what is above has it, and never makes a serial") {
    const auto found = read(heading +
                            "Glock 17,D1,Safe A,In store,,note\n\"\"\"\",D2,do.,ditto,,as above\n"
                            "as above,D3,'',-do-,,\n\xe3\x80\x83,D4,\xe3\x80\x83,\xe3\x80\x83,,\n");
    CHECK(found.faults.empty());
    REQUIRE(found.items.size() == 4);
    CHECK(found.items[3].model == "Glock 17");
    CHECK(found.items[3].location == "Safe A");
    CHECK(found.items[1].remarks == "note");
    REQUIRE(told_of(found.warnings, "ditto_filled") == "1:ditto_filled");
    for (const auto& warning : found.warnings)
        if (warning.code == "ditto_filled") CHECK(warning.words.starts_with("10 cells stand"));
    CHECK(told(read(heading + "ditto,D1,do,In store,,\nG,D2,HQ,In store,ditto,\n").faults) ==
          "A2:ditto_unclear C2:ditto_unclear E3:ditto_unclear");
    CHECK(told(read("Asset No,Model,Serial,Location,Status\nT1,G,D1,HQ,In store\n"
                    "ditto,G,ditto,HQ,In store\n")
                   .faults) == "A3:ditto_unclear C3:ditto_unclear");
    CHECK(told(read("Collar,Surname,Rank\n4471,Example,PC\nditto,Do,do\n4473,ditto,do\n").faults) ==
          "A3:ditto_unclear B4:ditto_unclear");
    CHECK(told(read("Nature,Batch,Qty,Location\n9x19,L1,5,HQ\ndo,do,do,do\n").faults) ==
          "B3:ditto_unclear C3:ditto_unclear");
}

TEST_CASE("intake: a quantity beside a serial may only be one") {
    const auto found = read(
        "Item,Serial,Qty,Location,Status,Model\nx,E1,1,HQ,In store,G\nx,E2,4,HQ,In store,G\n"
        "x,E3,,HQ,In store,G\n");
    CHECK(told(found.faults) == "C3:quantity_on_item");
    CHECK(found.items.size() == 2);
}

TEST_CASE("intake: a model is of the class that its name says, or plainly of none") {
    intake::KnownThings known;
    known.officers = {{"4471", false, {}, {}}};
    known.models = {"Ours"};
    known.model_classes = {{"Ours", "carbine"}};
    const auto found = read(heading +
                                "Glock 17,C1,HQ,Issued,4471,\nThing 9,C2,HQ,Issued,4471,\n"
                                "Glock 17 magazine,C3,HQ,Issued,4471,\nOurs,C4,HQ,Issued,4471,\n",
                            known);
    CHECK(found.faults.empty());
    CHECK(found.items.at(0).type_code == "pistol");
    CHECK(found.items.at(1).type_code.empty());
    CHECK(found.items.at(2).type_code.empty());
    CHECK(found.items.at(3).type_code == "carbine");
    CHECK(told_of(found.warnings, "authorisation_absent") ==
          "E2:authorisation_absent E5:authorisation_absent");
    for (const auto& warning : found.warnings)
        if (warning.code == "model_unknown" && warning.row == 3)
            CHECK(warning.words.find("'other'") != std::string::npos);
}

TEST_CASE("intake: a column for the condition beside the status is the second of the two") {
    const std::string start = "Model,Serial,Location,Status,Condition,Evidence Hold\n";
    const auto found = read(start +
                            "G,A1,HQ,In store,U/S - cracked frame,\nG,A2,HQ,In store,,Y\n"
                            "G,A3,HQ,Workshop,Fair,N\nG,A4,HQ,Issued,,\n");
    CHECK(told(found.faults) == "5:officer_unknown");
    REQUIRE(found.items.size() == 3);
    CHECK(found.items[0].location_status == "in_store");
    CHECK(found.items[0].condition_status == "defective");
    CHECK_FALSE(found.items[0].evidence_hold);
    CHECK(found.items[1].condition_status == "serviceable");
    CHECK(found.items[1].evidence_hold);
    CHECK(found.items[2].condition_status == "under_repair");
    CHECK_FALSE(found.items[2].evidence_hold);
    CHECK(told(read(start + "G,A1,HQ,In store,wobbly,\n").faults) == "E2:condition_unknown");
}

TEST_CASE("intake: rows that disagree on what a model is are asked about") {
    const std::string start = "Type,Model,Serial,Location,Status\n";
    const auto mixed =
        read(start + "Pistol,Ours 9,A1,HQ,In store\nCarbine,Ours 9,A2,HQ,In store\n");
    CHECK(told(mixed.faults) == "A3:type_differs");
    const auto known = read(start + "Pistol,H&K G36C,A1,HQ,In store\n");
    CHECK(told(known.faults) == "A2:type_differs");
    intake::ReadOptions said;
    said.confirmed = {"file!A2"};
    CHECK(read(start + "Pistol,H&K G36C,A1,HQ,In store\n", {}, said).faults.empty());
    CHECK(read(start + "Pistol,Ours 9,A1,HQ,In store\nPistol,Ours 9,A2,HQ,In store\n")
              .faults.empty());
}
