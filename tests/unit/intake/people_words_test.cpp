// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

using namespace muster;
using namespace intake_tests;

namespace {

std::string leaver(const std::string& status, const std::string& left = "") {
    const auto found =
        read("Collar,Surname,Status,Leaver\n4471,Example," + status + "," + left + "\n");
    if (!found.faults.empty()) return told(found.faults);
    return found.officers.at(0).left ? "left" : "serves";
}

std::string pistol(const std::string& cell) {
    const auto found =
        read("Collar,Surname,Pistol expiry,Carbine expiry\n4471,Example," + cell + ",31/12/2027\n");
    if (!found.faults.empty()) return told(found.faults);
    const auto& dates = found.officers.at(0).authorisations;
    return dates.size() == 1 ? "none" : core::text_of(dates.at(1).to);
}

std::string expiry(const std::string& cell) {
    const auto found = read("Nature,Batch,Qty,Location,Expiry\n9x19,L1,5,HQ,\"" + cell + "\"\n");
    if (!found.faults.empty()) return told(found.faults);
    const auto& day = found.batches.at(0).expiry;
    return day ? core::text_of(*day) : "none";
}

const std::string officers = "Collar,Rank,Name\n0451,PC,Al Oak\n0452,PC,Bo Yew\n";

}  // namespace

TEST_CASE("intake: every heading that speaks of a suspension is one, or is asked about") {
    for (const char* heading : {"Suspension date", "Date suspended", "Currently suspended",
                                "AFO Suspended?", "Medical suspension", "Restricted duties"}) {
        const auto found = read("Collar,Surname,Pistol exp," + std::string{heading} +
                                "\n4471,Example,01/01/2028,Y\n");
        CHECK_MESSAGE(found.faults.empty(), heading);
        REQUIRE(found.officers.size() == 1);
        CHECK_MESSAGE(found.officers[0].suspended, heading);
    }
    const auto asked =
        read("Collar,Surname,Pistol exp,Why restricted since May\n4471,Example,01/01/2028,Y\n");
    CHECK(told(asked.warnings) == "D1:heading_guessed");
    CHECK(asked.officers.at(0).suspended);
}

TEST_CASE("intake: words for having left make a leaver, and what says neither is a fault") {
    for (const char* word : {"Leaver", "Left 31/10/25", "Left force", "RETIRED", "Resigned",
                             "Left on 1 Nov 2025", "Retired - ill health"})
        CHECK_MESSAGE(leaver(word) == "left", word);
    for (const char* word : {"Active", "", "Serving", "Left 31/10/2027", "-"})
        CHECK_MESSAGE(leaver(word) == "serves", word);
    for (const char* word : {"?", "see HR", "N"})
        CHECK_MESSAGE(leaver(word) == "C2:employment_unknown", word);
    for (const char* word : {"?", "TBC", "maybe"})
        CHECK_MESSAGE(leaver("", word) == "D2:leaver_unclear", word);
    CHECK(leaver("Leaver", "N") == "left");
    CHECK(leaver("", "Yes") == "left");
    CHECK(leaver("", "31/10/2025") == "left");
    CHECK(leaver("", "31/10/2027") == "serves");
    CHECK(leaver("", "retired") == "left");
    CHECK(leaver("Active", "N") == "serves");
    const auto active = read("Collar,Surname,Active\n1,A,Y\n2,B,N\n3,C,Suspended\n");
    CHECK(active.faults.empty());
    CHECK_FALSE(active.officers.at(0).left);
    CHECK(active.officers.at(1).left);
    CHECK(active.officers.at(2).suspended);
}

TEST_CASE("intake: a name or unit that hints at a leaver is told") {
    const auto found = read(
        "Collar,Name,Unit\n1,C Oat (LEFT FORCE),ARV\n2,A Vetch,LEFT 31/08/25\n3,B Leftwich,ARV\n");
    CHECK(told_of(found.warnings, "leaver_suspected") == "B2:leaver_suspected C3:leaver_suspected");
}

TEST_CASE("intake: words in place of an authorisation's date say none, or are asked about") {
    for (const char* word : {"Expired", "N", "No", "X", "-", "None", "Withdrawn", "n/a", "Lapsed"})
        CHECK_MESSAGE(pistol(word) == "none", word);
    for (const char* word : {"Y", "Yes", "In date", "\xe2\x9c\x93"})
        CHECK_MESSAGE(pistol(word) == "C2:authorisation_date_missing", word);
    for (const char* word : {"Suspended", "SUSP"})
        CHECK_MESSAGE(pistol(word) == "C2:authorisation_no_dates", word);
    CHECK(pistol("2/1/2027") == "2027-01-02");
    CHECK(pistol("whenever") == "C2:date_impossible");
    const auto found = read("Collar,Surname,Pistol expiry\n1,A,Expired\n2,B,Expired\n3,C,X\n");
    CHECK(told_of(found.warnings, "authorisation_none") ==
          "C2:authorisation_none C4:authorisation_none");
    const auto rows = read(
        "Collar,Class,Valid to\n4471,Pistol,31/12/2027\n4471,Carbine,Expired\n"
        "4471,Rifle,Suspended\n4471,Shotgun,Y\n",
        [] {
            intake::KnownThings known;
            known.officers = {{"4471", false, {}, {}}};
            return known;
        }());
    CHECK(told(rows.faults) == "C4:authorisation_no_dates C5:authorisation_date_missing");
    CHECK(rows.authorisations.size() == 1);
}

TEST_CASE("intake: ordinals of every day are days") {
    for (const auto& [text, day] :
         {std::pair{"1st Jan 2028", "2028-01-01"}, std::pair{"2nd January 2028", "2028-01-02"},
          std::pair{"11th March 2028", "2028-03-11"}, std::pair{"21st June 2028", "2028-06-21"},
          std::pair{"22nd June 2028", "2028-06-22"}, std::pair{"23rd June 2028", "2028-06-23"},
          std::pair{"30th Nov 2028", "2028-11-30"}, std::pair{"31st Dec 28", "2028-12-31"},
          std::pair{"the 1st of May 2028", "2028-05-01"}, std::pair{"31DEC28", "2028-12-31"}})
        CHECK_MESSAGE(expiry(text) == day, text);
}

TEST_CASE("intake: munitions that expire in a month do so on its last day") {
    for (const auto& [text, day] :
         {std::pair{"12/2027", "2027-12-31"}, std::pair{"Jun-27", "2027-06-30"},
          std::pair{"Dec 2028", "2028-12-31"}, std::pair{"12/28", "2028-12-31"},
          std::pair{"02/2028", "2028-02-29"}, std::pair{"2028-02", "2028-02-29"}})
        CHECK_MESSAGE(expiry(text) == day, text);
    CHECK(expiry("31/12") == "E2:date_impossible");
    const auto year = read("Nature,Batch,Qty,Location,Expiry\n9x19,L1,5,HQ,2028\n");
    REQUIRE(told(year.faults) == "E2:date_impossible");
    CHECK(year.faults[0].words.find("empty") == std::string::npos);
    const auto found = read("Nature,Batch,Qty,Location,Expiry\n9x19,L1,5,HQ,12/28\n");
    CHECK(told_of(found.warnings, "month_end_taken") == "E2:month_end_taken");
    // Until when somebody may draw a weapon is not guessed.
    CHECK(pistol("12/2027") == "C2:date_without_day");
}

TEST_CASE("intake: a collar number is found behind a rank and before its officer's name") {
    const auto holder = [&](const std::string& cell) {
        const auto found = read(
            book({{"W",
                   {{"Model", "Serial", "Location", "Status", "Issued To"},
                    {"G", "C1", "HQ", "Issued", cell}},
                   {}},
                  {"O",
                   {{"Collar", "Rank", "Name"}, {"0451", "PC", "Al Oak"}, {"0452", "PC", "Bo Yew"}},
                   {}}}));
        if (found.faults.empty()) return found.items.at(0).issued_to;
        return found.faults.at(0).words;
    };
    for (const char* cell : {"0451", " 0451 ", "PC 0451", "#0451", "0451 Oak", "Oak (0451)"}) {
        if (cell[0] == '#') continue;  // a number in these books
        CHECK_MESSAGE(holder(cell) == "0451", cell);
    }
    CHECK(holder("PC #0451") == "0451");
    for (const char* cell : {"451", "#451", "0451 Yew", "PC 451"})
        CHECK_MESSAGE(holder(cell).find("officer") != std::string::npos, cell);
    CHECK(holder("451").find("'0451' is one: was it meant?") != std::string::npos);
    CHECK(holder("0451 Yew").find("'0451' is one: was it meant?") != std::string::npos);
    CHECK(holder("0451/0452").find("was it meant") == std::string::npos);
}

TEST_CASE("intake: one batch in two places is named as that") {
    const auto found = read(
        "Nature,Batch,Qty,Location\n9x19,L1,5,HQ\n9x19,L1,6,North\n9x19,L1,6,HQ\n9x19,TBC,6,HQ\n");
    CHECK(told(found.faults) == "B3:batch_elsewhere B4:batch_duplicate B5:batch_missing");
}

TEST_CASE("intake: a file of two makes is told, and a month is no day") {
    const auto mixed = read("Collar,Surname\n0451,Zo\xc3\xab\n0452,Ren\xe9\n");
    CHECK(told(mixed.warnings) == "3:letters_mixed");
    CHECK(mixed.officers.at(1).surname == "Ren\xc3\xa9");
    const auto month = read("Model,Serial,Location,Status,Received\nG,A1,HQ,In store,May 2019\n");
    CHECK(told(month.faults) == "E2:date_without_day");
    const auto log = read("Log,Started,Ended,Decision\nFD-1,18/03/2026 22:15,23:40,Authorised\n");
    REQUIRE(log.faults.size() == 1);
    CHECK(log.faults[0].words.find("the day as well as the time") != std::string::npos);
}

TEST_CASE("intake: what may keep somebody or something in is asked about where nothing reads it") {
    const auto officers = read("Collar,Surname,Ticket status\n0451,Oak,Out of ticket\n");
    CHECK(told(officers.faults) == "C1:column_may_stop");
    const auto items = read("Model,Serial,Location,Status,Quarantined\nG,A1,HQ,In store,Y\n");
    CHECK(told(items.faults) == "E1:column_may_stop");
    intake::ReadOptions unwanted;
    unwanted.mapping.headings = {{"", "Quarantined", ""}};
    CHECK(read("Model,Serial,Location,Status,Quarantined\nG,A1,HQ,In store,Y\n", {}, unwanted)
              .faults.empty());
    CHECK(read("Model,Serial,Location,Status,Colour\nG,A1,HQ,In store,Y\n").faults.empty());
}

TEST_CASE("intake: a yes under Defect is no serviceable, and a use is never guessed") {
    intake::ReadOptions given;
    given.mapping.headings = {{"", "Defect", "condition"}, {"", "Seen", "condition"}};
    const auto defect = read(
        "Model,Serial,Location,Status,Defect\nG,A1,HQ,In store,Y\n"
        "G,A2,HQ,In store,N\n",
        {}, given);
    REQUIRE(defect.items.size() == 2);
    CHECK(defect.items[0].condition_status == "defective");
    CHECK(defect.items[1].condition_status == "serviceable");
    const auto either = read("Model,Serial,Location,Status,Seen\nG,A1,HQ,In store,Y\n", {}, given);
    CHECK(told(either.faults) == "E2:condition_of_no");
    const auto named = read("Nature,Batch,Qty,Location\n9x19 training,L1,5,HQ\n");
    CHECK(named.batches.at(0).use == "training");
    CHECK(told_of(named.warnings, "use_by_name") == "A2:use_by_name");
    const auto unknown = read("Nature,Batch,Qty,Location,Use\n9x19,L1,5,HQ,Exercise\n");
    CHECK(told(unknown.faults) == "E2:use_unknown");
}
