// SPDX-License-Identifier: MIT
#include <algorithm>
#include <stdexcept>

#include "form_reading.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/csv.hpp"
#include "muster/files/xlsx_book.hpp"
#include "workbook_form.hpp"

namespace muster::pack {
namespace {

constexpr std::int64_t header_row = 4;

/// Columns whose texts wrap, and how wide they are; rows of their sheets find their own height.
const std::map<std::string, int>& wrapped_columns() {
    static const std::map<std::string, int> widths{
        {"Meaning", 72}, {"Content", 72}, {"Certificate", 60},    {"Reason", 44},
        {"Scope", 44},   {"Value", 72},   {"Authorisations", 44},
    };
    return widths;
}

/// What is set in red, by column: words in the order of their rules; no word stands for figures
/// other than 0.
struct Alert {
    const char* column;
    std::vector<const char*> words;
};
const std::vector<Alert>& alerts() {
    static const std::vector<Alert> all{
        {"State", {"open"}},
        {"Result", {"not_found", "unknown", "disagreed", "uncounted"}},
        {"Condition status", {"defective"}},
        {"Location status", {"missing"}},
        {"Variance", {}},
        {"Difference", {}},
    };
    return all;
}

constexpr char opening[] =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
    R"(<sheetPr><tabColor rgb="~colour"/><pageSetUpPr fitToPage="1"/></sheetPr>)";
constexpr char view_of_cover[] =
    R"(<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>)"
    R"(<sheetFormatPr defaultRowHeight="15"/>)";
constexpr char view_of_table[] =
    R"(<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="4" topLeftCell="B5")"
    R"( activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="B1")"
    R"( sqref="B1"/><selection pane="bottomLeft" activeCell="A5" sqref="A5"/>)"
    R"(<selection pane="bottomRight"/></sheetView></sheetViews>)";
constexpr char rows_of_one_height[] = R"(<sheetFormatPr defaultRowHeight="17" customHeight="1"/>)";
constexpr char rows_of_own_height[] = R"(<sheetFormatPr defaultRowHeight="15"/>)";
constexpr char margins[] =
    R"(<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.8" header="0.3" footer="0.3"/>)";

std::string attribute(const char* name, const std::string& value) {
    return std::string{" "} + name + "=\"" + xml_escaped(value) + "\"";
}

std::string dimension(const std::string& last_cell) {
    return "<dimension" + attribute("ref", "A1:" + last_cell) + "/>";
}

std::string column(std::size_t index, int least) {
    const std::string number = std::to_string(index + 1);
    return "<col" + attribute("min", number) + attribute("max", number) +
           attribute("width", "~least:" + std::to_string(least)) + R"( customWidth="1"/>)";
}

/// `&` begins a code in a header, and a digit would lengthen the size before it; a header holds
/// 255 characters at most.
std::string for_header(const std::string& text) {
    constexpr std::size_t bytes_max = 60;
    std::string safe = !text.empty() && text[0] >= '0' && text[0] <= '9' ? " " : "";
    for (const char c : text.substr(0, bytes_max))
        safe += c == '&' ? std::string{"&&"} : std::string{c};
    while (!files::is_utf8(safe)) safe.pop_back();  // a letter that was cut
    return safe;
}

std::string page(const core::PeriodSheets& sheets, const std::string& ref,
                 const char* orientation) {
    const core::PeriodSource& source = sheets.source();
    const auto force = source.closing->find<core::Force>("force").value_or(core::Force{});
    const std::string header = "&L&8" + std::string{force.practice ? "PRACTICE - " : ""} +
                               for_header(source.classification) + "&C&8" + for_header(force.name) +
                               "&R&8" + ref;
    const std::string footer =
        "&L&8" + for_header(source.pack) + "&C&8Page &P of &N&R&8Prepared ______  Reviewed ______";
    return margins + std::string{R"(<pageSetup paperSize="9" fitToHeight="0")"} +
           attribute("orientation", orientation) + "/><headerFooter><oddHeader>" +
           xml_escaped(header) + "</oddHeader><oddFooter>" + xml_escaped(footer) +
           "</oddFooter></headerFooter>";
}

int characters_of(const std::string& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

/// The least width at which a column is legible: its header's longest word and its longest value,
/// of texts 40 characters.
int least_width(const core::SheetColumn& column, std::size_t index, const Grid& grid) {
    constexpr int text_max = 40;
    constexpr int commas_max = 2;
    const auto fixed = wrapped_columns().find(column.name);
    if (fixed != wrapped_columns().end()) return fixed->second;
    int least = 0;
    std::string word;
    for (const char c : column.name + " ") {
        least = std::max(least, characters_of(word));
        word = c == ' ' ? std::string{} : word + c;
    }
    for (std::size_t row = header_row; row < grid.size(); ++row) {
        const int width = characters_of(core::cell_text(grid[row].at(index)));
        const bool text = column.type == core::SheetType::text;
        least = std::max(least, text ? std::min(width, text_max) : width + commas_max);
    }
    return least;
}

std::string columns_of(const core::Sheet& sheet, const Grid& grid) {
    std::string xml = "<cols>";
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        xml += column(i, least_width(sheet.columns[i], i, grid));
    return xml + "</cols>";
}

std::string rules_of(const Alert& alert, int& priority) {
    std::string xml;
    std::vector<std::string> formulas;
    for (const char* word : alert.words) formulas.push_back("\"" + std::string{word} + "\"");
    if (formulas.empty()) formulas.emplace_back("0");
    for (const std::string& formula : formulas)
        xml += R"(<cfRule type="cellIs" dxfId="~dxf:alert")" +
               attribute("priority", std::to_string(++priority)) +
               attribute("operator", alert.words.empty() ? "notEqual" : "equal") + "><formula>" +
               xml_escaped(formula) + "</formula></cfRule>";
    return xml;
}

std::string alerts_of(const core::Sheet& sheet, std::int64_t last_row) {
    if (last_row == header_row) return {};
    std::map<std::string, std::string> by_range;
    int priority = 0;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        for (const Alert& alert : alerts()) {
            if (sheet.columns[i].name != alert.column) continue;
            const std::string letters = files::column_letters(static_cast<std::int64_t>(i));
            const std::string first = letters + std::to_string(header_row + 1);
            const std::string last = letters + std::to_string(last_row);
            by_range[first == last ? first : first + ":" + last] += rules_of(alert, priority);
        }
    std::string xml;
    for (const auto& [range, rules] : by_range)
        xml += "<conditionalFormatting" + attribute("sqref", range) + ">" + rules +
               "</conditionalFormatting>";
    return xml;
}

std::string link(const std::string& cell, const std::string& title) {
    const std::string target = "'" + title + "'!A1";
    return "<hyperlink" + attribute("ref", cell) + attribute("location", target) +
           attribute("display", target) + "/>";
}

std::string links_of(const core::Sheet& sheet, const Grid& grid) {
    std::string xml = "<hyperlinks>" + link("A3", "Index");
    if (sheet.id == core::SheetId::index)
        for (std::size_t row = header_row; row < grid.size(); ++row)
            xml += link("B" + std::to_string(row + 1), core::cell_text(grid[row].at(1)));
    return xml + "</hyperlinks>";
}

bool has_own_heights(const core::Sheet& sheet) {
    return std::any_of(sheet.columns.begin(), sheet.columns.end(), [](const auto& column) {
        return wrapped_columns().count(column.name) != 0;
    });
}

std::vector<std::string> looks_of_rows(const core::Sheet& sheet) {
    std::vector<std::string> looks;
    for (const core::SheetColumn& column : sheet.columns)
        looks.emplace_back(column.type != core::SheetType::text        ? core::word_of(column.type)
                           : wrapped_columns().count(column.name) != 0 ? "wrapped"
                                                                       : "text");
    if (sheet.id == core::SheetId::index) looks.at(1) = "link";
    return looks;
}

std::string part_of_sheet(std::size_t index) {
    return "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml";
}

}  // namespace

std::string SheetForm::height(std::int64_t row) const {
    const auto found = heights.find(row);
    return found != heights.end() ? found->second : row_height;
}

std::string number_format_of(core::SheetType type) {
    switch (type) {
        case core::SheetType::text:
            return "@";
        case core::SheetType::integer:
            return "#,##0";
        case core::SheetType::date:
            return "yyyy-mm-dd";
        case core::SheetType::local_time:
            return "yyyy-mm-dd hh:mm";
    }
    throw std::logic_error{"a column of no type"};
}

std::string range_of_table(const core::Sheet& sheet, std::int64_t rows) {
    // Excel wants one row at least below the header of a Table.
    return "A4:" + files::column_letters(static_cast<std::int64_t>(sheet.columns.size()) - 1) +
           std::to_string(header_row + std::max<std::int64_t>(rows, 1));
}

SheetForm form_of_table(const core::PeriodSheets& sheets, std::size_t index, const Grid& grid,
                        bool flat) {
    const core::Sheet& sheet = core::sheets()[index];
    const auto rows = static_cast<std::int64_t>(grid.size());
    SheetForm form;
    form.title = sheet.title;
    form.part = part_of_sheet(index + 1);
    form.flat = flat;
    form.rows = rows;
    form.spans = "1:" + std::to_string(sheet.columns.size());
    form.heights = {{1, "26"}, {header_row, "32"}};
    // The rows of a flat sheet say no height of their own: they have the default's.
    form.row_height = has_own_heights(sheet) || flat ? "" : "17";
    form.looks = {{"title"},
                  {"description"},
                  {"back"},
                  std::vector<std::string>(sheet.columns.size(), "header")};
    form.other_looks = looks_of_rows(sheet);
    const std::string last_column =
        files::column_letters(static_cast<std::int64_t>(sheet.columns.size()) - 1);
    const std::string filter =
        "<autoFilter" + attribute("ref", range_of_table(sheet, rows - header_row)) + "/>";
    // A filter reaches one row at least below the header.
    const std::int64_t last_row = flat ? std::max(rows, header_row + 1) : rows;
    form.xml = opening + dimension(last_column + std::to_string(last_row)) + view_of_table +
               (has_own_heights(sheet) ? rows_of_own_height : rows_of_one_height) +
               columns_of(sheet, grid) + "<sheetData/>" + (flat ? filter : "") +
               alerts_of(sheet, rows) + links_of(sheet, grid) +
               page(sheets, sheet.ref, "landscape") +
               (flat ? "" : R"(<tableParts count="1"><tablePart r:id="rId1"/></tableParts>)") +
               "</worksheet>";
    return form;
}

SheetForm form_of_cover(const core::PeriodSheets& sheets, bool flat) {
    SheetForm form;
    form.title = "Cover";
    form.part = part_of_sheet(0);
    form.flat = flat;
    form.spans = "1:2";
    for (const auto& [label, value] : sheets.cover()) {
        const std::int64_t row = ++form.rows;
        if (label.empty()) {
            const char* look = value.rfind("PRACTICE", 0) == 0 ? "banner" : "cover heading";
            form.heights[row] = row == 1 ? "42" : "30";
            form.looks.push_back(row == 1 ? std::vector<std::string>{"cover title"}
                                          : std::vector<std::string>{look, look});
            continue;
        }
        // A longer value wraps and finds its own height.
        if (value.empty())
            form.heights[row] = label == "Conclusion" ? "90" : "24";
        else if (value.size() < 80)
            form.heights[row] = "20";
        form.looks.push_back({"cover label", value.empty()           ? "cover box"
                                             : label == "Checkpoint" ? "cover mono"
                                                                     : "cover value"});
    }
    form.xml = opening + dimension("B" + std::to_string(form.rows)) + view_of_cover + "<cols>" +
               column(0, 24) + column(1, 92) + "</cols><sheetData/>" +
               page(sheets, "A0", "portrait") + "</worksheet>";
    return form;
}

}  // namespace muster::pack
