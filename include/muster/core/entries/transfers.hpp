// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries that move stock between places, use it up there, or set an item aside for somebody.
namespace muster::core {

/// Stock went to another place, at once or on its way there as the consignment `t-` and this
/// entry's number.
struct Transferred {
    static constexpr const char* kind = "transferred";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    LocationId to;
    bool in_transit = false;
    std::optional<Instant> due;  ///< of a consignment: filled in by `decide` from policy
    UserId second;
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("items", &Transferred::items, "the items");
        visit("stock", &Transferred::stock, "the munitions and counted stock");
        visit("to", &Transferred::to, "the location it goes to");
        visit("in_transit", &Transferred::in_transit, "true until it is received there");
        visit("due", &Transferred::due, "when it should have arrived");
        visit("second", &Transferred::second, "the second person");
        visit("note", &Transferred::note, "free text");
    }
};

/// What arrived of a consignment, as somebody else than its sender saw it.
struct TransitReceived {
    static constexpr const char* kind = "transit_received";
    static constexpr std::int64_t version = 1;
    CaseId consignment;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    bool complete = false;  ///< nothing more is to come: what is missing is a discrepancy
    UserId second;
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("consignment", &TransitReceived::consignment, "the consignment");
        visit("items", &TransitReceived::items, "the items that arrived");
        visit("stock", &TransitReceived::stock, "the munitions and counted stock");
        visit("complete", &TransitReceived::complete, "nothing more is to come");
        visit("second", &TransitReceived::second, "the second person");
        visit("note", &TransitReceived::note, "free text");
    }
};

/// Munitions were used up without a return: at the range, in a test, or destroyed as misfires.
struct StockExpended {
    static constexpr const char* kind = "stock_expended";
    static constexpr std::int64_t version = 1;
    HolderId from;  ///< the location, or the officer who drew them
    std::vector<Expended> lines;
    std::optional<std::string> course;
    UserId second;
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("from", &StockExpended::from, "whose they were by the book");
        visit("lines", &StockExpended::lines, "what was used up");
        visit("course", &StockExpended::course, "course reference");
        visit("second", &StockExpended::second, "the second person");
        visit("note", &StockExpended::note, "free text");
    }
};

/// An item was set aside as an officer's personal weapon, or no longer is. It is not issued by
/// that.
struct ItemAssigned {
    static constexpr const char* kind = "item_assigned";
    static constexpr std::int64_t version = 1;
    ItemId item;
    OfficerId officer;  ///< empty where it is nobody's any more
    static constexpr void fields(auto visit) {
        visit("item", &ItemAssigned::item, "the item");
        visit("officer", &ItemAssigned::officer, "whose; absent for nobody's");
    }
};

}  // namespace muster::core
