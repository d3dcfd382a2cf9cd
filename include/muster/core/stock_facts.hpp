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
    static constexpr void fields(auto visit) {
        visit("location", &Location::key, "the location's id");
        visit("parent", &Location::parent, "the location it is part of");
        visit("name", &Location::name, "what people call it");
        visit("sort", &Location::sort, "armoury, rack, safe, bench, vehicle_safe …");
        visit("armoury", &Location::armoury, "the site it belongs to");
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
    static constexpr void fields(auto visit) {
        visit("model", &Model::key, "the model's id");
        visit("make", &Model::make, "who makes it");
        visit("name", &Model::name, "make and model as people write them");
        visit("category", &Model::category, "code in the list category");
        visit("calibre", &Model::calibre, "as marked");
        visit("tracking", &Model::tracking, "item, batch or counted");
        visit("authorisation", &Model::authorisation, "the class an officer must be authorised in");
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
    static constexpr void fields(auto visit) {
        visit("item", &Item::key, "the item's id");
        visit("model", &Item::model, "its model");
        visit("serial", &Item::serial, "serial number, text, unique with its model");
        visit("tag", &Item::tag, "asset tag");
        visit("home", &Item::home, "the location it belongs in");
        visit("position", &Item::position, "its place at home");
        visit("holder", &Item::holder, "the location or officer that holds it");
        visit("location_status", &Item::location_status, "DOMAIN 4");
        visit("condition_status", &Item::condition_status, "DOMAIN 4");
        visit("acquired", &Item::acquired, "day it was received");
        visit("last_inspected", &Item::last_inspected, "day of last inspection");
        visit("next_inspection", &Item::next_inspection, "day the next is due");
        visit("assigned_to", &Item::assigned_to, "officer whose personal issue it is");
        visit("moved", &Item::moved, "the entry that last moved it");
        visit("mounted_on", &Item::mounted_on, "of a part: the item it is mounted on");
        visit("under", &Item::under, "the case under which it is away");
        visit("owner", &Item::owner, "whose it is, where not our own");
        visit("rounds", &Item::rounds, "rounds fired through it, as typed at returns");
        visit("inspected_at", &Item::inspected_at, "its rounds when last signed fit");
    }
};

/// That a holder holds an item; found by holder. Kept equal to `Item::holder`.
struct Held {
    static constexpr Table table = Table::held;
    std::string key;  ///< `<holder>/<item>`
    HolderId holder;
    ItemId item;
    static constexpr void fields(auto visit) {
        visit("key", &Held::key, "holder and item");
        visit("holder", &Held::holder, "who or what holds it");
        visit("item", &Held::item, "the item");
    }
};

/// What blocks an item or batch whatever its status.
struct Hold {
    static constexpr Table table = Table::hold;
    std::string key;      ///< `<item or batch>/<entry>`
    std::string subject;  ///< ItemId or BatchId
    std::string reason;   ///< evidence, pip, recall, unsafe
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("key", &Hold::key, "subject and entry");
        visit("subject", &Hold::subject, "item or batch held");
        visit("reason", &Hold::reason, "evidence, pip, recall or unsafe");
        visit("since", &Hold::since, "the entry that placed it");
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
    static constexpr void fields(auto visit) {
        visit("batch", &Batch::key, "the batch's id");
        visit("model", &Batch::model, "its model");
        visit("number", &Batch::number, "the maker's batch number");
        visit("expiry", &Batch::expiry, "last day of use");
        visit("box_size", &Batch::box_size, "rounds in one sealed box");
        visit("use", &Batch::use, "operational, training, blank or drill");
        visit("owner", &Batch::owner, "whose it is, where not our own");
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
    static constexpr void fields(auto visit) {
        visit("key", &Balance::key, "holder and stock");
        visit("holder", &Balance::holder, "who or what holds it");
        visit("stock", &Balance::stock, "batch, or model of counted stock");
        visit("quantity", &Balance::quantity, "rounds or pieces, sealed and loose");
        visit("boxes", &Balance::boxes, "sealed boxes within the quantity");
    }
};

/// What a scanned or typed code may name.
struct Code {
    static constexpr Table table = Table::code;
    std::string key;  ///< `<normal code>|<thing>`
    std::string thing;
    std::string sort;  ///< label, tag, serial, model_serial, batch_number, location, model, officer
    static constexpr void fields(auto visit) {
        visit("key", &Code::key, "the code and what it names");
        visit("thing", &Code::thing, "id of what it names");
        visit("sort", &Code::sort, "label, tag, serial, model_serial, batch_number …");
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
    static constexpr void fields(auto visit) {
        visit("key", &OpenLine::key, "officer, issue and subject");
        visit("officer", &OpenLine::officer, "who drew it");
        visit("issue", &OpenLine::issue, "the entry that issued it");
        visit("subject", &OpenLine::subject, "item, batch or model");
        visit("quantity", &OpenLine::quantity, "still to come back");
        visit("purpose", &OpenLine::purpose, "what it was drawn for");
        visit("due", &OpenLine::due, "when it is due back");
        visit("from", &OpenLine::from, "the location it was drawn from");
        visit("kit", &OpenLine::kit, "the kit it was drawn with");
        visit("since", &OpenLine::since, "when it was drawn");
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
    std::optional<std::string> severity{};  ///< critical, high, medium, low
    std::optional<Instant> due{};           ///< to be reported upwards by then
    CountId count{};                        ///< the count that found it
    UserId found_by{};
    UserId assigned{};
    std::optional<Instant> reported{};  ///< when it was reported upwards
    std::optional<std::string> outcome{};
    std::optional<std::int64_t> adjustment{};
    UserId resolved_by{};
    std::optional<Instant> resolved_at{};
    UserId approved_by{};
    static constexpr void fields(auto visit) {
        visit("discrepancy", &Discrepancy::key, "the discrepancy's id");
        visit("sort", &Discrepancy::sort, "what does not add up");
        visit("subject", &Discrepancy::subject, "item, batch or model; may be unknown");
        visit("holder", &Discrepancy::holder, "where, or with whom");
        visit("expected", &Discrepancy::expected, "by the book");
        visit("found", &Discrepancy::found, "in fact");
        visit("opened_by", &Discrepancy::opened_by, "the entry beside which it stands");
        visit("state", &Discrepancy::state, "open, resolved or approved");
        visit("opened_at", &Discrepancy::opened_at, "when it was found");
        visit("severity", &Discrepancy::severity, "critical, high, medium or low");
        visit("due", &Discrepancy::due, "to be reported upwards by then");
        visit("count", &Discrepancy::count, "the count that found it");
        visit("found_by", &Discrepancy::found_by, "who recorded what does not add up");
        visit("assigned", &Discrepancy::assigned, "who looks into it");
        visit("reported", &Discrepancy::reported, "when it was reported upwards");
        visit("outcome", &Discrepancy::outcome, "found, clerical, loss or theft");
        visit("adjustment", &Discrepancy::adjustment, "what the book is to change by");
        visit("resolved_by", &Discrepancy::resolved_by, "who said what became of it");
        visit("resolved_at", &Discrepancy::resolved_at, "when they said so");
        visit("approved_by", &Discrepancy::approved_by, "who approved that");
    }
};

}  // namespace muster::core
