// SPDX-License-Identifier: MIT
#include "muster/app/compare.hpp"

#include "app/basket.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "unit/app/real_ledger.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::RealLedger;

namespace {

const std::string items_heading =
    "Tag,Type,Make / Model,Serial No.,Location,Rack,Status,Issued To\n";
const std::string officers =
    "Collar,Rank,Surname,Forename,Unit,Pistol exp,Suspended?\n"
    "1001,PC,Sample,Able,ARV A,2027-03-31,\n"
    "1002,PC,Sample,Baker,ARV A,2027-03-31,\n";
const std::string items = items_heading +
                          "P-1,Pistol,Glock 17,SAMPLE001,HQ Armoury,R1-01,In store,\n"
                          "P-2,Pistol,Glock 17,SAMPLE002,HQ Armoury,R1-02,Issued,1001\n"
                          "P-3,Pistol,Glock 17,SAMPLE003,HQ Armoury,R1-03,In store,\n"
                          "P-8,Pistol,Glock 17,SAMPLEB18,HQ Armoury,R1-08,In store,\n";
const std::string batches =
    "Nature,Batch No,Expiry,Quantity,Sealed Boxes,Rounds per Box,Location\n"
    "9x19 operational,L-1,2030-01-31,1000,20,50,HQ Armoury\n"
    "9x19 training,L-2,2030-01-31,500,0,50,HQ Armoury\n";

struct Armoury : RealLedger {
    Armoury() : RealLedger{"2026-03-02T09:00:00.000Z"} {
        for (const auto& [name, kind, text] :
             {std::tuple{"o.csv", "officers", officers}, std::tuple{"i.csv", "items", items},
              std::tuple{"b.csv", "batches", batches}}) {
            ImportRequest request;
            request.path = write(name, text);
            request.kind = kind;
            const auto imported = import_register(*ledger, as("admin"), request, secrets);
            require(imported);
            REQUIRE(imported.value().receipt);
        }
    }
    CompareReport compare(const std::string& text) {
        CompareRequest request;
        request.path = write("other.csv", text);
        auto report = compare_register(*ledger, request);
        require(report);
        return report.value();
    }
};

std::string lines(const CompareReport& report) {
    std::string all;
    for (const Difference& one : report.differences)
        all += one.what + " " + one.subject +
               (one.field.empty() ? "" : " " + one.field + ": " + one.file + "/" + one.ledger) +
               (one.likely.empty() ? "" : " ~ " + one.likely) + "\n";
    return all;
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("compare: two registers that say the same agree, kind by kind") {
    Armoury armoury;
    for (const auto& [kind, text, count] :
         {std::tuple{"item", items, 4}, std::tuple{"batch", batches, 2},
          std::tuple{"officer", officers, 2}}) {
        CAPTURE(kind);
        const CompareReport report = armoury.compare(text);
        CHECK(lines(report) == "");
        CHECK(report.agrees());
        CHECK(report.counts.at(kind).agreed == count);
    }
    CHECK(armoury.compare(officers).counts.at("authorisation").agreed == 2);
}

TEST_CASE("compare: each field that differs is named, of weapons by status, holder and place") {
    Armoury armoury;
    std::string other = changed(items, "R1-01,In store", "R1-09,U/S");
    other = changed(other, "HQ Armoury,R1-02,Issued,1001", "HQ Armoury,R1-02,Issued,1002");
    other = changed(other, "P-3,Pistol,Glock 17,SAMPLE003,HQ Armoury",
                    "P-4,Pistol,Glock 17,SAMPLE003,North Armoury");
    const CompareReport report = armoury.compare(other);
    CHECK(lines(report) ==
          "differs Glock 17 SAMPLE001 (P-1) condition: defective/serviceable\n"
          "differs Glock 17 SAMPLE001 (P-1) position: R1-09/R1-01\n"
          "differs Glock 17 SAMPLE002 (P-2) holder: 1002/1001\n"
          "differs Glock 17 SAMPLE003 (P-3) tag: P-4/P-3\n"
          "differs Glock 17 SAMPLE003 (P-3) location: North Armoury/HQ Armoury\n");
    CHECK(report.counts.at("item").differing == 3);
    CHECK(report.counts.at("item").agreed == 1);
    CHECK(report.differences[0].row == 2);
}

TEST_CASE("compare: what only one side has is named with its look-alike on the other") {
    Armoury armoury;
    std::string other =
        changed(items, "P-8,Pistol,Glock 17,SAMPLEB18", ",Pistol,Glock 17,5AMPLE818");
    other += "P-9,Pistol,Glock 17,SAMPLE777,HQ Armoury,R1-09,In store,\n";
    const CompareReport report = armoury.compare(other);
    CHECK(lines(report) ==
          "only_in_file Glock 17 5AMPLE818 ~ Glock 17 SAMPLEB18 (P-8)\n"
          "only_in_file Glock 17 SAMPLE777 (P-9)\n"
          "only_in_ledger Glock 17 SAMPLEB18 (P-8) ~ Glock 17 5AMPLE818\n");
    CHECK(report.counts.at("item").only_in_file == 2);
    CHECK(report.counts.at("item").only_in_ledger == 1);
}

TEST_CASE("compare: a weapon is found by its tag where the other register mistyped its serial") {
    Armoury armoury;
    const CompareReport report = armoury.compare(changed(items, "SAMPLE003", "SAMPEL003"));
    CHECK(lines(report) == "differs Glock 17 SAMPLE003 (P-3) serial: SAMPEL003/SAMPLE003\n");
}

TEST_CASE("compare: munitions by model and number, the quantity at the place") {
    Armoury armoury;
    std::string other = changed(batches, "1000,20", "998,19");
    other = changed(other, "L-2,2030-01-31", "L-3,2030-01-31");
    CHECK(lines(armoury.compare(other)) ==
          "differs 9x19 operational L-1 quantity: 998/1000\n"
          "differs 9x19 operational L-1 sealed boxes: 19/20\n"
          "only_in_file 9x19 training L-3\n"
          "only_in_ledger 9x19 training L-2\n");
}

TEST_CASE("compare: officers by collar, with who may draw what") {
    Armoury armoury;
    std::string other = changed(officers, "1001,PC,Sample,Able,ARV A,2027-03-31",
                                "1001,Sgt,Sample,Able,ARV B,2028-03-31");
    other = changed(other, "1002,PC", "1003,PC");
    const std::string found = lines(armoury.compare(other));
    CHECK(found ==
          "differs PC 1001 rank: sgt/pc\n"
          "differs PC 1001 unit: ARV B/ARV A\n"
          "differs PC 1001 pistol to: 2028-03-31/2027-03-31\n"
          "only_in_file pc 1003\n"
          "only_in_ledger PC 1002\n"
          "only_in_ledger PC 1002 pistol\n");
}

TEST_CASE("compare: rows that cannot be read are named, and two such registers never agree") {
    Armoury armoury;
    const CompareReport report = armoury.compare(changed(items, "SAMPLE001", ""));
    REQUIRE_FALSE(report.faults.empty());
    CHECK(report.faults[0].code == "serial_missing");
    CHECK_FALSE(report.agrees());
    CHECK_FALSE(armoury.compare("no,headings\n1,2\n").agrees());
}

TEST_CASE("compare: nobody who counts blind is told what the book says") {
    Armoury armoury;
    armoury.user("one", "counter");
    armoury.user("two", "counter");
    core::CountStarted count;
    count.sort = "full";
    count.scope = {core::LocationId{"l-1"}};
    count.blind = true;
    count.counter_a = armoury.as("one").user;
    count.counter_b = armoury.as("two").user;
    armoury.commit("one", count);
    CompareRequest request;
    request.path = armoury.write("other.csv", items);
    const auto nobody = compare_register(*armoury.ledger, request);
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().gravest() == core::Refusal::in_blind_count);
    request.viewer = armoury.as("one").user;
    CHECK_FALSE(compare_register(*armoury.ledger, request));
    request.viewer = armoury.as("admin").user;
    CHECK(compare_register(*armoury.ledger, request));
}

TEST_CASE("compare: what is written out is recorded with its digest, and nothing else is") {
    Armoury armoury;
    const CompareReport report = armoury.compare(changed(items, "R1-01", "R1-09"));
    const std::string out = armoury.folder() + "/differences.csv";
    const auto receipt = export_comparison(*armoury.ledger, armoury.as("admin"), report, out);
    RealLedger::require(receipt);
    REQUIRE(receipt.value().entries.size() == 1);
    const std::string written = files::read_file(out);
    CHECK(
        written.starts_with("Kind,What,Subject,Field,File,Ledger,Likely,Sheet,Row\nitem,differs,"));
    armoury.ledger->read([&](storage::Transaction& tx, const core::Facts&) {
        const auto entry = entry_of(tx, receipt.value().entries.front());
        const auto* exported = entry ? std::get_if<core::Exported>(&entry->body) : nullptr;
        REQUIRE(exported != nullptr);
        CHECK(exported->what == "comparison");
        CHECK(exported->sha256 == ledger::hex(ledger::sha256(written)));
    });
}
