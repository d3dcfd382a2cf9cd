// SPDX-License-Identifier: MIT
#include "muster/core/entries/beginnings.hpp"

#include <algorithm>
#include <array>

#include "core/moves.hpp"
#include "core/rules.hpp"
#include "muster/core/policies.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

constexpr std::array<std::string_view, 6> lists{"class",   "category",    "rank",
                                                "purpose", "expenditure", "count_sort"};

std::optional<Refused> refuse_code(const ReferenceSet& body) {
    const bool plain =
        !body.code.empty() && body.code.size() <= 40 &&
        body.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (plain) return std::nullopt;
    return refused(Refusal::value_unknown, body.code,
                   {{"name", "A code of the list " + body.list},
                    {"value", body.code},
                    {"takes", "small letters, digits and underscores"}});
}

std::optional<Refused> refuse_category(const Facts& facts, const ReferenceSet& body) {
    const std::string tracking = body.tracking.value_or("");
    if (tracking != "item" && tracking != "batch" && tracking != "counted")
        return refused(Refusal::value_unknown, body.code,
                       {{"name", "The tracking of category " + body.code},
                        {"value", tracking},
                        {"takes", "item, batch or counted"}});
    const std::string needed = body.authorisation.value_or("");
    if (!needed.empty() && !facts.row(Table::reference, "class/" + needed))
        return refused(Refusal::code_unknown, needed, {{"code", "Class " + needed}});
    return std::nullopt;
}

}  // namespace

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
    if (const auto no = refuse_policy(facts, body.name, body.value)) return *no;
    return alone(body);
}

void apply_one(const PolicySet& body, const Entry& entry, Changes& changes) {
    changes.put(Setting{body.name, body.value, entry.number});
}

Decision decide_one(const ReferenceSet& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    // A category says which class an officer needs: alone, nobody may take that away.
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    if (std::find(lists.begin(), lists.end(), body.list) == lists.end())
        return refused(Refusal::code_unknown, body.list, {{"code", "List " + body.list}});
    if (const auto no = refuse_code(body)) return *no;
    if (body.list == "category") {
        if (const auto no = refuse_category(facts, body)) return *no;
    }
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
        return refused(
            Refusal::power_missing, context.by.value,
            {{"user", user_words(facts, context.by.value)}, {"roles", "whoever's account it is"}});
    return alone(body);
}

void apply_one(const SignedIn&, const Entry&, Changes&) {}

}  // namespace muster::core
