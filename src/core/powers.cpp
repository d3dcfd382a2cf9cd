// SPDX-License-Identifier: MIT
#include "muster/core/powers.hpp"

#include <algorithm>
#include <charconv>

#include "muster/core/codes.hpp"

namespace muster::core {

const std::vector<RolePowers>& role_powers() {
    static const std::vector<RolePowers> table{
        {"armourer", "Armourer", {Power::issue, Power::handle, Power::witness, Power::count}},
        {"supervisor",
         "Supervisor",
         {Power::issue, Power::handle, Power::witness, Power::override_stop, Power::suspend,
          Power::count, Power::correct}},
        {"paired_officer", "Officer who may issue in pairs", {Power::issue_in_pair}},
        {"cfi",
         "Chief Firearms Instructor",
         {Power::authorise, Power::suspend, Power::keep_officers, Power::witness}},
        {"armoury_manager",
         "Armoury manager",
         {Power::approve, Power::keep_register, Power::keep_officers, Power::override_stop,
          Power::handle, Power::witness, Power::count, Power::correct, Power::release_hold,
          Power::close_period, Power::build_pack}},
        {"senior_officer", "Senior officer", {Power::approve, Power::oversee}},
        {"assurance", "Assurance team", {Power::build_pack, Power::oversee}},
        {"counter", "Counter (outsider)", {Power::count}},
        {"auditor", "Auditor", {}},
        {"head_of_audit", "Head of Internal Audit", {}},
        {"administrator", "Administrator", {Power::administer, Power::build_pack}},
    };
    return table;
}

bool is_role(std::string_view role) {
    const auto& table = role_powers();
    return std::any_of(table.begin(), table.end(),
                       [&](const RolePowers& row) { return row.role == role; });
}

namespace {

std::string roles_with(Power power) {
    std::string roles;
    for (const RolePowers& row : role_powers())
        if (std::find(row.powers.begin(), row.powers.end(), power) != row.powers.end())
            roles += (roles.empty() ? "" : ", ") + std::string{row.title};
    return roles;
}

}  // namespace

bool has_power(const Facts& facts, const UserId& user, Power power) {
    const auto account = facts.find<User>(user.value);
    if (!account || !account->active) return false;
    for (const RolePowers& row : role_powers()) {
        if (std::find(row.powers.begin(), row.powers.end(), power) == row.powers.end()) continue;
        if (facts.row(Table::role, user.value + "/" + row.role)) return true;
    }
    return false;
}

bool may_in_setup(const Facts& facts, const UserId& user) {
    const auto force = facts.find<Force>("force");
    return force && force->setup_open && force->first_administrator == user;
}

std::optional<Refused> refuse_inactive(const Facts& facts, const UserId& user) {
    const auto account = facts.find<User>(user.value);
    if (account && account->active) return std::nullopt;
    return refused(account ? Refusal::user_withdrawn : Refusal::user_unknown, user.value,
                   {{"user", user_words(facts, user.value)}});
}

std::optional<Refused> refuse_without(const Facts& facts, const UserId& user, Power power,
                                      bool setup_too) {
    if (auto no = refuse_inactive(facts, user)) return no;
    if (setup_too && may_in_setup(facts, user)) return std::nullopt;
    if (has_power(facts, user, power)) return std::nullopt;
    return refused(Refusal::power_missing, user.value,
                   {{"user", user_words(facts, user.value)}, {"roles", roles_with(power)}});
}

std::optional<Refused> refuse_unapproved(const Facts& facts, const UserId& by,
                                         const UserId& approver) {
    // An approver who is named is checked even in set-up: the entry says that they approved.
    if (approver.empty() && may_in_setup(facts, by)) return std::nullopt;
    if (approver.empty()) return refused(Refusal::approver_missing, by.value);
    if (auto no = refuse_inactive(facts, approver)) return no;
    const std::string name = user_words(facts, approver.value);
    if (person_of(facts, by.value) == person_of(facts, approver.value))
        return refused(Refusal::approver_is_requester, approver.value, {{"approver", name}});
    if (!has_power(facts, approver, Power::approve))
        return refused(Refusal::approver_lacks_power, approver.value, {{"approver", name}});
    return std::nullopt;
}

PersonId person_of(const Facts& facts, const std::string& user_or_officer) {
    if (user_or_officer.starts_with("o-")) {
        const auto officer = facts.find<Officer>(user_or_officer);
        return officer ? officer->person : PersonId{};
    }
    const auto user = facts.find<User>(user_or_officer);
    return user ? user->person : PersonId{};
}

std::string policy(const Facts& facts, const std::string& name, const std::string& otherwise) {
    const auto setting = facts.find<Setting>(name);
    return setting ? setting->value : otherwise;
}

std::int64_t policy_number(const Facts& facts, const std::string& name, std::int64_t otherwise) {
    const std::string text = policy(facts, name);
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && read.ec == std::errc{} && read.ptr == text.data() + text.size()
               ? number
               : otherwise;
}

}  // namespace muster::core
