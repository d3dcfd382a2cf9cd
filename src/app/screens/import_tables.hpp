// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/import_screen.hpp"

namespace muster::app {

/// A short table that is written down whole.
class ImportScreen::Rows final : public Table {
public:
    struct Row {
        Tone tone = Tone::plain;
        std::vector<std::string> cells;
    };
    Rows(std::vector<TableColumn> columns, bool has_tones)
        : columns_{std::move(columns)}, has_tones_{has_tones} {}
    void set(std::vector<Row> rows) { rows_ = std::move(rows); }

    const std::vector<TableColumn>& columns() const override { return columns_; }
    std::int64_t row_count() const override { return std::ssize(rows_); }
    std::string cell(std::int64_t row, std::size_t column) override;
    bool has_tones() const override { return has_tones_; }
    Tone tone(std::int64_t row) override;

private:
    std::vector<TableColumn> columns_;
    bool has_tones_;
    std::vector<Row> rows_;
};

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
/// The file's name without its folder.
std::string import_file_name(const std::string& path);

}  // namespace muster::app
