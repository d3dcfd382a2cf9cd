// SPDX-License-Identifier: MIT
#include "muster/core/entries/supervision.hpp"

#include <algorithm>

#include "core/moves.hpp"
#include "core/rules.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/oversight_facts.hpp"

/// Senior oversight: custodians, deputies, dip-tests, sign-offs (DOMAIN §6).
namespace muster::core {
namespace {

std::string dip_key(const DipTestId& test, std::size_t line) {
    const std::string number = std::to_string(line);
    return test.value + "/" + std::string(3 - std::min<std::size_t>(3, number.size()), '0') +
           number;
}

std::string line_result(const Facts& facts, const DipTestId& test, const DipTestLine& line,
                        const ItemId& seen) {
    if (seen == line.item) return "agreed";
    // What moved between the draw and the walk is explained by its movement.
    const auto item = facts.find<Item>(line.item.value);
    const EntryNumber drawn = std::stoll(test.value.substr(2));
    return item && item->moved > drawn ? "moved" : "differs";
}

const DipSeen* seen_at(const DipTestKeyed& body, std::size_t line) {
    const auto found = std::find_if(body.lines.begin(), body.lines.end(), [&](const DipSeen& each) {
        return each.line == static_cast<std::int64_t>(line);
    });
    return found == body.lines.end() ? nullptr : &*found;
}

// The principal for whom somebody signs today; nobody where they are senior themselves.
std::optional<UserId> signs_for(const Facts& facts, const UserId& signer, Instant when) {
    if (facts.row(Table::role, signer.value + "/senior_officer")) return UserId{};
    const Date today = uk_date(when);
    for (const Deputy& each : facts.all<Deputy>(signer.value + "/")) {
        if (today < each.from || each.to < today) continue;
        if (facts.row(Table::role, each.principal.value + "/senior_officer")) return each.principal;
    }
    return std::nullopt;
}

Refused not_senior(const Facts& facts, const UserId& user) {
    return refused(Refusal::not_senior, user.value, {{"user", user_words(facts, user.value)}});
}

// A month that has begun, a count that is closed, a discrepancy that is approved, a dip-test: what
// goes on nobody signs off.
bool is_known_paper(const Facts& facts, const std::string& what, Instant now) {
    constexpr std::string_view brief = "brief ";
    if (what.starts_with(brief)) {
        const auto first = date_of(what.substr(brief.size()) + "-01");
        return first && *first <= uk_date(now);
    }
    if (what.starts_with("c-")) {
        const auto count = facts.find<Stocktake>(what);
        return count && count->state == "closed";
    }
    if (what.starts_with("d-")) {
        const auto found = facts.find<Discrepancy>(what);
        return found && found->state == "approved";
    }
    return what.starts_with("q-") && facts.row(Table::dip_test, what).has_value();
}

// Ink is signed on paper: somebody who is neither the signer nor whoever keys it saw it signed.
std::optional<Refused> refuse_method(const OversightSigned& body, const Facts& facts,
                                     const Context& context) {
    const auto same = [&](const UserId& a, const UserId& b) {
        return person_of(facts, a.value) == person_of(facts, b.value);
    };
    if (body.method == "key" || body.method == "card") {
        if (body.signer == context.by) return std::nullopt;
        return refused(Refusal::detail_missing, body.signer.value,
                       {{"detail",
                         "their own account: whoever signs by key or card signs in "
                         "themselves"}});
    }
    if (body.method != "ink")
        return refused(Refusal::value_unknown, body.method,
                       {{"name", "Method"}, {"value", body.method}, {"takes", "key, card or ink"}});
    if (body.witness.empty()) return refused(Refusal::second_missing);
    if (auto no = refuse_inactive(facts, body.witness)) return no;
    if (same(body.witness, body.signer) || same(body.witness, context.by))
        return refused(Refusal::second_is_issuer, body.witness.value);
    return std::nullopt;
}

}  // namespace

Decision decide_one(const CustodianNamed& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (!body.custodian.empty())
        if (auto no = refuse_inactive(facts, body.custodian)) return *no;
    if (!facts.row(Table::location, body.location.value))
        return refused(Refusal::code_unknown, body.location.value, {{"code", body.location.value}});
    return alone(body);
}

void apply_one(const CustodianNamed& body, const Entry& entry, Changes& changes) {
    if (body.custodian.empty()) return changes.remove<Custodian>(body.location.value);
    changes.put(Custodian{body.location.value, body.custodian, entry.number});
}

Decision decide_one(const DeputyNamed& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_inactive(facts, context.by)) return *no;
    if (auto no = refuse_inactive(facts, body.deputy)) return *no;
    if (!facts.row(Table::role, context.by.value + "/senior_officer"))
        return not_senior(facts, context.by);
    if (body.to < body.from)
        return refused(Refusal::value_unknown, "to",
                       {{"name", "Last day"},
                        {"value", people_text(body.to)},
                        {"takes", "a day that is not before the first"}});
    return alone(body);
}

void apply_one(const DeputyNamed& body, const Entry& entry, Changes& changes) {
    changes.put(Deputy{body.deputy.value + "/" + number_key(entry.number), entry.by, body.deputy,
                       body.from, body.to});
}

Decision decide_one(const DipTestDrawn& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_without(facts, context.by, Power::oversee)) return *no;
    if (body.lines.empty() || body.lines.size() > dip_test_lines_max)
        return refused(Refusal::basket_empty);
    for (const DipPosition& line : body.lines)
        if (!facts.row(Table::item, line.item.value) ||
            !facts.row(Table::location, line.location.value))
            return refused(Refusal::code_unknown, line.item.value, {{"code", line.item.value}});
    return alone(body);
}

void apply_one(const DipTestDrawn& body, const Entry& entry, Changes& changes) {
    const auto test = created_id<DipTestId>('q', entry.number);
    changes.put(DipTest{test.value, body.place, entry.recorded_at, {}, std::nullopt, 0, 0});
    for (std::size_t i = 0; i < body.lines.size(); ++i)
        changes.put(DipTestLine{dip_key(test, i + 1), body.lines[i].location,
                                body.lines[i].position, body.lines[i].item, ""});
}

Decision decide_one(const DipTestKeyed& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_without(facts, context.by, Power::oversee)) return *no;
    const auto test = facts.find<DipTest>(body.test.value);
    if (!test)
        return refused(Refusal::dip_test_unknown, body.test.value, {{"test", body.test.value}});
    if (test->keyed_at)
        return refused(Refusal::dip_test_keyed_already, test->key, {{"test", test->key}});
    if (!signs_for(facts, body.walked_by, context.happened_at))
        return not_senior(facts, body.walked_by);
    const auto lines = facts.all<DipTestLine>(body.test.value + "/");
    DipTestKeyed keyed = body;
    keyed.agreed = keyed.differs = 0;
    std::vector<Body> bodies{Body{}};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const DipSeen* seen = seen_at(body, i + 1);
        if (seen == nullptr)
            return refused(Refusal::detail_missing, body.test.value,
                           {{"detail", "what was seen at line " + std::to_string(i + 1)}});
        const std::string result = line_result(facts, body.test, lines[i], seen->item);
        keyed.agreed += result == "agreed";
        keyed.differs += result == "differs";
        if (result == "differs")
            bodies.emplace_back(DiscrepancyOpened{"dip_test_differs", lines[i].item.value,
                                                  lines[i].location.value, 1, 0, context.next});
    }
    if (body.lines.size() != lines.size())
        return refused(Refusal::line_repeated, body.test.value, {{"subject", "A line"}});
    bodies.front() = keyed;
    return bodies;
}

void apply_one(const DipTestKeyed& body, const Entry& entry, Changes& changes) {
    auto test = changes.find<DipTest>(body.test.value);
    if (!test) return;
    test->walked_by = body.walked_by;
    test->keyed_at = entry.recorded_at;
    test->agreed = body.agreed;
    test->differs = body.differs;
    changes.put(*test);
    auto lines = changes.all<DipTestLine>(body.test.value + "/");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const DipSeen* seen = seen_at(body, i + 1);
        if (seen == nullptr) continue;
        lines[i].result = line_result(changes, body.test, lines[i], seen->item);
        changes.put(lines[i]);
    }
}

Decision decide_one(const OversightSigned& body, const Facts& facts, const Context& context) {
    if (auto no = refuse_inactive(facts, context.by)) return *no;
    if (auto no = refuse_inactive(facts, body.signer)) return *no;
    if (body.signer != context.by)
        if (auto no = refuse_without(facts, context.by, Power::oversee)) return *no;
    if (!is_known_paper(facts, body.what, context.now))
        return refused(Refusal::code_unknown, body.what, {{"code", body.what}});
    if (auto no = refuse_method(body, facts, context)) return *no;
    const auto principal = signs_for(facts, body.signer, context.happened_at);
    if (!principal) return not_senior(facts, body.signer);
    if (facts.row(Table::oversight_signature, body.what + "|" + body.signer.value))
        return refused(Refusal::signed_already, body.signer.value,
                       {{"user", user_words(facts, body.signer.value)}});
    OversightSigned signed_off = body;
    signed_off.principal = *principal;
    return alone(signed_off);
}

void apply_one(const OversightSigned& body, const Entry& entry, Changes& changes) {
    changes.put(OversightSignature{body.what + "|" + body.signer.value, body.what, body.signer,
                                   body.principal, body.method, body.witness, entry.happened_at,
                                   entry.number});
}

}  // namespace muster::core
