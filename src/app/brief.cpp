// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "app/basket.hpp"
#include "app/paper_heading.hpp"
#include "app/single_commit.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/app/supervision.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/day_ends.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/prose_paper.hpp"

/// The monthly brief. The ledger is played once: the facts as they were at the end of the month
/// before and at the end of this one give every figure, so that each can be made again by anybody.
namespace muster::app {
namespace {

using core::EntryNumber;

/// A figure as at one moment, with the entries behind it.
struct Traced {
    std::int64_t number = 0;
    std::vector<EntryNumber> entries;
    void add(EntryNumber entry, std::int64_t count = 1) {
        number += count;
        entries.push_back(entry);
    }
};
using Figures = std::map<std::string, Traced>;

EntryNumber number_of_id(const std::string& id) {
    const auto dash = id.find('-');
    return dash == id.npos ? 0 : std::stoll(id.substr(dash + 1));
}

// What stands open at a moment.
Figures standing_at(const core::Facts& facts, core::Instant at) {
    Figures figures;
    for (const char* name :
         {"Weapons missing", "Late back from officers", "Cases past their date",
          "Discrepancies open", "Discrepancies not reported in time", "Counts overdue"})
        figures[name];
    facts.rows(core::Table::item, "", [&](const core::Row& row) {
        const auto item = core::fact_of<core::Item>(row);
        if (item.location_status == "missing") figures["Weapons missing"].add(item.moved);
        return true;
    });
    for (const auto& line : facts.all<core::OpenLine>())
        if (line.due && *line.due < at) figures["Late back from officers"].add(line.issue);
    for (const auto& each : facts.all<core::Case>())
        if (each.state == "open" && each.due && *each.due < at)
            figures["Cases past their date"].add(each.opened);
    for (const auto& one : facts.all<core::Discrepancy>()) {
        if (one.state != "approved") figures["Discrepancies open"].add(number_of_id(one.key));
        if (one.state != "approved" && one.due && !one.reported && *one.due < at)
            figures["Discrepancies not reported in time"].add(number_of_id(one.key));
    }
    std::map<std::string, core::CountCoverage> last;
    for (auto& row : facts.all<core::CountCoverage>())
        last[row.location.value + "/" + row.sort] = row;
    constexpr std::int64_t ms_per_day = 86'400'000;
    for (const auto& [key, row] : last) {
        const std::int64_t days = core::policy_number(facts, "count_days." + row.sort, 0);
        if (days > 0 && row.last_at.ms + days * ms_per_day < at.ms)
            figures["Counts overdue"].add(number_of_id(row.last.value));
    }
    // What was never counted is the most overdue of all; the entry that made the place tells of it.
    for (const auto& sort : facts.all<core::Reference>("count_sort/")) {
        if (core::policy_number(facts, "count_days." + sort.code, 0) <= 0) continue;
        for (const auto& place : facts.all<core::Location>())
            if (!last.contains(place.key + "/" + sort.code))
                figures["Counts overdue"].add(number_of_id(place.key));
    }
    return figures;
}

/// What happened within the month.
class Happenings {
public:
    Happenings() {
        for (const char* name :
             {"Movements", "Counts closed", "Counts closed blind", "Stops overridden",
              "Corrections", "Discrepancies found", "Dip-tests done"})
            figures_[name];
    }
    void take(const core::Entry& entry, const core::Facts& facts) {
        const EntryNumber number = entry.number;
        if (!core::movement_lines(entry).empty()) figures_["Movements"].add(number);
        if (const auto* issued = std::get_if<core::Issued>(&entry.body))
            add_overrides(number, issued->overrides);
        if (const auto* count = std::get_if<core::CountStarted>(&entry.body))
            add_overrides(number, count->overrides);
        if (const auto* closed = std::get_if<core::CountClosed>(&entry.body)) {
            figures_["Counts closed"].add(number);
            const auto count = facts.find<core::Stocktake>(closed->count.value);
            if (count && count->blind) figures_["Counts closed blind"].add(number);
        }
        if (std::holds_alternative<core::Corrected>(entry.body) ||
            std::holds_alternative<core::ItemCorrected>(entry.body))
            figures_["Corrections"].add(number);
        if (std::holds_alternative<core::DiscrepancyOpened>(entry.body))
            figures_["Discrepancies found"].add(number);
        if (std::holds_alternative<core::DipTestKeyed>(entry.body))
            figures_["Dip-tests done"].add(number);
    }
    Figures& figures() { return figures_; }

private:
    void add_overrides(EntryNumber number, const std::vector<core::Override>& overrides) {
        if (!overrides.empty()) figures_["Stops overridden"].add(number, std::ssize(overrides));
    }
    Figures figures_;
};

struct MonthRange {
    core::Date begin;
    core::Date end;  ///< the first day of the next
    std::string title;
};

MonthRange range_of(const std::string& month) {
    const std::vector<const char*> names{"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    const auto begin = core::date_of(month + "-01");
    if (month.size() != 7 || !begin) throw UsageError{"--month takes a month as 2026-03."};
    core::CivilDate civil = core::civil_of(*begin);
    MonthRange range{*begin,
                     {},
                     std::string{names[static_cast<std::size_t>(civil.month - 1)]} + " " +
                         std::to_string(civil.year)};
    civil.month = civil.month % 12 + 1;
    if (civil.month == 1) ++civil.year;
    range.end = *core::date_of(civil);
    return range;
}

// Of each armoury: how many of its places were counted this quarter.
std::vector<std::string> coverage_lines(const core::Facts& facts, core::Instant at) {
    const std::string quarter = core::quarter_of(at);
    std::map<std::string, std::pair<std::set<std::string>, std::set<std::string>>> by_armoury;
    for (const auto& place : facts.all<core::Location>()) {
        core::Location above = place;
        while (above.sort != "armoury" && !above.parent.empty())
            above = facts.find<core::Location>(above.parent.value).value_or(core::Location{});
        auto& [all, counted] = by_armoury[above.name];
        all.insert(place.key);
        for (const auto& row : facts.all<core::CountCoverage>(place.key + "/"))
            if (row.quarter == quarter) counted.insert(place.key);
    }
    std::vector<std::string> lines;
    for (const auto& [name, places] : by_armoury)
        lines.push_back(name + ": " + std::to_string(places.second.size()) + " of " +
                        std::to_string(places.first.size()) + " places counted in " + quarter);
    return lines;
}

std::vector<BriefDecision> decisions_of(const core::Facts& facts) {
    constexpr std::size_t most = 4;
    std::vector<BriefDecision> decisions;
    std::vector<core::Discrepancy> open = facts.all<core::Discrepancy>();
    std::sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    std::size_t more = 0;
    for (const core::Discrepancy& one : open) {
        const std::string by = one.due ? core::uk_time_text(*one.due).substr(0, 10) : "now";
        const bool searched = one.state == "open" && one.severity == "critical";
        if (one.state != "resolved" && !searched) continue;
        if (decisions.size() == most) {
            ++more;
            continue;
        }
        decisions.push_back({searched
                                 ? "Direct the search for " +
                                       core::subject_words(facts, one.subject) + ", " + one.key
                                 : "Approve " + one.key + " (" + one.outcome.value_or("") + ")",
                             by});
    }
    if (more > 0)
        decisions.push_back({std::to_string(more) + " more, on the page Discrepancies", "then"});
    return decisions;
}

std::string trace(const std::vector<EntryNumber>& entries) {
    constexpr std::size_t shown = 3;
    std::string words;
    for (std::size_t i = 0; i < std::min(entries.size(), shown); ++i)
        words += (i == 0 ? "#" : ",#") + std::to_string(entries[i]);
    if (entries.size() > shown) words += ",+" + std::to_string(entries.size() - shown);
    return words;
}

}  // namespace

core::Result<Brief> make_brief(OpenLedger& ledger, const std::string& month,
                               const std::optional<core::UserId>& viewer) {
    const MonthRange range = range_of(month);
    Brief brief;
    brief.month = month;
    brief.title = range.title;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& stored) {
        no = refuse_blind(stored, viewer);
        if (no) return;
        core::MemoryFacts facts;
        Figures before;
        Happenings within;
        bool begun = false;
        each_entry_from(tx, 1, [&](const core::Entry& entry) {
            if (core::uk_date(entry.recorded_at) >= range.end) return false;
            if (!begun && core::uk_date(entry.recorded_at) >= range.begin) {
                begun = true;
                brief.first = entry.number;
                before = standing_at(facts, entry.recorded_at);
            }
            core::Changes changes{facts};
            core::apply(entry, changes);
            changes.save_to(facts);
            if (begun) within.take(entry, facts);
            brief.last = entry.number;
            return true;
        });
        // A month that is over is told as at its last day, one that runs as at now.
        core::Instant at = ledger.now();
        if (core::uk_date(at) >= range.end) at = core::end_of({range.end.days - 1});
        if (!begun) before = standing_at(facts, at);
        Figures standing = standing_at(facts, at);
        for (auto& [name, figure] : standing)
            brief.figures.push_back(
                {name, figure.number, before[name].number, std::move(figure.entries)});
        for (auto& [name, figure] : within.figures())
            brief.figures.push_back({name, figure.number, std::nullopt, std::move(figure.entries)});
        brief.coverage = coverage_lines(facts, at);
        brief.decisions = decisions_of(facts);
    });
    if (no) return std::move(*no);
    return brief;
}

core::Result<Receipt> export_brief(OpenLedger& ledger, const Author& author, const Brief& brief,
                                   const std::string& path, std::string& written) {
    report::PaperHeading heading;
    ledger.read(
        [&](storage::Transaction&, const core::Facts& facts) { head_paper(heading, facts); });
    heading.title = "Armouries: " + brief.title;
    heading.armoury = "for chief officers";
    heading.as_at = core::uk_time_text(ledger.now());
    report::ProseBlock figures;
    figures.title = "What changed";
    figures.table.columns = {{"", 74},
                             {"Now", 18, report::Side::right},
                             {"Before", 20, report::Side::right},
                             {"", 6},
                             {"Entries", 64}};
    for (const BriefFigure& figure : brief.figures)
        figures.table.rows.push_back({figure.name, std::to_string(figure.now),
                                      figure.before ? std::to_string(*figure.before) : "", "",
                                      trace(figure.entries)});
    report::ProseBlock decide;
    decide.title = "What you must decide";
    for (const BriefDecision& each : brief.decisions)
        decide.pairs.emplace_back("By " + each.by, each.words);
    if (brief.decisions.empty()) decide.paragraphs = {"Nothing waits for you."};
    report::ProseBlock coverage;
    coverage.title = "Counted this quarter";
    constexpr std::size_t armouries_max = 6;
    for (std::size_t i = 0; i < std::min(armouries_max, brief.coverage.size()); ++i)
        coverage.paragraphs.push_back(brief.coverage[i]);
    if (brief.coverage.size() > armouries_max)
        coverage.paragraphs.push_back(std::to_string(brief.coverage.size() - armouries_max) +
                                      " more armouries: see count coverage.");
    const auto paper =
        report::draw_prose(heading, {decide, figures, coverage}, core::text_of(ledger.now()));
    namespace fs = std::filesystem;
    const fs::path target = fs::is_directory(path)
                                ? fs::path{path} / ("brief-" + brief.month + ".pdf")
                                : fs::path{path};
    written = target.string();
    files::write_file_atomically(written, paper.pdf);
    return commit_one(
        ledger, author,
        core::Exported{"monthly brief", brief.month, ledger::hex(ledger::sha256(paper.pdf))});
}

}  // namespace muster::app
