// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/import_screen.hpp"
#include "scripted_window.hpp"

namespace muster::app::testing {

/// A workbook of two sheets whose reading follows the mapping, over a ledger that is a list.
struct ImportStage {
    HeldBackground background;
    ScriptedPrompter prompter;
    std::vector<ImportRequest> inspected;
    std::vector<ImportRequest> imported;
    std::vector<UndoRequest> undone;
    std::vector<ListedImport> listed;
    std::vector<std::string> saved;
    ImportMapping saved_mapping;
    std::string mapping_beside;
    std::string secret_of_second;
    bool needs_approver = true;
    bool unsure = true;      ///< whether a heading of the file needs a person
    bool odd_words = false;  ///< a status and a model that are not known
    bool no_place = false;   ///< the rack is needed, and no column of the sheet gives it
    bool deaf = false;       ///< the use case never asks its watch
    bool corrected = false;  ///< the pair that looks alike was mended in the file
    std::optional<core::EntryNumber> before;
    std::string broken;  ///< the world fails with these words
    core::Result<UndoReport> undo_answer = UndoReport{};

    static void put_odd_words(const ImportMapping& mapping, ImportReport& report) {
        if (!mapping.models.contains("G17"))
            report.warnings.push_back({"Armoury", 4, "B", "model_unknown", "new", "G17", false});
        report.warnings.push_back({"Armoury", 5, "B", "model_unknown", "new", "G19", false});
        if (!mapping.statuses.contains("wibble"))
            report.faults.push_back({"Armoury", 4, "D", "status_unknown", "no", "wibble", false});
        report.faults_found = std::ssize(report.faults);
    }

    ImportReport report_of(const ImportRequest& request) const {
        ImportReport report;
        if (!deaf && request.watch && !request.watch({"Reading", 1, 2, true})) {
            report.cancelled = true;
            return report;
        }
        ImportSheet stock{"Armoury", "items", 3, 10, {}, {}, {}, {}, {}};
        stock.columns = {{"A", "Serial No", "serial", true},
                         {"B", "Weapon", "model", true},
                         {"C", "Ref", "tag", !unsure}};
        stock.preview = {{3, {"Serial No", "Weapon", "Ref"}}, {4, {"A1", "G17", "W1"}}};
        ImportSheet notes{"Notes", "", 0, 0, {}, {}, {}, {}, {}};
        for (const auto& heading : request.mapping.headings)
            for (ImportColumn& column : stock.columns)
                if (column.heading == heading.heading) {
                    column.field = heading.field;
                    column.sure = true;
                }
        if (no_place) stock.missing = {"rack"};
        for (const auto& each : request.mapping.constants) {
            std::erase(stock.missing, each.field);
            stock.constants.emplace_back(each.field, each.value);
        }
        if (const auto said = request.mapping.sheets.find("Notes");
            said != request.mapping.sheets.end())
            notes.kind = said->second == "none" ? "" : said->second;
        if (!notes.kind.empty())
            notes.columns = {{"A", "Name", "name", true}, {"B", "Number", "collar", !unsure}};
        report.sheets = {stock, notes};
        report.item_rows = 10;
        const std::vector<ImportFault> faults{
            {"Armoury", 5, "A", "serial_look_alike", "looks like row 4: check it", "A1", true},
            {"Armoury", 6, "A", "serial_missing", "no serial: type it", "", false},
            {"Armoury", 6, "B", "model_missing", "no model: type it", "", false}};
        for (const ImportFault& fault : faults) {
            const bool confirmed = request.confirmed.contains(fault.cell());
            const bool gone = corrected && fault.confirmable;
            if (gone && confirmed) report.unconfirmed.push_back(fault.cell());
            if (!gone && confirmed) report.confirmed.push_back(fault.cell() + " " + fault.code);
            if (!gone && !confirmed) report.faults.push_back(fault);
        }
        report.warnings = {{"Armoury", 7, "C", "tag_odd", "an odd tag", "?", false}};
        if (odd_words) put_odd_words(request.mapping, report);
        report.faults_found = std::ssize(report.faults);
        report.skipped = std::ssize(report.faults) == 3 ? 2 : 1;
        report.used = request.mapping;
        report.before = before;
        report.sha256 = "ab12";
        return report;
    }

    ImportUseCases use() {
        ImportUseCases use;
        use.inspect = [this](const ImportRequest& request) {
            if (!broken.empty()) throw UsageError{broken};
            inspected.push_back(request);
            return report_of(request);
        };
        use.take_over = [this](const ImportRequest& request,
                               Secrets& secrets) -> core::Result<ImportReport> {
            imported.push_back(request);
            if (!broken.empty()) throw UsageError{broken};
            ImportReport report = report_of(request);
            if (report.cancelled) return report;
            if (request.approver) secret_of_second = secrets.secret(*request.approver);
            if (secret_of_second == "wrong")
                return core::refused(core::Refusal::secret_wrong, "u", {{"user", "second"}});
            report.imported = 8;
            report.receipt = Receipt{{12, 13}, "note", "AAAA-BBBB", false};
            listed.push_back(
                {12, {}, "admin", "stock.xlsx", "ab12", "workbook", 8, 2, 3, 1, {}, {}, {}});
            return report;
        };
        use.undo = [this](const UndoRequest& request, Secrets&) {
            undone.push_back(request);
            return undo_answer;
        };
        use.list = [this] { return listed; };
        use.save_marked_up = [this](const ImportRequest&, const ImportReport& report,
                                    const std::string& out) {
            saved.push_back(out + " " + std::to_string(report.faults.size()));
        };
        use.find_mapping = [this](const std::string&) { return mapping_beside; };
        use.read_mapping = [this](const std::string&) { return saved_mapping; };
        use.save_mapping = [this](const ImportMapping& mapping, const std::string& path) {
            saved_mapping = mapping;
            saved.push_back(path);
        };
        use.save_template = [this](const std::string& kind, const std::string& path) {
            saved.push_back(kind + " " + path);
        };
        use.needs_approver = [this] { return needs_approver; };
        use.new_request = [this] { return "r" + std::to_string(imported.size()); };
        use.fields = [](const std::string& kind) -> std::vector<ImportField> {
            if (kind != "items") return {};
            return {{"serial", "Serial number", true},
                    {"model", "Model", true},
                    {"tag", "Tag", false},
                    {"rack", "Rack position", false}};
        };
        use.kinds = {"items", "batches", "officers"};
        use.templates = {"workbook", "items"};
        use.statuses = {"In store", "Issued"};
        use.models = [] { return std::vector<std::string>{"Glock 17", "Sample Carbine"}; };
        return use;
    }
};

}  // namespace muster::app::testing
