// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries made at the counter: issues, returns, and the discrepancies beside them (DOMAIN §5).
namespace muster::core {

/// How and when an officer confirmed a frozen basket.
struct Confirmation {
    Instant at;
    std::string method;  ///< pin, card
    std::string basket;  ///< SHA-256 of the basket that was confirmed
    static constexpr auto fields() {
        return std::tuple{field("at", &Confirmation::at, "when"),
                          field("method", &Confirmation::method, "pin or card"),
                          field("basket", &Confirmation::basket, "digest of what was confirmed")};
    }
};

/// One item of a basket.
struct ItemLine {
    ItemId item;
    HolderId from;                     ///< filled in by `decide`
    HolderId to;                       ///< of a return: the location that takes it
    std::optional<EntryNumber> issue;  ///< of a return: the issue it closes; filled in by `decide`
    static constexpr auto fields() {
        return std::tuple{field("item", &ItemLine::item, "the item"),
                          field("from", &ItemLine::from, "who or what gave it"),
                          field("to", &ItemLine::to, "the location that takes it back"),
                          field("issue", &ItemLine::issue, "the issue it closes")};
    }
};

/// One quantity of a basket.
struct StockLine {
    StockId stock;
    std::int64_t quantity = 0;
    std::optional<std::int64_t> boxes;   ///< sealed boxes within the quantity
    std::optional<std::int64_t> booked;  ///< of a return that is over: what the book can take
    HolderId from;
    HolderId to;
    static constexpr auto fields() {
        return std::tuple{field("stock", &StockLine::stock, "batch, or model of counted stock"),
                          field("quantity", &StockLine::quantity, "rounds or pieces"),
                          field("boxes", &StockLine::boxes, "sealed boxes within the quantity"),
                          field("booked", &StockLine::booked, "what the book took, where less"),
                          field("from", &StockLine::from, "who or what gave it"),
                          field("to", &StockLine::to, "who or what took it")};
    }
};

/// A stop that a second person with the power answered, with a reason.
struct Override {
    std::string stop;     ///< code of the stop
    std::string subject;  ///< item, batch or officer it was about
    UserId by;
    PrivateText reason;
    static constexpr auto fields() {
        return std::tuple{field("stop", &Override::stop, "code of the stop"),
                          field("subject", &Override::subject, "what it was about"),
                          field("by", &Override::by, "who overrode it"),
                          field("reason", &Override::reason, "why")};
    }
};

/// What may be asked to be overridden, and by whom: `decide` turns it into one Override per stop.
struct OverrideOffer {
    UserId by;
    PrivateText reason;
    static constexpr auto fields() {
        return std::tuple{field("by", &OverrideOffer::by, "who would override"),
                          field("reason", &OverrideOffer::reason, "why")};
    }
};

/// Weapons and munitions went to an officer: one numbered movement for the whole basket.
struct Issued {
    static constexpr const char* kind = "issued";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::string purpose;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    UserId second;
    std::optional<Confirmation> confirmed;
    std::optional<std::string> deployment;
    std::optional<std::string> course;
    std::optional<OverrideOffer> offer;
    std::vector<Override> overrides;  ///< filled in by `decide`
    std::optional<Instant> due;       ///< filled in by `decide` from policy
    std::optional<PrivateText> note;
    static constexpr auto fields() {
        return std::tuple{field("officer", &Issued::officer, "who drew"),
                          field("purpose", &Issued::purpose, "code in the list purpose"),
                          field("items", &Issued::items, "the items"),
                          field("stock", &Issued::stock, "the munitions and counted stock"),
                          field("second", &Issued::second, "the second person"),
                          field("confirmed", &Issued::confirmed, "the officer's confirmation"),
                          field("deployment", &Issued::deployment, "deployment reference"),
                          field("course", &Issued::course, "course reference of a training draw"),
                          field("offer", &Issued::offer, "who would override stops, and why"),
                          field("overrides", &Issued::overrides, "the stops that were overridden"),
                          field("due", &Issued::due, "when it is due back"),
                          field("note", &Issued::note, "free text")};
    }
};

/// Somebody whose authorisation is suspended asked for weapons or munitions and got none (DOMAIN
/// §11, scenario 4). Moves nothing.
struct IssueStopped {
    static constexpr const char* kind = "issue_stopped";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::string purpose;
    std::vector<std::string> stops;  ///< code of each stop, a blank, and its subject
    static constexpr auto fields() {
        return std::tuple{field("officer", &IssueStopped::officer, "who asked"),
                          field("purpose", &IssueStopped::purpose, "for what"),
                          field("stops", &IssueStopped::stops, "what stopped it")};
    }
};

/// Munitions that will not come back, as declared at the return.
struct Expended {
    StockId stock;
    std::int64_t quantity = 0;
    std::string
        reason;  ///< operational, training, unintentional_discharge, test, misfire, destroyed
    std::optional<std::string> reference;
    std::optional<std::int64_t> booked;  ///< where the book cannot take all of it
    static constexpr auto fields() {
        return std::tuple{field("stock", &Expended::stock, "batch, or model of counted stock"),
                          field("quantity", &Expended::quantity, "rounds or pieces"),
                          field("reason", &Expended::reason, "code in the list expenditure"),
                          field("reference", &Expended::reference, "the report's reference"),
                          field("booked", &Expended::booked, "what the book took, where less")};
    }
};

/// Weapons and munitions came back. An observation: what does not add up stands beside it as a
/// discrepancy, never as a refusal.
struct Returned {
    static constexpr const char* kind = "returned";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    OfficerId brought_by;  ///< where somebody else brought it
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    std::vector<Expended> expended;
    bool partial = false;  ///< a lesser line stays open instead of being short
    UserId second;
    std::optional<Confirmation> confirmed;
    std::optional<PrivateText> note;
    static constexpr auto fields() {
        return std::tuple{
            field("officer", &Returned::officer, "whose draw it closes"),
            field("brought_by", &Returned::brought_by, "who brought it, where another"),
            field("items", &Returned::items, "the items"),
            field("stock", &Returned::stock, "the munitions and counted stock"),
            field("expended", &Returned::expended, "what was used up"),
            field("partial", &Returned::partial, "a lesser line stays open"),
            field("second", &Returned::second, "the second person"),
            field("confirmed", &Returned::confirmed, "the officer's confirmation"),
            field("note", &Returned::note, "free text")};
    }
};

/// Something does not add up. Its id is `d-` and this entry's number.
struct DiscrepancyOpened {
    static constexpr const char* kind = "discrepancy_opened";
    static constexpr std::int64_t version = 1;
    std::string sort;
    std::string subject;
    std::string holder;
    std::int64_t expected = 0;
    std::int64_t found = 0;
    EntryNumber beside = 0;  ///< the movement or count entry
    static constexpr auto fields() {
        return std::tuple{
            field("sort", &DiscrepancyOpened::sort, "what does not add up"),
            field("subject", &DiscrepancyOpened::subject, "item, batch, model, unknown"),
            field("holder", &DiscrepancyOpened::holder, "where, or with whom"),
            field("expected", &DiscrepancyOpened::expected, "by the book"),
            field("found", &DiscrepancyOpened::found, "in fact"),
            field("beside", &DiscrepancyOpened::beside, "the entry it stands beside")};
    }
};

}  // namespace muster::core
