// SPDX-License-Identifier: MIT
#include "app/delta_file.hpp"

#include <algorithm>
#include <map>

#include "app/import_parts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/whole_file.hpp"

namespace muster::app {
namespace {

constexpr std::string_view class_field = "to:";

bool speaks_of_a_day(const std::string& text) {
    const std::string words = core::normal_code(text);
    return words.find("AS AT") != words.npos || words.find("AS OF") != words.npos;
}

std::optional<core::Date> day_in_cell(const files::Cell& cell) {
    if (cell.moment) return cell.moment->day;
    return date_in_text(cell.text);
}

// `Data as at 01/03/2026`, or the day in the cell beside those words.
std::optional<core::Date> day_in_row(const files::Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!speaks_of_a_day(row.cells[i].text)) continue;
        if (const auto day = day_in_cell(row.cells[i])) return day;
        if (i + 1 < row.cells.size())
            if (const auto day = day_in_cell(row.cells[i + 1])) return day;
    }
    return std::nullopt;
}

// What a file says of itself stands above its headings; below them it speaks of its rows.
std::optional<core::Date> as_at_in_heading(const intake::RegisterFile& file,
                                           const intake::Register& found) {
    std::map<std::string, std::int64_t> headings;
    for (const intake::SheetMapping& sheet : found.sheets)
        if (!sheet.kind.empty() && sheet.kind != "none")
            headings.emplace(sheet.sheet, sheet.heading_row);
    std::optional<core::Date> day;
    file.each_row([&](const std::string& sheet, const files::Row& row) {
        const auto heading = headings.find(sheet);
        if (heading != headings.end() && row.number < heading->second) day = day_in_row(row);
        const bool done =
            headings.size() == 1 && heading != headings.end() && row.number >= heading->second;
        return day || done ? intake::Walk::stop : intake::Walk::go_on;
    });
    return day;
}

core::Date require_as_at(std::optional<core::Date> day, const std::string& kind, core::Date today) {
    if (!day && kind == "deployments") day = today;
    if (!day)
        throw UsageError{
            "For which day does the file speak? Neither its name nor a heading says it. Give the "
            "day "
            "that it is as at (--as-at 2026-03-01)."};
    if (*day > today)
        throw UsageError{"The file speaks for " + core::people_text(*day) +
                         ", which is still to come. Check the day that was given, the file's "
                         "name and its heading."};
    return *day;
}

intake::KnownThings officers_known_to(OpenLedger& ledger) {
    intake::KnownThings known;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::Officer& officer : facts.all<core::Officer>())
            if (const auto collar = facts.disclosed(officer.collar.digest))
                known.officers.push_back({*collar, false, {}, {}});
    });
    return known;
}

intake::AuthorisationRow competence_of(const intake::OfficerRow& officer,
                                       const intake::ClassDates& dates) {
    intake::AuthorisationRow row;
    row.sheet = officer.sheet;
    row.row = officer.row;
    row.collar = officer.collar;
    row.weapon_class = dates.weapon_class;
    row.from = dates.from;
    row.to = dates.to;
    row.suspended = officer.suspended;
    return row;
}

void read_rows(const intake::RegisterFile& file, const std::string& kind, DeltaFile& delta) {
    const auto keep = [](auto& rows) {
        return [&rows](const auto& row) {
            rows.push_back(row);
            return intake::Walk::go_on;
        };
    };
    if (kind == "officers") file.each_officer(keep(delta.officers));
    if (kind == "authorisations") file.each_authorisation(keep(delta.competences));
    if (kind == "deployments") file.each_deployment(keep(delta.deployments));
    for (const intake::OfficerRow& officer : delta.officers)
        if (!officer.left)
            for (const intake::ClassDates& dates : officer.authorisations)
                delta.competences.push_back(competence_of(officer, dates));
}

// A sheet with a column a class says nothing of the classes it has no column for.
void read_classes(const std::string& kind, DeltaFile& delta) {
    bool all = false;
    for (const intake::SheetMapping& sheet : delta.found.sheets) {
        if (sheet.kind != kind) continue;
        bool columns = false;
        for (const intake::ColumnMapping& column : sheet.columns)
            if (column.field.starts_with(class_field)) {
                delta.classes.insert(column.field.substr(class_field.size()));
                columns = true;
            }
        all = all || !columns;
    }
    delta.has_classes = kind == "officers" && !delta.classes.empty();
    if (kind == "authorisations" && all) delta.classes.clear();
}

}  // namespace

SaidDay as_at_said_by(const std::string& path, const intake::RegisterFile& file,
                      const intake::Register& found) {
    const auto name = as_at_in_name(path);
    const auto heading = as_at_in_heading(file, found);
    if (!name || !heading || *name == *heading) return {name ? name : heading, {}};
    return {std::min(*name, *heading), std::max(*name, *heading)};
}

DeltaFile read_delta_file(OpenLedger& ledger, const DeltaRequest& request) {
    auto file = intake::RegisterFile::open(request.path);
    const core::Date today = core::uk_date(ledger.now());
    const intake::KnownThings known = officers_known_to(ledger);
    DeltaFile delta;
    intake::ReadOptions options;
    options.as_of = today;
    options.sheet = request.sheet;
    options.kind = request.kind;
    const ImportMapping given = mapping_given(request.map, request.mapping);
    options.mapping = intake_mapping(given);
    delta.confirmed = options.confirmed = cells_as_written(request.confirmed, file.sheets());
    options.updates = true;
    const SaidDay said = request.as_at
                             ? SaidDay{request.as_at, {}}
                             : as_at_said_by(request.path, file, file.inspect(known, options));
    delta.as_at = options.as_of = require_as_at(said.day, request.kind, today);
    delta.later_day = said.later;
    delta.found = file.inspect(known, options);
    refuse_unfounded(request.mapping, file.sheets(), delta.found);
    delta.used = mapping_used(given, delta.found);
    read_rows(file, request.kind, delta);
    read_classes(request.kind, delta);
    // A row that cannot be read may name anybody: then absence proves nothing.
    delta.is_whole = !request.partial && delta.found.faults.empty();
    return delta;
}

std::string DeltaFile::column(const std::string& sheet, const std::string& field) const {
    for (const intake::SheetMapping& each : found.sheets)
        if (each.sheet == sheet && !each.letters(field).empty()) return each.letters(field);
    return {};
}

ImportFault import_fault(const intake::Fault& fault) {
    return {fault.sheet, fault.row,   fault.column,     fault.code,
            fault.words, fault.found, fault.confirmable};
}

}  // namespace muster::app
