// SPDX-License-Identifier: MIT
#include "passes.hpp"

#include <algorithm>
#include <tuple>

namespace muster::intake {

namespace {

Fault sheet_fault(const std::string& sheet, std::string_view code, const std::string& found,
                  const std::string& other = {}) {
    return {sheet, 0, "", std::string{code}, words_of(code, found, other), found, false};
}

Register unusable(const files::FileFault& fault, const std::string& sha256) {
    Register result;
    result.sha256 = sha256;
    result.faults.push_back({"", 0, "", fault.code, fault.words, "", false});
    result.faults_found = 1;
    return result;
}

/// What a mapping says of a sheet; empty where nothing.
std::string given_kind(const Mapping& mapping, const std::string& sheet) {
    for (const auto& [name, kind] : mapping.sheets)
        if (words_key(name) == words_key(sheet)) return kind;
    return {};
}

/// Adds up what several sheets have been read of, and stops where it should.
class ProgressOfSheets {
public:
    ProgressOfSheets(const Progress& progress, std::int64_t total)
        : progress_{progress}, total_{total} {}
    void tell(std::int64_t bytes) const {
        if (progress_ && !progress_(std::min(before_ + bytes, total_), total_)) throw Cancelled{};
    }
    void done_with(std::int64_t sheet_bytes) { before_ += sheet_bytes; }

private:
    const Progress& progress_;
    std::int64_t total_;
    std::int64_t before_ = 0;
};

void sort_by_place(std::vector<Fault>& faults, const std::vector<std::string>& sheets) {
    std::unordered_map<std::string, std::size_t> order;
    for (std::size_t i = 0; i < sheets.size(); ++i) order.emplace(sheets[i], i + 1);
    const auto place = [&](const Fault& fault) {
        const auto sheet = order.find(fault.sheet);
        return std::tuple{sheet == order.end() ? 0 : sheet->second, fault.row, fault.column.size(),
                          std::string_view{fault.column}};
    };
    std::stable_sort(faults.begin(), faults.end(),
                     [&](const Fault& a, const Fault& b) { return place(a) < place(b); });
}

void count_rows(const Table& table, Register& result) {
    switch (table.kind) {
        case SheetKind::items:
            result.item_rows += table.rows;
            break;
        case SheetKind::batches:
            result.batch_rows += table.rows;
            break;
        case SheetKind::officers:
            result.officer_rows += table.rows;
            break;
        case SheetKind::authorisations:
            result.authorisation_rows += table.rows;
            break;
        case SheetKind::deployments:
            result.deployment_rows += table.rows;
            break;
        case SheetKind::movements:
            result.movement_rows += table.rows;
            break;
    }
}

bool judge_row(SheetKind kind, Judge& judge) {
    switch (kind) {
        case SheetKind::items:
            return judge.item();
        case SheetKind::batches:
            return judge.batch();
        case SheetKind::officers:
            return judge.officer();
        case SheetKind::authorisations:
            return judge.authorisation();
        case SheetKind::deployments:
            return judge.deployment();
        case SheetKind::movements:
            return judge.movement();
    }
    throw std::logic_error{"a sheet of no kind"};
}

void give_faults(Desk& desk, Register& result) {
    result.faults_found = desk.faults_found;
    sort_by_place(desk.faults, desk.sheet_names);
    sort_by_place(desk.warnings, desk.sheet_names);
    if (desk.faults_found > faults_listed)
        desk.faults.push_back(sheet_fault("", "too_many_faults", std::to_string(faults_listed),
                                          std::to_string(desk.faults_found)));
    if (desk.warnings_found > faults_listed)
        desk.warnings.push_back(sheet_fault("", "too_many_warnings", std::to_string(faults_listed),
                                            std::to_string(desk.warnings_found)));
    result.faults = std::move(desk.faults);
    result.warnings = std::move(desk.warnings);
    desk.faults.clear();
    desk.warnings.clear();
}

SheetMapping mapping_of_none(const std::string& sheet, const std::string& kind) {
    SheetMapping mapping;
    mapping.sheet = sheet;
    mapping.kind = kind;
    return mapping;
}

}  // namespace

void RegisterFile::Passes::understand(std::size_t sheet, const SheetHead& head, Register& result) {
    const SourceSheet& source_sheet = source->sheets()[sheet];
    const ReadOptions& options = desk->options;
    const std::string given = given_kind(options.mapping, source_sheet.name);
    const auto wanted = options.kind ? kind_called(*options.kind) : std::nullopt;
    const bool other_kind = options.kind && !given.empty() && given != *options.kind;
    if (given == "none" || other_kind) {
        result.sheets.push_back(mapping_of_none(source_sheet.name, "none"));
        return;
    }
    std::optional<Table> table;
    if (!given.empty())
        table = find_table(head, options.mapping, kind_called(given));
    else if (wanted)
        table = find_table_as(head, options.mapping, *wanted,
                              options.sheet || source->sheets().size() == 1);
    else if (!options.kind)
        table = find_table(head, options.mapping, std::nullopt);
    if (!table) {
        result.sheets.push_back(mapping_of_none(source_sheet.name, ""));
        // Where one kind is asked for, sheets of others are nobody's business.
        if (!options.kind)
            desk->add_warning(
                sheet_fault(source_sheet.name, "sheet_not_understood", source_sheet.name));
        return;
    }
    if (source_sheet.hidden)
        desk->add_warning(sheet_fault(source_sheet.name, "sheet_hidden", source_sheet.name));
    table->sheet_index = sheet;
    table->sheet = source_sheet.name;
    result.sheets.push_back(table->mapping());
    tables.push_back(std::move(*table));
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

std::optional<files::FileFault> RegisterFile::Passes::judge_rows(Table& table, Judge& judge,
                                                                 Register& result,
                                                                 const files::BytesRead& progress) {
    TableRows rows{table};
    const bool judged = table.missing().empty();
    std::int64_t faulty = 0;
    const auto fault = source->walk(
        table.sheet_index,
        [&](const files::Row& source_row) {
            const files::Row* row = rows.take(source_row);
            if (row == nullptr) return files::Walk::go_on;
            ++table.rows;
            if (!judged) return files::Walk::go_on;
            desk->begin(table, *row);
            const bool held = judge_row(table.kind, judge);
            if (desk->is_faulty()) {
                table.faulty.set(row->number);
                ++faulty;
            } else if (held) {
                table.held.set(row->number);
                result.held += table.blocked ? 0 : 1;
            }
            return files::Walk::go_on;
        },
        progress);
    result.faulty += table.blocked ? table.rows : faulty;
    count_rows(table, result);
    return fault;
}

Register RegisterFile::Passes::inspect(const KnownThings& known, const ReadOptions& options,
                                       const Progress& progress) {
    tables.clear();
    desk.reset();
    if (unreadable) return unusable(*unreadable, sha256);
    desk = std::make_unique<Desk>(known, options, source->epoch());
    for (const auto& sheet : source->sheets()) desk->sheet_names.push_back(sheet.name);
    Register result;
    result.sha256 = sha256;
    if (const auto trouble = find_tables(result)) {
        tables.clear();
        return unusable(*trouble, sha256);
    }
    Judge judge{known, *desk};
    std::int64_t total = 0;
    for (const auto& table : tables) total += source->sheets()[table.sheet_index].bytes;
    ProgressOfSheets told{progress, total};
    for (const SheetKind kind : all_kinds)
        for (auto& table : tables) {
            if (table.kind != kind) continue;
            judge_headings(table);
            const auto trouble =
                judge_rows(table, judge, result, [&](std::int64_t bytes) { told.tell(bytes); });
            if (trouble) {
                tables.clear();
                return unusable(*trouble, sha256);
            }
            told.done_with(source->sheets()[table.sheet_index].bytes);
            for (auto& mapping : result.sheets)
                if (mapping.sheet == table.sheet) mapping.rows = table.rows;
        }
    judge.finish(tables);
    give_faults(*desk, result);
    desk->judging = false;
    return result;
}

void RegisterFile::Passes::each(SheetKind kind, const Progress& progress,
                                const std::function<Walk(Desk&, bool)>& visit) {
    if (!desk && !unreadable) throw std::logic_error{"rows are asked for before inspect"};
    std::int64_t total = 0;
    for (const auto& table : tables)
        if (table.kind == kind) total += source->sheets()[table.sheet_index].bytes;
    ProgressOfSheets told{progress, total};
    bool stopped = false;
    for (const auto& table : tables) {
        if (table.kind != kind || table.blocked || stopped) continue;
        TableRows rows{table};
        const auto visit_row = [&](const files::Row& source_row) {
            const files::Row* row = rows.take(source_row);
            if (row == nullptr || table.faulty.has(row->number)) return Walk::go_on;
            desk->begin(table, *row);
            stopped = visit(*desk, table.held.has(row->number)) == Walk::stop;
            return stopped ? Walk::stop : Walk::go_on;
        };
        const auto trouble = source->walk(table.sheet_index, visit_row,
                                          [&](std::int64_t bytes) { told.tell(bytes); });
        // The same bytes were read to their end in pass 1.
        if (trouble) throw std::logic_error{"a file changed between its passes: " + trouble->words};
        told.done_with(source->sheets()[table.sheet_index].bytes);
    }
}

}  // namespace muster::intake
