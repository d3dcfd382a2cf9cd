// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "table.hpp"

/// Rows of headings, and how well each kind of sheet reads them.
namespace muster::intake {

/// The text over one column: in the row of headings, and in the row above where that belongs to it.
struct HeadingTexts {
    std::string top;
    std::string bottom;
    bool top_spans = false;  ///< the upper one stands over several columns
};
using HeadingRow = std::map<std::int64_t, HeadingTexts>;

/// The texts of one row of the head, merged ones over all their columns, with those of the row
/// above where the headings are to take two.
HeadingRow headings_at(const SheetHead& head, std::int64_t number, bool two_rows);
/// The texts of one row by itself.
HeadingRow headings_of(const files::Row& row);
/// The headings as one kind would read them: of two columns that mean the same, one is taken, a
/// visible one before a hidden one.
Table table_of(const HeadingRow& headings, SheetKind kind, const Mapping& mapping,
               const std::vector<files::HiddenColumns>& hidden);
/// How well a kind fits: sure headings, guesses for a quarter of them, and whether nothing needed
/// is missing. Nought where too little fits.
std::size_t fitness(const Table& table, bool at_any_rate);
/// Two rows are one heading where something is merged over them, or where several headings only
/// make sense as one text.
bool is_of_two_rows(const SheetHead& head, std::int64_t lower, const Table& table);

/// Of kinds that fit alike the first is taken. Collars and dates without a name make no officers.
inline constexpr SheetKind kinds_by_choice[] = {SheetKind::authorisations, SheetKind::officers,
                                                SheetKind::items,          SheetKind::batches,
                                                SheetKind::deployments,    SheetKind::movements};

}  // namespace muster::intake
