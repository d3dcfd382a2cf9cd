// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/command.hpp"
#include "muster/app/confirmations.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/app/count_results.hpp"
#include "muster/app/discrepancies.hpp"
#include "muster/app/kits.hpp"
#include "muster/app/list_paper.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/supervision.hpp"

namespace muster::cli {
namespace {

std::string words_of(const core::Value& value) {
    if (const auto* text = value.text()) return *text;
    if (const auto* number = value.number()) return std::to_string(*number);
    if (const auto* truth = value.truth()) return *truth ? "yes" : "no";
    std::string all;
    if (const auto* array = value.array())
        for (const core::Value& element : *array) {
            const core::Value* named = element.member("class");
            const core::Value* suspended = element.member("suspended");
            all += (all.empty() ? "" : " ") + words_of(named != nullptr ? *named : element);
            if (suspended != nullptr && suspended->truth() != nullptr && *suspended->truth())
                all += " (suspended)";
        }
    return all;
}

// Columns in the order asked for, as wide as their widest cell.
std::vector<std::string> as_table(const core::Value::Array& rows,
                                  const std::vector<std::string>& columns) {
    std::vector<std::vector<std::string>> cells{columns};
    for (const core::Value& row : rows) {
        auto& line = cells.emplace_back();
        for (const std::string& column : columns) {
            const core::Value* value = row.member(column);
            line.push_back(value != nullptr ? words_of(*value) : "");
        }
    }
    std::vector<std::string> lines;
    for (const auto& line : cells) {
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::size_t width = 0;
            for (const auto& other : cells) width = std::max(width, other[i].size());
            text +=
                line[i] + std::string(i + 1 < columns.size() ? width - line[i].size() + 2 : 0, ' ');
        }
        lines.push_back(std::move(text));
    }
    return lines;
}

using List = core::Result<app::Listing> (*)(app::OpenLedger&, const app::ListRequest&);

// All pages of a list, by the columns that are shown of it.
app::SavedList saved_list(const char* name, List list, const std::vector<std::string>& columns,
                          app::OpenLedger& ledger, const app::ListRequest& asked) {
    app::SavedList saved{name, asked.filter, {}, {}};
    for (const std::string& column : columns) saved.columns.push_back({column, 12});
    saved.each = [list, columns, &ledger,
                  asked](const app::SavedList::TakeRow& take) -> core::Result<void> {
        app::ListRequest request = asked;
        std::vector<std::string> cells(columns.size());
        for (bool more = true; more;) {
            auto page = list(ledger, request);
            if (!page) return std::move(page).error();
            for (const core::Value& row : page.value().rows) {
                for (std::size_t at = 0; at < columns.size(); ++at) {
                    const core::Value* member = row.member(columns[at]);
                    cells[at] = member == nullptr ? "" : words_of(*member);
                }
                if (!take(cells)) return boost::outcome_v2::success();
            }
            more = page.value().next.has_value();
            if (more) request.after = *page.value().next;
        }
        return boost::outcome_v2::success();
    };
    return saved;
}

Outcome saved_rows(const app::SavedRows& saved, const std::string& out) {
    Outcome outcome = recorded(saved.receipt, std::to_string(saved.rows) + " rows in " + out + ".");
    outcome.result.emplace("rows", saved.rows);
    outcome.result.emplace("complete", saved.is_all);
    if (!saved.is_all) outcome.text.push_back("There are more: narrow the list, or write CSV.");
    return outcome;
}

Command list_command(const char* name, const char* summary, List list,
                     std::vector<std::string> columns) {
    const auto show = [name, list, columns = std::move(columns)](Run& run) {
        app::ListRequest request;
        request.filter = run.words.get("filter").value_or("");
        request.after = run.words.get("after").value_or("");
        request.limit = run.words.number("limit", 1'000);
        if (request.limit < 1 || request.limit > app::list_rows_max)
            throw app::UsageError{"--limit takes 1 to " + std::to_string(app::list_rows_max) +
                                  " rows. The next page: --after KEY."};
        request.viewer = run.viewer;
        request.view = run.words.get("view").value_or("both");
        if (request.view != "original" && request.view != "corrected" && request.view != "both")
            throw app::UsageError{"--view takes original, corrected or both, not " + request.view};
        if (const auto out = run.words.get("out")) {
            const auto saved =
                app::save_list(*run.ledger, run.author,
                               saved_list(name, list, columns, *run.ledger, request), *out);
            if (!saved) return refusal(saved.error());
            return saved_rows(saved.value(), *out);
        }
        auto listing = list(*run.ledger, request);
        if (!listing) return refusal(listing.error());
        Outcome outcome;
        outcome.rows = std::move(listing.value().rows);
        outcome.next = listing.value().next;
        outcome.text = outcome.rows->empty() ? std::vector<std::string>{"Nothing to list."}
                                             : as_table(*outcome.rows, columns);
        if (outcome.next) outcome.text.push_back("More: --after '" + *outcome.next + "'");
        return outcome;
    };
    return {
        name,
        "",
        summary,
        Needs::viewing,
        {{"filter", "WORDS", "only what has these words; of holdings also a collar or location"},
         {"after", "KEY", "the page behind this key"},
         {"limit", "N", "rows of a page (1000)"},
         {"out", "FILE", "write all of it: FILE.csv for a spreadsheet, else a PDF to print"},
         {"view", "WORD", "of movements: original, corrected or both (default)"}},
        show};
}

std::vector<Command> lists_of_oversight() {
    return {
        list_command("discrepancy list",
                     "List discrepancies with their clocks; filter open, resolved or approved",
                     app::discrepancies,
                     {"discrepancy", "severity", "due", "overdue", "assigned", "sort", "subject",
                      "holder", "expected", "found", "state", "outcome"}),
        list_command(
            "discrepancy escalations",
            "List those that nobody reported within their time, the gravest first",
            app::escalations,
            {"discrepancy", "severity", "due", "hours_late", "subject", "holder", "assigned"}),
        list_command("losses",
                     "List what was lost or stolen by calibre, type and year; filter: year",
                     app::loss_register,
                     {"calibre", "type", "year", "items", "quantity", "recovered", "entries"}),
        list_command(
            "count due",
            "List what is to be counted and by when; filter overdue, due, a kind or words",
            app::counts_due,
            {"armoury", "location", "sort", "categories", "last", "count", "due", "state"}),
        list_command(
            "count coverage", "List how often each place was counted in each quarter",
            app::count_coverage,
            {"quarter", "armoury", "location", "sort", "counts", "blind", "outside", "last"}),
        list_command(
            "count adjustments",
            "List what was recorded after a count closed and happened before; filter: N",
            app::post_close_adjustments,
            {"number", "kind", "happened_at", "recorded_at", "subject", "location", "adjustment"}),
        list_command(
            "book", "List the book equations by batch and place, and force-wide",
            app::book_equations,
            {"subject", "holder", "opening", "received", "returned", "found", "issued", "expended",
             "transferred", "destroyed", "lost", "book", "register", "difference"}),
        list_command(
            "dip-test list", "List the dip-tests", app::dip_tests,
            {"test", "place", "drawn", "keyed", "walked_by", "agreed", "differs", "attested"}),
        list_command("oversight list", "List what senior officers signed off", app::sign_offs,
                     {"what", "signer", "for", "method", "witness", "at", "entry"}),
    };
}

std::vector<Command> lists_of_the_book() {
    return {
        list_command("items", "List the register of items", app::items,
                     {"tag", "model", "serial", "holder", "position", "location_status",
                      "condition_status", "holds"}),
        list_command("batches", "List the batches", app::batches,
                     {"batch_number", "model", "expiry", "use", "quantity", "box_size", "holds"}),
        list_command("holdings", "List who or what holds which items and quantities", app::holdings,
                     {"holder", "tag", "model", "serial", "batch_number", "quantity",
                      "location_status", "condition_status", "holds"}),
        list_command(
            "movements", "List movements, oldest first; filter by a code or collar", app::movements,
            {"number", "kind", "mode", "happened_at", "subject", "quantity", "from", "to", "by"}),
        list_command(
            "discrepancies", "List discrepancies; filter open, resolved or approved",
            app::discrepancies,
            {"discrepancy", "sort", "subject", "holder", "expected", "found", "state", "beside"}),
        list_command("counts", "List the counts", app::counts,
                     {"count", "sort", "state", "counter_a", "counter_b", "position"}),
        list_command("officers", "List the officers and their authorisations", app::officers,
                     {"collar", "rank", "name", "unit", "active", "authorisations"}),
        list_command("officer list", "List the officers and their authorisations", app::officers,
                     {"collar", "rank", "name", "unit", "active", "authorisations"}),
        list_command("deployments",
                     "List armed deployments and decisions against one, by log number",
                     app::deployments,
                     {"log", "started", "ended", "decision", "commander", "level", "arv",
                      "discharge", "reason"}),
        list_command("user list", "List the users and their roles", app::users,
                     {"name", "active", "roles"}),
        list_command("location list", "List the locations", app::locations,
                     {"name", "sort", "location", "parent"}),
        list_command("model list", "List the catalogue of models", app::models,
                     {"name", "category", "calibre", "tracking", "authorisation"}),
        list_command("policy list", "List the policies in force", app::policies,
                     {"name", "value", "since"}),
        list_command("reference list", "List the reference data", app::references,
                     {"list", "code", "title"}),
        list_command("key list", "List the certified keys", app::keys,
                     {"key", "user", "method", "certificate"}),
        list_command("period list", "List the closed periods", app::periods,
                     {"label", "first", "last", "state"}),
        list_command("cases",
                     "List what is away, why, and until when; filter `all` for closed ones",
                     app::cases,
                     {"case", "sort", "subject", "open", "from", "to", "other", "reference", "due",
                      "overdue", "state"}),
        list_command("kit list", "List the kits and their lines", app::kits,
                     {"kit", "label", "what", "quantity"}),
        list_command("unconfirmed",
                     "List urgent issues their officers have not confirmed; filter `all` for all",
                     app::unconfirmed,
                     {"number", "officer", "since", "until", "overdue", "state", "handover"}),
        list_command("lapsed", "List what is with officers who may hold it no longer", app::lapsed,
                     {"officer", "subject", "quantity", "class", "why", "to", "issue"}),
        list_command("attest list",
                     "List holders of long-term kit; filter unasked, asked, overdue, confirmed",
                     app::attestations, {"officer", "lines", "state", "due", "answered"}),
        list_command("overdue", "List what is out beyond its time; filter by purpose or officer",
                     app::overdue, {"officer", "subject", "quantity", "due", "purpose", "issue"}),
    };
}

}  // namespace

std::vector<Command> list_commands() {
    std::vector<Command> all = lists_of_the_book();
    for (Command& command : lists_of_oversight()) all.push_back(std::move(command));
    return all;
}

}  // namespace muster::cli
