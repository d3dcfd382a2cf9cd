// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/files/zip_archive.hpp"

namespace test_books {

/// A workbook of one sheet, by the texts of its parts; each may be replaced before it is made.
struct Book {
    std::string workbook =
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<workbookPr/><sheets><sheet name=\"First\" sheetId=\"1\" "
        "r:id=\"rId1\"/></sheets></workbook>";
    std::string styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"166\" formatCode=\"[h]\"/><numFmt "
        "numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot; days&quot;\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
        "<xf numFmtId=\"165\"/><xf numFmtId=\"49\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>";
    std::string strings =
        "<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space=\"preserve\">ch </t></r>"
        "<rPh><t>no</t></rPh></si><si><t/></si></sst>";
    std::string rows;
    std::string before_rows;

    std::string bytes() const {
        muster::files::ZipBuilder zip{muster::core::Instant{0}};
        zip.add("[Content_Types].xml", "<Types/>");
        const std::string type =
            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        zip.add("_rels/.rels", "<Relationships><Relationship Id=\"rId1\" " + type +
                                   "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        zip.add("xl/workbook.xml", workbook);
        zip.add("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" " + type +
                    "worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" " +
                    type + "styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" " + type +
                    "sharedStrings\" Target=\"../xl/sharedStrings.xml\"/></Relationships>");
        zip.add("xl/worksheets/sheet1.xml",
                "<worksheet>" + before_rows + "<sheetData>" + rows + "</sheetData></worksheet>");
        zip.add("xl/styles.xml", styles);
        zip.add("xl/sharedStrings.xml", strings);
        return zip.bytes();
    }
};

}  // namespace test_books
