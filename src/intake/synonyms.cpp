// SPDX-License-Identifier: MIT
#include "synonyms.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include "folding.hpp"

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
    std::string_view{" exp"},       std::string_view{" expiry"},  std::string_view{" expires"},
    std::string_view{" to"},        std::string_view{" until"},   std::string_view{" valid to"},
    std::string_view{" exp date"},  std::string_view{" expiry date"},
    std::string_view{" authorised to"},
};

using Status = std::pair<std::string_view, StatusMeaning>;
constexpr StatusMeaning in_store{"in_store", "serviceable", false, ""};
constexpr StatusMeaning issued{"issued", "serviceable", false, ""};
constexpr StatusMeaning workshop{"at_maintenance", "under_repair", false, ""};
constexpr StatusMeaning defective{"in_store", "defective", false, ""};
constexpr StatusMeaning evidence{"in_store", "serviceable", true, ""};
constexpr StatusMeaning vehicle{"in_vehicle_safe", "serviceable", false, "ARV safe"};
constexpr StatusMeaning transit{"in_transit", "serviceable", false, ""};
constexpr StatusMeaning loan_out{"on_loan_out", "serviceable", false, ""};
constexpr StatusMeaning loan_in{"on_loan_in", "serviceable", false, ""};
constexpr StatusMeaning seized{"seized", "serviceable", false, ""};
constexpr StatusMeaning missing{"missing", "serviceable", false, ""};
constexpr StatusMeaning disposed{"disposed", "awaiting_disposal", false, ""};
constexpr StatusMeaning for_disposal{"in_store", "awaiting_disposal", false, ""};
constexpr StatusMeaning inspection{"in_store", "inspection_due", false, ""};

constexpr std::array statuses{
    Status{"in stock", in_store},      Status{"in store", in_store},
    Status{"in stores", in_store},     Status{"instore", in_store},
    Status{"instock", in_store},       Status{"stock", in_store},
    Status{"store", in_store},         Status{"in armoury", in_store},
    Status{"in rack", in_store},       Status{"available", in_store},
    Status{"serviceable", in_store},   Status{"issued", issued},
    Status{"on issue", issued},        Status{"issued out", issued},
    Status{"signed out", issued},      Status{"workshop", workshop},
    Status{"in workshop", workshop},   Status{"at workshop", workshop},
    Status{"workshops", workshop},     Status{"repair", workshop},
    Status{"in repair", workshop},     Status{"under repair", workshop},
    Status{"maintenance", workshop},   Status{"at maintenance", workshop},
    Status{"u s", defective},          Status{"us", defective},
    Status{"unserviceable", defective}, Status{"defective", defective},
    Status{"faulty", defective},       Status{"evidence", evidence},
    Status{"exhibit", evidence},       Status{"evidential", evidence},
    Status{"held as evidence", evidence}, Status{"arv safe", vehicle},
    Status{"vehicle safe", vehicle},   Status{"in vehicle safe", vehicle},
    Status{"in arv safe", vehicle},    Status{"in transit", transit},
    Status{"transit", transit},        Status{"on loan", loan_out},
    Status{"loan", loan_out},          Status{"loaned", loan_out},
    Status{"on loan out", loan_out},   Status{"loaned out", loan_out},
    Status{"on loan in", loan_in},     Status{"loaned in", loan_in},
    Status{"borrowed", loan_in},       Status{"seized", seized},
    Status{"missing", missing},        Status{"lost", missing},
    Status{"stolen", missing},         Status{"disposed", disposed},
    Status{"disposed of", disposed},   Status{"destroyed", disposed},
    Status{"scrapped", disposed},      Status{"awaiting disposal", for_disposal},
    Status{"for disposal", for_disposal}, Status{"inspection due", inspection},
    Status{"due inspection", inspection},
};

constexpr std::array classes{
    Word{"pistol", "pistol"},       Word{"handgun", "pistol"},      Word{"carbine", "carbine"},
    Word{"rifle", "rifle"},         Word{"shotgun", "shotgun"},     Word{"taser", "taser"},
    Word{"ced", "taser"},           Word{"baton gun", "baton_gun"}, Word{"aep", "baton_gun"},
    Word{"aep launcher", "baton_gun"}, Word{"launcher", "baton_gun"}, Word{"l104a2", "baton_gun"},
};

constexpr std::array ranks{
    Word{"pc", "pc"},           Word{"constable", "pc"},   Word{"dc", "pc"},
    Word{"sgt", "sgt"},         Word{"ps", "sgt"},         Word{"ds", "sgt"},
    Word{"sergeant", "sgt"},    Word{"insp", "insp"},      Word{"inspector", "insp"},
    Word{"pi", "insp"},         Word{"di", "insp"},        Word{"ch insp", "ch_insp"},
    Word{"chief inspector", "ch_insp"}, Word{"ci", "ch_insp"}, Word{"dci", "ch_insp"},
    Word{"supt", "supt"},       Word{"superintendent", "supt"}, Word{"ch supt", "ch_supt"},
    Word{"chief superintendent", "ch_supt"}, Word{"acc", "acc"}, Word{"dcc", "dcc"},
    Word{"cc", "cc"},           Word{"chief constable", "cc"},
};

constexpr std::array uses{
    Word{"op", "operational"},       Word{"ops", "operational"},  Word{"operational", "operational"},
    Word{"operations", "operational"}, Word{"trg", "training"},   Word{"training", "training"},
    Word{"train", "training"},       Word{"blank", "blank"},      Word{"drill", "drill"},
    Word{"inert", "drill"},
};

// Left: how a model's name may begin; longer names first, because the first that fits is taken.
constexpr std::array makes{
    Word{"HECKLER & KOCH ", "H&K"},
    Word{"HECKLER AND KOCH ", "H&K"},
    Word{"H & K ", "H&K"},
    Word{"H&K ", "H&K"},
    Word{"HK ", "H&K"},
    Word{"ACCURACY INTERNATIONAL ", "Accuracy International"},
    Word{"SMITH & WESSON ", "Smith & Wesson"},
    Word{"SIG SAUER ", "SIG Sauer"},
    Word{"SIG ", "SIG"},
    Word{"GLOCK ", "Glock"},
    Word{"TASER ", "TASER"},
    Word{"AXON ", "Axon"},
    Word{"REMINGTON ", "Remington"},
    Word{"BENELLI ", "Benelli"},
    Word{"BERETTA ", "Beretta"},
    Word{"MOSSBERG ", "Mossberg"},
    Word{"WALTHER ", "Walther"},
    Word{"COLT ", "Colt"},
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
            if (!sought(classes, start).empty()) word = start;
        }
    const auto weapon_class = sought(classes, word);
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
        case SheetKind::items: return "items";
        case SheetKind::batches: return "batches";
        case SheetKind::officers: return "officers";
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
           (field.starts_with("to:") && has_meaning(classes, field.substr(3)));
}

std::optional<StatusMeaning> status_meaning(std::string_view word) {
    const std::string key = words_key(word);
    for (const auto& [known, meaning] : statuses)
        if (known == key) return meaning;
    return std::nullopt;
}

std::string_view class_of_word(std::string_view word) { return sought(classes, words_key(word)); }
std::string_view rank_of_word(std::string_view word) { return sought(ranks, words_key(word)); }
std::string_view use_of_word(std::string_view word) { return sought(uses, words_key(word)); }

std::string_view make_of_model(std::string_view model) {
    const std::string name = upper(squeezed(model)) + " ";
    for (const auto& [start, make] : makes)
        if (name.starts_with(start)) return make;
    return {};
}

bool is_total_word(std::string_view text) {
    const std::string key = words_key(text);
    for (const std::string_view word :
         {"total", "totals", "grand total", "sub total", "subtotal", "overall total"})
        if (key == word || (key.starts_with(word) && key[word.size()] == ' ')) return true;
    return false;
}

bool is_blank_mark(std::string_view text) {
    const std::string word = upper(trimmed(text));
    for (const std::string_view mark : {"-", "--", "\xe2\x80\x93", "\xe2\x80\x94", "N/A", "NA", "NIL", "NONE"})
        if (word == mark) return true;
    return word.empty();
}

}  // namespace muster::intake
