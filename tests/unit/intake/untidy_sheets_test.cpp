// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

using namespace muster;
using namespace intake_tests;

TEST_CASE("intake: sheets come in any order under any name, and notes between them are passed by") {
    const auto found = read(book({{"Sheet3",
                                   {{"Issued weapons"},
                                    {},
                                    {"SERIAL", "Weapon", "Where held", "Current Status", "Collar"},
                                    {"A1", "Glock 17", "HQ", "Issued", "4471"}},
                                   {}},
                                  {"Read me", {{"Do not sort!"}, {"Ask the office"}}, {}},
                                  {"People", {{"Shoulder No", "Rank"}, {"4471", "PC"}}, {}}}));
    CHECK(found.faults.empty());
    REQUIRE(found.sheets.size() == 3);
    CHECK(understood(found.sheets[0]) == "items A=serial B=model C=location D=status E=issued_to");
    CHECK(found.sheets[0].heading_row == 3);
    CHECK(found.sheets[1].kind.empty());
    CHECK(understood(found.sheets[2]) == "officers A=collar B=rank");
    CHECK(told_of(found.warnings, "sheet_not_understood") == "0:sheet_not_understood");
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].issued_to == "4471");
}

TEST_CASE("intake: a heading is looked for in thirty rows and not in the thirty-first") {
    Sheet sheet{"S", std::vector<std::vector<std::string>>(29), {}};
    sheet.rows.push_back({"Model", "Serial", "Location", "Status"});
    sheet.rows.push_back({"G", "1", "HQ", "In store"});
    CHECK(read(book({sheet})).items.size() == 1);
    sheet.rows.insert(sheet.rows.begin(), std::vector<std::string>{"a title"});
    CHECK(told(read(book({sheet})).faults) == "0:column_missing");
}

TEST_CASE("intake: headings merged over two rows and over several columns are put together") {
    const auto found =
        read(book({{"S",
                    {{"Weapon", "", "Place", "", "Status", "Dates"},
                     {"Make", "Model", "Site", "Rack", "", "Rec'd", "Last inspected"},
                     {"H&K", "G36C", "HQ", "R1", "In store", "1/2/2020", "3/4/2021"}},
                    {"A1:B1", "C1:D1", "E1:E2", "F1:G1"}}}));
    REQUIRE(found.sheets.size() == 1);
    CHECK(understood(found.sheets[0]) ==
          "items A=make B=model C=location D=rack E=status F=acquired G=last_inspected");
    CHECK(found.sheets[0].heading_row == 2);
    CHECK(found.item_rows == 1);
    // Only the serial is missing: the rows wait for it.
    CHECK(found.sheets[0].missing == std::vector<std::string>{"serial"});
    CHECK(told(found.faults) == "2:column_missing");
}

TEST_CASE("intake: classes merged over from and to are pairs of dates") {
    const auto found =
        read(book({{"AFOs",
                    {{"Collar", "Name", "Pistol", "", "TASER"},
                     {"", "", "From", "To", "From", "To"},
                     {"4471", "Jo Example", "1/1/2025", "31/12/2026", "1/6/2025", "1/1/2025"},
                     {"4472", "Al Sample", "1/1/2025", "31/12/2026", "", ""}},
                    {"A1:A2", "B1:B2", "C1:D1", "E1:F1"}}}));
    CHECK(understood(found.sheets.at(0)) ==
          "officers A=collar B=name C=from:pistol D=to:pistol E=from:taser F=to:taser");
    CHECK(told(found.faults) == "F3:dates_reversed");
    REQUIRE(found.officers.size() == 1);
    REQUIRE(found.officers[0].authorisations.size() == 1);
    CHECK(core::text_of(*found.officers[0].authorisations[0].from) == "2025-01-01");
    CHECK(core::text_of(found.officers[0].authorisations[0].to) == "2026-12-31");
}

TEST_CASE("intake: a value merged down a block holds for its rows where it is clearly meant") {
    const auto found = read(book({{"S",
                                   {{"Location", "Model", "Serial", "Status"},
                                    {"HQ", "G", "1", "In store"},
                                    {"", "G", "2", "In store"},
                                    {},
                                    {"", "G", "3", "In store"},
                                    {"", "G", "4", "In store"},
                                    {"North", "M", "5", "U/S"},
                                    {"", "", "", "U/S"}},
                                   {"A2:A5", "A7:A8", "B7:B8", "C7:C8"}}}));
    // A serial is never that of two weapons, and row 6 lies below the block.
    CHECK(told(found.faults) == "A6:location_missing C8:serial_missing");
    REQUIRE(found.items.size() == 4);
    CHECK(found.items[2].row == 5);
    CHECK(found.items[2].location == "HQ");
    CHECK(found.item_rows == 6);
}

TEST_CASE("intake: titles merged over the table and groups over the headings are no headings") {
    const auto found = read(book({{"S",
                                   {{"EXAMPLE FORCE - ITEMS"},
                                    {"WHAT", "", "", "WHERE"},
                                    {"Model", "Serial", "Status", "Location"},
                                    {"G", "1", "In store", "HQ"}},
                                   {"A1:D1", "A2:C2"}}}));
    CHECK(found.faults.empty());
    CHECK(found.sheets.at(0).heading_row == 3);
    CHECK(found.sheets.at(0).columns.at(0).heading == "Model");
    CHECK(found.items.size() == 1);
}

TEST_CASE("intake: totals are no stock, wherever in the row the word stands") {
    const auto found = read(
        "Qty,Batch,Nature,Location\n5,B1,9x19,HQ\n5,TOTAL,,\nTotal held,,,\n,,,Grand total: 5\n"
        "7,B2,9x19,Total Road\n");
    CHECK(found.batch_rows == 2);
    CHECK(found.faults.empty());
}

TEST_CASE("intake: a guess at a needed heading is asked about, another is only told") {
    const std::string csv = "Model,Number,Location,Status,Checked\nG,1,HQ,In store,1/2/2020\n";
    const auto found = read(csv);
    CHECK(understood(found.sheets.at(0)) ==
          "items A=model B=serial? C=location D=status E=last_inspected?");
    CHECK(told(found.faults) == "B1:heading_unsure");
    CHECK(found.faults.at(0).confirmable);
    CHECK(found.faulty_rows() == 1);
    CHECK(found.items.empty());
    CHECK(told_of(found.warnings, "heading_guessed") == "E1:heading_guessed");
    intake::ReadOptions confirmed;
    confirmed.confirmed = {"file!B1"};
    CHECK(read(csv, {}, confirmed).items.size() == 1);
    intake::ReadOptions mapped;
    mapped.mapping.headings = {{"items", "number", "serial"}, {"", "Checked", ""}};
    const auto sure = read(csv, {}, mapped);
    CHECK(sure.faults.empty());
    CHECK(sure.sheets.at(0).unused() == std::vector<std::string>{"Checked"});
}

TEST_CASE("intake: a warrant number is asked about before it stands for a collar number") {
    const auto found = read("Warrant No,Name,Rank\n4471,A. Example,PC\n");
    CHECK(told(found.faults) == "A1:heading_unsure");
    const auto both = read("Warrant No,Name,Collar No\nW9,A. Example,4471\n");
    CHECK(both.faults.empty());
    CHECK(understood(both.sheets.at(0)) == "officers B=name C=collar");
}

TEST_CASE("intake: a mistyped heading is a guess, and of two with one meaning the usual is taken") {
    const auto found = read("Description,Model,Seriel No.,Location,Status\nx,G,1,HQ,In store\n");
    CHECK(understood(found.sheets.at(0)) == "items B=model C=serial? D=location E=status");
    CHECK(told(found.faults) == "C1:heading_unsure");
}

TEST_CASE("intake: sheets may be given a kind or left out") {
    const std::string bytes = book(
        {{"Old", {{"Model", "Serial", "Location", "Status"}, {"G", "1", "HQ", "In store"}}, {}},
         {"New", {{"Model", "Serial", "Location", "Status"}, {"G", "2", "HQ", "In store"}}, {}}});
    intake::ReadOptions options;
    options.mapping.sheets = {{"OLD", "none"}};
    const auto found = read(bytes, {}, options);
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].serial == "2");
    CHECK(found.sheets.at(0).kind == "none");
    options.mapping.sheets = {{"New", "movements"}};
    CHECK(told(read(bytes, {}, options).faults) == "1:column_missing D1:heading_unsure");
    intake::ReadOptions one;
    one.sheet = "Nowhere";
    CHECK(told(read(bytes, {}, one).faults) == "0:sheet_missing");
}

TEST_CASE("intake: the same models under other names of their makes are one model") {
    const std::string heading = "Make / Model,Serial,Location,Status\n";
    const auto found = read(heading +
                            "HK G36C,1,HQ,In store\nHeckler & Koch G36C,1,HQ,In store\n"
                            "H&K  g36c,2,HQ,In store\nG36C,3,HQ,In store\n");
    CHECK(told(found.faults) == "B3:serial_duplicate");
    CHECK(found.items.at(1).model == "HK G36C");
    CHECK(told_of(found.warnings, "model_similar") == "A5:model_similar");
    intake::KnownThings known;
    known.models = {"H&K G36C"};
    known.model_aliases = {{"G36", "H&K G36C"}};
    intake::ReadOptions options;
    options.mapping.models = {{"Carbine, short", "H&K G36C"}};
    const auto again =
        read(heading + "g36,1,HQ,In store\n\"carbine,  Short\",2,HQ,In store\n", known, options);
    CHECK(told_of(again.warnings, "model_unknown").empty());
    CHECK(again.items.at(0).model == "H&K G36C");
    CHECK(again.items.at(1).model == "H&K G36C");
}

TEST_CASE("intake: both of Excel's epochs give the day that people see") {
    const std::vector<Sheet> sheets{{"S",
                                     {{"Model", "Serial", "Location", "Status", "Received"},
                                      {"G", "1", "HQ", "In store", "@44255"},
                                      {"G", "2", "HQ", "In store", "#44255"}},
                                     {}}};
    const auto since_1900 = read(book(sheets));
    const auto since_1904 = read(book(sheets, true));
    for (const std::size_t row : {0u, 1u}) {
        CHECK(core::text_of(*since_1900.items.at(row).acquired) == "2021-02-28");
        CHECK(core::text_of(*since_1904.items.at(row).acquired) == "2025-03-01");
    }
}

TEST_CASE("intake: dates are read in every shape of the United Kingdom, and no other") {
    const auto date_of = [](const std::string& text) {
        const auto found =
            read("Model,Serial,Location,Status,Received\nG,1,HQ,In store,\"" + text + "\"\n");
        if (!found.faults.empty()) return told(found.faults);
        return found.items.at(0).acquired ? core::text_of(*found.items.at(0).acquired) : "none";
    };
    for (const char* text :
         {"6/4/14", "06.04.2014", "6-Apr-2014", "06 APR 14", "6 April 2014", "6th April, 2014",
          "Sunday 6 April 2014", "Sun 6/4/2014", "2014-04-06", "2014-04-06T13:30:00", "20140406",
          "06/04/2014 13:30", "6 Ebrill 2014", "April 6, 2014", "6 Apr '14", "6-4-2014"})
        CHECK_MESSAGE(date_of(text) == "2014-04-06", text);
    for (const char* text : {"04/25/2019", "31/9/21", "29/02/2023", "00/01/2020", "last week",
                             "2014", "6/4", "99/99/9999", "6 Foo 2014"})
        CHECK_MESSAGE(date_of(text) == "E2:date_impossible", text);
    CHECK(date_of("April 2014") == "E2:date_without_day");
    for (const char* text : {"", " ", "-", "n/a", "N/A", "nil"})
        CHECK_MESSAGE(date_of(text) == "none", text);
    CHECK(date_of("1 Sept 2020") == "2020-09-01");
}

TEST_CASE("intake: formulas are never worked out, and what happens to them is said") {
    const auto found = read(book({{"S",
                                   {{"Model", "Serial", "Location", "Status", "Remarks"},
                                    {"G", "=UPPER(\"a1\")|A1", "HQ", "In store", "=cmd|calc"},
                                    {"G", "=UPPER(\"a2\")|A2", "=Z9", "In store", "fine"}},
                                   {}}}));
    CHECK(told(found.faults) == "C3:formula_without_value");
    CHECK(told_of(found.warnings, "formula_value_taken") ==
          "B2:formula_value_taken E2:formula_value_taken");
    CHECK(found.items.at(0).serial == "A1");
    const auto csv = read(
        "Model,Serial,Location,Status,Remarks\n"
        "G,=1+1,HQ,In store,=cmd|' /C calc'!A0\nG,A2,HQ,In store,-2+3\n");
    CHECK(csv.faults.empty());
    CHECK(csv.items.at(0).serial == "=1+1");
    CHECK(csv.items.at(0).remarks == "=cmd|' /C calc'!A0");
    CHECK(told_of(csv.warnings, "text_like_formula") ==
          "B2:text_like_formula E2:text_like_formula");
}

TEST_CASE("intake: an error of a formula is a fault, and so is a text without end") {
    CHECK(told(read("Model,Serial,Location,Status\nG,1," + std::string(201, 'x') + ",In store\n")
                   .faults) == "C2:text_too_long");
    const Sheet sheet{"S",
                      {{"Model", "Serial", "Location", "Status"},
                       {"G", "1", "!#REF!", "In store"},
                       {"G", "!#N/A", "HQ", "In store"}},
                      {}};
    CHECK(told(read(book({sheet})).faults) == "C2:cell_error B3:serial_missing");
}

TEST_CASE("intake: a serial shorter than those with zeros before them may have lost its own") {
    const std::string csv =
        "Model,Serial,Location,Status\nG,0012345,HQ,In store\nG,12346,HQ,In store\n"
        "M,12347,HQ,In store\nG,A2346,HQ,In store\n";
    const auto found = read(csv);
    CHECK(found.faults.empty());
    CHECK(told_of(found.warnings, "serial_zeros_lost") == "B3:serial_zeros_lost");
}
