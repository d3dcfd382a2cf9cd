// SPDX-License-Identifier: MIT
#include <array>
#include <stdexcept>
#include <utility>

#include "folding.hpp"
#include "synonyms.hpp"

namespace muster::intake {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

// Left: words_key of the heading. A heading of two fields (Make / Model) means the fuller one.
constexpr std::array item_headings{
    Word{"asset no", "tag"},
    Word{"asset number", "tag"},
    Word{"asset", "tag"},
    Word{"asset tag", "tag"},
    Word{"asset id", "tag"},
    Word{"tag", "tag"},
    Word{"tag no", "tag"},
    Word{"id no", "tag"},
    Word{"type", "type"},
    Word{"weapon type", "type"},
    Word{"category", "type"},
    Word{"class", "type"},
    Word{"make", "make"},
    Word{"manufacturer", "make"},
    Word{"make model", "model"},
    Word{"make and model", "model"},
    Word{"model", "model"},
    Word{"weapon", "model"},
    Word{"weapon model", "model"},
    Word{"description", "model"},
    Word{"cal", "calibre"},
    Word{"calibre", "calibre"},
    Word{"caliber", "calibre"},
    Word{"serial no", "serial"},
    Word{"serial", "serial"},
    Word{"serial number", "serial"},
    Word{"ser no", "serial"},
    Word{"s n", "serial"},
    Word{"weapon no", "serial"},
    Word{"weapon number", "serial"},
    Word{"weapon serial no", "serial"},
    Word{"weapon serial number", "serial"},
    Word{"location", "location"},
    Word{"armoury", "location"},
    Word{"site", "location"},
    Word{"station", "location"},
    Word{"base", "location"},
    Word{"rack", "rack"},
    Word{"rack no", "rack"},
    Word{"rack position", "rack"},
    Word{"position", "rack"},
    Word{"slot", "rack"},
    Word{"status", "status"},
    Word{"state", "status"},
    Word{"date rec d", "acquired"},
    Word{"date recd", "acquired"},
    Word{"date received", "acquired"},
    Word{"received", "acquired"},
    Word{"acquired", "acquired"},
    Word{"date acquired", "acquired"},
    Word{"purchase date", "acquired"},
    Word{"last inspected", "last_inspected"},
    Word{"last inspection", "last_inspected"},
    Word{"date inspected", "last_inspected"},
    Word{"inspected", "last_inspected"},
    Word{"issued to collar", "issued_to"},
    Word{"issued to collar no", "issued_to"},
    Word{"issued to", "issued_to"},
    Word{"collar issued to", "issued_to"},
    Word{"held by", "issued_to"},
    Word{"holder", "issued_to"},
    Word{"officer", "issued_to"},
    Word{"remarks", "remarks"},
    Word{"notes", "remarks"},
    Word{"comment", "remarks"},
    Word{"comments", "remarks"},
};

constexpr std::array batch_headings{
    Word{"nature", "model"},
    Word{"model", "model"},
    Word{"munition", "model"},
    Word{"ammunition", "model"},
    Word{"ammunition type", "model"},
    Word{"type", "model"},
    Word{"round", "model"},
    Word{"description", "model"},
    Word{"lot batch", "batch_number"},
    Word{"batch lot", "batch_number"},
    Word{"batch", "batch_number"},
    Word{"batch no", "batch_number"},
    Word{"batch number", "batch_number"},
    Word{"lot", "batch_number"},
    Word{"lot no", "batch_number"},
    Word{"lot number", "batch_number"},
    Word{"expiry", "expiry"},
    Word{"expiry date", "expiry"},
    Word{"exp", "expiry"},
    Word{"exp date", "expiry"},
    Word{"expires", "expiry"},
    Word{"use by", "expiry"},
    Word{"qty", "quantity"},
    Word{"quantity", "quantity"},
    Word{"total qty", "quantity"},
    Word{"rounds", "quantity"},
    Word{"no of rounds", "quantity"},
    Word{"sealed boxes", "sealed_boxes"},
    Word{"boxes", "sealed_boxes"},
    Word{"full boxes", "sealed_boxes"},
    Word{"no of boxes", "sealed_boxes"},
    Word{"per box", "box_size"},
    Word{"box size", "box_size"},
    Word{"qty per box", "box_size"},
    Word{"rounds per box", "box_size"},
    Word{"location", "location"},
    Word{"armoury", "location"},
    Word{"site", "location"},
    Word{"station", "location"},
    Word{"use", "use"},
    Word{"usage", "use"},
    Word{"purpose", "use"},
};

constexpr std::array officer_headings{
    Word{"collar", "collar"},
    Word{"collar no", "collar"},
    Word{"collar number", "collar"},
    Word{"shoulder no", "collar"},
    Word{"shoulder number", "collar"},
    Word{"rank", "rank"},
    Word{"surname", "surname"},
    Word{"last name", "surname"},
    Word{"family name", "surname"},
    Word{"forename", "forename"},
    Word{"forenames", "forename"},
    Word{"first name", "forename"},
    Word{"given name", "forename"},
    Word{"name", "name"},
    Word{"officer", "name"},
    Word{"officer name", "name"},
    Word{"unit", "unit"},
    Word{"team", "unit"},
    Word{"department", "unit"},
    Word{"dept", "unit"},
    Word{"section", "unit"},
    Word{"suspended", "suspended"},
    Word{"suspended y n", "suspended"},
};

constexpr std::array expiry_words{
    std::string_view{" exp"},           std::string_view{" expiry"},
    std::string_view{" expires"},       std::string_view{" to"},
    std::string_view{" until"},         std::string_view{" valid to"},
    std::string_view{" exp date"},      std::string_view{" expiry date"},
    std::string_view{" authorised to"},
};

template <class Table>
std::string_view sought(const Table& table, std::string_view key) {
    for (const auto& [word, meaning] : table)
        if (word == key) return meaning;
    return {};
}

std::string class_column(const std::string& key) {
    std::string word = key;
    for (const auto ending : expiry_words)
        if (key.size() > ending.size() && key.ends_with(ending)) {
            const std::string start = key.substr(0, key.size() - ending.size());
            if (!class_of_word(start).empty()) word = start;
        }
    const auto weapon_class = class_of_word(word);
    return weapon_class.empty() ? std::string{} : "to:" + std::string{weapon_class};
}

template <class Table>
bool has_meaning(const Table& table, std::string_view meaning) {
    for (const auto& [word, known] : table)
        if (known == meaning) return true;
    return false;
}

}  // namespace

std::string_view kind_name(SheetKind kind) {
    switch (kind) {
        case SheetKind::items:
            return "items";
        case SheetKind::batches:
            return "batches";
        case SheetKind::officers:
            return "officers";
    }
    throw std::logic_error{"a sheet of no kind"};
}

std::string field_of_heading(SheetKind kind, std::string_view heading) {
    const std::string key = words_key(heading);
    if (kind == SheetKind::items) return std::string{sought(item_headings, key)};
    if (kind == SheetKind::batches) return std::string{sought(batch_headings, key)};
    const auto field = sought(officer_headings, key);
    return field.empty() ? class_column(key) : std::string{field};
}

bool is_field(SheetKind kind, std::string_view field) {
    if (kind == SheetKind::items) return has_meaning(item_headings, field);
    if (kind == SheetKind::batches) return has_meaning(batch_headings, field);
    return has_meaning(officer_headings, field) ||
           (field.starts_with("to:") && is_class(field.substr(3)));
}

}  // namespace muster::intake
