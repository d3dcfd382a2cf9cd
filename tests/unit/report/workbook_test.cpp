// SPDX-License-Identifier: MIT
#include "muster/report/workbook.hpp"

#include <doctest/doctest.h>

#include "muster/files/xlsx_book.hpp"
#include "report/layout.hpp"
#include "support/stocked_armoury.hpp"

using namespace muster;
using namespace muster::testing;

namespace {

core::PeriodSheets sheets_of(const StockedArmoury& armoury, const core::MemoryFacts& opening,
                             const std::string& program = "muster 0.0.0") {
    core::PeriodSource source;
    source.pack = "muster-pack-x";
    source.label = "2025-26";
    source.last = armoury.entries.back().number;
    source.closed_at = at("2026-07-01T22:30:00.000Z");
    source.program = program;
    source.prepared_by = "Morgan & Example";
    source.prepared_at = source.closed_at;
    source.classification = "OFFICIAL-SENSITIVE";
    source.opening = &opening;
    source.closing = &armoury.facts;
    source.each_entry = [&armoury](const std::function<void(const core::Entry&)>& visit) {
        for (const core::Entry& entry : armoury.entries) visit(entry);
    };
    return core::PeriodSheets{std::move(source)};
}

/// The cells of one row of one sheet.
std::vector<files::Cell> row_of(const std::string& bytes, const std::string& title,
                                std::int64_t number) {
    const auto book = files::XlsxBook::open(bytes);
    std::vector<files::Cell> cells;
    for (const files::Sheet& sheet : book.value().sheets())
        if (sheet.name == title)
            book.value().read_rows(sheet, [&](const files::Row& row) {
                if (row.number == number) cells = row.cells;
            });
    return cells;
}

}  // namespace

TEST_CASE("report: a cover and every sheet, in the order of the references") {
    const StockedArmoury armoury;
    const core::MemoryFacts opening;
    const std::string bytes = report::draw_workbook(sheets_of(armoury, opening));
    const auto book = files::XlsxBook::open(bytes);
    REQUIRE(book.fault() == nullptr);
    std::vector<std::string> names;
    for (const files::Sheet& sheet : book.value().sheets()) {
        CHECK(!sheet.hidden);
        names.push_back(sheet.name);
    }
    std::vector<std::string> expected{"Cover"};
    for (const core::Sheet& sheet : core::sheets()) expected.push_back(sheet.title);
    CHECK(names == expected);
    CHECK(row_of(bytes, "Register", 1).at(0).text == "C1  Register");
    CHECK(row_of(bytes, "Register", report::header_row).at(2).text == "Serial");
}

TEST_CASE("report: the same sheets give the same bytes") {
    const StockedArmoury armoury;
    const core::MemoryFacts opening;
    const auto sheets = sheets_of(armoury, opening);
    CHECK(report::draw_workbook(sheets) == report::draw_workbook(sheets));
    CHECK(report::draw_workbook(sheets) !=
          report::draw_workbook(sheets_of(armoury, opening, "other")));
}

TEST_CASE("report: a text that looks like a formula, a number or markup stays that text") {
    StockedArmoury armoury;
    armoury.add_item(armoury.pistol, "=1+1", "0042");
    armoury.add_item(armoury.pistol, "1E5", "<b>&amp;_x0041_");
    const core::MemoryFacts opening;
    const std::string bytes = report::draw_workbook(sheets_of(armoury, opening));
    const std::int64_t first = report::header_row + 5;
    const auto formula = row_of(bytes, "Register", first);
    CHECK(formula.at(2).kind == files::Cell::Kind::text);
    CHECK(formula.at(2).text == "=1+1");
    CHECK(!formula.at(2).has_formula);
    CHECK(formula.at(1).text == "0042");
    CHECK(formula.at(1).format == "@");
    const auto number = row_of(bytes, "Register", first + 1);
    CHECK(number.at(2).text == "1E5");
    CHECK(number.at(1).text == "<b>&amp;_x0041_");
}

TEST_CASE("report: moments are Excel dates on a UK clock, winter and summer") {
    StockedArmoury armoury;
    armoury.now = at("2026-03-29T00:59:59.999Z");  // a second before summer time
    armoury.apply_all("u-ann", armoury.issue({armoury.pistol_1}));
    armoury.now = at("2026-03-29T23:30:00.000Z");  // half past midnight, the next day
    armoury.apply_all("u-ann", armoury.giving_back({armoury.pistol_1}));
    const core::MemoryFacts opening;
    const std::string bytes = report::draw_workbook(sheets_of(armoury, opening));
    const std::int64_t lines = sheets_of(armoury, opening).total(core::SheetId::movements).rows;
    const auto issue = row_of(bytes, "Movements", report::header_row + lines - 1);
    const auto giving_back = row_of(bytes, "Movements", report::header_row + lines);
    CHECK(issue.at(4).moment == files::DayTime{day("2026-03-29"), 59 * 60'000});
    CHECK(issue.at(5).text == "2026-03-29T00:59:59.999Z");
    CHECK(giving_back.at(4).moment == files::DayTime{day("2026-03-30"), 30 * 60'000});
}

TEST_CASE("report: a layout line that is not understood is said, not skipped") {
    CHECK_THROWS_AS(report::read_layout("tab A 12345"), std::logic_error);
    CHECK_THROWS_AS(report::read_layout("colour A 123456"), std::logic_error);
    const auto layout = report::read_layout("# words\nalert Location%20status missing\n");
    CHECK(layout.alerts.find("Location status")->second == "missing");
}

TEST_CASE("report: every width, alert and tab of the layout is one of a sheet that there is") {
    std::set<std::string> columns;
    std::set<char> letters{'A'};
    for (const core::Sheet& sheet : core::sheets()) {
        letters.insert(sheet.ref.front());
        for (const core::SheetColumn& column : sheet.columns) columns.insert(column.name);
    }
    const report::Layout& layout = report::workbook_layout();
    for (const auto& [name, width] : layout.widths) CHECK_MESSAGE(columns.count(name) == 1, name);
    for (const auto& [name, word] : layout.alerts) CHECK_MESSAGE(columns.count(name) == 1, name);
    for (const auto& name : layout.alerts_nonzero) CHECK_MESSAGE(columns.count(name) == 1, name);
    for (const char letter : letters) CHECK_MESSAGE(layout.tabs.count(letter) == 1, letter);
}
