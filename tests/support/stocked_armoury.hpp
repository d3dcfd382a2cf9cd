// SPDX-License-Identifier: MIT
#pragma once

#include "support/armoury.hpp"

namespace muster::testing {

/// A person who signs in: `u-<name>`, the human `p-<name>` unless told, with those roles.
inline void add_user(Armoury& armoury, const std::string& name,
                     const std::vector<std::string>& roles, const std::string& person = {}) {
    const UserId user{"u-" + name};
    armoury.apply_all("u-admin", UserAdded{user, PersonId{"p-" + (person.empty() ? name : person)},
                                           private_text(name)});
    for (const std::string& role : roles) armoury.apply_all("u-admin", RoleGranted{user, role, {}});
}

/// An officer who draws: `o-<collar>`, the human `p-<collar>` unless told.
inline OfficerId add_officer(Armoury& armoury, const std::string& collar,
                             const std::string& person = {}) {
    const OfficerId officer{"o-" + collar};
    // In set-up the administrator does it; later, whoever keeps the officers.
    const auto force = armoury.facts.find<Force>("force");
    armoury.apply_all(
        force && force->setup_open ? "u-admin" : "u-mia",
        OfficerAdded{officer, PersonId{"p-" + (person.empty() ? collar : person)},
                     private_text(collar), private_text("Officer " + collar), "pc", "Firearms"});
    return officer;
}

/// A grant of a class for all of 2026, confirmed the day before the armoury's first morning.
inline AuthorisationGranted grant_of(const OfficerId& officer, const std::string& weapon_class) {
    return {
        officer,           weapon_class, day("2026-01-01"), day("2026-12-31"), "training record",
        day("2026-03-01"), false};
}

/// A working armoury with invented people and stock, set-up closed. Two armourers, supervisor, CFI,
/// manager, senior officer, an outsider who counts and an auditor; armourer `u-ann` is also the
/// officer `o-700`.
struct StockedArmoury : Armoury {
    OfficerId pc{"o-4471"};  ///< pistol and carbine
    OfficerId pistol_only{"o-5502"};
    OfficerId ann_officer{"o-700"};
    LocationId site{"l-1"};
    LocationId rack, safe, vehicle, quarantine;
    ModelId pistol, carbine, round, distraction, magazine;
    ItemId pistol_1, pistol_2, carbine_1, carbine_2;
    BatchId batch_a, batch_b, old_batch;

    StockedArmoury() {
        add_reference();
        add_people();
        add_places();
        add_stock();
        apply_all("u-admin", SetupClosed{});
    }

    ItemId add_item(const ModelId& model, const std::string& serial, const std::string& tag) {
        ItemRegistered item;
        item.model = model;
        item.serial = serial;
        item.tag = tag;
        item.home = rack;
        item.location_status = "in_store";
        item.condition_status = "serviceable";
        return created_id<ItemId>('i', apply_all(keeper(), item));
    }

    BatchId add_batch(const ModelId& model, const std::string& number, std::int64_t quantity,
                      const char* expiry = "2030-01-31") {
        BatchRegistered batch;
        batch.model = model;
        batch.number = number;
        batch.expiry = day(expiry);
        batch.box_size = 50;
        batch.use = "operational";
        batch.location = safe;
        batch.quantity = quantity;
        batch.boxes = quantity / 50;
        return created_id<BatchId>('b', apply_all(keeper(), batch));
    }

    /// An issue that the rules allow as it stands: by `u-ann`, second person `u-ben`.
    Issued issue(const std::vector<ItemId>& items, const std::vector<StockLine>& stock = {}) const {
        Issued issued;
        issued.officer = pc;
        issued.purpose = "operational";
        for (const ItemId& item : items) issued.items.push_back({item, {}, {}, {}});
        issued.stock = stock;
        issued.second = UserId{"u-ben"};
        issued.confirmed = Confirmation{now, "pin", std::string(64, 'a')};
        return issued;
    }

    Returned giving_back(const std::vector<ItemId>& items,
                         const std::vector<StockLine>& stock = {}) const {
        Returned returned;
        returned.officer = pc;
        for (const ItemId& item : items) returned.items.push_back({item, {}, {}, {}});
        returned.stock = stock;
        return returned;
    }

    /// So many of a batch or of counted stock.
    template <class AnyId>
    static StockLine of(const AnyId& stock, std::int64_t quantity) {
        StockLine line;
        line.stock = StockId{stock.value};
        line.quantity = quantity;
        return line;
    }

private:
    std::string keeper() const {
        return may_in_setup(facts, UserId{"u-admin"}) ? "u-admin" : "u-mia";
    }

    void add_reference() {
        const auto add = [&](const char* list, const char* code, const char* title) {
            apply_all("u-admin", ReferenceSet{list, code, title, {}, {}, {}});
        };
        add("rank", "pc", "PC");
        add("class", "pistol", "pistol");
        add("class", "carbine", "carbine");
        const auto add_category = [&](const char* code, const char* tracking) {
            apply_all("u-admin", ReferenceSet{"category", code, code, tracking, {}, {}});
        };
        add_category("pistol", "item");
        add_category("carbine", "item");
        add_category("ammunition", "batch");
        add_category("magazine", "counted");
        for (const char* purpose : {"operational", "training", "maintenance"})
            add("purpose", purpose, purpose);
        for (const char* reason :
             {"operational", "training", "unintentional_discharge", "test", "misfire", "destroyed"})
            add("expenditure", reason, reason);
    }

    void add_people() {
        add_user(*this, "ann", {"armourer"});
        add_user(*this, "ben", {"armourer"});
        add_user(*this, "sue", {"supervisor"});
        add_user(*this, "cfi", {"cfi"});
        add_user(*this, "mia", {"armoury_manager"});
        add_user(*this, "acc", {"senior_officer"});
        add_user(*this, "kim", {"counter"});
        add_user(*this, "aud", {"auditor"});
        for (const char* collar : {"4471", "5502"}) {
            const OfficerId officer = add_officer(*this, collar);
            apply_all("u-admin", grant_of(officer, "pistol"));
        }
        apply_all("u-admin", grant_of(pc, "carbine"));
        add_officer(*this, "700", "ann");
        apply_all("u-admin", grant_of(ann_officer, "pistol"));
    }

    LocationId add_place(const char* name, const char* sort) {
        return created_id<LocationId>('l', apply_all("u-admin", LocationAdded{name, sort, site}));
    }

    ModelId add_model(const char* name, const char* category, const char* tracking,
                      const char* weapon_class) {
        return created_id<ModelId>(
            'm', apply_all("u-admin",
                           ModelAdded{"Invented", name, category, "", tracking, weapon_class}));
    }

    void add_places() {
        rack = add_place("Rack 2", "rack");
        safe = add_place("Ammunition safe", "safe");
        vehicle = add_place("ARV 1", "vehicle_safe");
        quarantine = add_place("Quarantine", "quarantine");
    }

    void add_stock() {
        pistol = add_model("Pistol P1", "pistol", "item", "pistol");
        carbine = add_model("Carbine C1", "carbine", "item", "carbine");
        round = add_model("9 mm operational", "ammunition", "batch", "pistol");
        distraction = add_model("Distraction D1", "ammunition", "batch", "");
        magazine = add_model("Magazine P1", "magazine", "counted", "");
        pistol_1 = add_item(pistol, "XX0001", "T-1");
        pistol_2 = add_item(pistol, "XX0002", "T-2");
        carbine_1 = add_item(carbine, "XX0003", "T-3");
        carbine_2 = add_item(carbine, "XX0004", "T-4");
        batch_a = add_batch(round, "B-A", 1'000);
        batch_b = add_batch(round, "B-B", 500);
        old_batch = add_batch(distraction, "B-OLD", 20, "2026-02-28");
        apply_all("u-admin", CountedRegistered{magazine, safe, 40});
    }
};

}  // namespace muster::testing
