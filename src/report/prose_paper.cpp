// SPDX-License-Identifier: MIT
#include "muster/report/prose_paper.hpp"

#include <algorithm>

namespace muster::report {
namespace {

constexpr double left = 14;
constexpr double right = 196;
constexpr double bottom = 276;
constexpr double points = 9.5;
constexpr double line_height = 4.9;

/// Words flow down a page and on to the next.
class Flow {
public:
    Flow(Paper& paper, const PaperHeading& heading) : paper_{paper}, heading_{heading} { begin(); }

    int pages() const { return page_; }
    void block(const ProseBlock& block) {
        if (!block.title.empty()) {
            room(14);
            y_ += 3;
            paper_.text(left, y_, block.title, 11, Face::bold);
            y_ += 6;
        }
        for (const std::string& words : block.paragraphs) paragraph(words);
        for (const auto& [name, value] : block.pairs) pair(name, value);
        if (!block.table.columns.empty()) table(block.table);
    }

private:
    void begin() {
        if (++page_ > 1) paper_.next_page();
        const std::string practice = heading_.practice ? "PRACTICE  " : "";
        paper_.text(left, 13, heading_.force + ", " + heading_.armoury, 7.5);
        paper_.text((left + right) / 2, 13, practice + heading_.classification, 7.5, Face::bold,
                    Side::middle);
        paper_.text(right, 13, heading_.as_at, 7.5, Face::regular, Side::right);
        paper_.text(left, 23, paper_.fitted(heading_.title, right - left, 15, Face::bold), 15,
                    Face::bold);
        paper_.line(left, 27, right, 27, 0.4);
        paper_.text(left, 287, heading_.checkpoint, 6.5, Face::mono);
        paper_.text(right, 287, "Page " + std::to_string(page_), 7.5, Face::regular, Side::right);
        y_ = 35;
    }
    void room(double height) {
        if (y_ + height > bottom) begin();
    }
    void line(double x, const std::string& words, Face face) {
        room(line_height);
        paper_.text(x, y_, words, points, face);
        y_ += line_height;
    }
    // Breaks at blanks; a word wider than the line is cut with an ellipsis.
    void wrapped(double x, const std::string& words, Face face) {
        const double width = right - x;
        std::string now;
        for (std::size_t at = 0; at <= words.size();) {
            const std::size_t end = std::min(words.find(' ', at), words.size());
            const std::string word = words.substr(at, end - at);
            const std::string longer = now.empty() ? word : now + " " + word;
            if (!now.empty() && paper_.width_of(longer, points, face) > width) {
                line(x, now, face);
                now = word;
            } else {
                now = longer;
            }
            at = end + 1;
        }
        line(x, paper_.fitted(now, width, points, face), face);
    }
    void paragraph(const std::string& words) {
        wrapped(left, words, Face::regular);
        y_ += 1.2;
    }
    void pair(const std::string& name, const std::string& value) {
        if (value.empty()) return;
        room(line_height);
        paper_.text(left, y_, paper_.fitted(name, 60, points), points);
        wrapped(left + 62, value, Face::bold);
    }
    void row(const PaperTable& table, const std::vector<std::string>& cells, Face face) {
        room(line_height);
        double x = left;
        for (std::size_t i = 0; i < table.columns.size() && i < cells.size(); ++i) {
            const PaperColumn& column = table.columns[i];
            const bool on_right = column.side == Side::right;
            paper_.text(on_right ? x + column.width - 2 : x, y_,
                        paper_.fitted(cells[i], column.width - 2, 8.5, face), 8.5, face,
                        on_right ? Side::right : Side::left);
            x += column.width;
        }
        y_ += line_height;
    }
    void table(const PaperTable& table) {
        if (table.rows.empty()) return paragraph(table.empty);
        std::vector<std::string> titles;
        for (const PaperColumn& column : table.columns) titles.push_back(column.title);
        row(table, titles, Face::bold);
        paper_.line(left, y_ - 3.6, right, y_ - 3.6, 0.15);
        for (const auto& cells : table.rows) row(table, cells, Face::regular);
        y_ += 2;
    }

    Paper& paper_;
    const PaperHeading& heading_;
    double y_ = 0;
    int page_ = 0;
};

}  // namespace

ProsePaper draw_prose(const PaperHeading& heading, const std::vector<ProseBlock>& blocks,
                      const std::string& created) {
    Paper paper{{}, heading.title, created};
    Flow flow{paper, heading};
    for (const ProseBlock& block : blocks) flow.block(block);
    return {paper.finish(), flow.pages()};
}

}  // namespace muster::report
