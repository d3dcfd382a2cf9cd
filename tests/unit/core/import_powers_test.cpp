// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

Imported file_of(const char* what, const char* approver = "u-acc") {
    Imported file;
    file.sha256 = std::string(64, 'f');
    file.file_name = "r.csv";
    file.approver = UserId{approver};
    file.what = what;
    return file;
}

}  // namespace

TEST_CASE("imports: who keeps a part of the record imports it, with another's approval") {
    StockedArmoury force;
    const auto verdict = [&](const char* by, const char* what) {
        return force.verdict(by, file_of(what));
    };
    CHECK(verdict("u-cfi", "authorisations") == "allowed");
    CHECK(verdict("u-mia", "authorisations") == "power_missing");
    CHECK(verdict("u-cfi", "officers") == "allowed");
    CHECK(verdict("u-mia", "officers") == "allowed");
    CHECK(verdict("u-mia", "officers and authorisations") == "power_missing");
    CHECK(verdict("u-cfi", "officers and authorisations") == "allowed");
    for (const char* what : {"workbook", "items", "batches", "deployments", "movements", ""}) {
        CAPTURE(what);
        CHECK(verdict("u-cfi", what) == "power_missing");
        CHECK(verdict("u-mia", what) == "allowed");
    }
    CHECK(force.verdict("u-cfi", file_of("authorisations", "")) == "approver_missing");
    CHECK(force.verdict("u-cfi", file_of("authorisations", "u-sue")) == "approver_lacks_power");
}

TEST_CASE("imports: a night's file needs the policy that two people set, of each of its kinds") {
    StockedArmoury force;
    const auto verdict = [&](const char* what) { return force.verdict("u-cfi", file_of(what)); };
    const auto set = [&](const char* name, const char* value) {
        force.apply_all("u-admin", PolicySet{name, value, UserId{"u-acc"}});
    };
    CHECK(verdict("nightly authorisations") == "approver_missing");
    set("nightly_import.authorisations", "/srv/training");
    CHECK(verdict("nightly authorisations") == "allowed");
    CHECK(verdict("nightly officers and authorisations") == "approver_missing");
    set("nightly_import.officers", "/srv/training");
    CHECK(verdict("nightly officers and authorisations") == "allowed");
    set("nightly_import.authorisations", "no");
    CHECK(verdict("nightly authorisations") == "approver_missing");
    // The policy is no approval by itself: a second person still stands in the entry.
    CHECK(force.verdict("u-cfi", file_of("nightly officers", "")) == "approver_missing");
    CHECK(force.verdict("u-cfi", file_of("nightly officers", "u-cfi")) == "approver_is_requester");
}
