// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/import_parts.hpp"
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

ImportMapping mapping_given(const std::optional<std::string>& path, const ImportMapping& before) {
    ImportMapping all = path ? read_import_mapping(*path) : ImportMapping{};
    all.headings.insert(all.headings.begin(), before.headings.begin(), before.headings.end());
    all.constants.insert(all.constants.begin(), before.constants.begin(), before.constants.end());
    for (const auto& [sheet, kind] : before.sheets) all.sheets[sheet] = kind;
    for (const auto& [theirs, ours] : before.models) all.models[theirs] = ours;
    for (const auto& [word, status] : before.statuses) all.statuses[word] = status;
    return all;
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
