// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include "muster/intake/fault_words.hpp"
#include "muster/intake/register_rows.hpp"

using namespace muster;
using intake::KnownThings;
using intake::WholeRegister;

namespace {

const std::string item_heading =
    "Asset No,Type,Make / Model,Serial No.,Location,Status,Date Rec'd,Issued To\n";
const std::string batch_heading =
    "Nature,Lot / Batch,Expiry,Qty,Sealed boxes,Per box,Location,Use\n";
const std::string officer_heading = "Collar,Rank,Name,Unit,Pistol exp,Baton gun exp,Suspended?\n";

WholeRegister read(const std::string& csv, const KnownThings& known = {},
                   intake::ReadOptions options = {}) {
    options.as_of = *core::date_of("2026-04-01");
    return intake::read_register(csv, "file", known, options);
}

std::string told(const std::vector<intake::Fault>& faults) {
    std::string story;
    for (const auto& fault : faults)
        story += (story.empty() ? "" : " ") + fault.column + std::to_string(fault.row) + ":" +
                 fault.code;
    return story;
}

std::string item_faults(const std::string& rows, const KnownThings& known = {}) {
    return told(read(item_heading + rows, known).faults);
}

std::string batch_faults(const std::string& rows) {
    return told(read(batch_heading + rows).faults);
}

/// An item row of the model with that serial, each with a tag of its own.
std::string item(const std::string& model, const std::string& serial) {
    static int tag = 0;
    return "T" + std::to_string(++tag) + ",Pistol," + model + "," + serial + ",HQ,In store,,\n";
}

}  // namespace

TEST_CASE("intake: serials are compared trimmed, upper-cased and within the model, case-blind") {
    CHECK(item_faults(item("Glock 17", "AB1") + item("GLOCK  17", " ab1 ")) ==
          "D3:serial_duplicate");
    CHECK(item_faults(item("Glock 17", "AB1") + item("Glock 19", "AB1")).empty());
    CHECK(item_faults(item("Glock 17", "AO1") + item("Glock 17", "A0I")) == "D3:serial_look_alike");
    CHECK(item_faults(item("Glock 17", "B5") + item("Glock 17", "8S")) == "D3:serial_look_alike");
    CHECK(item_faults(item("Glock 17", "AO1") + item("Glock 19", "A01")).empty());
    CHECK(item_faults(item("Glock 17", "A1") + item("Glock 17", "A2")).empty());
}

TEST_CASE("intake: an exact pair comes before a look-alike, and faulty rows are compared too") {
    const std::string three = item("G", "AO1") + item("G", "A01") + item("G", "A01");
    CHECK(item_faults(three) == "D3:serial_look_alike D4:serial_duplicate");
    CHECK(item_faults("T1,Pistol,G,AB1,HQ,nonsense,,\nT2,Pistol,G,AB1,HQ,In store,,\n") ==
          "F2:status_unknown D3:serial_duplicate");
}

TEST_CASE("intake: a serial that a spreadsheet spoiled is told from one that is not") {
    CHECK(item_faults(item("G", "")) == "D2:serial_missing");
    CHECK(item_faults(item("G", "n/a")) == "D2:serial_missing");
    CHECK(item_faults(item("G", "01/03/2025")) == "D2:serial_is_date");
    CHECK(item_faults(item("G", "1-Mar-25")) == "D2:serial_is_date");
    CHECK(item_faults(item("G", "1.23457E+11")) == "D2:serial_is_number");
    CHECK(item_faults(item("G", "6127501")).empty());
    CHECK(item_faults(item("G", "12-05-19")).empty());
    CHECK(item_faults(item("G", "5E12")).empty());
}

TEST_CASE("intake: status, holder, tag and date have their faults, one per cell") {
    CHECK(item_faults("T1,Pistol,G,1,HQ,??,,\n") == "F2:status_unknown");
    CHECK(item_faults("T1,Pistol,G,1,HQ,,,\n") == "F2:status_unknown");
    CHECK(item_faults("T1,Pistol,G,1,HQ,Issued,,\n") == "H2:officer_unknown");
    CHECK(item_faults("T1,Pistol,G,1,HQ,Issued,,4471\n") == "H2:officer_unknown");
    CHECK(item_faults("T1,Pistol,G,1,HQ,In store,,4471\n") ==
          "F2:status_contradicts H2:officer_unknown");
    CHECK(item_faults("T1,Pistol,G,1,HQ,In store,31/04/2025,\n") == "G2:date_impossible");
    CHECK(item_faults("T1,Pistol,G,1,HQ,In store,unknown,\n") == "G2:date_impossible");
    CHECK(item_faults("T1,Pistol,G,1,HQ,In store,-,\n").empty());
    CHECK(item_faults("T1,Pistol,G,1,HQ,In store,,\n t1 ,Pistol,G,2,HQ,In store,,\n") ==
          "A3:tag_duplicate");
    CHECK(item_faults("T1,Pistol,,1,,In store,,\n") == "C2:model_missing E2:location_missing");
}

TEST_CASE("intake: dates are read day first, in every way that people write them") {
    for (const std::string date : {"6/4/14", "06.04.2014", "6-Apr-2014", "6 April 2014",
                                   "2014-04-06", "6th Apr 14", "2014-04-06 00:00:00"}) {
        const auto found = read(item_heading + "T1,Pistol,G,1,HQ,In store," + date + ",\n");
        REQUIRE_MESSAGE(found.items.size() == 1, date);
        CHECK_MESSAGE(core::text_of(*found.items[0].acquired) == "2014-04-06", date);
    }
}

TEST_CASE("intake: quantities have one fault each, by precedence") {
    const auto quantities = [](const std::string& cells) {
        return batch_faults("9x19,B1,1/1/2030," + cells + ",HQ,Op\n");
    };
    CHECK(quantities("56,2,20").empty());
    CHECK(quantities("40,2,20").empty());
    CHECK(quantities("approx 200,2,20") == "D2:quantity_not_number");
    CHECK(quantities(",2,20") == "D2:quantity_not_number");
    CHECK(quantities("-31.5,2,20") == "D2:quantity_not_whole");
    CHECK(quantities("-87,2,20") == "D2:quantity_negative");
    CHECK(quantities("39,2,20") == "D2:boxes_exceed_quantity");
    CHECK(quantities("39,,").empty());
    CHECK(quantities("39,2,") == "F2:quantity_not_number");
    CHECK(quantities("39,two,20") == "E2:quantity_not_number");
    CHECK(quantities("\"1,200\",2,20").empty());
    CHECK(quantities("\"1,20\",2,20") == "D2:quantity_not_number");
    CHECK(quantities("99999999999999999999,0,0") == "D2:quantity_too_large");
}

TEST_CASE("intake: batches are one row each, and expired ones are warned of") {
    CHECK(batch_faults("9x19,B1,,1,,,HQ,\n9X19,b1 ,,1,,,HQ,\n") == "B3:batch_duplicate");
    CHECK(batch_faults("9x19,B1,,1,,,HQ,\n5.56,B1,,1,,,HQ,\n").empty());
    CHECK(batch_faults("9x19,,32/13/2019,1,,,HQ,\n") == "B2:batch_missing C2:date_impossible");
    const auto warned =
        read(batch_heading + "9x19,B1,31/3/2026,1,,,HQ,Trg\n9x19,B2,1/4/2026,1,,,HQ,\n");
    CHECK(told(warned.warnings) == "A2:model_unknown C2:batch_expired G2:location_unknown");
    CHECK(warned.batches[0].use == "training");
}

TEST_CASE("intake: officers are told apart by collar, and an item with a faulty one is faulty") {
    const auto found =
        read(officer_heading + "4471,PC,\"Example, Ann\",ARV,1/1/2030,,\n" +
             "4472,PS,Bo Sample,ARV,32/13/2019,,reason kept elsewhere\n4471,PC,X,,,,\n,PC,Y,,,,\n");
    CHECK(told(found.faults) == "E3:date_impossible A4:collar_duplicate A5:collar_missing");
    REQUIRE(found.officers.size() == 1);
    CHECK(found.officers[0].surname == "Example");
    CHECK(found.officers[0].forename == "Ann");
    REQUIRE(found.officers[0].authorisations.size() == 1);
    CHECK(found.officers[0].authorisations[0].weapon_class == "pistol");
    CHECK(found.officer_rows == 4);
}

TEST_CASE("intake: what an officer may not draw today is warned of, not refused") {
    KnownThings known;
    known.models = {"G"};
    known.locations = {"hq"};
    const core::Date ended = *core::date_of("2026-03-31");
    const core::Date last_day = *core::date_of("2026-04-01");
    known.officers = {{"1", false, {{"pistol", ended}}},
                      {"2", true, {{"pistol", last_day}}},
                      {"3", false, {{"taser", last_day}}},
                      {"4", false, {{"pistol", last_day}}}};
    std::string rows;
    for (const char* collar : {"1", "2", "3", "4"})
        rows += std::string{"T"} + collar + ",Pistol,G,S" + collar + ",HQ,Issued,," + collar + "\n";
    const auto found = read(item_heading + rows, known);
    CHECK(found.faults.empty());
    CHECK(found.items.size() == 4);
    CHECK(told(found.warnings) ==
          "H2:authorisation_expired H3:authorisation_suspended H4:authorisation_absent");
    CHECK(found.items[0].location == "hq");
}

TEST_CASE("intake: what the ledger holds already is known again, or contradicted") {
    KnownThings known;
    known.items = {{"T1", "Glock 17", "AO1"}};
    known.batches = {{"9x19", "B1"}};
    const auto again = read(item_heading + "T1,Pistol,GLOCK 17,ao1,HQ,In store,,\n", known);
    CHECK(again.faults.empty());
    CHECK(again.items.at(0).held);
    CHECK(item_faults("T2,Pistol,Glock 17,AO1,HQ,In store,,\n", known) == "D2:serial_duplicate");
    CHECK(item_faults("T2,Pistol,Glock 17,A01,HQ,In store,,\n", known) == "D2:serial_look_alike");
    CHECK(item_faults("T1,Pistol,Glock 17,X9,HQ,In store,,\n", known) == "A2:tag_duplicate");
    CHECK(told(read(item_heading + "T2,Pistol,Glock 19,AO1,HQ,In store,,\n", known).warnings) ==
          "C2:model_unknown D2:serial_under_other_model E2:location_unknown");
    CHECK(read(batch_heading + "9X19,b1,,1,,,HQ,\n", known).batches.at(0).held);
}

TEST_CASE("intake: titles, blank, TOTAL and repeated heading rows are not stock") {
    const auto found = read(
        "Force register;;;;\n\nModel;Serial;Site;State;Notes\n;;;;\nG;1;HQ;in store;total loss\n"
        "Sub-total: 1;;;;\nModel;Serial;Site;State;Notes\nG;2;HQ;in store;\nTOTAL;2;;;\n");
    CHECK(found.item_rows == 2);
    CHECK(found.faults.empty());
    REQUIRE(found.items.size() == 2);
    CHECK(found.items[1].row == 8);
    REQUIRE(found.sheets.size() == 1);
    CHECK(found.sheets[0].heading_row == 3);
    CHECK(found.sheets[0].letters("serial") == "B");
    CHECK(found.sheets[0].kind == "items");
}

TEST_CASE(
    "intake: a sheet without a needed column waits, and so do its rows, whose faults are named") {
    const auto found = read("Asset No,Make / Model,Location,Status\nT1,G,HQ,??\n");
    CHECK(told(found.faults) == "1:column_missing D2:status_unknown");
    CHECK(found.item_rows == 1);
    CHECK(found.items.empty());
    CHECK(told(read("nothing,of,this\n1,2,3\n").faults) == "0:column_missing");
    CHECK(told(read("").faults) == "0:file_empty");
}

TEST_CASE("intake: a heading of the force's own may be mapped") {
    const std::string csv = "Gun,Ser,Where,How\nGlock 17,A1,HQ,in store\n";
    intake::ReadOptions options;
    options.mapping.headings = {{"", "gun", "model"},
                                {"", "SER", "serial"},
                                {"items", "where", "location"},
                                {"", "how", "status"}};
    CHECK(read(csv, {}, options).items.size() == 1);
    CHECK(read(csv).items.empty());
}

TEST_CASE("intake: make and model in two columns are one name") {
    const auto found = read(
        "Make,Model,Serial,Location,Status\nH&K,G36C,1,HQ,in store\nGlock,Glock 17,2,HQ,u/s\n");
    REQUIRE(found.items.size() == 2);
    CHECK(found.items[0].model == "H&K G36C");
    CHECK(found.items[1].model == "Glock 17");
    CHECK(found.items[1].make == "Glock");
    CHECK(found.items[1].condition_status == "defective");
}

TEST_CASE("intake: a file that is no register ends in one fault of the file") {
    const auto told_code = [](const std::string& bytes) {
        const auto found = read(bytes);
        return found.faults.size() == 1 ? found.faults[0].code : told(found.faults);
    };
    CHECK(told_code("PK\x03\x04 not a zip") == "zip_not_readable");
    CHECK(told_code("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == "xlsx_old_format");
    CHECK(told_code("a,\"b") == "csv_quote_open");
    CHECK(told_code(std::string{"\0\0", 2}) == "csv_not_text");
}

TEST_CASE("intake: every code has words, once, and no other code has") {
    const auto words = intake::fault_words();
    for (const auto& word : words) {
        CHECK(std::count_if(words.begin(), words.end(), [&](const intake::FaultWord& other) {
                  return other.code == word.code;
              }) == 1);
        CHECK(intake::words_of(word.code, "FOUND", "OTHER").find('{') == std::string::npos);
    }
    CHECK_THROWS_AS(intake::words_of("nonsense", ""), std::logic_error);
}
