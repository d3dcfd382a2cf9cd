// SPDX-License-Identifier: MIT
#include "muster/app/import_register.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/delta_plan.hpp"
#include "app/import_parts.hpp"
#include "app/last_imports.hpp"
#include "app/single_commit.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/intake/register_file.hpp"
#include "muster/report/blank_book.hpp"
#include "muster/report/marked_up.hpp"

namespace muster::app {
namespace {

std::vector<ImportFault> plain(const std::vector<intake::Fault>& faults) {
    std::vector<ImportFault> all;
    for (const intake::Fault& fault : faults)
        all.push_back({fault.sheet, fault.row, fault.column, fault.code, fault.words, fault.found,
                       fault.confirmable});
    return all;
}

ImportSheet plain(const intake::SheetMapping& found) {
    ImportSheet sheet;
    sheet.sheet = found.sheet;
    sheet.kind = found.kind;
    sheet.heading_row = found.heading_row;
    sheet.rows = found.rows;
    for (const intake::ColumnMapping& column : found.columns)
        sheet.columns.push_back({column.letters, column.heading, column.field, column.sure});
    sheet.unsure = found.unsure();
    sheet.missing = found.missing;
    sheet.constants = found.constants;
    return sheet;
}

ImportMapping with_said(const ImportRequest& request) {
    return merged(request.mapping, request.said);
}

ImportReport report_on(const intake::Register& found, const ImportRequest& request) {
    ImportReport report;
    report.faults = plain(found.faults);
    report.warnings = plain(found.warnings);
    for (const intake::SheetMapping& sheet : found.sheets) report.sheets.push_back(plain(sheet));
    report.item_rows = found.item_rows;
    report.batch_rows = found.batch_rows;
    report.officer_rows = found.officer_rows;
    report.authorisation_rows = found.authorisation_rows;
    report.deployment_rows = found.deployment_rows;
    report.movement_rows = found.movement_rows;
    report.faults_found = found.faults_found;
    report.skipped = found.faulty_rows();
    report.held = found.held;
    report.sha256 = found.sha256;
    report.used = mapping_used(with_said(request), found);
    return report;
}

/// Tells the watch now and then, and stops the reading where it says so.
intake::Progress progress_of(const ImportWatch& watch, const char* step) {
    if (!watch) return {};
    return [&watch, step](std::int64_t done, std::int64_t total) {
        return watch(ImportProgress{step, done, total, false});
    };
}

/// One file that is looked at, and perhaps taken in.
class Importing {
public:
    Importing(const ImportRequest& request, OpenLedger* ledger, core::Instant now)
        : request_{request},
          known_{ledger != nullptr ? known_to(*ledger) : intake::KnownThings{}},
          file_{intake::RegisterFile::open(request.path)} {
        options_.as_of = core::uk_date(now);
        options_.sheet = request.sheet;
        options_.kind = request.kind;
        options_.without_history = true;
        options_.mapping = intake_mapping(with_said(request));
        options_.confirmed = cells_as_written(request.confirmed, file_.sheets());
        // Our own sheets in copies and templates are no stock, unless a person says so.
        for (const std::string& sheet : file_.sheets())
            if (is_own_sheet(file_, sheet)) options_.mapping.sheets.emplace(sheet, "none");
    }

    /// Pass 1: everything about the file but its rows.
    ImportReport inspect() {
        ImportReport report;
        std::map<std::string, std::string> codes;
        const std::set<std::string> confirmed = std::exchange(options_.confirmed, {});
        if (!confirmed.empty()) codes = codes_to_confirm(confirmed);
        options_.confirmed = confirmed;
        found_ = file_.inspect(known_, options_, progress_of(request_.watch, "Checking"));
        refuse_unfounded(request_.said, file_.sheets(), found_);
        as_at_ = day_of_people();
        report = report_on(found_, request_);
        if (as_at_ && later_day_)
            report.warnings.push_back(
                {"", 0, "", "days_differ",
                 delta_words("days_differ", {{"date", core::people_text(*as_at_)},
                                             {"other", core::people_text(*later_day_)}}),
                 "", false});
        for (const std::string& cell : confirmed)
            if (const auto at = codes.find(cell); at != codes.end())
                report.confirmed.push_back(cell + " " + at->second);
            else
                report.unconfirmed.push_back(cell);
        return report;
    }

    /// Pass 2: the rows without a fault become entries. Throws intake::Cancelled.
    core::Result<void> record(RowsToEntries& rows) {
        rows_ = &rows;
        total_ = rows_to_import();
        file_.each_officer(visitor<intake::OfficerRow>());
        if (!refused_) file_.each_authorisation(visitor<intake::AuthorisationRow>());
        if (!refused_) file_.each_item(visitor<intake::ItemRow>());
        if (!refused_) file_.each_batch(visitor<intake::BatchRow>());
        if (!refused_) file_.each_deployment(visitor<intake::DeploymentRow>());
        if (refused_) return std::move(*refused_);
        tell();
        return boost::outcome_v2::success();
    }

    std::int64_t rows_to_import() const {
        return found_.rows() - found_.faulty_rows() - found_.held;
    }
    /// The day for which a file of people says that it speaks.
    const std::optional<core::Date>& as_at() const { return as_at_; }
    /// The import that took the same before.
    std::optional<core::EntryNumber> before(OpenLedger& ledger) const {
        std::optional<core::EntryNumber> entry;
        ledger.read([&](storage::Transaction&, const core::Facts& facts) {
            entry = imported_as(facts, found_.sha256, as_at_, request_.sheet, what_alone());
        });
        return entry;
    }
    void preview(std::vector<ImportSheet>& sheets) const;
    core::Imported entry(const core::UserId& approver, const ImportReport& report) const;

private:
    // What one kind of stock is asked for by; a day of people says enough by itself.
    std::string what_alone() const {
        return request_.kind && !as_at_ ? only_of(*request_.kind) : std::string{};
    }
    // Of stock a day says nothing that an entry has. One that is still to come is another day than
    // that of the file.
    std::optional<core::Date> day_of_people() {
        if (request_.kind != "officers" && request_.kind != "authorisations") return std::nullopt;
        const SaidDay said = as_at_said_by(request_.path, file_, found_);
        const bool is_past = said.day && *said.day <= options_.as_of;
        later_day_ = is_past ? said.later : std::nullopt;
        return is_past ? said.day : std::nullopt;
    }

    // What is confirmed stands in the ledger with its code, which only a look without the
    // confirmations tells.
    std::map<std::string, std::string> codes_to_confirm(const std::set<std::string>& confirmed) {
        const intake::Register plain =
            file_.inspect(known_, options_, progress_of(request_.watch, "Reading"));
        std::map<std::string, std::string> codes;
        for (const intake::Fault& fault : plain.faults)
            if (fault.confirmable && confirmed.contains(fault.cell()))
                codes.emplace(fault.cell(), fault.code);
        return codes;
    }

    void tell() const {
        if (request_.watch &&
            !request_.watch(ImportProgress{"Recording", rows_->rows(), total_, true}))
            throw intake::Cancelled{};
    }

    template <class Row>
    intake::Visitor<Row> visitor() {
        return [this](const Row& row) {
            constexpr std::int64_t rows_between = 200;
            auto taken = rows_->take(row);
            if (!taken) {
                refused_ = std::move(taken).error();
                return intake::Walk::stop;
            }
            if (rows_->rows() % rows_between == 0) tell();
            return intake::Walk::go_on;
        };
    }

    const ImportRequest& request_;
    intake::KnownThings known_;
    intake::RegisterFile file_;
    intake::ReadOptions options_;
    intake::Register found_;
    std::optional<core::Date> as_at_;
    std::optional<core::Date> later_day_;  ///< that it also speaks for
    RowsToEntries* rows_ = nullptr;
    std::int64_t total_ = 0;
    std::optional<core::Refused> refused_;
};

std::string shown(const files::Cell& cell) {
    return cell.moment ? core::text_of(cell.moment->day) : cell.text;
}

void Importing::preview(std::vector<ImportSheet>& sheets) const {
    std::size_t unfinished = sheets.size();
    file_.each_row([&](const std::string& name, const files::Row& row) {
        ImportSheet::PreviewRow seen{row.number, {}};
        for (const files::Cell& cell : row.cells) {
            if (cell.column >= static_cast<std::int64_t>(preview_columns)) break;
            if (cell.text.empty()) continue;
            seen.cells.resize(static_cast<std::size_t>(cell.column) + 1);
            seen.cells.back() = shown(cell);
        }
        if (seen.cells.empty()) return intake::Walk::go_on;
        // Several tables of one sheet are several sheets here.
        for (ImportSheet& sheet : sheets) {
            if (sheet.sheet != name || row.number < sheet.heading_row ||
                sheet.preview.size() == preview_rows)
                continue;
            sheet.preview.push_back(seen);
            if (sheet.preview.size() == preview_rows) --unfinished;
        }
        return unfinished == 0 ? intake::Walk::stop : intake::Walk::go_on;
    });
}

core::Imported Importing::entry(const core::UserId& approver, const ImportReport& report) const {
    core::Imported imported;
    imported.sha256 = found_.sha256;
    imported.file_name = std::filesystem::path{request_.path}.filename().string();
    imported.mapping = mapping_lines(found_);
    imported.skipped = found_.faulty_rows();
    imported.imported = rows_to_import();
    imported.faults = found_.faults_found;
    imported.warnings = static_cast<std::int64_t>(found_.warnings.size());
    imported.approver = approver;
    imported.what = what_alone().empty() ? request_.kind.value_or("workbook") : what_alone();
    imported.as_at = as_at_;
    if (imported.as_at && request_.kind == "officers")
        imported.what = what_of(kinds_of_register(imported), false);
    *imported.what += of_sheet(request_.sheet);
    imported.confirmed = report.confirmed;
    return imported;
}

core::Result<Receipt> commit_rows(OpenLedger& ledger, const Author& author,
                                  const ImportRequest& request, Importing& importing,
                                  const core::UserId& approver, ImportReport& report) {
    const auto propose = [&](Proposal& proposal) -> core::Result<void> {
        auto lead = proposal.add(importing.entry(approver, report));
        if (!lead) return std::move(lead).error();
        RowsToEntries rows{proposal, ledger.randomness(),
                           importing.as_at().value_or(core::uk_date(proposal.now()))};
        if (auto taken = importing.record(rows); !taken) return taken;
        auto learnt = rows.learn(request.mapping.models);
        if (!learnt) return std::move(learnt).error();
        report.learnt = std::move(learnt).value();
        report.imported = rows.rows();
        return boost::outcome_v2::success();
    };
    return ledger.commit(author, propose, {{}, {}, request.request, {}});
}

ImportReport stopped(ImportReport report) {
    report.imported = 0;
    report.learnt.clear();
    report.cancelled = true;
    return report;
}

}  // namespace

void refuse_unreviewed(const std::optional<std::string>& reviewed, const std::string& sha256) {
    if (reviewed && *reviewed != sha256)
        throw UsageError{
            "The file was changed since it was looked at. Read it again, and look at what is new. "
            "Nothing was imported."};
}

ImportReport inspect_register(const ImportRequest& request, OpenLedger* ledger, core::Instant now) {
    ImportReport report;
    try {
        Importing importing{request, ledger, now};
        report = importing.inspect();
        importing.preview(report.sheets);
        if (ledger != nullptr) report.before = importing.before(*ledger);
    } catch (const intake::Cancelled&) {
        return stopped(std::move(report));
    }
    return report;
}

core::Result<ImportReport> import_register(OpenLedger& ledger, const Author& author,
                                           const ImportRequest& request, Secrets& secrets) {
    ImportReport report;
    try {
        Importing importing{request, &ledger, ledger.now()};
        report = importing.inspect();
        refuse_unreviewed(request.reviewed, report.sha256);
        report.before = importing.before(ledger);
        if (report.rows() == 0 && report.faults.empty() && !report.before) {
            const std::string kind = request.kind.value_or("a register");
            report.faults.push_back(
                {"", 0, "", "file_empty", delta_words("file_empty", {{"kind", kind}}), "", false});
            report.faults_found = 1;
        }
        // Where every row is faulty, or the file cannot be read, leaving them out leaves nothing.
        const bool blocked =
            !report.faults.empty() && (!request.skip_faulty || importing.rows_to_import() == 0);
        // A file that was taken before is refused for that, whatever else is wrong with it.
        if (blocked && !report.before) return report;
        auto approved = approved_by(ledger, request.approver, secrets);
        if (!approved) return std::move(approved).error();
        auto receipt = commit_rows(ledger, author, request, importing, approved.value(), report);
        if (!receipt) return std::move(receipt).error();
        report.receipt = std::move(receipt).value();
    } catch (const intake::Cancelled&) {
        return stopped(std::move(report));
    }
    return report;
}

}  // namespace muster::app
