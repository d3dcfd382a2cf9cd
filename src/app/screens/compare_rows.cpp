// SPDX-License-Identifier: MIT
#include "app/screens/compare_rows.hpp"

#include <algorithm>

#include "app/screens/import_tables.hpp"
#include "muster/core/codes.hpp"

namespace muster::app {
namespace {

enum Column : std::size_t { what, kind, subject, field, in_file, here, place };
constexpr std::size_t column_count = place + 1;

std::string words_of(const std::string& difference) {
    if (difference == "only_in_file") return "Only in the file";
    if (difference == "only_in_ledger") return "Only here";
    return "Differs";
}

std::string spaced(std::string code) {
    std::replace(code.begin(), code.end(), '_', ' ');
    return code;
}

std::string cell_of_fault(const ImportFault& fault, std::size_t column) {
    switch (column) {
        case what:
            return "Not compared";
        case subject:
            return fault.words;
        case in_file:
            return fault.found;
        case place:
            return fault.sheet + (import_place(fault).empty() ? "" : ", " + import_place(fault));
        default:
            return {};
    }
}

std::string cell_of_difference(const Difference& one, std::size_t column) {
    switch (column) {
        case what:
            return words_of(one.what);
        case kind:
            return one.kind;
        case subject:
            return one.subject + (one.likely.empty() ? "" : " (looks like " + one.likely + ")");
        case field:
            return spaced(one.field);
        case in_file:
            return spaced(one.file);
        case here:
            return spaced(one.ledger);
        case place:
            return one.row == 0 ? one.sheet : one.sheet + ", row " + std::to_string(one.row);
        default:
            return {};
    }
}

}  // namespace

std::string CompareScreen::Rows::cell_of(std::size_t line, std::size_t column) const {
    return is_fault(line) ? cell_of_fault(report_.faults[line - report_.differences.size()], column)
                          : cell_of_difference(report_.differences[line], column);
}

bool CompareScreen::Rows::is_wanted(std::size_t line, Showing showing) const {
    if (showing == Showing::all) return true;
    if (is_fault(line)) return showing == Showing::not_compared;
    const std::string& difference = report_.differences[line].what;
    return showing == (difference == "only_in_file"     ? Showing::only_in_file
                       : difference == "only_in_ledger" ? Showing::only_here
                                                        : Showing::differs);
}

void CompareScreen::Rows::reload(Showing showing, const std::string& search) {
    lines_.clear();
    const std::string wanted = core::normal_code(search);
    for (std::size_t at = 0; at < report_.differences.size() + report_.faults.size(); ++at) {
        if (!is_wanted(at, showing)) continue;
        std::string all;
        for (std::size_t column = 0; !wanted.empty() && column < column_count; ++column)
            all += cell_of(at, column) + " ";
        if (wanted.empty() || core::normal_code(all).find(wanted) != std::string::npos)
            lines_.push_back(at);
    }
}

const std::vector<TableColumn>& CompareScreen::Rows::columns() const {
    static const std::vector<TableColumn> columns{
        {"What", 14},        {"Kind", 9},  {"Thing or person", 24}, {"Field", 11},
        {"In the file", 12}, {"Here", 12}, {"In the file at", 11}};
    return columns;
}

std::string CompareScreen::Rows::cell(std::int64_t row, std::size_t column) {
    return row < 0 || row >= row_count() ? std::string{}
                                         : cell_of(lines_[static_cast<std::size_t>(row)], column);
}

Tone CompareScreen::Rows::tone(std::int64_t row) {
    if (row < 0 || row >= row_count()) return Tone::plain;
    const std::size_t line = lines_[static_cast<std::size_t>(row)];
    return is_fault(line) ? Tone::stop : Tone::warning;
}

std::string CompareScreen::Rows::words(std::size_t row) {
    if (row >= lines_.size()) return {};
    const std::size_t line = lines_[row];
    const auto text = [&](std::size_t column) { return cell_of(line, column); };
    std::string words = text(what) + ": " + text(subject);
    if (!text(field).empty())
        words += ": " + text(field) + " is \"" + text(in_file) + "\" in the file and \"" +
                 text(here) + "\" here";
    return words + (text(place).empty() ? "" : " (" + text(place) + ")");
}

}  // namespace muster::app
