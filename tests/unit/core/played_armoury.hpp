// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

#include "muster/core/movement_line.hpp"
#include "unit/core/every_movement.hpp"

namespace muster::testing {

/// An armoury where movements are played by name.
struct PlayedArmoury : StockedArmoury {
    EntryNumber play(const char* movement, const ItemId& item, const char* by = nullptr) {
        for (const Movement& each : item_movements())
            if (std::string_view{each.name} == movement)
                return apply_all(by != nullptr ? by : each.by, each.make(facts, *this, item.value));
        throw std::logic_error{"no such movement"};
    }
    EntryNumber play(const char* movement, const BatchId& batch) {
        for (const Movement& each : stock_movements())
            if (std::string_view{each.name} == movement)
                return apply_all(each.by, each.make(facts, *this, batch.value));
        throw std::logic_error{"no such movement"};
    }
    Item item(const ItemId& id) const { return fact<Item>(id.value); }
    std::vector<ItemLine> the(const ItemId& id) const { return {{id, {}, {}, {}}}; }
    std::vector<MovementLine> lines(EntryNumber number) const {
        return movement_lines(entries[static_cast<std::size_t>(number - 1)]);
    }
};

/// A pistol delivered to the rack, its serial read twice alike.
inline ItemReceived delivery(const PlayedArmoury& desk, const char* serial) {
    ItemReceived body;
    body.model = desk.pistol;
    body.serial = serial;
    body.serial_again = serial;
    body.tag = "T-77";
    body.home = desk.rack;
    body.order = "PO-1";
    return body;
}

}  // namespace muster::testing
