// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "muster/files/xlsx_book.hpp"
#include "muster/files/zip_archive.hpp"
#include "muster/intake/register_file.hpp"

/// Small invented workbooks, and what a reading of them comes to in one line.
namespace intake_tests {

/// One sheet. A cell is a text, `~text` one crossed out, `~old~new` one in part; `#12` a number,
/// `$12` one shown with six figures, `^1` a truth; `@45717` a day's number under a date format;
/// `=A1|x` a formula with that result, `=A1` one without; `!#REF!` an error.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> merges;
    std::string columns = {};              ///< `<cols>…</cols>`
    std::vector<std::size_t> hidden = {};  ///< rows
};

inline std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

inline std::string cell_xml(const std::string& place, const std::string& cell) {
    if (const auto end = cell.find('~', 1); cell.starts_with('~') && end != std::string::npos)
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>" +
               escaped(cell.substr(1, end - 1)) + "</t></r><r><t>" + escaped(cell.substr(end + 1)) +
               "</t></r></is></c>";
    if (cell.starts_with('~'))
        return "<c r=\"" + place + "\" s=\"2\" t=\"inlineStr\"><is><t>" + escaped(cell.substr(1)) +
               "</t></is></c>";
    if (cell.starts_with('$'))
        return "<c r=\"" + place + "\" s=\"3\"><v>" + cell.substr(1) + "</v></c>";
    if (cell.starts_with('^'))
        return "<c r=\"" + place + "\" t=\"b\"><v>" + cell.substr(1) + "</v></c>";
    const std::string start = "<c r=\"" + place + "\"";
    if (cell.starts_with('#')) return start + "><v>" + cell.substr(1) + "</v></c>";
    if (cell.starts_with('!')) return start + " t=\"e\"><v>" + cell.substr(1) + "</v></c>";
    if (cell.starts_with('@')) return start + " s=\"1\"><v>" + cell.substr(1) + "</v></c>";
    if (!cell.starts_with('='))
        return start + " t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>";
    const auto bar = cell.find('|');
    const std::string formula = "<f>" + escaped(cell.substr(1, bar - 1)) + "</f>";
    if (bar == std::string::npos) return start + ">" + formula + "</c>";
    return start + " t=\"str\">" + formula + "<v>" + escaped(cell.substr(bar + 1)) + "</v></c>";
}

inline std::string sheet_xml(const Sheet& sheet) {
    std::string xml = "<worksheet>" + sheet.columns + "<sheetData>";
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const std::string number = std::to_string(row + 1);
        const bool hidden =
            std::find(sheet.hidden.begin(), sheet.hidden.end(), row + 1) != sheet.hidden.end();
        xml += "<row r=\"" + number + (hidden ? "\" hidden=\"1\">" : "\">");
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
            if (const auto& cell = sheet.rows[row][column]; !cell.empty())
                xml += cell_xml(
                    muster::files::column_letters(static_cast<std::int64_t>(column)) + number,
                    cell);
        xml += "</row>";
    }
    xml += "</sheetData>";
    for (const auto& merge : sheet.merges)
        xml += (merge == sheet.merges.front() ? "<mergeCells>" : "") +
               ("<mergeCell ref=\"" + merge + "\"/>") +
               (merge == sheet.merges.back() ? "</mergeCells>" : "");
    return xml + "</worksheet>";
}

inline std::string book(const std::vector<Sheet>& sheets, bool from_1904 = false) {
    const std::string type =
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    muster::files::ZipBuilder zip{muster::core::Instant{0}};
    zip.add("[Content_Types].xml", "<Types/>");
    zip.add("_rels/.rels", "<Relationships><Relationship Id=\"r\" " + type +
                               "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    std::string named;
    std::string related = "<Relationship Id=\"s\" " + type + "styles\" Target=\"styles.xml\"/>";
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string id = std::to_string(i + 1);
        named += "<sheet name=\"" + escaped(sheets[i].name) + "\" sheetId=\"" + id +
                 "\" r:id=\"rId" + id + "\"/>";
        related += "<Relationship Id=\"rId" + id + "\" " + type +
                   "worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>";
        zip.add("xl/worksheets/sheet" + id + ".xml", sheet_xml(sheets[i]));
    }
    zip.add("xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            "relationships\"><workbookPr date1904=\"" +
                std::string{from_1904 ? "1" : "0"} + "\"/><sheets>" + named +
                "</sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>" + related + "</Relationships>");
    zip.add("xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
            "formatCode=\"000000\"/></numFmts><fonts><font/>"
            "<font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
            "<xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
    return zip.bytes();
}

inline muster::intake::WholeRegister read(const std::string& bytes,
                                          const muster::intake::KnownThings& known = {},
                                          muster::intake::ReadOptions options = {}) {
    if (options.as_of.days == 0) options.as_of = *muster::core::date_of("2026-04-01");
    return muster::intake::read_register(bytes, "file", known, options);
}

/// `D3:serial_duplicate A4:collar_missing`.
inline std::string told(const std::vector<muster::intake::Fault>& faults) {
    std::string story;
    for (const auto& fault : faults)
        story += (story.empty() ? "" : " ") + fault.column + std::to_string(fault.row) + ":" +
                 fault.code;
    return story;
}

/// The same of the faults or warnings of that code.
inline std::string told_of(const std::vector<muster::intake::Fault>& faults,
                           const std::string& code) {
    std::vector<muster::intake::Fault> some;
    for (const auto& fault : faults)
        if (fault.code == code) some.push_back(fault);
    return told(some);
}

/// `items A=serial B=model?`: the columns with a meaning, a guess with a question mark.
inline std::string understood(const muster::intake::SheetMapping& sheet) {
    std::string story = sheet.kind;
    for (const auto& column : sheet.columns)
        if (!column.field.empty())
            story += " " + column.letters + "=" + column.field + (column.sure ? "" : "?");
    return story;
}

}  // namespace intake_tests
