// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"

/// The facts about stock: what there is, where it is, who holds it (DOMAIN §4).
namespace muster::core {

/// A place that holds stock; places form a tree whose roots are the armouries.
struct Location {
    static constexpr Table table = Table::location;
    std::string key;  ///< its LocationId
    LocationId parent;
    std::string name;
    std::string sort;  ///< armoury, rack, safe, bench, quarantine, evidence, vehicle_safe, locker
    ArmouryId armoury;
    static constexpr auto fields() {
        return std::tuple{
            field("location", &Location::key, "the location's id"),
            field("parent", &Location::parent, "the location it is part of"),
            field("name", &Location::name, "what people call it"),
            field("sort", &Location::sort, "armoury, rack, safe, bench, vehicle_safe …"),
            field("armoury", &Location::armoury, "the site it belongs to")};
    }
};

/// A catalogue entry: what an item, a batch or counted stock is one of.
struct Model {
    static constexpr Table table = Table::model;
    std::string key;  ///< its ModelId
    std::string make;
    std::string name;      ///< make and model as people write them, `H&K G36C`
    std::string category;  ///< code in the reference list `category`
    std::string calibre;
    std::string tracking;       ///< item, batch or counted
    std::string authorisation;  ///< class of weapon an officer needs; empty where none
    static constexpr auto fields() {
        return std::tuple{field("model", &Model::key, "the model's id"),
                          field("make", &Model::make, "who makes it"),
                          field("name", &Model::name, "make and model as people write them"),
                          field("category", &Model::category, "code in the list category"),
                          field("calibre", &Model::calibre, "as marked"),
                          field("tracking", &Model::tracking, "item, batch or counted"),
                          field("authorisation", &Model::authorisation,
                                "the class an officer must be authorised in")};
    }
};

/// One serialised thing.
struct Item {
    static constexpr Table table = Table::item;
    std::string key;  ///< its ItemId
    ModelId model;
    std::string serial;
    std::string tag;
    LocationId home;
    std::string position;  ///< where at home, `R2-25`
    HolderId holder;       ///< where or with whom it is by the book
    std::string location_status;
    std::string condition_status;
    std::optional<Date> acquired;
    std::optional<Date> last_inspected;
    std::optional<Date> next_inspection;
    OfficerId assigned_to;
    EntryNumber moved = 0;                       ///< the entry that last moved it
    ItemId mounted_on;                           ///< of a part: the item it is mounted on
    CaseId under;                                ///< the case under which it is away
    std::optional<std::string> owner;            ///< of a visitor's item: whose it is
    std::optional<std::int64_t> rounds{};        ///< fired through it, as typed at returns
    std::optional<std::int64_t> inspected_at{};  ///< its rounds when it was last signed fit
    static constexpr auto fields() {
        return std::tuple{
            field("item", &Item::key, "the item's id"),
            field("model", &Item::model, "its model"),
            field("serial", &Item::serial, "serial number, text, unique with its model"),
            field("tag", &Item::tag, "asset tag"),
            field("home", &Item::home, "the location it belongs in"),
            field("position", &Item::position, "its place at home"),
            field("holder", &Item::holder, "the location or officer that holds it"),
            field("location_status", &Item::location_status, "DOMAIN 4"),
            field("condition_status", &Item::condition_status, "DOMAIN 4"),
            field("acquired", &Item::acquired, "day it was received"),
            field("last_inspected", &Item::last_inspected, "day of last inspection"),
            field("next_inspection", &Item::next_inspection, "day the next is due"),
            field("assigned_to", &Item::assigned_to, "officer whose personal issue it is"),
            field("moved", &Item::moved, "the entry that last moved it"),
            field("mounted_on", &Item::mounted_on, "of a part: the item it is mounted on"),
            field("under", &Item::under, "the case under which it is away"),
            field("owner", &Item::owner, "whose it is, where not our own"),
            field("rounds", &Item::rounds, "rounds fired through it, as typed at returns"),
            field("inspected_at", &Item::inspected_at, "its rounds when last signed fit")};
    }
};

/// That a holder holds an item; found by holder. Kept equal to `Item::holder`.
struct Held {
    static constexpr Table table = Table::held;
    std::string key;  ///< `<holder>/<item>`
    HolderId holder;
    ItemId item;
    static constexpr auto fields() {
        return std::tuple{field("key", &Held::key, "holder and item"),
                          field("holder", &Held::holder, "who or what holds it"),
                          field("item", &Held::item, "the item")};
    }
};

/// What blocks an item or batch whatever its status.
struct Hold {
    static constexpr Table table = Table::hold;
    std::string key;      ///< `<item or batch>/<entry>`
    std::string subject;  ///< ItemId or BatchId
    std::string reason;   ///< evidence, pip, recall, unsafe
    EntryNumber since = 0;
    static constexpr auto fields() {
        return std::tuple{field("key", &Hold::key, "subject and entry"),
                          field("subject", &Hold::subject, "item or batch held"),
                          field("reason", &Hold::reason, "evidence, pip, recall or unsafe"),
                          field("since", &Hold::since, "the entry that placed it")};
    }
};

/// Munitions of one model, batch number and expiry.
struct Batch {
    static constexpr Table table = Table::batch;
    std::string key;  ///< its BatchId
    ModelId model;
    std::string number;
    std::optional<Date> expiry;
    std::int64_t box_size = 0;         ///< rounds in a sealed box; 0 where it has none
    std::string use;                   ///< operational, training, blank, drill
    std::optional<std::string> owner;  ///< of a visitor's batch: whose it is
    static constexpr auto fields() {
        return std::tuple{field("batch", &Batch::key, "the batch's id"),
                          field("model", &Batch::model, "its model"),
                          field("number", &Batch::number, "the maker's batch number"),
                          field("expiry", &Batch::expiry, "last day of use"),
                          field("box_size", &Batch::box_size, "rounds in one sealed box"),
                          field("use", &Batch::use, "operational, training, blank or drill"),
                          field("owner", &Batch::owner, "whose it is, where not our own")};
    }
};

/// How much of a batch, or of counted stock, one holder has by the book.
struct Balance {
    static constexpr Table table = Table::balance;
    std::string key;  ///< `<holder>/<stock>`
    HolderId holder;
    StockId stock;
    std::int64_t quantity = 0;  ///< all of it, sealed and loose
    std::int64_t boxes = 0;     ///< sealed boxes within it
    static constexpr auto fields() {
        return std::tuple{
            field("key", &Balance::key, "holder and stock"),
            field("holder", &Balance::holder, "who or what holds it"),
            field("stock", &Balance::stock, "batch, or model of counted stock"),
            field("quantity", &Balance::quantity, "rounds or pieces, sealed and loose"),
            field("boxes", &Balance::boxes, "sealed boxes within the quantity")};
    }
};

/// What a scanned or typed code may name.
struct Code {
    static constexpr Table table = Table::code;
    std::string key;  ///< `<normal code>|<thing>`
    std::string thing;
    std::string sort;  ///< label, tag, serial, model_serial, batch_number, location, model, officer
    static constexpr auto fields() {
        return std::tuple{
            field("key", &Code::key, "the code and what it names"),
            field("thing", &Code::thing, "id of what it names"),
            field("sort", &Code::sort, "label, tag, serial, model_serial, batch_number …")};
    }
};

/// What an officer drew and has not yet brought back.
struct OpenLine {
    static constexpr Table table = Table::open_line;
    std::string key;  ///< `<officer>/<issue, 12 digits>/<subject>`
    OfficerId officer;
    EntryNumber issue = 0;
    std::string subject;  ///< ItemId, BatchId or ModelId
    std::int64_t quantity = 1;
    std::string purpose;
    std::optional<Instant> due;
    LocationId from;
    KitId kit{};                     ///< the kit it was drawn with
    std::optional<Instant> since{};  ///< when it was drawn; unknown of what an import brought
    static constexpr auto fields() {
        return std::tuple{field("key", &OpenLine::key, "officer, issue and subject"),
                          field("officer", &OpenLine::officer, "who drew it"),
                          field("issue", &OpenLine::issue, "the entry that issued it"),
                          field("subject", &OpenLine::subject, "item, batch or model"),
                          field("quantity", &OpenLine::quantity, "still to come back"),
                          field("purpose", &OpenLine::purpose, "what it was drawn for"),
                          field("due", &OpenLine::due, "when it is due back"),
                          field("from", &OpenLine::from, "the location it was drawn from"),
                          field("kit", &OpenLine::kit, "the kit it was drawn with"),
                          field("since", &OpenLine::since, "when it was drawn")};
    }
};

/// What does not add up, from the day it was found to its approval.
struct Discrepancy {
    static constexpr Table table = Table::discrepancy;
    std::string key;   ///< its DiscrepancyId
    std::string sort;  ///< return_short, return_over, return_not_out, reference_missing, count_…
    std::string subject;
    std::string holder;
    std::int64_t expected = 0;
    std::int64_t found = 0;
    EntryNumber opened_by = 0;  ///< the movement or count entry beside which it was opened
    std::string state;          ///< open, resolved, approved
    Instant opened_at;
    static constexpr auto fields() {
        return std::tuple{
            field("discrepancy", &Discrepancy::key, "the discrepancy's id"),
            field("sort", &Discrepancy::sort, "what does not add up"),
            field("subject", &Discrepancy::subject, "item, batch or model; may be unknown"),
            field("holder", &Discrepancy::holder, "where, or with whom"),
            field("expected", &Discrepancy::expected, "by the book"),
            field("found", &Discrepancy::found, "in fact"),
            field("opened_by", &Discrepancy::opened_by, "the entry beside which it stands"),
            field("state", &Discrepancy::state, "open, resolved or approved"),
            field("opened_at", &Discrepancy::opened_at, "when it was found")};
    }
};

}  // namespace muster::core
