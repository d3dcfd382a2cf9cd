// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"
#include "muster/app/movements.hpp"

/// The forms about one batch or counted stock.
namespace muster::app {

/// A batch or counted stock, and who has how much of it.
struct StockShown {
    std::string id;
    std::string words;
    std::string model;  ///< its name
    std::optional<core::Batch> batch;
    std::vector<core::Balance> balances;
};

void add_stock_movement_forms(const Desk& desk, const StockShown& stock, Dossier& dossier);
void add_stock_custody_forms(const Desk& desk, const StockShown& stock, Dossier& dossier);
/// A delivery of munitions: of that batch, or of any where it is null.
MovementForm delivery_form(const Desk& desk, const StockShown* stock);

}  // namespace muster::app
