// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/source_file_screen.hpp"

namespace muster::app {

/// Everything that a file would change and everything against it, drawn from the report: a history
/// may have a hundred thousand faults.
class SourceFileScreen::Rows final : public Table {
public:
    Rows(const DeltaReport& report, const std::vector<ImportFault>& kept)
        : report_{report}, kept_{kept} {}
    /// The rows are those of the report as it is now.
    void reload(Showing showing);

    const std::vector<TableColumn>& columns() const override;
    std::int64_t row_count() const override { return std::ssize(lines_); }
    std::string cell(std::int64_t row, std::size_t column) override;
    bool has_tones() const override { return true; }
    Tone tone(std::int64_t row) override;

    /// The row in full, for whoever chose it.
    std::string words(std::size_t row) const;
    /// The fault of a row, open or confirmed; null where the row is none.
    const ImportFault* fault(std::size_t row) const;
    bool is_confirmed(std::size_t row) const;

private:
    enum class Sort { fault, confirmed, warning, leaver_holding, leaver, change };
    struct Line {
        Sort sort = Sort::fault;
        std::size_t at = 0;  ///< in the report's list of that sort
    };
    const Line* line(std::size_t row) const { return row < lines_.size() ? &lines_[row] : nullptr; }
    const ImportFault* marked(const Line& line) const;
    const DeltaChange& change(const Line& line) const { return report_.changes[line.at]; }
    const char* state_words(const Line& line) const;

    const DeltaReport& report_;
    const std::vector<ImportFault>& kept_;
    std::vector<Line> lines_;
};

/// A warning that a leaver still holds something says no more than the leaver's own row.
bool is_about_leaver(const ImportFault& warning);

}  // namespace muster::app
