// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "form_reading.hpp"
#include "workbook_form.hpp"

namespace muster::pack {
namespace {

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string package = "http://schemas.openxmlformats.org/package/2006/";
const std::string content = "application/vnd.openxmlformats-officedocument.";

std::string attribute(const char* name, const std::string& value) {
    return std::string{" "} + name + "=\"" + xml_escaped(value) + "\"";
}

std::string element(const char* name, const std::string& text) {
    return "<" + std::string{name} + ">" + xml_escaped(text) + "</" + name + ">";
}

/// The titles of all sheets, the cover first.
std::vector<std::string> titles() {
    std::vector<std::string> all{"Cover"};
    for (const core::Sheet& sheet : core::sheets()) all.push_back(sheet.title);
    return all;
}

std::string content_types(bool flat) {
    std::string xml = "<Types" + attribute("xmlns", package + "content-types") +
                      R"(><Default Extension="rels" ContentType=")" +
                      "application/vnd.openxmlformats-package.relationships+xml\"/>" +
                      R"(<Default Extension="xml" ContentType="application/xml"/>)";
    const auto add = [&](const std::string& part, const std::string& type) {
        xml += "<Override" + attribute("PartName", part) + attribute("ContentType", type) + "/>";
    };
    const auto numbered = [&](const char* folder, const char* word, std::size_t count) {
        for (std::size_t i = 1; i <= count; ++i)
            add("/xl/" + std::string{folder} + "/" + word + std::to_string(i) + ".xml",
                content + "spreadsheetml." + (std::string{word} == "sheet" ? "worksheet" : word) +
                    "+xml");
    };
    add("/docProps/app.xml", content + "extended-properties+xml");
    add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    add("/xl/styles.xml", content + "spreadsheetml.styles+xml");
    add("/xl/theme/theme1.xml", content + "theme+xml");
    add("/xl/workbook.xml", content + "spreadsheetml.sheet.main+xml");
    numbered("worksheets", "sheet", titles().size());
    if (!flat) numbered("tables", "table", core::sheets().size());
    if (!flat) add("/xl/sharedStrings.xml", content + "spreadsheetml.sharedStrings+xml");
    return xml + "</Types>";
}

struct Target {
    std::string type;
    std::string part;
};

std::string targets(const std::vector<Target>& all) {
    std::string xml = "<Relationships" + attribute("xmlns", package + "relationships") + ">";
    int number = 0;
    for (const Target& target : all)
        xml += "<Relationship" + attribute("Id", "rId" + std::to_string(++number)) +
               attribute("Type", target.type) + attribute("Target", target.part) + "/>";
    return xml + "</Relationships>";
}

std::string targets_of_workbook(bool flat) {
    std::vector<Target> all;
    for (std::size_t i = 1; i <= titles().size(); ++i)
        all.push_back(
            {relationships + "/worksheet", "worksheets/sheet" + std::to_string(i) + ".xml"});
    all.push_back({relationships + "/theme", "theme/theme1.xml"});
    all.push_back({relationships + "/styles", "styles.xml"});
    if (!flat) all.push_back({relationships + "/sharedStrings", "sharedStrings.xml"});
    return targets(all);
}

/// A title as formulas name it.
std::string in_formula(const std::string& title) {
    return title.find(' ') == std::string::npos ? title : "'" + title + "'";
}

/// Tables by number, in the order in which a workbook names what belongs to them.
std::vector<std::size_t> order_of_names() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < core::sheets().size(); ++i) order.push_back(i);
    std::sort(order.begin(), order.end(), [](std::size_t a, std::size_t b) {
        return in_formula(core::sheets()[a].title) < in_formula(core::sheets()[b].title);
    });
    return order;
}

/// `$A$4:$H$17` of `A4:H17`.
std::string absolute(const std::string& range) {
    std::string text;
    bool begins = true;
    for (const char c : range) {
        const bool digit = c >= '0' && c <= '9';
        if (begins || (digit && (text.back() < '0' || text.back() > '9'))) text += '$';
        begins = c == ':';
        text += c;
    }
    return text;
}

std::string names(const std::vector<std::int64_t>& rows, bool flat) {
    std::string xml = "<definedNames>";
    const auto name = [&](const char* what, std::size_t table, const std::string& hidden,
                          const std::string& range) {
        xml += "<definedName" + attribute("name", std::string{"_xlnm."} + what) +
               attribute("localSheetId", std::to_string(table + 1)) + hidden + ">" +
               xml_escaped(in_formula(core::sheets()[table].title) + "!" + range) +
               "</definedName>";
    };
    if (flat)
        for (const std::size_t table : order_of_names())
            name("_FilterDatabase", table, R"( hidden="1")",
                 absolute(range_of_table(core::sheets()[table], rows[table])));
    for (const std::size_t table : order_of_names()) name("Print_Titles", table, "", "$4:$4");
    return xml + "</definedNames>";
}

std::string workbook(const std::vector<std::int64_t>& rows, bool flat) {
    std::string xml = "<workbook" + attribute("xmlns", main_space) +
                      attribute("xmlns:r", relationships) +
                      R"(><fileVersion appName="xl" lastEdited="4" lowestEdited="4")"
                      R"( rupBuild="4505"/><workbookPr defaultThemeVersion="124226"/><bookViews>)"
                      R"(<workbookView xWindow="240" yWindow="15" windowWidth="16095")"
                      R"( windowHeight="9660"/></bookViews><sheets>)";
    int number = 0;
    for (const std::string& title : titles()) {
        ++number;
        xml += "<sheet" + attribute("name", title) + attribute("sheetId", std::to_string(number)) +
               attribute("r:id", "rId" + std::to_string(number)) + "/>";
    }
    return xml + "</sheets>" + names(rows, flat) +
           R"(<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>)";
}

std::string core_properties(const core::PeriodSource& source) {
    const std::string closed = core::text_of(source.closed_at).substr(0, 19) + "Z";
    return "<cp:coreProperties" + attribute("xmlns:cp", package + "metadata/core-properties") +
           R"( xmlns:dc="http://purl.org/dc/elements/1.1/")"
           R"( xmlns:dcterms="http://purl.org/dc/terms/")"
           R"( xmlns:dcmitype="http://purl.org/dc/dcmitype/")"
           R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)" +
           element("dc:title", "Audit workbook, " + source.label) +
           element("dc:creator", source.prepared_by) +
           element("cp:lastModifiedBy", source.prepared_by) +
           R"(<dcterms:created xsi:type="dcterms:W3CDTF">)" + closed +
           R"(</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">)" + closed +
           "</dcterms:modified>" + element("cp:category", source.classification) +
           "</cp:coreProperties>";
}

std::string heading_pair(const char* name, std::size_t count) {
    return "<vt:variant>" + element("vt:lpstr", name) + "</vt:variant><vt:variant>" +
           element("vt:i4", std::to_string(count)) + "</vt:variant>";
}

std::string application_properties() {
    const std::size_t sheets = titles().size();
    const std::size_t ranges = core::sheets().size();
    std::string xml =
        "<Properties" +
        attribute("xmlns",
                  "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties") +
        attribute("xmlns:vt",
                  "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes") +
        "><Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity>"
        "<ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size=\"4\" baseType=\"variant\">" +
        heading_pair("Worksheets", sheets) + heading_pair("Named Ranges", ranges) +
        "</vt:vector></HeadingPairs><TitlesOfParts><vt:vector" +
        attribute("size", std::to_string(sheets + ranges)) + R"( baseType="lpstr">)";
    for (const std::string& title : titles()) xml += element("vt:lpstr", title);
    for (const std::size_t table : order_of_names())
        xml += element("vt:lpstr", in_formula(core::sheets()[table].title) + "!Print_Titles");
    return xml +
           "</vt:vector></TitlesOfParts><Company/><LinksUpToDate>false</LinksUpToDate>"
           "<SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>"
           "<AppVersion>12.0000</AppVersion></Properties>";
}

std::string table(const core::Sheet& sheet, std::size_t number, std::int64_t rows) {
    std::string name = "tbl_" + sheet.name;
    std::replace(name.begin(), name.end(), '-', '_');
    const std::string range = range_of_table(sheet, rows);
    std::string xml =
        "<table" + attribute("xmlns", main_space) + attribute("id", std::to_string(number)) +
        attribute("name", name) + attribute("displayName", name) + attribute("ref", range) +
        R"( totalsRowShown="0"><autoFilter)" + attribute("ref", range) + "/><tableColumns" +
        attribute("count", std::to_string(sheet.columns.size())) + ">";
    int id = 0;
    for (const core::SheetColumn& column : sheet.columns)
        xml += "<tableColumn" + attribute("id", std::to_string(++id)) +
               attribute("name", column.name) +
               attribute("dataDxfId", "~dxf:" + number_format_of(column.type)) + "/>";
    return xml + R"(</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0")"
                 R"( showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>)";
}

}  // namespace

bool is_known_theme(const std::string& digest) {
    return digest == "2ae67d22f62446056cd1529a3c2dbacd366f0983bb6b2ee3960b6ceb5070c5ee";
}

std::map<std::string, std::string> forms_of_package(const core::PeriodSheets& sheets,
                                                    const std::vector<std::int64_t>& rows,
                                                    bool flat) {
    std::map<std::string, std::string> forms;
    forms["[Content_Types].xml"] = content_types(flat);
    forms["_rels/.rels"] =
        targets({{relationships + "/officeDocument", "xl/workbook.xml"},
                 {package + "relationships/metadata/core-properties", "docProps/core.xml"},
                 {relationships + "/extended-properties", "docProps/app.xml"}});
    forms["docProps/app.xml"] = application_properties();
    forms["docProps/core.xml"] = core_properties(sheets.source());
    forms["xl/workbook.xml"] = workbook(rows, flat);
    forms["xl/_rels/workbook.xml.rels"] = targets_of_workbook(flat);
    for (std::size_t i = 0; !flat && i < rows.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        forms["xl/tables/table" + number + ".xml"] = table(core::sheets()[i], i + 1, rows[i]);
        forms["xl/worksheets/_rels/sheet" + std::to_string(i + 2) + ".xml.rels"] =
            targets({{relationships + "/table", "../tables/table" + number + ".xml"}});
    }
    return forms;
}

}  // namespace muster::pack
