// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

using namespace muster;
using namespace intake_tests;

namespace {

std::string serials(const intake::WholeRegister& found) {
    std::string story;
    for (const auto& item : found.items)
        story += (story.empty() ? "" : " ") + item.serial + "@" + item.location;
    return story;
}

}  // namespace

TEST_CASE("intake: a lower heading row with other columns begins a table of its own") {
    const auto found = read(book({{"S",
                                   {{"GLOCK PISTOLS"},
                                    {"Make/Model", "Serial", "Location", "Status"},
                                    {"Glock 17", "Z100X", "R1", "In store"},
                                    {"Total", "#1"},
                                    {"TASERS"},
                                    {"Make/Model", "Serial", "Location", "Status"},
                                    {"TASER X2", "Z100T", "R2", "In store"},
                                    {"ARCHIVE"},
                                    {"Make/Model", "Location", "Serial", "Status"},
                                    {"Glock 17", "R3", "Z900X", "In store"}},
                                   {}}}));
    CHECK(found.faults.empty());
    CHECK(serials(found) == "Z100X@R1 Z100T@R2 Z900X@R3");
    CHECK(told_of(found.warnings, "row_not_understood") ==
          "A5:row_not_understood A8:row_not_understood");
    REQUIRE(found.sheets.size() == 2);
    CHECK(found.sheets[0].rows == 2);
    CHECK(found.sheets[1].heading_row == 9);
}

TEST_CASE("intake: munitions below weapons are munitions, and the weapons stay") {
    const Sheet sheet{"S",
                      {{"Make/Model", "Serial", "Location", "Status"},
                       {"Glock 17", "Q1", "R1", "In store"},
                       {},
                       {"AMMUNITION"},
                       {"Nature", "Batch", "Qty", "Expiry", "Location"},
                       {"9x19", "ST-1", "#500", "31/12/2028", "R9"}},
                      {}};
    const auto found = read(book({sheet}));
    CHECK(found.faults.empty());
    CHECK(serials(found) == "Q1@R1");
    REQUIRE(found.batches.size() == 1);
    CHECK(found.batches[0].quantity == 500);
    intake::ReadOptions only;
    only.kind = "items";
    const auto items = read(book({sheet}), {}, only);
    CHECK(items.faults.empty());
    CHECK(items.items.size() == 1);
    CHECK(items.batches.empty());
}

TEST_CASE("intake: tables beside one another are each read") {
    const auto found =
        read(book({{"S",
                    {{"Pistols", "", "", "", "", "Carbines"},
                     {"Make/Model", "Serial", "Location", "Status", "", "Make/Model", "Serial",
                      "Location", "Status"},
                     {"Glock 17", "P1", "R1", "In store", "", "SIG MCX", "C1", "R2", "U/S"},
                     {"Total", "#1", "", "", "", "SIG MCX", "C2", "R2", "what"}},
                    {}}}));
    CHECK(told(found.faults) == "I4:status_unknown");
    CHECK(serials(found) == "P1@R1 C1@R2");
    CHECK(found.items.at(1).condition_status == "defective");
    CHECK(found.item_rows == 3);
    CHECK(told_of(found.warnings, "column_unused").empty());
}

TEST_CASE("intake: a table that begins far down is read too, however many rows are above") {
    std::string csv = "Model,Serial,Location,Status,Nature\n";
    for (int i = 0; i < 60; ++i) csv += "G,A" + std::to_string(100 + i) + ",HQ,In store,\n";
    const std::string lower = "Serial,Model,Status,Location\nB1,M,In store,North\n";
    const auto found = read(csv + lower);
    CHECK(found.faults.empty());
    REQUIRE(found.items.size() == 61);
    CHECK(found.items.back().serial == "B1");
    CHECK(found.items.back().location == "North");
    CHECK(found.items.back().row == 63);
    const auto munitions = read(csv + "Nature,Batch,Qty,Location,Use\n9x19,L1,5,HQ,Op\n" + lower);
    CHECK(munitions.faults.empty());
    CHECK(munitions.batches.size() == 1);
    CHECK(munitions.items.size() == 61);
    intake::ReadOptions only;
    only.kind = "items";
    CHECK(read(csv + "Nature,Batch,Qty,Location,Use\n9x19,L1,5,HQ,Op\n" + lower, {}, only)
              .items.size() == 61);
    // Officers are named by what was read before them.
    const auto officers = read(csv + "Collar,Rank,Surname,Unit,\n4471,PC,Example,ARV,\n");
    CHECK(told(officers.faults) == "A62:table_second");
    CHECK(officers.items.size() == 60);
    CHECK(officers.officers.empty());
}

TEST_CASE("intake: data under columns that are not used is told, and empty columns are not") {
    const auto found = read(
        "Model,Serial,Location,Status,Old serial,Colour,\nG,1A,HQ,In store,9A,,x\n"
        "G,2A,HQ,In store,,,\n");
    CHECK(found.faults.empty());
    CHECK(told_of(found.warnings, "column_unused") == "E1:column_unused G1:column_unused");
}

TEST_CASE("intake: of two columns that mean the same the visible one is read") {
    Sheet sheet{"S",
                {{"Serial No.", "Model", "Serial", "Location", "Status"},
                 {"OLD", "G", "NEW", "HQ", "In store"}},
                {}};
    sheet.columns = "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>";
    const auto found = read(book({sheet}));
    CHECK(serials(found) == "NEW@HQ");
    CHECK(told_of(found.warnings, "column_unused") == "A1:column_unused");
    sheet.columns = "<cols><col min=\"5\" max=\"9\" hidden=\"true\"/></cols>";
    CHECK(told_of(read(book({sheet})).warnings, "column_hidden") == "E1:column_hidden");
}

TEST_CASE("intake: rows that nobody sees and rows that were crossed out are told") {
    const auto found = read(book({{"S",
                                   {{"Model", "Serial", "Location", "Status"},
                                    {"G", "1A", "HQ", "In store"},
                                    {"~G", "~2A", "~HQ", "~In store"},
                                    {"~G", "3A", "HQ", "In store"},
                                    {"G", "4A", "HQ", "In store"}},
                                   {},
                                   {},
                                   {4}}}));
    CHECK(found.items.size() == 4);
    REQUIRE(told_of(found.warnings, "rows_struck") == "1:rows_struck");
    CHECK(told_of(found.warnings, "rows_hidden") == "1:rows_hidden");
    for (const auto& warning : found.warnings) {
        if (warning.code == "rows_struck") CHECK(warning.words.starts_with("1 row is crossed out"));
        if (warning.code == "rows_struck") CHECK(warning.words.find("row 3.") != std::string::npos);
        if (warning.code == "rows_hidden") CHECK(warning.words.find("row 4.") != std::string::npos);
    }
}

TEST_CASE("intake: remarks, signatures and totals below a table are no stock and few words") {
    const auto found = read(
        "Model,Serial,Location,Status\nGlock 17,F1,HQ,In store\nGlock 17 total,2,,\n"
        "No. of weapons: 2,,,\nCarried fwd,,,7\nNB F1 sight loose,,,\n"
        "Signed,J Example,Date,02/11/2026\nG,TOTAL1,HQ,In store\n");
    CHECK(found.faults.empty());
    CHECK(found.item_rows == 2);
    CHECK(told_of(found.warnings, "row_not_understood") ==
          "A4:row_not_understood A6:row_not_understood A7:row_not_understood");
}

TEST_CASE("intake: a missing column hides none of the other faults") {
    const auto found = read("Model,Serial,Location\nG,1A,HQ\nG,1A,\n");
    CHECK(told(found.faults) == "1:column_missing B3:serial_duplicate C3:location_missing");
    CHECK(found.items.empty());
    CHECK(found.faulty_rows() == 2);
}

TEST_CASE("intake: how good a thing is does not say where it is") {
    const auto found = read("Model,Serial,Location,Condition\nG,1A,HQ,Good\nG,2A,HQ,Fair\n");
    CHECK(told(found.faults) == "1:column_missing");
    CHECK(found.warnings.empty());
}
