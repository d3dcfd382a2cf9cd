// SPDX-License-Identifier: MIT
#include "muster/core/entries/people.hpp"

#include "../rules.hpp"

namespace muster::core {

Decision decide_one(const UserAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (facts.row(Table::user, body.user.value))
        return refused(Refusal::name_taken, body.user.value, {{"name", body.name.shown()}});
    return alone(body);
}

void apply_one(const UserAdded& body, const Entry& entry, Changes& changes) {
    changes.put(User{body.user.value, body.person, body.name, true, entry.by});
}

Decision decide_one(const RoleGranted& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    const auto user = facts.find<User>(body.user.value);
    if (!user) return refused(Refusal::user_unknown, body.user.value);
    if (!user->active) return refused(Refusal::user_withdrawn, body.user.value);
    if (!is_role(body.role)) {
        std::string roles;
        for (const RolePowers& row : role_powers()) roles += (roles.empty() ? "" : ", ") + std::string{row.role};
        return refused(Refusal::role_unknown, body.role, {{"role", body.role}, {"roles", roles}});
    }
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    // Nobody approves a power for themselves.
    if (!body.approver.empty() && person_of(facts, body.approver.value) == user->person)
        return refused(Refusal::approver_is_requester, body.approver.value);
    return alone(body);
}

void apply_one(const RoleGranted& body, const Entry& entry, Changes& changes) {
    changes.put(Role{body.user.value + "/" + body.role, body.user, body.role, entry.number});
}

Decision decide_one(const RoleWithdrawn& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (!facts.row(Table::user, body.user.value)) return refused(Refusal::user_unknown, body.user.value);
    if (body.role && !facts.row(Table::role, body.user.value + "/" + *body.role))
        return refused(Refusal::role_not_held, body.user.value, {{"role", *body.role}});
    return alone(body);
}

void apply_one(const RoleWithdrawn& body, const Entry&, Changes& changes) {
    if (body.role) return changes.remove<Role>(body.user.value + "/" + *body.role);
    for (const Role& role : changes.all<Role>(body.user.value + "/")) changes.remove<Role>(role.key);
    if (auto user = changes.find<User>(body.user.value)) {
        user->active = false;
        changes.put(*user);
    }
}

// Somebody else's secret takes two people: else one administrator could sign in as both halves of a
// two-person rule (DOMAIN §8).
Decision decide_one(const CredentialChanged& body, const Facts& facts, const Context& context) {
    const bool user_exists = facts.row(Table::user, body.holder).has_value();
    if (!user_exists && !facts.row(Table::officer, body.holder))
        return refused(Refusal::user_unknown, body.holder);
    if (body.holder == context.by.value) {
        const auto user = facts.find<User>(body.holder);
        if (!user->active) return refused(Refusal::user_withdrawn, body.holder);
        return alone(body);
    }
    const bool officers = !user_exists && has_power(facts, context.by, Power::keep_officers);
    if (!officers)
        if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    if (!body.approver.empty() && body.holder == body.approver.value)
        return refused(Refusal::approver_is_requester, body.approver.value);
    return alone(body);
}

void apply_one(const CredentialChanged& body, const Entry& entry, Changes& changes) {
    changes.put(Credential{body.holder, body.commitment, entry.number});
}

Decision decide_one(const OfficerAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_officers, true)) return *no;
    if (facts.row(Table::officer, body.officer.value))
        return refused(Refusal::name_taken, body.officer.value, {{"name", body.collar.shown()}});
    return alone(body);
}

void apply_one(const OfficerAdded& body, const Entry&, Changes& changes) {
    changes.put(Officer{body.officer.value, body.person, body.collar, body.name, body.rank, body.unit, true});
}

Decision decide_one(const AuthorisationGranted& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::authorise, true)) return *no;
    const auto officer = facts.find<Officer>(body.officer.value);
    if (!officer) return refused(Refusal::code_unknown, body.officer.value);
    if (!officer->active)
        return refused(Refusal::officer_left, body.officer.value, {{"officer", officer_words(facts, officer->key)}});
    if (!facts.row(Table::reference, "class/" + body.weapon_class))
        return refused(Refusal::code_unknown, body.weapon_class, {{"code", "class " + body.weapon_class}});
    return alone(body);
}

void apply_one(const AuthorisationGranted& body, const Entry& entry, Changes& changes) {
    changes.put(Authorisation{body.officer.value + "/" + body.weapon_class, body.officer, body.weapon_class,
                              body.from, body.to, body.suspended, body.source, body.as_at, entry.by,
                              uk_date(entry.recorded_at)});
}

Decision decide_one(const AuthorisationSuspended& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::suspend, true)) return *no;
    if (!facts.row(Table::officer, body.officer.value)) return refused(Refusal::code_unknown, body.officer.value);
    if (body.weapon_class && !facts.row(Table::authorisation, body.officer.value + "/" + *body.weapon_class))
        return refused(Refusal::authorisation_absent, body.officer.value,
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
