// SPDX-License-Identifier: MIT
#include "muster/ledger/confirmation.hpp"

#include <doctest/doctest.h>

using namespace muster;

namespace {

core::VehicleChecked check() {
    core::VehicleChecked body;
    body.place = core::LocationId{"l-4"};
    body.stage = "handover";
    body.from = core::OfficerId{"o-1"};
    body.to = core::OfficerId{"o-2"};
    body.items = {core::ItemId{"i-7"}};
    return body;
}

core::Entry entry_of(core::VehicleChecked body, const std::string& from, const std::string& to) {
    if (!from.empty()) body.confirmed_from = core::Confirmation{core::Instant{0}, "pin", from};
    if (!to.empty()) body.confirmed_to = core::Confirmation{core::Instant{0}, "pin", to};
    core::Entry entry;
    entry.body = std::move(body);
    return entry;
}

}  // namespace

TEST_CASE("confirmation: both officers of a vehicle's check confirm what was in the safe") {
    const std::string own = ledger::basket_digest(check());
    CHECK(ledger::confirmation_fits(entry_of(check(), own, own)));
    CHECK(ledger::confirmation_fits(entry_of(check(), own, "")));
    core::VehicleChecked other = check();
    other.items.clear();
    const std::string another = ledger::basket_digest(other);
    CHECK(another != own);
    CHECK_FALSE(ledger::confirmation_fits(entry_of(check(), another, own)));
    CHECK_FALSE(ledger::confirmation_fits(entry_of(check(), own, another)));
    other = check();
    std::swap(other.from, other.to);
    CHECK(ledger::basket_digest(other) != own);
}
