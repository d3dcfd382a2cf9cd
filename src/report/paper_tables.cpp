// SPDX-License-Identifier: MIT
#include "muster/report/paper_tables.hpp"

#include <algorithm>

namespace muster::report {
namespace {

constexpr double left = 12;
constexpr double right = 198;
constexpr double foot = 287;
constexpr double rows_top = 44;
constexpr double rows_bottom = 280;
constexpr double row_height = 5.6;
constexpr double points = 8.5;
constexpr double small = 7.5;

/// Draws pages that know how many there are.
class Pages {
public:
    Pages(Paper& paper, const PaperHeading& heading, std::size_t count)
        : paper_{paper}, heading_{heading}, count_{count} {}

    void begin(const std::string& title) {
        if (++at_ > 1) paper_.next_page();
        const std::string practice = heading_.practice ? "PRACTICE  " : "";
        paper_.text(left, 14, heading_.force + ", " + heading_.armoury, small);
        paper_.text((left + right) / 2, 14, practice + heading_.classification, small, Face::bold,
                    Side::middle);
        paper_.text(right, 14, "as at " + heading_.as_at, small, Face::regular, Side::right);
        paper_.text(left, 24, title, 15, Face::bold);
        paper_.line(left, 28, right, 28, 0.4);
        paper_.text(left, foot, heading_.checkpoint, 6.5, Face::mono);
        paper_.text(right, foot, "Page " + std::to_string(at_) + " of " + std::to_string(count_),
                    small, Face::regular, Side::right);
    }

private:
    Paper& paper_;
    const PaperHeading& heading_;
    std::size_t count_;
    std::size_t at_ = 0;
};

constexpr auto rows_of_page = static_cast<std::size_t>((rows_bottom - rows_top) / row_height);

std::size_t pages_of(const PaperTable& table) {
    return std::max<std::size_t>(1, (table.rows.size() + rows_of_page - 1) / rows_of_page);
}

void draw_row(Paper& paper, const PaperTable& table, const std::vector<std::string>& cells,
              double baseline, Face face) {
    constexpr double gap = 1.5;
    double x = left;
    for (std::size_t i = 0; i < table.columns.size() && i < cells.size(); ++i) {
        const PaperColumn& column = table.columns[i];
        const std::string words = paper.fitted(cells[i], column.width - gap, points, face);
        const bool on_right = column.side == Side::right;
        paper.text(on_right ? x + column.width - gap : x, baseline, words, points, face,
                   on_right ? Side::right : Side::left);
        x += column.width;
    }
}

void draw_table(Paper& paper, Pages& pages, const PaperTable& table) {
    std::vector<std::string> titles;
    for (const PaperColumn& column : table.columns) titles.push_back(column.title);
    for (std::size_t page = 0; page < pages_of(table); ++page) {
        pages.begin(table.title);
        if (table.rows.empty()) {
            paper.text(left, rows_top, table.empty, points);
            continue;
        }
        draw_row(paper, table, titles, rows_top - 6, Face::bold);
        const std::size_t end = std::min(table.rows.size(), (page + 1) * rows_of_page);
        double y = rows_top;
        for (std::size_t row = page * rows_of_page; row < end; ++row, y += row_height) {
            paper.line(left, y - 4.2, right, y - 4.2, 0.1);
            draw_row(paper, table, table.rows[row], y, Face::regular);
        }
        paper.line(left, y - 4.2, right, y - 4.2, 0.1);
    }
}

void draw_blank(Paper& paper, Pages& pages, const std::string& number) {
    pages.begin("Issued or returned by hand");
    paper.text(right, 24, number, 15, Face::mono, Side::right);
    double y = 40;
    const auto ask = [&](double x, const std::string& words, double width) {
        paper.text(x, y, words, points);
        const double from = x + paper.width_of(words, points) + 1.5;
        paper.line(from, y + 0.8, x + width, y + 0.8, 0.15);
    };
    ask(left, "Date", 50);
    ask(left + 56, "Time", 40);
    paper.frame(left + 104, y - 3.6, 4, 4);
    paper.text(left + 110, y, "Issue", points);
    paper.frame(left + 128, y - 3.6, 4, 4);
    paper.text(left + 134, y, "Return", points);
    y += 11;
    ask(left, "Collar number", 70);
    ask(left + 76, "Rank and name", 110);
    y += 11;
    ask(left, "Purpose", 70);
    ask(left + 76, "Deployment or course reference", 110);
    y += 9;
    const PaperTable table{"",
                           "",
                           {{"Tag or serial, or batch", 62},
                            {"Model", 46},
                            {"Quantity", 20},
                            {"Seen unloaded", 30},
                            {"Remarks", 28}},
                           {}};
    std::vector<std::string> titles;
    for (const PaperColumn& column : table.columns) titles.push_back(column.title);
    draw_row(paper, table, titles, y, Face::bold);
    constexpr int lines = 16;
    constexpr double line_height = 9;
    y += 2;
    for (int line = 0; line <= lines; ++line)
        paper.line(left, y + line * line_height, right, y + line * line_height, 0.15);
    double x = left;
    for (const PaperColumn& column : table.columns) {
        paper.line(x, y, x, y + lines * line_height, 0.15);
        x += column.width;
    }
    paper.line(right, y, right, y + lines * line_height, 0.15);
    y += lines * line_height + 13;
    ask(left, "Issued or taken back by", 90);
    ask(left + 96, "Second person", 90);
    y += 12;
    ask(left, "Officer's signature", 90);
    ask(left + 96, "Keyed later by, and entry number", 90);
}

}  // namespace

std::string draw_emergency_paper(const PaperHeading& heading, const std::vector<PaperTable>& tables,
                                 const std::vector<std::string>& blank_pages,
                                 const std::string& created) {
    std::size_t count = blank_pages.size();
    for (const PaperTable& table : tables) count += pages_of(table);
    Paper paper{{}, heading.title, created};
    Pages pages{paper, heading, count};
    for (const PaperTable& table : tables) draw_table(paper, pages, table);
    for (const std::string& number : blank_pages) draw_blank(paper, pages, number);
    return paper.finish();
}

}  // namespace muster::report
