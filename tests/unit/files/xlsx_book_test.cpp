// SPDX-License-Identifier: MIT
#include "muster/files/xlsx_book.hpp"

#include <doctest/doctest.h>

#include "muster/files/whole_file.hpp"
#include "xlsx_parts.hpp"

using namespace muster;
using files::Cell;
using files::XlsxBook;
using test_books::Book;

namespace {

const std::string fixtures = std::string{MUSTER_SOURCE_DIR} + "/tests/fixtures/";

/// All rows of the first sheet; the code of the fault goes to `code`.
std::vector<files::Row> rows_of(const std::string& bytes, std::string& code,
                                const files::XlsxLimits& limits = {}) {
    std::vector<files::Row> rows;
    const auto book = XlsxBook::open(bytes, files::ZipCare::foreign, limits);
    if (book.fault() != nullptr) {
        code = book.fault()->code;
        return rows;
    }
    for (const auto& sheet : book.value().sheets()) {
        const auto end =
            book.value().read_rows(sheet, [&](const files::Row& row) { rows.push_back(row); });
        if (end.fault) code = end.fault->code;
    }
    return rows;
}

std::string fault_of_rows(const std::string& rows) {
    Book book;
    book.rows = rows;
    std::string code;
    rows_of(book.bytes(), code);
    return code;
}

}  // namespace

TEST_CASE("files: every kind of cell of a workbook is read as what it is") {
    Book book;
    book.rows =
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
        "<c r=\"C2\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>"
        "<c r=\"D2\"><v>6.372932E6</v></c><c r=\"E2\" s=\"2\"><v>45717.5</v></c>"
        "<c r=\"F2\" t=\"b\"><v>1</v></c><c r=\"G2\" t=\"e\"><v>#REF!</v></c>"
        "<c r=\"AA2\" t=\"str\"><f>A2&amp;\"x\"</f><v>plainx</v></c><c r=\"AC2\" s=\"4\"/></row>";
    std::string code;
    const auto rows = rows_of(book.bytes(), code);
    CHECK(code.empty());
    REQUIRE(rows.size() == 1);
    const auto& row = rows[0];
    CHECK(row.number == 2);
    CHECK(row.at(0)->text == "plain");
    CHECK(row.at(1)->text == "rich ");
    CHECK(row.at(2)->text == "inline");
    CHECK(row.at(3)->kind == Cell::Kind::number);
    CHECK(row.at(3)->text == "6.372932E6");
    CHECK(row.at(4)->kind == Cell::Kind::date);
    CHECK(row.at(4)->format == "yyyy\\-mm\\-dd");
    CHECK(core::text_of(row.at(4)->moment->day) == "2025-03-01");
    CHECK(row.at(4)->moment->ms == 43'200'000);
    CHECK(row.at(5)->kind == Cell::Kind::truth);
    CHECK(row.at(5)->text == "TRUE");
    CHECK(row.at(6)->kind == Cell::Kind::error);
    CHECK(row.at(26)->has_formula);
    CHECK(row.at(26)->formula == "A2&\"x\"");
    CHECK(row.at(26)->text == "plainx");
    CHECK(row.at(27) == nullptr);
    CHECK(row.at(28)->kind == Cell::Kind::empty);
    CHECK(row.at(28)->format == "@");
}

TEST_CASE("files: a cell is shown as its fonts, fills and theme say") {
    Book book;
    book.styles =
        "<styleSheet><fonts><font/><font><b/><i val=\"0\"/><strike/><color indexed=\"10\"/></font>"
        "<font><color theme=\"1\"/></font></fonts><fills><fill><patternFill patternType=\"none\"/>"
        "</fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFF00\"/></patternFill>"
        "</fill><fill><patternFill patternType=\"gray125\"><fgColor rgb=\"FF000000\"/>"
        "</patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"nonsense\"/>"
        "</patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor theme=\"99\"/>"
        "</patternFill></fill></fills><cellXfs><xf/><xf fontId=\"1\" fillId=\"1\"/>"
        "<xf fontId=\"2\" fillId=\"2\"/><xf fontId=\"77\" fillId=\"3\"/><xf fillId=\"4\"/>"
        "</cellXfs></styleSheet>";
    book.rows = "<row><c s=\"0\"/><c s=\"1\"/><c s=\"2\"/><c s=\"3\"/><c s=\"4\"/></row>";
    std::string code;
    const auto rows = rows_of(book.bytes(), code);
    REQUIRE(rows.size() == 1);
    const auto look = [&](std::int64_t column) { return rows[0].at(column)->look; };
    CHECK(look(0) == files::CellLook{});
    CHECK(look(1) == files::CellLook{true, true, false, 0xFFFF00, 0xFF0000});
    // Neither a pattern nor what is no colour or is not there is a fill; here is no theme.
    for (const std::int64_t column : {2, 3, 4}) CHECK(look(column) == files::CellLook{});
}

TEST_CASE("files: a date is a date by its format, built in or written out") {
    Book book;
    book.rows =
        "<row><c s=\"0\"><v>45717</v></c><c s=\"1\"><v>45717</v></c><c s=\"3\"><v>45717</v></c>"
        "<c s=\"5\"><v>1.5</v></c><c s=\"1\"><v>60</v></c><c "
        "t=\"d\"><v>2025-03-01T00:00:00</v></c></row>"
        "<row><c><v>1</v></c></row>";
    std::string code;
    const auto rows = rows_of(book.bytes(), code);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].number == 2);
    CHECK(rows[0].cells[0].kind == Cell::Kind::number);
    CHECK(rows[0].cells[1].kind == Cell::Kind::date);
    CHECK(rows[0].cells[2].kind == Cell::Kind::number);
    CHECK(rows[0].cells[3].kind == Cell::Kind::date);
    CHECK(rows[0].cells[4].kind == Cell::Kind::date);
    CHECK_FALSE(rows[0].cells[4].moment.has_value());
    CHECK(core::text_of(rows[0].cells[5].moment->day) == "2025-03-01");
}

TEST_CASE("files: a workbook that counts from 1904, hidden sheets, rows and columns are seen") {
    Book book;
    book.workbook =
        "<workbook xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\">"
        "<workbookPr date1904=\"1\"/><sheets>"
        "<sheet name=\"&lt;S&gt;\" sheetId=\"1\" state=\"veryHidden\" "
        "r:id=\"rId1\"/></sheets></workbook>";
    book.before_rows = "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols>";
    book.rows = "<row hidden=\"1\"><c s=\"1\"><v>44255</v></c></row>";
    const auto opened = XlsxBook::open(book.bytes());
    REQUIRE(opened.fault() == nullptr);
    CHECK(opened.value().epoch() == files::Epoch::y1904);
    REQUIRE(opened.value().sheets().size() == 1);
    CHECK(opened.value().sheets()[0].name == "<S>");
    CHECK(opened.value().sheets()[0].hidden);
    CHECK(opened.value().parts().size() == 7);
    const auto end =
        opened.value().read_rows(opened.value().sheets()[0], [](const files::Row& row) {
            CHECK(row.hidden);
            CHECK(core::text_of(row.cells[0].moment->day) == "2025-03-01");
        });
    CHECK(end.hidden_columns);
    REQUIRE(end.hidden_ranges.size() == 1);
    CHECK(end.hidden_ranges[0].first == 0);
    CHECK(end.hidden_ranges[0].last == 1);
}

TEST_CASE("files: cells and rows that readers would disagree about are refused") {
    CHECK(fault_of_rows("<row r=\"2\"/><row r=\"2\"/>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row r=\"3\"/><row r=\"2\"/>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row r=\"0\"/>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row r=\"1048577\"/>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row r=\"1\"><c r=\"A2\"/></row>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row r=\"1\"><c r=\"ZZZ1\"/></row>") == "xlsx_too_large");
    CHECK(fault_of_rows("<row><c t=\"s\"><v>9</v></c></row>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row><c s=\"99\"><v>1</v></c></row>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row><c><v>1e</v></c></row>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row><c t=\"zz\"><v>1</v></c></row>") == "xlsx_not_readable");
    CHECK(fault_of_rows("<row><c t=\"str\"><v><![CDATA[\xc1\xb8]]></v></c></row>") ==
          "xml_not_readable");
    CHECK(fault_of_rows("<row><c><v>1</v></c></row>").empty());
}

TEST_CASE("files: a workbook with a document type or beyond a limit is refused") {
    Book book;
    book.strings = "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst><si><t>&a;</t></si></sst>";
    std::string code;
    rows_of(book.bytes(), code);
    CHECK(code == "xml_not_safe");
    Book wide;
    wide.rows = "<row><c/><c/><c/></row>";
    files::XlsxLimits limits;
    limits.cells_per_sheet = 2;
    code.clear();
    rows_of(wide.bytes(), code, limits);
    CHECK(code == "xlsx_too_large");
    limits = {};
    limits.shared_strings = 2;
    code.clear();
    rows_of(wide.bytes(), code, limits);
    CHECK(code == "xlsx_too_large");
}

TEST_CASE("files: a small workbook cannot ask for much memory by naming a long thing often") {
    std::string code;
    Book texts;  // every cell would copy the one long text
    texts.strings = "<sst><si><t>" + std::string(130'000, 'x') + "</t></si></sst>";
    texts.rows = "<row>";
    for (int i = 0; i < 200; ++i) texts.rows += "<c t=\"s\"><v>0</v></c>";
    texts.rows += "</row>";
    rows_of(texts.bytes(), code);
    CHECK(code == "xlsx_too_large");
    const auto refused = [&](Book book) {
        code.clear();
        rows_of(book.bytes(), code);
        return code == "xlsx_too_large";
    };
    Book formats;  // every style and cell would copy the one long format
    formats.styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"" +
                     std::string(5'000, '0') + "\"/></numFmts><cellXfs/></styleSheet>";
    CHECK(refused(formats));
    Book formula;
    formula.rows = "<row><c><f>" + std::string(140'000, '1') + "</f></c></row>";
    CHECK(refused(formula));
    Book name;  // every fault would copy the one long name
    name.workbook.replace(name.workbook.find("First"), 5, std::string(5'000, 'n'));
    CHECK(refused(name));
}

TEST_CASE("files: a sheet that is damaged in the ZIP ends in a fault, whatever rows came before") {
    Book book;
    for (int i = 0; i < 20'000; ++i)
        book.rows += "<row><c><v>" + std::to_string(i) + "</v></c></row>";
    std::string bytes = book.bytes();
    const auto at = bytes.find("xl/worksheets/sheet1.xml") + 20'000;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    std::string code;
    rows_of(bytes, code);
    CHECK_FALSE(code.empty());
}

TEST_CASE("files: other spreadsheet formats are told by name") {
    const std::string compound{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"};
    CHECK(XlsxBook::open(compound).fault()->code == "xlsx_old_format");
    std::string marker;
    for (const char c : std::string{"EncryptedPackage"}) marker += {c, '\0'};
    CHECK(XlsxBook::open(compound + marker).fault()->code == "xlsx_encrypted");
    files::ZipBuilder ods{core::Instant{0}};
    ods.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    CHECK(XlsxBook::open(ods.bytes()).fault()->code == "xlsx_other_format");
    files::ZipBuilder word{core::Instant{0}};
    word.add("word/document.xml", "<w/>");
    CHECK(XlsxBook::open(word.bytes()).fault()->code == "xlsx_not_readable");
    CHECK(XlsxBook::open("a,b,c").fault()->code == "xlsx_not_readable");
    CHECK(XlsxBook::open("").fault()->code == "xlsx_not_readable");
}

TEST_CASE("files: the sample register is read sheet by sheet") {
    const auto book = XlsxBook::open_file(fixtures + "register.xlsx");
    REQUIRE(book.fault() == nullptr);
    REQUIRE(book.value().sheets().size() == 3);
    CHECK(book.value().sheets()[2].name == "AFOs");
    std::int64_t last = 0;
    const auto end = book.value().read_rows(book.value().sheets()[0], [&](const files::Row& row) {
        last = row.number;
        if (row.number == 204) CHECK(row.at(1)->formula == "COUNTA(E4:E202)");
        if (row.number == 135) CHECK(row.at(4)->kind == Cell::Kind::number);
    });
    CHECK_FALSE(end.fault.has_value());
    CHECK(last == 204);
}

TEST_CASE(
    "files: a workbook cut off or scratched anywhere ends in a fault or in cells, never worse") {
    const std::string whole = files::read_file(fixtures + "register.xlsx");
    std::int64_t faults = 0;
    for (std::size_t at = 0; at < whole.size(); at += 97) {
        CHECK(XlsxBook::open(whole.substr(0, at)).fault() != nullptr);
        std::string scratched = whole;
        scratched[at] = static_cast<char>(~scratched[at]);
        std::string code;
        rows_of(scratched, code);
        if (!code.empty()) ++faults;
    }
    CHECK(faults > 50);
}

TEST_CASE("files: columns have the letters of a spreadsheet") {
    CHECK(files::column_letters(0) == "A");
    CHECK(files::column_letters(25) == "Z");
    CHECK(files::column_letters(26) == "AA");
    CHECK(files::column_letters(701) == "ZZ");
    CHECK(files::column_letters(702) == "AAA");
    CHECK(files::column_letters(16'383) == "XFD");
}

TEST_CASE("files: merged ranges are found behind the rows, wherever the pieces of the part end") {
    Book book;
    for (int row = 1; row < 4'000; ++row)
        book.rows += "<row r=\"" + std::to_string(row) +
                     "\"><c t=\"inlineStr\"><is><t>mergeCell ref=\"A1:B2\" m</t></is></c></row>";
    book.rows +=
        "</sheetData><mergeCells count=\"9\"><mergeCell ref=\"A1:B2\"/>"
        "<x:mergeCell xmlns:x=\"n\" ref='C3:C9'/><mergeCell ref=\"B2:A1\"/>"
        "<mergeCell ref=\"nonsense\"/><mergeCell ref=\"D4\"/></mergeCells><sheetData>";
    for (std::size_t blanks = 0; blanks < 30; ++blanks) {
        book.before_rows = std::string(blanks, ' ');
        const auto opened = XlsxBook::open(book.bytes());
        REQUIRE(opened.fault() == nullptr);
        const auto merges = opened.value().merges(opened.value().sheets()[0]);
        REQUIRE(merges.fault() == nullptr);
        REQUIRE(merges.value().size() == 3);
        CHECK(merges.value()[0] == files::Merge{1, 2, 0, 1});
        CHECK(merges.value()[1] == files::Merge{3, 9, 2, 2});
        CHECK(merges.value()[2] == files::Merge{4, 4, 3, 3});
    }
}

TEST_CASE("files: the walk over a sheet ends where its visitor says, and throws what it throws") {
    Book book;
    for (int row = 0; row < 50'000; ++row) book.rows += "<row><c><v>1</v></c></row>";
    const auto opened = XlsxBook::open(book.bytes());
    REQUIRE(opened.fault() == nullptr);
    const auto& sheet = opened.value().sheets()[0];
    CHECK(sheet.bytes > 1'000'000);
    std::int64_t seen = 0;
    std::int64_t read = 0;
    const auto end = opened.value().walk_rows(
        sheet,
        [&](const files::Row&) { return ++seen == 5 ? files::Walk::stop : files::Walk::go_on; },
        [&](std::int64_t bytes) { read = bytes; });
    CHECK_FALSE(end.fault.has_value());
    CHECK(seen == 5);
    CHECK(read < sheet.bytes / 2);
    const auto throwing = [](const files::Row&) -> files::Walk { throw std::length_error{"no"}; };
    CHECK_THROWS_AS(opened.value().walk_rows(sheet, throwing), std::length_error);
}

TEST_CASE("files: what a small workbook would blow up to is refused before it has") {
    const std::string text(130'000, 'x');
    Book copies;
    copies.strings = "<sst><si><t>" + text + "</t></si></sst>";
    for (int i = 0; i < 200; ++i) copies.rows += "<c t=\"s\"><v>0</v></c>";
    copies.rows = "<row>" + copies.rows + "</row>";
    std::string code;
    rows_of(copies.bytes(), code);
    CHECK(code == "xlsx_too_large");
    const std::string few = "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c>";
    copies.rows = "<row>" + few + "</row><row>" + few + "</row>";
    code.clear();
    CHECK(rows_of(copies.bytes(), code).size() == 2);
    CHECK(code.empty());
    CHECK(fault_of_rows("<row><c><f>" + text + "y" + text + "</f></c></row>") == "xlsx_too_large");
    CHECK(fault_of_rows("<row><c t=\"str\"><v>" + text + "<![CDATA[" + text +
                        "]]></v></c></row>") == "xlsx_too_large");
    Book format;
    format.styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"" +
                    std::string(1'021, '0') + "\"/></numFmts></styleSheet>";
    code.clear();
    rows_of(format.bytes(), code);
    CHECK(code == "xlsx_too_large");
    Book name;
    name.workbook.replace(name.workbook.find("First"), 5, std::string(1'021, 'n'));
    CHECK(XlsxBook::open(name.bytes()).fault()->code == "xlsx_too_large");
}
