// SPDX-License-Identifier: MIT
#include "app/count_drafts.hpp"

#include <algorithm>

#include "muster/app/counter.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

std::string padded(std::size_t number) {
    const std::string text = std::to_string(number);
    return std::string(8 - std::min<std::size_t>(8, text.size()), '0') + text;
}

bool is_same_thing(const Scan& a, const Scan& b) {
    if (a.kind != b.kind || a.code != b.code) return false;
    if (a.kind == "item") return true;
    return (a.kind == "box" || a.kind == "opened") && a.seal == b.seal;
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
        made.photo = scan.photo;
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
        if (scan.kind == "opened") {
            seen.opened.push_back(scan.seal);
            seen.quantity += scan.quantity;
            return;
        }
        seen.seals.push_back(scan.seal);
        seen.quantity += batch ? batch->box_size : 0;
    }

    const core::Facts& facts_;
    std::vector<core::SeenLine> lines_;
};

}  // namespace

std::optional<core::Refused> refuse_closed_count(const core::Facts& facts,
                                                 const core::CountId& count) {
    const auto open = facts.find<core::Stocktake>(count.value);
    if (!open) return refused(Refusal::count_unknown, count.value, {{"count", count.value}});
    if (open->state == "closed")
        return refused(Refusal::count_closed, count.value, {{"count", count.value}});
    return std::nullopt;
}

std::string draft_prefix(const core::CountId& count, const core::UserId& counter) {
    return "count/" + count.value + "/" + counter.value + "/";
}

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
    for (const OpenedBox& box : scan.opened)
        add("opened", core::normal_code(box.code), core::normal_code(box.seal), box.quantity);
    for (const std::string& label : scan.unknown) add("unknown", label, "", 1);
    if (scan.photo && !scan.unknown.empty()) scans.back().photo = scan.photo;
    if (scan.nothing_more) add("nothing_more", "", "", 0);
    if (scan.skipped) add("skipped", *scan.skipped, "", 0);
    return scans;
}

ScanAnswer keep_scans(storage::Transaction& tx, const core::CountId& count,
                      const core::UserId& counter, const std::vector<Scan>& scans) {
    ScanAnswer answer;
    std::vector<Scan> kept = drafts_of(tx, count, counter);
    std::size_t next = kept.size();
    for (const Scan& made : scans) {
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const Scan& earlier) {
            return is_same_thing(earlier, made);
        });
        if (same != kept.end()) {
            answer.already.push_back(made.code + ": already counted " +
                                     core::uk_time_text(same->at).substr(11));
            continue;
        }
        storage::put_draft(tx, {draft_prefix(count, counter) + padded(next++),
                                ledger::canonical(core::value_of(made)), counter.value});
        kept.push_back(made);
        ++answer.recorded;
    }
    return answer;
}

std::vector<core::SeenLine> sheet_lines(const core::Facts& facts, const std::vector<Scan>& scans) {
    SheetLines sheet{facts};
    for (const Scan& scan : scans) sheet.take(scan);
    return std::move(sheet).lines();
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

}  // namespace muster::app
