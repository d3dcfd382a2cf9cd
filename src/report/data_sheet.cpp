// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "book.hpp"
#include "flat_book.hpp"
#include "muster/report/workbook.hpp"

namespace muster::report {
namespace {

constexpr lxw_row_t header_index = header_row - 1;

/// Headers wrap, so a column need only be as wide as the longest word of its own.
int width_of_header(const std::string& name) {
    int longest = 0;
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        longest = std::max(longest, width_of_text(name.substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest + 4;
}

/// Draws the rows of one table and remembers how wide they came out.
class Drawing {
public:
    Drawing(const Book& book, lxw_worksheet* paper, const core::Sheet& sheet)
        : book_{book}, paper_{paper}, sheet_{sheet} {
        for (const core::SheetColumn& column : sheet.columns)
            widths_.push_back(width_of_header(column.name));
    }

    void row(const core::SheetRow& row) {
        const auto line = static_cast<lxw_row_t>(header_index + 1 + rows_++);
        for (std::size_t i = 0; i < row.size(); ++i) {
            cell(line, i, row[i]);
            widths_[i] =
                std::max(widths_[i], std::min(width_of_text(core::cell_text(row[i])) + 3, 46));
        }
        if (sheet_.id == core::SheetId::index) link_to(line, row);
    }
    std::int64_t rows() const { return rows_; }
    bool wraps() const {
        return std::any_of(sheet_.columns.begin(), sheet_.columns.end(),
                           [&](const core::SheetColumn& column) { return is_fixed(column); });
    }
    int width(std::size_t column) const {
        const auto fixed = book_.layout.widths.find(sheet_.columns[column].name);
        return fixed != book_.layout.widths.end() ? fixed->second : widths_[column];
    }
    lxw_format* format(std::size_t column) const {
        switch (sheet_.columns[column].type) {
            case core::SheetType::integer:
                return book_.formats.integer;
            case core::SheetType::date:
                return book_.formats.date;
            case core::SheetType::local_time:
                return book_.formats.local_time;
            case core::SheetType::text:
                break;
        }
        return is_fixed(sheet_.columns[column]) ? book_.formats.wrapped : book_.formats.text;
    }

private:
    bool is_fixed(const core::SheetColumn& column) const {
        return book_.layout.widths.count(column.name) != 0;
    }
    void cell(lxw_row_t line, std::size_t column, const core::SheetCell& cell) {
        const auto at = static_cast<lxw_col_t>(column);
        lxw_format* look = format(column);
        if (const auto* text = std::get_if<std::string>(&cell))
            return must(worksheet_write_string(paper_, line, at, text->c_str(), look));
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return must(
                worksheet_write_number(paper_, line, at, static_cast<double>(*number), look));
        if (const auto* date = std::get_if<core::Date>(&cell))
            return must(worksheet_write_number(paper_, line, at, serial(date->days, 0), look));
        if (const auto* instant = std::get_if<core::Instant>(&cell))
            return moment(line, at, *instant);
        must(worksheet_write_blank(paper_, line, at, look));
    }
    void moment(lxw_row_t line, lxw_col_t at, core::Instant instant) {
        constexpr std::int64_t minute = 60'000;
        const std::int64_t hour = core::is_uk_summer_time(instant) ? 60 : 0;
        const std::int64_t minutes = floor_of(instant.ms, minute) + hour;
        const std::int64_t day = floor_of(minutes, 1440);
        must(worksheet_write_number(paper_, line, at, serial(day, minutes - day * 1440),
                                    book_.formats.local_time));
    }
    static std::int64_t floor_of(std::int64_t value, std::int64_t unit) {
        return value / unit - (value % unit < 0 ? 1 : 0);
    }
    /// Days since 1899-12-30, as Excel counts.
    static double serial(std::int64_t days, std::int64_t minutes) {
        return static_cast<double>(days + 25'569) + static_cast<double>(minutes) / 1440.0;
    }
    void link_to(lxw_row_t line, const core::SheetRow& row) {
        const std::string target = "internal:'" + core::cell_text(row.at(1)) + "'!A1";
        must(worksheet_write_url(paper_, line, 1, target.c_str(), nullptr));
        must(worksheet_write_string(paper_, line, 1, core::cell_text(row.at(1)).c_str(),
                                    book_.formats.link));
    }

    const Book& book_;
    lxw_worksheet* paper_;
    const core::Sheet& sheet_;
    std::vector<int> widths_;
    std::int64_t rows_ = 0;
};

void draw_head(const Book& book, lxw_worksheet* paper, const core::Sheet& sheet) {
    const std::string title = sheet.ref + "  " + sheet.title;
    must(worksheet_set_row(paper, 0, 26, nullptr));
    must(worksheet_write_string(paper, 0, 0, title.c_str(), book.formats.title));
    must(worksheet_write_string(paper, 1, 0, sheet.description.c_str(), book.formats.description));
    must(worksheet_write_url(paper, 2, 0, "internal:'Index'!A1", nullptr));
    must(worksheet_write_string(paper, 2, 0, "Back to the index", book.formats.back));
    must(worksheet_set_row(paper, header_index, 32, nullptr));
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        must(worksheet_write_string(paper, header_index, static_cast<lxw_col_t>(i),
                                    sheet.columns[i].name.c_str(), book.formats.header));
}

/// A name of a Table may hold letters, digits and underscores.
std::string table_name(const core::Sheet& sheet) {
    std::string name = "tbl_" + sheet.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

void add_table(const Book& book, lxw_worksheet* paper, const core::Sheet& sheet,
               const Drawing& drawing) {
    const auto last_column = static_cast<lxw_col_t>(sheet.columns.size() - 1);
    // Excel wants one row at least below the header of a Table.
    const auto last_row =
        static_cast<lxw_row_t>(header_index + std::max<std::int64_t>(drawing.rows(), 1));
    if (book.flat) return must(worksheet_autofilter(paper, header_index, 0, last_row, last_column));
    std::vector<lxw_table_column> columns(sheet.columns.size());
    std::vector<lxw_table_column*> pointers;
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].header = names.emplace_back(sheet.columns[i].name).data();
        columns[i].header_format = book.formats.header;
        columns[i].format = drawing.format(i);
        pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    std::string name = table_name(sheet);
    lxw_table_options options{};
    options.name = name.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    must(worksheet_add_table(paper, header_index, 0, last_row, last_column, &options));
}

void alert(const Book& book, lxw_worksheet* paper, lxw_col_t column, lxw_row_t last,
           const std::string* word) {
    std::string quoted = word != nullptr ? "\"" + *word + "\"" : std::string{};
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.format = book.formats.alert;
    if (word != nullptr) {
        rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        rule.value_string = quoted.data();
    } else {
        rule.criteria = LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO;
        rule.value = 0;
    }
    must(worksheet_conditional_format_range(paper, header_index + 1, column, last, column, &rule));
}

void add_alerts(const Book& book, lxw_worksheet* paper, const core::Sheet& sheet,
                const Drawing& drawing) {
    if (drawing.rows() == 0) return;
    const auto last = static_cast<lxw_row_t>(header_index + drawing.rows());
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto [from, to] = book.layout.alerts.equal_range(sheet.columns[i].name);
        for (auto at = from; at != to; ++at)
            alert(book, paper, static_cast<lxw_col_t>(i), last, &at->second);
        if (book.layout.alerts_nonzero.count(sheet.columns[i].name) != 0)
            alert(book, paper, static_cast<lxw_col_t>(i), last, nullptr);
    }
}

}  // namespace

void draw_sheet(const Book& book, const core::Sheet& sheet) {
    lxw_worksheet* paper = workbook_add_worksheet(book.workbook, sheet.title.c_str());
    if (paper == nullptr) must(LXW_ERROR_MEMORY_MALLOC_FAILED);
    Drawing drawing{book, paper, sheet};
    // Rows of wrapped text find their own height.
    if (!drawing.wraps()) worksheet_set_default_row(paper, 17, LXW_FALSE);
    draw_head(book, paper, sheet);
    book.sheets.each_row(sheet.id, [&](const core::SheetRow& row) { drawing.row(row); });
    add_table(book, paper, sheet, drawing);
    add_alerts(book, paper, sheet, drawing);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        must(worksheet_set_column(paper, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                                  drawing.width(i), nullptr));
    worksheet_freeze_panes(paper, header_row, 1);
    worksheet_set_tab_color(paper, book.layout.tabs.at(sheet.ref.front()));
    set_up_page(book, paper, sheet.ref, true);
    must(worksheet_repeat_rows(paper, header_index, header_index));
}

}  // namespace muster::report
