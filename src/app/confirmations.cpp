// SPDX-License-Identifier: MIT
#include "muster/app/confirmations.hpp"

#include <algorithm>
#include <set>

#include "app/basket.hpp"
#include "app/single_commit.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/counter_facts.hpp"
#include "muster/core/held_too_long.hpp"
#include "muster/core/policies.hpp"
#include "muster/core/powers.hpp"
#include "muster/ledger/confirmation.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;
using Object = core::Value::Object;

core::Result<void> check_pin(OpenLedger& ledger, const core::OfficerId& officer,
                             const std::string& collar, Secrets& secrets) {
    return check_secret_of(ledger, officer.value, collar, secrets.secret("officer:" + collar));
}

bool has_words(const Object& row, const std::string& filter) {
    const std::string wanted = core::normal_code(filter);
    return wanted.empty() || std::any_of(row.begin(), row.end(), [&](const auto& member) {
               const std::string* text = member.second.text();
               return text != nullptr && core::normal_code(*text).find(wanted) != text->npos;
           });
}

/// A list of few rows: all that have the words asked for, up to the limit.
core::Result<Listing> short_list(
    OpenLedger& ledger, const ListRequest& request,
    const std::function<void(const core::Facts&, const std::function<void(Object)>&)>& fill) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (no) return;
        fill(facts, [&](Object row) {
            const auto full = static_cast<std::int64_t>(listing.rows.size()) >= request.limit;
            if (!full && has_words(row, request.filter)) listing.rows.emplace_back(std::move(row));
        });
    });
    if (no) return std::move(*no);
    return listing;
}

std::string text_or_empty(const std::optional<core::Instant>& instant) {
    return instant ? core::text_of(*instant) : std::string{};
}

}  // namespace

// --- urgent issues -----------------------------------------------------------------------------

core::Result<Receipt> confirm_issue(OpenLedger& ledger, const Author& author,
                                    core::EntryNumber number, Secrets& secrets) {
    std::optional<core::MovementMode> row;
    std::string collar;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        row = facts.find<core::MovementMode>(core::movement_key(number));
        if (row) collar = collar_of(facts, row->officer);
    });
    if (!row || row->mode != "urgent" || row->confirmed != 0)
        return refused(Refusal::not_provisional, "", {{"entry", std::to_string(number)}});
    if (auto checked = check_pin(ledger, row->officer, collar, secrets); !checked)
        return std::move(checked).error();
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        const core::Confirmation confirmed{proposal.now(), "pin", row->basket};
        auto added = proposal.add(core::IssueConfirmed{number, row->officer, confirmed});
        if (!added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<Listing> unconfirmed(OpenLedger& ledger, const ListRequest& request) {
    ListRequest narrowed = request;
    const bool all = request.filter == "all";
    if (all) narrowed.filter.clear();
    return short_list(ledger, narrowed, [&](const core::Facts& facts, const auto& put) {
        for (const core::MovementMode& row : facts.all<core::MovementMode>()) {
            if (row.mode != "urgent" || (row.confirmed != 0 && !all)) continue;
            Object object{{"officer", core::officer_words(facts, row.officer.value)},
                          {"since", core::text_of(row.since)},
                          {"until", text_or_empty(row.until)},
                          {"state", row.confirmed != 0 ? "confirmed" : "provisional"}};
            object.emplace("number", row.movement);
            object.emplace("confirmed", row.confirmed);
            object.emplace("handover", row.handover);
            object.emplace("overdue", row.confirmed == 0 && row.until && *row.until < ledger.now());
            put(std::move(object));
        }
    });
}

// --- devices -----------------------------------------------------------------------------------

core::Result<Receipt> test_function(OpenLedger& ledger, const Author& author,
                                    const FunctionTestRequest& request) {
    return ledger.commit(
        author,
        [&](Proposal& proposal) -> core::Result<void> {
            core::FunctionTested tested;
            tested.passed = !request.failed;
            tested.battery = request.battery;
            if (request.failed) tested.note = core::private_text(*request.failed);
            for (const std::string& code : request.items) {
                auto item = find_item(proposal.facts(), code);
                if (!item) return std::move(item).error();
                tested.items.push_back({core::ItemId{item.value()}, {}, {}, {}});
            }
            if (auto added = proposal.add(std::move(tested)); !added)
                return std::move(added).error();
            return boost::outcome_v2::success();
        },
        request.details);
}

namespace {

/// The two halves of a swap of cartridges, as its officer confirms them.
struct Swap {
    core::Returned spent;
    core::Issued fresh;
};

core::Result<Swap> swap_of(OpenLedger& ledger, const CartridgeSwapRequest& request,
                           const core::OfficerId& officer) {
    Swap swap;
    std::optional<core::Refused> no;
    ReturnRequest spent;
    spent.expended = request.spent;
    spent.download = request.download;
    IssueRequest fresh;
    fresh.batches = request.fresh;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        if (auto filled = fill_return(facts, spent, swap.spent); !filled) no = filled.error();
        if (auto filled = fill_issue(facts, fresh, swap.fresh); !filled) no = filled.error();
    });
    if (no) return std::move(*no);
    swap.spent.officer = officer;
    swap.spent.partial = true;
    swap.fresh.officer = officer;
    return swap;
}

// A swap is of what a device fires; anything else is an issue, with all that an issue asks.
std::optional<core::Refused> refuse_other_than_cartridges(OpenLedger& ledger, const Swap& swap) {
    std::set<std::string> stocks;
    for (const core::Expended& line : swap.spent.expended) stocks.insert(line.stock.value);
    for (const core::StockLine& line : swap.fresh.stock) stocks.insert(line.stock.value);
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const std::string& stock : stocks) {
            const auto batch = facts.find<core::Batch>(stock);
            const auto model = facts.find<core::Model>(batch ? batch->model.value : stock);
            if (!model || !core::policy_names(facts, "download_categories", model->category))
                no = refused(Refusal::code_wrong_kind, stock,
                             {{"code", core::subject_words(facts, stock)},
                              {"wanted", "a cartridge of a device"}});
        }
    });
    return no;
}

}  // namespace

core::Result<MovementReceipt> swap_cartridges(OpenLedger& ledger, const Author& author,
                                              const CartridgeSwapRequest& request,
                                              Secrets& secrets) {
    auto officer = officer_with_collar(ledger, request.collar);
    if (!officer) return std::move(officer).error();
    core::UserId second;
    if (request.second) {
        auto named = confirm_by(ledger, *request.second, secrets);
        if (!named) return std::move(named).error();
        second = named.value();
    }
    auto swap = swap_of(ledger, request, officer.value());
    if (!swap) return std::move(swap).error();
    if (auto no = refuse_other_than_cartridges(ledger, swap.value())) return std::move(*no);
    core::Returned& spent = swap.value().spent;
    core::Issued& fresh = swap.value().fresh;
    spent.second = fresh.second = second;
    auto frozen_spent = freeze(ledger, author, spent, request.details);
    if (!frozen_spent) return std::move(frozen_spent).error();
    auto frozen_fresh = freeze(ledger, author, fresh, request.details);
    if (!frozen_fresh) return std::move(frozen_fresh).error();
    const std::string of_spent = ledger::basket_digest(frozen_spent.value());
    const std::string of_fresh = ledger::basket_digest(frozen_fresh.value());
    if (auto checked = check_pin(ledger, officer.value(), request.collar, secrets); !checked)
        return std::move(checked).error();
    auto receipt = ledger.commit(
        author,
        [&](Proposal& proposal) -> core::Result<void> {
            if (auto added = add_confirmed(proposal, spent, of_spent); !added) return added;
            return add_confirmed(proposal, fresh, of_fresh);
        },
        request.details);
    if (!receipt) return std::move(receipt).error();
    return movement_receipt(ledger, std::move(receipt).value());
}

core::Result<Receipt> set_attendance(OpenLedger& ledger, const Author& author,
                                     const std::string& location, const std::string& mode,
                                     const Approver& approver, Secrets& secrets) {
    std::optional<core::Result<core::LocationId>> place;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        place.emplace(find_location(facts, location));
    });
    if (!*place) return std::move(*place).error();
    return set_policy(ledger, author, "attendance." + place->value().value, mode, approver,
                      secrets);
}

// --- what officers confirm to hold ---------------------------------------------------------------

core::Result<Receipt> ask_attestation(OpenLedger& ledger, const Author& author,
                                      const std::vector<std::string>& collars) {
    std::vector<core::OfficerId> asked;
    for (const std::string& collar : collars) {
        auto officer = officer_with_collar(ledger, collar);
        if (!officer) return std::move(officer).error();
        asked.push_back(officer.value());
    }
    if (collars.empty())
        ledger.read([&](storage::Transaction&, const core::Facts& facts) {
            for (const core::LongTermHolder& holder : long_term_holders(facts, ledger.now()))
                if (holder.state == "unasked") asked.push_back(holder.officer);
        });
    if (asked.empty()) return refused(Refusal::basket_empty);
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        for (const core::OfficerId& officer : asked)
            if (auto added = proposal.add(core::AttestationAsked{officer, {}}); !added)
                return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

namespace {

core::Result<core::Attested> attested_by(const core::Facts& facts, const core::OfficerId& officer,
                                         const std::vector<SeenOtherwise>& otherwise) {
    core::Attested attested;
    attested.officer = officer;
    for (const SeenOtherwise& each : otherwise) {
        auto subject = find_item(facts, each.code);
        if (!subject) subject = find_stock(facts, each.code);
        if (!subject) return std::move(subject).error();
        attested.lines.push_back({subject.value(), 0, each.quantity});
    }
    return attested;
}

}  // namespace

core::Result<MovementReceipt> attest(OpenLedger& ledger, const Author& author,
                                     const std::string& collar,
                                     const std::vector<SeenOtherwise>& otherwise,
                                     Secrets& secrets) {
    auto officer = officer_with_collar(ledger, collar);
    if (!officer) return std::move(officer).error();
    // Decided before the PIN, so that the PIN is for what stands on the screen.
    const auto decided = [&](const core::Facts& facts, core::Instant now,
                             core::EntryNumber next) -> core::Result<core::Attested> {
        auto asked = attested_by(facts, officer.value(), otherwise);
        if (!asked) return asked;
        asked.value().confirmed = core::Confirmation{now, "pin", ""};
        auto bodies =
            core::decide(asked.value(), facts, {now, now, author.user, author.armoury, next, {}});
        if (!bodies) return std::move(bodies).error();
        return std::get<core::Attested>(bodies.value().front());
    };
    std::optional<core::Result<core::Attested>> frozen;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        frozen.emplace(decided(facts, ledger.now(), 1));
    });
    if (!*frozen) return std::move(*frozen).error();
    const std::string digest = ledger::basket_digest(frozen->value());
    if (auto checked = check_pin(ledger, officer.value(), collar, secrets); !checked)
        return std::move(checked).error();
    auto receipt = ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        auto now = decided(proposal.facts(), proposal.now(), proposal.next());
        if (!now) return std::move(now).error();
        if (ledger::basket_digest(now.value()) != digest)
            return refused(Refusal::confirmation_missing, officer.value().value);
        core::Attested body = now.value();
        body.confirmed->basket = digest;
        if (auto added = proposal.add(std::move(body)); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
    if (!receipt) return std::move(receipt).error();
    return movement_receipt(ledger, std::move(receipt).value());
}

core::Result<Listing> attestations(OpenLedger& ledger, const ListRequest& request) {
    return short_list(ledger, request, [&](const core::Facts& facts, const auto& put) {
        for (const core::LongTermHolder& holder : long_term_holders(facts, ledger.now())) {
            const auto& row = holder.attestation;
            Object object{{"officer", core::officer_words(facts, holder.officer.value)},
                          {"officer_id", holder.officer.value},
                          {"state", holder.state},
                          {"due", row ? text_or_empty(row->due) : ""},
                          {"answered", row ? text_or_empty(row->answered_at) : ""}};
            object.emplace("lines", holder.lines);
            put(std::move(object));
        }
    });
}

core::Result<Listing> lapsed(OpenLedger& ledger, const ListRequest& request) {
    return short_list(ledger, request, [&](const core::Facts& facts, const auto& put) {
        const core::Date today = core::uk_date(ledger.now());
        for (const core::LapsedLine& lapse : core::lapsed_holdings(facts, today)) {
            Object object{{"officer", core::officer_words(facts, lapse.line.officer.value)},
                          {"officer_id", lapse.line.officer.value},
                          {"subject_id", lapse.line.subject},
                          {"subject", core::subject_words(facts, lapse.line.subject)},
                          {"class", lapse.weapon_class},
                          {"why", lapse.why == "suspended" ? "suspended: see CFI" : lapse.why},
                          {"to", lapse.to ? core::text_of(*lapse.to) : ""}};
            object.emplace("quantity", lapse.line.quantity);
            object.emplace("issue", lapse.line.issue);
            put(std::move(object));
        }
    });
}

}  // namespace muster::app
