// SPDX-License-Identifier: MIT
#include "muster/core/entries/oversight.hpp"

#include <algorithm>

#include "../rules.hpp"

namespace muster::core {

Decision decide_one(const PeriodClosed& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::close_period, true)) return *no;
    EntryNumber last = 0;
    for (const Period& period : facts.all<Period>()) {
        if (period.key == body.label)
            return refused(Refusal::period_label_taken, body.label, {{"label", body.label}});
        last = std::max(last, period.last);
    }
    PeriodClosed closed = body;
    closed.from = last + 1;
    return alone(closed);
}

void apply_one(const PeriodClosed& body, const Entry& entry, Changes& changes) {
    changes.put(Period{body.label, body.from, entry.number, body.state});
}

Decision decide_one(const KeyCertified& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (!facts.row(Table::user, body.user.value)) return refused(Refusal::user_unknown, body.user.value);
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    for (const Certificate& known : facts.all<Certificate>())
        if (known.name == body.name) return refused(Refusal::name_taken, body.name, {{"name", body.name}});
    return alone(body);
}

void apply_one(const KeyCertified& body, const Entry& entry, Changes& changes) {
    changes.put(Certificate{body.certificate, body.name, body.user, body.method, entry.number});
}

Decision decide_one(const Exported& body, const Facts& facts, const Context& context) {
    const auto user = facts.find<User>(context.by.value);
    if (!user) return refused(Refusal::user_unknown, context.by.value);
    if (!user->active) return refused(Refusal::user_withdrawn, context.by.value);
    return alone(body);
}

void apply_one(const Exported&, const Entry&, Changes&) {}

Decision decide_one(const PackBuilt& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::build_pack)) return *no;
    if (!facts.row(Table::period, body.period))
        return refused(Refusal::period_unknown, body.period, {{"label", body.period}});
    const auto certificate = facts.find<Certificate>(body.certificate);
    if (!certificate || certificate->user != context.by)
        return refused(Refusal::key_unknown, body.certificate, {{"key", certificate ? certificate->name : body.certificate}});
    return alone(body);
}

void apply_one(const PackBuilt&, const Entry&, Changes&) {}

Decision decide_one(const PackSigned& body, const Facts& facts, const Context& context) {
    if (!facts.row(Table::user, context.by.value)) return refused(Refusal::user_unknown, context.by.value);
    if (!facts.row(Table::role, context.by.value + "/" + body.role))
        return refused(Refusal::role_not_held, context.by.value,
                       {{"user", user_words(facts, context.by.value)}, {"role", body.role}});
    if (!facts.row(Table::period, body.period))
        return refused(Refusal::period_unknown, body.period, {{"label", body.period}});
    const auto certificate = facts.find<Certificate>(body.certificate);
    if (!certificate || certificate->user != context.by)
        return refused(Refusal::key_unknown, body.certificate, {{"key", certificate ? certificate->name : body.certificate}});
    return alone(body);
}

void apply_one(const PackSigned&, const Entry&, Changes&) {}

}  // namespace muster::core
