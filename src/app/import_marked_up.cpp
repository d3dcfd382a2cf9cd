// SPDX-License-Identifier: MIT
#include <filesystem>
#include <map>

#include "app/import_parts.hpp"
#include "muster/app/errors.hpp"
#include "muster/app/import_register.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/intake/register_file.hpp"
#include "muster/report/blank_book.hpp"
#include "muster/report/marked_up.hpp"

namespace muster::app {

bool is_own_sheet(const intake::RegisterFile& file, const std::string& sheet) {
    const std::map<std::string, std::string> beginnings{
        {report::faults_sheet, report::faults_title},
        {report::instructions_sheet, "Muster: "},
        {report::lists_sheet, report::lists_heading}};
    const auto own = beginnings.find(sheet);
    if (own == beginnings.end()) return false;
    bool is_own = false;
    file.each_row_of(sheet, [&](const files::Row& row) {
        is_own = row.number == 1 && !row.cells.empty() &&
                 row.cells.front().text.starts_with(own->second);
        return intake::Walk::stop;
    });
    return is_own;
}

void write_marked_up(const ImportRequest& request, const ImportReport& report,
                     const std::string& out) {
    std::error_code absent;
    if (std::filesystem::equivalent(request.path, out, absent))
        throw UsageError{"The marked-up copy would take the place of " + out +
                         " itself. Give it another name."};
    const auto file = intake::RegisterFile::open(request.path);
    report::MarkedUp copy;
    copy.file_name = std::filesystem::path{request.path}.filename().string();
    copy.sheets = file.sheets();
    for (const std::string& sheet : copy.sheets)
        copy.looks[sheet] = {0, is_own_sheet(file, sheet), file.is_hidden(sheet),
                             file.hidden_columns(sheet), file.merges(sheet)};
    for (const ImportSheet& sheet : report.sheets) {
        std::int64_t& heading = copy.looks[sheet.sheet].heading_row;
        if (heading == 0) heading = sheet.heading_row;
    }
    for (const ImportFault& fault : report.faults)
        copy.marks.push_back(
            {fault.sheet, fault.row, fault.column, fault.code, fault.found, fault.words});
    const auto listed = static_cast<std::int64_t>(report.faults.size());
    if (report.faults_found > listed) copy.marks_left_out = report.faults_found - listed;
    copy.each_row = [&](const auto& visit) {
        file.each_row([&](const std::string& sheet, const files::Row& row) {
            visit(sheet, row);
            return intake::Walk::go_on;
        });
    };
    files::write_file_atomically(out, report::draw_marked_up(copy));
}

}  // namespace muster::app
