// SPDX-License-Identifier: MIT
#include "muster/report/marked_up.hpp"

#include <algorithm>
#include <memory>

#include "book.hpp"
#include "colours.hpp"
#include "copied_sheet.hpp"

namespace muster::report {
namespace {

struct FaultsFormats {
    lxw_format *title, *text, *header, *cell, *link, *words;
};

lxw_format* table_cell(FlatBook& book) {
    lxw_format* format = book.format();
    format_set_num_format(format, "@");
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_border_color(format, line);
    format_set_indent(format, 1);
    return format;
}

FaultsFormats make_faults_formats(FlatBook& book) {
    FaultsFormats formats{};
    formats.title = book.format(16);
    format_set_bold(formats.title);
    format_set_font_color(formats.title, slate);
    formats.text = book.format();
    format_set_font_color(formats.text, grey);
    formats.header = table_cell(book);
    format_set_bold(formats.header);
    format_set_font_color(formats.header, LXW_COLOR_WHITE);
    format_set_bg_color(formats.header, slate);
    formats.cell = table_cell(book);
    format_set_text_wrap(formats.cell);
    formats.words = table_cell(book);
    format_set_text_wrap(formats.words);
    formats.link = table_cell(book);
    format_set_font_color(formats.link, brass);
    format_set_underline(formats.link, LXW_UNDERLINE_SINGLE);
    return formats;
}

/// Draws the list of faults: where, what, and what to do.
class FaultsList {
public:
    FaultsList(FlatBook& book, lxw_worksheet* paper)
        : paper_{paper}, formats_{make_faults_formats(book)} {}

    void head(const MarkedUp& source) {
        const auto count = static_cast<std::int64_t>(source.marks.size()) + source.marks_left_out;
        must(worksheet_set_row(paper_, 0, 26, nullptr));
        text(0, 0, faults_title + source.file_name, formats_.title);
        text(1, 0,
             std::to_string(count) + (count == 1 ? " fault." : " faults.") +
                 " Correct each marked cell in its sheet, save this workbook and import it again.",
             formats_.text);
        text(2, 0,
             "The import passes over this sheet; the comments and fills do no harm. Comments, "
             "borders, pictures and filters of the original are not in this copy.",
             formats_.text);
        must(worksheet_set_row(paper_, 4, 20, nullptr));
        const char* headings[] = {"Sheet", "Cell", "Code", "Found", "What is wrong and what to do"};
        for (lxw_col_t i = 0; i < 5; ++i) text(4, i, headings[i], formats_.header);
        constexpr double widths[] = {24, 9, 24, 26, 90};
        for (lxw_col_t i = 0; i < 5; ++i)
            must(worksheet_set_column(paper_, i, i, widths[i], nullptr));
        worksheet_freeze_panes(paper_, 5, 0);
        worksheet_set_landscape(paper_);
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(paper_, a4);
        worksheet_fit_to_pages(paper_, 1, 0);
        must(worksheet_repeat_rows(paper_, 4, 4));
    }

    /// `copied` is the sheet's name in the copy, empty where it has none.
    void mark(const Mark& mark, const std::string& copied) {
        // By the name that its tab has here: one called like ours has another.
        text(next_, 0, copied.empty() ? mark.sheet : copied, formats_.cell);
        const std::string cell =
            mark.row == 0 ? ""
                          : (mark.column.empty() ? "A" : mark.column) + std::to_string(mark.row);
        const std::string shown = mark.row == 0         ? "sheet"
                                  : mark.column.empty() ? "row " + std::to_string(mark.row)
                                                        : cell;
        link(copied, cell.empty() ? "A1" : cell, mark.sheet.empty() ? "file" : shown);
        text(next_, 2, mark.code, formats_.cell);
        text(next_, 3, mark.found, formats_.cell);
        text(next_, 4, mark.words, formats_.words);
        // Excel fits a row to its wrapped text by itself; a first view should not depend on it.
        constexpr int characters_a_line = 110;
        const int lines = 1 + width_of_text(mark.words) / characters_a_line;
        must(worksheet_set_row(paper_, next_, 4 + 13.5 * lines, nullptr));
        ++next_;
    }

    void tail(const MarkedUp& source) {
        // First, since rows go to the disk as they come and what is above them is closed then.
        if (next_ > 5) must(worksheet_autofilter(paper_, 4, 0, next_ - 1, 4));
        if (source.marks_left_out > 0)
            text(next_ + 1, 0,
                 std::to_string(source.marks_left_out) +
                     " further faults are not listed. Correct these first.",
                 formats_.text);
    }

private:
    void text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
        must(worksheet_write_string(paper_, row, column, text.substr(0, 32'000).c_str(), format));
    }
    void link(const std::string& sheet, const std::string& cell, const std::string& shown) {
        if (sheet.empty()) return text(next_, 1, shown, formats_.cell);
        // libxlsxwriter knows 65,530 links a sheet, more than faults are ever listed.
        must(worksheet_write_url_opt(paper_, next_, 1, link_to_cell(sheet, cell).c_str(),
                                     formats_.link, shown.c_str(), "Go to the cell"));
    }

    lxw_worksheet* paper_;
    FaultsFormats formats_;
    lxw_row_t next_ = 5;
};

std::map<std::string, MarksOfSheet> by_place(const std::vector<Mark>& marks) {
    std::map<std::string, MarksOfSheet> placed;
    for (const Mark& mark : marks)
        if (mark.row > 0)
            placed[mark.sheet][mark.row][column_of_letters(mark.column)].push_back(&mark);
    return placed;
}

}  // namespace

std::string draw_marked_up(const MarkedUp& source) {
    FlatBook book{"Faults in " + source.file_name};
    FaultsList list{book, book.add_sheet(faults_sheet)};
    CopyFormats formats{book};
    auto marks = by_place(source.marks);
    std::map<std::string, std::string> copied;
    std::map<std::string, CopiedSheet> sheets;
    for (const std::string& name : source.sheets) {
        const auto look = source.looks.find(name);
        if (look != source.looks.end() && look->second.is_older_list) continue;
        copied[name] = sheet_name_of(name, book.workbook());
        sheets.emplace(name, CopiedSheet{formats, book.add_sheet(copied[name]), marks[name],
                                         look != source.looks.end() ? look->second : SourceLook{}});
    }
    for (auto& [name, sheet] : sheets) sheet.begin();
    list.head(source);
    for (const Mark& mark : source.marks) list.mark(mark, copied[mark.sheet]);
    list.tail(source);
    source.each_row([&](const std::string& sheet, const files::Row& row) {
        if (const auto at = sheets.find(sheet); at != sheets.end()) at->second.row(row);
    });
    for (auto& [name, sheet] : sheets) sheet.finish();
    return book.bytes();
}

}  // namespace muster::report
