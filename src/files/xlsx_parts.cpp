// SPDX-License-Identifier: MIT
#include <charconv>

#include "xlsx_contents.hpp"
#include "xlsx_formats.hpp"

namespace muster::files {

namespace {

/// `xl/workbook.xml` and `../media/x` come to `media/x`; a target from the root drops its slash.
std::string resolved(const std::string& part, std::string target) {
    if (!target.empty() && target.front() == '/') return target.substr(1);
    std::string folder =
        part.substr(0, part.rfind('/') == std::string::npos ? 0 : part.rfind('/') + 1);
    while (target.rfind("../", 0) == 0 && !folder.empty()) {
        target.erase(0, 3);
        folder.pop_back();
        folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
    }
    return folder + target;
}

std::string relationships_part(const std::string& part) {
    const auto slash = part.rfind('/');
    const std::size_t split = slash == std::string::npos ? 0 : slash + 1;
    return part.substr(0, split) + "_rels/" + part.substr(split) + ".rels";
}

OrFault<XmlReader> open_part(const ZipArchive& archive, const std::string& part) {
    auto bytes = archive.read(part);
    if (bytes.fault() != nullptr) return *bytes.fault();
    return XmlReader{std::move(bytes.value()), part};
}

struct StyleTables {
    std::map<std::int64_t, std::string> codes;
    std::vector<CellStyle> styles;
    bool in_cell_styles = false;
};

CellStyle style_of(const StyleTables& tables, std::int64_t id) {
    const auto custom = tables.codes.find(id);
    if (custom != tables.codes.end()) return {custom->second, is_date_format(custom->second)};
    return {builtin_format(id), is_builtin_date(id)};
}

void take_style_element(const XmlReader& xml, StyleTables& tables) {
    if (xml.name() == "numFmt") {
        const auto id = index_of(xml.attribute("numFmtId").value_or(""));
        if (id) tables.codes[*id] = xml.attribute("formatCode").value_or("General");
    } else if (xml.name() == "cellXfs") {
        tables.in_cell_styles = true;
    } else if (xml.name() == "xf" && tables.in_cell_styles) {
        const auto id = index_of(xml.attribute("numFmtId").value_or("0"));
        tables.styles.push_back(style_of(tables, id.value_or(0)));
    }
}

}  // namespace

FileFault unreadable_book(const std::string& words) {
    return {"xlsx_not_readable", "The workbook cannot be read: " + words + "."};
}

std::optional<std::int64_t> index_of(std::string_view digits) {
    std::int64_t value = 0;
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

OrFault<std::map<std::string, Relationship>> read_relationships(const ZipArchive& archive,
                                                                const std::string& part) {
    std::map<std::string, Relationship> found;
    const std::string rels = relationships_part(part);
    if (!archive.has(rels)) return found;
    auto opened = open_part(archive, rels);
    if (opened.fault() != nullptr) return *opened.fault();
    XmlReader& xml = opened.value();
    while (true) {
        const auto step = xml.next();
        if (step == XmlReader::Step::fault) return xml.fault();
        if (step == XmlReader::Step::end) return found;
        if (step != XmlReader::Step::element || xml.name() != "Relationship") continue;
        if (xml.attribute("TargetMode").value_or("") == "External") continue;
        std::string type = xml.attribute("Type").value_or("");
        type.erase(0, type.rfind('/') + 1);
        found[xml.attribute("Id").value_or("")] = {
            type, resolved(part, xml.attribute("Target").value_or(""))};
    }
}

OrFault<std::vector<CellStyle>> read_styles(const ZipArchive& archive, const std::string& part,
                                            const XlsxLimits& limits) {
    auto opened = open_part(archive, part);
    if (opened.fault() != nullptr) return *opened.fault();
    XmlReader& xml = opened.value();
    StyleTables tables;
    while (true) {
        const auto step = xml.next();
        if (step == XmlReader::Step::fault) return xml.fault();
        if (step == XmlReader::Step::end) return tables.styles;
        if (step == XmlReader::Step::element) take_style_element(xml, tables);
        if (step == XmlReader::Step::end_element && xml.name() == "cellXfs")
            tables.in_cell_styles = false;
        if (static_cast<std::int64_t>(tables.styles.size()) > limits.styles)
            return FileFault{"xlsx_too_large", "The workbook has more styles than Muster accepts."};
    }
}

OrFault<std::string> read_rich_text(XmlReader& xml) {
    const int from = xml.depth();
    std::string text;
    bool in_text = false;
    while (true) {
        auto step = xml.next();
        if (step == XmlReader::Step::element && xml.name() == "rPh") step = xml.skip();
        if (step == XmlReader::Step::fault) return xml.fault();
        if (step == XmlReader::Step::end) return unreadable_book("a text does not end");
        if (step == XmlReader::Step::element) in_text = xml.name() == "t";
        if (step == XmlReader::Step::text && in_text) text += xml.text();
        if (step == XmlReader::Step::end_element) {
            in_text = false;
            if (xml.depth() <= from) return text;
        }
    }
}

OrFault<std::vector<std::string>> read_shared_strings(const ZipArchive& archive,
                                                      const std::string& part,
                                                      const XlsxLimits& limits) {
    auto opened = open_part(archive, part);
    if (opened.fault() != nullptr) return *opened.fault();
    XmlReader& xml = opened.value();
    std::vector<std::string> strings;
    std::int64_t bytes = 0;
    while (true) {
        const auto step = xml.next();
        if (step == XmlReader::Step::fault) return xml.fault();
        if (step == XmlReader::Step::end) return strings;
        if (step != XmlReader::Step::element || xml.name() != "si") continue;
        auto text = read_rich_text(xml);
        if (text.fault() != nullptr) return *text.fault();
        bytes += static_cast<std::int64_t>(text.value().size());
        strings.push_back(std::move(text.value()));
        if (bytes > limits.shared_string_bytes ||
            static_cast<std::int64_t>(strings.size()) > limits.shared_strings)
            return FileFault{"xlsx_too_large", "The workbook has more texts than Muster accepts."};
    }
}

}  // namespace muster::files
