// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/tables.hpp"

/// The row generators, one for each sheet that is made from facts or entries.
namespace muster::core::tables {

using Visit = std::function<void(SheetRow)>;

void item_rows(const PeriodSource& source, const Visit& visit);
void batch_rows(const PeriodSource& source, const Visit& visit);
void officer_rows(const PeriodSource& source, const Visit& visit);
void movement_rows(const PeriodSource& source, const Visit& visit);
void reconciliation_rows(const PeriodSource& source, const Visit& visit);
void count_rows(const PeriodSource& source, const Visit& visit);
void count_line_rows(const PeriodSource& source, bool differences_only, const Visit& visit);
void override_rows(const PeriodSource& source, const Visit& visit);
void alone_rows(const PeriodSource& source, const Visit& visit);
void discrepancy_rows(const PeriodSource& source, const Visit& visit);
void dictionary_rows(const Visit& visit);
void integrity_rows(const PeriodSource& source, const Visit& visit);

}  // namespace muster::core::tables
