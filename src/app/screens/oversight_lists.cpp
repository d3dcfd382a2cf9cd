// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/desk.hpp"
#include "app/screens/listing_rows.hpp"
#include "app/screens/oversight_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/app/discrepancies.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/supervision.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/people_facts.hpp"

/// The lists of counts, of discrepancies and of what senior officers read and sign.
namespace muster::app {
namespace {

using Object = core::Value::Object;

ThingRow discrepancy_row(const Object& row) {
    const bool overdue = truth_of(row, "overdue");
    const std::string state = text_of(row, "state");
    return {text_of(row, "discrepancy"),
            overdue               ? Tone::stop
            : state == "approved" ? Tone::good
                                  : Tone::warning,
            {text_of(row, "discrepancy"), capital(state), capital(text_of(row, "severity")),
             text_of(row, "due") + (overdue ? ", OVERDUE" : ""), text_of(row, "subject"),
             text_of(row, "holder"), grouped(number_of(row, "expected")),
             grouped(number_of(row, "found")), text_of(row, "assigned"),
             moment_of(text_of(row, "opened_at"))}};
}

void add_deputies(const Session& session, ThingPage& page) {
    const core::Date today = core::uk_date(session.reading->now());
    session.reading->read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::Deputy& each : facts.all<core::Deputy>())
            if (each.to >= today)
                page.rows.push_back(
                    {"",
                     Tone::plain,
                     {"Deputy of " + core::user_words(facts, each.principal.value),
                      core::user_words(facts, each.deputy.value) + ", " +
                          core::people_text(each.from) + " to " + core::people_text(each.to),
                      ""}});
    });
}

// What policy asks for, beside what was done: last count, when it is due.
core::Result<ThingPage> counts_to_do(OpenLedger& ledger, const ThingAsk& ask) {
    const auto due = counts_due(ledger, {});
    if (!due) return due.error();
    ThingPage page;
    for (const core::Value& value : due.value().rows) {
        const Object& row = *value.object();
        const std::string state = text_of(row, "state");
        if (state == "counted") continue;
        const bool late = state == "overdue" || state == "never";
        ThingRow shown{text_of(row, "count"),
                       late ? Tone::stop : Tone::warning,
                       {text_of(row, "count"), state == "never" ? "Never counted" : capital(state),
                        text_of(row, "title"), "", text_of(row, "location"), text_of(row, "due")}};
        if (has_words(shown, ask.text)) page.rows.push_back(std::move(shown));
    }
    return page;
}

// The month that runs and those before it, a year in all, as `2026-03`.
std::vector<std::string> months_of_a_year(const Session& session) {
    core::CivilDate at = core::civil_of(core::uk_date(session.reading->now()));
    std::vector<std::string> months;
    for (int month = 0; month < 12; ++month) {
        at.day = 1;
        months.push_back(core::text_of(*core::date_of(at)).substr(0, 7));
        at.year -= at.month == 1 ? 1 : 0;
        at.month = at.month == 1 ? 12 : at.month - 1;
    }
    return months;
}

}  // namespace

ThingListUseCases discrepancies_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "discrepancies";
    use.spoken = "Discrepancies";
    use.search_label = "Search batch, serial or model";
    use.columns = {{"Number", 9},    {"State", 10}, {"Severity", 9}, {"Report upwards by", 26},
                   {"What", 32},     {"Where", 18}, {"Book", 8},     {"Found", 8},
                   {"Assigned", 12}, {"Opened", 16}};
    use.has_tones = true;
    use.filters = {
        {"state",
         "Show",
         {{"open", "Open"}, {"resolved", "Waiting for approval"}, {"approved", "Approved"}},
         "",
         "All"}};
    use.one = "discrepancy";
    use.many = "discrepancies";
    use.empty_words = "No discrepancies.";
    use.next_words = "&Next";
    use.previous_words = "&Previous";
    use.page = [session](const ThingAsk& ask) -> core::Result<ThingPage> {
        ListRequest request;
        request.filter = ask.filters.at("state");
        request.after = ask.after;
        request.limit = ask.limit;
        request.viewer = session->author.user;
        const auto listing = discrepancies(*session->reading, request);
        if (!listing) return listing.error();
        ThingPage page;
        page.next = listing.value().next;
        for (const core::Value& value : listing.value().rows)
            if (ThingRow row = discrepancy_row(*value.object()); has_words(row, ask.text))
                page.rows.push_back(std::move(row));
        return page;
    };
    return use;
}

ThingListUseCases counts_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "counts";
    use.spoken = "Counts";
    use.search_label = "Search kind or counter";
    use.columns = {{"Count", 9},
                   {"State", 12},
                   {"Kind", 34},
                   {"Blind", 7},
                   {"Counted by, or where", 30},
                   {"Closed, or due", 17}};
    use.has_tones = true;
    use.filters = {{"state",
                    "Show",
                    {{"open", "Going on"}, {"closed", "Closed"}, {"due", "Due or overdue"}},
                    "",
                    "All"}};
    use.one = "count";
    use.many = "counts";
    use.empty_words = "No count was started yet.";
    use.page = [session](const ThingAsk& ask) -> core::Result<ThingPage> {
        ThingPage page;
        if (ask.filters.at("state") == "due") return counts_to_do(*session->reading, ask);
        session->reading->read([&](storage::Transaction&, const core::Facts& facts) {
            auto all = facts.all<core::Stocktake>();
            std::sort(all.begin(), all.end(),
                      [](const auto& a, const auto& b) { return a.started > b.started; });
            for (const core::Stocktake& count : all) {
                const bool closed = count.state == "closed";
                const std::string& wanted = ask.filters.at("state");
                if (!wanted.empty() && (wanted == "closed") != closed) continue;
                const auto kind = facts.find<core::Reference>("count_sort/" + count.sort);
                ThingRow row{count.key,
                             closed ? Tone::good : Tone::warning,
                             {count.key, capital(count.state), kind ? kind->title : count.sort,
                              count.blind ? "Yes" : "No",
                              core::user_words(facts, count.counter_a.value) + ", " +
                                  core::user_words(facts, count.counter_b.value),
                              count.closed_at ? core::uk_time_text(*count.closed_at) : ""}};
                if (has_words(row, ask.text)) page.rows.push_back(std::move(row));
            }
        });
        return page;
    };
    return use;
}

ThingListUseCases oversight_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "oversight";
    use.spoken = "Oversight";
    use.search_label = "Search";
    use.columns = {{"What", 30}, {"State", 40}, {"Signed off by", 24}};
    use.has_tones = true;
    use.one = "line";
    use.many = "lines";
    use.empty_words = "Nothing to oversee.";
    use.page = [session](const ThingAsk& ask) -> core::Result<ThingPage> {
        ListRequest request;
        request.viewer = session->author.user;
        const auto signed_off = sign_offs(*session->reading, request);
        if (!signed_off) return signed_off.error();
        const auto signer = [&](const std::string& what) {
            std::string names;
            for (const core::Value& value : signed_off.value().rows)
                if (text_of(*value.object(), "what") == what)
                    names += (names.empty() ? "" : ", ") + text_of(*value.object(), "signer");
            return names;
        };
        ThingPage page;
        for (const std::string& each : months_of_a_year(*session)) {
            const std::string month = "brief " + each;
            const char* words = page.rows.empty() ? "The month's brief" : "Brief, earlier";
            page.rows.push_back({month, Tone::plain, {words, month, signer(month)}});
        }
        page.rows.push_back({"plot coverage",
                             Tone::plain,
                             {"What was counted in which quarter", "A plot, with its table", ""}});
        page.rows.push_back({"plot ages",
                             Tone::plain,
                             {"How old the discrepancies are", "A plot, with its table", ""}});
        add_deputies(*session, page);
        const auto tests = dip_tests(*session->reading, request);
        if (!tests) return tests.error();
        for (const core::Value& value : tests.value().rows) {
            const Object& row = *value.object();
            const std::string id = text_of(row, "test");
            const bool keyed = !text_of(row, "keyed").empty();
            page.rows.push_back({id,
                                 !keyed                          ? Tone::warning
                                 : number_of(row, "differs") > 0 ? Tone::stop
                                                                 : Tone::good,
                                 {"Dip-test of " + text_of(row, "place"),
                                  keyed ? grouped(number_of(row, "agreed")) + " agreed, " +
                                              grouped(number_of(row, "differs")) + " did not"
                                        : "Drawn " + text_of(row, "drawn") + ", not keyed yet",
                                  signer(id)}});
        }
        std::erase_if(page.rows, [&](const ThingRow& row) { return !has_words(row, ask.text); });
        return page;
    };
    return use;
}

core::Result<Dossier> brief_dossier(const Desk& desk, const std::string& id) {
    const auto made = make_brief(*desk.session->open_reading(), id.substr(id.find(' ') + 1),
                                 desk.session->author.user);
    if (!made) return made.error();
    const Brief& brief = made.value();
    Dossier dossier;
    dossier.id = id;
    dossier.title = "Armouries: " + brief.title;
    dossier.subtitle = "Entries #" + grouped(brief.first) + " to #" + grouped(brief.last);
    for (const BriefDecision& each : brief.decisions)
        dossier.notices.push_back({Tone::warning, "By " + each.by + ": " + each.words});
    for (std::size_t i = 0; i < brief.coverage.size(); ++i)
        dossier.known.push_back(
            {"coverage-" + std::to_string(i), "Counted", brief.coverage[i], Tone::plain});
    auto table = std::make_shared<WrittenTable>(
        std::vector<TableColumn>{{"Figure", 34}, {"Now", 8}, {"Before", 8}, {"Entries", 40}},
        false);
    std::vector<WrittenTable::Row> rows;
    for (const BriefFigure& figure : brief.figures) {
        std::string entries;
        constexpr std::size_t shown = 8;
        for (std::size_t i = 0; i < std::min(shown, figure.entries.size()); ++i)
            entries += (i == 0 ? "#" : ", #") + grouped(figure.entries[i]);
        if (figure.entries.size() > shown)
            entries += " and " +
                       grouped(std::ssize(figure.entries) - static_cast<std::int64_t>(shown)) +
                       " more";
        rows.push_back({Tone::plain,
                        {figure.name, grouped(figure.now),
                         figure.before ? grouped(*figure.before) : "", entries}});
    }
    table->set(std::move(rows));
    dossier.tables.push_back({"figures", "What changed", "Nothing.", table, {}});
    add_sign_off(desk, id, dossier);
    dossier.papers = {{"brief", "Save as one page...", "brief-" + brief.month + ".pdf"}};
    return dossier;
}

}  // namespace muster::app
