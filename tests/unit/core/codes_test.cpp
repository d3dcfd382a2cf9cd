// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

std::string called(const Facts& facts, const char* code,
                   const std::vector<std::string>& sorts = {}) {
    std::string things;
    for (const Code& each : things_called(facts, code, sorts)) things += each.thing + " ";
    return things;
}

}  // namespace

TEST_CASE("codes: blanks at the ends, runs of blanks and case make no difference") {
    CHECK(normal_code("  t-1\t") == "T-1");
    CHECK(normal_code("rack \t 2-04") == "RACK 2-04");
    CHECK(normal_code("a|b") == "A/B");
    CHECK(normal_code(" \n ").empty());
    CHECK(normal_code("\xC3\xA9") == "\xC3\xA9");
}

TEST_CASE("codes: a thing answers to its id, tag, serial and model with serial") {
    StockedArmoury force;
    const std::string pistol = force.pistol_1.value + " ";
    CHECK(called(force.facts, force.pistol_1.value.c_str()) == pistol);
    CHECK(called(force.facts, "t-1") == pistol);
    CHECK(called(force.facts, "xx0001") == pistol);
    CHECK(called(force.facts, "pistol p1/XX0001") == pistol);
    CHECK(called(force.facts, "XX000").empty());
    CHECK(called(force.facts, "").empty());
    CHECK(called(force.facts, "|").empty());
    CHECK(called(force.facts, "B-A") == force.batch_a.value + " ");
    CHECK(called(force.facts, "rack 2") == force.rack.value + " ");
}

TEST_CASE("codes: a serial that two models share names both; the sort narrows it") {
    StockedArmoury force;
    const ItemId twin{"i-" + std::to_string(force.next())};
    ItemRegistered item;
    item.model = force.carbine;
    item.serial = "xx0001";
    item.tag = "T-9";
    item.home = force.rack;
    item.location_status = "in_store";
    item.condition_status = "serviceable";
    force.apply_all("u-mia", item);
    CHECK(things_called(force.facts, "XX0001").size() == 2);
    CHECK(things_called(force.facts, "XX0001", {"tag"}).empty());
    CHECK(called(force.facts, "Carbine C1/XX0001", {"model_serial"}) == twin.value + " ");
    item.tag = "T-10";
    CHECK(force.verdict("u-mia", item) == "name_taken");
}

TEST_CASE("codes: words for people use what is at hand and fall back to the id") {
    StockedArmoury force;
    CHECK(item_words(force.facts, force.pistol_1.value) == "Pistol P1 XX0001 (T-1)");
    CHECK(stock_words(force.facts, force.batch_a.value) == "9 mm operational B-A");
    CHECK(stock_words(force.facts, force.magazine.value) == "Magazine P1");
    CHECK(officer_words(force.facts, "o-4471") == "PC 4471");
    CHECK(user_words(force.facts, "u-ann") == "ann");
    CHECK(user_words(force.facts, "") == "nobody");
    CHECK(holder_words(force.facts, force.rack.value) == "Rack 2");
    CHECK(holder_words(force.facts, "o-4471") == "PC 4471");
    for (const char* id : {"i-999", "b-999", "m-999", "u-zz", "o-zz", "l-999", "?"})
        CHECK(subject_words(force.facts, id) == id);
    // The same facts without what was erased.
    const MemoryFacts withheld = force.replayed();
    CHECK(officer_words(withheld, "o-4471") == "o-4471");
    CHECK(user_words(withheld, "u-ann") == "u-ann");
}
