// SPDX-License-Identifier: MIT
#include "passes.hpp"

#include <algorithm>
#include <tuple>

#include "sheet_notes.hpp"

namespace muster::intake {

namespace {

Register unusable(const files::FileFault& fault, const std::string& sha256) {
    Register result;
    result.sha256 = sha256;
    result.faults.push_back({"", 0, "", fault.code, fault.words, "", false});
    result.faults_found = 1;
    return result;
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

/// Letters that are crossed out beside others that are not: what was read is both together.
void judge_struck_letters(const Table& table, const files::Row& row, Desk& desk) {
    for (const auto& heading : table.headings) {
        const Field field = heading.what.field;
        const bool is_prose = field == Field::remarks || field == Field::reason;
        const bool is_read = field != Field::none && heading.wanted && !is_prose;
        const auto* cell = is_read ? row.at(heading.column) : nullptr;
        if (cell != nullptr && cell->part_struck)
            desk.fault_at(heading.column, "text_part_struck", cut(shown(cell), 200), {}, true);
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

Fault remark_in(const Table& table, const files::Row& row, const files::Cell& cell) {
    const std::string found = cut(shown(&cell), 200);
    return {table.sheet,
            row.number,
            files::column_letters(cell.column),
            "row_not_understood",
            words_of("row_not_understood", found),
            found,
            false};
}

}  // namespace

Fault sheet_fault(const std::string& sheet, std::string_view code, const std::string& found,
                  const std::string& other) {
    return {sheet, 0, "", std::string{code}, words_of(code, found, other), found, false};
}

std::optional<files::FileFault> RegisterFile::Passes::judge_rows(Table& table, Judge& judge,
                                                                 Register& result,
                                                                 const files::BytesRead& progress) {
    TableRows rows{table};
    SheetNotes notes{table};
    std::int64_t faulty = 0;
    std::int64_t held_rows = 0;
    std::optional<Table> below;  // the last that began below this one
    const auto fault = source->walk(
        table.sheet_index,
        [&](const files::Row& source_row) {
            if (source_row.number >= table.end_row) {
                if (!below) return files::Walk::stop;
                meet_table(source_row, table, below);
                return files::Walk::go_on;
            }
            const files::Row* row = rows.take(source_row);
            if (const auto* remark = rows.remark())
                desk->add_warning(remark_in(table, source_row, *remark));
            if (const auto* beside = rows.beside()) notes.pass(*beside);
            if (row == nullptr) return files::Walk::go_on;
            if (row->number > heading_rows_max && meet_table(*row, table, below))
                return files::Walk::go_on;
            ++table.rows;
            notes.take(*row);
            desk->begin(table, *row);
            judge_struck_letters(table, *row, *desk);
            const bool held = judge_row(table.kind, judge);
            if (desk->is_faulty()) {
                table.faulty.set(row->number);
                ++faulty;
            } else if (held) {
                table.held.set(row->number);
                ++held_rows;
            }
            return files::Walk::go_on;
        },
        progress);
    notes.give(*desk, rows.dittos());
    if (table.rows > 0 && desk->judge_orders()) table.blocked = true;
    result.faulty += table.blocked ? table.rows : faulty;
    result.held += table.blocked ? 0 : held_rows;
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
        for (std::size_t i = 0; i < tables.size(); ++i) {
            if (tables[i].kind != kind) continue;
            judge_headings(tables[i]);
            const auto trouble =
                judge_rows(tables[i], judge, result, [&](std::int64_t bytes) { told.tell(bytes); });
            if (trouble) {
                tables.clear();
                return unusable(*trouble, sha256);
            }
            told.done_with(source->sheets()[tables[i].sheet_index].bytes);
            keep_tables_below(result);
        }
    for (const auto& table : tables) result.sheets[table.place_in_list].rows = table.rows;
    order_tables(result);
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
            if (source_row.number >= table.end_row) return Walk::stop;
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
