// SPDX-License-Identifier: MIT
#include "app/screens/import_tables.hpp"

#include <algorithm>
#include <filesystem>

#include "muster/app/status_screen.hpp"

namespace muster::app {
namespace {

constexpr std::size_t told_max = 12;

}  // namespace

std::string import_kind_words(const std::string& kind) {
    if (kind == "items") return "Weapons and other items";
    if (kind == "batches") return "Munitions by batch";
    if (kind == "officers") return "Officers";
    if (kind == "authorisations") return "Authorisations";
    if (kind == "deployments") return "Deployments";
    if (kind == "movements") return "Past movements";
    if (kind == "workbook") return "Whole workbook";
    if (kind == "none" || kind.empty()) return "Leave out";
    return kind;
}

std::string import_count(std::int64_t count, const std::string& one, const std::string& many) {
    return grouped(count) + " " + (count == 1 ? one : many);
}

std::string import_list(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& each : words) all += (all.empty() ? "" : ", ") + each;
    return all;
}

std::string import_place(const ImportFault& fault) {
    if (fault.row == 0) return fault.column;
    return fault.column.empty() ? "row " + std::to_string(fault.row)
                                : fault.column + std::to_string(fault.row);
}

std::string import_file_name(const std::string& path) {
    return std::filesystem::path{path}.filename().string();
}

std::vector<ImportFault> confirmed_before(const std::vector<ImportFault>& kept,
                                          const std::vector<ImportFault>& before,
                                          const std::vector<ImportFault>& now,
                                          const std::set<std::string>& confirmed) {
    std::vector<ImportFault> seen = kept;
    seen.insert(seen.end(), before.begin(), before.end());
    std::erase_if(seen, [&](const ImportFault& fault) {
        return !fault.confirmable || !confirmed.contains(fault.cell()) ||
               std::any_of(now.begin(), now.end(),
                           [&](const ImportFault& each) { return each.cell() == fault.cell(); });
    });
    return seen;
}

Notice refusal_notice(const core::Refused& refused, const std::string& what, Prompter& prompter) {
    if (refused.lines.size() > 1) {
        std::string words;
        for (std::size_t at = 0; at < std::min(refused.lines.size(), told_max); ++at)
            words += core::sentence_of(refused.lines[at]) + "\n";
        if (refused.lines.size() > told_max)
            words += "and " + std::to_string(refused.lines.size() - told_max) + " more.";
        prompter.tell(what, words);
    }
    return {Tone::stop, core::sentence_of(refused.lines.front()) + " " + what};
}

void add_approver(Form& form, const std::string& offered) {
    form.words += " A second person approves it with their own password.";
    form.fields.push_back({"approver", "Approver's user name", offered, false, {}});
    form.fields.push_back({"approver-password", "Approver's password", "", true, {}});
}

// --- faults ------------------------------------------------------------------------------------

void ImportScreen::Faults::reload(Showing showing) {
    faults_shown_ = showing == Showing::warnings ? 0 : report_.faults.size();
    kept_shown_ = showing == Showing::warnings ? 0 : kept_.size();
    warnings_shown_ = showing == Showing::faults ? 0 : report_.warnings.size();
}

const std::vector<TableColumn>& ImportScreen::Faults::columns() const {
    static const std::vector<TableColumn> columns{
        {"Severity", 11}, {"Sheet", 18}, {"Cell", 8}, {"In the cell", 18}, {"What to do", 40}};
    return columns;
}

std::int64_t ImportScreen::Faults::row_count() const {
    return static_cast<std::int64_t>(faults_shown_ + kept_shown_ + warnings_shown_);
}

const ImportFault* ImportScreen::Faults::at(std::size_t row) const {
    if (row < faults_shown_) return &report_.faults[row];
    row -= faults_shown_;
    if (row < kept_shown_) return &kept_[row];
    row -= kept_shown_;
    return row < warnings_shown_ ? &report_.warnings[row] : nullptr;
}

bool ImportScreen::Faults::is_confirmed(std::size_t row) const {
    const ImportFault* fault = at(row);
    return fault != nullptr && is_fault(row) && fault->confirmable &&
           confirmed_.contains(fault->cell());
}

Tone ImportScreen::Faults::tone(std::int64_t row) {
    const auto at_row = static_cast<std::size_t>(row);
    if (is_confirmed(at_row)) return Tone::good;
    return is_fault(at_row) ? Tone::stop : Tone::warning;
}

std::string ImportScreen::Faults::cell(std::int64_t row, std::size_t column) {
    const auto at_row = static_cast<std::size_t>(row);
    const ImportFault* fault = row < 0 ? nullptr : at(at_row);
    if (fault == nullptr) return {};
    switch (column) {
        case 0:
            return is_confirmed(at_row) ? "Confirmed" : is_fault(at_row) ? "Fault" : "Warning";
        case 1:
            return fault->sheet;
        case 2:
            return import_place(*fault);
        case 3:
            return fault->found;
        case 4:
            return fault->words;
        default:
            return {};
    }
}

}  // namespace muster::app
