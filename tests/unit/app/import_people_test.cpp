// SPDX-License-Identifier: MIT
#include "muster/app/import_register.hpp"
#include "muster/app/nightly_import.hpp"
#include "muster/core/people_facts.hpp"
#include "unit/app/real_ledger.hpp"
#include "unit/intake/books.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::RealLedger;

namespace {

std::vector<core::Authorisation> authorisations(RealLedger& force) {
    std::vector<core::Authorisation> all;
    force.ledger->read([&](storage::Transaction&, const core::Facts& facts) {
        all = facts.all<core::Authorisation>();
    });
    return all;
}

std::size_t at_work(RealLedger& force) {
    std::size_t count = 0;
    force.ledger->read([&](storage::Transaction&, const core::Facts& facts) {
        for (const auto& officer : facts.all<core::Officer>()) count += officer.active ? 1 : 0;
    });
    return count;
}

}  // namespace

TEST_CASE("import: an authorisation that has ended began no later than it ended") {
    RealLedger force{"2026-03-02T09:00:00.000Z"};
    ImportRequest request;
    request.path = force.write("officers.csv",
                               "Collar,Rank,Surname,Pistol expiry,Carbine expiry\n"
                               "4471,PC,Example,28/02/2025,28/02/2027\n");
    request.kind = "officers";
    const auto report = import_register(*force.ledger, force.as("admin"), request, force.secrets);
    RealLedger::require(report);
    REQUIRE(report.value().receipt);
    const auto granted = authorisations(force);
    REQUIRE(granted.size() == 2);
    for (const auto& one : granted) {
        CHECK(one.from <= one.to);
        CHECK(core::text_of(one.from) ==
              (one.weapon_class == "pistol" ? "2025-02-28" : "2026-03-02"));
    }
}

TEST_CASE("import: a staff list whose status says that somebody left makes them a leaver") {
    RealLedger force{"2026-03-02T09:00:00.000Z"};
    DeltaRequest request;
    request.kind = "officers";
    request.as_at = core::date_of("2026-03-01");
    request.confirm_leavers = true;
    const std::string heading = "Collar,Rank,Surname,Status\n";
    request.path = force.write("first.csv", heading + "1,PC,A,Active\n2,PC,B,Active\n");
    RealLedger::require(import_delta(*force.ledger, force.as("admin"), request, force.secrets));
    CHECK(at_work(force) == 2);
    request.as_at = core::date_of("2026-03-02");
    request.path = force.write("second.csv", heading + "1,PC,A,Left 28/02/26\n2,PC,B,Active\n");
    const auto left = import_delta(*force.ledger, force.as("admin"), request, force.secrets);
    RealLedger::require(left);
    CHECK(left.value().faults.empty());
    CHECK(at_work(force) == 1);
    request.path = force.write("third.csv", heading + "2,PC,B,?\n");
    const auto unclear = import_delta(*force.ledger, force.as("admin"), request, force.secrets);
    RealLedger::require(unclear);
    REQUIRE(unclear.value().faults.size() == 1);
    CHECK(unclear.value().faults[0].code == "employment_unknown");
    CHECK(at_work(force) == 1);
}

TEST_CASE("import: a suspension on one sheet holds for the authorisations of another") {
    RealLedger force{"2026-03-02T09:00:00.000Z"};
    const std::string workbook =
        intake_tests::book({{"Officers",
                             {{"Collar", "Rank", "Surname", "Suspended", "Left"},
                              {"1", "PC", "A", "Y", ""},
                              {"2", "PC", "B", "", ""},
                              {"3", "PC", "C", "", "Yes"}},
                             {}},
                            {"Authorisations",
                             {{"Collar", "Class", "From", "To", "Suspended"},
                              {"1", "Pistol", "01/01/2026", "31/03/2027", ""},
                              {"2", "Pistol", "01/01/2026", "31/03/2027", ""},
                              {"3", "Pistol", "01/01/2026", "31/03/2027", ""}},
                             {}}});
    ImportRequest request;
    request.path = force.write("people.xlsx", workbook);
    const auto report = import_register(*force.ledger, force.as("admin"), request, force.secrets);
    RealLedger::require(report);
    REQUIRE(report.value().receipt);
    CHECK(report.value().faults.empty());
    CHECK(at_work(force) == 2);
    const auto granted = authorisations(force);
    REQUIRE(granted.size() == 2);  // a leaver's is passed over
    CHECK(granted[0].suspended != granted[1].suspended);
}

TEST_CASE("import: a staff list that says suspended suspends what is held, and no more than it") {
    RealLedger force{"2026-03-02T09:00:00.000Z"};
    ImportRequest first;
    first.kind = "officers";
    first.path = force.write("first.csv",
                             "Collar,Rank,Surname,Pistol expiry,Carbine expiry\n"
                             "1,PC,A,31/12/2027,31/12/2027\n2,PC,B,31/12/2027,\n");
    RealLedger::require(import_register(*force.ledger, force.as("admin"), first, force.secrets));
    DeltaRequest request;
    request.kind = "officers";
    request.as_at = core::date_of("2026-03-02");
    request.path = force.write("second.csv", "Collar,Rank,Surname,Suspended\n1,PC,A,Y\n2,PC,B,\n");
    const auto told = import_delta(*force.ledger, force.as("admin"), request, force.secrets);
    RealLedger::require(told);
    CHECK(told.value().changed == 2);
    std::size_t suspended = 0;
    for (const auto& held : authorisations(force)) suspended += held.suspended ? 1 : 0;
    CHECK(suspended == 2);
}

TEST_CASE("import: a file of headings alone is no import") {
    RealLedger force{"2026-03-02T09:00:00.000Z"};
    ImportRequest request;
    request.kind = "officers";
    request.path = force.write("officers.csv", "Collar,Rank,Surname\n");
    const auto report = import_register(*force.ledger, force.as("admin"), request, force.secrets);
    RealLedger::require(report);
    CHECK_FALSE(report.value().receipt);
    REQUIRE(report.value().faults.size() == 1);
    CHECK(report.value().faults[0].code == "file_empty");
}
