// SPDX-License-Identifier: MIT
#include "muster/app/count_results.hpp"

#include <algorithm>
#include <set>

#include "app/basket.hpp"
#include "app/count_movements.hpp"
#include "app/paper_heading.hpp"
#include "app/short_of_commit.hpp"
#include "app/single_commit.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/prose_paper.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

using Object = core::Value::Object;

constexpr std::int64_t page_rows = 1'000;

/// Reads the entries of one count in order; they are few, and stand behind its first.
class CountReading {
public:
    CountReading(storage::Transaction& tx, const core::Facts& facts, const core::Stocktake& count)
        : tx_{tx}, facts_{facts}, count_{count} {}

    CountFile file() {
        CountFile file;
        file.id = count_.key;
        file.sort = count_.sort;
        const auto title = facts_.find<core::Reference>("count_sort/" + count_.sort);
        file.title = title ? title->title : count_.sort;
        file.blind = count_.blind;
        file.state = count_.state;
        file.position = count_.started;
        for (const core::UserId& counter : {count_.counter_a, count_.counter_b})
            file.counters.push_back(core::user_words(facts_, counter.value));
        if (!count_.counter_third.empty())
            file.third = core::user_words(facts_, count_.counter_third.value);
        for (core::EntryNumber at = count_.started;; ++at) {
            const auto entry = entry_of(tx_, at);
            if (!entry) break;
            std::visit([&](const auto& body) { take(file, *entry, body); }, entry->body);
            if (file.closing_entry != 0) break;
        }
        return file;
    }

private:
    void take(CountFile& file, const core::Entry& entry, const core::CountStarted& body) {
        if (entry.number != count_.started) return;
        file.started = core::uk_time_text(entry.recorded_at);
        for (const core::LocationId& place : body.route.empty() ? body.scope : body.route)
            file.places.push_back(core::holder_words(facts_, place.value));
        for (const core::Override& each : body.overrides)
            file.overrides.push_back(each.stop + " by " + core::user_words(facts_, each.by.value) +
                                     ": " +
                                     facts_.disclosed(each.reason.digest).value_or("(withheld)"));
    }
    void take(CountFile& file, const core::Entry& entry, const core::CountReconciled& body) {
        if (body.count.value != count_.key) return;
        if (body.part == 1)
            file.comparisons.push_back({entry.number, core::uk_time_text(entry.recorded_at), {}});
        for (const core::ResultLine& line : body.lines)
            file.comparisons.back().lines.push_back(
                {core::holder_words(facts_, line.location.value), line.subject,
                 seen_words(tx_, facts_, count_, line.subject), line.result, line.expected,
                 line.moved, line.counted,
                 line.moved == 0
                     ? std::vector<core::EntryNumber>{}
                     : movements_beside(tx_, count_, line.subject, line.location, entry.number)});
    }
    void take(CountFile& file, const core::Entry& entry, const core::CountClosed& body) {
        if (body.count.value != count_.key) return;
        file.closing_entry = entry.number;
        file.closed = core::uk_time_text(entry.recorded_at);
        file.closed_by = core::user_words(facts_, entry.by.value);
        file.second = core::user_words(facts_, body.second.value);
        file.certificate = body.certificate;
    }
    template <class Other>
    void take(CountFile&, const core::Entry&, const Other&) {}

    storage::Transaction& tx_;
    const core::Facts& facts_;
    const core::Stocktake& count_;
};

// `not_found` on paper: not found.
std::string plain(std::string word) {
    std::replace(word.begin(), word.end(), '_', ' ');
    return word;
}

report::PaperTable lines_table(const CountFile& file) {
    report::PaperTable table{"",
                             "Every line agreed.",
                             {{"Place", 40},
                              {"What", 64},
                              {"Result", 34},
                              {"Book", 14, report::Side::right},
                              {"Moved", 14, report::Side::right},
                              {"Counted", 18, report::Side::right}},
                             {}};
    if (file.comparisons.empty()) return table;
    for (const CountLine& line : file.comparisons.back().lines)
        if (line.result != "agreed")
            table.rows.push_back({line.location, line.words, plain(line.result),
                                  std::to_string(line.expected), std::to_string(line.moved),
                                  std::to_string(line.counted)});
    return table;
}

std::vector<report::ProseBlock> certificate_blocks(const CountFile& file) {
    std::string places;
    for (const std::string& place : file.places) places += (places.empty() ? "" : ", ") + place;
    report::ProseBlock head;
    head.paragraphs = {file.certificate};
    head.pairs = {{"Count", file.id + ", " + file.title + (file.blind ? ", blind" : "")},
                  {"Began", file.started + ", at entry " + std::to_string(file.position)},
                  {"Closed", file.closed + ", by entry " + std::to_string(file.closing_entry)},
                  {"Places", places},
                  {"Counted by", file.counters.at(0) + " and " + file.counters.at(1)},
                  {"Counted once more by", file.third}};
    for (const std::string& each : file.overrides) head.pairs.emplace_back("Overridden", each);
    report::ProseBlock lines;
    lines.title = "Lines that did not agree";
    lines.table = lines_table(file);
    report::ProseBlock ends;
    ends.title = "Signed";
    ends.pairs = {{"Closed by", file.closed_by}, {"Second signature", file.second}};
    ends.paragraphs = {
        "Both gave their own secret when the count was closed. The line at the foot fixes every "
        "entry of the ledger up to that moment; keep it apart from the armoury."};
    return {head, lines, ends};
}

}  // namespace

core::Result<CountFile> show_count(OpenLedger& ledger, const core::CountId& id,
                                   const std::optional<core::UserId>& viewer) {
    std::optional<core::Refused> no;
    CountFile file;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, viewer);
        const auto count = facts.find<core::Stocktake>(id.value);
        if (!no && !count)
            no = core::refused(core::Refusal::count_unknown, id.value, {{"count", id.value}});
        if (no) return;
        file = CountReading{tx, facts, *count}.file();
        if (file.closing_entry != 0)
            file.short_form = short_of_commit(tx, file.closing_entry, ledger.public_key());
    });
    if (no) return std::move(*no);
    return file;
}

core::Result<Receipt> export_certificate(OpenLedger& ledger, const Author& author,
                                         const core::CountId& count, const std::string& path) {
    const auto shown = show_count(ledger, count, author.user);
    if (!shown) return shown.error();
    const CountFile& file = shown.value();
    if (file.closing_entry == 0)
        return core::refused(core::Refusal::count_not_reconciled, count.value, {{"open", "Some"}});
    report::PaperHeading heading;
    ledger.read(
        [&](storage::Transaction&, const core::Facts& facts) { head_paper(heading, facts); });
    heading.title = "Certificate of count " + file.id;
    heading.armoury = file.title;
    heading.as_at = core::uk_time_text(ledger.now());
    heading.checkpoint = file.short_form;
    const auto paper =
        report::draw_prose(heading, certificate_blocks(file), core::text_of(ledger.now()));
    files::write_file_atomically(path, paper.pdf);
    return commit_one(
        ledger, author,
        core::Exported{"certificate of a count", file.id, ledger::hex(ledger::sha256(paper.pdf))});
}

core::Result<Listing> post_close_adjustments(OpenLedger& ledger, const ListRequest& request) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        const core::CountId id = count_id(request.filter);
        const auto count = facts.find<core::Stocktake>(id.value);
        if (!no && (!count || !count->closed))
            no = core::refused(core::Refusal::count_unknown, id.value, {{"count", id.value}});
        if (no) return;
        std::set<std::string> scope;
        if (const auto entry = entry_of(tx, count->started))
            if (const auto* started = std::get_if<core::CountStarted>(&entry->body))
                for (const core::LocationId& place : started->scope) scope.insert(place.value);
        storage::MovementKey after{*count->closed, 0};
        for (;;) {
            const auto rows = storage::movements_page(tx, {}, after, page_rows);
            for (const core::MovementLine& row : rows) {
                after = {row.entry, row.line};
                const bool in = scope.contains(row.to.value);
                const bool out = scope.contains(row.from.value);
                if (row.happened_at >= *count->closed_at || in == out) continue;
                listing.rows.emplace_back(Object{
                    {"number", row.entry},
                    {"kind", row.kind},
                    {"happened_at", core::uk_time_text(row.happened_at)},
                    {"recorded_at", core::uk_time_text(row.recorded_at)},
                    {"subject", core::subject_words(facts, row.subject)},
                    {"location", core::holder_words(facts, in ? row.to.value : row.from.value)},
                    {"adjustment", in ? row.quantity : -row.quantity}});
            }
            if (static_cast<std::int64_t>(rows.size()) < page_rows) return;
        }
    });
    if (no) return std::move(*no);
    return listing;
}

}  // namespace muster::app
