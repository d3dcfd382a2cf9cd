// SPDX-License-Identifier: MIT
#include "muster/app/list_paper.hpp"

#include <algorithm>

#include "app/paper_heading.hpp"
#include "app/single_commit.hpp"
#include "app/spreadsheet_text.hpp"
#include "muster/app/integrity.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/files/csv.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/paper_tables.hpp"

namespace muster::app {
namespace {

constexpr double paper_width_mm = 186;

std::vector<std::string> titles_of(const SavedList& list) {
    std::vector<std::string> titles;
    for (const TableColumn& column : list.columns) titles.push_back(column.title);
    return titles;
}

/// The file's digest, or what the list refused.
core::Result<std::string> write_csv(const SavedList& list, const std::string& out,
                                    std::int64_t& rows) {
    files::GrowingFile file{out};
    ledger::Sha256 digest;
    const auto write = [&](std::vector<std::string> cells) {
        std::transform(cells.begin(), cells.end(), cells.begin(), as_text);
        const std::string line = files::csv_line(cells);
        digest.update(line);
        file.write(line);
    };
    write(titles_of(list));
    auto read = list.each([&](const std::vector<std::string>& cells) {
        write(cells);
        ++rows;
        return true;
    });
    if (!read) return std::move(read).error();
    file.put_in_place();
    return ledger::hex(digest.finish());
}

report::PaperHeading heading_of(OpenLedger& ledger, const SavedList& list) {
    report::PaperHeading heading;
    heading.title = list.title;
    heading.as_at = core::uk_time_text(ledger.now());
    heading.checkpoint = latest_checkpoint(ledger).short_form;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        head_paper(heading, facts);
        for (const core::Location& place : facts.all<core::Location>())
            if (place.sort == "armoury")
                heading.armoury += (heading.armoury.empty() ? "" : ", ") + place.name;
    });
    return heading;
}

// The columns share the width of the page as they share the window's.
std::vector<report::PaperColumn> columns_of(const SavedList& list) {
    int all = 0;
    for (const TableColumn& column : list.columns) all += column.width_characters;
    std::vector<report::PaperColumn> columns;
    for (const TableColumn& column : list.columns)
        columns.push_back({column.title, paper_width_mm * column.width_characters / all});
    return columns;
}

core::Result<std::string> write_pdf(OpenLedger& ledger, const SavedList& list,
                                    const std::string& out, SavedRows& saved) {
    report::PaperTable table{list.title + (list.narrowed.empty() ? "" : ": " + list.narrowed),
                             "Nothing to list.",
                             columns_of(list),
                             {}};
    auto read = list.each([&](const std::vector<std::string>& cells) {
        saved.is_all = saved.rows < list_paper_rows_max;
        if (!saved.is_all) return false;
        table.rows.push_back(cells);
        ++saved.rows;
        return true;
    });
    if (!read) return std::move(read).error();
    if (!saved.is_all) table.title += " (the first " + std::to_string(saved.rows) + ")";
    const std::string pdf = report::draw_emergency_paper(heading_of(ledger, list), {table}, {},
                                                         core::text_of(ledger.now()));
    files::write_file_atomically(out, pdf);
    return ledger::hex(ledger::sha256(pdf));
}

}  // namespace

core::Result<SavedRows> save_list(OpenLedger& ledger, const Author& author, const SavedList& list,
                                  const std::string& out) {
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, author.user);
    });
    if (no) return std::move(*no);
    SavedRows saved;
    auto digest = out.ends_with(".csv") ? write_csv(list, out, saved.rows)
                                        : write_pdf(ledger, list, out, saved);
    if (!digest) return std::move(digest).error();
    auto receipt = commit_one(
        ledger, author, core::Exported{"list of " + list.title, std::nullopt, digest.value()});
    if (!receipt) return std::move(receipt).error();
    saved.receipt = std::move(receipt).value();
    return saved;
}

}  // namespace muster::app
