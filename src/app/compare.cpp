// SPDX-License-Identifier: MIT
#include "muster/app/compare.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/comparison.hpp"
#include "app/delta_file.hpp"
#include "app/import_parts.hpp"
#include "app/single_commit.hpp"
#include "app/spreadsheet_text.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/codes.hpp"
#include "muster/files/csv.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::app {

void RowComparison::differs(const char* field, const std::string& file, const std::string& ledger) {
    Difference difference = like_;
    difference.field = field;
    difference.file = file;
    difference.ledger = ledger;
    report_.differences.push_back(std::move(difference));
    differs_ = true;
}

void RowComparison::text(const char* field, const std::string& file, const std::string& ledger) {
    const std::string said = core::normal_code(file);
    if (!said.empty() && said != core::normal_code(ledger)) differs(field, file, ledger);
}

void RowComparison::number(const char* field, std::int64_t file, std::int64_t ledger) {
    if (file != ledger) differs(field, std::to_string(file), std::to_string(ledger));
}

void RowComparison::day(const char* field, const std::optional<core::Date>& file,
                        const std::optional<core::Date>& ledger) {
    if (file && file != ledger)
        differs(field, core::text_of(*file), ledger ? core::text_of(*ledger) : "");
}

void RowComparison::close() {
    CompareCount& count = report_.counts[like_.kind];
    ++(differs_ ? count.differing : count.agreed);
}

namespace {

/// A visitor that gives every row to `to`.
template <class To>
auto giving_to(To& to) {
    return [&to](const auto& row) {
        to.take(row);
        return intake::Walk::go_on;
    };
}

bool speaks_of_classes(const intake::Register& found) {
    for (const intake::SheetMapping& sheet : found.sheets)
        for (const intake::ColumnMapping& column : sheet.columns)
            if (sheet.kind == "officers" && column.field.starts_with("to:")) return true;
    return false;
}

void compare_all(const intake::RegisterFile& file, const intake::Register& found,
                 storage::Transaction& tx, const core::Facts& facts, core::Date today,
                 const intake::Progress& progress, CompareReport& report) {
    if (found.item_rows > 0) {
        ItemComparison items{tx, facts, report};
        file.each_item(giving_to(items), progress);
        items.finish();
    }
    if (found.batch_rows > 0) {
        BatchComparison batches{tx, facts, report};
        file.each_batch(giving_to(batches), progress);
        batches.finish();
    }
    if (found.officer_rows + found.authorisation_rows == 0) return;
    PeopleComparison people{facts, report};
    file.each_officer(giving_to(people), progress);
    file.each_authorisation(giving_to(people), progress);
    if (found.officer_rows > 0) people.finish_officers();
    if (found.authorisation_rows > 0 || speaks_of_classes(found))
        people.finish_authorisations(today);
}

intake::Progress watch_of(const CompareRequest& request, const char* step) {
    if (!request.watch) return {};
    return [&request, step](std::int64_t done, std::int64_t total) {
        return request.watch({step, done, total});
    };
}

std::string csv_of(const CompareReport& report) {
    const std::array<std::string, 9> heading{"Kind",   "What",   "Subject", "Field", "File",
                                             "Ledger", "Likely", "Sheet",   "Row"};
    std::string text = files::csv_line(heading);
    for (const Difference& one : report.differences) {
        std::array<std::string, 9> row{
            one.kind,   one.what,  one.subject,
            one.field,  one.file,  one.ledger,
            one.likely, one.sheet, one.row == 0 ? std::string{} : std::to_string(one.row)};
        std::transform(row.begin(), row.end(), row.begin(), as_text);
        text += files::csv_line(row);
    }
    return text;
}

}  // namespace

core::Result<CompareReport> compare_register(OpenLedger& ledger, const CompareRequest& request) {
    CompareReport report;
    std::optional<core::Refused> no;
    const auto compare = [&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (no) return;
        auto file = intake::RegisterFile::open(request.path);
        intake::ReadOptions options;
        options.as_of = core::uk_date(ledger.now());
        options.sheet = request.sheet;
        options.kind = request.kind;
        options.mapping = intake_mapping(mapping_given(request.map, request.mapping));
        options.updates = true;
        options.without_history = !request.kind.has_value();
        intake::KnownThings known;
        know_models(tx, facts, known);
        for (const core::Officer& officer : facts.all<core::Officer>())
            if (const auto collar = facts.disclosed(officer.collar.digest))
                known.officers.push_back({*collar, false, {}, {}});
        const intake::Register found = file.inspect(known, options, watch_of(request, "Reading"));
        refuse_unfounded(request.mapping, file.sheets(), found);
        for (const intake::Fault& fault : found.faults)
            report.faults.push_back(import_fault(fault));
        report.sha256 = found.sha256;
        compare_all(file, found, tx, facts, options.as_of, watch_of(request, "Comparing"), report);
    };
    try {
        ledger.read(compare);
    } catch (const intake::Cancelled&) {
        report = {};
        report.cancelled = true;
    }
    if (no) return std::move(*no);
    return report;
}

core::Result<Receipt> export_comparison(OpenLedger& ledger, const Author& author,
                                        const CompareReport& report, const std::string& out) {
    const std::string text = csv_of(report);
    files::write_file_atomically(out, text);
    return commit_one(ledger, author,
                      core::Exported{"comparison", "register " + report.sha256,
                                     ledger::hex(ledger::sha256(text))});
}

}  // namespace muster::app
