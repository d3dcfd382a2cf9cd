// SPDX-License-Identifier: MIT
#include "core/moves.hpp"

#include <algorithm>

#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"

namespace muster::core {
namespace {

// A count whose scope holds the place shows the movement beside its line (DOMAIN §6).
void tell_open_counts(Changes& changes, const HolderId& place, const std::string& subject,
                      std::int64_t quantity, EntryNumber by) {
    for (const StocktakeScope& scope : changes.all<StocktakeScope>(place.value + "/")) {
        const std::string key = scope.count.value + "/" + place.value + "/" + subject;
        StocktakeMoved moved = changes.find<StocktakeMoved>(key).value_or(
            StocktakeMoved{key, scope.count, scope.location, subject, 0, 0});
        moved.quantity += quantity;
        moved.last = by;
        changes.put(moved);
    }
}

std::string held_key(const HolderId& holder, const std::string& item) {
    return holder.value + "/" + item;
}

}  // namespace

void place_item(Changes& changes, const Item& item) {
    changes.put(item);
    changes.put(Held{held_key(item.holder, item.key), item.holder, ItemId{item.key}});
    tell_open_counts(changes, item.holder, item.key, 1, item.moved);
}

void move_item(Changes& changes, Item item, const HolderId& to, const std::string& status,
               EntryNumber by) {
    changes.remove<Held>(held_key(item.holder, item.key));
    tell_open_counts(changes, item.holder, item.key, -1, by);
    item.holder = to;
    item.location_status = status;
    item.moved = by;
    place_item(changes, item);
}

Balance balance_of(const Facts& facts, const HolderId& holder, const StockId& stock) {
    const std::string key = holder.value + "/" + stock.value;
    return facts.find<Balance>(key).value_or(Balance{key, holder, stock, 0, 0});
}

void add_stock(Changes& changes, const HolderId& holder, const StockId& stock,
               std::int64_t quantity, std::int64_t boxes, EntryNumber by) {
    Balance balance = balance_of(changes, holder, stock);
    balance.quantity += quantity;
    balance.boxes += boxes;
    // Sealed boxes cannot hold more than there is: what was handed out loose opened one.
    const auto batch = changes.find<Batch>(stock.value);
    const std::int64_t size = batch ? batch->box_size : 0;
    const std::int64_t most = size > 0 ? std::max<std::int64_t>(balance.quantity, 0) / size : 0;
    balance.boxes = std::clamp<std::int64_t>(balance.boxes, 0, most);
    if (balance.quantity == 0)
        changes.remove<Balance>(balance.key);
    else
        changes.put(balance);
    tell_open_counts(changes, holder, stock.value, quantity, by);
}

std::string open_line_key(const OfficerId& officer, EntryNumber issue, const std::string& subject) {
    const std::string number = std::to_string(issue);
    return officer.value + "/" + std::string(12 - std::min<std::size_t>(12, number.size()), '0') +
           number + "/" + subject;
}

std::string status_in(const Facts& facts, const HolderId& location) {
    const auto place = facts.find<Location>(location.value);
    return place && place->sort == "vehicle_safe" ? "in_vehicle_safe" : "in_store";
}

void name_thing(Changes& changes, const std::string& code, const std::string& thing,
                const std::string& sort) {
    const std::string normal = normal_code(code);
    if (!normal.empty()) changes.put(Code{normal + "|" + thing, thing, sort});
}

}  // namespace muster::core
