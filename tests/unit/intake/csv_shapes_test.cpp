// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "books.hpp"

using namespace muster;
using namespace intake_tests;

TEST_CASE("intake: a CSV file may be of any usual make") {
    const std::string plain = "Surname;Collar\nNo\xc3\xabl;1\n";
    for (const std::string& bytes :
         {plain, "\xef\xbb\xbf" + plain, std::string{"Surname;Collar\r\nNo\xebl;1\r\n"},
          std::string{"sep=;\nSurname;Collar\nNo\xc3\xabl;1"},
          std::string{"Surname,Collar\rNo\xc3\xabl,1\r"},
          std::string{"\"Surname\"\t\"Collar\"\n\"No\xc3\xabl\"\t\"1\"\n"}}) {
        const auto found = read(bytes);
        REQUIRE_MESSAGE(found.officers.size() == 1, bytes);
        CHECK(found.officers[0].surname == "No\xc3\xabl");
    }
}

TEST_CASE("intake: quoted newlines and quotes inside of fields are kept, and rows count on") {
    const auto found = read(
        "Model,Serial,Location,Status,Remarks\n"
        "G,1,HQ,In store,\"two\nlines, \"\"quoted\"\"\"\nG,,HQ,In store,\n");
    CHECK(found.items.at(0).remarks == "two lines, \"quoted\"");
    CHECK(told(found.faults) == "B3:serial_missing");
}

TEST_CASE("intake: blanks that nobody sees do not make two names of one") {
    const auto found = read(
        "Model,Serial,Location,Status\nGlock\xc2\xa0\x31\x37,\xe2\x80\x8b"
        "A1\xc2\xa0,HQ ,In\xe2\x80\xafstore\nGLOCK 17,a1,hq,In store\n");
    CHECK(told(found.faults) == "B3:serial_duplicate");
    CHECK(found.items.at(0).serial == "A1");
}
