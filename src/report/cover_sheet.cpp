// SPDX-License-Identifier: MIT
#include "book.hpp"

namespace muster::report {
namespace {

struct CoverLine {
    lxw_worksheet* paper;
    lxw_row_t row;
};

void draw_heading(const Book& book, const CoverLine& at, const std::string& text, bool first) {
    const bool banner = text.rfind("PRACTICE", 0) == 0;
    lxw_format* format = first    ? book.formats.cover_title
                         : banner ? book.formats.banner
                                  : book.formats.cover_heading;
    must(worksheet_set_row(at.paper, at.row, first ? 42 : 30, nullptr));
    must(worksheet_write_string(at.paper, at.row, 0, text.c_str(), format));
    if (!first) must(worksheet_write_blank(at.paper, at.row, 1, format));
}

void draw_pair(const Book& book, const CoverLine& at, const std::string& label,
               const std::string& value) {
    const Formats& formats = book.formats;
    must(worksheet_write_string(at.paper, at.row, 0, label.c_str(), formats.cover_label));
    if (value.empty()) {
        must(worksheet_set_row(at.paper, at.row, label == "Conclusion" ? 90 : 24, nullptr));
        must(worksheet_write_blank(at.paper, at.row, 1, formats.cover_box));
        return;
    }
    // A longer value wraps and finds its own height.
    if (value.size() < 80) must(worksheet_set_row(at.paper, at.row, 20, nullptr));
    lxw_format* format = label == "Checkpoint" ? formats.cover_mono : formats.cover_value;
    must(worksheet_write_string(at.paper, at.row, 1, value.c_str(), format));
}

}  // namespace

void draw_cover(const Book& book) {
    lxw_worksheet* paper = workbook_add_worksheet(book.workbook, "Cover");
    if (paper == nullptr) must(LXW_ERROR_MEMORY_MALLOC_FAILED);
    must(worksheet_set_column(paper, 0, 0, 24, nullptr));
    must(worksheet_set_column(paper, 1, 1, 92, nullptr));
    worksheet_gridlines(paper, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_tab_color(paper, book.layout.tabs.at('A'));
    lxw_row_t row = 0;
    for (const auto& [label, value] : book.sheets.cover()) {
        const CoverLine at{paper, row};
        if (label.empty())
            draw_heading(book, at, value, row == 0);
        else
            draw_pair(book, at, label, value);
        ++row;
    }
    set_up_page(book, paper, "A0", false);
    worksheet_activate(paper);
}

}  // namespace muster::report
