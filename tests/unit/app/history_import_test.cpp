// SPDX-License-Identifier: MIT
#include "muster/app/history_import.hpp"

#include "app/basket.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "unit/app/real_ledger.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::RealLedger;

namespace {

const std::string heading =
    "seq,ts,kind,ref,officer_id,armourer_id,weapons,n_weapons,batch_a,qty_a,batch_b,qty_b,purpose,"
    "exception\n";
const std::string rows =
    "1,2024-01-01T06:00:00Z,ISSUE,T1,P0001,A01,W00001;W00002,2,B001,30,B002,2,Patrol,\n"
    "2,2024-01-01T18:00:00Z,RETURN,T1,P0001,A01,W00001;W00002,2,B001,30,B002,2,Patrol,\n"
    "3,2024-01-02T06:00:00Z,ISSUE,T3,P0999,A01,W00001;W09999,2,B001,30,B002,2,Training,\n";

/// An armoury with two weapons and one officer of the workload that the bench makes.
struct Armoury : RealLedger {
    Armoury() : RealLedger{"2026-03-02T09:00:00.000Z"} {
        for (const auto& [name, kind, text] :
             {std::tuple{"o.csv", "officers",
                         "Collar,Rank,Surname,Forename,Unit\nP0001,PC,Sample,Able,ARV A\n"},
              std::tuple{"i.csv", "items",
                         "Tag,Type,Make / Model,Serial No.,Location,Status\n"
                         "W00001,Pistol,Glock 17,SAMPLE001,HQ Armoury,In store\n"
                         "W00002,Pistol,Glock 17,SAMPLE002,HQ Armoury,In store\n"}}) {
            ImportRequest request;
            request.path = write(name, text);
            request.kind = kind;
            const auto imported = import_register(*ledger, as("admin"), request, secrets);
            require(imported);
            REQUIRE(imported.value().receipt);
        }
    }
    HistoryReport note(const std::string& name, const std::string& text, bool skip = false) {
        HistoryRequest request;
        request.path = write(name, text);
        request.map = std::string{MUSTER_SOURCE_DIR} + "/tests/fixtures/movements_weapons.map.json";
        request.skip_faulty = skip;
        auto report = import_history(*ledger, as("admin"), request, secrets);
        require(report);
        return report.value();
    }
    std::size_t movements_of(const std::string& filter) {
        ListRequest request;
        request.filter = filter;
        const auto listing = movements(*ledger, request);
        require(listing);
        std::size_t noted = 0;
        for (const core::Value& row : listing.value().rows)
            noted += *row.member("kind")->text() == "noted" ? 1U : 0U;
        return noted;
    }
};

}  // namespace

TEST_CASE("history: each weapon in a cell gets its line where the register knows them all") {
    Armoury armoury;
    const HistoryReport report = armoury.note("m.csv", heading + rows);
    for (const ImportFault& fault : report.faults) MESSAGE(fault.cell() << " " << fault.words);
    REQUIRE(report.receipt);
    CHECK(report.rows == 3);
    CHECK(report.noted == 5);
    CHECK(report.linked == 4);
    CHECK(armoury.movements_of("W00001") == 2);
    CHECK(armoury.movements_of("SAMPLE002") == 2);
    CHECK(armoury.movements_of("P0001") == 4);
    CHECK(armoury.movements_of("W00001;W09999") == 1);
}

TEST_CASE("history: an officer nobody knows is a private text, one disclosure for all its lines") {
    Armoury armoury;
    const HistoryReport report = armoury.note(
        "m.csv", heading + rows + "4,2024-01-03T06:00:00Z,RETURN,T3,P0999,A01,W00001,1,,,,,,\n");
    REQUIRE(report.receipt);
    std::set<std::string> digests;
    armoury.ledger->read([&](storage::Transaction& tx, const core::Facts& facts) {
        for (const core::EntryNumber number : report.receipt->entries) {
            const auto entry = entry_of(tx, number);
            const auto* noted = std::get_if<core::MovementNoted>(&entry->body);
            if (noted == nullptr || !noted->officer_text) continue;
            digests.insert(noted->officer_text->digest);
            CHECK(facts.disclosed(noted->officer_text->digest) == "P0999");
        }
    });
    CHECK(digests.size() == 1);
}

TEST_CASE("history: nothing that is held today changes, and the time is that of the other system") {
    Armoury armoury;
    REQUIRE(armoury.note("m.csv", heading + rows).receipt);
    armoury.ledger->read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::Item& item : facts.all<core::Item>())
            CHECK(item.location_status == "in_store");
        CHECK(facts.all<core::OpenLine>().empty());
    });
    ListRequest request;
    request.filter = "W00001";
    const auto listing = movements(*armoury.ledger, request);
    RealLedger::require(listing);
    CHECK(*listing.value().rows.at(1).member("happened_at")->text() == "2024-01-01T06:00:00.000Z");
    CHECK(*listing.value().rows.at(1).member("reference")->text() == "Patrol");
}

TEST_CASE("history: a number that was noted before is not noted twice, the same file is refused") {
    Armoury armoury;
    REQUIRE(armoury.note("m.csv", heading + rows).receipt);
    const HistoryReport more = armoury.note(
        "m2.csv", heading + rows + "4,2024-01-03T06:00:00Z,ISSUE,T4,P0001,A01,W00002,1,,,,,,\n");
    REQUIRE(more.receipt);
    CHECK(more.held == 3);
    CHECK(more.noted == 1);
    HistoryRequest again;
    again.path = armoury.write("m3.csv", heading + rows);
    again.map = std::string{MUSTER_SOURCE_DIR} + "/tests/fixtures/movements_weapons.map.json";
    const auto refused =
        import_history(*armoury.ledger, armoury.as("admin"), again, armoury.secrets);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().gravest() == core::Refusal::file_imported_before);
}

TEST_CASE("history: every fault is named and nothing is noted, or the other rows are") {
    Armoury armoury;
    const std::string bad =
        "5,soon,ISSUE,T5,P0001,A01,W00001,1,,,,,,\n"
        "6,2024-01-03T06:00:00Z,RECEIPT,T6,,A01,,0,B001,500,,0,Delivery,\n";
    const HistoryReport report = armoury.note("m.csv", heading + rows + bad);
    CHECK_FALSE(report.receipt);
    CHECK(report.faults.size() == 2);
    CHECK(armoury.movements_of("W00001") == 0);
    const HistoryReport rest = armoury.note("m.csv", heading + rows + bad, true);
    REQUIRE(rest.receipt);
    CHECK(rest.skipped == 2);
    CHECK(rest.noted == 5);
}

TEST_CASE("history: a watch that says stop leaves nothing behind") {
    Armoury armoury;
    HistoryRequest request;
    request.path = armoury.write("m.csv", heading + rows);
    request.map = std::string{MUSTER_SOURCE_DIR} + "/tests/fixtures/movements_weapons.map.json";
    request.watch = [](const ImportProgress& progress) {
        return std::string_view{progress.step} != "Recording";
    };
    const auto report =
        import_history(*armoury.ledger, armoury.as("admin"), request, armoury.secrets);
    RealLedger::require(report);
    CHECK(report.value().cancelled);
    CHECK_FALSE(report.value().receipt);
    CHECK(armoury.movements_of("W00001") == 0);
}
