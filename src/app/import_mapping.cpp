// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/import_parts.hpp"
#include "muster/core/codes.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/intake/mapping.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::app {
namespace {

ImportMapping plain(const intake::Mapping& mapping) {
    ImportMapping all;
    all.sheets = mapping.sheets;
    for (const auto& heading : mapping.headings)
        all.headings.push_back({heading.kind, heading.heading, heading.field});
    for (const auto& each : mapping.constants)
        all.constants.push_back({each.kind, each.sheet, each.field, each.value});
    all.models = mapping.models;
    all.statuses = mapping.statuses;
    return all;
}

}  // namespace

intake::Mapping intake_mapping(const ImportMapping& mapping) {
    intake::Mapping all;
    all.sheets = mapping.sheets;
    for (const auto& heading : mapping.headings)
        all.headings.push_back({heading.kind, heading.heading, heading.field});
    for (const auto& each : mapping.constants)
        all.constants.push_back({each.kind, each.sheet, each.field, each.value});
    all.models = mapping.models;
    all.statuses = mapping.statuses;
    return all;
}

ImportMapping mapping_used(const ImportMapping& given, const intake::Register& found) {
    ImportMapping used = given;
    for (const intake::SheetMapping& sheet : found.sheets) {
        if (sheet.kind.empty() || sheet.kind == "none") continue;
        used.sheets.emplace(sheet.sheet, sheet.kind);
        for (const intake::ColumnMapping& column : sheet.columns) {
            const auto same = [&](const ImportMapping::Heading& heading) {
                return heading.heading == column.heading &&
                       (heading.kind.empty() || heading.kind == sheet.kind);
            };
            // A heading that was not understood is left open: a later program may know it.
            if (column.field.empty() ||
                std::any_of(used.headings.begin(), used.headings.end(), same))
                continue;
            used.headings.push_back({sheet.kind, column.heading, column.field});
        }
    }
    return used;
}

std::vector<std::string> mapping_lines(const intake::Register& found) {
    std::vector<std::string> lines;
    for (const intake::SheetMapping& sheet : found.sheets)
        for (const intake::ColumnMapping& column : sheet.columns)
            if (!column.field.empty())
                lines.push_back(sheet.sheet + "!" + column.letters + "=" + column.field);
    for (const intake::SheetMapping& sheet : found.sheets)
        for (const auto& [field, value] : sheet.constants)
            lines.push_back(sheet.sheet + "!every row=" + field + ": " +
                            ledger::fit_for_line(value));
    return lines;
}

namespace {

bool is_same_name(const std::string& a, const std::string& b) {
    return core::normal_code(a) == core::normal_code(b);
}

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t names_max = 20;
    std::string words;
    for (std::size_t i = 0; i < std::min(names.size(), names_max); ++i)
        words += (i == 0 ? "" : ", ") + names[i];
    return names.size() > names_max ? words + " and others" : words;
}

// A field that the sheet's kind does not have.
std::string not_taken(const ImportMapping::Heading& said, const intake::Register& found) {
    std::string kinds;
    for (const intake::SheetMapping& sheet : found.sheets)
        for (const intake::ColumnMapping& column : sheet.columns) {
            if (!is_same_name(column.heading, said.heading)) continue;
            if (said.field.empty() || column.field == said.field) return {};
            kinds = sheet.kind;
        }
    if (kinds.empty()) return {};
    return "The heading '" + said.heading + "' could not be read as " + said.field +
           ": a sheet of " + kinds + " has no such field, or another column is it already. ";
}

}  // namespace

void refuse_unfounded(const ImportMapping& said, const std::vector<std::string>& sheets,
                      const intake::Register& found) {
    std::string words;
    for (const auto& constant : said.constants)
        if (!constant.sheet.empty() &&
            std::none_of(sheets.begin(), sheets.end(), [&](const std::string& sheet) {
                return is_same_name(sheet, constant.sheet);
            }))
            words += "The file has no sheet called '" + constant.sheet + "'. It has " +
                     listed(sheets) + ". ";
    std::vector<std::string> headings;
    for (const intake::SheetMapping& sheet : found.sheets)
        for (const intake::ColumnMapping& column : sheet.columns)
            headings.push_back(column.heading);
    for (const auto& heading : said.headings)
        if (std::none_of(headings.begin(), headings.end(), [&](const std::string& there) {
                return is_same_name(there, heading.heading);
            }))
            words += "No sheet has the heading '" + heading.heading +
                     "'. There are: " + (headings.empty() ? "none" : listed(headings)) + ". ";
    for (const auto& heading : said.headings) words += not_taken(heading, found);
    for (const auto& [theirs, ours] : said.statuses)
        if (!intake::is_status_word(ours))
            words += "'" + ours + "' is no status of ours, so that '" + theirs +
                     "' cannot mean it. Use a word such as " + listed(intake::status_words()) +
                     ", or Active, Suspended or Left of people. ";
    if (!words.empty()) throw UsageError{words + "Nothing was changed."};
}

std::set<std::string> cells_as_written(const std::set<std::string>& cells,
                                       const std::vector<std::string>& sheets) {
    std::set<std::string> written;
    for (const std::string& cell : cells) {
        const auto mark = cell.rfind('!');
        std::string sheet = mark == cell.npos ? "" : cell.substr(0, mark);
        if (sheet.empty() && sheets.size() == 1) sheet = sheets.front();
        std::string place = mark == cell.npos ? cell : cell.substr(mark + 1);
        for (char& c : place)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const auto same = std::find_if(sheets.begin(), sheets.end(), [&](const std::string& name) {
            return name == sheet || is_same_name(name, sheet);
        });
        written.insert((same == sheets.end() ? sheet : *same) + "!" + place);
    }
    return written;
}

ImportMapping merged(ImportMapping mapping, const ImportMapping& before) {
    mapping.headings.insert(mapping.headings.begin(), before.headings.begin(),
                            before.headings.end());
    mapping.constants.insert(mapping.constants.begin(), before.constants.begin(),
                             before.constants.end());
    for (const auto& [sheet, kind] : before.sheets) mapping.sheets[sheet] = kind;
    for (const auto& [theirs, ours] : before.models) mapping.models[theirs] = ours;
    for (const auto& [word, status] : before.statuses) mapping.statuses[word] = status;
    return mapping;
}

ImportMapping mapping_given(const std::optional<std::string>& path, const ImportMapping& before) {
    return merged(path ? read_import_mapping(*path) : ImportMapping{}, before);
}

std::string import_mapping_text(const ImportMapping& mapping) {
    return intake::mapping_text(intake_mapping(mapping));
}

ImportMapping read_import_mapping(const std::string& path) {
    constexpr std::int64_t bytes_max = files::mebibyte;
    const auto mapping = intake::read_mapping(files::read_file(path, bytes_max));
    if (const files::FileFault* fault = mapping.fault())
        throw UsageError{path + ": " + fault->words};
    return plain(mapping.value());
}

void save_import_mapping(const ImportMapping& mapping, const std::string& path) {
    files::write_file_atomically(path, import_mapping_text(mapping));
}

std::vector<std::string> import_status_words() {
    return intake::status_words();
}

const std::vector<std::string>& import_kinds() {
    return intake::kinds();
}

std::vector<ImportField> import_fields(const std::string& kind) {
    const auto& kinds = intake::kinds();
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) return {};
    std::vector<ImportField> fields;
    for (const intake::FieldWords& field : intake::fields_of(kind))
        fields.push_back({field.field, field.heading, field.needed});
    return fields;
}

}  // namespace muster::app
