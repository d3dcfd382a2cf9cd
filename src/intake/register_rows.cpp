// SPDX-License-Identifier: MIT
#include "muster/intake/register_rows.hpp"

namespace muster::intake {

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

}  // namespace muster::intake
