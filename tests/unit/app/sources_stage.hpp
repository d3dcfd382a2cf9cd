// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/sources_screen.hpp"
#include "scripted_window.hpp"

namespace muster::app::testing {

/// A staff list of an invented force whose reading follows what is said of it, over a ledger that
/// is a list.
struct SourcesStage {
    HeldBackground background;
    ScriptedPrompter prompter;
    std::vector<DeltaRequest> inspected;
    std::vector<DeltaRequest> taken;
    std::vector<HistoryRequest> noted;
    std::vector<std::string> approved;
    std::vector<std::string> run_for;
    std::vector<std::string> saved;
    std::string secret_of_second;
    bool replaced = false;    ///< a collar number is another person's now
    bool faulty = false;      ///< a row has a fault that nobody may confirm
    bool truncated = false;   ///< too many would leave
    bool imported = false;    ///< the file is in the ledger
    bool broken_row = false;  ///< of the other register, which cannot be compared
    bool agrees = false;
    std::optional<core::Refusal> refusal;
    std::string broken;  ///< the world fails with these words
    SourcesFound found = found_of({"officers", "authorisations", "deployments", "movements"});
    std::vector<NightlyFile> waiting;

    static SourcesFound found_of(std::vector<std::string> kinds) {
        SourcesFound found;
        const auto day = core::date_of("2026-03-01");
        found.ages = {{"officers", day, 1'204, 5, 2, true, "/srv/in", true},
                      {"authorisations", day, 88, 5, 30, false, "", false},
                      {"deployments", std::nullopt, 0, 0, 30, false, "", false}};
        found.powers = {std::move(kinds), true, true};
        return found;
    }

    DeltaReport report_of(const DeltaRequest& request) const {
        DeltaReport report;
        report.kind = request.kind;
        report.as_at = request.as_at.value_or(core::Date{20'515});  // 3 Mar 2026
        report.sha256 = "ab12";
        report.rows = 4;
        report.changes = {{"new", "Constable 1006", "Fox Sample, ARV B", ""},
                          {"changed", "Constable 1001", "unit ARV A to ARV C", ""},
                          {"left", "Sergeant 1004", "Dog Sample", ""},
                          {"left", "Constable 1005", "Easy Sample", "Glock 17 SAMPLE106"}};
        report.added = report.changed = 1;
        report.ended = 2;
        report.unchanged = 2;
        report.warnings = {{"", 0, "", "leaver_holds", "it is with 1005", "", false},
                           {"Staff", 3, "B", "rank_odd", "an odd rank", "?", false}};
        const ImportFault other{"Staff", 2, "C", "officer_replaced", "is another", "X", true};
        if (replaced && !request.confirmed.contains(other.cell())) report.faults.push_back(other);
        if (faulty)
            report.faults.push_back({"Staff", 4, "A", "collar_missing", "no number", "", false});
        if (truncated && !request.confirm_leavers) {
            report.faults.push_back({"", 0, "", "leavers_many", "2 of 6 would leave", "", false});
            report.stopped = true;
        }
        report.skipped = replaced || faulty ? 1 : 0;
        return report;
    }

    SourceFileUseCases file_use() {
        SourceFileUseCases use;
        use.inspect = [this](const DeltaRequest& request) -> core::Result<DeltaReport> {
            if (!broken.empty()) throw UsageError{broken};
            inspected.push_back(request);
            if (refusal) return core::refused(*refusal, "");
            return report_of(request);
        };
        use.take = [this](const DeltaRequest& request,
                          Secrets& secrets) -> core::Result<DeltaReport> {
            taken.push_back(request);
            if (request.approver) secret_of_second = secrets.secret(*request.approver);
            if (secret_of_second == "wrong")
                return core::refused(core::Refusal::secret_wrong, "u", {{"user", "second"}});
            DeltaReport report = report_of(request);
            report.receipt = Receipt{{12, 13}, "note", "AAAA-BBBB", false};
            imported = true;
            return report;
        };
        use.inspect_history = [](const HistoryRequest& request) {
            HistoryReport report;
            report.rows = 1'200;
            if (request.watch && !request.watch({"Reading", 1, 2})) report.cancelled = true;
            return report;
        };
        use.take_history = [this](const HistoryRequest& request,
                                  Secrets&) -> core::Result<HistoryReport> {
            noted.push_back(request);
            HistoryReport report;
            report.noted = 1'200;
            report.linked = 900;
            report.receipt = Receipt{{20}, "note", "AAAA-BBBB", false};
            return report;
        };
        return use;
    }

    CompareUseCases compare_use() {
        CompareUseCases use;
        use.compare = [this](const CompareRequest& request) -> core::Result<CompareReport> {
            if (refusal) return core::refused(*refusal, "");
            CompareReport report;
            if (request.watch && !request.watch({"Comparing", 1, 2})) {
                report.cancelled = true;
                return report;
            }
            report.counts["item"] = {5, 1, 1, 1};
            if (!agrees)
                report.differences = {
                    {"item", "differs", "Glock 17 SAMPLE001", "location_status", "in_store",
                     "issued", "", "Stock", 2},
                    {"item", "only_in_file", "Glock 17 SAMPLE009", "", "", "", "SAMPLE0O9", "Stock",
                     3},
                    {"item", "only_in_ledger", "Glock 17 SAMPLE003", "", "", "", "", "", 0}};
            if (broken_row)
                report.faults = {{"Stock", 9, "A", "serial_missing", "no serial", "", false}};
            return report;
        };
        use.save = [this](const CompareReport& report, const std::string& out) {
            saved.push_back(out + " " + std::to_string(report.differences.size()));
            return core::Result<Receipt>{Receipt{{31}, "note", "AAAA-BBBB", false}};
        };
        return use;
    }

    SourcesUseCases use() {
        SourcesUseCases use;
        use.look = [this] { return found; };
        use.approve = [this](const std::string& kind, const std::string& folder,
                             const std::string& approver,
                             Secrets& secrets) -> core::Result<Receipt> {
            if (secrets.secret(approver) == "wrong")
                return core::refused(core::Refusal::secret_wrong, "u", {{"user", "second"}});
            approved.push_back(kind + " " + folder + " " + approver);
            return Receipt{{40}, "note", "AAAA-BBBB", false};
        };
        use.import_waiting = [this](const std::vector<std::string>& kinds, Secrets&) {
            run_for = kinds;
            return waiting;
        };
        use.file = file_use();
        use.comparison = compare_use();
        return use;
    }
};

/// A row of a table as one text.
inline std::string row_of(Table& table, std::int64_t at) {
    std::string cells;
    for (std::size_t column = 0; column < table.columns().size(); ++column)
        cells += (column == 0 ? "" : "|") + table.cell(at, column);
    return cells;
}

}  // namespace muster::app::testing
