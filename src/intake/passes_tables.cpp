// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "passes.hpp"

/// Which tables a file has.
namespace muster::intake {

namespace {

/// What a mapping says of a sheet; empty where nothing.
std::string given_kind(const Mapping& mapping, const std::string& sheet) {
    for (const auto& [name, kind] : mapping.sheets)
        if (words_key(name) == words_key(sheet)) return kind;
    return {};
}

Fault second_table(const Table& table, const std::string& sheet, bool too_late) {
    std::string headings;
    for (const auto& heading : table.headings)
        headings += (headings.empty() ? "" : ", ") + heading.text;
    const std::string found = cut(headings, 200);
    Fault fault = sheet_fault(sheet, "table_second", found,
                              too_late ? "It names what the table above it needs, and was not read."
                                       : "The sheet has too many, and it was not read.");
    fault.row = table.heading_row;
    fault.column = files::column_letters(table.headings.front().column);
    return fault;
}

SheetMapping mapping_of_none(const std::string& sheet, const std::string& kind) {
    SheetMapping mapping;
    mapping.sheet = sheet;
    mapping.kind = kind;
    return mapping;
}

/// What a sheet is when a person said what holds for every row of it, by its name or since there is
/// no other: the first kind that has all of these fields and a heading for one more.
std::optional<Table> table_by_constants(const SheetHead& head, const Mapping& mapping,
                                        const std::string& sheet, bool is_only) {
    const auto is_of_sheet = [&](const Mapping::Constant& constant) {
        return constant.sheet.empty() ? is_only && constant.kind.empty()
                                      : words_key(constant.sheet) == words_key(sheet);
    };
    const auto& said = mapping.constants;
    if (std::none_of(said.begin(), said.end(), is_of_sheet)) return std::nullopt;
    for (const SheetKind kind : all_kinds) {
        const bool knows_all = std::all_of(said.begin(), said.end(), [&](const auto& constant) {
            return !is_of_sheet(constant) || field_called(kind, constant.field).has_value();
        });
        auto table = knows_all ? find_table_as(head, mapping, kind, true) : std::nullopt;
        if (table) return table;
    }
    return std::nullopt;
}

}  // namespace

void RegisterFile::Passes::understand(std::size_t sheet, const SheetHead& head, Register& result) {
    const SourceSheet& source_sheet = source->sheets()[sheet];
    const ReadOptions& options = desk->options;
    const std::string given = given_kind(options.mapping, source_sheet.name);
    const bool other_kind = options.kind && !given.empty() && given != *options.kind;
    if (given == "none" || other_kind) {
        result.sheets.push_back(mapping_of_none(source_sheet.name, "none"));
        return;
    }
    std::vector<Table> found = tables_of(head, given);
    const bool history =
        options.without_history && given.empty() && std::erase_if(found, [](const Table& table) {
                                                        return table.kind == SheetKind::movements;
                                                    }) > 0;
    if (history)
        desk->add_warning(sheet_fault(source_sheet.name, "movements_apart", source_sheet.name));
    if (found.empty() && !options.kind && given.empty() && !history)
        if (auto table = table_by_constants(head, options.mapping, source_sheet.name,
                                            source->sheets().size() == 1)) {
            take_merges(head, *table);
            found.push_back(std::move(*table));
        }
    if (found.empty()) {
        result.sheets.push_back(mapping_of_none(source_sheet.name, ""));
        // Where one kind is asked for, sheets of others are nobody's business.
        if (!options.kind && !history)
            desk->add_warning(
                sheet_fault(source_sheet.name, "sheet_not_understood", source_sheet.name));
        return;
    }
    if (source->mixed_line() != 0) {
        Fault mixed = sheet_fault(source_sheet.name, "letters_mixed", source_sheet.name);
        mixed.row = source->mixed_line();
        desk->add_warning(std::move(mixed));
    }
    if (source_sheet.hidden)
        desk->add_warning(sheet_fault(source_sheet.name, "sheet_hidden", source_sheet.name));
    for (auto& table : found) keep(std::move(table), sheet, result);
}

/// The tables of one sheet that are to be read. A mapping gives the kind of what fits it best; what
/// else stands on the sheet says for itself what it is.
std::vector<Table> RegisterFile::Passes::tables_of(const SheetHead& head,
                                                   const std::string& given) const {
    const ReadOptions& options = desk->options;
    const auto wanted = options.kind ? kind_called(*options.kind) : std::nullopt;
    auto first = find_table(head, options.mapping, kind_called(given));
    std::vector<Table> found;
    if (first) found = tables_in_head(head, options.mapping, std::move(*first));
    if (!options.kind) return found;
    std::erase_if(found, [&](const Table& table) { return table.kind != wanted; });
    if (!found.empty() || !given.empty() || !wanted) return found;
    auto only = find_table_as(head, options.mapping, *wanted,
                              options.sheet || source->sheets().size() == 1);
    if (!only) return {};
    take_merges(head, *only);
    found.push_back(std::move(*only));
    return found;
}

void RegisterFile::Passes::keep(Table table, std::size_t sheet, Register& result) {
    table.sheet_index = sheet;
    table.sheet = source->sheets()[sheet].name;
    table.ordinal = static_cast<std::uint32_t>(tables.size());
    table.take_constants(desk->options.mapping);
    table.incomplete = !table.missing().empty();
    table.place_in_list = result.sheets.size();
    result.sheets.push_back(table.mapping());
    tables.push_back(std::move(table));
}

std::optional<files::FileFault> RegisterFile::Passes::find_tables(Register& result) {
    const auto& sheets = source->sheets();
    bool found_sheet = false;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (desk->options.sheet && *desk->options.sheet != sheets[i].name) continue;
        found_sheet = true;
        SheetHead head;
        if (auto fault = read_head(*source, i, head)) return fault;
        understand(i, head, result);
    }
    if (!found_sheet && desk->options.sheet)
        desk->add_fault(sheet_fault("", "sheet_missing", *desk->options.sheet));
    else if (tables.empty())
        desk->add_fault(sheet_fault(desk->options.sheet.value_or(""), "column_missing",
                                    "Serial No.", "a register on any sheet"));
    return std::nullopt;
}

/// What is wrong with the sheet itself. Its rows are judged all the same where that is possible,
/// since a person wants to see everything at once.
void RegisterFile::Passes::judge_headings(Table& table) {
    for (const auto* field : table.missing()) {
        Fault fault = sheet_fault(table.sheet, "column_missing", field->heading, field->words);
        fault.row = table.heading_row;
        desk->add_fault(std::move(fault));
        table.blocked = true;
    }
    // In a long sheet a column of its own says the class.
    for (const auto& heading : table.headings)
        if (!heading.over.empty() && !table.has(Field::weapon_class)) {
            Fault fault =
                sheet_fault(table.sheet, "heading_class_unknown", heading.over, heading.text);
            fault.row = table.heading_row;
            fault.column = files::column_letters(heading.column);
            desk->add_fault(std::move(fault));
            table.blocked = true;
        }
    for (const auto& heading : table.headings) {
        if (heading.sure || heading.what.field == Field::none) continue;
        std::string words = heading.what.name();
        bool needed = false;
        for (const auto& field : fields_of_kind(table.kind)) {
            if (field.field != heading.what.field) continue;
            words = field.words;
            needed = field.needed;
        }
        Fault fault{table.sheet,
                    table.heading_row,
                    files::column_letters(heading.column),
                    needed ? "heading_unsure" : "heading_guessed",
                    "",
                    heading.text,
                    needed};
        fault.words = words_of(fault.code, heading.text, words);
        if (!needed) {
            desk->add_warning(std::move(fault));
        } else if (!desk->options.confirmed.contains(fault.cell())) {
            desk->add_fault(std::move(fault));
            table.blocked = true;
        }
    }
}

/// Below the head a table begins where a row is clearly headings. It is read where what it may name
/// was read before it; else somebody must put it elsewhere. `last` is the one that began before.
bool RegisterFile::Passes::meet_table(const files::Row& row, Table& above,
                                      std::optional<Table>& last) {
    auto table = table_from(row, desk->options.mapping, above);
    if (!table || (last && TableRows{*last}.is_heading_again(row))) return false;
    Table& before = last && last->is_kept ? found_below.back() : above;
    before.end_row = std::min(before.end_row, row.number);
    table->sheet_index = above.sheet_index;
    const bool is_wanted = !desk->options.kind || kind_name(table->kind) == *desk->options.kind;
    constexpr std::size_t tables_max = 50;
    const bool too_late = table->kind < above.kind;
    const bool too_many = tables.size() + found_below.size() >= tables_max;
    table->is_kept = is_wanted && !too_late && !too_many;
    if (table->is_kept)
        found_below.push_back(*table);
    else if (is_wanted)
        desk->add_fault(second_table(*table, above.sheet, too_late));
    last = std::move(table);
    return true;
}

/// The merged cells stand behind the rows that tell of such a table.
void RegisterFile::Passes::keep_tables_below(Register& result) {
    if (found_below.empty()) return;
    SheetHead head;
    head.merges = merges_from_above(*source, found_below.front().sheet_index);
    for (auto& table : found_below) {
        take_merges(head, table);
        const std::size_t sheet = table.sheet_index;
        keep(std::move(table), sheet, result);
    }
    found_below.clear();
}

/// As they stand in the file, those that were found below others among them.
void RegisterFile::Passes::order_tables(Register& result) {
    std::stable_sort(tables.begin(), tables.end(), [](const Table& a, const Table& b) {
        return std::tuple{a.sheet_index, a.heading_row, a.first_column} <
               std::tuple{b.sheet_index, b.heading_row, b.first_column};
    });
    std::unordered_map<std::string, std::size_t> order;
    for (std::size_t i = 0; i < desk->sheet_names.size(); ++i)
        order.emplace(desk->sheet_names[i], i);
    std::stable_sort(result.sheets.begin(), result.sheets.end(),
                     [&](const SheetMapping& a, const SheetMapping& b) {
                         return std::pair{order.at(a.sheet), a.heading_row} <
                                std::pair{order.at(b.sheet), b.heading_row};
                     });
}

}  // namespace muster::intake
