// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entry.hpp"
#include "muster/core/stock_facts.hpp"

/// The few ways in which stock changes its place in the facts. Every `apply` goes through them, so
/// that an item is always in exactly one place and a batch's quantities always add up.
namespace muster::core {

/// Puts a new item where it is.
void place_item(Changes& changes, const Item& item);
/// Moves an item to another holder with a new location status.
void move_item(Changes& changes, Item item, const HolderId& to, const std::string& status,
               EntryNumber by);
/// Adds to (or with a negative quantity takes from) what a holder has of a stock. A balance of
/// nothing goes.
void add_stock(Changes& changes, const HolderId& holder, const StockId& stock,
               std::int64_t quantity, std::int64_t boxes, EntryNumber by);
/// What a holder has of a stock; zero where nothing.
Balance balance_of(const Facts& facts, const HolderId& holder, const StockId& stock);
/// The key of an officer's open line: by officer, then oldest issue first.
std::string open_line_key(const OfficerId& officer, EntryNumber issue, const std::string& subject);
/// The status an item has while it is in that location: in_store, or in_vehicle_safe.
std::string status_in(const Facts& facts, const HolderId& location);
/// Makes `thing` answer to a code.
void name_thing(Changes& changes, const std::string& code, const std::string& thing,
                const std::string& sort);

}  // namespace muster::core
