// SPDX-License-Identifier: MIT
#include "copied_sheet.hpp"

#include <algorithm>
#include <charconv>

#include "book.hpp"
#include "colours.hpp"

namespace muster::report {
namespace {

constexpr std::int64_t epoch_1970 = 25'569;  ///< days since 1899-12-30, as Excel counts
constexpr double ms_of_day = 86'400'000.0;
constexpr std::size_t columns_fitted = 256;
constexpr int width_least = 9;
constexpr int width_most = 44;

double number_of(const std::string& literal) {
    double number = 0;
    std::from_chars(literal.data(), literal.data() + literal.size(), number);
    return number;
}

double number_of(const files::Cell& cell) {
    if (!cell.moment) return number_of(cell.text);
    return static_cast<double>(cell.moment->day.days + epoch_1970) +
           static_cast<double>(cell.moment->ms) / ms_of_day;
}

// libxlsxwriter takes 0 for "as it is"; its own constant for black is a bit above.
lxw_color_t colour_of(std::uint32_t rgb) {
    return rgb == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : static_cast<lxw_color_t>(rgb);
}

/// Excel holds 32,767 characters in a cell; a CSV file may hold more.
std::string fit_for_cell(const std::string& text) {
    constexpr std::size_t most = 32'000;
    if (text.size() <= most || width_of_text(text) <= static_cast<int>(most)) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

/// A copy must not start programs or fetch anything, whoever made its source: DDE (`cmd|…`), other
/// workbooks (`[…]`) and functions that call out. Texts in quotes do no harm.
bool reaches_outside(const std::string& formula) {
    std::string code;
    bool quoted = false;
    for (const char c : formula) {
        if (c == '"') quoted = !quoted;
        if (!quoted) code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    constexpr const char* calls[] = {"|",     "[",           "WEBSERVICE", "RTD(",
                                     "CALL(", "REGISTER.ID", "EXEC(",      "DDE("};
    return std::any_of(std::begin(calls), std::end(calls),
                       [&](const char* call) { return code.find(call) != std::string::npos; });
}

void write_formula(lxw_worksheet* paper, lxw_row_t row, lxw_col_t column, const files::Cell& cell,
                   lxw_format* look) {
    const std::string formula = "=" + cell.formula;
    const bool number =
        cell.kind == files::Cell::Kind::number || cell.kind == files::Cell::Kind::date;
    if (number)
        must(worksheet_write_formula_num(paper, row, column, formula.c_str(), look,
                                         number_of(cell)));
    else
        must(worksheet_write_formula_str(paper, row, column, formula.c_str(), look,
                                         fit_for_cell(cell.text).c_str()));
}

void write_value(lxw_worksheet* paper, lxw_row_t row, lxw_col_t column, const files::Cell& cell,
                 lxw_format* look) {
    switch (cell.kind) {
        case files::Cell::Kind::empty:
            return must(worksheet_write_blank(paper, row, column, look));
        case files::Cell::Kind::number:
        case files::Cell::Kind::date:
            return must(worksheet_write_number(paper, row, column, number_of(cell), look));
        case files::Cell::Kind::truth:
            return must(worksheet_write_boolean(paper, row, column, cell.text == "TRUE", look));
        case files::Cell::Kind::error:  // a formula that says nothing but the error
            return must(worksheet_write_formula_str(paper, row, column, ("=" + cell.text).c_str(),
                                                    look, cell.text.c_str()));
        case files::Cell::Kind::text:
            break;
    }
    if (cell.text.empty()) return must(worksheet_write_blank(paper, row, column, look));
    must(worksheet_write_string(paper, row, column, fit_for_cell(cell.text).c_str(), look));
}

bool overlap(const files::Merge& a, const files::Merge& b) {
    return a.first_row <= b.last_row && b.first_row <= a.last_row &&
           a.first_column <= b.last_column && b.first_column <= a.last_column;
}

bool is_about_identity(const std::string& code) {
    return code.starts_with("serial_") || code.starts_with("batch_") ||
           code.starts_with("collar_") || code.starts_with("tag_");
}

std::string comment_text(const std::vector<const Mark*>& marks) {
    constexpr std::size_t most = 4'000;
    std::string text;
    for (const Mark* mark : marks)
        if (text.size() + mark->words.size() < most)
            text += (text.empty() ? "" : "\n\n") + mark->code + "\n" + mark->words;
    return text;
}

}  // namespace

std::int64_t column_of_letters(const std::string& letters) {
    std::int64_t number = 0;
    for (const char c : letters) number = number * 26 + (c - 'A') + 1;
    return number - 1;
}

lxw_format* CopyFormats::of(const std::string& number_format, Role role,
                            const files::CellLook& look) {
    lxw_format*& made = made_[{number_format, role, look}];
    if (made != nullptr) return made;
    made = book_.format();
    if (!number_format.empty()) format_set_num_format(made, number_format.c_str());
    if (look.struck) format_set_font_strikeout(made);
    if (look.bold) format_set_bold(made);
    if (look.italic) format_set_italic(made);
    if (look.ink && role != Role::marked) format_set_font_color(made, colour_of(*look.ink));
    if (look.fill && role != Role::marked) format_set_bg_color(made, colour_of(*look.fill));
    if (role == Role::heading) {
        format_set_bold(made);
        if (!look.fill) format_set_bg_color(made, pale);
        format_set_text_wrap(made);
        format_set_bottom(made, LXW_BORDER_THIN);
        format_set_bottom_color(made, brass);
    }
    if (role == Role::marked) {
        format_set_bg_color(made, blush);
        format_set_border(made, LXW_BORDER_THIN);
        format_set_border_color(made, red);
    }
    return made;
}

CopiedSheet::CopiedSheet(CopyFormats& formats, lxw_worksheet* paper, MarksOfSheet marks,
                         SourceLook look)
    : formats_{formats}, paper_{paper}, marks_{std::move(marks)}, look_{std::move(look)} {
    for (const auto& [row, columns] : marks_)
        for (const auto& [column, here] : columns) {
            marked_columns_.insert(std::max<std::int64_t>(column, 0));
            for (const Mark* mark : here)
                if (column >= 0 && is_about_identity(mark->code)) text_columns_.insert(column);
        }
}

// Without a format libxlsxwriter only notes the range and writes no cell of it. Excel repairs a
// workbook whose ranges overlap, so a source that has such gives only the first of them.
void CopiedSheet::begin() {
    if (look_.hidden && marks_.empty()) worksheet_hide(paper_);
    constexpr std::size_t merges_max = 2'000;
    std::vector<files::Merge> taken;
    for (const files::Merge& each : look_.merges) {
        const bool several = each.first_row < each.last_row || each.first_column < each.last_column;
        const bool free = std::none_of(taken.begin(), taken.end(), [&](const files::Merge& other) {
            return overlap(each, other);
        });
        if (!several || !free || taken.size() == merges_max) continue;
        taken.push_back(each);
        must(worksheet_merge_range(paper_, static_cast<lxw_row_t>(each.first_row - 1),
                                   static_cast<lxw_col_t>(each.first_column),
                                   static_cast<lxw_row_t>(each.last_row - 1),
                                   static_cast<lxw_col_t>(each.last_column), "", nullptr));
    }
}

void CopiedSheet::row(const files::Row& row) {
    marked_blanks_above(row.number);
    auto marked = marks_.find(row.number);
    if (row.hidden && marked == marks_.end()) {
        lxw_row_col_options hidden{};
        hidden.hidden = LXW_TRUE;
        must(worksheet_set_row_opt(paper_, static_cast<lxw_row_t>(row.number - 1),
                                   LXW_DEF_ROW_HEIGHT, nullptr, &hidden));
    }
    std::map<std::int64_t, std::vector<const Mark*>> here;
    if (marked != marks_.end()) {
        here = std::move(marked->second);
        marks_.erase(marked);
    }
    // What is wrong with the row as a whole stands at its first cell.
    if (const auto whole = here.find(-1); whole != here.end()) {
        const std::int64_t first = row.cells.empty() ? 0 : row.cells.front().column;
        auto& there = here[first];
        there.insert(there.begin(), whole->second.begin(), whole->second.end());
        here.erase(-1);
    }
    for (const files::Cell& each : row.cells) {
        const auto at = here.find(each.column);
        cell(row.number, each, at != here.end() ? &at->second : nullptr);
        if (at != here.end()) here.erase(at);
    }
    for (const auto& [column, marks] : here) {
        files::Cell absent;
        absent.column = column;
        cell(row.number, absent, &marks);
    }
}

void CopiedSheet::marked_blanks_above(std::int64_t row) {
    while (!marks_.empty() && marks_.begin()->first < row) {
        files::Row absent;
        absent.number = marks_.begin()->first;
        this->row(absent);
    }
}

void CopiedSheet::cell(std::int64_t row, const files::Cell& cell,
                       const std::vector<const Mark*>* marks) {
    using Role = CopyFormats::Role;
    const bool says_nothing =
        !cell.has_formula && (cell.kind == files::Cell::Kind::empty ||
                              (cell.kind == files::Cell::Kind::text && cell.text.empty()));
    if (says_nothing && marks == nullptr && !cell.look.fill) return;
    const Role role = marks != nullptr           ? Role::marked
                      : row == look_.heading_row ? Role::heading
                                                 : Role::plain;
    lxw_format* format = formats_.of(number_format(cell, marks != nullptr), role, cell.look);
    const auto at = static_cast<lxw_row_t>(row - 1);
    const auto column = static_cast<lxw_col_t>(cell.column);
    if (cell.has_formula && !cell.formula.empty() && !reaches_outside(cell.formula))
        write_formula(paper_, at, column, cell, format);
    else
        write_value(paper_, at, column, cell, format);
    widen(row, cell);
    if (marks != nullptr) comment(row, cell.column, *marks);
}

// A serial that is typed into a marked cell must not become a number or a date again.
std::string CopiedSheet::number_format(const files::Cell& cell, bool marked) const {
    const bool is_date = cell.kind == files::Cell::Kind::date;
    if (is_date && (cell.format.empty() || cell.format == "General")) return "yyyy-mm-dd";
    const bool is_text = cell.kind == files::Cell::Kind::text || marked;
    return is_text && !is_date && text_columns_.contains(cell.column) ? "@" : cell.format;
}

void CopiedSheet::comment(std::int64_t row, std::int64_t column,
                          const std::vector<const Mark*>& marks) {
    const std::string text = comment_text(marks);
    constexpr int characters_a_line = 44;
    constexpr int line_pixels = 15;
    std::string author = "Muster";
    lxw_comment_options options{};
    options.author = author.data();
    options.width = 300;
    options.height =
        static_cast<std::uint16_t>(line_pixels * (3 + width_of_text(text) / characters_a_line +
                                                  std::count(text.begin(), text.end(), '\n')));
    options.visible = LXW_COMMENT_DISPLAY_HIDDEN;
    must(worksheet_write_comment_opt(paper_, static_cast<lxw_row_t>(row - 1),
                                     static_cast<lxw_col_t>(column), text.c_str(), &options));
}

bool CopiedSheet::is_hidden_column(std::int64_t column) const {
    if (marked_columns_.contains(column)) return false;
    return std::any_of(
        look_.hidden_columns.begin(), look_.hidden_columns.end(),
        [&](const auto& range) { return range.first <= column && column <= range.last; });
}

// Titles above the headings run over their neighbours and make no column wide.
void CopiedSheet::widen(std::int64_t row, const files::Cell& cell) {
    const auto column = static_cast<std::size_t>(cell.column);
    if (row < look_.heading_row || column >= columns_fitted) return;
    if (column >= widths_.size()) widths_.resize(column + 1, width_least);
    int width = cell.moment ? 12 : width_of_text(cell.text) + 3;
    if (row == look_.heading_row) width = std::min(width, 20);
    widths_[column] = std::max(widths_[column], std::min(width, width_most));
}

void CopiedSheet::finish() {
    if (!marks_.empty()) marked_blanks_above(marks_.rbegin()->first + 1);
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        lxw_row_col_options options{};
        options.hidden = is_hidden_column(column) ? LXW_TRUE : LXW_FALSE;
        lxw_format* format = text_columns_.contains(column)
                                 ? formats_.of("@", CopyFormats::Role::plain, {})
                                 : nullptr;
        must(worksheet_set_column_opt(paper_, column, column, widths_[i], format, &options));
    }
    if (look_.heading_row > 0)
        worksheet_freeze_panes(paper_, static_cast<lxw_row_t>(look_.heading_row), 0);
    worksheet_set_landscape(paper_);
    worksheet_fit_to_pages(paper_, 1, 0);
}

}  // namespace muster::report
