// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries of what is seized as evidence or for a post-incident procedure. It is out of issuable
/// stock, stays in total holdings, and is aged (DOMAIN §4, §5).
namespace muster::core {

/// Items and rounds as found were seized: `s-` and this entry's number.
struct Seized {
    static constexpr const char* kind = "seized";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    OfficerId officer;  ///< from whom, where an officer had it
    std::string exhibit;
    std::string seal;
    PrivateText receiver;
    LocationId place;            ///< an evidence cage of ours, where it lies in one
    std::optional<Date> review;  ///< filled in by `decide` from policy
    std::string reference;       ///< of the incident; may be empty
    UserId second;
    std::optional<PrivateText> note;
    static constexpr auto fields() {
        return std::tuple{field("items", &Seized::items, "the items"),
                          field("stock", &Seized::stock, "the rounds as found"),
                          field("officer", &Seized::officer, "from whom, where an officer had it"),
                          field("exhibit", &Seized::exhibit, "exhibit number"),
                          field("seal", &Seized::seal, "number of the seal"),
                          field("receiver", &Seized::receiver, "who took it"),
                          field("place", &Seized::place, "the evidence cage, where it is ours"),
                          field("review", &Seized::review, "day it is looked at again"),
                          field("reference", &Seized::reference, "of the incident; may be empty"),
                          field("second", &Seized::second, "the second person"),
                          field("note", &Seized::note, "free text")};
    }
};

/// What was seized came back. It is under repair until somebody signs it fit.
struct SeizureEnded {
    static constexpr const char* kind = "seizure_ended";
    static constexpr std::int64_t version = 1;
    CaseId seizure;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    LocationId to;
    std::string authority;  ///< the investigator's release
    UserId second;
    std::optional<PrivateText> note;
    static constexpr auto fields() {
        return std::tuple{
            field("seizure", &SeizureEnded::seizure, "the seizure"),
            field("items", &SeizureEnded::items, "the items that came back"),
            field("stock", &SeizureEnded::stock, "the rounds that came back"),
            field("to", &SeizureEnded::to, "where they were put"),
            field("authority", &SeizureEnded::authority, "the investigator's release"),
            field("second", &SeizureEnded::second, "the second person"),
            field("note", &SeizureEnded::note, "free text")};
    }
};

}  // namespace muster::core
