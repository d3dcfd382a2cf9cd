// SPDX-License-Identifier: MIT
#include "muster/files/xlsx_book.hpp"

#include <algorithm>

#include "muster/files/whole_file.hpp"
#include "xlsx_contents.hpp"
#include "xlsx_looks.hpp"
#include "xml_walking.hpp"

namespace muster::files {

namespace {

constexpr const char* relationship_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* strict_relationship_space =
    "http://purl.oclc.org/ooxml/officeDocument/relationships";

using Relationships = std::map<std::string, Relationship>;

FileFault other_format(const std::string& what) {
    return {"xlsx_other_format", "The file is " + what + ". Save it as an Excel workbook (.xlsx)."};
}

/// Files of Excel's older and protected kinds are compound files, known by their first eight bytes.
std::optional<FileFault> judge_magic(std::string_view bytes) {
    constexpr std::string_view compound{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8};
    if (bytes.substr(0, 8) == compound) {
        std::string marker;
        for (const char c : std::string_view{"EncryptedPackage"}) marker += {c, '\0'};
        if (bytes.find(marker) != std::string_view::npos)
            return FileFault{
                "xlsx_encrypted",
                "The workbook is protected by a password. Open it in Excel and save a copy "
                "without one."};
        return FileFault{"xlsx_old_format",
                         "The file is an old Excel workbook (.xls). Save it as .xlsx."};
    }
    if (bytes.substr(0, 2) != "PK")
        return unreadable_book("the file is not an Excel workbook (.xlsx)");
    return std::nullopt;
}

std::optional<FileFault> judge_kind(const ZipArchive& archive, const std::string& workbook) {
    if (archive.has("mimetype")) {
        const auto mime = archive.read("mimetype");
        if (mime.fault() == nullptr && mime.value().find("opendocument") != std::string::npos)
            return other_format("an OpenDocument file (.ods)");
    }
    if (archive.has("xl/workbook.bin")) return other_format("a binary Excel workbook (.xlsb)");
    if (workbook.empty() || !archive.has(workbook)) return unreadable_book("it holds no workbook");
    return std::nullopt;
}

OrFault<std::string> workbook_part(const ZipArchive& archive) {
    auto found = read_relationships(archive, "");
    if (found.fault() != nullptr) return *found.fault();
    for (const auto& [id, relationship] : found.value())
        if (relationship.type == "officeDocument") return relationship.part;
    return std::string{};
}

std::string sheet_id(const XmlReader& xml) {
    if (auto id = xml.attribute("id", relationship_space)) return *id;
    return xml.attribute("id", strict_relationship_space).value_or("");
}

std::optional<FileFault> take_sheet(const XmlReader& xml, const Relationships& related,
                                    XlsxBook::Contents& contents) {
    const auto found = related.find(sheet_id(xml));
    if (found == related.end()) return unreadable_book("a sheet is named that is not there");
    if (found->second.type != "worksheet") return std::nullopt;  // a chart has no cells
    if (!contents.archive.has(found->second.part))
        return unreadable_book("a sheet is named that is not there");
    const std::string state = xml.attribute("state").value_or("visible");
    const std::string name = xml.attribute("name").value_or("");
    if (static_cast<std::int64_t>(name.size()) > contents.limits.sheet_name_bytes)
        return FileFault{"xlsx_too_large", "A sheet has a longer name than Excel allows."};
    contents.sheets.push_back({name, state != "visible", found->second.part,
                               contents.archive.size_of(found->second.part)});
    if (static_cast<std::int64_t>(contents.sheets.size()) > contents.limits.sheets)
        return FileFault{"xlsx_too_large",
                         "The workbook has more sheets than Muster accepts. "
                         "Divide it into several files."};
    return std::nullopt;
}

std::optional<FileFault> read_workbook(const std::string& part, const Relationships& related,
                                       XlsxBook::Contents& contents) {
    auto bytes = read_small_part(contents.archive, part);
    if (bytes.fault() != nullptr) return *bytes.fault();
    XmlReader xml{std::move(bytes.value()), part};
    while (true) {
        const auto step = xml.next();
        if (step == XmlReader::Step::fault) return xml.fault();
        if (step == XmlReader::Step::end) return std::nullopt;
        if (step != XmlReader::Step::element) continue;
        if (xml.name() == "workbookPr") {
            const std::string from_1904 = xml.attribute("date1904").value_or("0");
            if (from_1904 == "1" || from_1904 == "true") contents.epoch = Epoch::y1904;
        } else if (xml.name() == "sheet") {
            if (auto fault = take_sheet(xml, related, contents)) return fault;
        }
    }
}

/// The colours of the theme; none where it has none that can be read.
std::vector<std::uint32_t> read_theme(const Relationships& related, const ZipArchive& archive) {
    for (const auto& [id, relationship] : related) {
        if (relationship.type != "theme") continue;
        auto bytes = read_small_part(archive, relationship.part);
        if (bytes.fault() == nullptr)
            return theme_colours(std::move(bytes.value()), relationship.part);
    }
    return {};
}

std::optional<FileFault> read_tables(const Relationships& related, XlsxBook::Contents& contents) {
    const auto theme = read_theme(related, contents.archive);
    for (const auto& [id, relationship] : related) {
        if (relationship.type == "styles") {
            auto styles = read_styles(contents.archive, relationship.part, contents.limits, theme);
            if (styles.fault() != nullptr) return *styles.fault();
            contents.styles = std::move(styles.value());
        } else if (relationship.type == "sharedStrings") {
            auto strings =
                read_shared_strings(contents.archive, relationship.part, contents.limits);
            if (strings.fault() != nullptr) return *strings.fault();
            contents.strings = std::move(strings.value());
        }
    }
    return std::nullopt;
}

/// A workbook is a ZIP within, which nobody who uses it need know.
FileFault of_a_workbook(const FileFault& fault) {
    if (fault.code != "zip_not_readable" && fault.code != "zip_stray_bytes" &&
        fault.code != "zip_headers_disagree" && fault.code != "zip_member_damaged")
        return fault;
    return {fault.code,
            "The workbook is cut short or damaged. Fetch it again, or open it in Excel and save it "
            "anew. What was seen: " +
                fault.words};
}

}  // namespace

const Cell* Row::at(std::int64_t column) const {
    const auto found = std::lower_bound(
        cells.begin(), cells.end(), column,
        [](const Cell& cell, std::int64_t sought) { return cell.column < sought; });
    return found == cells.end() || found->column != column ? nullptr : &*found;
}

std::string column_letters(std::int64_t column) {
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

XlsxBook::XlsxBook(std::unique_ptr<Contents> contents) : contents_{std::move(contents)} {}
XlsxBook::XlsxBook(XlsxBook&&) noexcept = default;
XlsxBook& XlsxBook::operator=(XlsxBook&&) noexcept = default;
XlsxBook::~XlsxBook() = default;

OrFault<XlsxBook> XlsxBook::open(std::string bytes, ZipCare care, const XlsxLimits& limits,
                                 const ZipLimits& zip_limits) {
    if (auto fault = judge_magic(bytes)) return *fault;
    auto archive = ZipArchive::open(std::move(bytes), care, zip_limits);
    if (const FileFault* fault = archive.fault()) return of_a_workbook(*fault);
    const auto workbook = workbook_part(archive.value());
    if (workbook.fault() != nullptr) return *workbook.fault();
    if (auto fault = judge_kind(archive.value(), workbook.value())) return *fault;
    const auto related = read_relationships(archive.value(), workbook.value());
    if (related.fault() != nullptr) return *related.fault();
    auto contents = std::make_unique<Contents>(
        Contents{std::move(archive).value(), limits, {}, Epoch::y1900, {}, {}});
    if (auto fault = read_workbook(workbook.value(), related.value(), *contents)) return *fault;
    if (auto fault = read_tables(related.value(), *contents)) return *fault;
    return XlsxBook{std::move(contents)};
}

OrFault<XlsxBook> XlsxBook::open_file(const std::string& path) {
    return open(read_file(path));
}

const std::vector<Sheet>& XlsxBook::sheets() const {
    return contents_->sheets;
}
Epoch XlsxBook::epoch() const {
    return contents_->epoch;
}

std::vector<std::string> XlsxBook::parts() const {
    std::vector<std::string> names;
    for (const auto& member : contents_->archive.members()) names.push_back(member.name);
    return names;
}

OrFault<std::string> XlsxBook::read_part(std::string_view name) const {
    return contents_->archive.read(name);
}

std::optional<FileFault> XlsxBook::walk_part(const std::string& name, const XmlVisit& visit) const {
    XmlWalk walk{visit};
    return feed_part(contents_->archive, name, walk);
}

SheetEnd XlsxBook::read_rows(const Sheet& sheet,
                             const std::function<void(const Row&)>& visit) const {
    const auto walk = [&](const Row& row) {
        visit(row);
        return Walk::go_on;
    };
    return read_sheet(*contents_, sheet, walk, {});
}

SheetEnd XlsxBook::walk_rows(const Sheet& sheet, const std::function<Walk(const Row&)>& visit,
                             const BytesRead& progress) const {
    return read_sheet(*contents_, sheet, visit, progress);
}

OrFault<std::vector<Merge>> XlsxBook::merges(const Sheet& sheet) const {
    return read_merges(*contents_, sheet);
}

}  // namespace muster::files
