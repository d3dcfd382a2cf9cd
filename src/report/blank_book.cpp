// SPDX-License-Identifier: MIT
#include "muster/report/blank_book.hpp"

#include <algorithm>

#include "book.hpp"
#include "colours.hpp"
#include "flat_book.hpp"

namespace muster::report {
namespace {

using Sort = BlankColumn::Sort;

struct BlankFormats {
    lxw_format *title, *text, *heading, *needed, *label, *table, *words;
    lxw_format *as_text, *as_date, *as_moment, *as_number;
};

lxw_format* typed(FlatBook& book, const char* number_format) {
    lxw_format* format = book.format(11);
    format_set_num_format(format, number_format);
    return format;
}

lxw_format* headed(FlatBook& book, lxw_color_t colour) {
    lxw_format* format = book.format(11);
    format_set_bold(format);
    format_set_font_color(format, LXW_COLOR_WHITE);
    format_set_bg_color(format, colour);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, line);
    return format;
}

BlankFormats make_formats_of_blank(FlatBook& book) {
    BlankFormats formats{};
    formats.title = book.format(18);
    format_set_bold(formats.title);
    format_set_font_color(formats.title, slate);
    formats.text = book.format(11);
    formats.heading = headed(book, slate);
    formats.needed = headed(book, brass);
    formats.label = book.format(13);
    format_set_bold(formats.label);
    format_set_font_color(formats.label, brass);
    formats.table = typed(book, "@");
    format_set_border(formats.table, LXW_BORDER_HAIR);
    format_set_border_color(formats.table, line);
    formats.words = typed(book, "@");
    format_set_border(formats.words, LXW_BORDER_HAIR);
    format_set_border_color(formats.words, line);
    format_set_text_wrap(formats.words);
    formats.as_text = typed(book, "@");
    formats.as_date = typed(book, "yyyy-mm-dd");
    formats.as_moment = typed(book, "yyyy-mm-dd hh:mm");
    formats.as_number = typed(book, "0");
    return formats;
}

/// Draws one blank workbook; sheets take turns, each goes down its own rows.
class Blank {
public:
    explicit Blank(const BlankBook& blank)
        : blank_{blank}, book_{blank.title}, formats_{make_formats_of_blank(book_)} {}

    std::string draw() {
        instructions_ = book_.add_sheet(instructions_sheet);
        begin_instructions();
        for (const BlankSheet& sheet : blank_.sheets) {
            describe(sheet);
            draw(sheet, book_.add_sheet(sheet_name_of(sheet.name, book_.workbook())));
        }
        if (!long_lists_.empty()) draw_lists();
        return book_.bytes();
    }

private:
    void text(lxw_worksheet* paper, lxw_row_t row, lxw_col_t column, const std::string& text,
              lxw_format* format) {
        must(worksheet_write_string(paper, row, column, text.c_str(), format));
    }

    void begin_instructions() {
        must(worksheet_set_row(instructions_, next_, 28, nullptr));
        text(instructions_, next_++, 0, blank_.title, formats_.title);
        ++next_;
        for (const std::string& sentence : blank_.instructions)
            text(instructions_, next_++, 0, sentence, formats_.text);
        constexpr double widths[] = {26, 12, 78, 26};
        for (lxw_col_t i = 0; i < 4; ++i)
            must(worksheet_set_column(instructions_, i, i, widths[i], nullptr));
        worksheet_set_landscape(instructions_);
        worksheet_fit_to_pages(instructions_, 1, 0);
    }

    // Columns stand below each other, so that this sheet is never taken for one with headings.
    void describe(const BlankSheet& sheet) {
        ++next_;
        text(instructions_, next_++, 0, sheet.name, formats_.label);
        text(instructions_, next_++, 0, sheet.words, formats_.text);
        const char* headings[] = {"Column", "Needed", "What goes in", "Example (invented)"};
        must(worksheet_set_row(instructions_, next_, 20, nullptr));
        for (lxw_col_t i = 0; i < 4; ++i)
            text(instructions_, next_, i, headings[i], formats_.heading);
        ++next_;
        for (const BlankColumn& column : sheet.columns) {
            std::string words = column.words;
            if (!column.choices.empty() && column.choices.size() <= 24) {
                words += words.empty() ? "One of: " : " One of: ";
                for (const std::string& choice : column.choices)
                    words += choice + (&choice == &column.choices.back() ? "" : ", ");
            }
            text(instructions_, next_, 0, column.heading, formats_.table);
            text(instructions_, next_, 1, column.needed ? "yes" : "", formats_.table);
            text(instructions_, next_, 2, words, formats_.words);
            text(instructions_, next_, 3, column.example, formats_.table);
            constexpr int characters_a_line = 88;
            const int lines = 1 + width_of_text(words) / characters_a_line;
            must(worksheet_set_row(instructions_, next_, 4 + 14.5 * lines, nullptr));
            ++next_;
        }
    }

    lxw_format* format(Sort sort) const {
        switch (sort) {
            case Sort::date:
                return formats_.as_date;
            case Sort::moment:
                return formats_.as_moment;
            case Sort::number:
                return formats_.as_number;
            case Sort::text:
            case Sort::choice:
                break;
        }
        return formats_.as_text;
    }

    void draw(const BlankSheet& sheet, lxw_worksheet* paper) {
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            const BlankColumn& column = sheet.columns[i];
            const auto at = static_cast<lxw_col_t>(i);
            must(worksheet_set_column(paper, at, at, column.width, format(column.sort)));
            text(paper, 0, at, column.heading, column.needed ? formats_.needed : formats_.heading);
            if (!column.words.empty())
                must(worksheet_write_comment(paper, 0, at, column.words.c_str()));
            check(paper, at, column);
        }
        must(worksheet_set_row(paper, 0, 32, nullptr));
        worksheet_freeze_panes(paper, 1, 0);
        worksheet_set_landscape(paper);
        worksheet_fit_to_pages(paper, 1, 0);
        must(worksheet_repeat_rows(paper, 0, 0));
    }

    void check(lxw_worksheet* paper, lxw_col_t at, const BlankColumn& column) {
        lxw_data_validation rule{};
        std::string title = column.heading.substr(0, 32);
        std::string message;
        std::string formula;
        std::vector<std::string> texts = column.choices;
        std::vector<char*> choices;
        rule.ignore_blank = LXW_VALIDATION_ON;
        if (column.sort == Sort::choice) {
            message = "Choose one of the list.";
            formula = list_formula(column);
            if (formula.empty()) {
                for (std::string& choice : texts) choices.push_back(choice.data());
                choices.push_back(nullptr);
                rule.validate = LXW_VALIDATION_TYPE_LIST;
                rule.value_list = choices.data();
            } else {
                rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
                rule.value_formula = formula.data();
            }
        } else if (column.sort == Sort::number) {
            message = "A whole number, zero or more.";
            rule.validate = LXW_VALIDATION_TYPE_INTEGER;
            rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
            rule.value_number = 0;
        } else if (column.sort == Sort::date || column.sort == Sort::moment) {
            message = "A day, such as 2026-03-01.";
            rule.validate = LXW_VALIDATION_TYPE_DATE;
            rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            rule.minimum_datetime = {1950, 1, 1, 0, 0, 0};
            rule.maximum_datetime = {2099, 12, 31, 0, 0, 0};
        } else {
            return;
        }
        rule.error_title = title.data();
        rule.error_message = message.data();
        must(worksheet_data_validation_range(paper, 1, at, blank_rows, at, &rule));
    }

    // A cell's own list holds 255 characters; longer ones stand on a sheet of their own.
    std::string list_formula(const BlankColumn& column) {
        std::size_t characters = 0;
        for (const std::string& choice : column.choices) characters += choice.size() + 1;
        if (characters <= 255) return {};
        std::size_t at = 0;
        while (at < long_lists_.size() && long_lists_[at].choices != column.choices) ++at;
        if (at == long_lists_.size()) long_lists_.push_back(column);
        const std::string letter(1, static_cast<char>('A' + at));
        return std::string{"="} + lists_sheet + "!$" + letter + "$2:$" + letter + "$" +
               std::to_string(column.choices.size() + 1);
    }

    void draw_lists() {
        lxw_worksheet* paper = book_.add_sheet(lists_sheet);
        std::size_t longest = 0;
        for (const BlankColumn& list : long_lists_)
            longest = std::max(longest, list.choices.size());
        for (std::size_t row = 0; row <= longest; ++row)
            for (std::size_t i = 0; i < long_lists_.size(); ++i) {
                const BlankColumn& list = long_lists_[i];
                if (row > list.choices.size()) continue;
                text(paper, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i),
                     row == 0 ? lists_heading + list.heading : list.choices[row - 1],
                     row == 0 ? formats_.heading : formats_.as_text);
            }
        must(worksheet_set_column(paper, 0, 25, 34, nullptr));
    }

    const BlankBook& blank_;
    FlatBook book_;
    BlankFormats formats_;
    lxw_worksheet* instructions_ = nullptr;
    lxw_row_t next_ = 0;
    std::vector<BlankColumn> long_lists_;
};

}  // namespace

std::string draw_blank(const BlankBook& book) {
    return Blank{book}.draw();
}

}  // namespace muster::report
