// SPDX-License-Identifier: MIT
#include "muster/intake/fault_words.hpp"

#include <array>
#include <stdexcept>

namespace muster::intake {

namespace {

constexpr bool fault = false;
constexpr bool warning = true;

constexpr std::array table{
    FaultWord{
        "column_missing", fault,
        "No column for {other} was found. Give it a heading such as '{found}', say which column it "
        "is, or say what holds for every row."},
    FaultWord{"sheet_missing", fault, "The file has no sheet called '{found}'."},
    FaultWord{
        "table_second", fault,
        "Another table begins here, with other headings: {found}. {other} Put it on a sheet of "
        "its own."},
    FaultWord{"heading_unsure", fault,
              "The heading '{found}' could mean {other}, but that is a guess. Confirm it, or map "
              "the heading to what it is."},
    FaultWord{"column_twice", fault,
              "The heading '{found}' stands twice, and {other} cells under this one hold "
              "something that is not read. Rename or delete one of the two, or confirm that this "
              "one is not wanted."},
    FaultWord{"heading_class_unknown", fault,
              "'{found}' stands where a class of weapon should, and is none that is known. Write "
              "Pistol, Carbine, Rifle, Shotgun, TASER or Baton gun, map the heading '{other}' to a "
              "class, or say that it is not wanted."},
    FaultWord{"column_may_stop", fault,
              "Column '{found}' may say that some must not go out, {other} of its cells hold "
              "something, and nothing reads it. Say what the column is (a condition, a hold, a "
              "suspension, who left), or that it is not wanted."},
    FaultWord{"use_unknown", fault,
              "'{found}' is no use that is understood. Say operational, training, blank or drill."},
    FaultWord{"condition_of_no", fault,
              "'{found}' under '{other}' may mean either. Write what the condition is."},
    FaultWord{"too_many_faults", fault,
              "There are {other} faults, of which {found} are listed. Correct these first."},
    FaultWord{"formula_without_value", fault,
              "The cell holds the formula '{found}', but the file lacks its result. Open it in "
              "Excel and save it, or type the value in."},
    FaultWord{"cell_error", fault,
              "'{found}' is the error of a formula and no value. Type in what should stand there."},
    FaultWord{"text_too_long", fault,
              "The text that begins '{found}' is longer than {other} bytes. Shorten it."},
    FaultWord{"ditto_unclear", fault,
              "'{found}' stands for what is above, but here nothing can be filled in. Type it in."},
    FaultWord{"text_part_struck", fault,
              "Of '{found}' some letters are crossed out, and both stand there. Type in what holds "
              "now, or confirm that it is all of it."},
    FaultWord{"serial_missing", fault,
              "There is no serial. Read it from the weapon and type it in."},
    FaultWord{
        "serial_placeholder", fault,
        "'{found}' stands where the serial should. Read it from the weapon and type it in, or "
        "confirm that it is engraved so."},
    FaultWord{
        "serial_is_date", fault,
        "Serial '{found}' is a date, so that the serial itself is lost. Retype it from the weapon "
        "and set the column to Text."},
    FaultWord{
        "serial_is_number", fault,
        "Serial '{found}' is a number{other}, so that zeros before it may be lost. Compare it with "
        "the weapon, retype it and set the column to Text."},
    FaultWord{"serial_several", fault,
              "'{found}' reads like several serials, or like one with a remark. Give each weapon a "
              "row and the serial alone, or confirm that it is engraved so."},
    FaultWord{"serial_letter_strange", fault,
              "Serial '{found}' has letters or signs of another script, such as a Cyrillic А "
              "for an A. Retype it from the weapon, or confirm that it is engraved so."},
    FaultWord{"serial_small_l", fault,
              "Serial '{found}' has a small l, which looks like a 1 and like an I. Retype it from "
              "the weapon, or confirm that it is an L."},
    FaultWord{"serial_duplicate", fault,
              "Serial '{found}' of this model stands already in {other}. Look at both weapons and "
              "correct "
              "one row."},
    FaultWord{
        "serial_look_alike", fault,
        "Serial '{found}' differs from the one in {other} only by O and 0, I and 1, B and 8, S and "
        "5, blanks or hyphens. Look at both weapons and correct or confirm it."},
    FaultWord{"serial_under_similar_model", fault,
              "Serial '{found}' stands in {other}, and both may be one model. If they are, map the "
              "one name to the other; else look at both weapons, and correct or confirm it."},
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
    FaultWord{"condition_unknown", fault,
              "'{found}' is no condition that is known, and may keep the weapon in. Write "
              "Serviceable or U/S, say what it means, or say that the column is not wanted."},
    FaultWord{"type_differs", fault,
              "'{found}' decides who may draw it, but {other} Correct the type or the model, or "
              "confirm that it is right."},
    FaultWord{"officer_unknown", fault, "{other} Correct the collar number or add the officer."},
    FaultWord{"employment_unknown", fault,
              "'{found}' does not say whether they still serve. Use a word such as Active, "
              "Suspended or Left."},
    FaultWord{
        "leaver_unclear", fault,
        "'{found}' does not say whether they left. Use Y, N, a day, or leave the cell empty."},
    FaultWord{"authorisation_date_missing", fault,
              "'{found}' does not say until when they may draw {other}. Type in the date."},
    FaultWord{"authorisation_no_dates", fault,
              "'{found}' stands in the place of a date, and a suspended authorisation for {other} "
              "still has one. Type in until when it was granted, and Y in a column headed "
              "Suspended; or leave the cell empty, and suspend it in Muster."},
    FaultWord{"date_missing", fault, "There is no date. Type it in."},
    FaultWord{"dates_reversed", fault,
              "The end on {found} is before the beginning on {other}. Correct one of the two."},
    FaultWord{"class_unknown", fault,
              "'{found}' is no class of weapon. Use a word such as Pistol, Carbine, Rifle, "
              "Shotgun, TASER or Baton gun."},
    FaultWord{"decision_unknown", fault,
              "Decision '{found}' is not understood. Use Authorised, Declined, Stood down or Self "
              "deployed."},
    FaultWord{"date_impossible", fault, "'{found}' is not a date that exists. {other}"},
    FaultWord{
        "dates_month_first", fault,
        "The dates under '{found}' seem to have the month first, as Americans write: {other}. "
        "Then others are read wrongly though they exist. Write all of them as 2026-03-25."},
    FaultWord{"date_without_day", fault,
              "'{found}' names a month and no day. Type in the day, or leave the cell empty."},
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
    FaultWord{
        "batch_elsewhere", fault,
        "Batch '{found}' of this model stands already in {other}, at another place. An import "
        "puts a batch in one place: give its whole quantity on one row, and transfer what "
        "lies elsewhere afterwards."},
    FaultWord{
        "quantity_on_item", fault,
        "The quantity is '{found}', but this row is one thing with a serial. Give each thing a "
        "row, or leave the quantity empty."},
    FaultWord{"quantity_not_number", fault,
              "'{found}' is not a number. Count them and type in the figure."},
    FaultWord{"quantity_not_whole", fault,
              "'{found}' is not a whole number. Count them and type in the figure."},
    FaultWord{"quantity_negative", fault,
              "'{found}' is below zero. Count them and type in the figure."},
    FaultWord{"quantity_too_large", fault,
              "'{found}' is more than the 999,999,999 that a row may hold. Count them and type in "
              "the figure."},
    FaultWord{
        "boxes_exceed_quantity", fault,
        "The sealed boxes hold {other}, more than the quantity of {found}. Count both again."},
    FaultWord{"collar_missing", fault, "There is no collar number. Type it in."},
    FaultWord{"collar_duplicate", fault,
              "Collar number '{found}' stands already in {other}. Keep one row per officer."},
    FaultWord{
        "collar_look_alike", fault,
        "Collar number '{found}' differs from {other} only by zeros before it. If that is one "
        "officer, correct it and set the column to Text; if they are two, confirm it."},
    FaultWord{"authorisation_duplicate", fault,
              "The same officer and class, {found}, stand already in {other}. Keep one row for "
              "each."},
    FaultWord{"authorisation_contradicts", fault,
              "Another sheet says of the same officer and class, {found}, {other}. Correct one of "
              "the two, or confirm that this row is right."},
    FaultWord{"log_missing", fault, "There is no log number. Type it in."},
    FaultWord{"log_duplicate", fault,
              "Log number '{found}' stands already in {other}. Keep one row per deployment."},
    FaultWord{"subject_missing", fault,
              "There is no serial or batch number. Type in what was moved."},
    FaultWord{"number_duplicate", fault,
              "Movement number '{found}' stands already in {other}. Keep one row per movement."},
    FaultWord{"held_differs", fault,
              "The ledger holds '{found}' already, but differently: {other}. Correct the row, or "
              "skip it and change the ledger there."},
    FaultWord{
        "sheet_not_understood", warning,
        "Sheet '{found}' has no headings of a register in its first thirty rows. Nothing was read "
        "from it."},
    FaultWord{"movements_apart", warning,
              "Sheet '{found}' has another system's movements, which are no register. Nothing was "
              "read from it: bring it in by itself, with `import movements`."},
    FaultWord{"sheet_hidden", warning,
              "Sheet '{found}' is hidden in the workbook. It was read all the same."},
    FaultWord{
        "letters_mixed", warning,
        "The file is in UTF-8, but from this line on some letters are as Windows writes them. "
        "Each was read as what it is. Look at the names."},
    FaultWord{"column_unused", warning,
              "Column '{found}' is not used, and {other} of its cells hold something. Map it if it "
              "matters."},
    FaultWord{"column_hidden", warning,
              "Column '{found}' is hidden in the workbook. It was read as {other} all the same."},
    FaultWord{"rows_hidden", warning,
              "{found} hidden in the workbook and read all the same: {other}."},
    FaultWord{"rows_struck", warning,
              "{found} crossed out in the workbook and read all the same: {other}. Delete what is "
              "no longer there."},
    FaultWord{"row_not_understood", warning,
              "'{found}' is taken for a remark, and nothing was read from its row."},
    FaultWord{"ditto_filled", warning,
              "{found} with a mark for what is above, and were filled from there."},
    FaultWord{"month_end_taken", warning,
              "'{found}' names a month and no day. Its last day, {other}, was taken."},
    FaultWord{"authorisation_none", warning,
              "'{found}' was taken to mean that there is no authorisation for {other}."},
    FaultWord{
        "leaver_suspected", warning,
        "'{found}' hints that the officer left, but nothing says so. Say it in a column headed "
        "Left, or correct it."},
    FaultWord{
        "officer_row_faulty", warning,
        "Officer '{found}' stands in {other}, which has a fault. This row waits until that one "
        "is right, and is left out with it."},
    FaultWord{"too_many_warnings", warning,
              "There are {other} warnings, of which {found} are listed."},
    FaultWord{"heading_guessed", warning,
              "The heading '{found}' was taken for {other}, which is a guess. Map it if it is "
              "something else."},
    FaultWord{"formula_value_taken", warning,
              "The column holds formulas, here '{found}'. None is worked out: what Excel last made "
              "of it was taken."},
    FaultWord{"text_like_formula", warning,
              "'{found}' reads like a formula. It is kept as a text and never worked out."},
    FaultWord{"serial_zeros_lost", warning,
              "Serial '{found}' is shorter than others of its model, which begin with zeros and "
              "have {other} figures. Compare it with the weapon."},
    FaultWord{"date_in_future", warning, "{found} is yet to come. Check the date."},
    FaultWord{"sort_unknown", warning,
              "'{found}' is no sort of movement that is known. It is kept as 'other'."},
    FaultWord{"model_similar", warning,
              "Model '{found}' may be the same as '{other}'. If it is, map the one to the other "
              "before importing."},
    FaultWord{"model_unknown", warning, "Model '{found}' is new. It will be created{other}."},
    FaultWord{"location_unknown", warning, "Location '{found}' is new. It will be created."},
    FaultWord{
        "serial_under_other_model", warning,
        "Serial '{found}' stands under another model in {other}. Check that they are two things."},
    FaultWord{"authorisation_of_leaver", warning,
              "Officer {found} has left, so that this authorisation is passed over."},
    FaultWord{
        "suspension_alone", warning,
        "Officer {found} is suspended and has no authorisation here that could be. What comes "
        "in later is not suspended by this."},
    FaultWord{"use_by_name", warning, "'{found}' is taken for {other}, by its name alone."},
    FaultWord{"issued_to_leaver", warning,
              "Officer {found} has it, and has left. Get it back, or correct who has it."},
    FaultWord{"last_holder_kept", warning,
              "It is {other}, so that nobody has it now. That officer {found} had it last is kept "
              "in its remarks."},
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
