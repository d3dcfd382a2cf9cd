// SPDX-License-Identifier: MIT
#include "folding.hpp"
#include "reading.hpp"

namespace muster::intake {

namespace {

/// Warns once of each name that the ledger lacks. Told apart by case and blanks no more than
/// elsewhere.
class NewNames {
public:
    template <class RowType>
    void warn(const Draft<RowType>& draft, const std::string& field, std::string_view code,
              const std::string& name, Desk& desk) {
        if (!name.empty() && seen_.insert(name_key(name)).second)
            desk.warn(draft, field, code, name);
    }

private:
    std::set<std::string> seen_;
};

template <class RowType>
void warn_of_new_names(const std::vector<Draft<RowType>>& drafts, NewNames& models,
                       NewNames& locations, Desk& desk) {
    for (const auto& draft : drafts) {
        if (!draft.faulty.empty()) continue;
        if (!desk.models.is_known(draft.row.model))
            models.warn(draft, "model", "model_unknown", draft.row.model, desk);
        if (!desk.locations.is_known(draft.row.location))
            locations.warn(draft, "location", "location_unknown", draft.row.location, desk);
    }
}

/// The places that a status names, `ARV safe` below `HQ Armoury`.
void warn_of_new_places(Desk& desk) {
    NewNames places;
    for (const auto& draft : desk.items) {
        const std::string& place = draft.row.place_in_location;
        if (!draft.faulty.empty() || place.empty() || desk.locations.is_known(place)) continue;
        const std::string name = draft.row.location + "/" + place;
        if (!desk.locations.is_known(name))
            places.warn(draft, "status", "location_unknown", name, desk);
    }
}

void warn_of_serials(Desk& desk) {
    std::map<std::string, std::pair<std::string, std::string>> first;  // serial: model, where
    for (const auto& item : desk.known.items)
        first.emplace(upper(trimmed(item.serial)),
                      std::pair{name_key(item.model), std::string{"the ledger"}});
    for (const auto& draft : desk.items) {
        if (!draft.compares || draft.row.model.empty()) continue;
        const std::string model = name_key(draft.row.model);
        const auto [same, is_first] = first.emplace(
            draft.row.serial, std::pair{model, "row " + std::to_string(draft.row.row) +
                                                   " of sheet '" + draft.row.sheet + "'"});
        if (!is_first && same->second.first != model)
            desk.warn(draft, "serial", "serial_under_other_model", draft.row.serial,
                      same->second.second);
    }
}

/// What is known of an officer's competence: the sheet's word before the ledger's.
std::map<std::string, KnownThings::Officer> officers_by_collar(const Desk& desk) {
    std::map<std::string, KnownThings::Officer> officers;
    for (const auto& draft : desk.officers)
        officers.emplace(draft.row.collar,
                         KnownThings::Officer{
                             draft.row.collar, draft.row.suspended, draft.row.authorisations, {}});
    for (const auto& officer : desk.known.officers)
        officers.emplace(upper(squeezed(officer.collar)), officer);
    return officers;
}

void warn_of_authorisation(const ItemDraft& draft, const KnownThings::Officer& officer,
                           Desk& desk) {
    std::optional<core::Date> to;
    for (const auto& authorisation : officer.authorisations)
        if (authorisation.weapon_class == draft.row.type_code) to = authorisation.to;
    std::string weapon_class = draft.row.type_code.empty() ? draft.row.type : draft.row.type_code;
    for (char& c : weapon_class)
        if (c == '_') c = ' ';
    if (!to)
        desk.warn(draft, "issued_to", "authorisation_absent", draft.row.issued_to, weapon_class);
    else if (officer.suspended)
        desk.warn(draft, "issued_to", "authorisation_suspended", draft.row.issued_to, weapon_class);
    else if (*to < desk.options.as_of)
        desk.warn(draft, "issued_to", "authorisation_expired", draft.row.issued_to,
                  weapon_class + " ended on " + core::people_text(*to));
}

}  // namespace

void warn_of_items(Desk& desk) {
    warn_of_new_places(desk);
    warn_of_serials(desk);
    const auto officers = officers_by_collar(desk);
    for (const auto& draft : desk.items) {
        if (!draft.faulty.empty() || draft.row.location_status != "issued") continue;
        const auto officer = officers.find(draft.row.issued_to);
        if (officer != officers.end()) warn_of_authorisation(draft, officer->second, desk);
    }
}

void warn_of_names_and_batches(Desk& desk) {
    NewNames models;
    NewNames locations;
    warn_of_new_names(desk.items, models, locations, desk);
    warn_of_new_names(desk.batches, models, locations, desk);
    for (const auto& draft : desk.batches)
        if (draft.faulty.empty() && draft.row.expiry && *draft.row.expiry < desk.options.as_of)
            desk.warn(draft, "expiry", "batch_expired", core::people_text(*draft.row.expiry));
}

}  // namespace muster::intake
