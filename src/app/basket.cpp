// SPDX-License-Identifier: MIT
#include "app/basket.hpp"

#include <algorithm>

#include "muster/core/codes.hpp"
#include "muster/core/kits.hpp"
#include "muster/core/mounted.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/policies.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/confirmation.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

constexpr std::size_t choices_max = 20;

core::Refused not_found(const core::Facts& facts, const std::string& code,
                        const std::vector<core::Code>& found, const char* wanted) {
    if (found.empty() && !core::things_called(facts, code).empty())
        return refused(Refusal::code_wrong_kind, code, {{"code", code}, {"wanted", wanted}});
    std::vector<std::string> things;
    for (const core::Code& choice : found) things.push_back(choice.thing);
    // The end of a serial is never enough to hand a weapon out by: it gives choices.
    if (found.empty() && std::string_view{wanted}.starts_with("an item"))
        things = core::items_ending(facts, code, choices_max);
    if (things.empty()) return refused(Refusal::code_unknown, code, {{"code", code}});
    std::string choices;
    for (const std::string& thing : things)
        choices += (choices.empty() ? "" : ", ") + core::subject_words(facts, thing);
    return refused(Refusal::code_ambiguous, code, {{"code", code}, {"choices", choices}});
}

std::vector<core::Code> called(const core::Facts& facts, const std::string& code,
                               std::string_view letters) {
    auto found = core::things_called(facts, code);
    std::erase_if(found, [&](const core::Code& named) {
        return letters.find(named.thing.front()) == letters.npos;
    });
    return found;
}

// The same batch scanned twice is one line with the sum.
void add_quantity(std::vector<core::StockLine>& lines, const std::string& stock,
                  std::int64_t quantity) {
    const auto same = std::find_if(lines.begin(), lines.end(), [&](const core::StockLine& line) {
        return line.stock.value == stock;
    });
    if (same != lines.end())
        same->quantity += quantity;
    else
        lines.push_back({core::StockId{stock}, quantity, {}, {}, {}, {}});
}

// Who confirms what: an urgent basket is only frozen; of a pair both confirm.
void confirm(core::Issued& basket, const core::Confirmation& confirmation) {
    if (basket.mode == "urgent") {
        basket.frozen = confirmation.basket;
        return;
    }
    basket.confirmed = confirmation;
    if (!basket.issuer.empty()) basket.issuer_confirmed = confirmation;
}

void confirm(core::Returned& basket, const core::Confirmation& confirmation) {
    basket.confirmed = confirmation;
    if (!basket.receiver.empty()) basket.receiver_confirmed = confirmation;
}

void thaw(core::Issued& basket) {
    basket.confirmed.reset();
    basket.issuer_confirmed.reset();
    basket.frozen.reset();
}

void thaw(core::Returned& basket) {
    basket.confirmed.reset();
    basket.receiver_confirmed.reset();
}

template <class Movement>
core::Result<Movement> decided_with(const core::Facts& facts, const core::Context& context,
                                    Movement basket, const core::Confirmation& confirmation) {
    confirm(basket, confirmation);
    auto decided = core::decide(basket, facts, context);
    if (!decided) return std::move(decided).error();
    return std::get<Movement>(std::move(decided.value().front()));
}

std::optional<std::string> given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

bool wants_download(const core::Facts& facts, const std::string& stock) {
    const auto batch = facts.find<core::Batch>(stock);
    const auto model = facts.find<core::Model>(batch ? batch->model.value : stock);
    return model && core::policy_names(facts, "download_categories", model->category);
}

bool is_asked_last(Refusal refusal) {
    return refusal == Refusal::confirmation_missing || refusal == Refusal::second_missing;
}

}  // namespace

core::Result<std::string> find_item(const core::Facts& facts, const std::string& code) {
    const auto found = called(facts, code, "i");
    if (found.size() != 1) return not_found(facts, code, found, "an item with a serial number");
    return found.front().thing;
}

core::Result<std::string> find_stock(const core::Facts& facts, const std::string& code) {
    auto found = called(facts, code, "bm");
    std::erase_if(found, [&](const core::Code& named) {
        const auto model = facts.find<core::Model>(named.thing);
        return model && model->tracking != "counted";
    });
    if (found.size() != 1) return not_found(facts, code, found, "a batch or counted stock");
    return found.front().thing;
}

core::Result<std::string> find_kit(const core::Facts& facts, const std::string& code) {
    const auto found = called(facts, code, "k");
    if (found.size() != 1) return not_found(facts, code, found, "a kit");
    return found.front().thing;
}

core::Result<core::LocationId> find_location(const core::Facts& facts, const std::string& code) {
    const auto found = called(facts, code, "l");
    if (found.size() != 1) return not_found(facts, code, found, "a location");
    return core::LocationId{found.front().thing};
}

namespace {

void collect(core::Refused& all, const core::Refused& no) {
    all.lines.insert(all.lines.end(), no.lines.begin(), no.lines.end());
}

core::Result<void> done_unless(core::Refused all) {
    if (all.lines.empty()) return boost::outcome_v2::success();
    core::sort_by_precedence(all);
    return all;
}

void fill_items(const core::Facts& facts, const std::vector<std::string>& codes,
                std::vector<core::ItemLine>& items, core::Refused& all) {
    for (const std::string& code : codes)
        if (auto item = find_item(facts, code))
            items.push_back({core::ItemId{item.value()}, {}, {}, {}});
        else
            collect(all, item.error());
}

// Why a line came back short stands on that line.
std::optional<core::Refused> put_reason(const core::Facts& facts, const CodeReason& why,
                                        core::Returned& basket) {
    const auto stock = find_stock(facts, why.code);
    if (!stock) return stock.error();
    for (core::StockLine& line : basket.stock)
        if (line.stock.value == stock.value()) {
            line.reason = core::private_text(why.words);
            return std::nullopt;
        }
    return refused(Refusal::code_wrong_kind, why.code,
                   {{"code", why.code}, {"wanted", "a quantity of this return"}});
}

}  // namespace

core::Result<void> fill_issue(const core::Facts& facts, const IssueRequest& request,
                              core::Issued& basket) {
    basket.purpose = request.purpose;
    basket.deployment = request.deployment;
    basket.course = request.course;
    core::Refused all;
    fill_items(facts, request.items, basket.items, all);
    for (const CodeQuantity& batch : request.batches) {
        // Added up, a negative one would pass for a smaller quantity.
        if (batch.quantity <= 0)
            collect(all,
                    refused(Refusal::quantity_not_positive, batch.code, {{"subject", batch.code}}));
        else if (auto stock = find_stock(facts, batch.code))
            add_quantity(basket.stock, stock.value(), batch.quantity);
        else
            collect(all, stock.error());
    }
    for (const std::string& code : request.kits) {
        if (auto kit = find_kit(facts, code))
            basket.kits.push_back({core::KitId{kit.value()}, {}});
        else
            collect(all, kit.error());
    }
    if (request.urgent) basket.mode = "urgent";
    if (request.paired_with) basket.mode = "paired";
    // What is mounted goes along, and so belongs to what the officer confirms.
    core::carry_mounted(facts, basket.items);
    if (request.location) {
        auto place = find_location(facts, *request.location);
        if (!place)
            collect(all, place.error());
        else
            for (core::StockLine& line : basket.stock)
                line.from = core::HolderId{place.value().value};
    }
    return done_unless(std::move(all));
}

core::Result<void> fill_return(const core::Facts& facts, const ReturnRequest& request,
                               core::Returned& basket) {
    core::Refused all;
    fill_items(facts, request.items, basket.items, all);
    for (const CodeQuantity& batch : request.batches) {
        if (auto stock = find_stock(facts, batch.code))
            add_quantity(basket.stock, stock.value(), batch.quantity);
        else
            collect(all, stock.error());
    }
    for (const CodeReason& why : request.shortages)
        if (auto no = put_reason(facts, why, basket)) collect(all, *no);
    basket.unloaded = request.unloaded;
    core::carry_mounted(facts, basket.items);
    for (const CodeExpended& used : request.expended) {
        auto stock = find_stock(facts, used.code);
        if (!stock) {
            collect(all, stock.error());
            continue;
        }
        const auto download = used.download.empty() ? request.download : given(used.download);
        const bool wanted = wants_download(facts, stock.value());
        basket.expended.push_back({core::StockId{stock.value()},
                                   used.quantity,
                                   used.reason,
                                   given(used.reference),
                                   {},
                                   wanted ? download : std::nullopt});
    }
    for (const CodeQuantity& fired : request.rounds) {
        const auto item = find_item(facts, fired.code);
        if (!item) {
            collect(all, item.error());
            continue;
        }
        const auto line = std::find_if(
            basket.items.begin(), basket.items.end(),
            [&](const core::ItemLine& each) { return each.item.value == item.value(); });
        if (line != basket.items.end())
            line->rounds = fired.quantity;
        else
            collect(all, refused(Refusal::code_wrong_kind, fired.code,
                                 {{"code", fired.code}, {"wanted", "an item of this return"}}));
    }
    for (std::size_t i = 0; i < request.attendees.size(); ++i) {
        if (auto stock = find_stock(facts, request.attendees[i].code))
            basket.attendees.at(i).stock = core::StockId{stock.value()};
        else
            collect(all, stock.error());
    }
    if (request.location) {
        auto place = find_location(facts, *request.location);
        if (!place)
            collect(all, place.error());
        else {
            for (core::ItemLine& line : basket.items) line.to = core::HolderId{place.value().value};
            for (core::StockLine& line : basket.stock)
                line.to = core::HolderId{place.value().value};
        }
    }
    for (const core::ItemLine& line : basket.items) {
        const auto item = facts.find<core::Item>(line.item.value);
        if (basket.officer.empty() && item && item->holder.value.starts_with("o-"))
            basket.officer = core::OfficerId{item->holder.value};
    }
    return done_unless(std::move(all));
}

void fill_preview(const core::Facts& facts, const IssueRequest& request, core::Issued& basket,
                  BasketPreview& preview) {
    const auto stopped = [&](BasketLine& line, const core::Refused& no) {
        for (const core::RefusedLine& stop : no.lines)
            line.stops.push_back(
                {core::words_of(stop.refusal).code, core::sentence_of(stop), false});
    };
    for (const std::string& code : request.items) {
        BasketLine line{code, "", code, 1, "item", {}, {}};
        if (auto item = find_item(facts, code)) {
            line.subject = item.value();
            line.words = core::item_words(facts, line.subject);
            basket.items.push_back({core::ItemId{line.subject}, {}, {}, {}});
        } else {
            stopped(line, item.error());
        }
        preview.lines.push_back(std::move(line));
    }
    for (const CodeQuantity& batch : request.batches) {
        BasketLine line{batch.code, "", batch.code, batch.quantity, "stock", {}, {}};
        if (auto stock = find_stock(facts, batch.code)) {
            line.subject = stock.value();
            line.words = core::stock_words(facts, line.subject);
            add_quantity(basket.stock, line.subject, batch.quantity);
        } else {
            stopped(line, stock.error());
        }
        preview.lines.push_back(std::move(line));
    }
    if (request.urgent) basket.mode = "urgent";
    if (request.location)
        if (const auto place = find_location(facts, *request.location))
            for (core::StockLine& line : basket.stock)
                line.from = core::HolderId{place.value().value};
    for (const std::string& code : request.kits)
        if (const auto kit = find_kit(facts, code))
            basket.kits.push_back({core::KitId{kit.value()}, {}});
    const core::KitFilling filling =
        core::fill_kits(facts, basket.kits, basket.items, basket.stock);
    for (const core::KitDrawn& drawn : filling.drawn) {
        KitStanding standing{drawn.kit.value, core::subject_words(facts, drawn.kit.value), {}};
        for (const core::KitNeed& need : filling.needs)
            if (need.line.kit == drawn.kit && need.is_open())
                standing.open.push_back(
                    core::kit_line_words(facts, need.line, need.line.quantity - need.filled));
        preview.kits.push_back(std::move(standing));
    }
}

void add_warnings(BasketPreview& preview, const std::vector<core::RefusedLine>& warnings) {
    for (const core::RefusedLine& warning : warnings) {
        const auto line = std::find_if(
            preview.lines.begin(), preview.lines.end(), [&](const BasketLine& candidate) {
                return !warning.subject.empty() && candidate.subject == warning.subject;
            });
        (line != preview.lines.end() ? line->warnings : preview.warnings)
            .push_back(core::sentence_of(warning));
    }
}

void add_stops(BasketPreview& preview, const core::Refused& refused) {
    for (const core::RefusedLine& stop : refused.lines) {
        if (is_asked_last(stop.refusal)) continue;
        const core::RefusalWords& words = core::words_of(stop.refusal);
        const BasketLine::Stop shown{words.code, core::sentence_of(stop),
                                     words.severity == core::Severity::overridable};
        const auto line = std::find_if(
            preview.lines.begin(), preview.lines.end(), [&](const BasketLine& candidate) {
                return !stop.subject.empty() && candidate.subject == stop.subject;
            });
        (line != preview.lines.end() ? line->stops : preview.stops).push_back(shown);
    }
}

template <class Movement>
core::Result<Movement> freeze(OpenLedger& ledger, const Author& author, const Movement& basket,
                              const CommitDetails& details) {
    Movement frozen = basket;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        if (details.request && storage::find_request(tx, *details.request)) return;
        const core::Instant now = ledger.now();
        auto decided = decided_with(
            facts,
            {now, details.happened_at.value_or(now), author.user, author.armoury, 1, details.paper},
            basket, core::Confirmation{now, "pin", ""});
        if (decided)
            frozen = std::move(decided).value();
        else
            no = decided.error();
    });
    if (no) return std::move(*no);
    thaw(frozen);
    return frozen;
}

template <class Movement>
core::Result<void> add_confirmed(Proposal& proposal, Movement basket,
                                 const std::string& confirmed_digest, const char* method) {
    confirm(basket, {proposal.now(), method, confirmed_digest});
    const core::OfficerId officer = basket.officer;
    auto added = proposal.add(std::move(basket));
    if (!added) return std::move(added).error();
    // A refusal takes back what was added: nothing is recorded of a basket that is another by now.
    const auto lead =
        std::find_if(proposal.made().begin(), proposal.made().end(),
                     [&](const core::Entry& entry) { return entry.number == added.value(); });
    const auto* recorded =
        lead == proposal.made().end() ? nullptr : std::get_if<Movement>(&lead->body);
    if (recorded == nullptr || ledger::basket_digest(*recorded) != confirmed_digest)
        return refused(Refusal::confirmation_missing, officer.value,
                       {{"officer", core::officer_words(proposal.facts(), officer.value)}});
    return boost::outcome_v2::success();
}

template core::Result<core::Issued> freeze(OpenLedger&, const Author&, const core::Issued&,
                                           const CommitDetails&);
template core::Result<core::Returned> freeze(OpenLedger&, const Author&, const core::Returned&,
                                             const CommitDetails&);
template core::Result<void> add_confirmed(Proposal&, core::Issued, const std::string&, const char*);
template core::Result<void> add_confirmed(Proposal&, core::Returned, const std::string&,
                                          const char*);

std::optional<core::Entry> entry_of(storage::Transaction& tx, core::EntryNumber number) {
    const auto stored = storage::entry(tx, number);
    if (!stored) return std::nullopt;
    const auto value = ledger::read_canonical(stored->line);
    if (!std::holds_alternative<core::Value>(value)) return std::nullopt;
    std::vector<core::ShapeFault> faults;
    return core::read_entry(std::get<core::Value>(value), faults);
}

void each_entry_from(storage::Transaction& tx, core::EntryNumber first,
                     const std::function<bool(const core::Entry&)>& visit) {
    const auto head = storage::head(tx);
    if (!head) return;
    storage::each_line(tx, first, head->number,
                       [&](core::EntryNumber number, const std::string& line, const std::string&) {
                           const auto read = ledger::read_canonical(line);
                           const auto* value = std::get_if<core::Value>(&read);
                           std::vector<core::ShapeFault> faults;
                           const auto entry =
                               value != nullptr ? core::read_entry(*value, faults) : std::nullopt;
                           if (!entry)
                               throw TamperError{"Entry " + std::to_string(number) +
                                                 " cannot be read. Run `musterctl ledger verify`."};
                           return visit(*entry);
                       });
}

std::string collar_of(const core::Facts& facts, const core::OfficerId& officer) {
    const auto found = facts.find<core::Officer>(officer.value);
    return found ? facts.disclosed(found->collar.digest).value_or("") : "";
}

}  // namespace muster::app
