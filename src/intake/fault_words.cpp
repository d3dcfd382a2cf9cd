// SPDX-License-Identifier: MIT
#include "muster/intake/fault_words.hpp"

#include <array>
#include <stdexcept>

namespace muster::intake {

namespace {

constexpr bool fault = false;
constexpr bool warning = true;

constexpr std::array table{
    FaultWord{"column_missing", fault,
              "No column for {other} was found. Give it a heading such as '{found}', or map one."},
    FaultWord{"serial_missing", fault,
              "There is no serial. Read it from the weapon and type it in."},
    FaultWord{
        "serial_is_date", fault,
        "Serial '{found}' is a date, so that the serial itself is lost. Retype it from the weapon "
        "and set the column to Text."},
    FaultWord{
        "serial_is_number", fault,
        "Serial '{found}' is a number, so that zeros before it may be lost. Compare it with the "
        "weapon, retype it and set the column to Text."},
    FaultWord{"serial_duplicate", fault,
              "Serial '{found}' of this model stands already in {other}. Look at both weapons and "
              "correct "
              "one row."},
    FaultWord{
        "serial_look_alike", fault,
        "Serial '{found}' differs from the one in {other} only by O and 0, I and 1, B and 8 or S "
        "and 5. Look at both weapons and correct or confirm it."},
    FaultWord{"model_missing", fault, "There is no make and model. Type in what the thing is."},
    FaultWord{"location_missing", fault, "There is no location. Type in where the thing belongs."},
    FaultWord{
        "status_unknown", fault,
        "Status '{found}' is not understood. Use a word such as In store, Issued, Workshop, U/S, "
        "Evidence or ARV safe."},
    FaultWord{"status_contradicts", fault,
              "Status '{found}' says that nobody has it, yet it is issued to {other}. Find it and "
              "correct "
              "one of the two."},
    FaultWord{"officer_unknown", fault, "{other} Correct the collar number or add the officer."},
    FaultWord{"date_impossible", fault,
              "'{found}' is not a date that exists. Correct it, or leave the cell empty."},
    FaultWord{"tag_duplicate", fault,
              "Tag '{found}' stands already in {other}. Give each item a tag of its own."},
    FaultWord{"batch_missing", fault,
              "There is no batch number. Read it from the box and type it in."},
    FaultWord{"batch_is_date", fault,
              "Batch number '{found}' is a date, so that the number itself is lost. Retype it from "
              "the box "
              "and set the column to Text."},
    FaultWord{"batch_duplicate", fault,
              "Batch '{found}' of this model stands already in {other}. Put both on one row."},
    FaultWord{"quantity_not_number", fault,
              "'{found}' is not a number. Count them and type in the figure."},
    FaultWord{"quantity_not_whole", fault,
              "'{found}' is not a whole number. Count them and type in the figure."},
    FaultWord{"quantity_negative", fault,
              "'{found}' is below zero. Count them and type in the figure."},
    FaultWord{
        "boxes_exceed_quantity", fault,
        "The sealed boxes hold {other}, more than the quantity of {found}. Count both again."},
    FaultWord{"collar_missing", fault, "There is no collar number. Type it in."},
    FaultWord{"collar_duplicate", fault,
              "Collar number '{found}' stands already in {other}. Keep one row per officer."},
    FaultWord{
        "sheet_not_understood", warning,
        "Sheet '{found}' has no headings of a register in its first thirty rows. Nothing was read "
        "from it."},
    FaultWord{"sheet_hidden", warning,
              "Sheet '{found}' is hidden in the workbook. It was read all the same."},
    FaultWord{"model_unknown", warning, "Model '{found}' is new. It will be created."},
    FaultWord{"location_unknown", warning, "Location '{found}' is new. It will be created."},
    FaultWord{
        "serial_under_other_model", warning,
        "Serial '{found}' stands under another model in {other}. Check that they are two things."},
    FaultWord{"authorisation_absent", warning,
              "Officer {found} has it, but no authorisation for {other}."},
    FaultWord{"authorisation_suspended", warning,
              "Officer {found} has it, but the authorisation for {other} is suspended."},
    FaultWord{"authorisation_expired", warning,
              "Officer {found} has it, but the authorisation for {other}."},
    FaultWord{"batch_expired", warning, "The batch expired on {found}. Set it apart."},
};

void fill(std::string& sentence, std::string_view mark, std::string_view value) {
    for (auto at = sentence.find(mark); at != std::string::npos;
         at = sentence.find(mark, at + value.size()))
        sentence.replace(at, mark.size(), value);
}

}  // namespace

std::span<const FaultWord> fault_words() {
    return table;
}

std::string words_of(std::string_view code, std::string_view found, std::string_view other) {
    for (const auto& word : table) {
        if (word.code != code) continue;
        std::string sentence{word.sentence};
        fill(sentence, "{other}", other);
        fill(sentence, "{found}", found);
        return sentence;
    }
    throw std::logic_error{"no words for the import code " + std::string{code}};
}

}  // namespace muster::intake
