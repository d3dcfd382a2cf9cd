// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Kits: what is drawn together, by model or category, never by serial (DOMAIN §5).
namespace muster::core {

/// One line of a kit.
struct KitPart {
    ModelId model;
    std::optional<std::string> category;  ///< where any model of it will do
    std::int64_t quantity = 1;
    static constexpr void fields(auto visit) {
        visit("model", &KitPart::model, "the model, where one is named");
        visit("category", &KitPart::category, "else a code in the list category");
        visit("quantity", &KitPart::quantity, "how many");
    }
};

/// A kit was made, changed or withdrawn. A new one has the id `k-` and this entry's number.
struct KitSet {
    static constexpr const char* kind = "kit_set";
    static constexpr std::int64_t version = 1;
    KitId kit;         ///< empty for a new one
    std::string name;  ///< filled in by `decide` for a kit that is withdrawn
    std::string label;
    std::vector<KitPart> parts;
    std::optional<bool> withdrawn;
    static constexpr void fields(auto visit) {
        visit("kit", &KitSet::kit, "the kit; absent for a new one");
        visit("name", &KitSet::name, "what people call it");
        visit("label", &KitSet::label, "code on its label; may be empty");
        visit("parts", &KitSet::parts, "what belongs to it");
        visit("withdrawn", &KitSet::withdrawn, "it is drawn no more");
    }
};

}  // namespace muster::core
