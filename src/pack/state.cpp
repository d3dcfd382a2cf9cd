// SPDX-License-Identifier: MIT
#include "muster/pack/state.hpp"

#include <algorithm>
#include <map>

#include "lines.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::pack {
namespace {

constexpr std::size_t faults_max = 20;

std::map<std::string, core::Table> tables_by_name() {
    std::map<std::string, core::Table> tables;
    for (std::size_t i = 0; i < core::table_count; ++i) {
        const auto table = static_cast<core::Table>(i);
        tables.emplace(core::table_name(table), table);
    }
    return tables;
}

/// One line into the facts; or why not.
std::optional<ledger::LineFault> take_line(const std::map<std::string, core::Table>& tables,
                                           std::string_view line, core::MemoryFacts& facts) {
    const auto read = ledger::read_canonical(line);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read)) return *fault;
    const auto& value = std::get<core::Value>(read);
    const core::Value* name = value.member("table");
    const core::Value* row = value.member("row");
    if (name == nullptr || name->text() == nullptr || row == nullptr || value.object()->size() != 2)
        return ledger::LineFault{"fact_shape", "A line of facts has exactly a table and a row."};
    const auto table = tables.find(*name->text());
    if (table == tables.end())
        return ledger::LineFault{"fact_table_unknown", "There is no such table of facts."};
    std::vector<core::ShapeFault> faults;
    core::Row cells = core::row_of_value(table->second, *row, faults);
    if (!faults.empty())
        return ledger::LineFault{"fact_shape", faults.front().path + ": " + faults.front().words};
    facts.put(table->second, std::move(cells));
    return std::nullopt;
}

}  // namespace

void each_opening_line(const core::Facts& facts,
                       const std::function<void(std::string_view line)>& visit) {
    // `row` sorts before `table` in a line, so the order of the lines is not that of the tables.
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < core::table_count; ++i) {
        const auto table = static_cast<core::Table>(i);
        facts.rows(table, "", [&](const core::Row& row) {
            lines.push_back(ledger::canonical(
                core::Value{core::Value::Object{{"row", core::value_of_row(table, row)},
                                                {"table", std::string{core::table_name(table)}}}}));
            return true;
        });
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) visit(line);
}

std::string opening_file(const core::Facts& facts) {
    std::string bytes;
    each_opening_line(facts, [&](std::string_view line) { bytes.append(line) += '\n'; });
    return bytes;
}

std::string state_digest(const core::Facts& facts) {
    ledger::Sha256 hash;
    each_opening_line(facts, [&](std::string_view line) { hash.update(line).update("\n"); });
    return ledger::hex(hash.finish());
}

std::vector<ledger::LineFault> read_opening(std::string_view bytes, core::MemoryFacts& facts) {
    const auto tables = tables_by_name();
    std::vector<ledger::LineFault> faults;
    std::string before;
    const bool ended = each_line_of(bytes, [&](std::int64_t number, std::string_view line) {
        auto fault = take_line(tables, line, facts);
        if (!fault && number > 1 && line <= before)
            fault =
                ledger::LineFault{"fact_order", "Lines of facts are sorted and never repeated."};
        if (fault) {
            fault->words = "Line " + std::to_string(number) + ": " + fault->words;
            faults.push_back(*fault);
        }
        before = line;
        return faults.size() < faults_max;
    });
    if (!ended && faults.size() < faults_max)
        faults.push_back({"fact_shape", "The last line does not end."});
    return faults;
}

}  // namespace muster::pack
