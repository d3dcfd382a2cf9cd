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
    static constexpr void fields(auto visit) {
        visit("model", &ItemReceived::model, "its model");
        visit("serial", &ItemReceived::serial, "text, unique with its model");
        visit("serial_again", &ItemReceived::serial_again, "as it was read the second time");
        visit("tag", &ItemReceived::tag, "asset tag; may be empty");
        visit("home", &ItemReceived::home, "the location it was put in");
        visit("position", &ItemReceived::position, "its place there; may be empty");
        visit("supplier", &ItemReceived::supplier, "who delivered it; may be empty");
        visit("order", &ItemReceived::order, "order or delivery note; may be empty");
        visit("loan", &ItemReceived::loan, "the loan it came in under");
        visit("owner", &ItemReceived::owner, "whose it is, where not our own");
        visit("second", &ItemReceived::second, "the second person");
        visit("note", &ItemReceived::note, "free text");
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
    static constexpr void fields(auto visit) {
        visit("model", &StockReceived::model, "its model");
        visit("number", &StockReceived::number, "the maker's batch number");
        visit("expiry", &StockReceived::expiry, "last day of use");
        visit("box_size", &StockReceived::box_size, "rounds in one sealed box");
        visit("use", &StockReceived::use, "operational, training, blank, drill");
        visit("stock", &StockReceived::stock, "the batch or model the register has already");
        visit("location", &StockReceived::location, "where it was put");
        visit("quantity", &StockReceived::quantity, "all of it, sealed and loose");
        visit("boxes", &StockReceived::boxes, "sealed boxes within the quantity");
        visit("seals", &StockReceived::seals, "seals of those boxes");
        visit("supplier", &StockReceived::supplier, "who delivered it; may be empty");
        visit("order", &StockReceived::order, "order or delivery note; may be empty");
        visit("loan", &StockReceived::loan, "the loan it came in under");
        visit("owner", &StockReceived::owner, "whose it is, where not our own");
        visit("second", &StockReceived::second, "the second person");
        visit("note", &StockReceived::note, "free text");
    }
};

}  // namespace muster::core
