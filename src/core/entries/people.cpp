// SPDX-License-Identifier: MIT
#include "muster/core/entries/people.hpp"

#include <algorithm>

#include "core/rules.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/oversight_facts.hpp"

namespace muster::core {
namespace {

// Ids become parts of keys, and their first letters say what they name.
bool is_id_of(const std::string& id, std::string_view letter) {
    return id.size() > letter.size() && id.starts_with(letter) && id.find('/') == std::string::npos;
}

Refused not_an_id(const std::string& id, const char* wanted) {
    return refused(Refusal::code_wrong_kind, id,
                   {{"code", id.empty() ? "An empty text" : id}, {"wanted", wanted}});
}

// Two accounts of one human are one person (DOMAIN §3).
bool is_same_person(const Facts& facts, const std::string& one, const std::string& other) {
    return one == other || person_of(facts, one) == person_of(facts, other);
}

Refused own_approval(const Facts& facts, const UserId& approver) {
    return refused(Refusal::approver_is_requester, approver.value,
                   {{"approver", user_words(facts, approver.value)}});
}

Refused unknown_officer(const OfficerId& officer) {
    return refused(Refusal::code_unknown, officer.value, {{"code", officer.value}});
}

Refused unknown_role(const std::string& role) {
    std::string roles;
    for (const RolePowers& row : role_powers())
        roles += (roles.empty() ? "" : ", ") + std::string{row.role};
    return refused(Refusal::role_unknown, role, {{"role", role}, {"roles", roles}});
}

}  // namespace

Decision decide_one(const UserAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (!is_id_of(body.user.value, "u-")) return not_an_id(body.user.value, "a user's id");
    if (body.person.empty()) return not_an_id("", "a person's id");
    if (facts.row(Table::user, body.user.value))
        return refused(Refusal::name_taken, body.user.value, {{"name", body.name.shown()}});
    return alone(body);
}

void apply_one(const UserAdded& body, const Entry& entry, Changes& changes) {
    changes.put(User{body.user.value, body.person, body.name, true, entry.by});
}

Decision decide_one(const RoleGranted& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (const auto no = refuse_inactive(facts, body.user)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    // Nobody approves a power for themselves.
    if (!body.approver.empty() && is_same_person(facts, body.approver.value, body.user.value))
        return own_approval(facts, body.approver);
    if (!is_role(body.role)) return unknown_role(body.role);
    return alone(body);
}

void apply_one(const RoleGranted& body, const Entry& entry, Changes& changes) {
    changes.put(Role{body.user.value + "/" + body.role, body.user, body.role, entry.number});
}

Decision decide_one(const RoleWithdrawn& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (!facts.row(Table::user, body.user.value))
        return refused(Refusal::user_unknown, body.user.value, {{"user", body.user.value}});
    if (body.role && !facts.row(Table::role, body.user.value + "/" + *body.role))
        return refused(Refusal::role_not_held, body.user.value,
                       {{"user", user_words(facts, body.user.value)}, {"role", *body.role}});
    return alone(body);
}

void apply_one(const RoleWithdrawn& body, const Entry& entry, Changes& changes) {
    if (keeps_team_rules(changes))
        for (const Role& role : changes.all<Role>(body.user.value + "/"))
            if (is_stock_role(role.role) && (!body.role || *body.role == role.role))
                changes.put(LeftStock{body.user.value, entry.recorded_at});
    if (body.role) return changes.remove<Role>(body.user.value + "/" + *body.role);
    for (const Role& role : changes.all<Role>(body.user.value + "/"))
        changes.remove<Role>(role.key);
    if (auto user = changes.find<User>(body.user.value)) {
        user->active = false;
        changes.put(*user);
    }
}

// Somebody else's secret takes two people: else one administrator could sign in as both halves of a
// two-person rule (DOMAIN §8).
Decision decide_one(const CredentialChanged& body, const Facts& facts, const Context& context) {
    const bool officers = facts.row(Table::officer, body.holder).has_value();
    if (!officers)
        if (const auto no = refuse_inactive(facts, UserId{body.holder})) return *no;
    if (body.holder == context.by.value) {
        if (!body.approver.empty())
            if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
        return alone(body);
    }
    if (!officers || !has_power(facts, context.by, Power::keep_officers))
        if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    if (!body.approver.empty() && is_same_person(facts, body.approver.value, body.holder))
        return own_approval(facts, body.approver);
    return alone(body);
}

void apply_one(const CredentialChanged& body, const Entry& entry, Changes& changes) {
    changes.put(Credential{body.holder, body.commitment, entry.number});
}

Decision decide_one(const OfficerAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_officers, true)) return *no;
    if (!is_id_of(body.officer.value, "o-"))
        return not_an_id(body.officer.value, "an officer's id");
    if (body.person.empty()) return not_an_id("", "a person's id");
    if (facts.row(Table::officer, body.officer.value))
        return refused(Refusal::name_taken, body.officer.value, {{"name", body.collar.shown()}});
    return alone(body);
}

void apply_one(const OfficerAdded& body, const Entry&, Changes& changes) {
    changes.put(Officer{body.officer.value, body.person, body.collar, body.name, body.rank,
                        body.unit, true});
}

// A leaver who still holds something is recorded all the same: T16 and the recall list show it.
Decision decide_one(const OfficerChanged& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_officers, true)) return *no;
    if (!facts.row(Table::officer, body.officer.value)) return unknown_officer(body.officer);
    return alone(body);
}

namespace {

// Who comes back is authorised anew. What was suspended stays so: a list that lacks somebody for
// one night must not lift it.
void end_competences(Changes& changes, const Officer& leaver, Date last) {
    for (Authorisation& held : changes.all<Authorisation>(leaver.key + "/")) {
        if (held.to <= last) continue;
        held.to = last;
        held.from = std::min(held.from, last);
        changes.put(held);
    }
}

}  // namespace

void apply_one(const OfficerChanged& body, const Entry&, Changes& changes) {
    auto officer = changes.find<Officer>(body.officer.value);
    if (!officer) return;
    if (body.name) officer->name = *body.name;
    if (body.rank) officer->rank = *body.rank;
    if (body.unit) officer->unit = *body.unit;
    if (body.active) officer->active = *body.active;
    changes.put(*officer);
    if (!officer->active) end_competences(changes, *officer, Date{body.as_at.days - 1});
}

Decision decide_one(const AuthorisationGranted& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::authorise, true)) return *no;
    const auto officer = facts.find<Officer>(body.officer.value);
    if (!officer) return unknown_officer(body.officer);
    if (!facts.row(Table::reference, "class/" + body.weapon_class))
        return refused(Refusal::code_unknown, body.weapon_class,
                       {{"code", "class " + body.weapon_class}});
    if (!officer->active)
        return refused(Refusal::officer_left, body.officer.value,
                       {{"officer", officer_words(facts, officer->key)}});
    return alone(body);
}

void apply_one(const AuthorisationGranted& body, const Entry& entry, Changes& changes) {
    const std::string key = body.officer.value + "/" + body.weapon_class;
    // A renewal that is entered ahead goes on from what is in force, and takes nothing away.
    Date from = body.from;
    if (const auto held = changes.find<Authorisation>(key);
        held && from > uk_date(entry.happened_at) && held->from < from &&
        held->to.days >= from.days - 1)
        from = held->from;
    changes.put(Authorisation{key, body.officer, body.weapon_class, from, body.to, body.suspended,
                              body.source, body.as_at, entry.by, uk_date(entry.recorded_at)});
}

Decision decide_one(const AuthorisationSuspended& body, const Facts& facts,
                    const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::suspend, true)) return *no;
    if (!facts.row(Table::officer, body.officer.value)) return unknown_officer(body.officer);
    if (body.weapon_class &&
        !facts.row(Table::authorisation, body.officer.value + "/" + *body.weapon_class))
        return refused(
            Refusal::authorisation_absent, body.officer.value,
            {{"officer", officer_words(facts, body.officer.value)}, {"class", *body.weapon_class}});
    return alone(body);
}

void apply_one(const AuthorisationSuspended& body, const Entry&, Changes& changes) {
    for (Authorisation& held : changes.all<Authorisation>(body.officer.value + "/")) {
        if (body.weapon_class && held.weapon_class != *body.weapon_class) continue;
        held.suspended = true;
        changes.put(held);
    }
}

}  // namespace muster::core
