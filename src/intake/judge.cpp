// SPDX-License-Identifier: MIT
#include "judge.hpp"

#include <algorithm>

#include "folding.hpp"
#include "muster/intake/look_alike.hpp"

namespace muster::intake {

namespace {

constexpr const char* in_ledger = "the ledger";

/// A model's number and a serial as one key.
std::string joined(std::uint32_t model, std::string_view serial) {
    std::string key(sizeof model, '\0');
    for (std::size_t i = 0; i < sizeof model; ++i) key[i] = static_cast<char>(model >> (8 * i));
    key += serial;
    return key;
}

/// A collar number without the zeros that a spreadsheet drops before it.
std::string figures_of(const std::string& collar) {
    if (collar.find_first_not_of("0123456789") != std::string::npos) return collar;
    return collar.substr(std::min(collar.find_first_not_of('0'), collar.size()));
}

/// The ledger has it under the same tag (or one of the two has none): the same thing, imported
/// before.
bool is_same_thing(const std::string& known_tag, const std::string& tag) {
    const std::string known = upper(squeezed(known_tag));
    return known == tag || known.empty() || tag.empty();
}

}  // namespace

Judge::Judge(const KnownThings& known, Desk& desk) : desk_{desk} {
    index_items(known);
    for (const auto& batch : known.batches)
        known_batches_.emplace(
            joined(desk.models.id(batch.model), upper(squeezed(batch.batch_number))), &batch);
    for (const auto& officer : known.officers)
        if (const std::string collar = upper(squeezed(officer.collar));
            known_officers_.emplace(collar, &officer).second)
            collars_by_figures_.emplace(figures_of(collar), collar);
    for (const auto& deployment : known.deployments)
        known_deployments_.emplace(name_key(deployment.log), &deployment);
    for (const auto& number : known.movement_numbers) known_movements_.insert(name_key(number));
}

void Judge::index_items(const KnownThings& known) {
    for (const auto& item : known.items) {
        const std::uint32_t model = desk_.models.id(item.model);
        const std::string serial = upper(trimmed(item.serial));
        known_serials_.emplace(joined(model, serial), &item);
        known_alike_.insert(joined(model, look_alike_key(serial)));
        if (const std::string tag = upper(squeezed(item.tag)); !tag.empty())
            known_tags_.emplace(tag, &item);
        any_model_.add(serial, {0, 0, model});
    }
}

/// What differs from the ledger blocks the row, unless differing is what the file is for.
bool Judge::is_held(const std::string& differences, Field first, const std::string& found) {
    if (first == Field::none) return true;
    if (!desk_.options.updates) desk_.fault(first, "held_differs", found, differences);
    return false;
}

bool Judge::compare_serial(ItemReading& reading) {
    const ItemRow& row = reading.row;
    if (!reading.compares || row.model.empty()) return false;
    const Origin origin = desk_.origin();
    const std::string exact = joined(reading.model, row.serial);
    const std::string alike = joined(reading.model, look_alike_key(row.serial));
    const auto known = known_serials_.find(exact);
    const Origin* same = serials_.add(exact, origin);
    const Origin* similar = alike_.add(alike, origin);
    if (known != known_serials_.end() && !is_same_thing(known->second->tag, row.tag)) {
        desk_.fault(Field::serial, "serial_duplicate", row.serial, in_ledger);
    } else if (same != nullptr) {
        desk_.fault(Field::serial, "serial_duplicate", row.serial, desk_.place_words(*same));
    } else if (known != known_serials_.end()) {
        if (!known->second->details) return true;
        const auto found = differences(row, *known->second->details, desk_);
        return is_held(found.words, found.first, row.serial);
    } else if (known_alike_.contains(alike)) {
        desk_.fault(Field::serial, "serial_look_alike", row.serial, in_ledger, true);
    } else if (similar != nullptr) {
        desk_.fault(Field::serial, "serial_look_alike", row.serial, desk_.place_words(*similar),
                    true);
    }
    return false;
}

void Judge::compare_tag(const ItemReading& reading) {
    const std::string& tag = reading.row.tag;
    if (tag.empty()) return;
    const Origin* same = tags_.add(tag, desk_.origin());
    const auto held = known_tags_.find(tag);
    if (held != known_tags_.end() && (desk_.models.id(held->second->model) != reading.model ||
                                      upper(trimmed(held->second->serial)) != reading.row.serial))
        desk_.fault(Field::tag, "tag_duplicate", tag, in_ledger);
    else if (same != nullptr)
        desk_.fault(Field::tag, "tag_duplicate", tag, desk_.place_words(*same));
}

/// An officer whose own row has a fault will not be there, unless the ledger has them already: the
/// thing waits for that row and has no fault of its own.
void Judge::compare_holder(const std::string& collar, Field field) {
    if (collar.empty()) return;
    const auto officer = desk_.officers.find(collar);
    if (officer == desk_.officers.end()) {
        const std::string hint = desk_.officer_named(collar).hint;
        desk_.fault(field, "officer_unknown", collar,
                    "'" + collar + "' is no collar number that a sheet or the ledger knows." +
                        (hint.empty() ? "" : " '" + hint + "' is one: was it meant?"));
    } else if (!officer->second.usable)
        desk_.wait(field, "officer_row_faulty", collar,
                   desk_.place_words(officer->second.faulty_row, true));
}

void Judge::warn_of_other_model(const ItemReading& reading) {
    if (!reading.compares || reading.row.model.empty()) return;
    Origin origin = desk_.origin();
    origin.note = reading.model;
    const Origin* first = any_model_.add(reading.row.serial, origin);
    if (first == nullptr || first->note == reading.model) return;
    const std::string place = first->row == 0 ? in_ledger : desk_.place_words(*first, true);
    if (desk_.models.are_alike(first->note, reading.model))
        desk_.fault(Field::serial, "serial_under_similar_model", reading.row.serial,
                    place + " as " + desk_.models.spelling(first->note), true);
    else
        desk_.warn(Field::serial, "serial_under_other_model", reading.row.serial, place);
}

void Judge::warn_of_authorisation(const ItemRow& row) {
    const auto officer = desk_.officers.find(row.issued_to);
    if (officer == desk_.officers.end()) return;
    if (officer->second.left)
        return desk_.warn(Field::issued_to, "issued_to_leaver", row.issued_to);
    std::optional<core::Date> to;
    for (const auto* list : {&officer->second.in_sheets, &officer->second.authorisations}) {
        if (to) break;  // the sheet's word goes before the ledger's
        for (const auto& dates : *list)
            if (dates.weapon_class == row.type_code && (!to || *to < dates.to)) to = dates.to;
    }
    if (row.type_code.empty()) return;  // nobody knows what it takes
    std::string weapon_class = row.type_code;
    for (char& c : weapon_class)
        if (c == '_') c = ' ';
    if (!to)
        desk_.warn(Field::issued_to, "authorisation_absent", row.issued_to, weapon_class);
    else if (officer->second.suspended)
        desk_.warn(Field::issued_to, "authorisation_suspended", row.issued_to, weapon_class);
    else if (*to < desk_.options.as_of)
        desk_.warn(Field::issued_to, "authorisation_expired", row.issued_to,
                   weapon_class + " ended on " + core::people_text(*to));
}

void Judge::warn_of_names(Field field, std::uint32_t model, const std::string& location,
                          const std::string& made) {
    if (!desk_.models.is_known(model) && desk_.models.is_first_mention(model)) {
        const std::string& name = desk_.models.spelling(model);
        desk_.warn(field, "model_unknown", name, made);
        if (const auto* similar = desk_.models.similar(model))
            desk_.warn(field, "model_similar", name, *similar);
    }
    const std::uint32_t place = desk_.locations.id(location);
    if (!desk_.locations.is_known(place) && desk_.locations.is_first_mention(place))
        desk_.warn(Field::location, "location_unknown", desk_.locations.spelling(place));
}

/// The place that a status names, `ARV safe` below `HQ Armoury`, is a new one too.
void Judge::warn_of_item(const ItemReading& reading) {
    const ItemRow& row = reading.row;
    std::string category = row.type_code;
    for (char& c : category)
        if (c == '_') c = ' ';
    warn_of_names(Field::model, reading.model, row.location,
                  category.empty() ? ", with the category 'other', since nothing says what it is. "
                                     "Give its type, or set the model before any is issued"
                                   : ", as a " + category);
    if (!row.place_in_location.empty() &&
        !desk_.locations.is_known(desk_.locations.id(row.place_in_location))) {
        const std::string name = row.location + "/" + row.place_in_location;
        if (!desk_.locations.is_known(desk_.locations.id(name)) &&
            places_mentioned_.insert(name_key(name)).second)
            desk_.warn(Field::status, "location_unknown", name);
    }
    if (row.location_status == "issued")
        warn_of_authorisation(row);
    else if (!row.issued_to.empty())
        desk_.warn(Field::issued_to, "last_holder_kept", row.issued_to, row.location_status);
}

bool Judge::item() {
    ItemReading reading = read_item(desk_);
    const bool held = compare_serial(reading);
    compare_tag(reading);
    compare_holder(reading.row.issued_to, Field::issued_to);
    warn_of_other_model(reading);
    if (!desk_.is_faulty()) warn_of_item(reading);
    return held;
}

bool Judge::batch() {
    const BatchReading reading = read_batch(desk_);
    const BatchRow& row = reading.row;
    bool held = false;
    if (reading.compares && !row.model.empty()) {
        const std::string key = joined(reading.model, row.batch_number);
        const auto known = known_batches_.find(key);
        Origin origin = desk_.origin();
        origin.note = desk_.locations.id(row.location);
        if (const Origin* same = batches_.add(key, origin)) {
            const bool elsewhere = !row.location.empty() && same->note != origin.note;
            desk_.fault(Field::batch_number, elsewhere ? "batch_elsewhere" : "batch_duplicate",
                        row.batch_number, desk_.place_words(*same));
        } else if (known != known_batches_.end()) {
            const auto& details = known->second->details;
            const auto found = details ? differences(row, *details, desk_) : Differences{};
            held = is_held(found.words, found.first, row.batch_number);
        }
    }
    if (desk_.is_faulty()) return held;
    warn_of_names(Field::model, reading.model, row.location, {});
    if (row.expiry && *row.expiry < desk_.options.as_of)
        desk_.warn(Field::expiry, "batch_expired", core::people_text(*row.expiry));
    return held;
}

/// 8107 where 08107 is somebody: a spreadsheet lost the zero, or they are two people.
void Judge::compare_figures(const std::string& collar) {
    if (known_officers_.contains(collar)) return;
    const auto [same, is_first] = collars_by_figures_.emplace(figures_of(collar), collar);
    if (!is_first && same->second != collar)
        desk_.fault(Field::collar, "collar_look_alike", collar, same->second, true);
}

bool Judge::officer() {
    const OfficerRow row = read_officer(desk_);
    if (row.collar.empty()) return false;
    if (const Origin* same = collars_.add(row.collar, desk_.origin()))
        desk_.fault(Field::collar, "collar_duplicate", row.collar, desk_.place_words(*same));
    else
        compare_figures(row.collar);
    bool held = false;
    if (const auto known = known_officers_.find(row.collar); known != known_officers_.end()) {
        const auto found = differences(row, *known->second, desk_);
        held = is_held(found.words, found.first, row.collar);
    }
    OfficerKnowledge& knowledge = desk_.officers[row.collar];
    if (desk_.is_faulty()) {
        if (knowledge.faulty_row.row == 0) knowledge.faulty_row = desk_.origin();
        return false;
    }
    if (row.suspended && !row.left && row.authorisations.empty() &&
        knowledge.authorisations.empty())
        desk_.warn(Field::collar, "suspension_alone", row.collar);
    knowledge.usable = true;
    knowledge.left = row.left;
    knowledge.suspended = row.suspended;
    knowledge.in_sheets = row.authorisations;
    knowledge.name = row.forename + " " + row.surname;
    return held;
}

/// Two sheets of one file that disagree on until when somebody may draw: nobody knows which holds.
void Judge::compare_sheets(const AuthorisationRow& row) {
    const auto officer = desk_.officers.find(row.collar);
    if (officer == desk_.officers.end()) return;
    std::int64_t column = desk_.table().column(Field::to);
    for (const auto& columns : desk_.table().classes)
        if (columns.weapon_class == row.weapon_class) column = columns.to;
    for (const auto& other : officer->second.in_sheets)
        if (other.weapon_class == row.weapon_class && other.to != row.to)
            desk_.fault_at(column, "authorisation_contradicts", row.collar + " " + row.weapon_class,
                           "until " + core::people_text(other.to) + ", and this row until " +
                               core::people_text(row.to),
                           true);
}

bool Judge::authorisation() {
    auto rows = read_authorisations(desk_);
    if (rows.empty()) return true;
    bool held = true;
    const auto officer = desk_.officers.find(rows.front().collar);
    compare_holder(rows.front().collar, Field::collar);
    for (auto& row : rows) {
        const std::string key = row.collar + '\n' + row.weapon_class;
        if (const Origin* same = authorisations_.add(key, desk_.origin()))
            desk_.fault(Field::collar, "authorisation_duplicate", row.weapon_class,
                        desk_.place_words(*same));
        else
            compare_sheets(row);
        mark_known(row, desk_);
        held = held && row.held;
        if (officer != desk_.officers.end() && officer->second.left)
            desk_.warn(Field::collar, "authorisation_of_leaver", row.collar);
        if (row.known && !row.held) is_held(row.weapon_class, Field::collar, row.collar);
    }
    if (officer != desk_.officers.end() && !desk_.is_faulty())
        for (const auto& row : rows)
            officer->second.in_sheets.push_back({row.weapon_class, row.to, row.from});
    return held;
}

void Judge::warn_of_lost_zeros(const Table& table, Origin origin, std::string_view serial,
                               std::size_t length) {
    if (table.faulty.has(origin.row)) return;
    const std::string found{serial};
    desk_.add_warning({table.sheet, origin.row, table.letters(Field::serial), "serial_zeros_lost",
                       words_of("serial_zeros_lost", found, std::to_string(length)), found, false});
}

/// Where serials of a model begin with zeros, a shorter one of figures alone may have lost its own.
void Judge::finish(const std::vector<Table>& tables) {
    const auto is_figures = [](std::string_view serial) {
        return serial.find_first_not_of("0123456789") == std::string_view::npos;
    };
    constexpr std::size_t model_bytes = sizeof(std::uint32_t);
    std::unordered_map<std::string, std::size_t> lengths;  // of those with zeros, by model
    serials_.each([&](std::string_view key, Origin) {
        const std::string_view serial = key.substr(model_bytes);
        if (!serial.starts_with('0') || !is_figures(serial)) return;
        std::size_t& length = lengths[std::string{key.substr(0, model_bytes)}];
        length = std::max(length, serial.size());
    });
    if (lengths.empty()) return;
    serials_.each([&](std::string_view key, Origin origin) {
        const std::string_view serial = key.substr(model_bytes);
        const auto length = lengths.find(std::string{key.substr(0, model_bytes)});
        if (length == lengths.end() || serial.starts_with('0') || !is_figures(serial) ||
            serial.size() >= length->second)
            return;
        for (const auto& table : tables)
            if (table.ordinal == origin.note)
                warn_of_lost_zeros(table, origin, serial, length->second);
    });
}

bool Judge::deployment() {
    const DeploymentRow row = read_deployment(desk_);
    if (row.log.empty()) return false;
    const std::string key = name_key(row.log);
    if (const Origin* same = logs_.add(key, desk_.origin()))
        desk_.fault(Field::log, "log_duplicate", row.log, desk_.place_words(*same));
    const auto known = known_deployments_.find(key);
    if (known == known_deployments_.end()) return false;
    const auto& details = known->second->details;
    const auto found = details ? differences(row, *details, desk_) : Differences{};
    return is_held(found.words, found.first, row.log);
}

bool Judge::movement() {
    const MovementRow row = read_movement(desk_);
    if (row.number.empty()) return false;
    const std::string key = name_key(row.number);
    if (const Origin* same = movements_.add(key, desk_.origin()))
        desk_.fault(Field::number, "number_duplicate", row.number, desk_.place_words(*same));
    return known_movements_.contains(key);
}

}  // namespace muster::intake
