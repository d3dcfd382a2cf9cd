// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries of what is received from a maker, a supplier or, on loan, from another force.
namespace muster::core {

/// A new item was received. Its id is `i-` and this entry's number. The serial was read twice.
struct ItemReceived {
    static constexpr const char* kind = "item_received";
    static constexpr std::int64_t version = 1;
    ModelId model;
    std::string serial;
    std::string serial_again;  ///< as it was read the second time
    std::string tag;
    LocationId home;
    std::string position;
    std::string supplier;
    std::string order;
    CaseId loan;                       ///< of a visitor's item
    std::optional<std::string> owner;  ///< of a visitor's item; filled in by `decide`
    UserId second;
    std::optional<PrivateText> note;
    static constexpr auto fields() {
        return std::tuple{
            field("model", &ItemReceived::model, "its model"),
            field("serial", &ItemReceived::serial, "text, unique with its model"),
            field("serial_again", &ItemReceived::serial_again, "as it was read the second time"),
            field("tag", &ItemReceived::tag, "asset tag; may be empty"),
            field("home", &ItemReceived::home, "the location it was put in"),
            field("position", &ItemReceived::position, "its place there; may be empty"),
            field("supplier", &ItemReceived::supplier, "who delivered it; may be empty"),
            field("order", &ItemReceived::order, "order or delivery note; may be empty"),
            field("loan", &ItemReceived::loan, "the loan it came in under"),
            field("owner", &ItemReceived::owner, "whose it is, where not our own"),
            field("second", &ItemReceived::second, "the second person"),
            field("note", &ItemReceived::note, "free text")};
    }
};

/// A quantity of a batch or of counted stock was received. A batch that is new has the id `b-` and
/// this entry's number.
struct StockReceived {
    static constexpr const char* kind = "stock_received";
    static constexpr std::int64_t version = 1;
    ModelId model;
    std::string number;  ///< the maker's batch number; empty for counted stock
    std::optional<Date> expiry;
    std::int64_t box_size = 0;
    std::string use;
    StockId stock;  ///< filled in by `decide` where the register has it already
    LocationId location;
    std::int64_t quantity = 0;
    std::int64_t boxes = 0;
    std::vector<std::string> seals;
    std::string supplier;
    std::string order;
    CaseId loan;
    std::optional<std::string> owner;
    UserId second;
    std::optional<PrivateText> note;
    static constexpr auto fields() {
        return std::tuple{
            field("model", &StockReceived::model, "its model"),
            field("number", &StockReceived::number, "the maker's batch number"),
            field("expiry", &StockReceived::expiry, "last day of use"),
            field("box_size", &StockReceived::box_size, "rounds in one sealed box"),
            field("use", &StockReceived::use, "operational, training, blank, drill"),
            field("stock", &StockReceived::stock, "the batch or model the register has already"),
            field("location", &StockReceived::location, "where it was put"),
            field("quantity", &StockReceived::quantity, "all of it, sealed and loose"),
            field("boxes", &StockReceived::boxes, "sealed boxes within the quantity"),
            field("seals", &StockReceived::seals, "seals of those boxes"),
            field("supplier", &StockReceived::supplier, "who delivered it; may be empty"),
            field("order", &StockReceived::order, "order or delivery note; may be empty"),
            field("loan", &StockReceived::loan, "the loan it came in under"),
            field("owner", &StockReceived::owner, "whose it is, where not our own"),
            field("second", &StockReceived::second, "the second person"),
            field("note", &StockReceived::note, "free text")};
    }
};

}  // namespace muster::core
