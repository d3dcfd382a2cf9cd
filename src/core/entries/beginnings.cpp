// SPDX-License-Identifier: MIT
#include "muster/core/entries/beginnings.hpp"

#include "core/moves.hpp"
#include "core/rules.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {

Decision decide_one(const Initialised& body, const Facts& facts, const Context& context) {
    if (context.next != 1 || facts.row(Table::force, "force"))
        return refused(Refusal::name_taken, "", {{"name", "This ledger"}});
    // Entry 1 is made by the administrator it creates (FORMATS §1).
    if (body.administrator.empty() || context.by != body.administrator)
        return refused(Refusal::user_unknown, context.by.value, {{"user", context.by.value}});
    return alone(body);
}

void apply_one(const Initialised& body, const Entry& entry, Changes& changes) {
    const auto armoury = created_id<ArmouryId>('a', entry.number);
    const auto location = created_id<LocationId>('l', entry.number);
    changes.put(Force{"force", body.force, body.origin, armoury, body.administrator, body.practice,
                      true, body.ledger_key});
    changes.put(Location{location.value, {}, body.armoury_name, "armoury", armoury});
    name_thing(changes, body.armoury_name, location.value, "location");
    changes.put(User{body.administrator.value, body.person, body.user_name, true, {}});
    changes.put(Role{body.administrator.value + "/administrator", body.administrator,
                     "administrator", entry.number});
}

Decision decide_one(const SetupClosed& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer)) return *no;
    const auto force = facts.find<Force>("force");
    if (!force || !force->setup_open) return refused(Refusal::setup_is_closed);
    SetupClosed closed = body;
    closed.entries_alone = context.next - 1;
    return alone(closed);
}

void apply_one(const SetupClosed&, const Entry&, Changes& changes) {
    auto force = changes.find<Force>("force");
    if (!force) return;
    force->setup_open = false;
    changes.put(*force);
}

Decision decide_one(const PolicySet& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    return alone(body);
}

void apply_one(const PolicySet& body, const Entry& entry, Changes& changes) {
    changes.put(Setting{body.name, body.value, entry.number});
}

Decision decide_one(const ReferenceSet& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    return alone(body);
}

void apply_one(const ReferenceSet& body, const Entry&, Changes& changes) {
    changes.put(Reference{body.list + "/" + body.code, body.list, body.code, body.title,
                          body.tracking.value_or(""), body.authorisation.value_or("")});
}

Decision decide_one(const SignedIn& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_inactive(facts, context.by)) return *no;
    // Nobody signs in for another.
    if (body.user != context.by)
        return refused(Refusal::power_missing, context.by.value,
                       {{"user", user_words(facts, context.by.value)}});
    return alone(body);
}

void apply_one(const SignedIn&, const Entry&, Changes&) {}

}  // namespace muster::core
