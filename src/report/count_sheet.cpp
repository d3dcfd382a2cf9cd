// SPDX-License-Identifier: MIT
#include "muster/report/count_sheet.hpp"

#include <algorithm>

namespace muster::report {
namespace {

constexpr double left = 12;
constexpr double right = 198;
constexpr double points = 9;
constexpr double small = 7.5;

/// Draws the head and foot of every page, and words to be followed by a line for a pen.
class Form {
public:
    Form(Paper& paper, const PaperHeading& heading, std::size_t pages)
        : paper_{paper}, heading_{heading}, pages_{pages} {}

    void begin(const std::string& title) {
        if (++at_ > 1) paper_.next_page();
        const std::string practice = heading_.practice ? "PRACTICE  " : "";
        paper_.text(left, 14, heading_.force, small);
        paper_.text((left + right) / 2, 14, practice + heading_.classification, small, Face::bold,
                    Side::middle);
        paper_.text(right, 14, heading_.as_at, small, Face::regular, Side::right);
        paper_.text(left, 24, paper_.fitted(title, right - left, 15, Face::bold), 15, Face::bold);
        paper_.line(left, 28, right, 28, 0.4);
        paper_.text(left, 287, heading_.title, small);
        paper_.text(right, 287, "Page " + std::to_string(at_) + " of " + std::to_string(pages_),
                    small, Face::regular, Side::right);
    }
    void ask(double x, double y, const std::string& words, double to) {
        paper_.text(x, y, words, points);
        paper_.line(x + paper_.width_of(words, points) + 1.5, y + 0.8, to, y + 0.8, 0.15);
    }
    void grid(double top, const std::vector<PaperColumn>& columns, int rows, double height) {
        double x = left;
        for (const PaperColumn& column : columns) {
            paper_.text(x + 1, top - 1.5, column.title, small, Face::bold);
            paper_.line(x, top, x, top + rows * height, 0.15);
            x += column.width;
        }
        paper_.line(right, top, right, top + rows * height, 0.15);
        for (int row = 0; row <= rows; ++row)
            paper_.line(left, top + row * height, right, top + row * height, 0.15);
    }

private:
    Paper& paper_;
    const PaperHeading& heading_;
    std::size_t pages_;
    std::size_t at_ = 0;
};

}  // namespace

std::string draw_count_sheets(const PaperHeading& heading, const std::vector<std::string>& places,
                              const std::string& created) {
    Paper paper{{}, heading.title, created};
    Form form{paper, heading, places.size()};
    const std::vector<PaperColumn> columns{{"Tag or serial, or batch number", 62},
                                           {"Loose rounds", 28},
                                           {"Seal of a box", 32},
                                           {"If opened: rounds", 30},
                                           {"Anything unusual", 34}};
    constexpr int rows = 26;
    for (const std::string& place : places) {
        form.begin(place);
        form.ask(left, 37, "Counter", 88);
        form.ask(94, 37, "Began", 130);
        form.ask(136, 37, "Ended", right);
        paper.text(left, 44,
                   "Write down what you see, one thing a line. What has no number: what is on it.",
                   small);
        form.grid(52, columns, rows, 7.8);
        paper.frame(left, 261.5, 4, 4);
        paper.text(left + 6, 265, "I looked, and there is nothing more here", points);
        form.ask(100, 265, "Not counted, because", right);
        form.ask(left, 277, "Signature", 100);
    }
    return paper.finish();
}

std::string draw_dip_sheet(const PaperHeading& heading, const std::vector<DipLine>& lines,
                           const std::string& created) {
    Paper paper{{}, heading.title, created};
    Form form{paper, heading, 1};
    form.begin(heading.title);
    paper.text(left, 36, "Go to each position. Write down the number on what is there, or a dash.",
               points);
    paper.text(left, 41, "Nobody of the armoury fills this in for you.", points);
    const std::vector<PaperColumn> columns{{"", 8},
                                           {"Place", 60},
                                           {"Position", 30},
                                           {"Number on it (tag or serial)", 56},
                                           {"Anything unusual", 32}};
    constexpr double top = 50, height = 13;
    const int rows = static_cast<int>(std::min<std::size_t>(lines.size(), 15));
    form.grid(top, columns, rows, height);
    for (int row = 0; row < rows; ++row) {
        const DipLine& line = lines[static_cast<std::size_t>(row)];
        const double y = top + row * height + 8;
        paper.text(left + 1.5, y, std::to_string(row + 1), points, Face::bold);
        paper.text(left + 10, y, paper.fitted(line.place, 56, points), points);
        paper.text(left + 69, y, paper.fitted(line.position, 28, points), points);
    }
    const double y = top + rows * height + 16;
    paper.text(left, y, "I went on foot and saw what stands above.", points, Face::bold);
    form.ask(left, y + 12, "Rank and name", 110);
    form.ask(116, y + 12, "Date and time", right);
    form.ask(left, y + 24, "Signature", 110);
    form.ask(116, y + 24, "Keyed by", right);
    return paper.finish();
}

}  // namespace muster::report
