// SPDX-License-Identifier: MIT
#include <algorithm>
#include <stdexcept>

#include "fuzz/harness.hpp"
#include "muster/files/csv.hpp"
#include "muster/files/zip_archive.hpp"

namespace muster::fuzz {
namespace {

constexpr std::string_view part_mark = "=== ";

bool has_part(const Parts& parts, std::string_view name) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const auto& part) { return part.first == name; });
}

std::string relationship(const char* id, const char* type, const char* target) {
    return std::string{"<Relationship Id=\""} + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
           "\" Target=\"" + target + "\"/>";
}

}  // namespace

const std::vector<Harness>& harnesses() {
    static const std::vector<Harness> all{
        {"canonical", run_canonical},
        {"csv", run_csv},
        {"decimal", run_decimal},
        {"ledger_texts", run_ledger_texts},
        {"pack", run_pack},
        {"pack_parts", run_pack_parts},
        {"pack_texts", run_pack_texts},
        {"register_csv", run_register_csv},
        {"register_parts", run_register_parts},
        {"register_xlsx", run_register_xlsx},
        {"rules", run_rules},
        {"signature", run_signature},
        {"typed", run_typed},
        {"xlsx", run_xlsx},
        {"xlsx_parts", run_xlsx_parts},
        {"xml", run_xml},
        {"zip", run_zip},
    };
    return all;
}

const Harness& harness_named(std::string_view name) {
    for (const Harness& harness : harnesses())
        if (harness.name == name) return harness;
    throw std::logic_error{"no harness is called '" + std::string{name} + "'"};
}

void must(bool kept, const char* promise) {
    if (!kept) throw std::logic_error{std::string{"a promise is broken: "} + promise};
}

void must_be_told(const files::FileFault& fault) {
    must(!fault.code.empty() && fault.code.find_first_not_of(
                                    "abcdefghijklmnopqrstuvwxyz_0123456789") == std::string::npos,
         "a fault has a code in snake case");
    must(!fault.words.empty() && files::is_utf8(fault.words), "a fault's words are UTF-8");
}

Parts parts_of(std::string_view text) {
    Parts parts;
    for (std::size_t at = 0; text.substr(at, part_mark.size()) == part_mark;) {
        const std::size_t name_ends = std::min(text.find('\n', at), text.size());
        const std::string_view name =
            text.substr(at + part_mark.size(), name_ends - at - part_mark.size());
        const std::size_t from = std::min(name_ends + 1, text.size());
        // An empty file ends with the newline of its own name.
        const std::size_t to = std::min(text.find("\n=== ", from - 1), text.size());
        parts.emplace_back(name, text.substr(from, to < from ? 0 : to - from));
        at = std::min(to + 1, text.size());
    }
    return parts;
}

std::string zip_of_parts(const Parts& parts) {
    files::ZipBuilder zip{core::Instant{0}};
    for (const auto& [name, bytes] : parts) {
        try {
            zip.add(name, bytes, files::ZipBuilder::Storing::stored);
        } catch (const std::logic_error&) {
            continue;  // the builder's own refusal of a name; other names are what we are after
        }
    }
    return zip.bytes();
}

std::string workbook_of_parts(Parts parts) {
    const auto add = [&](const char* name, const std::string& bytes) {
        if (!has_part(parts, name)) parts.emplace_back(name, bytes);
    };
    add("_rels/.rels", "<Relationships>" +
                           relationship("rId1", "officeDocument", "xl/workbook.xml") +
                           "</Relationships>");
    add("xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<sheets><sheet name=\"Weapons\" r:id=\"rId1\"/></sheets></workbook>");
    std::string related = "<Relationships>";
    related += relationship("rId1", "worksheet", "worksheets/sheet1.xml");
    if (has_part(parts, "xl/styles.xml")) related += relationship("rId2", "styles", "styles.xml");
    if (has_part(parts, "xl/sharedStrings.xml"))
        related += relationship("rId3", "sharedStrings", "sharedStrings.xml");
    add("xl/_rels/workbook.xml.rels", related + "</Relationships>");
    return zip_of_parts(parts);
}

}  // namespace muster::fuzz
