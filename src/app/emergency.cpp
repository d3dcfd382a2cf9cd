// SPDX-License-Identifier: MIT
#include "muster/app/emergency.hpp"

#include <algorithm>
#include <map>

#include "app/paper_heading.hpp"
#include "app/single_commit.hpp"
#include "muster/app/integrity.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/transitions.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/cms.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/paper_tables.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

using report::PaperColumn;
using report::PaperTable;
using report::Side;
using Cells = std::vector<std::string>;

/// The three lists, from the facts of one moment.
class Lists {
public:
    Lists(storage::Transaction& tx, const core::Facts& facts, core::Date today)
        : tx_{tx}, facts_{facts}, today_{today} {
        for (const core::OpenLine& line : facts_.all<core::OpenLine>())
            issues_[line.officer.value + "/" + line.subject] = line;
    }

    std::vector<PaperTable> all() {
        PaperTable held{"Who holds what",
                        "Nobody holds anything.",
                        {{"Officer", 48},
                         {"Tag or batch", 28},
                         {"Model", 38},
                         {"Serial", 26},
                         {"Quantity", 20, Side::right},
                         {"Due", 26}},
                        {}};
        PaperTable stored{"What lies where",
                          "There is no stock.",
                          {{"Location", 40},
                           {"Tag or batch", 32},
                           {"Model", 44},
                           {"Serial", 28},
                           {"Quantity", 20, Side::right},
                           {"Not to issue", 22}},
                          {}};
        add_items(held, stored);
        add_balances(held, stored);
        for (PaperTable* table : {&held, &stored})
            std::stable_sort(table->rows.begin(), table->rows.end(),
                             [](const Cells& a, const Cells& b) { return a[0] < b[0]; });
        return {std::move(held), who_may_draw(), std::move(stored)};
    }

private:
    std::string officer(const std::string& id) const {
        const auto officer = facts_.find<core::Officer>(id);
        const std::string name =
            officer ? facts_.disclosed(officer->name.digest).value_or("") : std::string{};
        return core::officer_words(facts_, id) + (name.empty() ? "" : " " + name);
    }

    std::string due(const std::string& holder, const std::string& subject) const {
        const auto line = issues_.find(holder + "/" + subject);
        if (line == issues_.end() || !line->second.due) return {};
        return core::people_text(core::uk_date(*line->second.due));
    }

    // Of what is away: with whom, and why.
    std::string place(const storage::HolderShown& holder, const std::string& position) const {
        if (holder.sort != "location") return core::holder_words(facts_, holder.holder);
        return holder.name + (position.empty() ? "" : " " + position);
    }

    // Why what lies here is not issued, for whoever has nothing but this page.
    static std::string why_not(const storage::RegisterRow& row) {
        if (!row.holds.empty()) return row.holds.front();
        const bool fit =
            row.condition_status == "serviceable" || row.condition_status == "inspection_due";
        return fit ? std::string{} : core::status_words(row.condition_status);
    }
    std::string why_not(const storage::BalanceRow& row) const {
        if (!row.holds.empty()) return row.holds.front();
        const auto expiry = row.expiry ? core::date_of(*row.expiry) : std::nullopt;
        return expiry && *expiry < today_ ? "expired " + core::people_text(*expiry) : std::string{};
    }

    void add_items(PaperTable& held, PaperTable& stored) {
        constexpr std::int64_t page_rows = 1'000;
        std::string after;
        for (;;) {
            const auto rows = storage::register_page(tx_, "", after, page_rows);
            for (const storage::RegisterRow& row : rows) {
                // What left for good is held by the entry that it left with.
                if (row.location_status == "disposed" || row.holder.holder.starts_with("x-"))
                    continue;
                const bool out = row.holder.sort == "officer";
                const std::string last = out ? due(row.holder.holder, row.item) : why_not(row);
                (out ? held : stored)
                    .rows.push_back(
                        {out ? officer(row.holder.holder) : place(row.holder, row.position),
                         row.tag, row.model, row.serial, "1", last});
            }
            if (std::ssize(rows) < page_rows) return;
            after = rows.back().item;
        }
    }

    void add_balances(PaperTable& held, PaperTable& stored) {
        constexpr std::int64_t page_rows = 1'000;
        std::string after;
        for (;;) {
            const auto rows = storage::balances_page(tx_, "", after, page_rows);
            for (const storage::BalanceRow& row : rows) {
                const bool out = row.holder.sort == "officer";
                const std::string last = out ? due(row.holder.holder, row.stock) : why_not(row);
                (out ? held : stored)
                    .rows.push_back({out ? officer(row.holder.holder) : place(row.holder, ""),
                                     row.batch_number.value_or(""), row.model, "",
                                     std::to_string(row.quantity), last});
            }
            if (std::ssize(rows) < page_rows) return;
            after = rows.back().key;
        }
    }

    // One row for each class, so that none is ever cut off at the edge.
    PaperTable who_may_draw() const {
        PaperTable table{
            "Who may draw what",
            "Nobody is authorised.",
            {{"Officer", 60}, {"Unit", 26}, {"Class", 62}, {"Up to and including", 38}},
            {}};
        for (const core::Officer& each : facts_.all<core::Officer>()) {
            if (!each.active) continue;
            for (const auto& held : facts_.all<core::Authorisation>(each.key + "/")) {
                if (held.to < today_ && !held.suspended) continue;
                const auto reference = facts_.find<core::Reference>("class/" + held.weapon_class);
                table.rows.push_back({officer(each.key), each.unit,
                                      reference ? reference->title : held.weapon_class,
                                      held.suspended       ? "SUSPENDED: see CFI"
                                      : held.from > today_ ? "from " + core::people_text(held.from)
                                                           : core::people_text(held.to)});
            }
        }
        std::sort(table.rows.begin(), table.rows.end());
        return table;
    }

    storage::Transaction& tx_;
    const core::Facts& facts_;
    core::Date today_;
    std::map<std::string, core::OpenLine> issues_;
};

}  // namespace

core::Result<EmergencyPaper> draw_emergency_lists(OpenLedger& ledger,
                                                  const EmergencyRequest& request) {
    if (request.blank_pages < 0 || request.blank_pages > blank_pages_max)
        throw UsageError{"Blank pages are 0 to " + std::to_string(blank_pages_max) + "."};
    const CheckpointShown checkpoint = latest_checkpoint(ledger);
    report::PaperHeading heading;
    heading.title = "Emergency lists";
    heading.as_at = core::uk_time_text(ledger.now());
    heading.checkpoint = checkpoint.short_form;
    std::vector<PaperTable> tables;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (no) return;
        head_paper(heading, facts);
        for (const core::Location& place : facts.all<core::Location>())
            if (place.sort == "armoury")
                heading.armoury += (heading.armoury.empty() ? "" : ", ") + place.name;
        tables = Lists{tx, facts, core::uk_date(ledger.now())}.all();
    });
    if (no) return std::move(*no);
    std::vector<std::string> numbers;
    for (std::int64_t page = 1; page <= request.blank_pages; ++page)
        numbers.push_back("P" + std::to_string(checkpoint.size) + "-" + std::to_string(page));
    EmergencyPaper paper;
    paper.pdf = report::draw_emergency_paper(heading, tables, numbers, core::text_of(ledger.now()));
    if (!numbers.empty()) paper.first_page = numbers.front();
    if (!numbers.empty()) paper.last_page = numbers.back();
    return paper;
}

core::Result<Receipt> export_emergency_lists(OpenLedger& ledger, const Author& author,
                                             const EmergencyPaper& paper, const std::string& out,
                                             const std::optional<std::string>& recipient) {
    constexpr std::int64_t certificate_bytes_max = files::mebibyte;
    std::string bytes = paper.pdf;
    if (recipient) {
        auto encrypted =
            ledger::encrypt_to(paper.pdf, files::read_file(*recipient, certificate_bytes_max));
        if (const auto* fault = std::get_if<ledger::LineFault>(&encrypted))
            throw UsageError{*recipient + ": " + fault->words};
        bytes = std::get<std::string>(std::move(encrypted));
    }
    files::write_file_atomically(out, bytes);
    core::Exported exported{"emergency lists", std::nullopt, ledger::hex(ledger::sha256(bytes))};
    if (!paper.first_page.empty())
        exported.filter = "blank pages " + paper.first_page + " to " + paper.last_page;
    return commit_one(ledger, author, std::move(exported));
}

}  // namespace muster::app
