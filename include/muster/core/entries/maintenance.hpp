// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries of the workshop: out and in, signed fit by another, parts changed (DOMAIN §5, §8).
namespace muster::core {

/// Something is wrong with items, seen where they are. They are defective until signed fit.
struct DefectReported {
    static constexpr const char* kind = "defect_reported";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    PrivateText defect;
    static constexpr void fields(auto visit) {
        visit("items", &DefectReported::items, "the items");
        visit("defect", &DefectReported::defect, "what is wrong with them");
    }
};

/// Items went to a bench of ours or to a workshop: the repair `w-` and this entry's number.
struct MaintenanceOpened {
    static constexpr const char* kind = "maintenance_opened";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    LocationId to;         ///< the bench; empty where it left the house
    std::string workshop;  ///< the firm; empty for a bench of ours
    std::optional<Date> due;
    PrivateText defect;
    static constexpr void fields(auto visit) {
        visit("items", &MaintenanceOpened::items, "the items");
        visit("to", &MaintenanceOpened::to, "the bench, where it is ours");
        visit("workshop", &MaintenanceOpened::workshop, "the firm, else empty");
        visit("due", &MaintenanceOpened::due, "back by that day");
        visit("defect", &MaintenanceOpened::defect, "what is to be done");
    }
};

/// Items came back from maintenance. They stay under repair until somebody else signs them fit.
struct MaintenanceClosed {
    static constexpr const char* kind = "maintenance_closed";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    LocationId to;
    PrivateText work;
    static constexpr void fields(auto visit) {
        visit("items", &MaintenanceClosed::items, "the items");
        visit("to", &MaintenanceClosed::to, "where they were put");
        visit("work", &MaintenanceClosed::work, "what was done");
    }
};

/// A named person, other than who recorded the receipt, signed items fit for issue.
struct FitForIssue {
    static constexpr const char* kind = "fit_for_issue";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    UserId signed_by;       ///< filled in by `decide` where it is who records it
    std::string reference;  ///< of the inspection sheet; may be empty
    std::optional<Date> next_inspection;
    static constexpr void fields(auto visit) {
        visit("items", &FitForIssue::items, "the items");
        visit("signed_by", &FitForIssue::signed_by, "who answers for it");
        visit("reference", &FitForIssue::reference, "inspection sheet; may be empty");
        visit("next_inspection", &FitForIssue::next_inspection, "day the next is due");
    }
};

/// Parts with serials of their own were changed on the bench: a movement of the part.
struct PartSwapped {
    static constexpr const char* kind = "part_swapped";
    static constexpr std::int64_t version = 1;
    ItemId host;
    HolderId host_holder;  ///< who or what holds it; filled in by `decide`
    ItemId fitted;
    HolderId fitted_from;  ///< filled in by `decide`
    ItemId removed;
    LocationId to;  ///< where the removed part was put
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("host", &PartSwapped::host, "the item whose part it is");
        visit("host_holder", &PartSwapped::host_holder, "who or what holds that");
        visit("fitted", &PartSwapped::fitted, "the part that was mounted");
        visit("fitted_from", &PartSwapped::fitted_from, "who or what had it");
        visit("removed", &PartSwapped::removed, "the part that was taken off");
        visit("to", &PartSwapped::to, "where that was put");
        visit("note", &PartSwapped::note, "free text");
    }
};

}  // namespace muster::core
