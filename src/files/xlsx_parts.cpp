// SPDX-License-Identifier: MIT
#include <charconv>

#include "xlsx_contents.hpp"
#include "xlsx_formats.hpp"
#include "xlsx_looks.hpp"

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
    auto bytes = read_small_part(archive, part);
    if (bytes.fault() != nullptr) return *bytes.fault();
    return XmlReader{std::move(bytes.value()), part};
}

struct StyleTables {
    explicit StyleTables(const std::vector<std::uint32_t>& theme) : looks{theme} {}
    std::map<std::int64_t, std::string> codes;
    LookTables looks;
    std::vector<CellStyle> styles;
    bool in_cell_styles = false;
    bool too_large = false;
};

CellStyle style_of(const StyleTables& tables, std::int64_t id) {
    const auto custom = tables.codes.find(id);
    if (custom != tables.codes.end()) return {custom->second, is_date_format(custom->second)};
    return {builtin_format(id), is_builtin_date(id)};
}

void take_style_element(const XmlReader& xml, const XlsxLimits& limits, StyleTables& tables) {
    if (tables.looks.take(xml)) {
        tables.too_large = tables.looks.size() > limits.styles;
    } else if (xml.name() == "numFmt") {
        const auto id = index_of(xml.attribute("numFmtId").value_or(""));
        const std::string code = xml.attribute("formatCode").value_or("General");
        if (id) tables.codes[*id] = code;
        tables.too_large = static_cast<std::int64_t>(code.size()) > limits.format_bytes ||
                           static_cast<std::int64_t>(tables.codes.size()) > limits.styles;
    } else if (xml.name() == "cellXfs") {
        tables.in_cell_styles = true;
    } else if (xml.name() == "xf" && tables.in_cell_styles) {
        const auto id = index_of(xml.attribute("numFmtId").value_or("0"));
        tables.styles.push_back(style_of(tables, id.value_or(0)));
        tables.styles.back().look = tables.looks.look_of(xml);
    }
}

/// Gathers all `t` texts of each `si` but those of phonetic hints.
class StringsReading : public XmlHandler {
public:
    explicit StringsReading(const XlsxLimits& limits) : limits_{limits} {}
    SharedStrings strings;
    bool too_large = false;

    void on_start(std::string_view name, int depth, const XmlAttributes& attributes) override {
        if (hint_depth_ >= 0) return;
        if (name == "rPh") hint_depth_ = depth;
        if (name == "t") in_text_ = true;
        if (is_strike(name, attributes)) part_struck_ = true;
        if (name != "si") return;
        text_.clear();
        part_struck_ = false;
    }
    void on_end(std::string_view name, int depth) override {
        in_text_ = false;
        if (depth == hint_depth_) hint_depth_ = -1;
        if (hint_depth_ >= 0 || name != "si") return;
        strings.add(text_, part_struck_);
        too_large = strings.bytes() > limits_.shared_string_bytes ||
                    strings.size() > limits_.shared_strings;
    }
    void on_text(std::string_view text) override {
        if (!in_text_ || hint_depth_ >= 0) return;
        text_ += text;
        too_large =
            strings.bytes() + static_cast<std::int64_t>(text_.size()) > limits_.shared_string_bytes;
    }
    bool wants_more() const override { return !too_large; }

private:
    const XlsxLimits& limits_;
    std::string text_;
    bool in_text_ = false;
    bool part_struck_ = false;
    int hint_depth_ = -1;
};

}  // namespace

bool is_strike(std::string_view name, const XmlAttributes& attributes) {
    if (name != "strike") return false;
    const auto given = attributes.find("val");
    return !given || (*given != "0" && *given != "false");
}

FileFault unreadable_book(const std::string& words) {
    return {"xlsx_not_readable", "The workbook cannot be read: " + words + "."};
}

OrFault<std::string> read_small_part(const ZipArchive& archive, const std::string& part) {
    if (archive.size_of(part) > XlsxLimits{}.part_bytes)
        return FileFault{"xlsx_too_large", "A part of the workbook is larger than Muster accepts."};
    return archive.read(part);
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
                                            const XlsxLimits& limits,
                                            const std::vector<std::uint32_t>& theme) {
    auto opened = open_part(archive, part);
    if (opened.fault() != nullptr) return *opened.fault();
    XmlReader& xml = opened.value();
    StyleTables tables{theme};
    while (true) {
        const auto step = xml.next();
        if (step == XmlReader::Step::fault) return xml.fault();
        if (step == XmlReader::Step::end) return tables.styles;
        if (step == XmlReader::Step::element) take_style_element(xml, limits, tables);
        if (step == XmlReader::Step::end_element) {
            tables.looks.end(std::string{xml.name()});
            if (xml.name() == "cellXfs") tables.in_cell_styles = false;
        }
        if (tables.too_large || static_cast<std::int64_t>(tables.styles.size()) > limits.styles)
            return FileFault{"xlsx_too_large", "The workbook has more styles than Muster accepts."};
    }
}

void SharedStrings::add(std::string_view text, bool part_struck) {
    if (part_struck) part_struck_.insert(size());
    bytes_ += text;
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

std::string_view SharedStrings::at(std::int64_t index) const {
    const auto place = static_cast<std::size_t>(index);
    const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
    return std::string_view{bytes_}.substr(begin, ends_[place] - begin);
}

OrFault<SharedStrings> read_shared_strings(const ZipArchive& archive, const std::string& part,
                                           const XlsxLimits& limits) {
    StringsReading reading{limits};
    if (auto fault = feed_part(archive, part, reading)) return *fault;
    if (reading.too_large)
        return FileFault{"xlsx_too_large",
                         "The workbook has more texts than Muster accepts. "
                         "Divide it into several files."};
    return std::move(reading.strings);
}

std::optional<FileFault> feed_part(const ZipArchive& archive, const std::string& part,
                                   XmlHandler& handler, const BytesRead& progress) {
    XmlFeed feed{handler, part};
    std::int64_t done = 0;
    const auto fault = archive.read_pieces(part, [&](std::string_view piece) {
        feed.feed(piece);
        done += static_cast<std::int64_t>(piece.size());
        if (progress) progress(done);
        return feed.is_over() ? Walk::stop : Walk::go_on;
    });
    if (fault) return fault;
    feed.finish();
    return feed.fault();
}

}  // namespace muster::files
