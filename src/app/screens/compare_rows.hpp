// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/compare_screen.hpp"

namespace muster::app {

/// The differences of a report and the rows that could not be compared, those that are wanted.
class CompareScreen::Rows final : public Table {
public:
    explicit Rows(const CompareReport& report) : report_{report} {}
    void reload(Showing showing, const std::string& search);

    const std::vector<TableColumn>& columns() const override;
    std::int64_t row_count() const override { return std::ssize(lines_); }
    std::string cell(std::int64_t row, std::size_t column) override;
    bool has_tones() const override { return true; }
    Tone tone(std::int64_t row) override;
    /// The row in full, for whoever chose it.
    std::string words(std::size_t row);

private:
    // The differences have the first numbers, the rows that cannot be compared the next.
    bool is_fault(std::size_t line) const { return line >= report_.differences.size(); }
    std::string cell_of(std::size_t line, std::size_t column) const;
    bool is_wanted(std::size_t line, Showing showing) const;

    const CompareReport& report_;
    std::vector<std::size_t> lines_;
};

}  // namespace muster::app
