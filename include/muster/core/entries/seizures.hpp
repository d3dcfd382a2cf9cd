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
    static constexpr void fields(auto visit) {
        visit("items", &Seized::items, "the items");
        visit("stock", &Seized::stock, "the rounds as found");
        visit("officer", &Seized::officer, "from whom, where an officer had it");
        visit("exhibit", &Seized::exhibit, "exhibit number");
        visit("seal", &Seized::seal, "number of the seal");
        visit("receiver", &Seized::receiver, "who took it");
        visit("place", &Seized::place, "the evidence cage, where it is ours");
        visit("review", &Seized::review, "day it is looked at again");
        visit("reference", &Seized::reference, "of the incident; may be empty");
        visit("second", &Seized::second, "the second person");
        visit("note", &Seized::note, "free text");
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
    static constexpr void fields(auto visit) {
        visit("seizure", &SeizureEnded::seizure, "the seizure");
        visit("items", &SeizureEnded::items, "the items that came back");
        visit("stock", &SeizureEnded::stock, "the rounds that came back");
        visit("to", &SeizureEnded::to, "where they were put");
        visit("authority", &SeizureEnded::authority, "the investigator's release");
        visit("second", &SeizureEnded::second, "the second person");
        visit("note", &SeizureEnded::note, "free text");
    }
};

}  // namespace muster::core
