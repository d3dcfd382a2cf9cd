// SPDX-License-Identifier: MIT
#include "check_form.hpp"

/// The workbook, cell by cell, against the sheets that the ledger makes.
namespace muster::pack {
namespace {

constexpr auto number = CheckNumber::workbook;
constexpr char workbook_file[] = "workbook.xlsx";
constexpr std::size_t faults_max = 10;

bool is_nothing(const files::Cell* cell) {
    return cell == nullptr || (cell->kind == files::Cell::Kind::empty && !cell->has_formula);
}

bool is_moment(const files::Cell& cell, core::Date day, std::int64_t ms) {
    return cell.kind == files::Cell::Kind::date && cell.moment &&
           *cell.moment == files::DayTime{day, ms};
}

/// A moment as a UK clock shows it, to the minute, like `core::cell_text`.
bool is_local_time(const files::Cell& cell, core::Instant instant) {
    constexpr std::int64_t minute = 60'000;
    constexpr std::int64_t day = 24 * 60 * minute;
    std::int64_t ms = instant.ms + (core::is_uk_summer_time(instant) ? 60 * minute : 0);
    ms -= ((ms % minute) + minute) % minute;
    const std::int64_t of_day = ((ms % day) + day) % day;
    return is_moment(cell, core::Date{(ms - of_day) / day}, of_day);
}

bool says(const files::Cell* cell, const core::SheetCell& expected) {
    if (std::holds_alternative<std::monostate>(expected)) return is_nothing(cell);
    if (cell == nullptr || cell->has_formula) return false;
    if (const auto* text = std::get_if<std::string>(&expected))
        return cell->kind == files::Cell::Kind::text && cell->text == *text;
    if (const auto* figure = std::get_if<std::int64_t>(&expected)) {
        const auto decimal = files::decimal_of(cell->text);
        return cell->kind == files::Cell::Kind::number && decimal &&
               decimal->whole_number() == *figure;
    }
    if (const auto* date = std::get_if<core::Date>(&expected)) return is_moment(*cell, *date, 0);
    return is_local_time(*cell, std::get<core::Instant>(expected));
}

/// Compares one sheet while it is read.
class Comparison {
public:
    Comparison(Examination& examination, const files::Sheet& sheet, const Grid& grid)
        : examination_{examination}, sheet_{sheet}, grid_{grid} {}

    void take(const files::Row& row) {
        while (next_ < row.number && next_ <= rows()) miss(next_++);
        next_ = row.number + 1;
        if (row.hidden) fault(row.number, 0, "the row is hidden");
        static const core::SheetRow nothing;
        const core::SheetRow& expected =
            row.number <= rows() ? grid_[static_cast<std::size_t>(row.number - 1)] : nothing;
        for (std::size_t c = 0; c < expected.size(); ++c)
            judge(row.number, static_cast<std::int64_t>(c), row.at(static_cast<std::int64_t>(c)),
                  expected[c]);
        for (const files::Cell& cell : row.cells)
            if (cell.column >= static_cast<std::int64_t>(expected.size()))
                judge(row.number, cell.column, &cell, {});
    }
    void finish() {
        while (next_ <= rows()) miss(next_++);
    }

private:
    std::int64_t rows() const { return static_cast<std::int64_t>(grid_.size()); }
    void miss(std::int64_t row) {
        for (const core::SheetCell& cell : grid_[static_cast<std::size_t>(row - 1)])
            if (!std::holds_alternative<std::monostate>(cell))
                return fault(row, 0, "the row is missing");
    }
    void judge(std::int64_t row, std::int64_t column, const files::Cell* cell,
               const core::SheetCell& expected) {
        if (says(cell, expected)) return;
        fault(row, column,
              "the workbook says " + in_quotes(cell == nullptr ? std::string{} : cell->text) +
                  (cell != nullptr && cell->has_formula ? " by a formula" : "") + ", the ledger " +
                  in_quotes(core::cell_text(expected)));
    }
    void fault(std::int64_t row, std::int64_t column, const std::string& words) {
        if (++faults_ > faults_max) return;
        examination_.fail(number,
                          "Sheet " + escaped(sheet_.name) + ", cell " +
                              files::column_letters(column) + std::to_string(row) + ": " + words +
                              ".",
                          workbook_file);
    }

    Examination& examination_;
    const files::Sheet& sheet_;
    const Grid& grid_;
    std::int64_t next_ = 1;
    std::size_t faults_ = 0;
};

void compare_sheet(Examination& examination, const files::XlsxBook& book, const files::Sheet& sheet,
                   const std::string& name, const Grid& grid) {
    if (sheet.name != name || sheet.hidden)
        return examination.fail(number,
                                "Where the sheet " + name + " should stand is " +
                                    in_quotes(sheet.name) + (sheet.hidden ? ", hidden." : "."),
                                workbook_file);
    Comparison comparison{examination, sheet, grid};
    const files::SheetEnd end =
        book.read_rows(sheet, [&](const files::Row& row) { comparison.take(row); });
    if (end.fault) return examination.fail(number, escaped(end.fault->words), workbook_file);
    comparison.finish();
    if (end.hidden_columns)
        examination.fail(number, "Sheet " + name + " has hidden columns.", workbook_file);
}

}  // namespace

void compare_workbook(Examination& examination, const core::PeriodSheets& sheets) {
    const std::string* bytes = examination.file(workbook_file);
    if (bytes == nullptr)
        return examination.fail(number, "The workbook is missing.", workbook_file);
    const auto opened = files::XlsxBook::open(*bytes, files::ZipCare::end_to_end);
    if (opened.fault() != nullptr)
        return examination.fail(number, escaped(opened.fault()->words), workbook_file);
    const files::XlsxBook& book = opened.value();
    FormCheck form{examination, book, sheets};
    const auto& expected = core::sheets();
    if (book.sheets().size() != expected.size() + 1)
        return examination.fail(number,
                                "It has " + std::to_string(book.sheets().size()) +
                                    " sheets and should have " +
                                    std::to_string(expected.size() + 1) + ".",
                                workbook_file);
    form.take(form_of_cover(sheets, form.is_flat()));
    compare_sheet(examination, book, book.sheets().front(), "Cover", cover_grid(sheets));
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Grid grid = sheet_grid(sheets, expected[i]);
        form.take(form_of_table(sheets, i, grid, form.is_flat()));
        compare_sheet(examination, book, book.sheets()[i + 1], expected[i].title, grid);
    }
    form.finish();
}

}  // namespace muster::pack
