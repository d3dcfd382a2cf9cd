// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "muster/files/whole_file.hpp"
#include "muster/intake/register_rows.hpp"

using namespace muster;
using intake::WholeRegister;

namespace {

const std::string fixtures = std::string{MUSTER_SOURCE_DIR} + "/tests/fixtures/";

WholeRegister fixture_register(core::CivilDate as_of = {2026, 4, 1}) {
    intake::ReadOptions options;
    options.as_of = *core::date_of(as_of);
    return intake::read_register_file(fixtures + "register.xlsx", {}, options);
}

using Place = std::tuple<std::string, std::int64_t, std::string>;

std::multiset<Place> expected_faults(const nlohmann::json& truth) {
    std::multiset<Place> places;
    for (const auto& fault : truth.at("faults"))
        places.emplace(fault.at("sheet"), fault.at("row"), fault.at("code"));
    return places;
}

template <class Row>
const Row* row_at(const std::vector<Row>& rows, std::int64_t number) {
    for (const auto& row : rows)
        if (row.row == number) return &row;
    return nullptr;
}

std::int64_t count_of(const std::vector<intake::Fault>& faults, const std::string& code) {
    return std::count_if(faults.begin(), faults.end(),
                         [&](const intake::Fault& fault) { return fault.code == code; });
}

}  // namespace

TEST_CASE("intake: the sample register has exactly the faults of its truth file") {
    const auto truth = nlohmann::json::parse(files::read_file(fixtures + "register_truth.json"));
    const WholeRegister found = fixture_register();
    std::multiset<Place> places;
    for (const auto& fault : found.faults) places.emplace(fault.sheet, fault.row, fault.code);
    CHECK(places == expected_faults(truth));
    CHECK(found.item_rows == truth.at("item_rows").get<std::int64_t>());
    CHECK(found.batch_rows == truth.at("munition_rows").get<std::int64_t>());
    CHECK(found.officer_rows == truth.at("officers").get<std::int64_t>());
    CHECK(found.faulty_rows() == 21);
    CHECK(found.items.size() == 196 - 17);
    CHECK(found.batches.size() == 24 - 4);
    CHECK(found.officers.size() == 60);
    CHECK(found.sha256.size() == 64);
}

TEST_CASE("intake: every fault says its column, what was found and what to do") {
    const WholeRegister found = fixture_register();
    for (const auto& fault : found.faults) {
        CHECK_MESSAGE(!fault.column.empty(), fault.code);
        CHECK_MESSAGE(fault.words.size() > 30, fault.words);
        CHECK_MESSAGE(fault.words.find('{') == std::string::npos, fault.words);
    }
    CHECK(found.faults[2].column == "E");
    CHECK(found.faults[2].found == "2025-03-01");
    CHECK(found.faults[3].words.find("row 25") != std::string::npos);
}

TEST_CASE("intake: an issued carbine of the sample register is read cell by cell") {
    const WholeRegister found = fixture_register();
    const auto* item = row_at(found.items, 4);
    REQUIRE(item != nullptr);
    CHECK(item->tag == "WM01000");
    CHECK(item->type_code == "carbine");
    CHECK(item->make == "H&K");
    CHECK(item->model == "H&K G36C");
    CHECK(item->calibre == "5.56");
    CHECK(item->serial == "WHM203");
    CHECK(item->location == "HQ Armoury");
    CHECK(item->rack == "R2-25");
    CHECK(item->location_status == "issued");
    CHECK(item->condition_status == "serviceable");
    CHECK(core::text_of(*item->acquired) == "2013-10-28");
    CHECK(core::text_of(*item->last_inspected) == "2025-02-23");
    CHECK(item->issued_to == "2154");
    CHECK_FALSE(item->evidence_hold);
}

TEST_CASE("intake: stray blanks and case are mended, day comes before month") {
    const WholeRegister found = fixture_register();
    CHECK(row_at(found.items, 9)->tag == "WM01005");
    CHECK(row_at(found.items, 42)->serial == "DHK068");
    CHECK(core::text_of(*row_at(found.items, 5)->acquired) == "2014-04-06");
    CHECK(core::text_of(*row_at(found.items, 12)->acquired) == "2020-05-02");
    CHECK(row_at(found.items, 7)->model == row_at(found.items, 39)->model);
    CHECK(row_at(found.items, 5)->location_status == "at_maintenance");
    CHECK(row_at(found.items, 5)->condition_status == "under_repair");
    CHECK(row_at(found.items, 11)->location_status == "in_store");
    CHECK(row_at(found.items, 11)->condition_status == "defective");
    CHECK(row_at(found.items, 30)->location_status == "in_vehicle_safe");
    CHECK(row_at(found.items, 30)->place_in_location == "ARV safe");
    CHECK(row_at(found.items, 39)->evidence_hold);
    CHECK(row_at(found.items, 39)->location_status == "in_store");
}

TEST_CASE("intake: batches and officers of the sample register are read") {
    const WholeRegister found = fixture_register();
    const auto* batch = row_at(found.batches, 2);
    REQUIRE(batch != nullptr);
    CHECK(batch->model == "9x19 operational");
    CHECK(batch->batch_number == "RG-406");
    CHECK(core::text_of(*batch->expiry) == "2027-03-18");
    CHECK(batch->quantity == 56);
    CHECK(batch->sealed_boxes == 2);
    CHECK(batch->box_size == 20);
    CHECK(batch->use == "operational");
    const auto* officer = row_at(found.officers, 5);
    REQUIRE(officer != nullptr);
    CHECK(officer->collar == "4748");
    CHECK(officer->rank == "PS");
    CHECK(officer->rank_code == "sgt");
    CHECK(officer->suspended);
    REQUIRE(officer->authorisations.size() == 3);
    CHECK(row_at(found.officers, 14)->forename == "Zo\xc3\xab");
    CHECK_FALSE(row_at(found.officers, 2)->suspended);
    CHECK(row_at(found.officers, 2)->authorisations.size() == 2);
}

TEST_CASE("intake: warnings of the sample register name what is new, expired or not covered") {
    const WholeRegister found = fixture_register();
    CHECK(count_of(found.warnings, "model_unknown") == 9 + 9);
    CHECK(count_of(found.warnings, "location_unknown") == 2 + 2);
    CHECK(count_of(found.warnings, "batch_expired") == 6);
    const WholeRegister earlier = fixture_register({2024, 4, 1});
    CHECK(count_of(earlier.warnings, "batch_expired") == 0);
}
