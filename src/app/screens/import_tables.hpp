// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/written_table.hpp"
#include "muster/app/import_screen.hpp"

namespace muster::app {

/// The faults and warnings of a report, drawn from it: there may be a hundred thousand.
class ImportScreen::Faults final : public Table {
public:
    Faults(const ImportReport& report, const std::vector<ImportFault>& kept,
           const std::set<std::string>& confirmed)
        : report_{report}, kept_{kept}, confirmed_{confirmed} {}
    /// The rows are those of the report as it is now: faults first, then those confirmed before,
    /// then warnings; each in the file's order.
    void reload(Showing showing);

    const std::vector<TableColumn>& columns() const override;
    std::int64_t row_count() const override;
    std::string cell(std::int64_t row, std::size_t column) override;
    bool has_tones() const override { return true; }
    Tone tone(std::int64_t row) override;

    /// The fault or warning of a row; null beyond the last.
    const ImportFault* at(std::size_t row) const;
    bool is_fault(std::size_t row) const { return row < faults_shown_ + kept_shown_; }
    bool is_confirmed(std::size_t row) const;

private:
    const ImportReport& report_;
    const std::vector<ImportFault>& kept_;
    const std::set<std::string>& confirmed_;
    std::size_t faults_shown_ = 0;
    std::size_t kept_shown_ = 0;
    std::size_t warnings_shown_ = 0;
};

/// `1 fault`, `21 faults`.
std::string import_count(std::int64_t count, const std::string& one, const std::string& many);
/// Words set apart by commas.
std::string import_list(const std::vector<std::string>& words);
/// Where a fault stands: `I58`, `row 58`, or empty for a sheet as a whole.
std::string import_place(const ImportFault& fault);
/// Of the faults seen before, those that a person confirmed and the report therefore has no more:
/// they still have to be seen and taken back.
std::vector<ImportFault> confirmed_before(const std::vector<ImportFault>& kept,
                                          const std::vector<ImportFault>& before,
                                          const std::vector<ImportFault>& now,
                                          const std::set<std::string>& confirmed);
/// The first line of a refusal as a notice, with `what` came of it; where there are more they are
/// told at length.
Notice refusal_notice(const core::Refused& refused, const std::string& what, Prompter& prompter);
/// A form's two fields for the second person, and the sentence that says so.
void add_approver(Form& form, const std::string& offered);
/// The file's name without its folder.
std::string import_file_name(const std::string& path);

}  // namespace muster::app
