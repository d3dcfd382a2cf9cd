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
    static constexpr void fields(auto visit) {
        visit("name", &LocationAdded::name, "what people call it");
        visit("sort", &LocationAdded::sort, "armoury, rack, safe, vehicle_safe …");
        visit("parent", &LocationAdded::parent, "the location it is part of");
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
    static constexpr void fields(auto visit) {
        visit("make", &ModelAdded::make, "who makes it; may be empty");
        visit("name", &ModelAdded::name, "make and model as people write them");
        visit("category", &ModelAdded::category, "code in the list category");
        visit("calibre", &ModelAdded::calibre, "as marked; may be empty");
        visit("tracking", &ModelAdded::tracking, "item, batch or counted");
        visit("authorisation", &ModelAdded::authorisation,
              "class needed to draw; empty where none");
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
    static constexpr void fields(auto visit) {
        visit("model", &ItemRegistered::model, "its model");
        visit("serial", &ItemRegistered::serial, "text, unique with its model");
        visit("tag", &ItemRegistered::tag, "asset tag; may be empty");
        visit("home", &ItemRegistered::home, "the location it belongs in");
        visit("position", &ItemRegistered::position, "its place at home; may be empty");
        visit("issued_to", &ItemRegistered::issued_to, "the officer who already had it");
        visit("location_status", &ItemRegistered::location_status, "in_store, issued …");
        visit("condition_status", &ItemRegistered::condition_status, "serviceable, defective …");
        visit("acquired", &ItemRegistered::acquired, "day it was received");
        visit("last_inspected", &ItemRegistered::last_inspected, "day of last inspection");
        visit("hold", &ItemRegistered::hold, "evidence, pip, recall or unsafe");
        visit("remarks", &ItemRegistered::remarks, "as the source had them");
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
    static constexpr void fields(auto visit) {
        visit("model", &BatchRegistered::model, "its model");
        visit("number", &BatchRegistered::number, "the maker's batch number");
        visit("expiry", &BatchRegistered::expiry, "last day of use");
        visit("box_size", &BatchRegistered::box_size, "rounds in one sealed box");
        visit("use", &BatchRegistered::use, "operational, training, blank, drill");
        visit("location", &BatchRegistered::location, "where it was put");
        visit("quantity", &BatchRegistered::quantity, "all of it, sealed and loose");
        visit("boxes", &BatchRegistered::boxes, "sealed boxes within the quantity");
    }
};

/// A quantity of counted stock (no serial, no batch) entered the register.
struct CountedRegistered {
    static constexpr const char* kind = "counted_registered";
    static constexpr std::int64_t version = 1;
    ModelId model;
    LocationId location;
    std::int64_t quantity = 0;
    static constexpr void fields(auto visit) {
        visit("model", &CountedRegistered::model, "what it is");
        visit("location", &CountedRegistered::location, "where it was put");
        visit("quantity", &CountedRegistered::quantity, "how many");
    }
};

}  // namespace muster::core
