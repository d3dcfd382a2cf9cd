// SPDX-License-Identifier: MIT
#include <algorithm>
#include <stdexcept>

#include "muster/core/tables.hpp"

namespace muster::core {
namespace {

using Columns = std::vector<SheetColumn>;
constexpr SheetType text = SheetType::text;
constexpr SheetType integer = SheetType::integer;
constexpr SheetType date = SheetType::date;
constexpr SheetType local_time = SheetType::local_time;

Columns index_columns() {
    return {
        {"Ref", text, "reference of the sheet, as working papers use it"},
        {"Sheet name", text, "name of the tab"},
        {"Rows", integer, "rows below the header; compare with what your tool imported"},
        {"Control total", integer, "sum of the column named beside it; blank where none is summed"},
        {"Total of", text, "the column that is summed; blank where none is"},
        {"CSV file", text, "the same table as plain text, in the pack"},
        {"Content", text, "what the sheet shows"}};
}

Columns item_columns() {
    return {{"Key", text, "the item's id: i- and the number of the entry that registered it"},
            {"Tag", text, "asset tag; blank where it has none"},
            {"Serial", text, "serial number, a text"},
            {"Model", text, "make and model"},
            {"Category", text, "code of the category"},
            {"Location status", text, "where it is: in_store, issued …"},
            {"Condition status", text, "how it is: serviceable, defective …"},
            {"Holder", text, "id of the location or officer that holds it by the book"},
            {"Holder name", text, "that location's or officer's name"},
            {"Home", text, "the location it belongs in"},
            {"Position", text, "its place there"},
            {"Holds", text, "reasons of the holds on it; blank where there is none"},
            {"Acquired", date, "day it was received; blank where not recorded"},
            {"Last inspected", date, "day of the last inspection; blank where not recorded"},
            {"Next inspection", date, "day the next is due; blank where none is set"},
            {"Last moved", integer, "number of the entry that last moved it"}};
}

Columns batch_columns() {
    return {{"Key", text, "holder and stock"},
            {"Stock", text, "id of the batch, or of the model of counted stock"},
            {"Batch number", text, "the maker's; blank for counted stock"},
            {"Model", text, "make and model"},
            {"Category", text, "code of the category"},
            {"Use", text, "operational, training, blank or drill; blank for counted stock"},
            {"Expiry", date, "last day of use; blank where it has none"},
            {"Holder", text, "id of the location or officer that holds it"},
            {"Holder name", text, "that location's or officer's name"},
            {"Quantity", integer, "rounds or pieces, sealed and loose"},
            {"Sealed boxes", integer, "boxes within the quantity"},
            {"Holds", text, "reasons of the holds on the batch; blank where there is none"}};
}

Columns officer_columns() {
    return {{"Key", text, "the officer's id, random and never used again"},
            {"Rank", text, "code of the rank"},
            {"Unit", text, "unit"},
            {"Active", text, "Yes, or No for a leaver"},
            {"Authorisations", text, "class, first and last day; suspended where it is"},
            {"Items held", integer, "items held at the period's end"},
            {"Rounds held", integer, "rounds and pieces held at the period's end"},
            {"Open lines", integer, "lines drawn and not yet brought back"}};
}

Columns movement_columns() {
    return {{"Key", text, "entry and line"},
            {"Entry", integer, "number of the entry; also the receipt's"},
            {"Line", integer, "line of the movement, from 1"},
            {"Kind", text, "receive, issue, return, expend …"},
            {"Happened", local_time, "when it happened, on a UK clock"},
            {"Happened UTC", text, "the same in UTC, to the millisecond"},
            {"Recorded", local_time, "when it was recorded, on a UK clock"},
            {"Recorded UTC", text, "the same in UTC, to the millisecond"},
            {"Subject", text, "id of the item, batch or model"},
            {"Tag", text, "asset tag; blank for munitions"},
            {"Serial or batch", text, "serial or batch number; blank for counted stock"},
            {"Model", text, "make and model"},
            {"Quantity", integer, "pieces or rounds"},
            {"From", text, "id of who or what gave; blank where stock came from outside"},
            {"From name", text, "their name"},
            {"To", text, "id of who or what received; blank where it was used up"},
            {"To name", text, "their name"},
            {"Officer", text, "id of the officer concerned; blank where there is none"},
            {"Recorded by", text, "id of the user who recorded it"},
            {"Recorded by name", text, "their name"},
            {"Second person", text, "id of the second user; blank where there was none"},
            {"Second person name", text, "their name"},
            {"Purpose", text, "operational, training …; blank where it does not apply"},
            {"Reference", text, "deployment, course or report; blank where none was given"},
            {"Late or paper", text, "what the entry was flagged with; blank where nothing"}};
}

Columns reconciliation_columns() {
    return {{"Key", text, "subject and holder"},
            {"Subject", text, "id of the batch or model"},
            {"Batch number", text, "the maker's; blank for items and counted stock"},
            {"Model", text, "make and model"},
            {"Holder", text, "id of the location, or `officers` for all of them together"},
            {"Holder name", text, "the location's name"},
            {"Opening", integer, "by the book before the period"},
            {"Received", integer, "came in from outside"},
            {"Returned", integer, "came back from officers; with officers negative: they gave it"},
            {"Found", integer, "found, or come by correction"},
            {"Issued", integer, "went to officers; with officers negative: they took it"},
            {"Expended", integer, "used up"},
            {"Transferred", integer, "went to other locations, less what came from them"},
            {"Destroyed", integer, "destroyed or disposed of"},
            {"Lost", integer, "lost or stolen, once decided"},
            {"Book", integer,
             "opening + received + returned + found - issued - expended - "
             "transferred - destroyed - lost"},
            {"Register", integer, "what sheets C1 and C2 say at the period's end"},
            {"Difference", integer, "book less register: 0 where it adds up"}};
}

Columns count_columns() {
    return {{"Key", text, "the count's id: c- and its ledger position"},
            {"Ledger position", integer, "the entry that began it: the book is as it stood there"},
            {"Started", local_time, "when it began, on a UK clock"},
            {"Started UTC", text, "the same in UTC"},
            {"Sort", text, "quantity, serials, full, spot …"},
            {"Blind", text, "Yes where the counters did not see the book"},
            {"Scope", text, "the locations counted"},
            {"First counter", text, "id of the first counter"},
            {"Second counter", text, "id of the second counter"},
            {"Lines", integer, "lines of the last comparison"},
            {"Agreed", integer, "of these, agreed"},
            {"Variances", integer, "of these, not agreed"},
            {"State", text, "open, reconciled or closed"},
            {"Closed", local_time, "when it was closed; blank while it is not"},
            {"Closed UTC", text, "the same in UTC"},
            {"Closed by", text, "id of the user who closed it"},
            {"Signed with", text, "id of the second who signed"},
            {"Certificate", text, "the sentence both signed"}};
}

Columns count_line_columns() {
    return {{"Key", text, "entry and line of the comparison"},
            {"Count", text, "the count's id"},
            {"Final", text, "Yes for the last comparison of that count"},
            {"Location", text, "id of the location"},
            {"Location name", text, "its name"},
            {"Subject", text, "id of the item, batch or model; begins with ? where unknown"},
            {"Tag", text, "asset tag; blank for munitions"},
            {"Serial or batch", text, "serial or batch number"},
            {"Model", text, "make and model"},
            {"Expected", integer, "by the book when the count began"},
            {"Moved", integer, "moved in less moved out while it was counted"},
            {"Counted", integer, "what was counted"},
            {"Variance", integer, "counted less expected and moved"},
            {"Result", text,
             "agreed, elsewhere_in_scope, elsewhere_out_of_scope, not_found, "
             "unknown or excluded; until then uncounted or disagreed"}};
}

Columns override_columns() {
    return {{"Key", text, "entry and line"},
            {"Entry", integer, "the issue"},
            {"Recorded", local_time, "when it was recorded, on a UK clock"},
            {"Recorded UTC", text, "the same in UTC"},
            {"Stop", text, "code of the stop that was overridden"},
            {"Subject", text, "what it was about"},
            {"Overridden by", text, "id of who overrode it"},
            {"Overridden by name", text, "their name"},
            {"Issued by", text, "id of who issued"},
            {"Reason", text, "why"}};
}

Columns alone_columns() {
    return {{"Key", text, "number of the entry"},
            {"Entry", integer, "number of the entry"},
            {"Recorded", local_time, "when it was recorded, on a UK clock"},
            {"Recorded UTC", text, "the same in UTC"},
            {"Kind", text, "what kind of entry"},
            {"Made by", text, "id of the administrator"},
            {"Made by name", text, "their name"}};
}

Columns discrepancy_columns() {
    return {{"Key", text, "the discrepancy's id: d- and the number of its entry"},
            {"Opened", local_time, "when it was found, on a UK clock"},
            {"Opened UTC", text, "the same in UTC"},
            {"Sort", text, "what does not add up"},
            {"Subject", text, "id of the item, batch or model; may be unknown"},
            {"Tag", text, "asset tag; blank for munitions"},
            {"Serial or batch", text, "serial or batch number"},
            {"Model", text, "make and model"},
            {"Holder", text, "where, or with whom"},
            {"Holder name", text, "their name"},
            {"Expected", integer, "by the book"},
            {"Found", integer, "in fact"},
            {"Variance", integer, "found less expected"},
            {"Opened beside", integer, "the entry it stands beside"},
            {"State", text, "open, resolved or approved"},
            {"In this period", text, "Yes where it was opened in this period"}};
}

Columns dictionary_columns() {
    return {{"Key", text, "where and what"},
            {"Where", text, "sheet of this workbook, or kind of entry in ledger.jsonl"},
            {"Column", text, "the column, or member of the entry's body"},
            {"Type", text, "text, integer, date, local time; of a member, as in the ledger"},
            {"Meaning", text, "what it says"}};
}

Columns integrity_columns() {
    return {{"Key", text, "what"},
            {"Value", text, "as in the pack"},
            {"Meaning", text, "what it proves"}};
}

std::vector<Sheet> make_sheets() {
    std::vector<Sheet> all{
        {SheetId::index, "index", "Index", "A1",
         "Every table of this pack, with its row count and control total.", index_columns(), ""},
        {SheetId::items, "items", "Register", "C1",
         "Every serialised item of the register as it stood at the period's end.", item_columns(),
         ""},
        {SheetId::batches, "batches", "Batches", "C2",
         "Every balance of a batch or of counted stock at the period's end, by holder.",
         batch_columns(), "Quantity"},
        {SheetId::officers, "officers", "Officers", "C3",
         "Officers by id alone, with what they were authorised for and held at the period's end.",
         officer_columns(), "Items held"},
        {SheetId::movements, "movements", "Movements", "D1",
         "Every line of every movement of the period, in the order of the ledger.",
         movement_columns(), "Quantity"},
        {SheetId::reconciliation, "reconciliation", "Reconciliation", "E0",
         "The book equation of each batch, and of the items of each model, by location and with "
         "officers.",
         reconciliation_columns(), "Difference"},
        {SheetId::counts, "counts", "Counts", "E1", "Every count of the period.", count_columns(),
         "Lines"},
        {SheetId::count_lines, "count-lines", "Count lines", "E2",
         "Every line of every comparison of a count with the book, agreed ones included.",
         count_line_columns(), "Counted"},
        {SheetId::count_differences, "count-differences", "Count differences", "E3",
         "The lines of the last comparison of each count that did not agree.", count_line_columns(),
         "Variance"},
        {SheetId::overrides, "overrides", "Overrides", "F2",
         "Every stop that a second person overrode, with the reason.", override_columns(), ""},
        {SheetId::alone, "alone", "Made alone", "F4",
         "Entries that the first administrator made alone during set-up.", alone_columns(), ""},
        {SheetId::discrepancies, "discrepancies", "Discrepancies", "F6",
         "Every discrepancy known at the period's end, from earlier periods too.",
         discrepancy_columns(), "Variance"},
        {SheetId::dictionary, "dictionary", "Dictionary", "Z2",
         "Every column of every table, and every member of every kind of entry.",
         dictionary_columns(), ""},
        {SheetId::integrity, "integrity", "Integrity", "Z9",
         "Positions, checkpoints and digests that tie this workbook to the ledger.",
         integrity_columns(), ""}};
    for (Sheet& sheet : all) sheet.columns.push_back({"Sheet", text, "reference of this sheet"});
    return all;
}

}  // namespace

std::string_view word_of(SheetType type) {
    switch (type) {
        case SheetType::text:
            return "text";
        case SheetType::integer:
            return "integer";
        case SheetType::date:
            return "date";
        case SheetType::local_time:
            return "local time";
    }
    throw std::logic_error{"a sheet type without a word"};
}

const std::vector<Sheet>& sheets() {
    static const std::vector<Sheet> all = make_sheets();
    return all;
}

const Sheet& sheet(SheetId id) {
    const auto found = std::find_if(sheets().begin(), sheets().end(),
                                    [&](const Sheet& sheet) { return sheet.id == id; });
    if (found == sheets().end()) throw std::logic_error{"a sheet that is not in the table"};
    return *found;
}

}  // namespace muster::core
