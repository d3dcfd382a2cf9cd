// SPDX-License-Identifier: MIT
#include "folding.hpp"
#include "reading.hpp"

namespace muster::intake {

namespace {

/// `Smith, Jo` or `Jo Smith`.
void split_name(const std::string& name, OfficerRow& row) {
    const auto comma = name.find(',');
    if (comma != std::string::npos) {
        row.surname = trimmed(name.substr(0, comma));
        row.forename = trimmed(name.substr(comma + 1));
        return;
    }
    const auto space = name.rfind(' ');
    row.surname = space == std::string::npos ? name : name.substr(space + 1);
    row.forename = space == std::string::npos ? std::string{} : name.substr(0, space);
}

/// Whatever is not a plain no means suspended: a reason or a date may stand there instead of a yes.
bool says_suspended(const files::Cell* cell) {
    if (is_blank(cell, true)) return false;
    const std::string word = upper(shown(cell));
    return word != "N" && word != "NO" && word != "FALSE" && word != "0";
}

void read_authorisations(const files::Row& source, OfficerDraft& draft, Desk& desk) {
    for (const auto& [field, column] : draft.table->columns) {
        if (!field.starts_with("to:")) continue;
        if (const auto to = desk.date(source, draft, field))
            draft.row.authorisations.push_back({field.substr(3), *to});
    }
}

void read_officer(const files::Row& source, OfficerDraft& draft, Desk& desk) {
    const Table& table = *draft.table;
    const auto* collar = table.cell(source, "collar");
    draft.row.collar = upper(squeezed(shown(collar)));
    if (is_blank(collar, true)) {
        draft.compares = false;
        desk.fault(draft, "collar", "collar_missing", shown(collar));
    }
    draft.row.rank = squeezed(shown(table.cell(source, "rank")));
    draft.row.rank_code = rank_of_word(draft.row.rank);
    split_name(squeezed(shown(table.cell(source, "name"))), draft.row);
    if (table.columns.contains("surname"))
        draft.row.surname = squeezed(shown(table.cell(source, "surname")));
    if (table.columns.contains("forename"))
        draft.row.forename = squeezed(shown(table.cell(source, "forename")));
    draft.row.unit = squeezed(shown(table.cell(source, "unit")));
    draft.row.suspended = says_suspended(table.cell(source, "suspended"));
    read_authorisations(source, draft, desk);
}

}  // namespace

void read_officers(const Table& table, Desk& desk) {
    for (const auto* source : table.rows) {
        OfficerDraft& draft = desk.officers.emplace_back();
        draft.table = &table;
        draft.row.sheet = table.sheet->name;
        draft.row.row = source->number;
        read_officer(*source, draft, desk);
    }
}

}  // namespace muster::intake
