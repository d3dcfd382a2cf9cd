// SPDX-License-Identifier: MIT
#include "muster/app/holdings_paper.hpp"

#include "app/paper_heading.hpp"
#include "app/single_commit.hpp"
#include "muster/app/integrity.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/transitions.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/paper_tables.hpp"

namespace muster::app {
namespace {

report::PaperTable table_of(const core::Facts& facts, const core::Officer& officer) {
    report::PaperTable table{core::officer_words(facts, officer.key) + " " +
                                 facts.disclosed(officer.name.digest).value_or("") +
                                 " holds by the book",
                             "They hold nothing.",
                             {{"What", 76},
                              {"Quantity", 18, report::Side::right},
                              {"Movement", 24, report::Side::right},
                              {"Purpose", 30},
                              {"Due back", 34}},
                             {}};
    for (const core::OpenLine& line : facts.all<core::OpenLine>(officer.key + "/"))
        table.rows.push_back({core::subject_words(facts, line.subject),
                              std::to_string(line.quantity), std::to_string(line.issue),
                              core::status_words(line.purpose),
                              line.due ? core::uk_time_text(*line.due) : "no limit"});
    return table;
}

}  // namespace

core::Result<Receipt> export_holdings(OpenLedger& ledger, const Author& author,
                                      const core::OfficerId& id, const std::string& out) {
    report::PaperHeading heading;
    heading.title = "Holdings of one officer";
    heading.as_at = core::uk_time_text(ledger.now());
    heading.checkpoint = latest_checkpoint(ledger).short_form;
    std::vector<report::PaperTable> tables;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, author.user);
        const auto officer = facts.find<core::Officer>(id.value);
        if (!no && !officer)
            no = core::refused(core::Refusal::code_unknown, id.value, {{"code", id.value}});
        if (no) return;
        head_paper(heading, facts);
        for (const core::Location& place : facts.all<core::Location>())
            if (place.sort == "armoury")
                heading.armoury += (heading.armoury.empty() ? "" : ", ") + place.name;
        tables.push_back(table_of(facts, *officer));
    });
    if (no) return std::move(*no);
    const std::string pdf =
        report::draw_emergency_paper(heading, tables, {}, core::text_of(ledger.now()));
    files::write_file_atomically(out, pdf);
    // Whose holdings they are is nothing for a line that can never be erased.
    return commit_one(
        ledger, author,
        core::Exported{"holdings of an officer", std::nullopt, ledger::hex(ledger::sha256(pdf))});
}

}  // namespace muster::app
