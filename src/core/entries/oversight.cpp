// SPDX-License-Identifier: MIT
#include "muster/core/entries/oversight.hpp"

#include <algorithm>

#include "core/rules.hpp"

namespace muster::core {
namespace {

// A pack is of a closed period, and is signed with the signer's own certified key.
std::optional<Refused> refuse_papers(const Facts& facts, const UserId& by,
                                     const std::string& period, const std::string& digest) {
    if (!facts.row(Table::period, period))
        return refused(Refusal::period_unknown, period, {{"label", period}});
    const auto certificate = facts.find<Certificate>(digest);
    if (!certificate || certificate->user != by)
        return refused(Refusal::key_unknown, digest,
                       {{"key", certificate ? certificate->name : digest}});
    return std::nullopt;
}

}  // namespace

Decision decide_one(const PeriodClosed& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::close_period, true)) return *no;
    EntryNumber last = 0;
    for (const Period& period : facts.all<Period>()) {
        if (period.key == body.label)
            return refused(Refusal::period_label_taken, body.label, {{"label", body.label}});
        last = std::max(last, period.last);
    }
    if (last + 1 >= context.next) return refused(Refusal::period_empty);
    PeriodClosed closed = body;
    closed.from = last + 1;
    return alone(closed);
}

void apply_one(const PeriodClosed& body, const Entry& entry, Changes& changes) {
    changes.put(Period{body.label, body.from, entry.number, body.state});
}

Decision decide_one(const KeyCertified& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::administer, true)) return *no;
    if (const auto no = refuse_inactive(facts, body.user)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    for (const Certificate& known : facts.all<Certificate>())
        if (known.name == body.name || known.key == body.certificate)
            return refused(Refusal::name_taken, known.key, {{"name", known.name}});
    return alone(body);
}

void apply_one(const KeyCertified& body, const Entry& entry, Changes& changes) {
    changes.put(Certificate{body.certificate, body.name, body.user, body.method, entry.number});
}

Decision decide_one(const Exported& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_inactive(facts, context.by)) return *no;
    return alone(body);
}

void apply_one(const Exported&, const Entry&, Changes&) {}

Decision decide_one(const PackBuilt& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::build_pack)) return *no;
    if (const auto no = refuse_papers(facts, context.by, body.period, body.certificate)) return *no;
    return alone(body);
}

void apply_one(const PackBuilt&, const Entry&, Changes&) {}

Decision decide_one(const PackSigned& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_inactive(facts, context.by)) return *no;
    if (const auto no = refuse_papers(facts, context.by, body.period, body.certificate)) return *no;
    if (!facts.row(Table::role, context.by.value + "/" + body.role))
        return refused(Refusal::role_not_held, context.by.value,
                       {{"user", user_words(facts, context.by.value)}, {"role", body.role}});
    return alone(body);
}

void apply_one(const PackSigned&, const Entry&, Changes&) {}

}  // namespace muster::core
