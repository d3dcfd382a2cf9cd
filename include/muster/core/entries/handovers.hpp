// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries of handovers: of the duty at an armoury, and of an ARV's safe (DOMAIN §5).
namespace muster::core {

/// The duty at a place went from who records it to another, who gave their own secret; or who
/// records it took it alone, because whoever had it went without handing it over.
struct DutyHandedOver {
    static constexpr const char* kind = "duty_handed_over";
    static constexpr std::int64_t version = 1;
    LocationId place;
    UserId to;
    CountId count;  ///< the joint count, where policy asks for one
    std::optional<PrivateText> note;
    std::optional<PrivateText> alone{};  ///< why nobody handed it over
    static constexpr void fields(auto visit) {
        visit("place", &DutyHandedOver::place, "the armoury, or a part of it");
        visit("to", &DutyHandedOver::to, "who takes the duty");
        visit("count", &DutyHandedOver::count, "the joint count");
        visit("note", &DutyHandedOver::note, "what is to be known");
        visit("alone", &DutyHandedOver::alone, "why it was taken alone");
    }
};

/// What a vehicle's safe holds otherwise than the book says.
struct SafeDifference {
    std::string subject;
    std::int64_t expected = 0;
    std::int64_t found = 0;
    static constexpr void fields(auto visit) {
        visit("subject", &SafeDifference::subject, "item, batch or model");
        visit("expected", &SafeDifference::expected, "by the book");
        visit("found", &SafeDifference::found, "in the safe");
    }
};

/// The crew of an armed response vehicle checked its safe: at start, handover or end. What differs
/// from the book opens a discrepancy each, and needs an explanation before the check can close.
struct VehicleChecked {
    static constexpr const char* kind = "vehicle_checked";
    static constexpr std::int64_t version = 1;
    LocationId place;
    std::string stage;  ///< start, handover, end
    OfficerId from;     ///< whose watch ends
    OfficerId to;       ///< whose begins
    std::vector<ItemId> items;
    std::vector<StockLine> stock;
    std::vector<SafeDifference> differences;  ///< filled in by `decide`
    std::optional<Confirmation> confirmed_from;
    std::optional<Confirmation> confirmed_to;
    std::optional<PrivateText> explanation;
    static constexpr void fields(auto visit) {
        visit("place", &VehicleChecked::place, "the vehicle's safe");
        visit("stage", &VehicleChecked::stage, "start, handover or end");
        visit("from", &VehicleChecked::from, "whose watch ends");
        visit("to", &VehicleChecked::to, "whose begins");
        visit("items", &VehicleChecked::items, "the items that were there");
        visit("stock", &VehicleChecked::stock, "the quantities that were there");
        visit("differences", &VehicleChecked::differences, "what differs from the book");
        visit("confirmed_from", &VehicleChecked::confirmed_from, "their confirmation");
        visit("confirmed_to", &VehicleChecked::confirmed_to, "their confirmation");
        visit("explanation", &VehicleChecked::explanation, "what is known of differences");
    }
};

}  // namespace muster::core
