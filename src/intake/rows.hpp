// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "desk.hpp"

/// Cells to rows, with the faults that one row shows by itself. The desk stands at the row.
namespace muster::intake {

struct ItemReading {
    ItemRow row;
    std::uint32_t model = 0;
    bool compares = true;  ///< a missing serial or a date takes no part in comparing
};
ItemReading read_item(Desk& desk);

struct BatchReading {
    BatchRow row;
    std::uint32_t model = 0;
    bool compares = true;
};
BatchReading read_batch(Desk& desk);

OfficerRow read_officer(Desk& desk);
/// One for each class that the row is about.
std::vector<AuthorisationRow> read_authorisations(Desk& desk);
DeploymentRow read_deployment(Desk& desk);
MovementRow read_movement(Desk& desk);

/// `known` and `held` of what may change, from what the desk knows.
void mark_known(AuthorisationRow& row, const Desk& desk);

}  // namespace muster::intake
