// SPDX-License-Identifier: MIT
#include "synonyms.hpp"

#include <array>
#include <utility>

#include "folding.hpp"

namespace muster::intake {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

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
    Status{"in stock", in_store},
    Status{"in store", in_store},
    Status{"in stores", in_store},
    Status{"instore", in_store},
    Status{"instock", in_store},
    Status{"stock", in_store},
    Status{"store", in_store},
    Status{"in armoury", in_store},
    Status{"in rack", in_store},
    Status{"available", in_store},
    Status{"serviceable", in_store},
    Status{"issued", issued},
    Status{"on issue", issued},
    Status{"issued out", issued},
    Status{"signed out", issued},
    Status{"workshop", workshop},
    Status{"in workshop", workshop},
    Status{"at workshop", workshop},
    Status{"workshops", workshop},
    Status{"repair", workshop},
    Status{"in repair", workshop},
    Status{"under repair", workshop},
    Status{"maintenance", workshop},
    Status{"at maintenance", workshop},
    Status{"u s", defective},
    Status{"us", defective},
    Status{"unserviceable", defective},
    Status{"defective", defective},
    Status{"faulty", defective},
    Status{"evidence", evidence},
    Status{"exhibit", evidence},
    Status{"evidential", evidence},
    Status{"held as evidence", evidence},
    Status{"arv safe", vehicle},
    Status{"vehicle safe", vehicle},
    Status{"in vehicle safe", vehicle},
    Status{"in arv safe", vehicle},
    Status{"in transit", transit},
    Status{"transit", transit},
    Status{"on loan", loan_out},
    Status{"loan", loan_out},
    Status{"loaned", loan_out},
    Status{"on loan out", loan_out},
    Status{"loaned out", loan_out},
    Status{"on loan in", loan_in},
    Status{"loaned in", loan_in},
    Status{"borrowed", loan_in},
    Status{"seized", seized},
    Status{"missing", missing},
    Status{"lost", missing},
    Status{"stolen", missing},
    Status{"disposed", disposed},
    Status{"disposed of", disposed},
    Status{"destroyed", disposed},
    Status{"scrapped", disposed},
    Status{"awaiting disposal", for_disposal},
    Status{"for disposal", for_disposal},
    Status{"inspection due", inspection},
    Status{"due inspection", inspection},
};

constexpr std::array classes{
    Word{"pistol", "pistol"},      Word{"handgun", "pistol"},
    Word{"carbine", "carbine"},    Word{"rifle", "rifle"},
    Word{"shotgun", "shotgun"},    Word{"taser", "taser"},
    Word{"ced", "taser"},          Word{"baton gun", "baton_gun"},
    Word{"aep", "baton_gun"},      Word{"aep launcher", "baton_gun"},
    Word{"launcher", "baton_gun"}, Word{"l104a2", "baton_gun"},
};

constexpr std::array ranks{
    Word{"pc", "pc"},
    Word{"constable", "pc"},
    Word{"dc", "pc"},
    Word{"sgt", "sgt"},
    Word{"ps", "sgt"},
    Word{"ds", "sgt"},
    Word{"sergeant", "sgt"},
    Word{"insp", "insp"},
    Word{"inspector", "insp"},
    Word{"pi", "insp"},
    Word{"di", "insp"},
    Word{"ch insp", "ch_insp"},
    Word{"chief inspector", "ch_insp"},
    Word{"ci", "ch_insp"},
    Word{"dci", "ch_insp"},
    Word{"supt", "supt"},
    Word{"superintendent", "supt"},
    Word{"ch supt", "ch_supt"},
    Word{"chief superintendent", "ch_supt"},
    Word{"acc", "acc"},
    Word{"dcc", "dcc"},
    Word{"cc", "cc"},
    Word{"chief constable", "cc"},
};

constexpr std::array uses{
    Word{"op", "operational"},
    Word{"ops", "operational"},
    Word{"operational", "operational"},
    Word{"operations", "operational"},
    Word{"trg", "training"},
    Word{"training", "training"},
    Word{"train", "training"},
    Word{"blank", "blank"},
    Word{"drill", "drill"},
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

}  // namespace

std::optional<StatusMeaning> status_meaning(std::string_view word) {
    const std::string key = words_key(word);
    for (const auto& [known, meaning] : statuses)
        if (known == key) return meaning;
    return std::nullopt;
}

std::string_view class_of_word(std::string_view word) {
    return sought(classes, words_key(word));
}
bool is_class(std::string_view code) {
    for (const auto& [word, weapon_class] : classes)
        if (weapon_class == code) return true;
    return false;
}

std::string_view rank_of_word(std::string_view word) {
    return sought(ranks, words_key(word));
}
std::string_view use_of_word(std::string_view word) {
    return sought(uses, words_key(word));
}

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
    for (const std::string_view mark :
         {"-", "--", "\xe2\x80\x93", "\xe2\x80\x94", "N/A", "NA", "NIL", "NONE"})
        if (word == mark) return true;
    return word.empty();
}

}  // namespace muster::intake
