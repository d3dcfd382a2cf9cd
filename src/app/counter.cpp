// SPDX-License-Identifier: MIT
#include "muster/app/counter.hpp"

#include <algorithm>
#include <set>

#include "app/basket.hpp"
#include "app/single_commit.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/issue_warnings.hpp"
#include "muster/core/late_stops.hpp"
#include "muster/ledger/confirmation.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

struct People {
    core::OfficerId officer;
    core::UserId second;
    core::UserId overrider;
    core::OfficerId giver;  ///< of a pair: who hands out
};

core::Result<People> check_people(OpenLedger& ledger, const IssueRequest& request,
                                  Secrets& secrets) {
    People people;
    auto officer = officer_with_collar(ledger, request.collar);
    if (!officer) return std::move(officer).error();
    people.officer = officer.value();
    if (request.paired_with) {
        auto giver = officer_with_collar(ledger, *request.paired_with);
        if (!giver) return std::move(giver).error();
        people.giver = giver.value();
    }
    if (request.second) {
        auto second = confirm_by(ledger, *request.second, secrets);
        if (!second) return std::move(second).error();
        people.second = second.value();
    }
    if (request.overridden_by) {
        if (request.override_reason.value_or("").empty())
            return refused(Refusal::override_reason_missing);
        auto overrider = confirm_by(ledger, *request.overridden_by, secrets);
        if (!overrider) return std::move(overrider).error();
        people.overrider = overrider.value();
    } else if (request.override_reason) {
        return refused(Refusal::override_by_missing);
    }
    return people;
}

std::string line_words(const core::Facts& facts, const std::string& subject, std::int64_t quantity,
                       const std::optional<std::int64_t>& booked = {},
                       const std::string& what = {}) {
    std::string words = quantity == 1 ? "" : std::to_string(quantity) + " x ";
    words += core::subject_words(facts, subject);
    if (!what.empty()) words += ", " + what;
    if (booked) words += " (the book knew of " + std::to_string(*booked) + ")";
    return words;
}

// A receipt says what was handed over, also where the book could not take all of it.
void describe(const core::Facts& facts, const core::Returned& returned, MovementReceipt& result) {
    result.confirmed = returned.confirmed.has_value();
    result.mode = returned.mode.value_or("");
    for (const core::ItemLine& line : returned.items)
        result.lines.push_back(line_words(facts, line.item.value, 1));
    for (const core::StockLine& line : returned.stock)
        result.lines.push_back(line_words(facts, line.stock.value, line.quantity, line.booked));
    for (const core::Expended& line : returned.expended)
        result.lines.push_back(
            line_words(facts, line.stock.value, line.quantity, line.booked, "expended"));
    // Of a kit that came back in part, whoever takes it back is told what is still out.
    std::set<core::EntryNumber> issues;
    for (const core::ItemLine& line : returned.items)
        if (line.issue) issues.insert(*line.issue);
    for (const core::OpenLine& open : facts.all<core::OpenLine>(returned.officer.value + "/"))
        if (!open.kit.empty() && (issues.empty() || issues.contains(open.issue)))
            result.still_out.push_back(core::subject_words(facts, open.kit.value) + ": " +
                                       line_words(facts, open.subject, open.quantity));
}

void describe(const core::Facts& facts, const core::Issued& issued, MovementReceipt& result) {
    result.confirmed = issued.confirmed.has_value();
    result.mode = issued.mode.value_or("");
    for (const core::Override& stop : issued.overrides) result.overrides.push_back(stop.stop);
    for (const core::ItemLine& line : issued.items)
        result.lines.push_back(line_words(facts, line.item.value, 1));
    for (const core::StockLine& line : issued.stock)
        result.lines.push_back(line_words(facts, line.stock.value, line.quantity));
}

void describe(const core::Facts& facts, const core::Entry& entry, MovementReceipt& result) {
    if (std::holds_alternative<core::DiscrepancyOpened>(entry.body))
        result.discrepancies.push_back(entry.number);
    if (const auto* issued = std::get_if<core::Issued>(&entry.body))
        describe(facts, *issued, result);
    if (const auto* returned = std::get_if<core::Returned>(&entry.body))
        describe(facts, *returned, result);
}

void describe_movement(OpenLedger& ledger, MovementReceipt& result) {
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        for (const core::EntryNumber number : result.receipt.entries)
            if (const auto entry = entry_of(tx, number)) describe(facts, *entry, result);
    });
}

core::Result<void> check_pin_of(OpenLedger& ledger, const std::string& collar, Secrets& secrets) {
    auto officer = officer_with_collar(ledger, collar);
    if (!officer) return std::move(officer).error();
    return check_secret_of(ledger, officer.value().value, collar,
                           secrets.secret("officer:" + collar));
}

std::vector<std::string> warnings_of(const Proposal& proposal, const Author& author,
                                     const core::Issued& issue) {
    std::vector<std::string> words;
    const core::Instant now = proposal.now();
    for (const core::RefusedLine& warning : core::issue_warnings(
             issue, proposal.facts(), {now, now, author.user, author.armoury, 1, {}}))
        words.push_back(core::sentence_of(warning));
    return words;
}

// Who is suspended and asks all the same is remembered (DOMAIN §11, scenario 4), and so is who
// counts blind and asks for more than there is: often enough, that would tell them how much.
void log_attempt(OpenLedger& ledger, const Author& author, const core::Issued& basket,
                 const core::Refused& refusal) {
    const auto is_remembered = [](const core::RefusedLine& line) {
        return line.refusal == Refusal::authorisation_suspended ||
               line.refusal == Refusal::balance_hidden;
    };
    if (std::none_of(refusal.lines.begin(), refusal.lines.end(), is_remembered)) return;
    core::IssueStopped stopped{basket.officer, basket.purpose, {}};
    for (const core::RefusedLine& line : refusal.lines)
        stopped.stops.push_back(std::string{core::words_of(line.refusal).code} + " " +
                                line.subject);
    // What is written down about an attempt does not change its answer.
    static_cast<void>(commit_one(ledger, author, std::move(stopped)));
}

// The other people of a return: who takes it back in a pair, and the attendees of a course.
core::Result<void> name_others(OpenLedger& ledger, const ReturnRequest& request,
                               core::Returned& basket) {
    if (request.paired_with) {
        auto receiver = officer_with_collar(ledger, *request.paired_with);
        if (!receiver) return std::move(receiver).error();
        basket.receiver = receiver.value();
        basket.mode = "paired";
    }
    for (const AttendeeUse& each : request.attendees) {
        auto attendee = officer_with_collar(ledger, each.collar);
        if (!attendee) return std::move(attendee).error();
        basket.attendees.push_back({attendee.value(), {}, each.quantity});
    }
    if (request.range_declared) basket.range_declared = true;
    return boost::outcome_v2::success();
}

// Looking leaves no trace, so that it tells whoever counts blind nothing of a quantity.
core::Refused without_hidden_balances(core::Refused refused) {
    std::erase_if(refused.lines, [](const core::RefusedLine& line) {
        return line.refusal == Refusal::balance_hidden;
    });
    return refused;
}

// What is keyed from paper may be overridden where it must not have been issued, yet was.
void offer_past(BasketPreview& preview, const core::Refused& refused) {
    std::set<std::string> past;
    for (const core::RefusedLine& stop : refused.lines)
        if (core::is_past_once_it_happened(stop.refusal))
            past.insert(core::words_of(stop.refusal).code);
    const auto offer = [&](std::vector<BasketLine::Stop>& stops) {
        for (BasketLine::Stop& stop : stops)
            stop.overridable = stop.overridable || past.contains(stop.code);
    };
    offer(preview.stops);
    for (BasketLine& line : preview.lines) offer(line.stops);
}

}  // namespace

MovementReceipt movement_receipt(OpenLedger& ledger, Receipt receipt) {
    MovementReceipt result;
    result.number = receipt.entries.front();
    result.receipt = std::move(receipt);
    describe_movement(ledger, result);
    return result;
}

MovementReceipt describe_made(const Proposal& proposal) {
    MovementReceipt result;
    for (const core::Entry& entry : proposal.made()) describe(proposal.facts(), entry, result);
    return result;
}

MovementReceipt completed(OpenLedger& ledger, std::optional<MovementReceipt> described,
                          Receipt receipt) {
    if (!described) return movement_receipt(ledger, std::move(receipt));
    described->number = receipt.entries.front();
    described->receipt = std::move(receipt);
    return std::move(*described);
}

BasketPreview preview_issue(OpenLedger& ledger, const Author& author, const IssueRequest& request) {
    BasketPreview preview;
    const auto officer = officer_with_collar(ledger, request.collar);
    core::OfficerId giver;
    if (request.paired_with)
        if (auto named = officer_with_collar(ledger, *request.paired_with)) giver = named.value();
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        core::Issued body;
        if (officer)
            body.officer = officer.value();
        else
            add_stops(preview, officer.error());
        body.purpose = request.purpose;
        body.deployment = request.deployment;
        body.course = request.course;
        if (request.paired_with) {
            body.mode = "paired";
            body.issuer = giver;
        }
        // An offer to override is shown as if it held; its own secret comes with the confirmation.
        fill_preview(facts, request, body, preview);
        if (!officer || body.items.empty() == body.stock.empty()) {
            if (!officer || body.items.empty()) return;
        }
        const core::Instant now = ledger.now();
        const core::Context context{now,         request.details.happened_at.value_or(now),
                                    author.user, author.armoury,
                                    1,           request.details.paper};
        add_warnings(preview, core::issue_warnings(body, facts, context));
        const auto decided = core::decide(body, facts, context);
        if (decided) return;
        const core::Refused told = without_hidden_balances(decided.error());
        add_stops(preview, told);
        if (request.details.paper) offer_past(preview, told);
    });
    return preview;
}

void note_stopped_attempt(OpenLedger& ledger, const Author& author, const IssueRequest& request) {
    const auto officer = officer_with_collar(ledger, request.collar);
    if (!officer) return;
    core::Issued basket;
    basket.officer = officer.value();
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        static_cast<void>(fill_issue(facts, request, basket));
    });
    auto frozen = freeze(ledger, author, basket, request.details);
    if (frozen) return;
    try {
        log_attempt(ledger, author, basket, frozen.error());
    } catch (const std::exception&) {
        // A scan at the counter does not fail for it; the same trouble stops whatever is recorded.
    }
}

core::Result<MovementReceipt> issue(OpenLedger& ledger, const Author& author,
                                    const IssueRequest& request, Secrets& secrets) {
    if (request.urgent && request.purpose == "training")
        throw UsageError{"A course can wait: an urgent issue is for an operation."};
    auto people = check_people(ledger, request, secrets);
    if (!people) return std::move(people).error();
    // What the rules would refuse anyway is refused before anybody types a PIN for it.
    core::Issued basket;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        auto filled = fill_issue(facts, request, basket);
        if (!filled) no = filled.error();
    });
    basket.officer = people.value().officer;
    if (no) {
        // Beside a code that names nothing stands what was asked for all the same.
        if (auto rest = freeze(ledger, author, basket, request.details); !rest)
            log_attempt(ledger, author, basket, rest.error());
        return std::move(*no);
    }
    basket.second = people.value().second;
    basket.issuer = people.value().giver;
    basket.note = request.note ? std::optional{core::private_text(*request.note)} : std::nullopt;
    if (!people.value().overrider.empty())
        basket.offer = core::OverrideOffer{people.value().overrider,
                                           core::private_text(*request.override_reason)};
    // Frozen before the PIN: what it confirms is this digest, whatever happens to the window.
    auto frozen = freeze(ledger, author, basket, request.details);
    if (!frozen) {
        log_attempt(ledger, author, basket, frozen.error());
        return std::move(frozen).error();
    }
    const std::string digest = ledger::basket_digest(frozen.value());
    std::vector<std::string> confirming;
    // What was drawn while the system was down its officer signed for on the page; nobody fetches
    // ten of them to type a PIN for the night before.
    const bool on_paper = request.signed_on_paper && !request.paired_with;
    if (!request.urgent && !on_paper) confirming.push_back(request.collar);
    if (request.paired_with) confirming.push_back(*request.paired_with);
    for (const std::string& collar : confirming)
        if (auto checked = check_pin_of(ledger, collar, secrets); !checked)
            return std::move(checked).error();
    std::optional<MovementReceipt> described;
    auto receipt = ledger.commit(
        author,
        [&](Proposal& proposal) -> core::Result<void> {
            // What is warned of is as it was before.
            auto warnings = warnings_of(proposal, author, frozen.value());
            if (auto added = add_confirmed(proposal, basket, digest, on_paper ? "paper" : "pin");
                !added)
                return added;
            described = describe_made(proposal);
            described->warnings = std::move(warnings);
            return boost::outcome_v2::success();
        },
        request.details);
    if (!receipt) return std::move(receipt).error();
    return completed(ledger, std::move(described), std::move(receipt).value());
}

core::Result<MovementReceipt> take_back(OpenLedger& ledger, const Author& author,
                                        const ReturnRequest& request, Secrets& secrets) {
    core::Returned basket;
    std::string collar;
    std::optional<core::Refused> no;
    for (const auto& [wanted, id] : {std::pair{request.collar, &basket.officer},
                                     std::pair{request.brought_by, &basket.brought_by}}) {
        if (!wanted) continue;
        auto officer = officer_with_collar(ledger, *wanted);
        if (!officer) return std::move(officer).error();
        *id = officer.value();
    }
    if (auto named = name_others(ledger, request, basket); !named) return std::move(named).error();
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        auto filled = fill_return(facts, request, basket);
        if (!filled) no = filled.error();
        if (!basket.officer.empty()) collar = collar_of(facts, basket.officer);
    });
    if (no) return std::move(*no);
    if (request.second) {
        auto second = confirm_by(ledger, *request.second, secrets);
        if (!second) return std::move(second).error();
        basket.second = second.value();
    }
    basket.partial = request.partial;
    if (request.note) basket.note = core::private_text(*request.note);
    auto frozen = freeze(ledger, author, basket, request.details);
    if (!frozen) return std::move(frozen).error();
    const std::string digest = ledger::basket_digest(frozen.value());
    // Of a pair both confirm; an armourer takes back what comes, with a PIN or without.
    const bool confirming =
        request.paired_with || (!collar.empty() && secrets.has("officer:" + collar));
    if (confirming)
        if (auto checked = check_pin_of(ledger, collar, secrets); !checked)
            return std::move(checked).error();
    if (request.paired_with)
        if (auto checked = check_pin_of(ledger, *request.paired_with, secrets); !checked)
            return std::move(checked).error();
    std::optional<MovementReceipt> described;
    auto receipt = ledger.commit(
        author,
        [&](Proposal& proposal) -> core::Result<void> {
            if (confirming) {
                if (auto added = add_confirmed(proposal, basket, digest); !added) return added;
            } else if (auto added = proposal.add(basket); !added) {
                return std::move(added).error();
            }
            described = describe_made(proposal);
            return boost::outcome_v2::success();
        },
        request.details);
    if (!receipt) return std::move(receipt).error();
    return completed(ledger, std::move(described), std::move(receipt).value());
}

}  // namespace muster::app
