// SPDX-License-Identifier: MIT
#include "workbook_form.hpp"

namespace muster::pack {

Grid cover_grid(const core::PeriodSheets& sheets) {
    Grid grid;
    for (const auto& [label, value] : sheets.cover()) {
        const auto cell = [](const std::string& text) {
            return text.empty() ? core::SheetCell{} : core::SheetCell{text};
        };
        if (label.empty())
            grid.push_back({cell(value)});
        else
            grid.push_back({cell(label), cell(value)});
    }
    return grid;
}

Grid sheet_grid(const core::PeriodSheets& sheets, const core::Sheet& sheet) {
    Grid grid{
        {sheet.ref + "  " + sheet.title}, {sheet.description}, {std::string{"Back to the index"}}};
    core::SheetRow& header = grid.emplace_back();
    for (const core::SheetColumn& column : sheet.columns) header.emplace_back(column.name);
    sheets.each_row(sheet.id, [&](const core::SheetRow& row) { grid.push_back(row); });
    return grid;
}

}  // namespace muster::pack
