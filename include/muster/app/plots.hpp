// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/listing.hpp"
#include "muster/app/open_ledger.hpp"

/// Plots as pictures made of lines, boxes and words, laid out by pure functions: a screen and a PDF
/// draw the same picture. Each has its table, which says the same in figures.
namespace muster::app {

/// A picture. Lengths from its top left corner, in any unit: the layout only divides what it gets.
struct Picture {
    struct Line {
        double from_x = 0, from_y = 0, to_x = 0, to_y = 0;
        bool strong = false;
    };
    struct Box {
        double x = 0, y = 0, width = 0, height = 0;
        bool filled = false;
    };
    struct Word {
        double x = 0, y = 0;  ///< the end of its baseline on that side
        std::string words;
        bool on_right = false;  ///< it ends there
    };
    double width = 0;
    double height = 0;
    std::vector<Line> lines;
    std::vector<Box> boxes;
    std::vector<Word> words;
};

/// The book balance of a batch at a place as steps, and what counts found there.
struct BalanceSeries {
    struct Step {
        core::Instant at;
        std::int64_t balance = 0;  ///< from then on
        core::EntryNumber entry = 0;
    };
    struct CountMark {
        core::Instant at;  ///< when the count began: it is compared with the book of then
        std::int64_t book = 0;
        std::int64_t counted = 0;
        std::string count;
        std::int64_t variance() const { return counted - book; }
    };
    std::string title;
    std::vector<Step> steps;
    std::vector<CountMark> marks;
};
/// The steps, and a diamond for each count joined to the step by a strong line: its length is the
/// variance. Nothing is drawn of an empty series but its frame.
Picture lay_out_balance(const BalanceSeries& series, double width, double height);

/// A bar for each age, as long as its number.
struct AgeBar {
    std::string words;
    std::int64_t number = 0;
};
Picture lay_out_ages(const std::vector<AgeBar>& bars, double width, double height);

/// Which place was counted in which quarter: a box for each, filled where it was.
struct CoverageCell {
    std::string place;
    std::string quarter;
    std::int64_t counts = 0;
};
Picture lay_out_coverage(const std::vector<CoverageCell>& cells, double width, double height);

/// What a plot shows as a table, its columns' titles first.
using PlotTable = std::vector<std::vector<std::string>>;
PlotTable table_of(const BalanceSeries& series);
PlotTable table_of(const std::vector<AgeBar>& bars);
PlotTable table_of(const std::vector<CoverageCell>& cells);

/// The balance of what a code names at a place. Refused to whoever counts blind.
core::Result<BalanceSeries> balance_series(OpenLedger& ledger, const std::string& code,
                                           const std::string& location,
                                           const std::optional<core::UserId>& viewer);
/// How old the discrepancies are that are not approved: up to a day, a week, a month, a quarter,
/// and older.
core::Result<std::vector<AgeBar>> discrepancy_ages(OpenLedger& ledger,
                                                   const std::optional<core::UserId>& viewer);
/// Every place and the quarters in which any was counted.
core::Result<std::vector<CoverageCell>> coverage_cells(OpenLedger& ledger);
/// Draws a picture with its table below it as a PDF, and records the export. `table` has its
/// columns' titles first.
core::Result<Receipt> export_picture(OpenLedger& ledger, const Author& author,
                                     const std::string& title, const Picture& picture,
                                     const PlotTable& table, const std::string& path);

}  // namespace muster::app
