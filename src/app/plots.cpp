// SPDX-License-Identifier: MIT
#include "muster/app/plots.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/basket.hpp"
#include "app/single_commit.hpp"
#include "muster/app/counter.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/paper.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/lists.hpp"

/// What the plots are of, from the ledger, and how a picture becomes a page.
namespace muster::app {
namespace {

constexpr std::int64_t page_rows = 1'000;
constexpr std::int64_t ms_per_day = 86'400'000;

void add_steps(storage::Transaction& tx, const std::string& stock, const std::string& place,
               BalanceSeries& series) {
    storage::MovementKey after;
    std::int64_t balance = 0;
    for (;;) {
        const auto rows = storage::movements_page(tx, {stock, ""}, after, page_rows);
        for (const core::MovementLine& row : rows) {
            after = {row.entry, row.line};
            const std::int64_t change = (row.to.value == place ? row.quantity : 0) -
                                        (row.from.value == place ? row.quantity : 0);
            if (change == 0) continue;
            balance += change;
            series.steps.push_back({row.recorded_at, balance, row.entry});
        }
        if (static_cast<std::int64_t>(rows.size()) < page_rows) return;
    }
}

// The last comparison of each count is the one that stands.
void add_marks(storage::Transaction& tx, const std::string& stock, const std::string& place,
               BalanceSeries& series) {
    std::map<std::string, BalanceSeries::CountMark> marks;
    storage::each_of_kind(
        tx, core::CountReconciled::kind, 1, [&](const storage::StoredEntry& stored) {
            const auto entry = entry_of(tx, stored.number);
            if (!entry) return true;
            const auto& body = std::get<core::CountReconciled>(entry->body);
            for (const core::ResultLine& line : body.lines)
                if (line.subject == stock && line.location.value == place &&
                    line.result != "uncounted" && line.result != "disagreed" &&
                    line.result != "excluded")
                    marks[body.count.value] = {{}, line.expected, line.counted, body.count.value};
            return true;
        });
    for (auto& [count, mark] : marks) {
        const auto started = entry_of(tx, std::stoll(count.substr(2)));
        if (!started) continue;
        mark.at = started->recorded_at;
        series.marks.push_back(mark);
    }
}

}  // namespace

core::Result<BalanceSeries> balance_series(OpenLedger& ledger, const std::string& code,
                                           const std::string& location,
                                           const std::optional<core::UserId>& viewer) {
    BalanceSeries series;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, viewer);
        if (no) return;
        const auto stock = find_stock(facts, code);
        const auto place = find_location(facts, location);
        if (!stock) no = stock.error();
        if (!no && !place) no = place.error();
        if (no) return;
        series.title = core::stock_words(facts, stock.value()) + ", " +
                       core::holder_words(facts, place.value().value);
        add_steps(tx, stock.value(), place.value().value, series);
        add_marks(tx, stock.value(), place.value().value, series);
    });
    if (no) return std::move(*no);
    return series;
}

core::Result<std::vector<AgeBar>> discrepancy_ages(OpenLedger& ledger,
                                                   const std::optional<core::UserId>& viewer) {
    constexpr std::array<std::pair<std::int64_t, const char*>, 5> limits{
        {{1, "up to a day"},
         {7, "up to a week"},
         {31, "up to a month"},
         {92, "up to a quarter"},
         {INT64_MAX / ms_per_day, "older"}}};
    std::vector<AgeBar> bars;
    for (const auto& [days, words] : limits) bars.push_back({words, 0});
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, viewer);
        if (no) return;
        for (const auto& one : facts.all<core::Discrepancy>()) {
            if (one.state == "approved") continue;
            const std::int64_t age = ledger.now().ms - one.opened_at.ms;
            const auto at = std::find_if(limits.begin(), limits.end(), [&](const auto& limit) {
                return age <= limit.first * ms_per_day;
            });
            const auto bar = at == limits.end() ? std::ssize(limits) - 1 : at - limits.begin();
            ++bars[static_cast<std::size_t>(bar)].number;
        }
    });
    if (no) return std::move(*no);
    return bars;
}

core::Result<std::vector<CoverageCell>> coverage_cells(OpenLedger& ledger) {
    std::vector<CoverageCell> cells;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::Location& place : facts.all<core::Location>())
            cells.push_back({place.name, "", 0});
        for (const auto& row : facts.all<core::CountCoverage>())
            cells.push_back(
                {core::holder_words(facts, row.location.value), row.quarter, row.counts});
    });
    return cells;
}

core::Result<Receipt> export_picture(OpenLedger& ledger, const Author& author,
                                     const std::string& title, const Picture& picture,
                                     const PlotTable& table, const std::string& path) {
    constexpr double left = 14, top = 34;
    report::Paper paper{{}, title, core::text_of(ledger.now())};
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        const auto force = facts.find<core::Force>("force").value_or(core::Force{});
        paper.text(left, 13, (force.practice ? "PRACTICE  " : "") + force.name, 7.5);
        paper.text(196, 13, core::policy(facts, "classification", "OFFICIAL-SENSITIVE"), 7.5,
                   report::Face::bold, report::Side::right);
    });
    paper.text(left, 24, paper.fitted(title, 182, 15, report::Face::bold), 15, report::Face::bold);
    for (const Picture::Line& line : picture.lines)
        paper.line(left + line.from_x, top + line.from_y, left + line.to_x, top + line.to_y,
                   line.strong ? 0.5 : 0.2);
    for (const Picture::Box& box : picture.boxes)
        if (box.filled)
            paper.bar(left + box.x, top + box.y, box.width, box.height);
        else
            paper.frame(left + box.x, top + box.y, box.width, box.height);
    for (const Picture::Word& word : picture.words)
        paper.text(left + word.x, top + word.y, word.words, 8, report::Face::regular,
                   word.on_right ? report::Side::right : report::Side::left);
    double y = top + picture.height + 12;
    for (std::size_t i = 0; i < table.size(); ++i, y += 4.8) {
        if (y > 282) {
            paper.next_page();
            y = 20;
        }
        const double width = 182 / static_cast<double>(std::max<std::size_t>(1, table[i].size()));
        for (std::size_t column = 0; column < table[i].size(); ++column)
            paper.text(left + width * static_cast<double>(column), y,
                       paper.fitted(table[i][column], width - 2, 8.5), 8.5,
                       i == 0 ? report::Face::bold : report::Face::regular);
    }
    const std::string pdf = paper.finish();
    files::write_file_atomically(path, pdf);
    return commit_one(ledger, author,
                      core::Exported{"plot", title, ledger::hex(ledger::sha256(pdf))});
}

}  // namespace muster::app
