// SPDX-License-Identifier: MIT
#include "muster/app/counts.hpp"

#include <algorithm>
#include <set>

#include "app/basket.hpp"
#include "app/single_commit.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;
using Object = core::Value::Object;

std::string draft_prefix(const core::CountId& count, const core::UserId& counter) {
    return "count/" + count.value + "/" + counter.value + "/";
}

std::string padded(std::size_t number) {
    const std::string text = std::to_string(number);
    return std::string(8 - std::min<std::size_t>(8, text.size()), '0') + text;
}

/// One scan of a draft, as it is kept.
struct Scan {
    std::string kind;  ///< item, batch, box, unknown, nothing_more, skipped
    std::string location;
    std::string code;
    std::string seal;
    std::int64_t quantity = 0;
    core::Instant at;
    static constexpr void fields(auto visit) {
        visit("kind", &Scan::kind);
        visit("location", &Scan::location);
        visit("code", &Scan::code);
        visit("seal", &Scan::seal);
        visit("quantity", &Scan::quantity);
        visit("at", &Scan::at);
    }
};

std::vector<Scan> drafts_of(storage::Transaction& tx, const core::CountId& count,
                            const core::UserId& counter) {
    std::vector<Scan> scans;
    storage::each_draft(tx, counter.value, draft_prefix(count, counter),
                        [&](const storage::Draft& draft) {
                            const auto read = ledger::read_canonical(draft.value);
                            std::vector<core::ShapeFault> faults;
                            if (const auto* value = std::get_if<core::Value>(&read))
                                core::read_value(*value, scans.emplace_back(), "", faults);
                            return true;
                        });
    return scans;
}

std::vector<Scan> scans_of(const CountScan& scan, const std::string& location, core::Instant now) {
    std::vector<Scan> scans;
    const auto add = [&](const char* kind, const std::string& code, const std::string& seal,
                         std::int64_t quantity) {
        scans.push_back({kind, location, ledger::fit_for_line(code), ledger::fit_for_line(seal),
                         quantity, now});
    };
    for (const std::string& code : scan.items) add("item", core::normal_code(code), "", 1);
    for (const CodeQuantity& batch : scan.batches)
        add("batch", core::normal_code(batch.code), "", batch.quantity);
    for (const SealedBox& box : scan.boxes)
        add("box", core::normal_code(box.code), core::normal_code(box.seal), 1);
    for (const std::string& label : scan.unknown) add("unknown", label, "", 1);
    if (scan.nothing_more) add("nothing_more", "", "", 0);
    if (scan.skipped) add("skipped", *scan.skipped, "", 0);
    return scans;
}

bool is_same_thing(const Scan& a, const Scan& b) {
    if (a.kind != b.kind || a.code != b.code) return false;
    if (a.kind == "item") return true;
    return a.kind == "box" && a.seal == b.seal;
}

/// A counter's scans as the lines of a sheet: only now is a code looked up, and what names nothing
/// stays on the sheet as unknown.
class SheetLines {
public:
    explicit SheetLines(const core::Facts& facts) : facts_{facts} {}

    void take(const Scan& scan) {
        if (scan.kind == "skipped")
            line(scan, "-").skipped = core::private_text(scan.code);
        else if (scan.kind == "nothing_more")
            line(scan, "-");
        else if (scan.kind == "item")
            item(scan);
        else if (scan.kind == "unknown")
            unknown(scan);
        else
            stock(scan);
    }
    std::vector<core::SeenLine> lines() && { return std::move(lines_); }

private:
    core::SeenLine& line(const Scan& scan, const std::string& subject) {
        for (core::SeenLine& known : lines_)
            if (subject != "?" && known.subject == subject && known.location.value == scan.location)
                return known;
        core::SeenLine& made = lines_.emplace_back();
        made.location = core::LocationId{scan.location};
        made.subject = subject;
        return made;
    }
    void unknown(const Scan& scan) {
        core::SeenLine& made = line(scan, "?");
        made.label = core::private_text(scan.code);
        made.quantity = std::max<std::int64_t>(1, scan.quantity);
    }
    void item(const Scan& scan) {
        const auto found = find_item(facts_, scan.code);
        if (found)
            line(scan, found.value()).quantity = 1;
        else
            unknown(scan);
    }
    void stock(const Scan& scan) {
        const auto found = find_stock(facts_, scan.code);
        if (!found) return unknown(scan);
        const auto batch = facts_.find<core::Batch>(found.value());
        core::SeenLine& seen = line(scan, found.value());
        if (scan.kind == "batch") {
            seen.quantity += scan.quantity;
            return;
        }
        seen.seals.push_back(scan.seal);
        seen.quantity += batch ? batch->box_size : 0;
    }

    const core::Facts& facts_;
    std::vector<core::SeenLine> lines_;
};

core::Result<void> add_parts(Proposal& proposal, const core::CountId& count,
                             const core::UserId& counter, std::vector<core::SeenLine> lines) {
    // An empty sheet is for the rules to refuse: who may hand one in comes first.
    const std::size_t parts = std::max<std::size_t>(
        1, (lines.size() + core::count_lines_max - 1) / core::count_lines_max);
    for (std::size_t part = 0; part < parts; ++part) {
        const auto from = lines.begin() + static_cast<std::ptrdiff_t>(part * core::count_lines_max);
        const auto to = lines.begin() + static_cast<std::ptrdiff_t>(std::min(
                                            lines.size(), (part + 1) * core::count_lines_max));
        core::CountSubmitted sheet{count,
                                   counter,
                                   static_cast<std::int64_t>(part + 1),
                                   static_cast<std::int64_t>(parts),
                                   {from, to}};
        if (auto added = proposal.add(std::move(sheet)); !added) return std::move(added).error();
    }
    return boost::outcome_v2::success();
}

std::optional<core::Refused> refuse_closed_count(const core::Facts& facts,
                                                 const core::CountId& count) {
    const auto open = facts.find<core::Stocktake>(count.value);
    if (!open) return refused(Refusal::count_unknown, count.value, {{"count", count.value}});
    if (open->state == "closed")
        return refused(Refusal::count_closed, count.value, {{"count", count.value}});
    return std::nullopt;
}

// A sheet that was handed in takes no more scans; a place outside the scope none at all.
std::optional<core::Refused> refuse_scan(const core::Facts& facts, const core::CountId& count,
                                         const core::UserId& counter, const std::string& location) {
    if (auto no = refuse_closed_count(facts, count)) return no;
    for (const auto& line : facts.all<core::StocktakeLine>(count.value + "/"))
        if (line.counter == counter)
            return refused(Refusal::counter_submitted_already, counter.value,
                           {{"user", core::user_words(facts, counter.value)}});
    if (!facts.row(core::Table::stocktake_scope, location + "/" + count.value))
        return refused(Refusal::location_outside_count, location,
                       {{"location", core::holder_words(facts, location)}});
    return std::nullopt;
}

}  // namespace

core::CountId count_id(const std::string& text) {
    const std::string normal =
        text.starts_with("c-") || text.starts_with("C-") ? text.substr(2) : text;
    return core::CountId{"c-" + normal};
}

core::Result<Receipt> start_count(OpenLedger& ledger, const Author& author, const CountPlan& plan) {
    core::CountStarted started;
    started.sort = plan.sort;
    started.blind = plan.blind;
    if (plan.frozen) started.frozen = true;
    for (const auto& [name, id] : {std::pair{plan.counter_a, &started.counter_a},
                                   std::pair{plan.counter_b, &started.counter_b}}) {
        auto user = user_called(ledger, name);
        if (!user) return std::move(user).error();
        *id = user.value();
    }
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        for (const std::string& name : plan.locations) {
            auto place = find_location(proposal.facts(), name);
            if (!place) return std::move(place).error();
            started.scope.push_back(place.value());
        }
        if (auto added = proposal.add(started); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<ScanAnswer> scan_count(OpenLedger& ledger, const Author& author,
                                    const core::CountId& count, const CountScan& scan) {
    std::optional<core::Refused> no;
    std::string location;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        if (auto place = find_location(facts, scan.location))
            location = place.value().value;
        else
            no = place.error();
        if (!no) no = refuse_scan(facts, count, author.user, location);
    });
    if (no) return std::move(*no);
    for (const CodeQuantity& batch : scan.batches)
        if (batch.quantity < 0)
            return refused(Refusal::quantity_not_positive, batch.code, {{"subject", batch.code}});
    ScanAnswer answer;
    ledger.write_beside([&](storage::Transaction& tx) {
        const auto before = drafts_of(tx, count, author.user);
        std::size_t next = before.size();
        std::vector<Scan> kept = before;
        for (const Scan& made : scans_of(scan, location, ledger.now())) {
            const auto same = std::find_if(kept.begin(), kept.end(), [&](const Scan& earlier) {
                return is_same_thing(earlier, made);
            });
            if (same != kept.end()) {
                answer.already.push_back(made.code + ": already counted " +
                                         core::uk_time_text(same->at).substr(11));
                continue;
            }
            storage::put_draft(tx, {draft_prefix(count, author.user) + padded(next++),
                                    ledger::canonical(core::value_of(made)), author.user.value});
            kept.push_back(made);
            ++answer.recorded;
        }
    });
    return answer;
}

core::Result<Receipt> submit_count(OpenLedger& ledger, const Author& author,
                                   const core::CountId& count) {
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        SheetLines sheet{proposal.facts()};
        if (auto no = refuse_closed_count(proposal.facts(), count)) return std::move(*no);
        for (const Scan& scan : drafts_of(proposal.transaction(), count, author.user))
            sheet.take(scan);
        auto lines = std::move(sheet).lines();
        if (auto added = add_parts(proposal, count, author.user, std::move(lines)); !added)
            return added;
        storage::remove_drafts(proposal.transaction(), draft_prefix(count, author.user));
        return boost::outcome_v2::success();
    });
}

core::Result<Reconciliation> reconcile_count(OpenLedger& ledger, const Author& author,
                                             const core::CountId& count) {
    auto receipt = commit_one(ledger, author, core::CountReconciled{count, 1, 1, {}});
    if (!receipt) return std::move(receipt).error();
    Reconciliation result;
    result.receipt = std::move(receipt).value();
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const auto& line : facts.all<core::StocktakeResult>(count.value + "/")) {
            ++result.totals[line.result];
            if (line.result == "uncounted" || line.result == "disagreed") ++result.open;
            result.lines.push_back({core::holder_words(facts, line.location.value), line.subject,
                                    core::subject_words(facts, line.subject), line.result,
                                    line.expected, line.moved, line.counted});
        }
    });
    return result;
}

core::Result<ClosedCount> close_count(OpenLedger& ledger, const Author& author,
                                      const core::CountId& count, const std::string& second,
                                      Secrets& secrets) {
    auto signer = confirm_by(ledger, second, secrets);
    if (!signer) return std::move(signer).error();
    auto receipt = commit_one(ledger, author, core::CountClosed{count, signer.value(), 0, 0, {}});
    if (!receipt) return std::move(receipt).error();
    ClosedCount closed;
    closed.receipt = std::move(receipt).value();
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        for (const core::EntryNumber number : closed.receipt.entries) {
            const auto entry = entry_of(tx, number);
            if (!entry) continue;
            if (const auto* body = std::get_if<core::CountClosed>(&entry->body))
                closed.certificate = body->certificate;
            else
                closed.discrepancies.push_back(number);
        }
    });
    return closed;
}

}  // namespace muster::app
