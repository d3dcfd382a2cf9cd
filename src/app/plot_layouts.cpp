// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "muster/app/plots.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/time.hpp"

/// Where everything of a plot stands. Pure: no clock, no ledger, no screen.
namespace muster::app {
namespace {

// Shares of the picture that are left for words.
constexpr double left_share = 0.1;
constexpr double bottom_share = 0.12;
constexpr double top_share = 0.05;

/// Turns instants and numbers into places in the picture.
class Axes {
public:
    Axes(const BalanceSeries& series, double width, double height)
        : left_{width * left_share},
          right_{width * 0.98},
          top_{height * top_share},
          bottom_{height * (1 - bottom_share)} {
        for (const auto& step : series.steps) take(step.at, step.balance);
        for (const auto& mark : series.marks) {
            take(mark.at, mark.counted);
            take(mark.at, mark.book);
        }
        if (last_ == first_) last_ = first_ + 1;
        if (most_ == 0) most_ = 1;
    }
    double x(core::Instant at) const {
        return left_ + (right_ - left_) * static_cast<double>(at.ms - first_) /
                           static_cast<double>(last_ - first_);
    }
    double y(std::int64_t number) const {
        return bottom_ -
               (bottom_ - top_) * static_cast<double>(number) / static_cast<double>(most_);
    }
    double left() const { return left_; }
    double right() const { return right_; }
    double bottom() const { return bottom_; }
    std::int64_t most() const { return most_; }
    core::Instant first() const { return {first_}; }
    core::Instant last() const { return {last_}; }

private:
    void take(core::Instant at, std::int64_t number) {
        first_ = empty_ ? at.ms : std::min(first_, at.ms);
        last_ = empty_ ? at.ms : std::max(last_, at.ms);
        most_ = std::max(most_, number);
        empty_ = false;
    }
    double left_, right_, top_, bottom_;
    bool empty_ = true;
    std::int64_t first_ = 0, last_ = 0;
    std::int64_t most_ = 0;  ///< the scale begins at nought, so that a gap looks as large as it is
};

void add_steps(const BalanceSeries& series, const Axes& axes, Picture& picture) {
    double x = axes.left(), y = axes.y(0);
    for (const BalanceSeries::Step& step : series.steps) {
        const double to_x = axes.x(step.at), to_y = axes.y(step.balance);
        picture.lines.push_back({x, y, to_x, y});
        picture.lines.push_back({to_x, y, to_x, to_y});
        x = to_x;
        y = to_y;
    }
    if (!series.steps.empty()) picture.lines.push_back({x, y, axes.right(), y});
}

void add_mark(const BalanceSeries::CountMark& mark, const Axes& axes, Picture& picture) {
    const double x = axes.x(mark.at), y = axes.y(mark.counted);
    const double half = picture.height * 0.015;
    picture.lines.push_back({x - half, y, x, y - half, true});
    picture.lines.push_back({x, y - half, x + half, y, true});
    picture.lines.push_back({x + half, y, x, y + half, true});
    picture.lines.push_back({x, y + half, x - half, y, true});
    if (mark.variance() == 0) return;
    picture.lines.push_back({x, y, x, axes.y(mark.book), true});
    picture.words.push_back(
        {x + half * 1.5, y,
         (mark.variance() > 0 ? "+" : "") + std::to_string(mark.variance()) + " " + mark.count,
         false});
}

}  // namespace

Picture lay_out_balance(const BalanceSeries& series, double width, double height) {
    Picture picture;
    picture.width = width;
    picture.height = height;
    const Axes axes{series, width, height};
    picture.lines.push_back({axes.left(), axes.bottom(), axes.right(), axes.bottom()});
    picture.lines.push_back({axes.left(), axes.y(axes.most()), axes.left(), axes.bottom()});
    if (series.steps.empty() && series.marks.empty()) return picture;
    const double gap = width * 0.01;
    picture.words.push_back({axes.left() - gap, axes.bottom(), "0", true});
    picture.words.push_back(
        {axes.left() - gap, axes.y(axes.most()), std::to_string(axes.most()), true});
    const double below = height * (1 - bottom_share / 3);
    picture.words.push_back(
        {axes.left(), below, core::people_text(core::uk_date(axes.first())), false});
    picture.words.push_back(
        {axes.right(), below, core::people_text(core::uk_date(axes.last())), true});
    add_steps(series, axes, picture);
    for (const BalanceSeries::CountMark& mark : series.marks) add_mark(mark, axes, picture);
    return picture;
}

Picture lay_out_ages(const std::vector<AgeBar>& bars, double width, double height) {
    Picture picture;
    picture.width = width;
    picture.height = height;
    if (bars.empty()) return picture;
    std::int64_t most = 1;
    for (const AgeBar& bar : bars) most = std::max(most, bar.number);
    const double row = height / static_cast<double>(bars.size());
    const double left = width * 0.3, room = width * 0.6;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double y = row * static_cast<double>(i);
        const double length =
            room * static_cast<double>(bars[i].number) / static_cast<double>(most);
        picture.words.push_back({left - width * 0.02, y + row * 0.65, bars[i].words, true});
        if (bars[i].number > 0)
            picture.boxes.push_back({left, y + row * 0.2, length, row * 0.6, true});
        picture.words.push_back(
            {left + length + width * 0.01, y + row * 0.65, std::to_string(bars[i].number), false});
    }
    return picture;
}

Picture lay_out_coverage(const std::vector<CoverageCell>& cells, double width, double height) {
    Picture picture;
    picture.width = width;
    picture.height = height;
    std::set<std::string> places, quarters;
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    for (const CoverageCell& cell : cells) {
        places.insert(cell.place);
        if (!cell.quarter.empty()) quarters.insert(cell.quarter);
        counts[{cell.place, cell.quarter}] += cell.counts;
    }
    if (places.empty() || quarters.empty()) return picture;
    const double left = width * 0.3;
    const double column = (width - left) / static_cast<double>(quarters.size());
    const double row = height / static_cast<double>(places.size() + 1);
    double x = left;
    for (const std::string& quarter : quarters) {
        picture.words.push_back({x + column * 0.1, row * 0.65, quarter, false});
        double y = row;
        for (const std::string& place : places) {
            const std::int64_t number = counts[{place, quarter}];
            picture.boxes.push_back(
                {x + column * 0.1, y + row * 0.15, column * 0.3, row * 0.7, number > 0});
            picture.words.push_back({x + column * 0.5, y + row * 0.65,
                                     number > 0 ? std::to_string(number) : "none", false});
            y += row;
        }
        x += column;
    }
    double y = row;
    for (const std::string& place : places) {
        picture.words.push_back({left - width * 0.02, y + row * 0.65, place, true});
        y += row;
    }
    return picture;
}

PlotTable table_of(const BalanceSeries& series) {
    PlotTable table{{"at", "what", "balance", "variance", "reference"}};
    for (const auto& step : series.steps)
        table.push_back({core::uk_time_text(step.at), "movement", std::to_string(step.balance), "",
                         "#" + std::to_string(step.entry)});
    for (const auto& mark : series.marks)
        table.push_back({core::uk_time_text(mark.at), "count", std::to_string(mark.counted),
                         std::to_string(mark.variance()), mark.count});
    return table;
}

PlotTable table_of(const std::vector<AgeBar>& bars) {
    PlotTable table{{"age", "number"}};
    for (const AgeBar& bar : bars) table.push_back({bar.words, std::to_string(bar.number)});
    return table;
}

PlotTable table_of(const std::vector<CoverageCell>& cells) {
    PlotTable table{{"location", "quarter", "counts"}};
    std::set<std::string> counted;
    for (const CoverageCell& cell : cells)
        if (!cell.quarter.empty()) counted.insert(cell.place);
    // What nobody counted is what the reader looks for.
    for (const CoverageCell& cell : cells)
        if (cell.quarter.empty() && !counted.contains(cell.place))
            table.push_back({cell.place, "never", "0"});
    for (const CoverageCell& cell : cells)
        if (!cell.quarter.empty())
            table.push_back({cell.place, cell.quarter, std::to_string(cell.counts)});
    return table;
}

}  // namespace muster::app
