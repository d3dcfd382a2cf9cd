// SPDX-License-Identifier: MIT
#include <algorithm>
#include <stdexcept>

#include "rows.hpp"

namespace muster::core {
namespace {

// The index cannot count itself while it is made; its rows are the other sheets.
void index_rows(const PeriodSheets& period, const tables::Visit& visit) {
    for (const Sheet& one : sheets()) {
        if (one.id == SheetId::index) continue;
        const SheetTotal total = period.total(one.id);
        visit({one.ref, one.title, total.rows,
               one.control.empty() ? SheetCell{} : SheetCell{total.control}, one.control,
               "tables/" + one.name + ".csv", one.description});
    }
}

std::size_t control_column(const Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns[i].name == sheet.control) return i;
    return sheet.columns.size();
}

void rows_of(const PeriodSheets& period, SheetId id, const tables::Visit& visit) {
    const PeriodSource& source = period.source();
    switch (id) {
        case SheetId::index:
            return index_rows(period, visit);
        case SheetId::items:
            return tables::item_rows(source, visit);
        case SheetId::batches:
            return tables::batch_rows(source, visit);
        case SheetId::officers:
            return tables::officer_rows(source, visit);
        case SheetId::movements:
            return tables::movement_rows(source, visit);
        case SheetId::reconciliation:
            return tables::reconciliation_rows(source, visit);
        case SheetId::counts:
            return tables::count_rows(source, visit);
        case SheetId::count_lines:
            return tables::count_line_rows(source, false, visit);
        case SheetId::count_differences:
            return tables::count_line_rows(source, true, visit);
        case SheetId::overrides:
            return tables::override_rows(source, visit);
        case SheetId::alone:
            return tables::alone_rows(source, visit);
        case SheetId::discrepancies:
            return tables::discrepancy_rows(source, visit);
        case SheetId::dictionary:
            return tables::dictionary_rows(visit);
        case SheetId::integrity:
            return tables::integrity_rows(source, visit);
    }
    throw std::logic_error{"a sheet without rows"};
}

constexpr std::size_t cell_bytes_max = 30'000;  // Excel keeps 32,767 characters

// XML has no U+FFFE and U+FFFF, which a ledger's text may hold.
void replace_noncharacters(std::string& text) {
    for (const char* bad : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (auto at = text.find(bad); at != std::string::npos; at = text.find(bad, at))
            text.replace(at, 3, "\xEF\xBF\xBD");
}

void shorten(std::string& text) {
    if (text.size() <= cell_bytes_max) return;
    std::size_t end = cell_bytes_max;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
    text += " … (ledger.jsonl has all of it)";
}

// An empty text means "not applicable" everywhere, and a workbook keeps no empty text apart from an
// empty cell; so there is only one kind of nothing.
void settle(SheetRow& row, const Sheet& sheet) {
    row.emplace_back(sheet.ref);
    if (row.size() != sheet.columns.size())
        throw std::logic_error{"sheet " + sheet.name + " has a row of another width"};
    for (SheetCell& cell : row)
        if (auto* text = std::get_if<std::string>(&cell)) {
            replace_noncharacters(*text);
            shorten(*text);
            if (text->empty()) cell = std::monostate{};
        }
}

}  // namespace

std::string cell_text(const SheetCell& cell) {
    struct Writer {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(Date date) const { return text_of(date); }
        std::string operator()(Instant instant) const { return uk_time_text(instant); }
    };
    return std::visit(Writer{}, cell);
}

void PeriodSheets::each_row(SheetId id, const std::function<void(const SheetRow&)>& visit) const {
    const Sheet& one = sheet(id);
    const std::size_t control = control_column(one);
    SheetTotal total;
    rows_of(*this, id, [&](SheetRow row) {
        settle(row, one);
        ++total.rows;
        if (control < row.size())
            if (const auto* number = std::get_if<std::int64_t>(&row[control]))
                total.control += *number;
        visit(row);
    });
    totals_.insert_or_assign(id, total);
}

SheetTotal PeriodSheets::total(SheetId id) const {
    if (const auto found = totals_.find(id); found != totals_.end()) return found->second;
    each_row(id, [](const SheetRow&) {});
    return totals_.at(id);
}

}  // namespace muster::core
