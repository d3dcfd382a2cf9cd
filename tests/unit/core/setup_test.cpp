// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

ItemRegistered an_item(const StockedArmoury& force, const char* serial) {
    ItemRegistered item;
    item.model = force.pistol;
    item.serial = serial;
    item.home = force.rack;
    item.location_status = "in_store";
    item.condition_status = "serviceable";
    return item;
}

}  // namespace

TEST_CASE("set-up: the first administrator creates, grants and imports alone, each entry marked") {
    Armoury force;
    add_user(force, "ann", {"armourer"});
    add_officer(force, "4471");
    force.apply_all("u-admin", ReferenceSet{"class", "pistol", "pistol", {}, {}, {}});
    force.apply_all("u-admin", grant_of(OfficerId{"o-4471"}, "pistol"));
    force.apply_all("u-admin", PolicySet{"late_entry_days", "1", {}});
    force.apply_all("u-admin",
                    Imported{std::string(64, 'a'), "r.xlsx", {}, 0, 0, 0, 0, {}, {}, {}, {}});
    for (const Entry& entry : force.entries) {
        CAPTURE(entry.number);
        CHECK(entry.setup == (entry.number != 1));
    }
}

TEST_CASE("set-up: while it is open the administrator still has no power at the counter") {
    StockedArmoury force;
    Armoury open;
    CHECK(open.verdict("u-admin", Issued{}) == "power_missing");
    CHECK(open.verdict("u-admin", Returned{}) == "power_missing");
    CountStarted count;
    count.counter_a = count.counter_b = UserId{"u-admin"};
    CHECK(open.verdict("u-admin", count) == "power_missing");
}

TEST_CASE("set-up: another user gains nothing from its being open") {
    Armoury force;
    add_user(force, "two", {"administrator"});
    CHECK(force.verdict("u-two", RoleGranted{UserId{"u-two"}, "armourer", {}}) ==
          "approver_missing");
    CHECK(force.verdict("u-two", PolicySet{"late_entry_days", "1", {}}) == "approver_missing");
    CHECK(force.verdict("u-two", LocationAdded{"Rack 9", "rack", LocationId{"l-1"}}) ==
          "power_missing");
}

TEST_CASE("set-up: an approver who is named must be one who may approve") {
    Armoury force;
    add_user(force, "ann", {"armourer"});
    add_user(force, "acc", {"senior_officer"});
    const auto grant = [](const char* approver) {
        return RoleGranted{UserId{"u-ann"}, "supervisor", UserId{approver}};
    };
    CHECK(force.verdict("u-admin", grant("u-nobody")) == "user_unknown");
    CHECK(force.verdict("u-admin", grant("u-ann")) == "approver_lacks_power");
    CHECK(force.verdict("u-admin", grant("u-admin")) == "approver_is_requester");
    CHECK(force.verdict("u-admin", grant("u-acc")) == "allowed");
    CHECK(force.verdict("u-admin", grant("")) == "allowed");
}

TEST_CASE("set-up closed: one administrator alone can do nothing that touches stock") {
    StockedArmoury force;
    const auto verdict = [&](const Body& body) { return force.verdict("u-admin", body); };
    for (const RolePowers& row : role_powers()) {
        CAPTURE(row.role);
        CHECK(verdict(RoleGranted{UserId{"u-aud"}, row.role, {}}) == "approver_missing");
        CHECK(verdict(RoleGranted{UserId{"u-aud"}, row.role, UserId{"u-admin"}}) ==
              "approver_is_requester");
    }
    CHECK(verdict(PolicySet{"second_person_at_issue", "no", {}}) == "approver_missing");
    CHECK(verdict(CredentialChanged{"u-ann", "c", {}}) == "approver_missing");
    CHECK(verdict(CredentialChanged{"o-4471", "c", {}}) == "approver_missing");
    CHECK(verdict(Imported{std::string(64, 'a'), "r", {}, 0, 0, 0, 0, {}, {}, {}, {}}) ==
          "power_missing");
    CHECK(verdict(KeyCertified{"k", UserId{"u-acc"}, std::string(64, 'c'), "pkcs12", {}}) ==
          "approver_missing");
    CHECK(verdict(grant_of(force.pc, "pistol")) == "power_missing");
    CHECK(verdict(AuthorisationSuspended{force.pc, {}, private_text("why")}) == "power_missing");
    CHECK(verdict(OfficerAdded{OfficerId{"o-9"}, PersonId{"p-9"}, private_text("9"),
                               private_text("N"), "pc", "F"}) == "power_missing");
    CHECK(verdict(LocationAdded{"Rack 9", "rack", force.site}) == "power_missing");
    CHECK(verdict(ModelAdded{"", "M", "pistol", "", "item", ""}) == "power_missing");
    CHECK(verdict(an_item(force, "XX9")) == "power_missing");
    CHECK(verdict(BatchRegistered{}) == "power_missing");
    CHECK(verdict(CountedRegistered{force.magazine, force.safe, 1}) == "power_missing");
    CHECK(verdict(force.issue({force.pistol_1})) == "power_missing");
    CHECK(verdict(force.giving_back({force.pistol_1})) == "power_missing");
    CHECK(verdict(PeriodClosed{"2026", 0, std::string(64, 'a')}) == "power_missing");
    // What is left: accounts without a role, words of reference lists, taking away.
    CHECK(verdict(UserAdded{UserId{"u-x"}, PersonId{"p-x"}, private_text("x")}) == "allowed");
    CHECK(verdict(RoleWithdrawn{UserId{"u-ann"}, {}}) == "allowed");
}

TEST_CASE("set-up closed: it stays closed, and the entries after it are not marked") {
    StockedArmoury force;
    CHECK(force.verdict("u-admin", SetupClosed{}) == "setup_is_closed");
    const EntryNumber number =
        force.apply_all("u-admin", RoleGranted{UserId{"u-kim"}, "armourer", UserId{"u-mia"}});
    CHECK_FALSE(force.entries[static_cast<std::size_t>(number - 1)].setup);
    for (const Entry& entry : force.entries)
        if (std::holds_alternative<SetupClosed>(entry.body)) CHECK_FALSE(entry.setup);
}

TEST_CASE("set-up closed: two people grant, but nobody approves a power for their own person") {
    StockedArmoury force;
    const auto grant = [](const char* user, const char* approver) {
        return RoleGranted{UserId{user}, "counter", UserId{approver}};
    };
    CHECK(force.verdict("u-admin", grant("u-aud", "u-mia")) == "allowed");
    CHECK(force.verdict("u-admin", grant("u-mia", "u-mia")) == "approver_is_requester");
    // A second account of the same human is the same person.
    force.apply_all("u-admin",
                    UserAdded{UserId{"u-mia2"}, PersonId{"p-mia"}, private_text("mia2")});
    CHECK(force.verdict("u-admin", grant("u-mia2", "u-mia")) == "approver_is_requester");
    CHECK(force.verdict("u-admin", CredentialChanged{"u-mia2", "c", UserId{"u-mia"}}) ==
          "approver_is_requester");
    force.apply_all("u-admin",
                    UserAdded{UserId{"u-adm2"}, PersonId{"p-admin"}, private_text("adm2")});
    force.apply_all("u-admin", RoleGranted{UserId{"u-adm2"}, "armoury_manager", UserId{"u-acc"}});
    CHECK(force.verdict("u-admin", grant("u-aud", "u-adm2")) == "approver_is_requester");
}

TEST_CASE("set-up closed: one's own secret needs nobody, another's two people") {
    StockedArmoury force;
    CHECK(force.verdict("u-ann", CredentialChanged{"u-ann", "c", {}}) == "allowed");
    CHECK(force.verdict("u-ann", CredentialChanged{"u-ben", "c", UserId{"u-mia"}}) ==
          "power_missing");
    CHECK(force.verdict("u-admin", CredentialChanged{"u-ben", "c", UserId{"u-mia"}}) == "allowed");
    CHECK(force.verdict("u-cfi", CredentialChanged{"o-4471", "c", UserId{"u-mia"}}) == "allowed");
    CHECK(force.verdict("u-cfi", CredentialChanged{"o-4471", "c", {}}) == "approver_missing");
    CHECK(force.verdict("u-cfi", CredentialChanged{"u-ben", "c", UserId{"u-mia"}}) ==
          "power_missing");
    force.apply_all("u-admin", RoleWithdrawn{UserId{"u-ben"}, {}});
    CHECK(force.verdict("u-admin", CredentialChanged{"u-ben", "c", UserId{"u-mia"}}) ==
          "user_withdrawn");
    force.apply_all("u-cfi", CredentialChanged{"o-4471", "commitment", UserId{"u-mia"}});
    CHECK(force.fact<Credential>("o-4471").commitment == "commitment");
}

TEST_CASE("register: an item must have a serial, known statuses, and one place") {
    StockedArmoury force;
    const auto verdict = [&](const auto& change) {
        ItemRegistered item = an_item(force, "XX9");
        change(item);
        return force.verdict("u-mia", item);
    };
    CHECK(verdict([](ItemRegistered&) {}) == "allowed");
    CHECK(verdict([](ItemRegistered& item) { item.serial = "  "; }) == "code_wrong_kind");
    CHECK(verdict([](ItemRegistered& item) { item.location_status = "in store"; }) ==
          "code_unknown");
    CHECK(verdict([](ItemRegistered& item) { item.condition_status = "fine"; }) == "code_unknown");
    CHECK(verdict([](ItemRegistered& item) { item.location_status = "issued"; }) ==
          "code_wrong_kind");
    CHECK(verdict([](ItemRegistered& item) { item.issued_to = OfficerId{"o-4471"}; }) ==
          "code_wrong_kind");
    CHECK(verdict([](ItemRegistered& item) { item.issued_to = OfficerId{"o-none"}; }) ==
          "code_unknown");
    CHECK(verdict([](ItemRegistered& item) { item.tag = "t-1"; }) == "name_taken");
    CHECK(verdict([](ItemRegistered& item) { item.serial = "xx0001 "; }) == "name_taken");
    CHECK(verdict([](ItemRegistered& item) {
              item.location_status = "issued";
              item.issued_to = OfficerId{"o-4471"};
          }) == "allowed");
}

TEST_CASE("register: an item that was already out is open with its officer, and comes back") {
    StockedArmoury force;
    ItemRegistered out = an_item(force, "XX9");
    out.location_status = "issued";
    out.issued_to = force.pc;
    const EntryNumber number = force.apply_all("u-mia", out);
    const ItemId item = created_id<ItemId>('i', number);
    CHECK(force.fact<Item>(item.value).holder.value == "o-4471");
    force.apply_all("u-ann", force.giving_back({item}));
    CHECK(force.discrepancies().empty());
    CHECK(force.fact<Item>(item.value).holder.value == force.rack.value);
    CHECK(force.facts.all<OpenLine>().empty());
}

TEST_CASE("register: a hold that came with an item stops its issue") {
    StockedArmoury force;
    ItemRegistered item = an_item(force, "XX9");
    item.hold = "evidence";
    const ItemId held = created_id<ItemId>('i', force.apply_all("u-mia", item));
    const auto stops = force.stops("u-ann", force.issue({held}));
    REQUIRE(stops.size() == 1);
    CHECK(stops[0].refusal == Refusal::item_on_hold);
    CHECK(sentence_of(stops[0]).find("on hold (evidence)") != std::string::npos);
}

TEST_CASE("register: an id of a user or officer that could be read as another thing is refused") {
    Armoury force;
    for (const char* id : {"", "ann", "u-", "o-1", "u-a/b", "l-1"})
        CHECK(force.verdict("u-admin", UserAdded{UserId{id}, PersonId{"p-1"}, private_text("x")}) ==
              "code_wrong_kind");
    for (const char* id : {"", "4471", "o-", "u-1", "o-a/b", "l-1"})
        CHECK(force.verdict("u-admin",
                            OfficerAdded{OfficerId{id}, PersonId{"p-1"}, private_text("x"),
                                         private_text("x"), "pc", "F"}) == "code_wrong_kind");
    CHECK(force.verdict("u-admin", UserAdded{UserId{"u-x"}, PersonId{}, private_text("x")}) ==
          "code_wrong_kind");
}

TEST_CASE("register: a location with no parent begins another armoury, one below belongs to it") {
    Armoury force;
    const EntryNumber site = force.apply_all("u-admin", LocationAdded{"East", "armoury", {}});
    const EntryNumber rack = force.apply_all(
        "u-admin", LocationAdded{"East rack", "rack", created_id<LocationId>('l', site)});
    CHECK(force.fact<Location>("l-1").armoury.value == "a-1");
    CHECK(force.fact<Location>("l-" + std::to_string(site)).armoury.value ==
          "a-" + std::to_string(site));
    CHECK(force.fact<Location>("l-" + std::to_string(rack)).armoury.value ==
          "a-" + std::to_string(site));
}

TEST_CASE("setup: a policy takes what it knows and nothing else") {
    StockedArmoury force;
    const auto verdict = [&](const char* name, const char* value) {
        return force.verdict("u-admin", PolicySet{name, value, UserId{"u-mia"}});
    };
    for (const char* value : {"yes", "no"})
        CHECK(verdict("second_person_at_issue", value) == "allowed");
    for (const char* value : {"", "Yes", " yes", "maybe", "1"})
        CHECK(verdict("second_person_at_issue", value) == "value_unknown");
    for (const char* value : {"0", "30", "3650"})
        CHECK(verdict("authorisation_data_days", value) == "allowed");
    for (const char* value : {"", "-1", "3651", "lots", "30 days", "1.5", "99999999999999999999"})
        CHECK(verdict("authorisation_data_days", value) == "value_unknown");
    CHECK(verdict("pack_roles", "armoury_manager, senior_officer") == "allowed");
    for (const char* value : {"", " ", ",", "king", "senior_officer king"})
        CHECK(verdict("pack_roles", value) == "value_unknown");
    CHECK(verdict("classification", "OFFICIAL") == "allowed");
    CHECK(verdict("classification", "two\nlines") == "value_unknown");
    CHECK(verdict("due_back_hours.operational", "12") == "allowed");
    CHECK(verdict("due_back_hours.fishing", "12") == "code_unknown");
    CHECK(verdict("due_back_hours.", "12") == "code_unknown");
    CHECK(verdict("nonsense", "3") == "code_unknown");
}
