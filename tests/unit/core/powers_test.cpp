// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <algorithm>
#include <set>

#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

std::set<Power> powers_of(std::string_view role) {
    for (const RolePowers& row : role_powers())
        if (row.role == role) return {row.powers.begin(), row.powers.end()};
    return {};
}

bool has(std::string_view role, Power power) {
    return powers_of(role).contains(power);
}

}  // namespace

TEST_CASE("powers: the roles are those of DOMAIN 2, and no other word is one") {
    std::set<std::string> roles;
    for (const RolePowers& row : role_powers()) CHECK(roles.insert(row.role).second);
    CHECK(roles == std::set<std::string>{"armourer", "supervisor", "cfi", "armoury_manager",
                                         "senior_officer", "assurance", "counter", "auditor",
                                         "head_of_audit", "administrator", "paired_officer"});
    CHECK(is_role("armourer"));
    for (const char* word : {"", "Armourer", "armourer ", "admin", "armourer/cfi"})
        CHECK_FALSE(is_role(word));
}

TEST_CASE("powers: an administrator has no power over stock, counts, grants of competence") {
    for (const Power power :
         {Power::issue, Power::witness, Power::override_stop, Power::keep_register, Power::count,
          Power::approve, Power::authorise, Power::suspend, Power::keep_officers})
        CHECK_FALSE(has("administrator", power));
    CHECK(has("administrator", Power::administer));
}

TEST_CASE("powers: an auditor has none at all") {
    CHECK(powers_of("auditor").empty());
    CHECK(powers_of("head_of_audit").empty());
}

TEST_CASE("powers: the nevers of DOMAIN 2 hold") {
    CHECK_FALSE(has("armourer", Power::approve));
    CHECK_FALSE(has("armourer", Power::override_stop));
    CHECK_FALSE(has("supervisor", Power::authorise));
    CHECK_FALSE(has("supervisor", Power::approve));
    CHECK_FALSE(has("cfi", Power::issue));
    CHECK_FALSE(has("armoury_manager", Power::authorise));
    for (const Power power : {Power::issue, Power::count, Power::keep_register, Power::administer})
        CHECK_FALSE(has("senior_officer", power));
    for (const Power power : {Power::issue, Power::count, Power::approve})
        CHECK_FALSE(has("assurance", power));
    CHECK(powers_of("counter") == std::set<Power>{Power::count});
    CHECK(powers_of("paired_officer") == std::set<Power>{Power::issue_in_pair});
}

TEST_CASE("powers: only one role administers, and nobody who approves does") {
    for (const RolePowers& row : role_powers()) {
        CAPTURE(row.role);
        if (std::string{row.role} != "administrator") CHECK_FALSE(has(row.role, Power::administer));
        CHECK_FALSE((has(row.role, Power::administer) && has(row.role, Power::approve)));
    }
}

TEST_CASE("powers: a power ends with the role, and with the account") {
    StockedArmoury force;
    CHECK(has_power(force.facts, UserId{"u-ann"}, Power::issue));
    CHECK_FALSE(has_power(force.facts, UserId{"u-nobody"}, Power::issue));
    CHECK_FALSE(has_power(force.facts, UserId{}, Power::issue));
    force.apply_all("u-admin", RoleWithdrawn{UserId{"u-ann"}, "armourer"});
    CHECK_FALSE(has_power(force.facts, UserId{"u-ann"}, Power::issue));
    CHECK(force.fact<User>("u-ann").active);
    force.apply_all("u-admin", RoleWithdrawn{UserId{"u-sue"}, {}});
    CHECK_FALSE(has_power(force.facts, UserId{"u-sue"}, Power::override_stop));
    CHECK_FALSE(force.fact<User>("u-sue").active);
    CHECK(force.facts.all<Role>("u-sue/").empty());
    // Even if a role still stood.
    force.facts.put(Table::role,
                    row_of(Role{"u-sue/supervisor", UserId{"u-sue"}, "supervisor", 1}));
    CHECK_FALSE(has_power(force.facts, UserId{"u-sue"}, Power::override_stop));
}

TEST_CASE("powers: one account's roles are not another's whose id begins alike") {
    Armoury force;
    add_user(force, "an", {});
    add_user(force, "ann", {"armourer"});
    CHECK_FALSE(has_power(force.facts, UserId{"u-an"}, Power::issue));
    force.apply_all("u-admin", RoleWithdrawn{UserId{"u-an"}, {}});
    CHECK(has_power(force.facts, UserId{"u-ann"}, Power::issue));
}

TEST_CASE("powers: a policy is its number where it is one, else what it would be otherwise") {
    Armoury force;
    const auto number = [&](const char* value) {
        force.facts.put(Table::setting, row_of(Setting{"limit", value, 1}));
        return policy_number(force.facts, "limit", 30);
    };
    CHECK(policy_number(force.facts, "limit", 30) == 30);
    CHECK(number("14") == 14);
    CHECK(number("0") == 0);
    CHECK(number("-1") == -1);
    for (const char* text : {"", " 14", "14 ", "14 days", "1.5", "99999999999999999999", "yes"})
        CHECK(number(text) == 30);
    CHECK(policy(force.facts, "absent", "x") == "x");
}
