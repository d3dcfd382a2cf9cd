// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "golden/spoiled_pack.hpp"
#include "muster/report/workbook.hpp"

using namespace muster;
using namespace muster::testing;

namespace {

/// The sheet of the register in the sample's workbook, and its table.
constexpr char cover[] = "xl/worksheets/sheet1.xml";
constexpr char index_sheet[] = "xl/worksheets/sheet2.xml";
constexpr char register_sheet[] = "xl/worksheets/sheet3.xml";
constexpr char batches[] = "xl/worksheets/sheet4.xml";
constexpr char table[] = "xl/tables/table2.xml";
constexpr char styles[] = "xl/styles.xml";
constexpr char texts[] = "xl/sharedStrings.xml";
constexpr char book[] = "xl/workbook.xml";
constexpr char theme[] = "xl/theme/theme1.xml";
constexpr char properties[] = "docProps/core.xml";

/// A way to make a workbook show otherwise than its cells say: a part, and what is written into it.
struct Trick {
    const char* name;
    const char* part;
    std::string from;
    std::string to;
    std::string after = {};  ///< `from` is looked for behind it
    bool everywhere = false;
};

/// How a sheet lays its rows and columns out.
std::vector<Trick> tricks_of_rows() {
    const std::string rows_end = "</sheetData>";
    return {
        {"a merge over the whole sheet", register_sheet, rows_end,
         rows_end + R"(<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>)"},
        {"a merge of B5:B40", register_sheet, rows_end,
         rows_end + R"(<mergeCells count="1"><mergeCell ref="B5:B40"/></mergeCells>)"},
        {"a row of no height", register_sheet, R"(ht="17")", R"(ht="0")", R"(<row r="5")"},
        {"a row of a tenth of a point", register_sheet, R"(ht="17")", R"(ht="0.1")",
         R"(<row r="5")"},
        {"a header row of no height", register_sheet, R"(ht="32")", R"(ht="0")", R"(<row r="4")"},
        {"a hidden row", register_sheet, R"(customHeight="1")", R"(customHeight="1" hidden="1")",
         R"(<row r="5")"},
        {"a folded row", register_sheet, R"(customHeight="1")",
         R"(customHeight="1" outlineLevel="1")", R"(<row r="5")"},
        {"a column of no width", register_sheet, R"(width=")", R"(width="0.)", R"(<col min="2")"},
        {"a column too narrow for what is in it", register_sheet, R"(width="1)", R"(width=")",
         R"(<col min="3")"},
        {"a hidden column", register_sheet, R"(<col min="2")", R"(<col hidden="1" min="2")"},
        {"a column style", register_sheet, R"(<col min="2")", R"(<col style="2" min="2")"},
        {"rows hidden by default", register_sheet, "<sheetFormatPr ",
         R"(<sheetFormatPr zeroHeight="1" )"},
        {"a tiny default height", register_sheet, R"(defaultRowHeight="17")",
         R"(defaultRowHeight="0.1")"},
        {"a tiny default height where rows find their own", index_sheet, R"(defaultRowHeight="15")",
         R"(customHeight="1" defaultRowHeight="0.1")"},
        {"a figure's cell that has the look of a text", batches, R"(<v>999</v>)", R"(<v>999</v>)"},
        {"a filter of the sheet's own", register_sheet, rows_end,
         rows_end + R"(<autoFilter ref="A4:Q5"><filterColumn colId="0"><filters blank="1"/>)"
                    R"(</filterColumn></autoFilter>)"},
        {"zeros not shown", register_sheet, "<sheetView ", R"(<sheetView showZeros="0" )"},
        {"formulas in place of results", register_sheet, "<sheetView ",
         R"(<sheetView showFormulas="1" )"},
        {"a view from far away", register_sheet, "<sheetView ", R"(<sheetView zoomScale="10" )"},
        {"a view that begins below", register_sheet, R"(topLeftCell="B5")",
         R"(topLeftCell="Z500")"},
        {"panes that freeze the rows away", register_sheet, R"(ySplit="4")", R"(ySplit="400")"},
    };
}

/// What stands on a sheet beside its cells.
std::vector<Trick> tricks_on_sheets() {
    const std::string rows_end = "</sheetData>";
    const std::string behind_rows = rows_end + "<conditionalFormatting";
    return {
        {"a conditional format more", register_sheet, behind_rows,
         rows_end + R"(<conditionalFormatting sqref="A5:Q40"><cfRule type="cellIs" dxfId="0" )"
                    R"(priority="9" operator="notEqual"><formula>0</formula></cfRule>)"
                    R"(</conditionalFormatting><conditionalFormatting)"},
        {"an alert that marks another word", register_sheet, "missing", "in_store"},
        {"a link to another place", index_sheet, R"(location="'Register'!A1")",
         R"(location="'Batches'!A1")"},
        {"a link more", register_sheet, "<hyperlinks>",
         R"(<hyperlinks><hyperlink ref="A5" location="'Cover'!A1" display="x"/>)"},
        {"a link with words of its own", register_sheet, "<hyperlink ",
         R"(<hyperlink tooltip="All was counted." )"},
        {"a prompt", register_sheet, "<hyperlinks>",
         R"(<dataValidations count="1"><dataValidation allowBlank="1" showInputMessage="1" )"
         R"(promptTitle="Checked" prompt="by the auditor" sqref="A5:Q40"/></dataValidations>)"
         R"(<hyperlinks>)"},
        {"PRACTICE - taken out of a page header", register_sheet, "PRACTICE - ", ""},
        {"PRACTICE - taken out of the cover's page header", cover, "PRACTICE - ", ""},
        {"another classification in a page header", register_sheet, "OFFICIAL-SENSITIVE",
         "OFFICIAL"},
        {"another pack in a page footer", register_sheet, "&amp;L&amp;8muster-pack",
         "&amp;L&amp;8my-pack"},
        {"a picture of a page", register_sheet, "<tableParts",
         R"(<legacyDrawing r:id="rId2"/><tableParts)"},
        {"a protected sheet", register_sheet, rows_end,
         rows_end + R"(<sheetProtection sheet="1"/>)"},
        {"another paper", register_sheet, R"(fitToHeight="0")", R"(fitToHeight="1" scale="10")"},
        {"page breaks", register_sheet, "<tableParts", "<rowBreaks count=\"0\"/><tableParts"},
        {"an extension", register_sheet, "</worksheet>", "<extLst/></worksheet>"},
        {"a comment in a part", register_sheet, rows_end, "<!-- seen -->" + rows_end},
        {"a stray text between rows", register_sheet, rows_end, "All was counted." + rows_end},
        {"a row more", register_sheet, rows_end, R"(<row r="9999"/>)" + rows_end},
    };
}

/// Looks, texts, tables and the book itself.
std::vector<Trick> tricks_of_the_book() {
    return {
        {"white figures and texts", styles, R"(<color theme="1"/>)", R"(<color rgb="FFFFFFFF"/>)",
         "Arial", true},
        {"all fonts white", styles, "FF1F3044", "FFFFFFFF", "", true},
        {"a white theme", theme, R"(lastClr="000000")", R"(lastClr="FFFFFF")"},
        {"a fill as dark as the text", styles, R"(patternType="none")", R"(patternType="solid")"},
        {"a font of one point", styles, R"(<sz val="10"/>)", R"(<sz val="1"/>)"},
        {"a font that is struck out", styles, "<font><sz", "<font><strike/><sz", "Courier"},
        {"a protected and hidden style", styles, R"(<alignment vertical="center"/>)",
         R"(<alignment vertical="center"/><protection hidden="1"/>)"},
        {"text turned out of sight", styles, R"(<alignment vertical="center"/>)",
         R"(<alignment vertical="center" textRotation="90"/>)"},
        {"a number format that shows any figure as 7", styles, R"(formatCode="#,##0")",
         R"(formatCode="&quot;7&quot;")"},
        {"a number format that shows nothing", styles, R"(formatCode="#,##0")",
         R"(formatCode=";;;")"},
        {"a second meaning of a number format", styles, "<numFmts",
         R"(<numFmts count="1"><numFmt numFmtId="165" formatCode="@"/></numFmts><numFmts)"},
        {"a hidden window", book, "<workbookView ", R"(<workbookView visibility="hidden" )"},
        {"a window without tabs", book, "<workbookView ", R"(<workbookView showSheetTabs="0" )"},
        {"a very hidden sheet", book, R"(<sheet name="Overrides")",
         R"(<sheet state="veryHidden" name="Overrides")"},
        {"a hidden name", book, "</definedNames>",
         R"(<definedName name="x" hidden="1">Register!$A$5</definedName></definedNames>)"},
        {"a print area that leaves rows out", book, "<definedNames>",
         R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">)"
         R"(Register!$A$1:$B$4</definedName>)"},
        {"print titles of another row", book, "Register!$4:$4", "Register!$5:$5"},
        {"dates that count from 1904", book, "<workbookPr ", R"(<workbookPr date1904="1" )"},
        {"a filter that hides", table, R"(<autoFilter)",
         R"(<autoFilter><filterColumn colId="0"><filters blank="1"/></filterColumn></autoFilter>)"
         R"(<autoFilter)"},
        {"a table cut short", table, R"(ref="A4:Q)", R"(ref="A4:P)", "", true},
        {"a table without its last rows", table, R"(totalsRowShown="0")",
         R"(totalsRowCount="1" totalsRowShown="0")"},
        {"a table's column of another name", table, R"(name="Serial")", R"(name="Tag no.")"},
        {"alerts that are white", styles, "<dxf><font><b/><color rgb=\"FFA3261B\"/>",
         "<dxf><font><b/><color rgb=\"FFFFFFFF\"/>"},
        {"an instruction in a part", book, "<sheets>", "<?note seen?><sheets>"},
        {"a text in several pieces", texts, "<si><t>",
         "<si><r><t>All was counted. </t></r></si><si><t>"},
        {"a phonetic hint", texts, "</t></si>", R"(</t><rPh sb="0" eb="1"><t>x</t></rPh></si>)"},
        {"a text that no cell shows", texts, "</sst>", "<si><t>All was counted.</t></si></sst>"},
        {"another author", properties, "Morgan Example", "Robin Example"},
        {"a property more", properties, "</cp:coreProperties>",
         "<cp:keywords>audited</cp:keywords></cp:coreProperties>"},
    };
}

std::vector<Trick> tricks() {
    std::vector<Trick> all = tricks_of_rows();
    for (const auto& more : {tricks_on_sheets(), tricks_of_the_book()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

void play(const Trick& trick, std::string& xml) {
    if (trick.name == std::string{"a figure's cell that has the look of a text"}) {
        // The style of the cell before it, which is a text's or a date's.
        const auto cell = xml.rfind("<c ", xml.find("<v>999</v>"));
        const auto style = xml.find(" s=\"", cell) + 4;
        const auto header = xml.find(" s=\"", xml.find("<row r=\"4\"")) + 4;
        xml.replace(style, xml.find('"', style) - style,
                    xml.substr(header, xml.find('"', header) - header));
        return;
    }
    replace(xml, trick.from, trick.to, trick.after);
    for (auto at = xml.find(trick.from); trick.everywhere && at != std::string::npos;
         at = xml.find(trick.from))
        xml.replace(at, trick.from.size(), trick.to);
    if (trick.part == texts) {
        // A forger would count again.
        std::size_t count = 0;
        for (auto at = xml.find("<si>"); at != std::string::npos; at = xml.find("<si>", at + 1))
            ++count;
        const auto begin = xml.find("uniqueCount=\"") + 13;
        xml.replace(begin, xml.find('"', begin) - begin, std::to_string(count));
    }
}

void check_tricks(const std::string& good, const pack::VerifyOptions& options) {
    const auto sound = files_of(good);
    for (const Trick& trick : tricks()) {
        auto files = sound;
        files["workbook.xlsx"] = with_part(sound.at("workbook.xlsx"), trick.part,
                                           [&](std::string& xml) { play(trick, xml); });
        const auto verdict =
            pack::verify(bytes_of(signed_again(files, golden().keys.preparer)), options);
        INFO(trick.name << "\n" << told(verdict));
        CHECK(verdict.exit_code == 1);
        CHECK(failed(verdict) == std::set<int>{13});
        CHECK(names(verdict, "workbook.xlsx"));
    }
}

pack::Verdict verdict_of_flat(const std::function<std::string(const std::string&)>& spoil) {
    const Folder folder;
    auto input = golden().ledger.input(golden().ledger.first());
    input.draw_workbook = [&](const core::PeriodSheets& sheets) {
        return spoil(report::draw_workbook_flat_above(0, sheets));
    };
    const auto built = pack::build_pack(input, folder.path(), golden().keys.preparer);
    return pack::verify_file(built.path, golden().trusting());
}

}  // namespace

TEST_CASE("golden: nothing that shows a workbook otherwise than it is goes unnoticed") {
    check_tricks(golden().first, golden().trusting());
}

TEST_CASE("golden: nor does it in the workbook of a second period") {
    auto options = golden().trusting();
    options.against = golden().first;
    check_tricks(golden().second, options);
}

TEST_CASE("golden: a fault of the workbook's form names the part and says what it is") {
    auto files = files_of(golden().first);
    files["workbook.xlsx"] = with_part(files["workbook.xlsx"], book, [](std::string& xml) {
        replace(xml, "<workbookView ", R"(<workbookView visibility="hidden" )");
    });
    const auto verdict =
        pack::verify(bytes_of(signed_again(files, golden().keys.preparer)), golden().trusting());
    const std::string all = told(verdict);
    CHECK(all.find("Its part \"xl/workbook.xml\": <workbookView> says visibility=\"hidden\", which "
                   "does not belong.") != std::string::npos);
}

TEST_CASE("golden: a part too many or too few is a fault of the workbook") {
    const auto sound = files_of(golden().first);
    const auto verdict_with = [&](const std::string& workbook) {
        auto files = sound;
        files["workbook.xlsx"] = workbook;
        return failed(pack::verify(bytes_of(signed_again(files, golden().keys.preparer)),
                                   golden().trusting()));
    };
    const std::string& workbook = sound.at("workbook.xlsx");
    const auto nothing = [](std::string& xml) { xml = "<x/>"; };
    for (const char* part : {"xl/calcChain.xml", "xl/comments1.xml", "docProps/custom.xml",
                             "xl/worksheets/sheet99.xml", "xl/tables/table99.xml",
                             "xl/worksheets/_rels/sheet1.xml.rels", "customXml/item1.xml"}) {
        INFO(part);
        CHECK(verdict_with(with_part(workbook, part, nothing)) == std::set<int>{13});
    }
    CHECK(verdict_with(workbook + "note") == std::set<int>{13});
    CHECK(verdict_with("note" + workbook) == std::set<int>{13});
}

TEST_CASE("golden: a long period's flat workbook is sound, and what hides in it is found") {
    const auto sound = verdict_of_flat([](const std::string& bytes) { return bytes; });
    INFO(told(sound));
    CHECK(failed(sound).empty());
    const auto spoiled = [](const std::string& from, const std::string& to) {
        return failed(verdict_of_flat([&](const std::string& bytes) {
            return with_part(bytes, register_sheet,
                             [&](std::string& xml) { replace(xml, from, to); });
        }));
    };
    CHECK(spoiled("<autoFilter ref=\"A4:", "<autoFilter ref=\"A5:") == std::set<int>{13});
    CHECK(spoiled("</sheetData>", "</sheetData><mergeCells/>") == std::set<int>{13});
    CHECK(spoiled("<is><t>", "<is><t>x</t></is><is><t>") == std::set<int>{13});
}
