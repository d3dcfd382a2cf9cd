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
    std::optional<std::int64_t> rounds{};  ///< of a return: rounds fired through it since
    static constexpr auto fields() {
        return std::tuple{field("item", &ItemLine::item, "the item"),
                          field("from", &ItemLine::from, "who or what gave it"),
                          field("to", &ItemLine::to, "the location that takes it back"),
                          field("issue", &ItemLine::issue, "the issue it closes"),
                          field("rounds", &ItemLine::rounds, "rounds fired through it since")};
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

/// A kit that was drawn, and what of the basket belongs to it.
struct KitDrawn {
    KitId kit;
    std::vector<std::string> subjects;  ///< filled in by `decide`
    static constexpr auto fields() {
        return std::tuple{
            field("kit", &KitDrawn::kit, "the kit"),
            field("subjects", &KitDrawn::subjects, "items, batches and models that fill it")};
    }
};

/// A stop that an urgent issue passed by (DOMAIN §5).
struct PassedStop {
    std::string stop;  ///< its code
    std::string subject;
    static constexpr auto fields() {
        return std::tuple{field("stop", &PassedStop::stop, "code of the stop"),
                          field("subject", &PassedStop::subject, "what it was about")};
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
    std::optional<std::string> mode{};  ///< urgent, paired; absent where an armourer attends
    OfficerId issuer{};                 ///< of a pair: the officer who hands out
    std::optional<Confirmation> issuer_confirmed{};
    std::vector<KitDrawn> kits{};
    std::vector<PassedStop> passed{};     ///< of an urgent issue; filled in by `decide`
    std::optional<std::string> frozen{};  ///< of an urgent issue: digest of its basket
    static constexpr auto fields() {
        return std::tuple{
            field("officer", &Issued::officer, "who drew"),
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
            field("note", &Issued::note, "free text"),
            field("mode", &Issued::mode, "urgent or paired; else attended"),
            field("issuer", &Issued::issuer, "of a pair: the officer who hands out"),
            field("issuer_confirmed", &Issued::issuer_confirmed, "that officer's confirmation"),
            field("kits", &Issued::kits, "the kits drawn"),
            field("passed", &Issued::passed, "stops that urgency passed by"),
            field("frozen", &Issued::frozen,
                  "digest of the urgent basket that is to be confirmed")};
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
    std::optional<std::int64_t> booked;     ///< where the book cannot take all of it
    std::optional<std::string> download{};  ///< of a fired cartridge: the device's download
    static constexpr auto fields() {
        return std::tuple{field("stock", &Expended::stock, "batch, or model of counted stock"),
                          field("quantity", &Expended::quantity, "rounds or pieces"),
                          field("reason", &Expended::reason, "code in the list expenditure"),
                          field("reference", &Expended::reference, "the report's reference"),
                          field("booked", &Expended::booked, "what the book took, where less"),
                          field("download", &Expended::download, "the device's download")};
    }
};

/// What one attendee of a course used up.
struct Attendee {
    OfficerId officer;
    StockId stock;
    std::int64_t quantity = 0;
    static constexpr auto fields() {
        return std::tuple{field("officer", &Attendee::officer, "who used it"),
                          field("stock", &Attendee::stock, "batch, or model of counted stock"),
                          field("quantity", &Attendee::quantity, "rounds or pieces")};
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
    std::optional<std::string> mode{};  ///< paired; absent where an armourer attends
    OfficerId receiver{};               ///< of a pair: the officer who takes it back
    std::optional<Confirmation> receiver_confirmed{};
    std::vector<Attendee> attendees{};     ///< of a training draw: who used what
    std::optional<bool> range_declared{};  ///< the end-of-range declaration was made
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
            field("note", &Returned::note, "free text"),
            field("mode", &Returned::mode, "paired; else attended"),
            field("receiver", &Returned::receiver, "of a pair: the officer who takes it back"),
            field("receiver_confirmed", &Returned::receiver_confirmed,
                  "that officer's confirmation"),
            field("attendees", &Returned::attendees, "of a training draw: who used what"),
            field("range_declared", &Returned::range_declared,
                  "nothing live or blank stayed with anybody")};
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
