// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "app/movement_recording.hpp"
#include "muster/app/counts.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/transitions.hpp"
#include "muster/ledger/confirmation.hpp"

/// Handovers of the duty and of an ARV's safe; and what is away.
namespace muster::app {
namespace {

core::LocationId site_of(const core::Facts& facts, const core::ArmouryId& armoury) {
    for (const core::Location& place : facts.all<core::Location>())
        if (place.armoury == armoury && place.parent.empty()) return core::LocationId{place.key};
    return {};
}

// Each of the crew gives their own PIN, before the transaction.
core::Result<void> check_pin(OpenLedger& ledger, const std::optional<std::string>& collar,
                             Secrets& secrets) {
    if (!collar) return boost::outcome_v2::success();
    auto officer = officer_with_collar(ledger, *collar);
    if (!officer) return std::move(officer).error();
    return check_secret_of(ledger, officer.value().value, *collar,
                           secrets.secret("officer:" + *collar));
}

}  // namespace

core::Result<MovementReceipt> hand_over_duty(OpenLedger& ledger, const Author& author,
                                             const std::string& to,
                                             const std::optional<std::string>& place,
                                             const std::optional<std::string>& count,
                                             const std::optional<std::string>& note,
                                             Secrets& secrets, const CommitDetails& details) {
    auto taker = confirm_by(ledger, to, secrets);
    if (!taker) return std::move(taker).error();
    return record_movement(
        ledger, author, details, [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            core::DutyHandedOver body;
            body.place = place ? named.location(place) : site_of(named.facts(), author.armoury);
            body.to = taker.value();
            if (count) body.count = count_id(*count);
            body.note = private_or_none(note);
            return {body};
        });
}

core::Result<MovementReceipt> take_over_alone(OpenLedger& ledger, const Author& author,
                                              const std::optional<std::string>& place,
                                              const std::optional<std::string>& count,
                                              const std::string& reason,
                                              const CommitDetails& details) {
    return record_movement(
        ledger, author, details, [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            core::DutyHandedOver body;
            body.place = place ? named.location(place) : site_of(named.facts(), author.armoury);
            body.to = author.user;
            if (count) body.count = count_id(*count);
            body.alone = core::private_text(reason);
            return {body};
        });
}

namespace {

core::VehicleChecked seen_in(NamedThings& named, const VehicleCheckRequest& request) {
    core::VehicleChecked body;
    body.place = named.location(request.vehicle);
    body.stage = request.stage;
    if (request.stage != "start") body.from = named.officer(request.from);
    if (request.stage != "end") body.to = named.officer(request.to);
    for (const std::string& code : request.seen.items) body.items.push_back(named.item(code));
    body.stock = named.stock(request.seen);
    return body;
}

// What the crew saw, as they will confirm it. A difference tells what the book says, which whoever
// counts blind must not learn.
core::Result<core::VehicleChecked> freeze(OpenLedger& ledger, const Author& author,
                                          const VehicleCheckRequest& request) {
    core::VehicleChecked seen;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        NamedThings named{tx, facts};
        seen = seen_in(named, request);
        no = refuse_blind(facts, author.user);
        if (named.refused.lines.empty()) return;
        core::sort_by_precedence(named.refused);
        no = named.refused;
    });
    if (no) return std::move(*no);
    return seen;
}

}  // namespace

core::Result<MovementReceipt> check_vehicle(OpenLedger& ledger, const Author& author,
                                            const VehicleCheckRequest& request, Secrets& secrets) {
    const auto frozen = freeze(ledger, author, request);
    if (!frozen) return frozen.error();
    const std::string digest = ledger::basket_digest(frozen.value());
    for (const auto& collar : {request.from, request.to})
        if (auto checked = check_pin(ledger, collar, secrets); !checked)
            return std::move(checked).error();
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal& proposal) -> std::vector<core::Body> {
            core::VehicleChecked body = seen_in(named, request);
            body.explanation = private_or_none(request.explanation);
            // Where the codes now name something else, the PINs were for something else.
            if (ledger::basket_digest(body) != digest)
                named.refused.lines.push_back({core::Refusal::confirmation_missing, "", {}});
            const core::Confirmation confirmed{proposal.now(), "pin", digest};
            if (!body.from.empty()) body.confirmed_from = confirmed;
            if (!body.to.empty()) body.confirmed_to = confirmed;
            return {body};
        });
}

namespace {

core::Value case_row(const core::Facts& facts, const core::Case& each, const core::CaseLine& line) {
    core::Value::Object row{{"case", each.key},
                            {"sort", each.sort},
                            {"subject_id", line.subject},
                            {"subject", core::subject_words(facts, line.subject)},
                            {"from", core::holder_words(facts, line.from.value)},
                            {"reference", each.reference},
                            {"seal", each.seal},
                            {"other", each.other},
                            {"since", core::text_of(each.since)},
                            {"due", each.due ? core::text_of(*each.due) : ""},
                            {"outcome", line.outcome},
                            {"state", each.state}};
    if (!each.to.empty()) row.emplace("to", core::holder_words(facts, each.to.value));
    if (each.person)
        row.emplace("person", facts.disclosed(each.person->digest).value_or("(withheld)"));
    row.emplace("quantity", line.quantity);
    row.emplace("open", line.open);
    row.emplace("number", each.opened);
    row.emplace("acknowledged", each.acknowledged != 0);
    row.emplace("return_acknowledged", each.return_acknowledged != 0);
    return core::Value{std::move(row)};
}

// What an imported register says is away has no case: it comes back by `--back import`.
const char* sort_without_case(const std::string& location_status) {
    static const std::map<std::string, const char*, std::less<>> sorts{
        {"at_maintenance", "repair"}, {"in_transit", "consignment"}, {"on_loan_out", "loan_out"},
        {"on_loan_in", "loan_in"},    {"seized", "seizure"},         {"missing", "loss"}};
    const auto found = sorts.find(location_status);
    return found == sorts.end() ? nullptr : found->second;
}

core::Value row_without_case(const core::Facts& facts, const core::Item& item, const char* sort) {
    return core::Value{core::Value::Object{{"case", "import"},
                                           {"sort", sort},
                                           {"subject_id", item.key},
                                           {"subject", core::subject_words(facts, item.key)},
                                           {"from", core::holder_words(facts, item.home.value)},
                                           {"reference", ""},
                                           {"seal", ""},
                                           {"other", ""},
                                           {"since", ""},
                                           {"due", ""},
                                           {"outcome", ""},
                                           {"state", "open"},
                                           {"quantity", std::int64_t{1}},
                                           {"open", std::int64_t{1}},
                                           {"acknowledged", true},
                                           {"return_acknowledged", true},
                                           {"overdue", false}}};
}

bool matches(const core::Value& row, const std::string& wanted) {
    if (wanted.empty()) return true;
    return std::any_of(row.object()->begin(), row.object()->end(), [&](const auto& member) {
        const std::string* text = member.second.text();
        return text != nullptr && core::normal_code(*text).find(wanted) != std::string::npos;
    });
}

// After all cases, since their keys sort after those.
void fill_without_case(const core::Facts& facts, const ListRequest& request,
                       const std::string& wanted, Listing& listing) {
    facts.rows(core::Table::item, "", [&](const core::Row& stored) {
        const auto item = core::fact_of<core::Item>(stored);
        const char* sort = sort_without_case(item.location_status);
        const std::string key = "~" + item.key;
        const bool is_next = request.after.empty() || key > request.after;
        if (sort == nullptr || !is_next || facts.row(core::Table::away_case, item.holder.value))
            return true;
        core::Value row = row_without_case(facts, item, sort);
        if (!matches(row, wanted)) return true;
        listing.rows.push_back(std::move(row));
        const bool full = static_cast<std::int64_t>(listing.rows.size()) >= request.limit;
        if (full) listing.next = key;
        return !full;
    });
}

void fill_cases(const core::Facts& facts, const ListRequest& request, core::Instant now,
                Listing& listing) {
    const bool all = request.filter == "all";
    const std::string wanted = all ? "" : core::normal_code(request.filter);
    for (const core::Case& each : facts.all<core::Case>()) {
        if (!all && each.state == "closed") continue;
        for (const core::CaseLine& line : facts.all<core::CaseLine>(each.key + "/")) {
            if (!request.after.empty() && line.key <= request.after) continue;
            core::Value row = case_row(facts, each, line);
            if (!matches(row, wanted)) continue;
            std::get<core::Value::Object>(row.data).emplace("overdue", each.due && *each.due < now);
            listing.rows.push_back(std::move(row));
            if (static_cast<std::int64_t>(listing.rows.size()) >= request.limit) {
                listing.next = line.key;
                return;
            }
        }
    }
    fill_without_case(facts, request, wanted, listing);
}

}  // namespace

core::Result<Listing> cases(OpenLedger& ledger, const ListRequest& request) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (!no) fill_cases(facts, request, ledger.now(), listing);
    });
    if (no) return std::move(*no);
    return listing;
}

}  // namespace muster::app
