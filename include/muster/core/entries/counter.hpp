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
    static constexpr void fields(auto visit) {
        visit("at", &Confirmation::at, "when");
        visit("method", &Confirmation::method, "pin or card");
        visit("basket", &Confirmation::basket, "digest of what was confirmed");
    }
};

/// One item of a basket.
struct ItemLine {
    ItemId item;
    HolderId from;                     ///< filled in by `decide`
    HolderId to;                       ///< of a return: the location that takes it
    std::optional<EntryNumber> issue;  ///< of a return: the issue it closes; filled in by `decide`
    std::optional<std::int64_t> rounds{};  ///< of a return: rounds fired through it since
    static constexpr void fields(auto visit) {
        visit("item", &ItemLine::item, "the item");
        visit("from", &ItemLine::from, "who or what gave it");
        visit("to", &ItemLine::to, "the location that takes it back");
        visit("issue", &ItemLine::issue, "the issue it closes");
        visit("rounds", &ItemLine::rounds, "rounds fired through it since");
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
    std::optional<PrivateText> reason{};  ///< of a return: why less came back than was out
    static constexpr void fields(auto visit) {
        visit("stock", &StockLine::stock, "batch, or model of counted stock");
        visit("quantity", &StockLine::quantity, "rounds or pieces");
        visit("boxes", &StockLine::boxes, "sealed boxes within the quantity");
        visit("booked", &StockLine::booked, "what the book took, where less");
        visit("from", &StockLine::from, "who or what gave it");
        visit("to", &StockLine::to, "who or what took it");
        visit("reason", &StockLine::reason, "why less came back");
    }
};

/// A stop that a second person with the power answered, with a reason.
struct Override {
    std::string stop;     ///< code of the stop
    std::string subject;  ///< item, batch or officer it was about
    UserId by;
    PrivateText reason;
    static constexpr void fields(auto visit) {
        visit("stop", &Override::stop, "code of the stop");
        visit("subject", &Override::subject, "what it was about");
        visit("by", &Override::by, "who overrode it");
        visit("reason", &Override::reason, "why");
    }
};

/// What may be asked to be overridden, and by whom: `decide` turns it into one Override per stop.
struct OverrideOffer {
    UserId by;
    PrivateText reason;
    static constexpr void fields(auto visit) {
        visit("by", &OverrideOffer::by, "who would override");
        visit("reason", &OverrideOffer::reason, "why");
    }
};

/// A kit that was drawn, and what of the basket belongs to it.
struct KitDrawn {
    KitId kit;
    std::vector<std::string> subjects;  ///< filled in by `decide`
    static constexpr void fields(auto visit) {
        visit("kit", &KitDrawn::kit, "the kit");
        visit("subjects", &KitDrawn::subjects, "items, batches and models that fill it");
    }
};

/// A stop that an urgent issue passed by (DOMAIN §5).
struct PassedStop {
    std::string stop;  ///< its code
    std::string subject;
    static constexpr void fields(auto visit) {
        visit("stop", &PassedStop::stop, "code of the stop");
        visit("subject", &PassedStop::subject, "what it was about");
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
    static constexpr void fields(auto visit) {
        visit("officer", &Issued::officer, "who drew");
        visit("purpose", &Issued::purpose, "code in the list purpose");
        visit("items", &Issued::items, "the items");
        visit("stock", &Issued::stock, "the munitions and counted stock");
        visit("second", &Issued::second, "the second person");
        visit("confirmed", &Issued::confirmed, "the officer's confirmation");
        visit("deployment", &Issued::deployment, "deployment reference");
        visit("course", &Issued::course, "course reference of a training draw");
        visit("offer", &Issued::offer, "who would override stops, and why");
        visit("overrides", &Issued::overrides, "the stops that were overridden");
        visit("due", &Issued::due, "when it is due back");
        visit("note", &Issued::note, "free text");
        visit("mode", &Issued::mode, "urgent or paired; else attended");
        visit("issuer", &Issued::issuer, "of a pair: the officer who hands out");
        visit("issuer_confirmed", &Issued::issuer_confirmed, "that officer's confirmation");
        visit("kits", &Issued::kits, "the kits drawn");
        visit("passed", &Issued::passed, "stops that urgency passed by");
        visit("frozen", &Issued::frozen, "digest of the urgent basket that is to be confirmed");
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
    static constexpr void fields(auto visit) {
        visit("officer", &IssueStopped::officer, "who asked");
        visit("purpose", &IssueStopped::purpose, "for what");
        visit("stops", &IssueStopped::stops, "what stopped it");
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
    static constexpr void fields(auto visit) {
        visit("stock", &Expended::stock, "batch, or model of counted stock");
        visit("quantity", &Expended::quantity, "rounds or pieces");
        visit("reason", &Expended::reason, "code in the list expenditure");
        visit("reference", &Expended::reference, "the report's reference");
        visit("booked", &Expended::booked, "what the book took, where less");
        visit("download", &Expended::download, "the device's download");
    }
};

/// What one attendee of a course used up.
struct Attendee {
    OfficerId officer;
    StockId stock;
    std::int64_t quantity = 0;
    static constexpr void fields(auto visit) {
        visit("officer", &Attendee::officer, "who used it");
        visit("stock", &Attendee::stock, "batch, or model of counted stock");
        visit("quantity", &Attendee::quantity, "rounds or pieces");
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
    std::optional<bool> unloaded{};        ///< its weapons were seen unloaded and clear, or not
    static constexpr void fields(auto visit) {
        visit("officer", &Returned::officer, "whose draw it closes");
        visit("brought_by", &Returned::brought_by, "who brought it, where another");
        visit("items", &Returned::items, "the items");
        visit("stock", &Returned::stock, "the munitions and counted stock");
        visit("expended", &Returned::expended, "what was used up");
        visit("partial", &Returned::partial, "a lesser line stays open");
        visit("second", &Returned::second, "the second person");
        visit("confirmed", &Returned::confirmed, "the officer's confirmation");
        visit("note", &Returned::note, "free text");
        visit("mode", &Returned::mode, "paired; else attended");
        visit("receiver", &Returned::receiver, "of a pair: the officer who takes it back");
        visit("receiver_confirmed", &Returned::receiver_confirmed, "that officer's confirmation");
        visit("attendees", &Returned::attendees, "of a training draw: who used what");
        visit("range_declared", &Returned::range_declared,
              "nothing live or blank stayed with anybody");
        visit("unloaded", &Returned::unloaded, "its weapons were seen unloaded and clear");
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
    static constexpr void fields(auto visit) {
        visit("sort", &DiscrepancyOpened::sort, "what does not add up");
        visit("subject", &DiscrepancyOpened::subject, "item, batch, model, unknown");
        visit("holder", &DiscrepancyOpened::holder, "where, or with whom");
        visit("expected", &DiscrepancyOpened::expected, "by the book");
        visit("found", &DiscrepancyOpened::found, "in fact");
        visit("beside", &DiscrepancyOpened::beside, "the entry it stands beside");
    }
};

}  // namespace muster::core
