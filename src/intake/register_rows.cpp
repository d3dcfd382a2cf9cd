// SPDX-License-Identifier: MIT
#include "muster/intake/register_rows.hpp"

#include <algorithm>
#include <filesystem>
#include <list>

#include "folding.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "reading.hpp"

namespace muster::intake {

namespace {

Fault sheet_fault(const std::string& sheet, std::string_view code, const std::string& found,
                  const std::string& other = {}) {
    return {sheet, 0, "", std::string{code}, words_of(code, found, other), found, false};
}

/// What is wrong with the sheet itself; its rows are then counted and left.
bool lacks_columns(const Table& table, Desk& desk) {
    bool lacks = false;
    for (const auto& needed : needed_fields(table.kind)) {
        if (table.columns.contains(needed.field)) continue;
        Fault fault =
            sheet_fault(table.sheet->name, "column_missing", needed.heading, needed.words);
        fault.row = table.heading_row;
        desk.faults.push_back(std::move(fault));
        lacks = true;
    }
    return lacks;
}

void put_mapping(const Table& table, WholeRegister& result) {
    SheetMapping mapping;
    mapping.sheet = table.sheet->name;
    mapping.kind = kind_name(table.kind);
    mapping.heading_row = table.heading_row;
    mapping.rows = static_cast<std::int64_t>(table.rows.size());
    for (const auto& [field, column] : table.columns)
        mapping.columns.push_back({table.letters(field), table.headings.at(column), field, true});
    for (const auto& [column, heading] : table.headings)
        if (std::none_of(table.columns.begin(), table.columns.end(),
                         [&](const auto& taken) { return taken.second == column; }))
            mapping.columns.push_back({files::column_letters(column), heading, "", true});
    if (table.kind == SheetKind::items) result.item_rows += mapping.rows;
    if (table.kind == SheetKind::batches) result.batch_rows += mapping.rows;
    if (table.kind == SheetKind::officers) result.officer_rows += mapping.rows;
    result.sheets.push_back(std::move(mapping));
}

/// The tables of all sheets that are asked for. A list, because drafts point into it.
std::list<Table> find_tables(const std::vector<SourceSheet>& sheets, Desk& desk) {
    std::list<Table> tables;
    for (const auto& sheet : sheets) {
        if (desk.options.sheet && *desk.options.sheet != sheet.name) continue;
        auto table = find_table(sheet, desk.options);
        if (!table) {
            desk.warnings.push_back(sheet_fault(sheet.name, "sheet_not_understood", sheet.name));
            continue;
        }
        if (sheet.hidden)
            desk.warnings.push_back(sheet_fault(sheet.name, "sheet_hidden", sheet.name));
        tables.push_back(std::move(*table));
    }
    if (tables.empty())
        desk.faults.push_back(sheet_fault(desk.options.sheet.value_or(""), "column_missing",
                                          "Serial No.", "a register on any sheet"));
    return tables;
}

template <class RowType>
void take_good_rows(std::vector<Draft<RowType>>& drafts, std::vector<RowType>& rows) {
    for (auto& draft : drafts)
        if (draft.faulty.empty()) rows.push_back(std::move(draft.row));
}

void sort_by_place(std::vector<Fault>& faults, const std::vector<SourceSheet>& sheets) {
    std::map<std::string, std::size_t> order;
    for (std::size_t i = 0; i < sheets.size(); ++i) order.emplace(sheets[i].name, i + 1);
    const auto place = [&](const Fault& fault) {
        const auto sheet = order.find(fault.sheet);
        return std::tuple{sheet == order.end() ? 0 : sheet->second, fault.row, fault.column.size(),
                          fault.column};
    };
    std::stable_sort(faults.begin(), faults.end(),
                     [&](const Fault& a, const Fault& b) { return place(a) < place(b); });
}

void read_tables(const std::list<Table>& tables, Desk& desk, WholeRegister& result) {
    for (const auto& table : tables) {
        put_mapping(table, result);
        if (lacks_columns(table, desk)) continue;
        if (table.kind == SheetKind::items) read_items(table, desk);
        if (table.kind == SheetKind::batches) read_batches(table, desk);
        if (table.kind == SheetKind::officers) read_officers(table, desk);
    }
}

}  // namespace

std::vector<std::string> SheetMapping::unused() const {
    std::vector<std::string> headings;
    for (const auto& column : columns)
        if (column.field.empty()) headings.push_back(column.heading);
    return headings;
}

std::vector<std::string> SheetMapping::unsure() const {
    std::vector<std::string> headings;
    for (const auto& column : columns)
        if (!column.sure) headings.push_back(column.heading);
    return headings;
}

std::string SheetMapping::letters(const std::string& field) const {
    for (const auto& column : columns)
        if (column.field == field) return column.letters;
    return {};
}

Spellings::Spellings(const std::vector<std::string>& known) {
    for (const auto& name : known) {
        spellings_.emplace(name_key(name), squeezed(name));
        known_.insert(name_key(name));
    }
}

std::string Spellings::spelling(const std::string& name) {
    if (name.empty()) return name;
    return spellings_.emplace(name_key(name), name).first->second;
}

bool Spellings::is_known(const std::string& name) const {
    return known_.contains(name_key(name));
}

WholeRegister read_register(std::string bytes, const std::string& name, const KnownThings& known,
                            const ReadOptions& options) {
    WholeRegister result;
    result.sha256 = ledger::hex(ledger::sha256(bytes));
    const auto sheets = read_sheets(std::move(bytes), name);
    if (sheets.fault() != nullptr) {
        result.faults.push_back(
            {"", 0, "", sheets.fault()->code, sheets.fault()->words, "", false});
        return result;
    }
    Desk desk{known, options};
    const auto tables = find_tables(sheets.value(), desk);
    read_tables(tables, desk, result);
    compare_officers(desk);
    compare_items(desk);
    compare_batches(desk);
    warn_of_items(desk);
    warn_of_names_and_batches(desk);
    take_good_rows(desk.items, result.items);
    take_good_rows(desk.batches, result.batches);
    take_good_rows(desk.officers, result.officers);
    result.faulty = result.item_rows + result.batch_rows + result.officer_rows -
                    static_cast<std::int64_t>(result.items.size() + result.batches.size() +
                                              result.officers.size());
    for (const auto& row : result.items) result.held += row.held ? 1 : 0;
    for (const auto& row : result.batches) result.held += row.held ? 1 : 0;
    for (const auto& row : result.officers) result.held += row.held ? 1 : 0;
    result.faults = std::move(desk.faults);
    result.faults_found = static_cast<std::int64_t>(result.faults.size());
    result.warnings = std::move(desk.warnings);
    sort_by_place(result.faults, sheets.value());
    sort_by_place(result.warnings, sheets.value());
    return result;
}

WholeRegister read_register_file(const std::string& path, const KnownThings& known,
                                 const ReadOptions& options) {
    const std::string name = std::filesystem::path{path}.stem().string();
    try {
        return read_register(files::read_file(path), name, known, options);
    } catch (const files::FileTooLarge& error) {
        WholeRegister result;
        result.faults.push_back({"", 0, "", "file_too_large", error.what(), "", false});
        return result;
    }
}

}  // namespace muster::intake
