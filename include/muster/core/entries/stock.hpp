// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries that say what there is: locations, models, items, batches, counted stock, imports.
namespace muster::core {

/// A place that holds stock was added.
struct LocationAdded {
    static constexpr const char* kind = "location_added";
    static constexpr std::int64_t version = 1;
    std::string name;
    std::string sort;
    LocationId parent;
    static constexpr auto fields() {
        return std::tuple{
            field("name", &LocationAdded::name, "what people call it"),
            field("sort", &LocationAdded::sort, "armoury, rack, safe, vehicle_safe …"),
            field("parent", &LocationAdded::parent, "the location it is part of")};
    }
};

/// A model was added to the catalogue.
struct ModelAdded {
    static constexpr const char* kind = "model_added";
    static constexpr std::int64_t version = 1;
    std::string make;
    std::string name;
    std::string category;
    std::string calibre;
    std::string tracking;
    std::string authorisation;
    static constexpr auto fields() {
        return std::tuple{field("make", &ModelAdded::make, "who makes it; may be empty"),
                          field("name", &ModelAdded::name, "make and model as people write them"),
                          field("category", &ModelAdded::category, "code in the list category"),
                          field("calibre", &ModelAdded::calibre, "as marked; may be empty"),
                          field("tracking", &ModelAdded::tracking, "item, batch or counted"),
                          field("authorisation", &ModelAdded::authorisation,
                                "class needed to draw; empty where none")};
    }
};

/// An item entered the register, as an import or a delivery found it.
struct ItemRegistered {
    static constexpr const char* kind = "item_registered";
    static constexpr std::int64_t version = 1;
    ModelId model;
    std::string serial;
    std::string tag;
    LocationId home;
    std::string position;
    OfficerId issued_to;  ///< where it was already out
    std::string location_status;
    std::string condition_status;
    std::optional<Date> acquired;
    std::optional<Date> last_inspected;
    std::optional<std::string> hold;
    std::optional<PrivateText> remarks;
    static constexpr auto fields() {
        return std::tuple{
            field("model", &ItemRegistered::model, "its model"),
            field("serial", &ItemRegistered::serial, "text, unique with its model"),
            field("tag", &ItemRegistered::tag, "asset tag; may be empty"),
            field("home", &ItemRegistered::home, "the location it belongs in"),
            field("position", &ItemRegistered::position, "its place at home; may be empty"),
            field("issued_to", &ItemRegistered::issued_to, "the officer who already had it"),
            field("location_status", &ItemRegistered::location_status, "in_store, issued …"),
            field("condition_status", &ItemRegistered::condition_status,
                  "serviceable, defective …"),
            field("acquired", &ItemRegistered::acquired, "day it was received"),
            field("last_inspected", &ItemRegistered::last_inspected, "day of last inspection"),
            field("hold", &ItemRegistered::hold, "evidence, pip, recall or unsafe"),
            field("remarks", &ItemRegistered::remarks, "as the source had them")};
    }
};

/// A quantity of a batch entered the register; the batch is new.
struct BatchRegistered {
    static constexpr const char* kind = "batch_registered";
    static constexpr std::int64_t version = 1;
    ModelId model;
    std::string number;
    std::optional<Date> expiry;
    std::int64_t box_size = 0;
    std::string use;
    LocationId location;
    std::int64_t quantity = 0;
    std::int64_t boxes = 0;
    static constexpr auto fields() {
        return std::tuple{
            field("model", &BatchRegistered::model, "its model"),
            field("number", &BatchRegistered::number, "the maker's batch number"),
            field("expiry", &BatchRegistered::expiry, "last day of use"),
            field("box_size", &BatchRegistered::box_size, "rounds in one sealed box"),
            field("use", &BatchRegistered::use, "operational, training, blank, drill"),
            field("location", &BatchRegistered::location, "where it was put"),
            field("quantity", &BatchRegistered::quantity, "all of it, sealed and loose"),
            field("boxes", &BatchRegistered::boxes, "sealed boxes within the quantity")};
    }
};

/// A quantity of counted stock (no serial, no batch) entered the register.
struct CountedRegistered {
    static constexpr const char* kind = "counted_registered";
    static constexpr std::int64_t version = 1;
    ModelId model;
    LocationId location;
    std::int64_t quantity = 0;
    static constexpr auto fields() {
        return std::tuple{field("model", &CountedRegistered::model, "what it is"),
                          field("location", &CountedRegistered::location, "where it was put"),
                          field("quantity", &CountedRegistered::quantity, "how many")};
    }
};

}  // namespace muster::core
