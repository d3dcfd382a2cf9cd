// SPDX-License-Identifier: MIT
#include "muster/report/marked_up.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "muster/core/time.hpp"

using namespace muster;

namespace {

using Kind = files::Cell::Kind;

files::Cell cell(std::int64_t column, Kind kind, const std::string& text) {
    files::Cell made;
    made.column = column;
    made.kind = kind;
    made.text = text;
    made.format = "General";
    return made;
}

files::Cell formula(std::int64_t column, Kind kind, const std::string& text,
                    const std::string& code) {
    files::Cell made = cell(column, kind, text);
    made.has_formula = true;
    made.formula = code;
    return made;
}

files::Row row(std::int64_t number, std::vector<files::Cell> cells) {
    files::Row made;
    made.number = number;
    made.cells = std::move(cells);
    return made;
}

report::MarkedUp source_of(const std::vector<files::Row>& rows, std::vector<report::Mark> marks) {
    report::MarkedUp source;
    source.file_name = "register.xlsx";
    source.sheets = {"Arm's", "Notes"};
    source.looks["Arm's"].heading_row = 1;
    source.marks = std::move(marks);
    source.each_row = [rows](const auto& visit) {
        for (const files::Row& each : rows) visit("Arm's", each);
    };
    return source;
}

files::XlsxBook open(const std::string& bytes) {
    auto book = files::XlsxBook::open(bytes);
    REQUIRE(book.fault() == nullptr);
    return std::move(book).value();
}

std::vector<files::Row> rows_of(const files::XlsxBook& book, const std::string& name) {
    std::vector<files::Row> rows;
    for (const files::Sheet& sheet : book.sheets())
        if (sheet.name == name)
            book.read_rows(sheet, [&](const files::Row& each) { rows.push_back(each); });
    return rows;
}

std::string part_with(const files::XlsxBook& book, const std::string& name) {
    for (const std::string& part : book.parts())
        if (part.find(name) != std::string::npos) return book.read_part(part).value();
    return {};
}

}  // namespace

TEST_CASE("report: a marked-up copy keeps every value and its type") {
    files::Cell date = cell(3, Kind::date, "39904");
    date.format = "dd/mm/yyyy";
    date.moment = files::DayTime{*core::date_of("2013-04-01"), 0};  // counted from 1904
    const auto bytes = report::draw_marked_up(source_of(
        {row(1, {cell(0, Kind::text, "Serial")}),
         row(2, {cell(0, Kind::text, "0042"), cell(1, Kind::number, "1E05"),
                 cell(2, Kind::truth, "TRUE"), date, formula(4, Kind::number, "7", "3+4"),
                 cell(5, Kind::text, "=cmd|' /C calc'!A0"), cell(6, Kind::text, "_x0041_<&>")})},
        {}));
    const auto rows = rows_of(open(bytes), "Arm's");
    REQUIRE(rows.size() == 2);
    const auto& cells = rows.at(1).cells;
    REQUIRE(cells.size() == 7);
    CHECK(cells[0].kind == Kind::text);
    CHECK(cells[0].text == "0042");
    CHECK(cells[1].kind == Kind::number);
    CHECK(files::decimal_of(cells[1].text)->text() == "100000");
    CHECK(cells[2].kind == Kind::truth);
    CHECK(cells[3].kind == Kind::date);
    CHECK(cells[3].format == "dd/mm/yyyy");
    CHECK(core::text_of(cells[3].moment->day) == "2013-04-01");
    CHECK(cells[4].formula == "3+4");
    CHECK(cells[4].text == "7");
    CHECK(cells[5].text == "=cmd|' /C calc'!A0");
    CHECK_FALSE(cells[5].has_formula);
    CHECK(cells[6].text == "_x0041_<&>");
}

TEST_CASE("report: formulas that reach outside the workbook are copied as their results") {
    const auto bytes = report::draw_marked_up(source_of(
        {row(1, {formula(0, Kind::text, "calc", "cmd|'/C calc'!A0"),
                 formula(1, Kind::number, "3", "[1]Other!A1"),
                 formula(2, Kind::text, "a|b", "\"a|b\""), formula(3, Kind::empty, "", "1+1")})},
        {}));
    const auto rows = rows_of(open(bytes), "Arm's");
    const auto& cells = rows.at(0).cells;
    CHECK_FALSE(cells.at(0).has_formula);
    CHECK(cells.at(0).text == "calc");
    CHECK_FALSE(cells.at(1).has_formula);
    CHECK(cells.at(1).text == "3");
    CHECK(cells.at(2).has_formula);
    CHECK(cells.at(3).formula == "1+1");  // of a file that no spreadsheet has computed yet
}

TEST_CASE("report: every fault is a comment, a fill and a link, also where no cell stands") {
    const auto bytes = report::draw_marked_up(
        source_of({row(1, {cell(0, Kind::text, "Serial")}), row(3, {cell(0, Kind::text, "X1")})},
                  {{"Arm's", 2, "C", "serial_missing", "", "No serial. Type it."},
                   {"Arm's", 3, "A", "serial_look_alike", "X1", "Looks like row 2."},
                   {"Arm's", 3, "", "officer_unknown", "", "Row as a whole."},
                   {"Arm's", 9, "B", "date_impossible", "31/02", "No such day."},
                   {"Notes", 0, "", "column_missing", "", "No column Serial."}}));
    const auto book = open(bytes);
    const auto faults = rows_of(book, report::faults_sheet);
    REQUIRE(faults.size() >= 9);
    CHECK(faults.back().cells.at(4).text == "No column Serial.");
    const std::string comments = part_with(book, "comments1.xml");
    for (const char* cell : {"ref=\"C2\"", "ref=\"A3\"", "ref=\"B9\""})
        CHECK(comments.find(cell) != std::string::npos);
    CHECK(comments.find("Looks like row 2.") != std::string::npos);
    CHECK(comments.find("Row as a whole.") != std::string::npos);
    const std::string list = part_with(book, "worksheets/sheet1.xml");
    CHECK(list.find("'Arm''s'!C2") != std::string::npos);
    CHECK(list.find("'Arm''s'!A3") != std::string::npos);
    std::size_t copied = 0;
    for (const files::Row& each : rows_of(book, "Arm's")) copied += each.cells.size();
    CHECK(copied == 4);  // two texts, and two blanks that bear a mark
}

TEST_CASE("report: a copy keeps what people say by colours, by crossing out and by hiding") {
    files::Cell painted = cell(0, Kind::text, "X1");
    painted.look = {true, true, true, 0xFFFF00, 0xC00000};
    files::Cell blank = cell(1, Kind::empty, "");
    blank.look.fill = 0;
    files::Row hidden = row(3, {cell(0, Kind::text, "X2")});
    hidden.hidden = true;
    auto source =
        source_of({row(1, {cell(0, Kind::text, "Serial")}), row(2, {painted, blank}), hidden}, {});
    source.looks["Arm's"].hidden_columns = {{1, 2}};
    source.looks["Notes"].hidden = true;
    source.each_row = [rows = std::vector{source.each_row}](const auto& visit) {
        rows.front()(visit);
        visit("Arm's", row(4, {cell(2, Kind::text, "makes the sheet three wide")}));
    };
    const auto book = open(report::draw_marked_up(source));
    const auto rows = rows_of(book, "Arm's");
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].cells.at(0).look.fill.has_value());  // the headings have the copy's own
    CHECK(rows[1].cells.at(0).look == painted.look);
    CHECK(rows[1].cells.at(1).look.fill == 0u);
    CHECK_FALSE(rows[1].hidden);
    CHECK(rows[2].hidden);
    CHECK(book.sheets().at(2).hidden);
    const auto end = book.read_rows(book.sheets().at(1), [](const files::Row&) {});
    REQUIRE(end.hidden_ranges.size() == 2);
    CHECK(end.hidden_ranges[0].first == 1);
    CHECK(end.hidden_ranges[1].last == 2);
}

TEST_CASE("report: what is wrong is seen, hidden or not") {
    files::Row hidden = row(2, {cell(0, Kind::text, "X1")});
    hidden.hidden = true;
    auto source =
        source_of({hidden}, {{"Arm's", 2, "A", "serial_look_alike", "X1", "Looks alike."}});
    source.looks["Arm's"].hidden = true;
    source.looks["Arm's"].hidden_columns = {{0, 0}};
    const auto book = open(report::draw_marked_up(source));
    CHECK_FALSE(book.sheets().at(1).hidden);
    const auto end = book.read_rows(book.sheets().at(1),
                                    [](const files::Row& each) { CHECK_FALSE(each.hidden); });
    CHECK(end.hidden_ranges.empty());
}

TEST_CASE("report: a copy of a copy has one sheet of faults") {
    report::MarkedUp source = source_of({}, {});
    source.sheets = {report::faults_sheet, "Arm's"};
    source.looks[report::faults_sheet].is_older_list = true;
    const auto book = open(report::draw_marked_up(source));
    REQUIRE(book.sheets().size() == 2);
    CHECK(book.sheets().front().name == report::faults_sheet);
    // A force's own sheet of that name holds weapons.
    source.looks[report::faults_sheet].is_older_list = false;
    const auto both = open(report::draw_marked_up(source));
    REQUIRE(both.sheets().size() == 3);
    CHECK(both.sheets()[1].name == "Faults 2");
}

TEST_CASE("report: sheets keep their names where a workbook may have them") {
    report::MarkedUp source = source_of({}, {});
    source.sheets = {"a/very*long:name?of[a]sheet\\that.csv-goes-on", "'quoted'", ""};
    const auto book = open(report::draw_marked_up(source));
    REQUIRE(book.sheets().size() == 4);
    CHECK(book.sheets()[1].name == "a-very-long-name-of-a-sheet-tha");
    CHECK(book.sheets()[2].name == "quoted");
    CHECK(book.sheets()[3].name == "Sheet");
}

TEST_CASE("marked up: what is too much to list is counted below the list") {
    auto source =
        source_of({row(1, {cell(0, Kind::text, "Serial")}), row(2, {cell(0, Kind::number, "451")})},
                  {{"Arm's", 2, "A", "serial_is_number", "451", "Retype it."}});
    source.marks_left_out = 12;
    const auto rows = rows_of(open(report::draw_marked_up(source)), report::faults_sheet);
    CHECK(rows.back().cells.front().text.starts_with("12 further faults"));
}

TEST_CASE("marked up: the column of a serial that was lost to a number takes text from then on") {
    const auto source =
        source_of({row(1, {cell(0, Kind::text, "Serial"), cell(1, Kind::text, "Qty")}),
                   row(2, {cell(0, Kind::number, "451"), cell(1, Kind::number, "1")}),
                   row(3, {cell(0, Kind::text, "A1"), cell(1, Kind::number, "1")})},
                  {{"Arm's", 2, "A", "serial_is_number", "451", "Retype it."},
                   {"Arm's", 2, "B", "quantity_on_item", "1", "Take it out."}});
    const auto rows = rows_of(open(report::draw_marked_up(source)), "Arm's");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].cells.at(0).format == "@");
    CHECK(rows[2].cells.at(0).format == "@");
    CHECK(rows[1].cells.at(1).format == "General");
}
