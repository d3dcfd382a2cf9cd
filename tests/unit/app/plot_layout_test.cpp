// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "muster/app/plots.hpp"

using namespace muster::app;
using muster::core::Instant;

namespace {

constexpr double width = 200, height = 100;

double length_of(const Picture::Line& line) {
    return std::hypot(line.to_x - line.from_x, line.to_y - line.from_y);
}

bool is_inside(const Picture& picture) {
    const auto in = [&](double x, double y) {
        return x >= 0 && x <= picture.width && y >= 0 && y <= picture.height;
    };
    return std::all_of(picture.lines.begin(), picture.lines.end(),
                       [&](const Picture::Line& line) {
                           return in(line.from_x, line.from_y) && in(line.to_x, line.to_y);
                       }) &&
           std::all_of(picture.words.begin(), picture.words.end(),
                       [&](const Picture::Word& word) { return in(word.x, word.y); });
}

BalanceSeries series(std::int64_t counted) {
    return {"", {{{0}, 100, 1}, {{1'000}, 60, 2}}, {{{2'000}, 60, counted, "c-3"}}};
}

// The only strong upright line that is no edge of a diamond.
double gap_of(const Picture& picture) {
    double gap = 0;
    for (const Picture::Line& line : picture.lines)
        if (line.strong && line.from_x == line.to_x) gap = std::max(gap, length_of(line));
    return gap;
}

}  // namespace

TEST_CASE("plots: the gap between step and diamond is the variance, to scale from nought") {
    const Picture three = lay_out_balance(series(57), width, height);
    const Picture six = lay_out_balance(series(54), width, height);
    CHECK(gap_of(lay_out_balance(series(60), width, height)) == 0);
    CHECK(gap_of(six) == doctest::Approx(2 * gap_of(three)));
    // 100 rounds are as tall as the axis, 3 of them 3 hundredths of it.
    CHECK(gap_of(three) == doctest::Approx(0.03 * (0.88 - 0.05) * height));
    CHECK(is_inside(three));
    CHECK(std::any_of(three.words.begin(), three.words.end(),
                      [](const Picture::Word& word) { return word.words == "-3 c-3"; }));
}

TEST_CASE("plots: nothing, one moment and a count of nought are drawn too") {
    CHECK(lay_out_balance({}, width, height).lines.size() == 2);
    CHECK(is_inside(lay_out_balance({"", {{{5}, 0, 1}}, {}}, width, height)));
    CHECK(is_inside(lay_out_balance(series(0), width, height)));
    CHECK(lay_out_ages({}, width, height).boxes.empty());
    CHECK(lay_out_coverage({{"Rack", "", 0}}, width, height).boxes.empty());
}

TEST_CASE(
    "plots: an age's bar is as long as its number, and what was not counted has an empty box") {
    const Picture ages = lay_out_ages({{"a day", 4}, {"a week", 0}, {"older", 2}}, width, height);
    REQUIRE(ages.boxes.size() == 2);
    CHECK(ages.boxes[0].width == doctest::Approx(2 * ages.boxes[1].width));
    const std::vector<CoverageCell> cells{{"Rack", "", 0}, {"Safe", "", 0}, {"Rack", "2026-Q1", 2}};
    // The table says what was never counted before what was.
    CHECK(table_of(cells) == PlotTable{{"location", "quarter", "counts"},
                                       {"Safe", "never", "0"},
                                       {"Rack", "2026-Q1", "2"}});
    const Picture coverage = lay_out_coverage(cells, width, height);
    REQUIRE(coverage.boxes.size() == 2);
    CHECK(coverage.boxes[0].filled != coverage.boxes[1].filled);
    CHECK(is_inside(coverage));
}
