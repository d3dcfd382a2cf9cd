// SPDX-License-Identifier: MIT
#include <algorithm>

#include "folding.hpp"
#include "judge.hpp"

namespace muster::intake {

namespace {

bool is_same_name(const std::string& a, const std::string& b) {
    return name_key(a) == name_key(b);
}

bool has_name(const std::vector<std::string>& names, const std::string& name) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& other) { return is_same_name(name, other); });
}

std::string words_of_day(const std::optional<core::Date>& day) {
    return day ? core::people_text(*day) : "no date";
}

std::string words_of_text(const std::string& text) {
    return text.empty() ? "nothing" : "'" + text + "'";
}

/// An empty cell says nothing against what the ledger has.
void compare_day(const Desk& desk, Field field, const std::optional<core::Date>& here,
                 const std::optional<core::Date>& held, Differences& found) {
    if (here && here != held) found.add(desk, field, words_of_day(held));
}

void compare_text(const Desk& desk, Field field, const std::string& here, const std::string& held,
                  Differences& found) {
    if (!here.empty() && !is_same_name(here, held)) found.add(desk, field, words_of_text(held));
}

void compare_place(const Desk& desk, const std::string& here, const std::vector<std::string>& held,
                   Differences& found) {
    if (!here.empty() && !has_name(held, here))
        found.add(desk, Field::location, words_of_text(held.empty() ? "" : held.front()));
}

}  // namespace

void Differences::add(const Desk& desk, Field field, const std::string& in_ledger) {
    if (!desk.table().has(field)) return;
    std::string heading;
    for (const auto& each : desk.table().headings)
        if (each.column == desk.table().column(field)) heading = each.text;
    words += (words.empty() ? "" : ", ") + heading + " (there: " + in_ledger + ")";
    if (first == Field::none) first = field;
}

Differences differences(const ItemRow& row, const KnownThings::ItemDetails& held,
                        const Desk& desk) {
    Differences found;
    compare_place(desk, row.location, held.places, found);
    compare_text(desk, Field::rack, row.rack, held.rack, found);
    const bool place_differs = !row.place_in_location.empty() &&
                               !has_name(held.places, row.place_in_location) &&
                               !has_name(held.places, row.location + row.place_in_location);
    if (row.location_status != held.location_status ||
        row.condition_status != held.condition_status || place_differs)
        found.add(desk, Field::status, held.location_status + ", " + held.condition_status);
    // That it is no evidence any more, only a column says that is there for it.
    const Field of_hold = desk.table().has(Field::hold) ? Field::hold : Field::status;
    if (row.evidence_hold != held.evidence_hold && (row.evidence_hold || of_hold == Field::hold))
        found.add(desk, of_hold, held.evidence_hold ? "held as evidence" : "not held as evidence");
    if (row.location_status == "issued" && upper(squeezed(held.issued_to)) != row.issued_to)
        found.add(desk, Field::issued_to, words_of_text(held.issued_to));
    compare_day(desk, Field::acquired, row.acquired, held.acquired, found);
    compare_day(desk, Field::last_inspected, row.last_inspected, held.last_inspected, found);
    return found;
}

Differences differences(const BatchRow& row, const KnownThings::BatchDetails& held,
                        const Desk& desk) {
    Differences found;
    compare_day(desk, Field::expiry, row.expiry, held.expiry, found);
    if (row.quantity != held.quantity)
        found.add(desk, Field::quantity, std::to_string(held.quantity));
    if (desk.table().has(Field::sealed_boxes) && row.sealed_boxes != held.sealed_boxes)
        found.add(desk, Field::sealed_boxes, std::to_string(held.sealed_boxes));
    if (row.box_size != 0 && row.box_size != held.box_size)
        found.add(desk, Field::box_size, std::to_string(held.box_size));
    compare_text(desk, Field::use, row.use, held.use, found);
    compare_place(desk, row.location, held.places, found);
    return found;
}

Differences differences(const OfficerRow& row, const KnownThings::Officer& held, const Desk& desk) {
    Differences found;
    if (const auto& details = held.details) {
        const std::string name = row.forename + row.surname;
        const Field name_field = desk.table().has(Field::surname) ? Field::surname : Field::name;
        compare_text(desk, name_field, name, details->name, found);
        compare_text(desk, Field::rank, row.rank_code.empty() ? row.rank : row.rank_code,
                     details->rank, found);
        compare_text(desk, Field::unit, row.unit, details->unit, found);
        if (row.left == details->active)
            found.add(desk, desk.table().has(Field::left) ? Field::left : Field::status,
                      details->active ? "no" : "yes");
    }
    if (row.suspended != held.suspended)
        found.add(desk, Field::suspended, held.suspended ? "yes" : "no");
    for (const auto& dates : row.authorisations) {
        const auto same = [&](const ClassDates& other) {
            return other.weapon_class == dates.weapon_class && other.to == dates.to;
        };
        if (std::any_of(held.authorisations.begin(), held.authorisations.end(), same)) continue;
        found.words += (found.words.empty() ? "" : ", ") + dates.weapon_class + " until " +
                       core::people_text(dates.to);
        if (found.first == Field::none) found.first = Field::collar;
    }
    return found;
}

Differences differences(const DeploymentRow& row, const DeploymentRow& held, const Desk& desk) {
    Differences found;
    if (row.started != held.started)
        found.add(desk, Field::started, core::uk_time_text(held.started));
    if (row.ended && row.ended != held.ended)
        found.add(desk, Field::ended, held.ended ? core::uk_time_text(*held.ended) : "no time");
    compare_text(desk, Field::decision, row.decision, held.decision, found);
    compare_text(desk, Field::commander, row.commander, held.commander, found);
    compare_text(desk, Field::level, row.level, held.level, found);
    compare_text(desk, Field::reason, row.reason, held.reason, found);
    if (row.arv != held.arv) found.add(desk, Field::arv, held.arv ? "yes" : "no");
    if (row.discharge != held.discharge)
        found.add(desk, Field::discharge, held.discharge ? "yes" : "no");
    return found;
}

}  // namespace muster::intake
