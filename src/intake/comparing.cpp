// SPDX-License-Identifier: MIT
#include "folding.hpp"
#include "reading.hpp"

namespace muster::intake {

namespace {

/// Where the other of a pair stands.
template <class RowType>
std::string place_of(const Draft<RowType>& other, const Draft<RowType>& from) {
    const std::string row = "row " + std::to_string(other.row.row);
    return other.row.sheet == from.row.sheet ? row : row + " of sheet '" + other.row.sheet + "'";
}
constexpr const char* in_ledger = "the ledger";

/// Keys in a map never hold this byte, so that two joined parts cannot be taken for two others.
std::string joined(const std::string& a, const std::string& b) {
    return a + '\n' + b;
}

/// First come of each key: rows of the file, and what the ledger has.
template <class RowType>
using First = std::map<std::string, const Draft<RowType>*>;

struct SerialIndex {
    First<ItemRow> exact;
    First<ItemRow> alike;
    std::map<std::string, std::string> known_exact;  ///< to the tag it has in the ledger
    std::set<std::string> known_alike;
};

SerialIndex index_of_known(const KnownThings& known) {
    SerialIndex index;
    for (const auto& item : known.items) {
        const std::string model = name_key(item.model);
        const std::string serial = upper(trimmed(item.serial));
        index.known_exact[joined(model, serial)] = upper(squeezed(item.tag));
        index.known_alike.insert(joined(model, look_alike_key(serial)));
    }
    return index;
}

/// The ledger has it under the same tag (or one of the two has none): the same thing, imported
/// before.
bool is_same_thing(const std::string& known_tag, const std::string& tag) {
    return known_tag == tag || known_tag.empty() || tag.empty();
}

void compare_serial(ItemDraft& draft, SerialIndex& index, Desk& desk) {
    if (!draft.compares || draft.row.model.empty()) return;
    const std::string model = name_key(draft.row.model);
    const std::string exact = joined(model, draft.row.serial);
    const std::string alike = joined(model, look_alike_key(draft.row.serial));
    const auto known = index.known_exact.find(exact);
    const auto [same, is_first] = index.exact.emplace(exact, &draft);
    const auto [similar, is_unlike] = index.alike.emplace(alike, &draft);
    if (known != index.known_exact.end() && !is_same_thing(known->second, draft.row.tag))
        desk.fault(draft, "serial", "serial_duplicate", draft.row.serial, in_ledger);
    else if (!is_first)
        desk.fault(draft, "serial", "serial_duplicate", draft.row.serial,
                   place_of(*same->second, draft));
    else if (known != index.known_exact.end())
        draft.row.held = true;
    else if (index.known_alike.contains(alike))
        desk.fault(draft, "serial", "serial_look_alike", draft.row.serial, in_ledger);
    else if (!is_unlike)
        desk.fault(draft, "serial", "serial_look_alike", draft.row.serial,
                   place_of(*similar->second, draft));
}

void compare_tags(Desk& desk) {
    First<ItemRow> first;
    std::map<std::string, std::string> known;
    for (const auto& item : desk.known.items)
        known[upper(squeezed(item.tag))] =
            joined(name_key(item.model), upper(trimmed(item.serial)));
    for (auto& draft : desk.items) {
        if (draft.row.tag.empty()) continue;
        const auto [same, is_first] = first.emplace(draft.row.tag, &draft);
        const auto held = known.find(draft.row.tag);
        const std::string thing = joined(name_key(draft.row.model), draft.row.serial);
        if (held != known.end() && held->second != thing)
            desk.fault(draft, "tag", "tag_duplicate", draft.row.tag, in_ledger);
        else if (!is_first)
            desk.fault(draft, "tag", "tag_duplicate", draft.row.tag,
                       place_of(*same->second, draft));
    }
}

/// An officer whose own row has a fault will not be there either, unless the ledger has them
/// already.
void compare_holders(Desk& desk) {
    std::set<std::string> usable;
    std::map<std::string, const OfficerDraft*> faulty;
    for (const auto& officer : desk.known.officers) usable.insert(upper(squeezed(officer.collar)));
    for (const auto& draft : desk.officers) {
        if (draft.faulty.empty())
            usable.insert(draft.row.collar);
        else
            faulty.emplace(draft.row.collar, &draft);
    }
    for (auto& draft : desk.items) {
        const std::string& collar = draft.row.issued_to;
        if (collar.empty() || usable.contains(collar)) continue;
        const auto found = faulty.find(collar);
        desk.fault(draft, "issued_to", "officer_unknown", collar,
                   found == faulty.end()
                       ? "'" + collar + "' is no collar number that a sheet or the ledger knows."
                       : "The row of officer '" + collar + "' (row " +
                             std::to_string(found->second->row.row) + " of sheet '" +
                             found->second->row.sheet + "') has a fault of its own.");
    }
}

}  // namespace

void compare_officers(Desk& desk) {
    First<OfficerRow> first;
    std::set<std::string> known;
    for (const auto& officer : desk.known.officers) known.insert(upper(squeezed(officer.collar)));
    for (auto& draft : desk.officers) {
        if (!draft.compares) continue;
        draft.row.held = known.contains(draft.row.collar);
        const auto [same, is_first] = first.emplace(draft.row.collar, &draft);
        if (!is_first)
            desk.fault(draft, "collar", "collar_duplicate", draft.row.collar,
                       place_of(*same->second, draft));
    }
}

void compare_items(Desk& desk) {
    SerialIndex index = index_of_known(desk.known);
    for (auto& draft : desk.items) compare_serial(draft, index, desk);
    compare_tags(desk);
    compare_holders(desk);
}

void compare_batches(Desk& desk) {
    First<BatchRow> first;
    std::set<std::string> known;
    for (const auto& batch : desk.known.batches)
        known.insert(joined(name_key(batch.model), upper(squeezed(batch.batch_number))));
    for (auto& draft : desk.batches) {
        if (!draft.compares || draft.row.model.empty()) continue;
        const std::string key = joined(name_key(draft.row.model), draft.row.batch_number);
        draft.row.held = known.contains(key);
        const auto [same, is_first] = first.emplace(key, &draft);
        if (!is_first)
            desk.fault(draft, "batch_number", "batch_duplicate", draft.row.batch_number,
                       place_of(*same->second, draft));
    }
}

}  // namespace muster::intake
