// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries that bar things from issue whatever their status, and lift that (DOMAIN §3, §5).
namespace muster::core {

/// Items, batches, or all items of a model and a range of serials are held, in one act.
struct HoldPlaced {
    static constexpr const char* kind = "hold_placed";
    static constexpr std::int64_t version = 1;
    std::string reason;         ///< evidence, pip, recall, unsafe
    std::vector<ItemId> items;  ///< those of the range too: filled in by `decide`
    std::vector<StockId> batches;
    ModelId model;
    std::string serial_from;
    std::string serial_to;
    std::string notice;  ///< number of the technical notice; may be empty
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("reason", &HoldPlaced::reason, "evidence, pip, recall or unsafe");
        visit("items", &HoldPlaced::items, "the items, those of the range too");
        visit("batches", &HoldPlaced::batches, "the batches");
        visit("model", &HoldPlaced::model, "model of a range");
        visit("serial_from", &HoldPlaced::serial_from, "first serial of the range");
        visit("serial_to", &HoldPlaced::serial_to, "last serial of the range");
        visit("notice", &HoldPlaced::notice, "technical notice; may be empty");
        visit("note", &HoldPlaced::note, "free text");
    }
};

/// One hold on one thing was lifted after its own inspection.
struct HoldReleased {
    static constexpr const char* kind = "hold_released";
    static constexpr std::int64_t version = 1;
    std::string subject;   ///< item or batch
    EntryNumber hold = 0;  ///< the entry that placed it; filled in by `decide` where it is the one
    std::string inspection;
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("subject", &HoldReleased::subject, "item or batch");
        visit("hold", &HoldReleased::hold, "the entry that placed the hold");
        visit("inspection", &HoldReleased::inspection, "reference of its own inspection");
        visit("note", &HoldReleased::note, "free text");
    }
};

}  // namespace muster::core
